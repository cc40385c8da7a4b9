// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"

#include <QLockFile>

namespace peerdesk {

/// A file in WAL mode. Other programs' commits are seen by looking (`PRAGMA data_version`).
class SqliteConnection final : public SqlConnection
{
public:
    static Result<std::unique_ptr<SqlConnection>> open(const QString &path, Access access);
    static Result<std::unique_ptr<SqlConnection>> openAlone(const QString &path);
    ~SqliteConnection() override;

    Result<void> beginReading() override;
    Result<void> beginWriting() override;
    bool hasNews() override;
    Result<void> backUpBeside(int version) override;
    /// Where the copy made before migrating from `version` lies.
    [[nodiscard]] static QString backupPath(const QString &path, int version);

private:
    explicit SqliteConnection(const QString &path);
    Result<void> openFile(Access access);

    const QString m_path;
    std::unique_ptr<QLockFile> m_alone;
    qint64 m_seenVersion = 0; // PRAGMA data_version: moves when another connection commits
    qint64 m_seenChanges = 0; // total_changes(): moves when this connection changes a row
};

} // namespace peerdesk
