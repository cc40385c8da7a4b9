// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QString>

namespace peerdesk {

/// One open SQLite connection with the settings all of Peerdesk's connections share. It belongs to the thread that
/// opens it and closes with the object.
class SqliteConnection
{
public:
    enum class Access { ReadWrite, ReadOnly };

    static Result<SqliteConnection> open(const QString &path, Access access);
    ~SqliteConnection();
    SqliteConnection(SqliteConnection &&other) noexcept;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;
    SqliteConnection &operator=(SqliteConnection &&) = delete;

    [[nodiscard]] QSqlDatabase &database() { return m_database; }
    /// Runs one statement that gives no rows.
    Result<void> run(const QString &sql);
    /// The first column of the first row; 0 if there is none.
    Result<qint64> number(const QString &sql);

private:
    explicit SqliteConnection(const QString &name)
        : m_name(name)
    {
    }

    QString m_name;
    QSqlDatabase m_database;
};

} // namespace peerdesk
