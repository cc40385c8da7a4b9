// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/request.h"
#include "peeringapi/createrequest.h"

#include <QCoroTask>

#include <functional>

class QSqlDatabase;

namespace peerdesk {

class Database;

/// A key that goes with a request of ours as proof of what we will announce, and how it went.
struct SentKey
{
    enum class Way {
        Waiting,
        WithStatement,
        Alone, ///< its issuer's statement could not be had: the other side sees the reference and no proof
    };

    QString reference;
    Way way = Way::Waiting;
    QString why; ///< of Alone, in words

    bool operator==(const SentKey &) const = default;
};

/// "Key 80K-380J6-…: its issuer's statement went along".
[[nodiscard]] QString sentKeySentence(const SentKey &key);

// Within a job:
[[nodiscard]] Result<QList<SentKey>> sentKeys(QSqlDatabase &database, const QString &requestId);
[[nodiscard]] Result<void> keepSentKeys(QSqlDatabase &database, const Request &request, const QList<SentKey> &keys,
                                        UtcMs now);
/// What is to go along once more, of requests that were sent or tried before.
[[nodiscard]] Result<QStringList> keysOfRequests(QSqlDatabase &database, const QStringList &requestIds);

/// The newest statement about a key that its issuer gives its holder.
using StatementSource = std::function<QCoro::Task<Result<QByteArray>>(QString reference)>;

/// Asks for a statement about each key that goes with the request, and notes which could not be had: that keeps nothing
/// from being sent. Storage errors only.
[[nodiscard]] QCoro::Task<Result<QList<KeyProof>>> proofsFor(Database *database, StatementSource source,
                                                             Request request, UtcMs now);

} // namespace peerdesk
