// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSqlQuery>
#include <QString>

#include <optional>
#include <unordered_map>

class QSqlDatabase;

namespace peerdesk {

/// The statements of one connection that were prepared before, for Statement to take up again: preparing one
/// costs more than running it. A statement in use is not here, so that the same SQL may be used within
/// itself. It hangs on the connection's driver, where whoever has the QSqlDatabase finds it; made after the
/// connection was opened, and destroyed before it is closed, by the connection's owner. Used on the thread of
/// its connection.
class PreparedStatements : public QObject
{
    Q_OBJECT

public:
    explicit PreparedStatements(QSqlDatabase &database);

    /// Null for a connection that has none.
    [[nodiscard]] static PreparedStatements *of(const QSqlDatabase &database);

    /// Nothing if it was not prepared yet, or is in use.
    [[nodiscard]] std::optional<QSqlQuery> take(const QString &sql);
    /// Only what ran without an error, and is finished.
    void give(const QString &sql, QSqlQuery query);

private:
    std::unordered_map<QString, QSqlQuery> m_idle;
};

} // namespace peerdesk
