// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/routeregistry.h"
#include "irr/whoisserver.h"
#include "storage/database.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"

#include <QHostAddress>

namespace peerdesk::test {

/// A small registry OURS behind its query service: AS64500 with four prefixes, one of them IPv6, and one that is
/// hidden; AS64501 with two, one of which is AS64500's as well; AS-OURS and AS-FRIENDS, which contain each other.
class WhoisRig
{
public:
    explicit WhoisRig(const WhoisLimits &limits = {}, const QueryLimits &queryLimits = {})
        : m_database(std::move(*Database::open(newDatabase(m_folder), m_clock)))
        , m_queries(*m_database, QStringLiteral("OURS"), queryLimits)
        , m_server(m_queries, limits)
    {
        fill();
        const auto listening = m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().detail));
    }

    [[nodiscard]] WhoisServer &server() { return m_server; }
    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.port()); }

    /// `job(RouteRegistry &, const RegistryChange &)` gives a Result.
    template<class F> auto change(F job)
    {
        const RegistryChange why{QStringLiteral("a test"), QString(), m_clock.now()};
        return m_database
            ->write([job, why](QSqlDatabase &db) {
                RouteRegistry registry(db, QStringLiteral("OURS"));
                return job(registry, why);
            })
            .result();
    }
    /// The object's id.
    QString addRoute(const QString &prefix, Asn origin)
    {
        const bool v6 = prefix.contains(u':');
        const auto route = RouteObject::read(
            read(QStringLiteral("%1: %2\norigin: %3").arg(v6 ? u"route6" : u"route", prefix, origin.toString())),
            QStringLiteral("OURS"));
        const auto added =
            change([route](RouteRegistry &registry, const RegistryChange &why) { return registry.add(*route, why); });
        return added->id;
    }
    void putSet(const QString &name, const QString &members)
    {
        const QString className = name.startsWith(u"AS-") ? QStringLiteral("as-set") : QStringLiteral("route-set");
        const auto set = SetObject::read(read(QStringLiteral("%1: %2\nmembers: %3").arg(className, name, members)),
                                         QStringLiteral("OURS"));
        const auto put =
            change([set](RouteRegistry &registry, const RegistryChange &why) { return registry.putSet(*set, why); });
        Q_ASSERT(put.ok());
    }

private:
    static RpslObject read(const QString &begin)
    {
        return *RpslObject::parse((begin + QStringLiteral("\nmnt-by: MAINT-AS64500\nsource: OURS\n")).toUtf8());
    }

    void fill()
    {
        for (const char *prefix : {"192.0.2.0/24", "198.51.100.0/25", "198.51.100.128/25", "2001:db8::/32"})
            addRoute(QString::fromLatin1(prefix), Asn(64500));
        addRoute(QStringLiteral("192.0.2.0/24"), Asn(64501));
        addRoute(QStringLiteral("203.0.113.0/24"), Asn(64501));
        const QString hidden = addRoute(QStringLiteral("203.0.113.128/25"), Asn(64500));
        (void)change(
            [hidden](RouteRegistry &registry, const RegistryChange &why) { return registry.hide(hidden, 0, why); });
        putSet(QStringLiteral("AS-OURS"), QStringLiteral("AS64500, AS-FRIENDS"));
        putSet(QStringLiteral("AS-FRIENDS"), QStringLiteral("AS64501, AS-OURS, AS-NOBODY"));
        putSet(QStringLiteral("AS-EMPTY"), QString());
        putSet(QStringLiteral("RS-OURS"), QStringLiteral("192.0.2.0/24^25-26, AS64501"));
    }

    ManualClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    RegistryQueries m_queries;
    WhoisServer m_server;
};

} // namespace peerdesk::test
