// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/servercodec.h"
#include "peeringapi/wirefiles.h"
#include "peeringapi/listquery.h"

#include <QUrlQuery>

using namespace peerdesk;
using namespace peerdesk::test;

Q_DECLARE_METATYPE(peerdesk::Dialect::BodyShape)
Q_DECLARE_METATYPE(peerdesk::Dialect::Orientation)

class TstServerCodec : public QObject
{
    Q_OBJECT

    static QStringList fieldsOf(const Error &error)
    {
        QStringList fields;
        for (const FieldError &field : error.fields)
            fields.append(field.field);
        return fields;
    }

    static QList<Session> exampleSessions()
    {
        Session approved;
        approved.id = QStringLiteral("0195f3aa");
        approved.requestId = QStringLiteral("9f4e0a3c");
        approved.ownAsn = Asn(64496);
        approved.proposal = exampleRequest().proposals.first();
        approved.approval = Approval::Approved;
        approved.configureBy = fromRfc3339(QStringLiteral("2026-11-30T12:00:00Z"));
        approved.note = QStringLiteral("ours alone");
        Session rejected = approved;
        rejected.id = QStringLiteral("0195f3ab");
        rejected.proposal.itemId.clear();
        rejected.proposal.initiatorAddress = ip("198.51.100.1");
        rejected.proposal.receiverAddress = ip("198.51.100.0");
        rejected.proposal.location = Location::facility(17);
        rejected.approval = Approval::Rejected;
        rejected.reason = QStringLiteral("no capacity");
        rejected.configureBy = 0;
        return {approved, rejected};
    }

private Q_SLOTS:
    void referencesAreReadByEveryName()
    {
        const auto ids = decodeSessionReferences(wireFile("delete-references.json"));
        QVERIFY(ids);
        QCOMPARE(*ids, (QStringList{QStringLiteral("s-1"), QStringLiteral("s-2"), QStringLiteral("s-3"),
                                    QStringLiteral("s-4")}));
    }

    void everyDialectOfTheSameRequestReadsTheSame_data()
    {
        using Shape = Dialect::BodyShape;
        using Orientation = Dialect::Orientation;
        QTest::addColumn<QString>("file");
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<Orientation>("orientation");
        QTest::addColumn<bool>("named");
        QTest::newRow("object") << "create-object.json" << Shape::Object << Orientation::Requestor << true;
        QTest::newRow("array") << "create-array.json" << Shape::Array << Orientation::Requestor << true;
        QTest::newRow("local is the receiver")
            << "create-receiver-relative.json" << Shape::Object << Orientation::Receiver << true;
        QTest::newRow("initiator and target")
            << "create-initiator-target.json" << Shape::Object << Orientation::Requestor << true;
        QTest::newRow("an old client") << "create-old-client.json" << Shape::Array << Orientation::Receiver << false;
    }
    void everyDialectOfTheSameRequestReadsTheSame()
    {
        QFETCH(QString, file);
        QFETCH(Dialect::BodyShape, shape);
        QFETCH(Dialect::Orientation, orientation);
        QFETCH(bool, named);
        const auto read = decodeCreateRequest(wireFile(qPrintable(file)), exampleMembership());
        QVERIFY2(read, read ? "" : qPrintable(fieldsOf(read.error()).join(u' ')));
        QCOMPARE(read->dialect.bodyShape, shape);
        QCOMPARE(read->dialect.orientation, orientation);
        QCOMPARE(read->request.requestId, named ? exampleRequest().requestId : QString());
        const auto expected = exampleRequest().proposals;
        QCOMPARE(read->request.proposals.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const SessionProposal &proposal = read->request.proposals.at(i);
            QCOMPARE(proposal.itemId, expected.at(i).itemId);
            QCOMPARE(proposal.initiator, expected.at(i).initiator);
            QCOMPARE(proposal.receiver, expected.at(i).receiver);
            QVERIFY(proposal.samePlace(expected.at(i)));
            QVERIFY(proposal.sessionSecret == expected.at(i).sessionSecret);
        }
    }

    void keysComeWithARequestAndABareReferenceWillDo()
    {
        const auto read = decodeCreateRequest(wireFile("create-keys.json"), exampleMembership());
        QVERIFY2(read, read ? "" : qPrintable(fieldsOf(read.error()).join(u' ')));
        QCOMPARE(read->request.keys, exampleKeys());
        QCOMPARE(read->request.proposals.size(), 2);
        QByteArray bare = wireFile("create-keys.json");
        bare.replace("{\"ref\": \"80K-380G4-0R40M-30E25-HJPME-E\"}", "\"80K-380G4-0R40M-30E25-HJPME-E\"");
        QVERIFY(bare != wireFile("create-keys.json"));
        QCOMPARE(decodeCreateRequest(bare, exampleMembership())->request.keys, exampleKeys());
        bare = wireFile("create-object.json").replace("{\n  \"request_id\"", "{\"rak\": null, \"request_id\"");
        QVERIFY(decodeCreateRequest(bare, exampleMembership())->request.keys.isEmpty());
    }

