// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/endpointrig.h"

#include "peeringapi/peeringapiclient.h"
#include "storage/noticestore.h"
#include "storage/sessionstore.h"
#include "support/outcomeof.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSemaphore>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

QJsonArray sessionsOf(const HttpResponse &response)
{
    return EndpointRig::body(response).value("sessions").toArray();
}

QJsonArray errorsOf(const HttpResponse &response)
{
    return EndpointRig::body(response).value("errors").toObject().value("errors").toArray();
}

QString status(const QJsonValue &session)
{
    return session.toObject().value("status").toString();
}

template<class T> T wait(QFuture<T> future)
{
    (void)QTest::qWaitFor([&future] { return future.isFinished(); }, 30000);
    return future.result();
}

QList<Session> stored(EndpointRig &rig)
{
    const Envelope envelope = rig.database->envelope();
    auto sessions = wait(rig.database->read([envelope](QSqlDatabase &db) {
        SessionFilter filter;
        filter.withDeleted = true;
        return SessionStore(db, envelope).sessions(filter);
    }));
    return sessions.ok() ? *sessions : QList<Session>();
}

void report(EndpointRig &rig, const QString &state)
{
    SessionStateReport report;
    report.ownAsn = Asn(64496);
    report.location = Location::exchange(42);
    report.ownAddress = *IpAddress::parse(u"192.0.2.1");
    report.otherAddress = *IpAddress::parse(u"192.0.2.10");
    report.bgpState = state;
    report.source = QStringLiteral("test");
    QVERIFY(outcomeOf(rig.states->report(report)).ok());
}

} // namespace

