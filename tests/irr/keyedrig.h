// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/hungkeystore.h"
#include "irr/issuerstandingstore.h"
#include "irr/keyfollower.h"
#include "irr/objectkeeper.h"
#include "irr/playedissuer.h"
#include "irr/routedesk.h"
#include "irr/routestore.h"
#include "storage/database.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"

#include <QTemporaryDir>

namespace peerdesk::test {

using namespace std::chrono_literals;

inline const QString ours = QStringLiteral("OURS");
inline const Author noc{QStringLiteral("AS64500"), {Asn(64500)}};
inline const Author stranger{QStringLiteral("AS64501"), {Asn(64501)}};

inline RpslObject routeText(const char *prefix, const char *origin = "AS64500",
                            const char *maintainer = "MAINT-AS64500")
{
    const QByteArray name = QByteArray(prefix).contains(':') ? "route6: " : "route: ";
    return *RpslObject::parse(name + prefix + "\norigin: " + origin + "\nmnt-by: " + maintainer + "\nsource: OURS\n");
}

inline Proof with(const BearerKey &key)
{
    Proof proof;
    proof.key = key.toText();
    return proof;
}

inline Trust ripeTest(Trust::Unvouched unvouched = Trust::Unvouched::Locked)
{
    const auto space = delegatedSpace("2|ripencc|20261123|2|||+0000\n"
                                      "ripencc|*|ipv4|*|2|summary\n"
                                      "ripencc|NL|ipv4|192.0.2.0|256|19930901|allocated|x\n"
                                      "ripencc|NL|ipv4|10.0.0.0|16777216|19930901|assigned\n"
                                      "ripencc|NL|ipv4|198.51.100.0|256||available|\n"
                                      "ripencc|NL|asn|64500|1|19930901|allocated\n"
                                      "ripencc|NL|ipv6|2001:db8::|32|19990826|allocated\n");
    return Trust({{Registry::RipeTest, *space}}, unvouched);
}

/// A registry of route objects whose maintainers are MAINT-AS64500 and MAINT-AS64501, and the played issuer that it
/// trusts for 192.0.2.0/24, 10.0.0.0/8 and 2001:db8::/32.
class KeyedRig
{
protected:
    template<class F> auto read(F job) { return m_database->read(job).result(); }
    template<class F> auto write(F job) { return m_database->write(job).result(); }

    Result<RouteObject> create(const RpslObject &object, const Proof &proof, const Author &author = noc)
    {
        return outcomeOf(m_desk->create(author, object, proof));
    }
    /// What the daemon does every second.
    void tick()
    {
        if (!outcomeOf(m_follower->run()).ok() || !outcomeOf(m_keeper->tend()).ok())
            qFatal("the housekeeping fails");
    }
    QStringList seen()
    {
        return *read([](QSqlDatabase &db) { return RouteStore(db).prefixes({Asn(64500)}, Family::None, 1000); });
    }
    qsizetype kept() { return outcomeOf(m_desk->routes(noc, {}, 1000))->size(); }
    HungKey hungKey(const KeyReference &reference)
    {
        return **read([reference](QSqlDatabase &db) { return HungKeyStore(db).key(reference); });
    }
    /// Each on a key of its own, 10.0.0.0/16 to 10.19.0.0/16.
    QList<BearerKey> twentyObjects(std::chrono::seconds life)
    {
        QList<BearerKey> keys;
        for (int i = 0; i < 20; ++i) {
            const QByteArray prefix = "10." + QByteArray::number(i) + ".0.0/16";
            keys.append(m_issuer->issue({QString::fromLatin1(prefix)}, life));
            if (!create(routeText(prefix.constData()), with(keys.last())).ok())
                qFatal("no object can be made");
        }
        return keys;
    }
    /// For longer than the operator's patience.
    void fallSilent()
    {
        tick();
        m_issuer->setSilent(true);
        m_clock.advance(1h);
        tick();
        m_clock.advance(24h * 8);
        tick();
    }
    IssuerStanding standing()
    {
        return *write([](QSqlDatabase &db) { return IssuerStandingStore(db).standing(Registry::RipeTest); });
    }
    void open(const HousekeepingRules &rules, Trust::Unvouched unvouched = Trust::Unvouched::Locked)
    {
        HousekeepingRules complete = rules;
        complete.registries = {Registry::RipeTest};
        m_desk = std::make_unique<RouteDesk>(*m_database, m_clock, ours, ripeTest(unvouched), m_issuer->calls());
        m_follower = std::make_unique<KeyFollower>(*m_database, m_clock, m_issuer->calls(), complete, m_witness);
        m_keeper = std::make_unique<ObjectKeeper>(*m_database, m_clock, ours, complete, m_witness);
    }
    /// A database, an issuer and two maintainers.
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(ManualClock().now());
        m_witness = ClockWitness();
        m_database = std::move(*Database::open(newDatabase(*m_folder), m_clock));
        m_issuer = std::make_unique<PlayedIssuer>(m_clock);
        open({});
        for (const std::uint32_t asn : {64500U, 64501U}) {
            const Maintainer one{QStringLiteral("MAINT-AS%1").arg(asn), Asn(asn), {}, m_clock.now()};
            if (!write([one](QSqlDatabase &db) { return MaintainerStore(db).put(one); }).ok())
                qFatal("no maintainer can be made");
        }
    }
    void end()
    {
        m_follower.reset();
        m_keeper.reset();
        m_desk.reset();
        m_database.reset();
    }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<PlayedIssuer> m_issuer;
    ClockWitness m_witness;
    std::unique_ptr<RouteDesk> m_desk;
    std::unique_ptr<KeyFollower> m_follower;
    std::unique_ptr<ObjectKeeper> m_keeper;
};

} // namespace peerdesk::test
