// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/keysheet.h"

#include "theme/palette.h"
#include "widgets/keycap.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace peerdesk {
namespace {

QWidget *keycaps(const QKeySequence &keys, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(row->fontMetrics().height() / 5);
    const QStringList parts = keys.toString(QKeySequence::NativeText).split(u'+', Qt::SkipEmptyParts);
    for (const QString &key : parts)
        line->addWidget(new Keycap(key, row));
    line->addStretch(1);
    return row;
}

} // namespace

KeySheet::KeySheet(const QList<Group> &groups, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *columns = new QHBoxLayout(this);
    const int line = fontMetrics().height();
    columns->setContentsMargins(line * 3 / 2, line * 3 / 2, line * 3 / 2, line * 3 / 2);
    columns->setSpacing(line * 5 / 2);
    for (const Group &group : groups) {
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(line);
        grid->setVerticalSpacing(line / 3);
        auto *title = new QLabel(group.title, this);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        title->setFont(strong);
        title->setForegroundRole(role::secondaryText);
        grid->addWidget(title, 0, 0, 1, 2);
        int row = 1;
        for (const QAction *action : group.actions) {
            if (action->shortcut().isEmpty())
                continue;
            auto *word = new QLabel(action->text().remove(u'&'), this);
            word->setTextFormat(Qt::PlainText);
            grid->addWidget(keycaps(action->shortcut(), this), row, 0);
            grid->addWidget(word, row, 1);
            ++row;
        }
        grid->setRowStretch(row, 1);
        columns->addLayout(grid);
    }
}

} // namespace peerdesk
