// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/keymenu.h"

namespace peerdesk {
namespace {

/// What is ticked may always be taken back.
QAction *itemFor(const KeyChoice &choice, QMenu *menu)
{
    QString words = choice.words;
    words.replace(u'&', QStringLiteral("&&"));
    auto *item = menu->addAction(choice.why.isEmpty() ? words : KeyMenu::tr("%1 (%2)").arg(words, choice.why));
    item->setCheckable(true);
    item->setChecked(choice.chosen);
    item->setEnabled(choice.why.isEmpty() || choice.chosen);
    item->setToolTip(choice.reference);
    item->setData(choice.reference);
    return item;
}

} // namespace

KeyMenu::KeyMenu(const QList<KeyChoice> &choices, QWidget *parent)
    : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Keys that go along"));
    setToolTipsVisible(true);
    for (const KeyChoice &choice : choices)
        itemFor(choice, this);
    if (choices.isEmpty())
        addAction(tr("No keys are held"))->setEnabled(false);
    connect(this, &QMenu::triggered, this, [this] {
        QStringList references;
        const QList<QAction *> items = actions();
        for (const QAction *item : items) {
            if (item->isChecked())
                references.append(item->data().toString());
        }
        Q_EMIT chosen(references);
    });
}

} // namespace peerdesk
