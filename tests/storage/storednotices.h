// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/noticestore.h"

namespace peerdesk::test {

// The smallest thing that a database keeps, for tests that are about the database itself.

inline const Asn own(64496);

inline Notice notice(int number)
{
    Notice n;
    n.id = QStringLiteral("%1").arg(number, 8, 10, QLatin1Char('0'));
    n.ownAsn = own;
    n.otherAsn = Asn(64500);
    n.text = QStringLiteral("notice %1").arg(number);
    n.at = number;
    return n;
}

inline QFuture<Result<void>> add(Database &database, int number)
{
    return database.write([number](QSqlDatabase &db) { return NoticeStore(db).add(notice(number)); });
}

/// None where they cannot be read.
inline QList<Notice> stored(Database &database)
{
    auto future = database.read([](QSqlDatabase &db) { return NoticeStore(db).waiting(own); });
    const auto result = future.result();
    return result ? *result : QList<Notice>();
}

} // namespace peerdesk::test
