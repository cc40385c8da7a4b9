// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "e2e/labkit.h"
#include "e2e/plainhttp.h"
#include "e2e/wish.h"
#include "support/bgpq4.h"
#include "support/patience.h"
#include "support/requiretool.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QUrl at(const QJsonObject &network, const QString &resource)
{
    return QUrl(network["endpoint"_L1].toString() + resource);
}

} // namespace

/// The lab as a script finds it: a program, its first line, and endpoints to be called by hand.
class TstLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_TOOL(m_lab.start(), m_lab.why()); }

    void theFirstLineTellsEverythingAScriptNeeds()
    {
        const QJsonObject lab = m_lab.description();
        QCOMPARE(lab.keys(), (QStringList{u"desk"_s, u"mirror"_s, u"networks"_s, u"provider"_s, u"rak"_s}));
        QCOMPARE(m_lab.desk().keys(), (QStringList{u"asn"_s, u"database"_s, u"endpoint"_s, u"tokens"_s}));
        QCOMPARE(m_lab.desk()["asn"_L1].toInteger(), 64496);
        QVERIFY(QFile::exists(m_lab.desk()["database"_L1].toString()));
        QCOMPARE(rak().keys(), (QStringList{u"holder"_s, u"holder_token"_s, u"holders_file"_s, u"issuer"_s,
                                            u"registry"_s, u"registry_token"_s, u"verifier_token"_s, u"whois"_s}));
        QCOMPARE(rak()["holder"_L1].toObject().keys(), (QStringList{u"asn"_s, u"prefixes"_s}));
        const QJsonArray networks = lab["networks"_L1].toArray();
        QCOMPARE(networks.size(), 4);
        for (const QJsonValue &network : networks) {
            QCOMPARE(network.toObject().keys(),
                     (QStringList{u"asn"_s, u"endpoint"_s, u"name"_s, u"policy"_s, u"tokens"_s}));
            QVERIFY(!m_lab.deskTokenFor(network.toObject()).isEmpty());
            QCOMPARE(network["tokens"_L1].toObject().keys(), QStringList{m_lab.desk()["endpoint"_L1].toString()});
        }
        for (const QString &url :
             {lab["provider"_L1].toString(), lab["mirror"_L1].toString(), m_lab.desk()["endpoint"_L1].toString()})
            QCOMPARE(QUrl(url).host(), u"127.0.0.1"_s);
    }

    void theSignInAndTheDirectoryAnswer()
    {
        const QString issuer = m_lab.description()["provider"_L1].toString();
        const auto discovery = askPlainly("GET", QUrl(issuer + "/.well-known/openid-configuration"_L1));
        QCOMPARE(discovery.status, 200);
        QCOMPARE(discovery.json()["issuer"_L1].toString(), issuer);
        const auto exchanges = askPlainly("GET", QUrl(m_lab.description()["mirror"_L1].toString() + "/ix-0.json"_L1));
        QCOMPARE(exchanges.json()["data"_L1].toArray().size(), 200);
    }

    void everybodyListsLocationsToWhomHoldsTheToken()
    {
        const QJsonArray networks = m_lab.description()["networks"_L1].toArray();
        for (const QJsonValue &value : networks) {
            const QJsonObject network = value.toObject();
            const auto theirs = askPlainly("GET", at(network, u"/locations?asn=64496"_s), m_lab.deskTokenFor(network));
            QCOMPARE(theirs.status, 200);
            QVERIFY(theirs.json()["locations"_L1].toArray().size() >= 2);
            const QString deskEndpoint = m_lab.desk()["endpoint"_L1].toString();
            const QByteArray token = network["tokens"_L1][deskEndpoint].toString().toUtf8();
            const QString resource = u"/locations?asn=%1"_s.arg(network["asn"_L1].toInteger());
            QCOMPARE(askPlainly("GET", QUrl(deskEndpoint + resource), token).status, 200);
        }
    }

    void oneApprovesAll()
    {
        const auto answer = post(u"approves all"_s, u"London"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(statuses(answer), (QStringList{u"Approved"_s, u"Approved"_s}));
        QVERIFY(!answer.json().contains("errors"_L1));
    }

    void oneApprovesPart()
    {
        const auto answer = post(u"approves part"_s, u"Frankfurt am Main"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(statuses(answer), QStringList{u"Approved"_s});
        QCOMPARE(answer.json()["errors"_L1]["errors"_L1].toArray().size(), 1);
        QVERIFY(answer.body.contains("only in Amsterdam"));
    }

    void oneAsksAPersonWhoDecidesAfterAWhile()
    {
        const auto answer = post(u"asks a person"_s, u"London"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(statuses(answer), (QStringList{u"Pending"_s, u"Pending"_s}));
        const QString id = answer.json()["sessions"_L1].toArray().first()["session_id"_L1].toString();
        const QJsonObject network = m_lab.network(u"asks a person and decides after a while"_s);
        // Approved first; its routers may already have it configured when we look.
        QTRY_VERIFY_WITH_TIMEOUT(askPlainly("GET", at(network, "/sessions/"_L1 + id), m_lab.deskTokenFor(network))
                                         .json()["status"_L1]
                                         .toString()
                                     != u"Pending"_s,
                                 60'000);
    }

    void oneIsSlowAndFaultyAndThenWorks()
    {
        const QJsonObject network = m_lab.network(u"slow and faulty"_s);
        const QByteArray token = m_lab.deskTokenFor(network);
        const QByteArray body = Wish(world::cast::slowAndFaulty, u"Amsterdam"_s).json();
        const auto refused = askPlainly("POST", at(network, u"/sessions"_s), token, body);
        QCOMPARE(refused.status, 503);
        QVERIFY(!refused.header("Retry-After").isEmpty());
        QCOMPARE(askPlainly("POST", at(network, u"/sessions"_s), token, body).status, 0);
        QCOMPARE(askPlainly("GET", at(network, u"/sessions?asn=64496"_s), token).status, 429);
        // The lost answer's sessions are there, and the same request does not make them again.
        const auto list = askPlainly("GET", at(network, u"/sessions?asn=64496"_s), token);
        QCOMPARE(list.json()["sessions"_L1].toArray().size(), 2);
        const auto again = askPlainly("POST", at(network, u"/sessions"_s), token, body);
        QCOMPARE(again.status, 200);
        QCOMPARE(askPlainly("GET", at(network, u"/sessions?asn=64496"_s), token).json()["sessions"_L1].toArray().size(),
                 2);
    }

    void twoNetworksAskTheDesk()
    {
        for (int which = 0; which < 2; ++which) {
            const QJsonObject event = m_lab.nextEvent();
            QCOMPARE(event["event"_L1].toString(), u"asked"_s);
            QCOMPARE(event["sessions"_L1].toArray().size(), 2);
            QCOMPARE(event["sessions"_L1].toArray().first()["status"_L1].toString(), u"pending"_s);
        }
    }

    void twoRouteObjectsLiveAsLongAsTheirKey()
    {
        REQUIRE_TOOL(hasBgpq4(), u"bgpq4 is not installed"_s);
        const QString whois = rak()["whois"_L1].toString();
        const QJsonValue origin = rak()["holder"_L1]["asn"_L1];
        const Asn asn(static_cast<std::uint32_t>(origin.toInteger()));
        const QJsonArray blocks = rak()["holder"_L1]["prefixes"_L1].toArray();
        const QJsonArray two{blocks.at(0), blocks.at(1)};
        const QString expires = toRfc3339(SystemClock().now() + 24 * 60 * 60 * 1000);
        const PlainAnswer issued =
            byHand("POST", u"issuer"_s, u"/rak/v1/keys"_s, u"holder_token"_s,
                   {{"asn"_L1, origin}, {"prefixes"_L1, two}, {"expires"_L1, expires}, {"label"_L1, u"by hand"_s}});
        QVERIFY2(issued.status == 201, issued.body.constData());
        const QJsonValue key = issued.json()["key"_L1];
        const PlainAnswer verified =
            byHand("POST", u"issuer"_s, u"/rak/v1/verify"_s, u"verifier_token"_s, {{"key"_L1, key}});
        QCOMPARE(verified.json()["status"_L1].toString(), u"valid"_s);
        for (const QJsonValue &prefix : two) {
            const PlainAnswer created = byHand("POST", u"registry"_s, u"/irr/v1/route-objects"_s, u"registry_token"_s,
                                               {{"prefix"_L1, prefix},
                                                {"origin"_L1, origin},
                                                {"mnt_by"_L1, "MAINT-"_L1 + asn.toString()},
                                                {"key"_L1, key}});
            QVERIFY2(created.status == 201, created.body.constData());
        }
        QCOMPARE(filterOf(whois, asn), (QStringList{two.at(0).toString(), two.at(1).toString()}));
        const QString revoking = u"/rak/v1/keys/%1/revoke"_s.arg(issued.json()["ref"_L1].toString());
        QCOMPARE(byHand("POST", u"issuer"_s, revoking, u"holder_token"_s, {{"reason"_L1, u"done"_s}}).status, 200);
        QTRY_COMPARE(filterOf(whois, asn), QStringList());
    }

    void nothingIsLeftWhenItIsKilled()
    {
        const QList<qint64> children = m_lab.children();
        QVERIFY(children.size() >= 8); // the provider and seven daemons
        m_lab.kill();
        for (const qint64 child : children)
            QTRY_VERIFY_WITH_TIMEOUT(isGone(child), 30'000);
    }

    void whatIsMissingIsNamed()
    {
        LabKit lab({u"--node-modules"_s, u"/nonexistent"_s});
        QVERIFY(!lab.start());
        LabKit other({u"--programs"_s, u"/nonexistent"_s});
        QVERIFY(!other.start());
    }

private:
    PlainAnswer post(const QString &policy, const QString &city)
    {
        const QJsonArray networks = m_lab.description()["networks"_L1].toArray();
        for (const QJsonValue &value : networks) {
            const QJsonObject network = value.toObject();
            if (!network["policy"_L1].toString().startsWith(policy))
                continue;
            const Asn asn(static_cast<std::uint32_t>(network["asn"_L1].toInteger()));
            return askPlainly("POST", at(network, u"/sessions"_s), m_lab.deskTokenFor(network), Wish(asn, city).json());
        }
        return {};
    }
    [[nodiscard]] QJsonObject rak() const { return m_lab.description()["rak"_L1].toObject(); }
    [[nodiscard]] PlainAnswer byHand(const QByteArray &method, const QString &where, const QString &path,
                                     const QString &token, const QJsonObject &body) const
    {
        return askPlainly(method, QUrl(rak()[where].toString() + path), rak()[token].toString().toUtf8(),
                          QJsonDocument(body).toJson());
    }
    static QStringList statuses(const PlainAnswer &answer)
    {
        QStringList words;
        const QJsonArray sessions = answer.json()["sessions"_L1].toArray();
        for (const QJsonValue &session : sessions)
            words.append(session["status"_L1].toString());
        return words;
    }

    LabKit m_lab;
};

QTEST_GUILESS_MAIN(TstLab)
#include "tst_lab.moc"
