// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/servertime.h"

#include "storage/statement.h"

#include <QDateTime>

namespace peerdesk {

Result<UtcMs> serverTime(QSqlDatabase &database)
{
    const auto text = Statement(database, QStringLiteral("SELECT CAST(CURRENT_TIMESTAMP AS TEXT)"))
                          .first<QString>([](Statement &row) { return row.text(); });
    if (!text)
        return text.error();
    // SQLite gives UTC without saying so, PostgreSQL the session's zone with its offset.
    QDateTime time = QDateTime::fromString(text->value_or(QString()), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        return Error(ErrorKind::Storage,
                     QStringLiteral("the database gives no time: %1").arg(text->value_or(QString())));
    return time.toMSecsSinceEpoch();
}

} // namespace peerdesk