    void keysThatAreNoneAreNamedAndNotRepeated_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("field");
        const QByteArray reference = "\"80K-380G4-0R40M-30E25-HJPME-E\"";
        QTest::newRow("no list") << reference << "rak";
        QTest::newRow("too many") << '[' + (reference + ',').repeated(100) + reference + ']' << "rak";
        QTest::newRow("a number") << QByteArray("[17]") << "rak[0].ref";
        QTest::newRow("nothing") << QByteArray("[{}]") << "rak[0].ref";
        QTest::newRow("far too long") << "[\"" + QByteArray(129, 'K') + "\"]"
                                      << "rak[0].ref";
        QTest::newRow("a statement that is none")
            << "[" + reference + ",{\"ref\":" + reference + ",\"statement\":\"KKK\"}]"
            << "rak[1].statement";
        QTest::newRow("a statement that is a number") << "[{\"ref\":" + reference + ",\"statement\":1}]"
                                                      << "rak[0].statement";
        QTest::newRow("a huge statement")
            << "[{\"ref\":" + reference + ",\"statement\":\"" + QByteArray(300'000, 'K') + "..\"}]"
            << "rak[0].statement";
    }
    void keysThatAreNoneAreNamedAndNotRepeated()
    {
        QFETCH(QByteArray, keys);
        QFETCH(QString, field);
        QByteArray body = wireFile("create-object.json");
        body.replace("{\n  \"request_id\"", "{\"rak\": " + keys + ", \"request_id\"");
        const auto read = decodeCreateRequest(body, exampleMembership());
        QVERIFY(!read);
        QCOMPARE(fieldsOf(read.error()), QStringList{field});
        QVERIFY(!read.error().fields.first().messages.join(u' ').contains(u'K'));
    }

    void privatePeeringNamesAFacility()
    {
        const auto read = decodeCreateRequest(wireFile("create-private.json"), exampleMembership());
        QVERIFY(read);
        QCOMPARE(read->request.proposals.first().location, Location::facility(17));
        QCOMPARE(read->request.proposals.first().initiatorAddress, ip("198.51.100.1"));
    }

    void rolesAndFlagsAreReadWithTheirDefaultsAndWrittenBack()
    {
        const auto read = decodeCreateRequest(wireFile("create-roles.json"), exampleMembership());
        QVERIFY2(read, read ? "" : qPrintable(fieldsOf(read.error()).join(u' ')));
        const QList<SessionProposal> &proposals = read->request.proposals;
        QCOMPARE(toText(proposals.at(0).initiatorTerms), QStringLiteral("rs-client monitoring"));
        QCOMPARE(toText(proposals.at(0).receiverTerms), QStringLiteral("rs no-asn")); // the only counterpart there is
        QCOMPARE(proposals.at(1).initiatorTerms.role, BgpRole::Customer);
        QCOMPARE(proposals.at(1).receiverTerms.role, BgpRole::Provider);
        QVERIFY(proposals.at(2).isPlainPeering());

        Session session;
        session.proposal = proposals.at(0);
        session.askedAs = Dialect::Orientation::Receiver;
        const QJsonObject turned = json(encodeSession(session)).object();
        QCOMPARE(turned.value(QStringLiteral("local_bgp_role")).toInt(), 1);
        QCOMPARE(turned.value(QStringLiteral("peer_bgp_role")).toInt(), 2);
        QCOMPARE(turned.value(QStringLiteral("local_insert_asn")), QJsonValue(false));
        QCOMPARE(turned.value(QStringLiteral("peer_monitoring_session")), QJsonValue(true));
        QVERIFY(!turned.contains(QStringLiteral("peer_insert_asn")));
    }

