// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/endpointrig.h"
#include "http/rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

HttpResponse postBytes(EndpointRig &rig, const QByteArray &body)
{
    HttpRequest request(rig.url("/sessions"), "POST");
    request.headers.append("Authorization", "Bearer " + rig.issuer.token(rig.base(), 64500).reveal());
    request.headers.append("Content-Type", "application/json");
    request.body = body;
    return rig.send(request);
}

/// The header of a POST as our own client would not write it.
QByteArray head(EndpointRig &rig, const QByteArray &fields)
{
    return "POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
           + rig.issuer.token(rig.base(), 64500).reveal() + "\r\n" + fields + "\r\n";
}

} // namespace

/// What a network would meet on the internet: each has a defined answer, and the next one is served.
class TstHostileClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyThatIsNoGoodIsSaidToBeAndNothingIsStored_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("100,000 brackets") << QByteArray(100'000, '[') << 400;
        QTest::newRow("nested objects") << QByteArray("{\"a\":").repeated(100'000) << 400;
        QTest::newRow("brackets within a session")
            << "{\"sessions\":[" + QByteArray(500'000, '[') + QByteArray(500'000, ']') + "]}" << 400;
        QTest::newRow("a string without end") << "{\"sessions\":\"" + QByteArray(1'000'000, 'x') << 400;
        QTest::newRow("invalid UTF-8") << QByteArray("{\"sessions\":[{\"item_id\":\"\xc3\x28\"}]}") << 400;
        QTest::newRow("half a character") << QByteArray("{\"sessions\":[]}\xe2\x82") << 400;
        QTest::newRow("overlong UTF-8") << QByteArray("{\"sessions\":[{\"item_id\":\"\xc0\xaf\"}]}") << 400;
        QTest::newRow("a surrogate as UTF-8") << QByteArray("{\"sessions\":[{\"item_id\":\"\xed\xa0\x80\"}]}") << 400;
        QTest::newRow("a NUL") << QByteArray("{\"sessions\":[]}\0", 16) << 400;
        QTest::newRow("nothing but blanks") << QByteArray(1'000'000, ' ') << 400;
        QTest::newRow("more than a megabyte") << QByteArray(1024 * 1024 + 1, ' ') << 413;
    }
    void aBodyThatIsNoGoodIsSaidToBeAndNothingIsStored()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        EndpointRig rig;
        const HttpResponse response = postBytes(rig, body);
        QCOMPARE(response.status, status);
        QVERIFY(response.body.contains("peering@as64496.example"));
        QVERIFY(EndpointRig::body(rig.get("/sessions")).value("sessions").toArray().isEmpty());
    }

    void bodiesTooManyAreRefusedBeforeTheyAreSent()
    {
        EndpointRig rig("[limits.address]\nbytes_per_minute = 200000\n");
        RawClient client(rig.server->port());
        client.write(head(rig, "Content-Length: 150000\r\n") + QByteArray(150'000, ' '));
        QVERIFY(client.waitForAnswers(1));
        RawClient second(rig.server->port());
        second.write(head(rig, "Content-Length: 150000\r\n"));
        QVERIFY(second.waitForAnswers(1));
        QCOMPARE(second.statuses(), QList{429});
        QVERIFY(second.answer.contains("\r\nRetry-After: "));
        QVERIFY(second.waitForClose());
        QCOMPARE(rig.get("/sessions").status, 200); // what carries nothing is not held up
    }

    void bytesThatWereNotAnnouncedAreChargedAfterwards()
    {
        EndpointRig rig("[limits.address]\nbytes_per_minute = 200000\n");
        RawClient client(rig.server->port());
        client.write(head(rig, "Transfer-Encoding: chunked\r\n") + "30d40\r\n" + QByteArray(200'000, ' ')
                     + "\r\n0\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QCOMPARE(client.statuses(), QList{400});
        QCOMPARE(postBytes(rig, "{}").status, 429);
    }

    void aTokenSeenBeforeIsTurnedAwayWithoutAskingAnybody()
    {
        EndpointRig rig("[limits.identity]\nrequests_per_minute = 4\n");
        const QByteArray token = rig.issuer.token(rig.base(), 64500).reveal();
        HttpRequest request(rig.url("/sessions"));
        request.headers.append("Authorization", "Bearer " + token);
        QCOMPARE(rig.send(request).status, 200);
        QCOMPARE(rig.send(request).status, 200);
        QCOMPARE(rig.send(request).status, 429);
        // Another token of the same person is the same account.
        rig.clock.advance(std::chrono::seconds(1));
        QCOMPARE(rig.get("/sessions").status, 429);
        QCOMPARE(rig.get("/sessions", 64501).status, 429); // and so for whichever network they speak
    }

    void sessionsAreCountedApartFromRequests()
    {
        EndpointRig rig("[limits.network]\nsessions_per_hour = 4\n");
        const auto asks = [&rig](const QString &id) {
            return rig
                .post(EndpointRig::batch(
                    id, {EndpointRig::session("a"), EndpointRig::session("b", "192.0.2.10", "192.0.2.2")}))
                .status;
        };
        QVERIFY(asks("first") != 429);
        const HttpResponse refused = rig.post(EndpointRig::batch("second", {EndpointRig::session("c")}));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.headers.value("Retry-After"), QByteArray("900"));
        QCOMPARE(rig.get("/sessions").status, 200);
        rig.clock.advance(std::chrono::hours(1));
        QVERIFY(asks("third") != 429);
    }

    void whatIsRefusedBeforeTheServiceLooksLikeTheOthers()
    {
        EndpointRig rig;
        RawClient client(rig.server->port());
        client.write("GET /v1/sessions HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        QVERIFY(client.waitForAnswers(1));
        QVERIFY(client.waitForClose());
        QCOMPARE(client.statuses(), QList{400});
        QVERIFY(client.answer.contains("\r\nContent-Type: application/json\r\n"));
        QVERIFY(client.answer.contains("\r\nX-Request-Id: "));
        QVERIFY(client.answer.contains("peering@as64496.example"));
    }
};

QTEST_GUILESS_MAIN(TstHostileClients)
#include "tst_hostileclients.moc"
