// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/grantstanding.h"

#include "base/logging.h"
#include "storage/auditstore.h"
#include "storage/database.h"

#include <QCoroFuture>
#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk {
namespace {

Error notReadable(const Error &error)
{
    return Error(ErrorKind::Unavailable,
                 QStringLiteral("the rights cannot be read at PeeringDB: %1").arg(error.detail));
}

} // namespace

Error refusedGrant(const QString &why)
{
    return Error(ErrorKind::Unauthenticated, why);
}

Error endedSignIn()
{
    return refusedGrant(QStringLiteral("the sign-in has ended"));
}

QString claimsText(const Identity &person)
{
    return QString::fromUtf8(QJsonDocument(person.toClaims()).toJson(QJsonDocument::Compact));
}

GrantStanding::GrantStanding(Database &database, Federation &federation, RightsRules rights,
                             std::chrono::milliseconds rightsAge, const Clock &clock)
    : m_database(database)
    , m_federation(federation)
    , m_rights(std::move(rights))
    , m_rightsAge(rightsAge)
    , m_clock(clock)
{
}

QCoro::Task<Result<Grant>> GrantStanding::refreshed(Grant grant)
{
    if (m_clock.now() - grant.rightsReadAt <= m_rightsAge.count())
        co_return grant;
    if (m_reading.contains(grant.id)) {
        Error busy(ErrorKind::Unavailable, QStringLiteral("the rights are being read already"));
        busy.retryAfter = std::chrono::seconds(1);
        co_return busy;
    }
    m_reading.insert(grant.id);
    auto reading = readRights(grant);
    const auto fresh = co_await reading;
    m_reading.remove(grant.id);
    co_return fresh;
}

/// A grant ends when the provider has ended it, or names somebody else, or no right is left: never because the provider
/// could not be asked.
QCoro::Task<Result<Grant>> GrantStanding::readRights(Grant grant)
{
    auto renewing = renewUpstream(grant);
    const auto access = co_await renewing;
    if (!access)
        co_return access.error();
    auto asking = m_federation.reread(*access);
    const auto read = co_await asking;
    if (!read)
        co_return notReadable(read.error());
    const Identity person = m_rights.counted(*read);
    QString why;
    if (person.subject != grant.subject)
        why = QStringLiteral("PeeringDB answered for another person");
    else if (person.networks.isEmpty())
        why = QStringLiteral("the person may manage the peering sessions of no network any more");
    if (!why.isEmpty()) {
        auto ending = refuseAndEnd(grant.id, why);
        co_return co_await ending;
    }
    grant.person = person.toString();
    grant.claims = claimsText(person);
    grant.rightsReadAt = m_clock.now();
    auto future = m_database.write([grant](QSqlDatabase &database) { return GrantStore(database).setRights(grant); });
    const auto stored = co_await future;
    if (!stored)
        co_return stored.error();
    if (!*stored)
        co_return endedSignIn();
    co_return grant;
}

/// An access token of the provider. Its next refresh token is stored before this one is used for anything: the old one
/// is worth nothing any more, and whatever fails from here on must not cost the person their sign-in.
QCoro::Task<Result<Secret>> GrantStanding::renewUpstream(Grant grant)
{
    const auto upstream = m_database.envelope().open(grant.upstream, grant.id);
    if (!upstream)
        co_return upstream.error();
    if (upstream->isEmpty()) {
        auto ending = refuseAndEnd(grant.id, QStringLiteral("PeeringDB gave no way to read the rights again"));
        const auto refused = co_await ending;
        co_return refused.error();
    }
    auto renewing = m_federation.renew(*upstream);
    const auto renewal = co_await renewing;
    if (!renewal && renewal.error().kind == ErrorKind::Unauthenticated) {
        auto ending = refuseAndEnd(grant.id, QStringLiteral("PeeringDB no longer stands by the sign-in"));
        const auto refused = co_await ending;
        co_return refused.error();
    }
    if (!renewal)
        co_return notReadable(renewal.error());
    const auto sealed = m_database.envelope().seal(renewal->refresh, grant.id);
    if (!sealed)
        co_return sealed.error();
    auto future = m_database.write([id = grant.id, upstream = *sealed](QSqlDatabase &database) {
        return GrantStore(database).setUpstream(id, upstream);
    });
    const auto kept = co_await future;
    if (!kept)
        co_return kept.error();
    if (!*kept) { // signed out meanwhile, which gave the old one back
        grant.upstream = *sealed;
        auto giving = giveBack(grant);
        co_await giving;
        co_return endedSignIn();
    }
    co_return renewal->access;
}

/// The error for whoever came with it.
QCoro::Task<Result<Grant>> GrantStanding::refuseAndEnd(QString id, QString why)
{
    auto ending = end(id, why);
    const auto ended = co_await ending;
    co_return ended ? refusedGrant(why) : ended.error();
}

QCoro::Task<Result<void>> GrantStanding::end(QString id, QString why)
{
    const UtcMs now = m_clock.now();
    auto future = m_database.write([id, why, now](QSqlDatabase &database) -> Result<Grant> {
        const auto grant = GrantStore(database).grant(id);
        if (!grant)
            return grant.error();
        if (!*grant || (*grant)->revokedAt != 0)
            return Grant();
        if (const auto ended = endHere(database, **grant, now, why); !ended)
            return ended.error();
        return **grant;
    });
    const auto ended = co_await future;
    if (!ended)
        co_return ended.error();
    auto giving = giveBack(*ended);
    co_await giving;
    co_return Result<void>();
}

/// What is over here is to be over at the provider too. If that cannot be told, it has an end there of its own.
QCoro::Task<void> GrantStanding::giveBack(Grant ended)
{
    const auto upstream = m_database.envelope().open(ended.upstream, ended.id);
    if (!upstream || upstream->isEmpty())
        co_return;
    auto giving = m_federation.giveBack(*upstream);
    if (const auto given = co_await giving; !given)
        qCInfo(lcEndpoint).noquote() << "grant" << ended.id << "was not given back:" << given.error().detail;
}

Result<void> GrantStanding::endHere(QSqlDatabase &database, const Grant &grant, UtcMs now, const QString &why)
{
    AuditEntry entry;
    entry.at = now;
    entry.who = grant.person;
    entry.noun = QStringLiteral("grant");
    entry.nounId = grant.id;
    entry.toState = QStringLiteral("revoked");
    entry.why = why;
    if (const auto noted = AuditStore(database).append(entry); !noted)
        return noted;
    qCInfo(lcEndpoint).noquote() << "grant" << grant.id << "ended:" << why;
    return GrantStore(database).revoke(grant.id, now, why);
}

} // namespace peerdesk
