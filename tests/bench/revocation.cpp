// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/revocation.h"

#include "base/id.h"
#include "http/httpclient.h"
#include "lab/keyparties.h"
#include "support/outcomeof.h"
#include "workflow/keys/keys.h"
#include "workflow/keys/routeobjects.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace peerdesk::test {
namespace {

constexpr int runs = 10;          // more objects do not fall within an hour before a person has looked
constexpr double pollSeconds = 1; // the lab's registry asks so often
constexpr int patience = 30'000;
const Asn holder(64500);

HttpClientSettings inside()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

/// A holder of addresses, who is a maintainer too, between the two daemons.
class Course
{
public:
    Course()
        : m_parties(settings(m_folder))
        , m_keys(
              m_http, m_clock, [this](QUrl place) { return tokenFor(std::move(place)); },
              [this] { return m_parties.issuer().publicUrl(); })
        , m_routes(
              m_http, m_clock, [this](QUrl place) { return tokenFor(std::move(place)); },
              [this] { return m_parties.registry().publicUrl(); })
    {
        if (const auto started = outcomeOf(m_parties.start(), 2 * patience); !started)
            qFatal("the parties do not start: %s", qPrintable(started.error().detail));
        m_whois.connectToHost(m_parties.registry().whois().host(),
                              static_cast<quint16>(m_parties.registry().whois().port()));
        if (!m_whois.waitForConnected(patience) || m_whois.write("!!\n") != 3)
            qFatal("queries are not answered");
    }

    /// From the issuer's word that it is revoked to the first answer without the object, asked for every ten
    /// milliseconds. The revocation comes `later` milliseconds after the object was first seen.
    double secondsToFall(int later)
    {
        m_prefix = QStringLiteral("192.0.2.%1/32").arg(++m_number);
        const QString reference = hang();
        QElapsedTimer timer;
        timer.start();
        (void)QTest::qWaitFor([&] { return timer.elapsed() >= later; }, patience);
        if (!outcomeOf(m_keys.revoke(reference, {})).ok())
            qFatal("the key cannot be revoked");
        timer.start();
        waitUntilAnswered(false);
        return static_cast<double>(timer.nsecsElapsed()) / 1e9;
    }

private:
    static lab::KeyParties::Settings settings(const QTemporaryDir &folder)
    {
        lab::KeyParties::Settings settings;
        settings.folder = folder.path();
        settings.program = QStringLiteral(PEERDESKD);
        settings.holders = {{QStringLiteral("Example Networks"), holder, {QStringLiteral("192.0.2.0/24")}}};
        return settings;
    }
    QCoro::Task<Result<Secret>> tokenFor(QUrl place)
    {
        co_return place == m_parties.issuer().publicUrl() ? m_parties.holderToken() : m_parties.registryToken();
    }
    /// Makes the object on a key of its own, whose reference is returned.
    QString hang()
    {
        KeyForm order;
        order.id = newUuid();
        order.prefixes = m_prefix;
        order.origin = holder.toString();
        order.expires = m_clock.now() + 24LL * 60 * 60 * 1000;
        const auto key = outcomeOf(m_keys.issue(order));
        if (!key)
            qFatal("no key is issued: %s", qPrintable(key.error().detail));
        const RouteForm route{{}, m_prefix, holder.toString(), {}, lab::KeyParties::maintainer(holder), key->key};
        if (const auto saved = outcomeOf(m_routes.save(route)); !saved)
            qFatal("no object is made: %s", qPrintable(saved.error().detail));
        waitUntilAnswered(true);
        return key->reference.toString();
    }
    void waitUntilAnswered(bool wanted)
    {
        if (!QTest::qWaitFor([&] { return isAnswered() == wanted; }, patience))
            qFatal("the object does not %s", wanted ? "appear" : "fall");
    }
    bool isAnswered()
    {
        m_whois.write("!g" + holder.toString().toLatin1() + '\n');
        QByteArray answer;
        while (!answer.endsWith("C\n") && !answer.endsWith("D\n")) {
            if (m_whois.bytesAvailable() == 0 && !m_whois.waitForReadyRead(patience))
                qFatal("a query was not answered");
            answer += m_whois.readAll();
        }
        return answer.contains(m_prefix.toLatin1());
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    HttpClient m_http{inside()};
    lab::KeyParties m_parties;
    Keys m_keys;
    RouteObjects m_routes;
    QTcpSocket m_whois;
    int m_number = 0; ///< of objects so far
    QString m_prefix; ///< of the last
};

} // namespace

void measureRevocation()
{
    Course course;
    std::vector<double> above;
    for (int run = 0; run < runs; ++run)
        above.push_back(course.secondsToFall(run * 1000 / runs) - pollSeconds); // at all times between two polls
    std::sort(above.begin(), above.end());
    std::printf(
        "irr revoked until out of answers  %8.2f s above the interval of 1 s at most (1 is wanted), median %.2f, "
        "of %d\n",
        above.back(), above.at(above.size() / 2), runs);
}

} // namespace peerdesk::test
