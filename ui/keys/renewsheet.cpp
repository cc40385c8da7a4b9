// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/renewsheet.h"

#include "keys/lastday.h"

#include <QPushButton>

namespace peerdesk {

RenewSheet::RenewSheet(const QStringList &names, const Clock &clock, QWidget *parent)
    : Sheet(tr("Renew"), tr("Renew"), parent)
{
    constexpr qsizetype shown = 8;
    QStringList lines = names.mid(0, shown);
    if (lines.size() < names.size())
        lines.append(tr("and %n more", nullptr, static_cast<int>(names.size() - shown)));
    addText(tr("The key stays the same, with its prefixes and its AS; only its end moves."));
    addText(lines.join(QLatin1Char('\n')));
    auto *until = new LastDay(clock, this);
    addRow(tr("New last day"), until, tr("In UTC, a year from now at most."));
    connect(deed(), &QPushButton::clicked, this, [this, until] {
        Q_EMIT renewed(until->expiry());
        close();
    });
}

} // namespace peerdesk
