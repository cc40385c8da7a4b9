// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QStringList>

#include <functional>

class QMenu;

namespace peerdesk {

/// Any number of words out of a list, ticked in its menu: what the directory calls things cannot be mistyped. Words
/// that stand in it and not in the list are offered as well.
class WordsButton : public QPushButton
{
    Q_OBJECT

public:
    /// `shown` says how a word is written on the screen.
    WordsButton(QStringList words, std::function<QString(const QString &)> shown, QWidget *parent = nullptr);

    void setChosen(const QStringList &words);
    [[nodiscard]] const QStringList &chosen() const { return m_chosen; }

Q_SIGNALS:
    void chosenChanged();

private:
    void refresh();

    QStringList m_words;
    std::function<QString(const QString &)> m_shown;
    QStringList m_chosen;
    QMenu *m_menu;
};

} // namespace peerdesk
