// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/rak/registrydesk.h"

#include "base/logging.h"
#include "base/logline.h"
#include "endpoint/peeringendpoint.h"
#include "http/answered.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

namespace peerdesk {
namespace {

constexpr std::chrono::hours aDayOrTwo(48); // third parties may keep a key set for so long

IssuerRules rulesNamed(IssuerRules rules, const QUrl &publicUrl)
{
    rules.name = publicUrl.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    return rules;
}

/// A statement can be checked as long as it lives, and a key is announced long before its first.
KeyRingRules ringFor(const IssuerRules &rules)
{
    KeyRingRules ring;
    ring.purpose = SigningKeyStore::Purpose::Statements;
    ring.signs = std::chrono::days(90);
    ring.publishedBefore = aDayOrTwo;
    ring.publishedAfter = std::chrono::ceil<std::chrono::hours>(rules.statementLife) + std::chrono::hours(1);
    return ring;
}

} // namespace

RegistryDesk::RegistryDesk(const IssuerConfig &config, const QUrl &publicUrl, Database &database,
                           PeeringEndpoint &endpoint, const Clock &clock)
    : m_holdersFile(config.holdersFile)
    , m_prefix(endpoint.prefix())
    , m_keys(database, clock, ringFor(config.rules))
    , m_issuer(database, clock, rulesNamed(config.rules, publicUrl), [this] { return m_keys.signer(); })
    , m_keeper(database, clock, m_issuer.rules())
    , m_importer(database, clock, m_issuer.rules())
    , m_routes(m_issuer, endpoint, clock)
{
}

void RegistryDesk::addRoutes(HttpRouter &router)
{
    router.add("GET", m_prefix + QStringLiteral("/rak/v1/jwks.json"), [this](HttpRequest, QStringList) {
        return answered(HttpResponse(200, m_keys.publishedSet(), QByteArrayLiteral("application/json")));
    });
    m_routes.addTo(router, m_prefix);
}

QCoro::Task<Result<void>> RegistryDesk::tend()
{
    if (m_tending)
        co_return Result<void>();
    m_tending = true;
    const auto done = qScopeGuard([this] { m_tending = false; });
    if (!m_begun) {
        auto beginning = m_keeper.begin();
        if (const auto begun = co_await beginning; !begun)
            co_return begun;
        m_begun = true;
    }
    auto ring = m_keys.tend();
    if (const auto tended = co_await ring; !tended)
        co_return tended;
    auto taking = takeHolders();
    if (const auto taken = co_await taking; !taken)
        co_return taken;
    auto keeping = m_keeper.tend();
    co_return co_await keeping;
}

QCoro::Task<Result<void>> RegistryDesk::takeHolders()
{
    const QDateTime changed = QFileInfo(m_holdersFile).lastModified();
    if (changed.isValid() && changed == m_read) {
        if (m_waiting.isEmpty())
            co_return Result<void>();
        auto asking = m_importer.isAccepted(m_waiting);
        const auto accepted = co_await asking;
        if (!accepted || !*accepted)
            co_return accepted ? Result<void>() : Result<void>(accepted.error());
    }
    QFile json(m_holdersFile);
    if (!json.open(QIODevice::ReadOnly)) {
        complain(json.errorString());
        co_return Result<void>();
    }
    const auto file = HolderFile::parse(json.readAll());
    if (!file) {
        QString complaint = file.error().detail;
        for (const FieldError &fault : file.error().fields)
            complaint += QStringLiteral("; %1 %2").arg(fault.field, fault.messages.value(0));
        complain(complaint);
        m_read = changed;
        m_waiting.clear();
        co_return Result<void>();
    }
    auto taking = m_importer.take(*file, changed.toMSecsSinceEpoch());
    const auto taken = co_await taking;
    if (!taken)
        co_return taken.error();
    m_read = changed;
    m_waiting = taken->waits ? file->hash : QString();
    if (taken->waits)
        complain(QStringLiteral("would drop %1 holders and %2 keys, or has been replaced before, and waits for a "
                                "person (peerdeskd holders accept %3)")
                     .arg(taken->holdersLost)
                     .arg(taken->keysLost)
                     .arg(file->hash));
    else
        m_complaint.clear();
    if (!taken->waits && taken->changed > 0)
        logFacts(lcEndpoint(), QStringLiteral("took over the list of holders"),
                 {{"changed", qint64(taken->changed)},
                  {"holders_lost", qint64(taken->holdersLost)},
                  {"keys_lost", qint64(taken->keysLost)}});
    co_return Result<void>();
}

void RegistryDesk::complain(const QString &complaint)
{
    if (complaint != m_complaint)
        qCWarning(lcEndpoint).noquote() << m_holdersFile << complaint;
    m_complaint = complaint;
}

} // namespace peerdesk
