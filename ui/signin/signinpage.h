// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace peerdesk {

class Account;
class BrowserAddress;
class MessageBar;
class NetworkChoice;

/// The first page a person sees, and the one they come back to for another sign-in: sign in and choose a network, or
/// type a number to look around. Three situations, one after the other: who is it, the browser is open, which
/// network. What goes wrong stands above in a message bar. Owned by the main window.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(Account &account, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A network is chosen; the desk can be shown.
    void finished();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeStart();
    [[nodiscard]] QWidget *makeWaiting();
    [[nodiscard]] QWidget *makeChoice();
    void refresh();
    void setBrowserOpened(bool opened);
    void redrawIcon();
    void lookAround();
    void signIn();
    void checkAddress();
    void checkTyped();
    void choose();

    Account &m_account;
    MessageBar *m_messages;
    QLabel *m_icon;
    QStackedWidget *m_steps;
    QPushButton *m_signIn = nullptr;
    QLineEdit *m_address = nullptr;
    QLabel *m_addressProblem = nullptr;
    QLineEdit *m_asn = nullptr;
    QPushButton *m_lookAround = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_person = nullptr;
    QLabel *m_noNetwork = nullptr;
    NetworkChoice *m_choice = nullptr;
    QPushButton *m_continue = nullptr;
    QLabel *m_browserOpened = nullptr;
    BrowserAddress *m_browserMissing = nullptr;
};

} // namespace peerdesk
