// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/databaseaddress.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>

namespace peerdesk {

/// One open connection with the settings that all of Peerdesk's connections share, and the seam between SQLite and
/// PostgreSQL: what the two do differently is a virtual function here, and everything else is SQL that both speak. It
/// belongs to the thread that opens it and closes with the object.
class SqlConnection
{
public:
    enum class Access { ReadWrite, ReadOnly };

    static Result<std::unique_ptr<SqlConnection>> open(const DatabaseAddress &address, Access access);
    /// The same for whoever prepares the database: nobody else does until this connection closes. Waits for 30 s.
    static Result<std::unique_ptr<SqlConnection>> openAlone(const DatabaseAddress &address);
    virtual ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    [[nodiscard]] QSqlDatabase &database() { return m_database; }
    /// Runs one statement that gives no rows.
    Result<void> run(const QString &sql);
    /// The first column of the first row; 0 if there is none.
    Result<qint64> number(const QString &sql);
    [[nodiscard]] bool hasTable(const QString &name) const;

    /// One snapshot of the whole database; run("ROLLBACK") ends it.
    virtual Result<void> beginReading() = 0;
    /// A transaction that no other program's writing transaction overlaps.
    virtual Result<void> beginWriting() = 0;
    /// On the disk, or an error. What an error says of the outcome stands in `outcomeIsUnknown()`.
    virtual Result<void> commit();
    /// The last commit() failed in a way that leaves open whether it took place.
    [[nodiscard]] virtual bool outcomeIsUnknown() const { return false; }
    /// On another connection: whether the commit of `lost`, whose outcome is unknown, took place. Unavailable while
    /// the server does not know it yet.
    [[nodiscard]] virtual Result<bool> wasCommitted(const SqlConnection &lost);
    /// The server went away: nothing more can be done with this connection.
    [[nodiscard]] virtual bool isLost() const { return false; }
    /// Whether anybody committed since the last look, as far as this connection tells.
    virtual bool hasNews() { return false; }
    /// Whether the role that is connected may change anything.
    [[nodiscard]] virtual bool mayWrite() { return true; }
    /// A copy of the database beside it, before the migration from `version` on. Nothing where that is the business
    /// of whoever runs the server.
    virtual Result<void> backUpBeside(int version);

protected:
    explicit SqlConnection(const QString &driver);
    /// Opens `m_database` as it has been set up; `what` names it in the error.
    Result<void> openDatabase(const QString &what);

    QString m_name;
    QSqlDatabase m_database;
};

} // namespace peerdesk
