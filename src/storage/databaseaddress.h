// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QMap>
#include <QString>

namespace peerdesk {

/// Where a desk's database is: the path of an SQLite file, or "postgresql://USER@HOST:PORT/NAME?PARAMETER=VALUE" as
/// libpq writes it (postgresql.org/docs, "Connection URIs"), any of its parameters included. No password stands in
/// it, so that it may be logged: `passfile` or PGPASSFILE names the file that holds it.
struct DatabaseAddress
{
    DatabaseAddress(const QString &location_ = {}, const QString &keyFile_ = {})
        : location(location_)
        , keyFile(keyFile_)
    {
    }

    QString location;
    /// Where the key of the sealed secrets is. Every program that shares a PostgreSQL database has a copy of the same
    /// file and must name it; beside an SQLite file it lies as "FILE.key" unless another is named.
    QString keyFile;

    [[nodiscard]] bool isPostgreSql() const;
    [[nodiscard]] QString keyPath() const;

    /// libpq's parameters by name ("host", "dbname", ...), with Peerdesk's defaults for what is not said. Invalid for
    /// what is no such address, and for one with a password in it.
    [[nodiscard]] Result<QMap<QString, QString>> parameters() const;
};

} // namespace peerdesk