    void everythingWrongIsNamedAtOnce()
    {
        const auto read = decodeCreateRequest(wireFile("create-wrong.json"), exampleMembership());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Invalid);
        const QStringList fields = fieldsOf(read.error());
        const QStringList expected{
            QStringLiteral("request_id"),
            QStringLiteral("return_url"),
            QStringLiteral("sessions[0].local_asn"),
            QStringLiteral("sessions[0].peer_ip"),
            QStringLiteral("sessions[0].peer_type"),
            QStringLiteral("sessions[0].location"),
            QStringLiteral("sessions[1].local_asn"),
            QStringLiteral("sessions[1].peer_asn"),
            QStringLiteral("sessions[1].local_ip"),
            QStringLiteral("sessions[1].peer_type"),
            QStringLiteral("sessions[1].session_secret"),
            QStringLiteral("sessions[1].item_id"),
            QStringLiteral("sessions[1].peer_ip"),
            QStringLiteral("sessions[2]"),
            QStringLiteral("sessions[3].local_bgp_role"),
            QStringLiteral("sessions[3].peer_bgp_role"),
            QStringLiteral("sessions[3].peer_insert_asn"),
            QStringLiteral("sessions[3].local_monitoring_session"),
        };
        QCOMPARE(fields, expected);
        QCOMPARE(read.error().fields.last().itemId, QStringLiteral("d4"));
    }

    void hostileBodiesAreRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a scalar") << QByteArray("17");
        QTest::newRow("cut short") << QByteArray("{\"sessions\": [");
        QTest::newRow("100000 brackets") << QByteArray(100000, '[');
        QTest::newRow("100000 objects") << QByteArray("{\"a\":").repeated(100000);
        QTest::newRow("not UTF-8") << QByteArray("{\"sessions\": [{\"item_id\": \"\xc3\x28\"}]}");
        QTest::newRow("surrogate in UTF-8") << QByteArray("{\"sessions\": [{\"item_id\": \"\xed\xa0\x80\"}]}");
        QTest::newRow("too large") << "{\"sessions\": [\"" + QByteArray(2 << 20, 'x') + "\"]}";
        QTest::newRow("too many") << "{\"sessions\": [" + QByteArray("{},").repeated(1000) + "{}]}";
        QTest::newRow("none") << QByteArray("{\"sessions\": []}");
        QTest::newRow("sessions is an object") << QByteArray("{\"sessions\": {\"0\": {}}}");
        QTest::newRow("huge number") << QByteArray("[{\"local_asn\": 1e999}]");
        QTest::newRow("blank id") << QByteArray("[{\"item_id\": \" \"}]");
        QTest::newRow("control characters") << QByteArray("[{\"item_id\": \"a\\u0000b\"}]");
    }
    void hostileBodiesAreRefusedInWords()
    {
        QFETCH(QByteArray, body);
        const auto read = decodeCreateRequest(body, exampleMembership());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Invalid);
        QVERIFY(!read.error().detail.isEmpty());
    }

    void nobodyAsksForNetworksThatAreNotTheirs()
    {
        Membership other = exampleMembership();
        other.clients = {Asn(64511)};
        const auto read = decodeCreateRequest(wireFile("create-object.json"), other);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Denied);
        QCOMPARE(fieldsOf(read.error()), (QStringList{QStringLiteral("sessions[0]"), QStringLiteral("sessions[1]")}));
    }

    void betweenSisterNetworksTheEndpointsCustomDecides()
    {
        Membership sisters{{Asn(64500), Asn(64496)}, {Asn(64500), Asn(64496)}, Dialect::Orientation::Receiver};
        const auto read = decodeCreateRequest(wireFile("create-object.json"), sisters);
        QVERIFY(read);
        QCOMPARE(read->request.proposals.first().initiator, Asn(64496));
    }

    void aBatchKeepsToOneOrientationAndOneName()
    {
        const QByteArray mixed = R"([
            {"local_asn": 64500, "local_ip": "192.0.2.10", "peer_asn": 64496, "peer_ip": "192.0.2.20",
             "location": "pdb:ix:42", "request_id": "one"},
            {"local_asn": 64496, "local_ip": "192.0.2.21", "peer_asn": 64500, "peer_ip": "192.0.2.10",
             "location": "pdb:ix:42", "request_id": "two"}])";
        const auto read = decodeCreateRequest(mixed, exampleMembership());
        QVERIFY(!read);
        QCOMPARE(fieldsOf(read.error()), QStringList{QStringLiteral("sessions[1].request_id")});
        const auto renamed = decodeCreateRequest(QByteArray(mixed).replace("two", "one"), exampleMembership());
        QVERIFY(!renamed);
        QCOMPARE(fieldsOf(renamed.error()), QStringList{QStringLiteral("sessions[1]")});
    }

    void sessionsAreWrittenWithoutSecrets()
    {
        const QByteArray page = encodeSessionPage(exampleSessions(), QStringLiteral("t.2"));
        QCOMPARE(json(page), json(wireFile("sessions-ours.json")));
        QVERIFY(!page.contains("correct-horse"));
        QVERIFY(!page.contains("ours alone"));
    }

    void answersFollowTheOrientationOfTheCaller()
    {
        Session asked = exampleSessions().first();
        asked.askedAs = Dialect::Orientation::Receiver;
        const QByteArray session = encodeSession(asked);
        QCOMPARE(json(session)[u"local_asn"].toInt(), 64496);
        QCOMPARE(json(session)[u"local_ip"].toString(), QStringLiteral("192.0.2.20"));
        QCOMPARE(json(session)[u"peer_ip"].toString(), QStringLiteral("192.0.2.10"));
    }

    void theTwoListsOfAnAnswerAreWrittenAsTheDraftHasThem()
    {
        Session accepted = exampleSessions().first();
        accepted.requestId = QStringLiteral("9f4e0a3c-7d1b-4e7e-8f55-2f8f3f4c9f01");
        const FieldError rejected{
            QStringLiteral("sessions[1]"), {QStringLiteral("prefix limit")}, QStringLiteral("b2")};
        const QByteArray answer =
            encodeCreateAnswer({accepted.requestId, {accepted}, {rejected}}, Dialect::Orientation::Requestor);
        QCOMPARE(json(answer), json(wireFile("answer-two-lists.json")));
        const QByteArray allGood =
            encodeCreateAnswer({accepted.requestId, {accepted}, {}}, Dialect::Orientation::Requestor);
        QVERIFY(!json(allGood).object().contains(u"errors"));
    }

    void refusalsCarryWordsContactAndId()
    {
        const Error error(
            ErrorKind::Invalid, QStringLiteral("The request cannot be read"),
            {{QStringLiteral("sessions[0].local_ip"), {QStringLiteral("is missing")}, QStringLiteral("a1")}});
        const QByteArray body = encodeError(error, QStringLiteral("noc@as64496.example"), QStringLiteral("log-1"));
        QCOMPARE(json(body), json(wireFile("error-ours.json")));
        QCOMPARE(httpStatusOf(ErrorKind::Invalid), 400);
        QCOMPARE(httpStatusOf(ErrorKind::NeedsHuman), 422);
    }

    void whoeverIsAnswered503IsToldWhenToTryAgain()
    {
        Error full(ErrorKind::Storage, QStringLiteral("The disk is full"));
        QCOMPARE(httpStatusOf(full.kind), 503);
        QVERIFY(retryAfterOf(full));
        full.retryAfter = std::chrono::seconds(5);
        QCOMPARE(retryAfterOf(full), std::optional(std::chrono::seconds(5)));
        QVERIFY(!retryAfterOf(Error(ErrorKind::Internal)));
        QVERIFY(!retryAfterOf(Error(ErrorKind::Invalid)));
    }

    void whyASessionIsHeldStaysInTheHouse()
    {
        Session held = exampleSessions().last();
        held.approval = Approval::Held;
        held.reason = QStringLiteral("they still owe us an answer");
        const QByteArray body = encodeSession(held);
        QCOMPARE(json(body)[u"status"].toString(), QStringLiteral("Pending"));
        QVERIFY(!body.contains("owe us"));
    }

    void queriesAreReadLeniently()
    {
        const auto query =
            decodeListQuery(QUrlQuery(QStringLiteral("asn=AS64500&location_type=PRIVATE&max_results=900&next_token=")));
        QVERIFY(query);
        QCOMPARE(query->asn, std::optional(Asn(64500)));
        QCOMPARE(query->kind, std::optional(Location::Kind::Facility));
        QCOMPARE(query->maxResults, 100);
        QVERIFY(query->nextToken && query->nextToken->isEmpty());
        const auto wrong = decodeListQuery(QUrlQuery(QStringLiteral("asn=0&location_type=both&max_results=-1")));
        QVERIFY(!wrong);
        QCOMPARE(fieldsOf(wrong.error()),
                 (QStringList{QStringLiteral("asn"), QStringLiteral("location_type"), QStringLiteral("max_results")}));
    }

    void whatNoPageGaveIsRefused()
    {
        const auto wrong =
            decodeListQuery(QUrlQuery(QStringLiteral("next_token=4%07&request_id=%1").arg(QChar(0xffff))));
        QVERIFY(!wrong);
        QCOMPARE(fieldsOf(wrong.error()), (QStringList{QStringLiteral("next_token"), QStringLiteral("request_id")}));
    }

    void queriesSurviveTheirOwnWriting()
    {
        ListQuery query;
        query.asn = Asn(64500);
        query.nextToken = QStringLiteral("a+b&c=%41 ü");
        query.requestId = QStringLiteral("r&1");
        const auto read = decodeListQuery(QUrlQuery(encodeListQuery(query).toString(QUrl::FullyEncoded)));
        QVERIFY(read);
        QCOMPARE(read->nextToken, query.nextToken);
        QCOMPARE(read->requestId, query.requestId);
    }
};

QTEST_APPLESS_MAIN(TstServerCodec)
#include "tst_servercodec.moc"
