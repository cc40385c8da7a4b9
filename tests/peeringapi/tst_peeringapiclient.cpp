// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"
#include "peeringapi/baseurl.h"
#include "peeringapi/peeringapiclient.h"
#include "peeringapi/scriptedserver.h"
#include "peeringapi/wirefiles.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"

#include <QJsonArray>

using namespace peerdesk;
using namespace peerdesk::test;
using Asked = ScriptedServer::Asked;
using Answer = ScriptedServer::Answer;

namespace {

HttpClientSettings laboratory()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

} // namespace

class TstPeeringApiClient : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    HttpClient m_http{laboratory()};
    PeeringApiClient m_client{m_http, m_clock};

    static RemoteEndpoint endpoint(const QUrl &url, Dialect dialect = {})
    {
        return {url, Asn(64500), Asn(64496), dialect, Secret(QStringLiteral("token-of-64500"))};
    }

private Q_SLOTS:
    void baseUrlsHaveOneForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::newRow("plain") << "https://peer.example/v1"
                               << "https://peer.example/v1";
        QTest::newRow("slash at the end") << " https://peer.example/v1/ "
                                          << "https://peer.example/v1";
        QTest::newRow("no path") << "https://peer.example/"
                                 << "https://peer.example";
        QTest::newRow("query") << "https://peer.example/v1?x=1"
                               << "";
        QTest::newRow("fragment") << "https://peer.example/v1#x"
                                  << "";
        QTest::newRow("user") << "https://me@peer.example/v1"
                              << "";
        QTest::newRow("other scheme") << "ftp://peer.example/v1"
                                      << "";
        QTest::newRow("no host") << "https:///v1"
                                 << "";
        QTest::newRow("no URL") << "peer.example"
                                << "";
    }
    void baseUrlsHaveOneForm()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        const auto base = endpointBaseUrl(text);
        QCOMPARE(base ? base->toString() : QString(), url);
    }

    void idsOfTheOtherSideStayInTheirSegment()
    {
        const QUrl base(QStringLiteral("https://peer.example/v1"));
        QCOMPARE(resourceUrl(base, {QStringLiteral("sessions"), QStringLiteral("../a b?x#y")}).toEncoded(),
                 QByteArray("https://peer.example/v1/sessions/..%2Fa%20b%3Fx%23y"));
        ScriptedServer server([](const Asked &) { return Answer{204, {}, {}}; });
        for (const QString &id : {QString(), QStringLiteral("."), QStringLiteral("..")}) {
            QVERIFY(!outcomeOf(m_client.session(endpoint(server.url()), id)));
            QVERIFY(!outcomeOf(m_client.deleteSession(endpoint(server.url()), id)));
        }
        QVERIFY(server.asked.isEmpty());
    }

    void aBatchIsPostedWithTokenAndReadAsTwoLists_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 202, 207, 300})
            QTest::addRow("%d", status) << status;
    }
    void aBatchIsPostedWithTokenAndReadAsTwoLists()
    {
        QFETCH(int, status);
        ScriptedServer server([status](const Asked &) {
            return Answer{status, wireFile("answer-two-lists.json"), {}};
        });
        const auto spoken = outcomeOf(m_client.createSessions(endpoint(server.url()), exampleRequest()));
        QVERIFY(spoken);
        QCOMPARE(spoken->value.accepted.size(), 1);
        QCOMPARE(spoken->value.rejected.size(), 1);
        QCOMPARE(spoken->dialect, Dialect());
        QCOMPARE(server.asked.size(), 1);
        QCOMPARE(server.asked.first().method, QByteArray("POST"));
        QCOMPARE(server.asked.first().target, QByteArray("/v1/sessions"));
        QVERIFY(server.asked.first().head.contains("Authorization: Bearer token-of-64500"));
        QVERIFY(server.asked.first().head.contains("Content-Type: application/json"));
        QCOMPARE(json(server.asked.first().body), json(wireFile("create-object.json")));
    }

    void aServerOfArraysIsFoundOutOnce()
    {
        ScriptedServer server([](const Asked &asked) {
            if (json(asked.body).isArray())
                return Answer{200, wireFile("answer-two-lists.json"), {}};
            return Answer{400, "{\"message\": \"request body must be an array\"}", {}};
        });
        const auto spoken = outcomeOf(m_client.createSessions(endpoint(server.url()), exampleRequest()));
        QVERIFY(spoken);
        QCOMPARE(spoken->dialect.bodyShape, Dialect::BodyShape::Array);
        QCOMPARE(server.asked.size(), 2);
        const auto again =
            outcomeOf(m_client.createSessions(endpoint(server.url(), spoken->dialect), exampleRequest()));
        QVERIFY(again);
        QCOMPARE(server.asked.size(), 3);
    }

    void aRefusalThatUnderstoodTheBatchIsNotTriedAgain()
    {
        ScriptedServer server([](const Asked &) { return Answer{400, wireFile("error-a-nested.json"), {}}; });
        const auto spoken = outcomeOf(m_client.createSessions(endpoint(server.url()), exampleRequest()));
        QVERIFY(!spoken);
        QCOMPARE(server.asked.size(), 1);
        QCOMPARE(spoken.error().kind, ErrorKind::Invalid);
        QCOMPARE(spoken.error().fields.first().itemId, QStringLiteral("b2"));
    }

    void aRefusalInBothShapesIsTheFirstOne()
    {
        ScriptedServer server([](const Asked &asked) {
            return json(asked.body).isArray() ? Answer{400, "{\"message\": \"must be an object\"}", {}}
                                              : Answer{422, wireFile("error-d-message.json"), {}};
        });
        const auto spoken = outcomeOf(m_client.createSessions(endpoint(server.url()), exampleRequest()));
        QVERIFY(!spoken);
        QCOMPARE(spoken.error().kind, ErrorKind::NeedsHuman);
        QCOMPARE(spoken.error().detail, QStringLiteral("Please contact noc@as64496.example"));
    }

    void whatMayHaveHappenedIsToldFromWhatDidNot_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("connection closed without an answer") << 0 << int(ErrorKind::TimedOut);
        QTest::newRow("500") << 500 << int(ErrorKind::TimedOut);
        QTest::newRow("gateway timed out") << 504 << int(ErrorKind::TimedOut);
        QTest::newRow("200 and nonsense") << 200 << int(ErrorKind::Protocol);
        QTest::newRow("not now") << 503 << int(ErrorKind::Unavailable);
        QTest::newRow("redirect") << 302 << int(ErrorKind::Protocol);
        QTest::newRow("conflict") << 409 << int(ErrorKind::Conflict);
    }
    void whatMayHaveHappenedIsToldFromWhatDidNot()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        ScriptedServer server([status](const Asked &) { return Answer{status, "<html>", {}}; });
        const auto spoken = outcomeOf(m_client.createSessions(endpoint(server.url()), exampleRequest()));
        QVERIFY(!spoken);
        QCOMPARE(int(spoken.error().kind), kind);
        QCOMPARE(server.asked.size(), 1);
    }

    void nothingWasSentWhereNobodyListens()
    {
        QUrl url;
        {
            const ScriptedServer gone([](const Asked &) { return Answer{}; });
            url = gone.url();
        }
        const auto spoken = outcomeOf(m_client.createSessions(endpoint(url), exampleRequest()));
        QVERIFY(!spoken);
        QCOMPARE(spoken.error().kind, ErrorKind::Unreachable);
    }

    void aThrottledCallSaysHowLongToWait()
    {
        ScriptedServer server([](const Asked &) { return Answer{429, "{}", "Retry-After: 17\r\n"}; });
        const auto page = outcomeOf(m_client.sessions(endpoint(server.url())));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Throttled);
        QCOMPARE(page.error().retryAfter, std::optional(std::chrono::seconds(17)));
    }

    void allPagesAreFetched()
    {
        ScriptedServer server([](const Asked &asked) {
            return Answer{200,
                          asked.target.contains("next_token=page-2")
                              ? wireFile("sessions-ours.json").replace("\"t.2\"", "\"\"")
                              : wireFile("sessions-page.json"),
                          {}};
        });
        const auto page = outcomeOf(m_client.sessions(endpoint(server.url()), QStringLiteral("r-1")));
        QVERIFY(page);
        QCOMPARE(page->items.size(), 5);
        QCOMPARE(page->malformed.size(), 2);
        QCOMPARE(server.asked.first().target, QByteArray("/v1/sessions?asn=64500&request_id=r-1&max_results=100"));
        QCOMPARE(server.asked.last().target,
                 QByteArray("/v1/sessions?asn=64500&request_id=r-1&max_results=100&next_token=page-2"));
    }

    void aListThatTurnsInCirclesIsLeft()
    {
        ScriptedServer server([](const Asked &) { return Answer{200, wireFile("sessions-page.json"), {}}; });
        const auto page = outcomeOf(m_client.sessions(endpoint(server.url())));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Protocol);
        QCOMPARE(server.asked.size(), 2);
    }

    void anEmptyTokenIsSentWhereTheFirstPageNeedsOne()
    {
        ScriptedServer server([](const Asked &asked) {
            if (!asked.target.contains("next_token"))
                return Answer{400, R"({"message": "Bad request"})", {}};
            return Answer{200, R"({"sessions": [], "next_token": ""})", {}};
        });
        const auto page = outcomeOf(m_client.sessions(endpoint(server.url())));
        QVERIFY(page);
        QCOMPARE(server.asked.size(), 2);
    }

    void locationsAreAskedForWithTheOtherNumberWhereOursFindsNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << 200 << QByteArray(R"({"locations": []})");
        QTest::newRow("400") << 400 << QByteArray(R"({"message": "not our asn"})");
        QTest::newRow("404") << 404 << QByteArray();
    }
    void locationsAreAskedForWithTheOtherNumberWhereOursFindsNothing()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        ScriptedServer server([&](const Asked &asked) {
            if (asked.target.contains("asn=64496"))
                return Answer{200, wireFile("locations-page.json").replace("\"abc\"", "\"\""), {}};
            return Answer{status, body, {}};
        });
        const auto spoken = outcomeOf(m_client.locations(endpoint(server.url())));
        QVERIFY(spoken);
        QCOMPARE(spoken->value.items.size(), 5);
        QCOMPARE(spoken->dialect.locationsAsn, Dialect::LocationsAsn::Other);
    }

    void noLocationsAtAllAreAnAnswer()
    {
        ScriptedServer server([](const Asked &) { return Answer{200, R"({"locations": []})", {}}; });
        const auto spoken = outcomeOf(m_client.locations(endpoint(server.url())));
        QVERIFY(spoken);
        QVERIFY(spoken->value.items.isEmpty());
        QCOMPARE(spoken->dialect, Dialect());
    }

    void aRightThatIsMissingIsNotLookedForElsewhere()
    {
        ScriptedServer server([](const Asked &) { return Answer{451, R"({"detail": "not in this country"})", {}}; });
        const auto spoken = outcomeOf(m_client.locations(endpoint(server.url())));
        QVERIFY(!spoken);
        QCOMPARE(spoken.error().kind, ErrorKind::Denied);
        QCOMPARE(spoken.error().detail, QStringLiteral("not in this country"));
        QCOMPARE(server.asked.size(), 1);
    }

    void theInterfaceOf2023IsFoundByItsPaths()
    {
        ScriptedServer server([](const Asked &asked) {
            if (asked.target.startsWith("/v1/list_locations"))
                return Answer{200, wireFile("early-locations.json"), {}};
            if (asked.target == "/v1/add_sessions")
                return Answer{200, wireFile("early-created.json"), {}};
            if (asked.target.startsWith("/v1/get_status"))
                return Answer{200, wireFile("early-status.json"), {}};
            return Answer{404, "<html>", {}};
        });
        const auto locations = outcomeOf(m_client.locations(endpoint(server.url())));
        QVERIFY(locations);
        QCOMPARE(locations->value.items, (QList{Location::exchange(42), Location::exchange(7)}));
        QCOMPARE(locations->dialect.paths, Dialect::Paths::Early);

        const auto created = outcomeOf(m_client.createSessions(endpoint(server.url()), exampleRequest()));
        QVERIFY2(created, created ? "" : qPrintable(created.error().detail));
        QCOMPARE(created->dialect.paths, Dialect::Paths::Early);
        QCOMPARE(created->dialect.bodyShape, Dialect::BodyShape::Array);
        QCOMPARE(created->value.requestId, QStringLiteral("77aa"));
        QCOMPARE(created->value.unmentioned.size(), 2); // it only says that it has them

        const RemoteEndpoint early = endpoint(server.url(), created->dialect);
        const auto sessions = outcomeOf(m_client.sessions(early, QStringLiteral("77aa")));
        QCOMPARE(sessions->items.size(), 2);
        QCOMPARE(sessions->items.first().approval, Approval::Approved);
        QCOMPARE(outcomeOf(m_client.session(early, QStringLiteral("s-2")))->approval, Approval::Pending);
        QCOMPARE(outcomeOf(m_client.session(early, QStringLiteral("s-3"))).error().kind, ErrorKind::NotFound);
        QCOMPARE(outcomeOf(m_client.deleteSession(early, QStringLiteral("s-2"))).error().kind, ErrorKind::NeedsHuman);
    }

    void whereNoInterfaceIsNothingIsInvented()
    {
        ScriptedServer server([](const Asked &) { return Answer{404, R"({"message": "no such place"})", {}}; });
        const auto created = outcomeOf(m_client.createSessions(endpoint(server.url()), exampleRequest()));
        QVERIFY(!created);
        QCOMPARE(created.error().kind, ErrorKind::NotFound);
        QCOMPARE(server.asked.size(), 2);
    }

    void oneSessionIsAskedForByItsId()
    {
        ScriptedServer server([](const Asked &) { return Answer{200, wireFile("session-wrapped.json"), {}}; });
        const auto session = outcomeOf(m_client.session(endpoint(server.url()), QStringLiteral("a/b")));
        QVERIFY(session);
        QCOMPARE(session->connection, Connection::Down);
        QCOMPARE(server.asked.first().target, QByteArray("/v1/sessions/a%2Fb"));
    }

    void deletingEndsInGoneOrWhy_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<int>("kind");
        for (const int status : {200, 202, 204})
            QTest::addRow("%d", status) << status << true << 0;
        QTest::newRow("404") << 404 << false << int(ErrorKind::NotFound);
        QTest::newRow("422") << 422 << false << int(ErrorKind::NeedsHuman);
        QTest::newRow("502") << 502 << false << int(ErrorKind::TimedOut);
    }
    void deletingEndsInGoneOrWhy()
    {
        QFETCH(int, status);
        QFETCH(bool, ok);
        QFETCH(int, kind);
        ScriptedServer server([status](const Asked &) { return Answer{status, {}, {}}; });
        const auto deleted = outcomeOf(m_client.deleteSession(endpoint(server.url()), QStringLiteral("s1")));
        QCOMPARE(server.asked.first().method, QByteArray("DELETE"));
        QCOMPARE(deleted.ok(), ok);
        if (!ok)
            QCOMPARE(int(deleted.error().kind), kind);
    }
};

QTEST_GUILESS_MAIN(TstPeeringApiClient)
#include "tst_peeringapiclient.moc"
