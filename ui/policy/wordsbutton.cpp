// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/wordsbutton.h"

#include <QAction>
#include <QMenu>

namespace peerdesk {

WordsButton::WordsButton(QStringList words, std::function<QString(const QString &)> shown, QWidget *parent)
    : QPushButton(parent)
    , m_words(std::move(words))
    , m_shown(std::move(shown))
    , m_menu(new QMenu(this))
{
    setMenu(m_menu);
    setAutoDefault(false);
    refresh();
}

void WordsButton::setChosen(const QStringList &words)
{
    if (words == m_chosen)
        return;
    m_chosen = words;
    refresh();
}

void WordsButton::refresh()
{
    QStringList offered = m_words;
    for (const QString &word : std::as_const(m_chosen)) {
        if (!offered.contains(word))
            offered.append(word);
    }
    m_menu->clear();
    QStringList shown;
    for (const QString &word : std::as_const(offered)) {
        QAction *action = m_menu->addAction(m_shown(word));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(word));
        if (action->isChecked())
            shown.append(action->text());
        connect(action, &QAction::toggled, this, [this, word, offered](bool ticked) {
            QStringList chosen;
            for (const QString &other : offered) {
                if (other == word ? ticked : m_chosen.contains(other))
                    chosen.append(other);
            }
            m_chosen = chosen;
            // The action that brought us here is one of the menu's.
            QMetaObject::invokeMethod(this, &WordsButton::refresh, Qt::QueuedConnection);
            Q_EMIT chosenChanged();
        });
    }
    setText(shown.isEmpty() ? tr("Choose…") : shown.join(QStringLiteral(", ")));
    setToolTip(shown.size() > 1 ? text() : QString());
}

} // namespace peerdesk
