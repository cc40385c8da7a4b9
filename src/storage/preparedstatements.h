// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <unordered_map>

class QSqlDatabase;
class QSqlError;
struct sqlite3;
struct sqlite3_stmt;

namespace peerdesk {

/// The statements of one SQLite connection, for Statement to take and to give back: preparing one costs more than
/// running it. They are SQLite's own, on the handle that Qt's driver holds: the driver asks for the name and the type of
/// every column each time a statement runs, and boxes every value. A statement in use is not here, so that the same SQL
/// may be used within itself. It hangs on the driver, where whoever has the QSqlDatabase finds it; made after the
/// connection was opened, and destroyed before it is closed, by the connection's owner. Used on the thread of its
/// connection.
class PreparedStatements : public QObject
{
    Q_OBJECT

public:
    /// Whether the driver uses the SQLite that this program is linked to; otherwise its handle is not ours to use.
    [[nodiscard]] static bool canUse(const QSqlDatabase &database);
    explicit PreparedStatements(const QSqlDatabase &database);

    /// Null for a connection that has none.
    [[nodiscard]] static PreparedStatements *of(const QSqlDatabase &database);

    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

    /// Null if SQLite does not understand it, see lastError().
    [[nodiscard]] Prepared take(const QString &sql);
    void give(const QString &sql, Prepared statement);

    [[nodiscard]] int rowsChanged() const;
    [[nodiscard]] QSqlError lastError() const;

private:
    sqlite3 *const m_handle;
    std::unordered_map<QString, Prepared> m_idle; ///< null while one is in use
};

} // namespace peerdesk