class TstRequestsOfOthers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void aBatchIsJudgedSessionBySession()
    {
        EndpointRig rig;
        const HttpResponse answer =
            rig.post(EndpointRig::batch("r-1", {EndpointRig::session("approved"),
                                                EndpointRig::session("rejected", "198.51.100.10", "198.51.100.1", 7),
                                                EndpointRig::session("asked", "203.0.113.10", "203.0.113.1", 9),
                                                EndpointRig::session("wrong", "192.0.2.10", "203.0.113.1", 42)}));
        QCOMPARE(answer.status, 200);
        const QJsonArray sessions = sessionsOf(answer);
        QCOMPARE(sessions.size(), 2);
        QCOMPARE(status(sessions.at(0)), QStringLiteral("Approved"));
        QCOMPARE(sessions.at(0).toObject().value("item_id").toString(), QStringLiteral("approved"));
        QVERIFY(!sessions.at(0).toObject().value("configure_by").toString().isEmpty());
        QCOMPARE(status(sessions.at(1)), QStringLiteral("Pending"));
        const QJsonArray errors = errorsOf(answer);
        QCOMPARE(errors.size(), 2);
        QCOMPARE(errors.at(0).toObject().value("item_id").toString(), QStringLiteral("rejected"));
        QCOMPARE(errors.at(0).toObject().value("messages").toArray().at(0).toString(),
                 QStringLiteral("The port is full"));
        QCOMPARE(errors.at(1).toObject().value("name").toString(), QStringLiteral("sessions[3].peer_ip"));

        const QList<Session> rows = stored(rig);
        QCOMPARE(rows.size(), 4);
        for (const Session &row : rows) {
            if (row.proposal.itemId == "approved")
                QCOMPARE(row.decidedBy, QStringLiteral("policy:everybody here"));
            if (row.proposal.itemId == "asked")
                QCOMPARE(row.approval, Approval::Pending);
        }
        const auto notices =
            wait(rig.database->read([](QSqlDatabase &db) { return NoticeStore(db).waiting(Asn(64496)); }));
        QCOMPARE(notices->size(), 1);
        QCOMPARE(notices->first().kind, Notice::Kind::NeedsAnswer);
    }

    void aRepeatedRequestCreatesNothingAndGetsTheSameAnswer()
    {
        EndpointRig rig;
        const QJsonObject batch = EndpointRig::batch(
            "r-1", {EndpointRig::session("a"), EndpointRig::session("b", "198.51.100.10", "198.51.100.1", 7)});
        const HttpResponse first = rig.post(batch);
        rig.clock.advance(5min);
        const HttpResponse second = rig.post(batch);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.body, first.body);
        QCOMPARE(stored(rig).size(), 2);
        // The same name in another network's mouth is another request.
        QCOMPARE(rig.post(EndpointRig::batch("r-1", {EndpointRig::session("a", "192.0.2.11", "192.0.2.1", 42, 64501)}),
                          64501)
                     .status,
                 200);
        QCOMPARE(stored(rig).size(), 3);
    }

    void twoAtOnceWithOneNameAreOne()
    {
        EndpointRig rig;
        HttpRequest request(rig.url("/sessions"), "POST");
        request.headers.append("Authorization", "Bearer " + rig.issuer.token(rig.base(), 64500).reveal());
        request.headers.append("Content-Type", "application/json");
        request.body = QJsonDocument(EndpointRig::batch("r-1", {EndpointRig::session("a")})).toJson();
        auto one = rig.http.send(request);
        auto two = rig.http.send(request);
        const auto first = outcomeOf(std::move(one));
        const auto second = outcomeOf(std::move(two));
        QCOMPARE(first->status, 200);
        QCOMPARE(second->body, first->body);
        QCOMPARE(stored(rig).size(), 1);
    }

    void aNameUsedForSomethingElseIsAConflict()
    {
        EndpointRig rig;
        QCOMPARE(rig.post(EndpointRig::batch("r-1", {EndpointRig::session("a")})).status, 200);
        const QJsonObject six = EndpointRig::session("a", "2001:db8:42::10", "2001:db8:42::1");
        QCOMPARE(rig.post(EndpointRig::batch("r-1", {six})).status, 409);
        QCOMPARE(rig.post(EndpointRig::batch("r-1", {EndpointRig::session("a"),
                                                     EndpointRig::session("b", "2001:db8:42::10", "2001:db8:42::1")}))
                     .status,
                 409);
        QJsonObject keyed = EndpointRig::session("a");
        keyed.insert("session_secret", "k3y");
        QCOMPARE(rig.post(EndpointRig::batch("r-1", {keyed})).status, 409);
        QCOMPARE(stored(rig).size(), 1);
    }

    void whatIsAskedForAlreadyIsAConflict()
    {
        EndpointRig rig;
        QCOMPARE(rig.post(EndpointRig::batch("r-1", {EndpointRig::session("a")})).status, 200);
        const HttpResponse again = rig.post(EndpointRig::batch("r-2", {EndpointRig::session("b")}));
        QCOMPARE(again.status, 409);
        QCOMPARE(errorsOf(again).at(0).toObject().value("item_id").toString(), QStringLiteral("b"));
        // With something new beside it, the batch is judged, and only the double is rejected.
        const HttpResponse mixed = rig.post(EndpointRig::batch(
            "r-3", {EndpointRig::session("b"), EndpointRig::session("c", "203.0.113.10", "203.0.113.1", 9)}));
        QCOMPARE(mixed.status, 200);
        QCOMPARE(sessionsOf(mixed).size(), 1);
        QCOMPARE(errorsOf(mixed).size(), 1);
    }

    void secretsAreKeptAndNeverEchoed()
    {
        EndpointRig rig;
        QJsonObject keyed = EndpointRig::session("a");
        keyed.insert("session_secret", "xyzzy-plugh");
        keyed.insert("md5", "xyzzy-plugh");
        const HttpResponse answer = rig.post(EndpointRig::batch("r-1", {keyed}));
        QCOMPARE(answer.status, 200);
        const QString id = sessionsOf(answer).at(0).toObject().value("session_id").toString();
        for (const HttpResponse &response :
             {answer, rig.get("/sessions"), rig.get("/sessions/" + id), rig.post(EndpointRig::batch("r-1", {keyed})),
              rig.remove("/sessions/" + id, 64500, "return=representation")}) {
            QCOMPARE(response.status, 200);
            QVERIFY(!response.body.contains("xyzzy"));
            QVERIFY(!response.body.contains("md5"));
        }
        const Envelope envelope = rig.database->envelope();
        const auto session = wait(
            rig.database->read([envelope, id](QSqlDatabase &db) { return SessionStore(db, envelope).session(id); }));
        QCOMPARE(session->proposal.sessionSecret.reveal(), QByteArray("xyzzy-plugh"));
    }

    void bodiesThatCannotBeReadAreRefusedAndNothingIsDone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("sessions");
        QTest::newRow("100,000 nested brackets") << QByteArray(100000, '[');
        QTest::newRow("invalid UTF-8") << QByteArray("{\"sessions\": [{\"item_id\": \"\xff\xfe\"}]}");
        QTest::newRow("no sessions") << QByteArray("{\"sessions\": []}");
        QTest::newRow("a number") << QByteArray("5");
        QTest::newRow("no addresses") << QByteArray(
            R"([{"local_asn": 64500, "peer_asn": 64496, "location": "pdb:ix:42"}])");
    }
    void bodiesThatCannotBeReadAreRefusedAndNothingIsDone()
    {
        QFETCH(QByteArray, text);
        EndpointRig rig;
        HttpRequest request(rig.url("/sessions"), "POST");
        request.headers.append("Authorization", "Bearer " + rig.issuer.token(rig.base(), 64500).reveal());
        request.headers.append("Content-Type", "application/json");
        request.body = text;
        const HttpResponse response = rig.send(request);
        QCOMPARE(response.status, 400);
        QVERIFY(!errorsOf(response).isEmpty());
        QVERIFY(stored(rig).isEmpty());
        request.headers.set("Content-Type", "text/xml");
        QCOMPARE(rig.send(request).status, 415);
    }

    void nobodyAsksInAnothersName()
    {
        EndpointRig rig;
        QCOMPARE(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")}), 64501).status, 403);
        QJsonObject elsewhere = EndpointRig::session("a");
        elsewhere.insert("peer_asn", 64499);
        QCOMPARE(rig.post(EndpointRig::batch("r", {elsewhere})).status, 403);
        QVERIFY(stored(rig).isEmpty());
    }

    void whatACallerMayNotSeeIsAsUnknownAsWhatNeverWas()
    {
        EndpointRig rig;
        const QString id = sessionsOf(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})))
                               .at(0)
                               .toObject()
                               .value("session_id")
                               .toString();
        QCOMPARE(rig.get("/sessions/" + id).status, 200);
        const auto refusals = [&rig](const QString &path) {
            return QList{rig.get(path, 64501), rig.remove(path, 64501)};
        };
        const QList<HttpResponse> invisible = refusals("/sessions/" + id);
        const QList<HttpResponse> unknown = refusals("/sessions/019ab0000000700080000000000000aa");
        for (qsizetype i = 0; i < 2; ++i) {
            QCOMPARE(invisible.at(i).status, 404);
            QJsonObject one = EndpointRig::body(invisible.at(i));
            QJsonObject other = EndpointRig::body(unknown.at(i));
            one.remove("request_id");
            other.remove("request_id");
            QCOMPARE(one, other);
        }
        QVERIFY(sessionsOf(rig.get("/sessions", 64501)).isEmpty());
        QVERIFY(sessionsOf(rig.get("/sessions?request_id=r", 64501)).isEmpty());
    }

    void sessionsAreListedByPageAndByRequest()
    {
        EndpointRig rig;
        QList<QJsonObject> many;
        for (int i = 0; i < 5; ++i)
            many.append(EndpointRig::session(QString::number(i), QStringLiteral("192.0.2.%1").arg(100 + i)));
        const HttpResponse created = rig.post(EndpointRig::batch("mine", many));
        rig.clock.advance(1s);
        QCOMPARE(
            rig.post(EndpointRig::batch("other", {EndpointRig::session("x", "203.0.113.10", "203.0.113.1", 9)})).status,
            200);

        QStringList seen;
        QString token;
        int pages = 0;
        do {
            const HttpResponse page =
                rig.get(QStringLiteral("/sessions?asn=64500&max_results=2&next_token=%1").arg(token));
            const QJsonArray sessions = sessionsOf(page);
            for (const QJsonValue &session : sessions)
                seen.append(session.toObject().value("session_id").toString());
            token = EndpointRig::body(page).value("next_token").toString();
            ++pages;
        } while (!token.isEmpty() && pages < 10);
        QCOMPARE(seen.size(), 6);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 6);
        QCOMPARE(pages, 3);

        const QString ours = EndpointRig::body(created).value("request_id").toString();
        QCOMPARE(sessionsOf(rig.get("/sessions?request_id=" + ours)).size(), 5);
        QCOMPARE(sessionsOf(rig.get("/sessions?request_id=mine")).size(), 5);
        QVERIFY(sessionsOf(rig.get("/sessions?request_id=nobodys")).isEmpty());
    }

    void whatIsTakenBackIsGone()
    {
        EndpointRig rig;
        const QJsonObject batch = EndpointRig::batch("r", {EndpointRig::session("a")});
        const QString path = "/sessions/" + sessionsOf(rig.post(batch)).at(0).toObject().value("session_id").toString();
        const HttpResponse gone = rig.remove(path, 64500, "return=minimal");
        QCOMPARE(gone.status, 204);
        QVERIFY(gone.body.isEmpty());
        QCOMPARE(rig.get(path).status, 404);
        QCOMPARE(rig.remove(path).status, 404);
        QVERIFY(sessionsOf(rig.get("/sessions")).isEmpty());
        QCOMPARE(stored(rig).first().approval, Approval::Withdrawn);
        // The name still stands for what was asked; asking anew needs a new one, and may.
        const HttpResponse again = rig.post(batch);
        QVERIFY(sessionsOf(again).isEmpty());
        QCOMPARE(errorsOf(again).size(), 1);
        QCOMPARE(rig.post(EndpointRig::batch("r2", {EndpointRig::session("a")})).status, 200);
    }

    void manyAreTakenBackInOneGo()
    {
        EndpointRig rig("[limits.network]\nsessions_per_hour = 8\n"); // four at once
        const HttpResponse answer = rig.post(EndpointRig::batch(
            "r-1", {EndpointRig::session("a"), EndpointRig::session("b", "203.0.113.10", "203.0.113.1", 9)}));
        QJsonArray ids = {"never-was"};
        for (const QJsonValue &session : sessionsOf(answer))
            ids.append(session.toObject().value("session_id"));
        const auto removeAll = [&rig](const QJsonArray &list) {
            HttpRequest request(rig.url("/sessions"), "DELETE");
            request.headers.append("Authorization", "Bearer " + rig.issuer.token(rig.base(), 64500).reveal());
            request.headers.append("Content-Type", "application/json");
            request.body = QJsonDocument(list).toJson();
            return rig.send(request);
        };
        // They cost as much as asking for them: two and three are five.
        const HttpResponse tooMany = removeAll(ids);
        QCOMPARE(tooMany.status, 429);
        QCOMPARE(stored(rig).first().approval, Approval::Approved);
        rig.clock.advance(1h);
        const HttpResponse gone = removeAll(ids);
        QCOMPARE(gone.status, 200);
        QCOMPARE(sessionsOf(gone).size(), 2);
        QCOMPARE(errorsOf(gone).size(), 1);
        QCOMPARE(errorsOf(gone).at(0).toObject().value("name").toString(), QStringLiteral("sessions[0]"));
        for (const Session &session : stored(rig))
            QVERIFY(session.deletedAt != 0);
    }

    void whoSpeaksForTwoNetworksSpendsTheAllowanceOfTheOneItAsksFor()
    {
        EndpointRig rig("[limits.network]\nsessions_per_hour = 2\n"); // one at once
        const QJsonArray networks = {QJsonObject{{"asn", 64500}, {"manage_peering_sessions", 3}},
                                     QJsonObject{{"asn", 64501}, {"manage_peering_sessions", 3}}};
        const Secret both = rig.issuer.token(rig.base(), QJsonObject{{"networks", networks}});
        const auto ask = [&rig, &both](const QString &item, const QString &exchange) {
            HttpRequest request(rig.url("/sessions"), "POST");
            request.headers.append("Authorization", "Bearer " + both.reveal());
            const QString prefix = exchange == "42" ? "192.0.2." : "203.0.113.";
            const QJsonObject session =
                EndpointRig::session(item, prefix + "11", prefix + "1", exchange.toInt(), 64501);
            request.body = QJsonDocument(EndpointRig::batch(item, {session})).toJson();
            return rig.send(request).status;
        };
        QCOMPARE(ask("a", "42"), 200);
        QCOMPARE(ask("b", "9"), 429);
        QCOMPARE(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})).status, 200); // 64500 asked for nothing
    }

    void whatNobodyHasIsTakenBackWithoutAWrite()
    {
        EndpointRig rig;
        QSemaphore busy;
        auto writing = rig.database->write([&busy](QSqlDatabase &) {
            busy.acquire();
            return Result<void>();
        });
        HttpRequest request(rig.url("/sessions"), "DELETE");
        request.headers.append("Authorization", "Bearer " + rig.issuer.token(rig.base(), 64500).reveal());
        request.body = R"(["never-was", "nor-this"])";
        const HttpResponse answer = rig.send(request);
        const HttpResponse single = rig.remove("/sessions/never-was");
        busy.release();
        QVERIFY(wait(writing));
        QCOMPARE(answer.status, 200);
        QCOMPARE(errorsOf(answer).size(), 2);
        QCOMPARE(single.status, 404);
    }

    void noMoreWaitForADecisionThanTheOperatorSays()
    {
        EndpointRig rig("[limits]\nundecided_sessions = 2\n");
        const auto undecided = [](const QString &item, int host) {
            return EndpointRig::session(item, QStringLiteral("203.0.113.%1").arg(host), "203.0.113.1", 9);
        };
        QCOMPARE(rig.post(EndpointRig::batch("r-1", {undecided("a", 10)})).status, 200);
        const HttpResponse more = rig.post(EndpointRig::batch("r-2", {undecided("b", 20), undecided("c", 30)}));
        QCOMPARE(more.status, 422);
        QCOMPARE(EndpointRig::body(more).value("contact").toString(), QStringLiteral("peering@as64496.example"));
        QCOMPARE(stored(rig).size(), 1);
        QCOMPARE(rig.post(EndpointRig::batch("r-2", {undecided("b", 20)})).status, 200);
        QCOMPARE(rig.post(EndpointRig::batch("r-3", {undecided("c", 30)})).status, 422);
        // What a rule decides, and what another network asks for, is not held up.
        QCOMPARE(rig.post(EndpointRig::batch("r-3", {EndpointRig::session("d")})).status, 200);
        const QJsonObject others = EndpointRig::session("a", "203.0.113.11", "203.0.113.1", 9, 64501);
        QCOMPARE(rig.post(EndpointRig::batch("r-1", {others}), 64501).status, 200);
    }

    void whatTheRoutersSayIsWhatTheCallerSees()
    {
        EndpointRig rig;
        const QString path = "/sessions/"
                             + sessionsOf(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})))
                                   .at(0)
                                   .toObject()
                                   .value("session_id")
                                   .toString();
        report(rig, "Idle");
        QCOMPARE(status(EndpointRig::body(rig.get(path))), QStringLiteral("Down"));
        report(rig, "Established");
        QCOMPARE(status(EndpointRig::body(rig.get(path))), QStringLiteral("Established"));
        const auto notices =
            wait(rig.database->read([](QSqlDatabase &db) { return NoticeStore(db).waiting(Asn(64496)); }));
        QCOMPARE(notices->size(), 1);
        QCOMPARE(notices->first().kind, Notice::Kind::Established);
    }

    void whatDoesNotComeUpInTimeIsTakenBack()
    {
        EndpointRig rig;
        const QString path = "/sessions/"
                             + sessionsOf(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})))
                                   .at(0)
                                   .toObject()
                                   .value("session_id")
                                   .toString();
        rig.clock.advance(6 * 24h);
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 0);
        rig.clock.advance(25h);
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 1);
        QCOMPARE(status(EndpointRig::body(rig.get(path))), QStringLiteral("Unestablished"));
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 0);
    }

    void aCallerWithTheEndsTheOtherWayRoundIsUnderstood()
    {
        EndpointRig rig;
        const QJsonObject turned = {{"item_id", "a"},         {"local_asn", 64496},      {"local_ip", "192.0.2.1"},
                                    {"peer_asn", 64500},      {"peer_ip", "192.0.2.10"}, {"peer_type", "public"},
                                    {"location", "pdb:ix:42"}};
        const HttpResponse answer = rig.post(EndpointRig::batch({}, {turned}));
        QCOMPARE(answer.status, 200);
        QCOMPARE(sessionsOf(answer).at(0).toObject().value("local_asn").toInt(), 64496);
        QCOMPARE(stored(rig).first().proposal.initiator, Asn(64500));
    }

    void ourOwnClientAndOurEndpointUnderstandEachOther()
    {
        EndpointRig rig;
        PeeringApiClient client(rig.http, rig.clock);
        const RemoteEndpoint remote(rig.base(), Asn(64500), Asn(64496), Dialect(), rig.issuer.token(rig.base(), 64500));
        QCOMPARE(outcomeOf(client.locations(remote))->value.items.size(), 3);

        CreateRequest request;
        request.requestId = "r-1";
        for (const auto &[item, base, exchange] :
             {std::tuple("a", "192.0.2.", 42), std::tuple("b", "198.51.100.", 7), std::tuple("c", "203.0.113.", 9)}) {
            SessionProposal proposal;
            proposal.itemId = item;
            proposal.initiator = Asn(64500);
            proposal.receiver = Asn(64496);
            proposal.initiatorAddress = *IpAddress::parse(QString::fromLatin1(base) + "10");
            proposal.receiverAddress = *IpAddress::parse(QString::fromLatin1(base) + "1");
            proposal.location = Location::exchange(static_cast<std::uint32_t>(exchange));
            request.proposals.append(proposal);
        }
        const auto created = outcomeOf(client.createSessions(remote, request));
        QVERIFY2(created.ok(), created.ok() ? "" : qPrintable(created.error().detail));
        QCOMPARE(created->value.accepted.size(), 2);
        QCOMPARE(created->value.rejected.size(), 1);
        QVERIFY(created->value.unmentioned.isEmpty());
        const auto listed = outcomeOf(client.sessions(remote, created->value.requestId));
        QCOMPARE(listed->items.size(), 3); // the rejected one as well, with its status
        const QString id = created->value.accepted.first().remoteId;
        QCOMPARE(outcomeOf(client.session(remote, id))->approval, Approval::Approved);
        QVERIFY(outcomeOf(client.deleteSession(remote, id)).ok());
        QCOMPARE(outcomeOf(client.session(remote, id)).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TstRequestsOfOthers)
#include "tst_requestsofothers.moc"
