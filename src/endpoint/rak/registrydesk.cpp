// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/rak/registrydesk.h"

#include "base/logging.h"
#include "base/logline.h"

#include <QFile>
#include <QFileInfo>

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

QString prefixOf(const QUrl &publicUrl)
{
    QString prefix = publicUrl.path();
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    return prefix;
}

} // namespace

RegistryDesk::RegistryDesk(const IssuerConfig &config, const QUrl &publicUrl, Database &database,
                           PeeringEndpoint &endpoint, const Clock &clock)
    : m_holdersFile(config.holdersFile)
    , m_prefix(prefixOf(publicUrl))
    , m_keys(database, clock, ringFor(config.rules))
    , m_issuer(database, clock, rulesNamed(config.rules, publicUrl), [this] { return m_keys.signer(); })
    , m_keeper(database, clock, m_issuer.rules())
    , m_importer(database, clock, m_issuer.rules())
    , m_routes(m_issuer, endpoint, clock)
{
}

void RegistryDesk::addRoutes(HttpRouter &router)
{
    router.add("GET", m_prefix + QStringLiteral("/rak/v1/jwks.json"),
               [this](HttpRequest, QStringList) -> QCoro::Task<HttpResponse> {
                   co_return HttpResponse(200, m_keys.publishedSet(), QByteArrayLiteral("application/json"));
               });
    m_routes.addTo(router, m_prefix);
}

QCoro::Task<Result<void>> RegistryDesk::tend()
{
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
    if (changed.isValid() && changed == m_taken)
        co_return Result<void>();
    QString complaint;
    QFile json(m_holdersFile);
    if (!json.open(QIODevice::ReadOnly)) {
        complaint = json.errorString();
    } else if (const auto file = HolderFile::parse(json.readAll()); !file) {
        complaint = file.error().detail;
        for (const FieldError &fault : file.error().fields)
            complaint += QStringLiteral("; %1 %2").arg(fault.field, fault.messages.value(0));
    } else {
        auto taking = m_importer.take(*file);
        const auto taken = co_await taking;
        if (!taken)
            co_return taken.error();
        const LogFacts facts{{"changed", qint64(taken->changed)},
                             {"holders_lost", qint64(taken->holdersLost)},
                             {"keys_lost", qint64(taken->keysLost)}};
        if (taken->waits)
            complaint = QStringLiteral("it would drop %1 holders and %2 keys, and waits for a person "
                                       "(peerdeskd holders accept %3)")
                            .arg(taken->holdersLost)
                            .arg(taken->keysLost)
                            .arg(file->hash);
        else if (taken->changed > 0)
            logFacts(lcEndpoint(), QStringLiteral("took over the list of holders"), facts);
        if (!taken->waits)
            m_taken = changed;
    }
    if (!complaint.isEmpty() && complaint != m_complaint)
        qCWarning(lcEndpoint).noquote() << m_holdersFile << complaint;
    m_complaint = complaint;
    co_return Result<void>();
}

} // namespace peerdesk
