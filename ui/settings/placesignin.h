// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QPushButton;

namespace peerdesk {

class Account;

/// Who is signed in at one address, and the button that signs in or out there. Nothing can be done while there is no
/// address.
class PlaceSignIn : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceSignIn(Account &account, QWidget *parent = nullptr);

    void setAddress(const QUrl &address);

Q_SIGNALS:
    void failed(const peerdesk::Error &error, const QString &host);
    void succeeded();

private:
    void refreshPerson();
    void showPerson(const QString &person);
    void signInOrOut();

    Account &m_account;
    QUrl m_address;
    QUrl m_signingInAt; ///< while the browser is open
    bool m_signedIn = false;
    QLabel *m_person;
    QPushButton *m_button;
};

} // namespace peerdesk
