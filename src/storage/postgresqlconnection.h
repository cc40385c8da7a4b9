// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"

namespace peerdesk {

/// A connection to a PostgreSQL server that several programs on several machines share. Writing transactions take one
/// advisory lock first and so follow each other, as they do in an SQLite file: a job may look and then write, and no
/// transaction fails because of another. Each commit that changed something is announced on `channel`.
class PostgreSqlConnection final : public SqlConnection
{
public:
    static Result<std::unique_ptr<SqlConnection>> open(const DatabaseAddress &address, Access access);
    static Result<std::unique_ptr<SqlConnection>> openAlone(const DatabaseAddress &address);

    [[nodiscard]] static QString channel() { return QStringLiteral("peerdesk"); }

    Result<void> beginReading() override;
    Result<void> beginWriting() override;
    Result<void> commit() override;
    [[nodiscard]] bool outcomeIsUnknown() const override { return !m_unknownTransaction.isEmpty(); }
    Result<bool> wasCommitted(const SqlConnection &lost) override;
    [[nodiscard]] bool isLost() const override;
    [[nodiscard]] bool mayWrite() override;

private:
    PostgreSqlConnection();
    Result<void> connectTo(const DatabaseAddress &address);

    QString m_unknownTransaction; ///< whose COMMIT was sent and not answered
};

} // namespace peerdesk
