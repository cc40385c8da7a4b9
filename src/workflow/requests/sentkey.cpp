// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/sentkey.h"

#include "peering/words.h"
#include "peeringapi/wirejson.h"
#include "storage/database.h"
#include "storage/requestkeystore.h"
#include "workflow/errortext.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <array>

namespace peerdesk {
namespace {

using Way = SentKey::Way;

constexpr std::array wayWords = {
    Word<Way>{Way::Waiting, "waiting"},
    Word<Way>{Way::WithStatement, "with-statement"},
    Word<Way>{Way::Alone, "alone"},
};

struct SentKeyWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::SentKey)
};

QString whyNone(const Error &error)
{
    return error.detail.isEmpty() ? errorSentence(error, SentKeyWords::tr("The issuer")) : error.detail;
}

QCoro::Task<Result<QByteArray>> statementOfKey(StatementSource source, QString reference)
{
    if (!source)
        co_return Error(ErrorKind::Unavailable, SentKeyWords::tr("no issuer of keys is set up"));
    auto asking = source(reference);
    auto statement = co_await asking;
    if (statement && (statement->isEmpty() || statement->size() > maxStatementBytes))
        co_return Error(ErrorKind::Protocol, SentKeyWords::tr("the issuer gave none that can go along"));
    co_return statement;
}

} // namespace

QString sentKeySentence(const SentKey &key)
{
    switch (key.way) {
    case Way::WithStatement:
        return SentKeyWords::tr("Key %1: its issuer's statement went along").arg(key.reference);
    case Way::Alone:
        return SentKeyWords::tr("Key %1: went along by its reference alone, which proves nothing: %2")
            .arg(key.reference, key.why);
    case Way::Waiting:
        break;
    }
    return SentKeyWords::tr("Key %1: goes along").arg(key.reference);
}

Result<QList<SentKey>> sentKeys(QSqlDatabase &database, const QString &requestId)
{
    const auto stored = RequestKeyStore(database).keys(requestId);
    if (!stored)
        return stored.error();
    QList<SentKey> keys;
    for (const StoredRequestKey &one : *stored)
        keys.append({one.reference, valueOf<Way>(wayWords, one.outcome).value_or(Way::Waiting), one.why});
    return keys;
}

Result<void> keepSentKeys(QSqlDatabase &database, const Request &request, const QList<SentKey> &keys, UtcMs now)
{
    QList<StoredRequestKey> stored;
    for (const SentKey &key : keys) {
        StoredRequestKey one;
        one.reference = key.reference;
        one.outcome = wordOf(wayWords, key.way);
        one.why = key.why;
        one.checkedAt = now;
        stored.append(one);
    }
    return RequestKeyStore(database).put(request.ownAsn, request.id, stored);
}

Result<QStringList> keysOfRequests(QSqlDatabase &database, const QStringList &requestIds)
{
    QStringList references;
    for (const QString &id : requestIds) {
        const auto keys = sentKeys(database, id);
        if (!keys)
            return keys.error();
        for (const SentKey &key : *keys)
            references.append(key.reference);
    }
    references.removeDuplicates();
    return references;
}

QCoro::Task<Result<QList<KeyProof>>> proofsFor(Database *database, StatementSource source, Request request, UtcMs now)
{
    auto reading = database->read([id = request.id](QSqlDatabase &db) { return sentKeys(db, id); });
    const auto read = co_await reading;
    if (!read)
        co_return read.error();
    QList<SentKey> keys = *read;
    QList<KeyProof> proofs;
    for (SentKey &key : keys) {
        auto asking = statementOfKey(source, key.reference);
        const auto statement = co_await asking;
        key.way = statement ? Way::WithStatement : Way::Alone;
        key.why = statement ? QString() : whyNone(statement.error());
        KeyProof proof;
        proof.reference = key.reference;
        proof.statement = statement ? *statement : QByteArray();
        proofs.append(proof);
    }
    if (keys.isEmpty())
        co_return proofs;
    auto writing =
        database->write([request, keys, now](QSqlDatabase &db) { return keepSentKeys(db, request, keys, now); });
    if (const auto written = co_await writing; !written)
        co_return written.error();
    co_return proofs;
}

} // namespace peerdesk
