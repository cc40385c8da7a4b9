// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "rak/keystatement.h"

#include <QCoroTask>

#include <functional>

namespace peerdesk {

/// What an issuer says of a key, with the signed text, which was checked.
struct CheckedKey
{
    KeyStatement statement;
    QByteArray text;
};

/// Keys of which something has changed since a place in an issuer's journal.
struct IssuerNews
{
    QList<KeyReference> changed;
    qint64 next = 0;      ///< where to go on
    bool more = false;    ///< there is more already
    UtcMs toldAt = 0;     ///< by the issuer's clock; 0: it does not say
    bool complete = true; ///< false: the journal does not reach back so far, every key has to be asked about
};

/// How the registry asks the issuers that it trusts; made by whoever may call outward. Errors are those of HttpClient,
/// Denied or NotFound where the issuer says no, Throttled with the time to wait, and those of checkStatement(). Only
/// after verify() does an issuer tell what becomes of a key: a statement proves what was so when it was signed.
struct IssuerCalls
{
    std::function<QCoro::Task<Result<CheckedKey>>(BearerKey key)> verify;
    std::function<QCoro::Task<Result<CheckedKey>>(Registry registry, QByteArray statement)> check;
    std::function<QCoro::Task<Result<CheckedKey>>(KeyReference reference, Serial known)> status;
    std::function<QCoro::Task<Result<IssuerNews>>(Registry registry, qint64 since)> news;
};

} // namespace peerdesk
