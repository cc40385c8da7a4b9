// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/machinecredentials.h"

#include "auth/randomword.h"
#include "auth/scope.h"
#include "base/id.h"
#include "base/logging.h"
#include "storage/auditstore.h"
#include "storage/database.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace peerdesk {
namespace {

/// Tells a credential from a token, also to scanners that look for leaked ones.
const QByteArray credentialPrefix = QByteArrayLiteral("peerdesk_");
constexpr UtcMs betweenNotes = 60 * 1000;

AuditEntry auditOf(const MachineCredential &credential, UtcMs now, const QString &by, const QString &state)
{
    AuditEntry entry;
    entry.at = now;
    entry.who = by;
    entry.noun = QStringLiteral("credential");
    entry.nounId = credential.id;
    entry.toState = state;
    entry.why = QStringLiteral("%1: %2").arg(credential.asn.toString(), credential.name);
    return entry;
}

} // namespace

MachineCredentials::MachineCredentials(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

QCoro::Task<Result<Secret>> MachineCredentials::issue(Asn asn, QString name, QString scope, UtcMs expiresAt, QString by)
{
    const Secret secret(credentialPrefix + randomWord().toLatin1());
    MachineCredential credential;
    credential.createdAt = m_clock.now();
    credential.id = newId(credential.createdAt);
    credential.asn = asn;
    credential.name = name;
    credential.scope = scope;
    credential.hash = wordHash(secret);
    credential.issuedBy = by;
    credential.expiresAt = expiresAt;
    auto future = m_database.write([credential](QSqlDatabase &database) -> Result<void> {
        if (const auto added = CredentialStore(database).add(credential); !added)
            return added;
        return AuditStore(database).append(
            auditOf(credential, credential.createdAt, credential.issuedBy, QStringLiteral("issued")));
    });
    if (const auto done = co_await future; !done)
        co_return done.error();
    co_return secret;
}

QCoro::Task<Result<QList<MachineCredential>>> MachineCredentials::list()
{
    auto future = m_database.read([](QSqlDatabase &database) { return CredentialStore(database).credentials(); });
    co_return co_await future;
}

QCoro::Task<Result<void>> MachineCredentials::revoke(QString id, QString by)
{
    const UtcMs now = m_clock.now();
    auto future = m_database.write([id, by, now](QSqlDatabase &database) -> Result<void> {
        CredentialStore store(database);
        const auto credential = store.credential(id);
        if (!credential)
            return credential.error();
        const auto revoked = store.revoke(id, now);
        if (!revoked)
            return revoked.error();
        if (!*revoked)
            return Error(ErrorKind::NotFound);
        return AuditStore(database).append(auditOf(**credential, now, by, QStringLiteral("revoked")));
    });
    co_return co_await future;
}

/// Nobody waits for it, nor is turned away where nothing can be written: reading goes on.
void MachineCredentials::noteUse(const QString &id, UtcMs now)
{
    if (now - m_noted.value(id) < betweenNotes)
        return; // under way, or it failed a moment ago
    m_noted.insert(id, now);
    const auto told = [failing = m_failing](const Result<void> &noted) {
        if (!noted && !*failing)
            qCWarning(lcEndpoint).noquote() << "the last use of a credential cannot be noted:" << noted.error().detail;
        *failing = !noted;
    };
    auto future =
        m_database.write([id, now](QSqlDatabase &database) { return CredentialStore(database).noteUse(id, now); });
    future.then(qApp, told);
}

QCoro::Task<Result<Identity>> MachineCredentials::identify(PresentedToken presented)
{
    if (!presented.text().reveal().startsWith(credentialPrefix))
        co_return Error(ErrorKind::NotFound);
    const UtcMs now = m_clock.now();
    auto looking = m_database.ask([hash = wordHash(presented), now](QSqlDatabase &database) {
        return CredentialStore(database).holding(hash, now);
    });
    const auto found = co_await looking;
    if (!found)
        co_return found.error();
    const MachineCredential &credential = *found;
    if (now - credential.usedAt >= betweenNotes)
        noteUse(credential.id, now);
    NetworkRights rights;
    rights.asn = credential.asn.number();
    // One for a registry's keys asks for no sessions.
    if (isForSessions(credential.scope))
        rights.rights =
            static_cast<std::uint32_t>(NetworkRight::Read) | static_cast<std::uint32_t>(NetworkRight::Update);
    rights.forSessions = true;
    Identity machine;
    machine.subject = QStringLiteral("machine:") + credential.id;
    machine.displayName = QStringLiteral("%1 (machine of %2)").arg(credential.name, credential.asn.toString());
    machine.verified = true;
    machine.networks = {rights};
    machine.readOnly = isReadOnly(credential.scope);
    machine.scopes = credential.scope;
    co_return machine;
}

} // namespace peerdesk
