// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/clientcodec.h"
#include "peeringapi/fieldpath.h"
#include "peeringapi/statusword.h"
#include "peeringapi/wirefiles.h"

using namespace peerdesk;
using namespace peerdesk::test;

class TstClientCodec : public QObject
{
    Q_OBJECT

    static CreateAnswer answer(const char *file)
    {
        const auto read = decodeCreateAnswer(wireFile(file), exampleRequest(), exampleMembership());
        if (!read)
            qFatal("%s: %s", file, qPrintable(read.error().detail));
        return *read;
    }

    static QStringList itemsOf(const QList<FieldError> &errors)
    {
        QStringList items;
        for (const FieldError &error : errors)
            items.append(error.itemId);
        return items;
    }

private Q_SLOTS:
    void requestsAreWrittenAsTheProfileSays_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isArray");
        QTest::addColumn<bool>("isReceiver");
        QTest::newRow("object") << "create-object.json" << false << false;
        QTest::newRow("array") << "create-array.json" << true << false;
        QTest::newRow("local is the receiver") << "create-receiver-relative.json" << false << true;
    }
    void requestsAreWrittenAsTheProfileSays()
    {
        QFETCH(QString, file);
        QFETCH(bool, isArray);
        QFETCH(bool, isReceiver);
        Dialect dialect;
        dialect.bodyShape = isArray ? Dialect::BodyShape::Array : Dialect::BodyShape::Object;
        dialect.orientation = isReceiver ? Dialect::Orientation::Receiver : Dialect::Orientation::Requestor;
        QCOMPARE(json(encodeCreateRequest(exampleRequest(), dialect)), json(wireFile(qPrintable(file))));
    }

    void keysAreNamedOnceForTheRequest()
    {
        CreateRequest request = exampleRequest();
        request.keys = exampleKeys();
        QCOMPARE(json(encodeCreateRequest(request, Dialect())), json(wireFile("create-keys.json")));
    }

    void noReturnAddressIsSentWhenThereIsNone()
    {
        CreateRequest request = exampleRequest();
        request.returnUrl = QUrl();
        QVERIFY(!json(encodeCreateRequest(request, {})).object().contains(u"return_url"));
    }

    void anAnswerIsTwoDisjointLists()
    {
        const CreateAnswer read = answer("answer-two-lists.json");
        QCOMPARE(read.requestId, QStringLiteral("9f4e0a3c-7d1b-4e7e-8f55-2f8f3f4c9f01"));
        QCOMPARE(read.accepted.size(), 1);
        QCOMPARE(read.accepted.first().proposal.itemId, QStringLiteral("a1"));
        QCOMPARE(read.accepted.first().remoteId, QStringLiteral("0195f3aa"));
        QCOMPARE(read.accepted.first().approval, Approval::Approved);
        QCOMPARE(toRfc3339(read.accepted.first().configureBy), QStringLiteral("2026-11-30T12:00:00Z"));
        QVERIFY(read.accepted.first().proposal.sessionSecret == exampleRequest().proposals.first().sessionSecret);
        QCOMPARE(itemsOf(read.rejected), QStringList{QStringLiteral("b2")});
        QCOMPARE(read.rejected.first().messages, QStringList{QStringLiteral("prefix limit")});
        QVERIFY(read.unmentioned.isEmpty());
        QVERIFY(read.offered.isEmpty());
    }

    void aRejectedStatusIsARejectionAndItemsAreFoundByAddress()
    {
        const CreateAnswer read = answer("answer-status-rejected.json");
        QCOMPARE(read.requestId, QStringLiteral("r-7"));
        QCOMPARE(read.accepted.size(), 1);
        QCOMPARE(read.accepted.first().proposal.itemId, QStringLiteral("a1"));
        QCOMPARE(read.accepted.first().remoteId, QStringLiteral("4711"));
        QCOMPARE(read.accepted.first().approval, Approval::Pending);
        QCOMPARE(itemsOf(read.rejected), QStringList{QStringLiteral("b2")});
        QCOMPARE(read.rejected.first().messages, QStringList{QStringLiteral("refused")});
    }

    void itemTokensAreItemIds()
    {
        const CreateAnswer read = answer("answer-tokens.json");
        QCOMPARE(read.accepted.first().remoteId, QStringLiteral("session-id-7"));
        QCOMPARE(itemsOf(read.rejected), QStringList{QStringLiteral("b2")});
    }

    void whatAnAnswerDoesNotMentionIsSaidSo()
    {
        const CreateAnswer counted = answer("answer-counted.json");
        QCOMPARE(counted.requestId, QStringLiteral("812"));
        QCOMPARE(counted.unmentioned.size(), 2);
        const auto empty = decodeCreateAnswer({}, exampleRequest(), exampleMembership());
        QVERIFY(empty);
        QCOMPARE(empty->unmentioned.size(), 2);
    }

    void sessionsNobodyAskedForAreOffers()
    {
        const CreateAnswer read = answer("answer-counter-proposal.json");
        QCOMPARE(read.accepted.size(), 2);
        QCOMPARE(read.accepted.last().connection, Connection::Established);
        QCOMPARE(read.offered.size(), 1); // not the one with a third network, not the one without addresses
        QCOMPARE(read.offered.first().remoteId, QStringLiteral("s3"));
        QCOMPARE(read.offered.first().approval, Approval::Offered);
        QCOMPARE(read.offered.first().proposal.location, Location::exchange(43));
    }

    void anErrorWithoutItemSpeaksOfAllTheRest()
    {
        const CreateAnswer read = answer("answer-all-rejected.json");
        QCOMPARE(itemsOf(read.rejected), (QStringList{QStringLiteral("a1"), QStringLiteral("b2")}));
        QCOMPARE(read.rejected.last().messages, QStringList{QStringLiteral("asn not available at that location")});
    }

    void anUnknownStatusIsKeptAsItCame()
    {
        const CreateAnswer read = answer("answer-bare-array.json");
        QCOMPARE(read.requestId, QStringLiteral("r-9"));
        QCOMPARE(read.accepted.first().statusWord, QStringLiteral("some word of tomorrow"));
        QVERIFY(!read.accepted.first().statusKnown);
        QCOMPARE(read.accepted.first().approval, Approval::Pending);
        QCOMPARE(read.unmentioned.size(), 1);
    }

    void answersThatAreNoneAreProtocolErrors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a web page") << QByteArray("<html>It works!</html>");
        QTest::newRow("something else") << QByteArray("{\"hello\": \"world\"}");
        QTest::newRow("cut short") << wireFile("answer-two-lists.json").left(200);
        QTest::newRow("100000 brackets") << QByteArray(100000, '[');
    }
    void answersThatAreNoneAreProtocolErrors()
    {
        QFETCH(QByteArray, body);
        const auto created = decodeCreateAnswer(body, exampleRequest(), exampleMembership());
        QVERIFY(!created);
        QCOMPARE(created.error().kind, ErrorKind::Protocol);
        const auto sessions = decodeSessionPage(body, exampleMembership());
        QVERIFY(!sessions);
        QCOMPARE(sessions.error().kind, ErrorKind::Protocol);
        QVERIFY(!decodeLocationPage(body));
        QVERIFY(!decodeSession(body, exampleMembership()));
    }

    void oneOddSessionDoesNotSpoilThePage()
    {
        const auto page = decodeSessionPage(wireFile("sessions-page.json"), exampleMembership());
        QVERIFY(page);
        QCOMPARE(page->nextToken, QStringLiteral("page-2"));
        QCOMPARE(page->items.size(), 3);
        QCOMPARE(page->malformed.size(), 2); // somebody else's, and the string
        const RemoteSession first = page->items.first();
        QCOMPARE(first.proposal.initiator, Asn(64500));
        QCOMPARE(first.proposal.receiverAddress, ip("192.0.2.20"));
        QVERIFY(first.proposal.sessionSecret.isEmpty());
        QCOMPARE(first.approval, Approval::Approved);
        QCOMPARE(page->items.at(1).connection, Connection::Down);
        QCOMPARE(page->items.at(1).statusWord, QStringLiteral("OpenConfirm"));
        QCOMPARE(page->items.at(2).remoteId, QStringLiteral("summary-only"));
    }

    void aSessionMayBeWrapped()
    {
        const auto session = decodeSession(wireFile("session-wrapped.json"), exampleMembership());
        QVERIFY(session);
        QCOMPARE(session->remoteId, QStringLiteral("session-id-7"));
        QCOMPARE(session->connection, Connection::Down);
        QVERIFY(session->proposal.sessionSecret.isEmpty());
    }

    void locationsAreReadInEverySpelling()
    {
        const auto page = decodeLocationPage(wireFile("locations-page.json"));
        QVERIFY(page);
        QCOMPARE(page->items, (QList{Location::exchange(42), Location::exchange(43), Location::facility(17),
                                     Location::exchange(44), Location::facility(18)}));
        QCOMPARE(page->malformed.size(), 1);
        QCOMPARE(page->nextToken, QStringLiteral("abc"));
    }

    void everyShapeOfRefusalIsUnderstood_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QStringList>("messages");
        QTest::newRow("a") << "error-a-nested.json"
                           << "HTTP 400 Bad Request"
                           << "sessions[1].peer_ip"
                           << QStringList{QStringLiteral("not on that LAN"), QStringLiteral("stale")};
        QTest::newRow("b") << "error-b-example.json"
                           << "HTTP 400 Bad Request"
                           << "peer_asn" << QStringList{QStringLiteral("asn not available at that location")};
        QTest::newRow("c") << "error-c-field-errors.json"
                           << "HTTP 400 Bad Request"
                           << "asn" << QStringList{QStringLiteral("is missing")};
        QTest::newRow("d") << "error-d-message.json"
                           << "Please contact noc@as64496.example"
                           << "" << QStringList{};
        QTest::newRow("e") << "error-e-item.json"
                           << "no capacity"
                           << "" << QStringList{QStringLiteral("no capacity")};
        QTest::newRow("f, conflict") << "error-f-conflict.json"
                                     << "A request for these addresses is pending"
                                     << "conflicting_ips" << QStringList{QStringLiteral("192.0.2.10")};
        QTest::newRow("f, fields") << "error-f-fields.json"
                                   << "HTTP 400 Bad Request"
                                   << "email" << QStringList{QStringLiteral("This field is required.")};
        QTest::newRow("ours") << "error-ours.json"
                              << "The request cannot be read (noc@as64496.example)"
                              << "sessions[0].local_ip" << QStringList{QStringLiteral("is missing")};
    }
    void everyShapeOfRefusalIsUnderstood()
    {
        QFETCH(QString, file);
        QFETCH(QString, detail);
        QFETCH(QString, field);
        QFETCH(QStringList, messages);
        const Error error = decodeError(400, wireFile(qPrintable(file)), QStringLiteral("Bad Request"));
        QCOMPARE(error.kind, ErrorKind::Invalid);
        QCOMPARE(error.detail, detail);
        if (messages.isEmpty()) {
            QVERIFY(error.fields.isEmpty());
            return;
        }
        QCOMPARE(error.fields.first().field, field);
        QCOMPARE(error.fields.first().messages, messages);
    }

    void statusCodesBecomeKinds_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("kind");
        QTest::newRow("400") << 400 << int(ErrorKind::Invalid);
        QTest::newRow("401") << 401 << int(ErrorKind::Unauthenticated);
        QTest::newRow("403") << 403 << int(ErrorKind::Denied);
        QTest::newRow("404") << 404 << int(ErrorKind::NotFound);
        QTest::newRow("406") << 406 << int(ErrorKind::Invalid);
        QTest::newRow("409") << 409 << int(ErrorKind::Conflict);
        QTest::newRow("422") << 422 << int(ErrorKind::NeedsHuman);
        QTest::newRow("429") << 429 << int(ErrorKind::Throttled);
        QTest::newRow("451") << 451 << int(ErrorKind::Denied);
        QTest::newRow("500") << 500 << int(ErrorKind::Unavailable);
        QTest::newRow("503") << 503 << int(ErrorKind::Unavailable);
        QTest::newRow("302") << 302 << int(ErrorKind::Protocol);
        QTest::newRow("501") << 501 << int(ErrorKind::Protocol);
    }
    void statusCodesBecomeKinds()
    {
        QFETCH(int, code);
        QFETCH(int, kind);
        QCOMPARE(int(decodeError(code, "<html>", QStringLiteral("Words")).kind), kind);
        QCOMPARE(decodeError(code, {}, QStringLiteral("Words")).detail, QStringLiteral("HTTP %1 Words").arg(code));
    }

    void errorsFindTheirSessionsAndCells()
    {
        QList<FieldError> errors{{QStringLiteral("sessions[1].peer_ip"), {}, {}},
                                 {QStringLiteral("conflicting_ips"), {QStringLiteral("192.0.2.10")}, {}},
                                 {QStringLiteral("asn"), {}, {}},
                                 {QStringLiteral("sessions[9]"), {}, {}}};
        assignItems(errors, exampleRequest().proposals);
        QCOMPARE(itemsOf(errors), (QStringList{QStringLiteral("b2"), QStringLiteral("a1"), {}, {}}));
        using Part = Finding::Part;
        QCOMPARE(fieldTargetOf(u"sessions[1].peer_ip", Dialect::Orientation::Requestor),
                 (FieldTarget{1, Part::ReceiverAddress}));
        QCOMPARE(fieldTargetOf(u"sessions.1.peer_ip", Dialect::Orientation::Receiver),
                 (FieldTarget{1, Part::InitiatorAddress}));
        QCOMPARE(fieldTargetOf(u"[0].location.id", {}), (FieldTarget{0, Part::Location}));
        QCOMPARE(fieldTargetOf(u"md5", {}), (FieldTarget{-1, Part::Secret}));
        QCOMPARE(fieldTargetOf(u"session_secret", {}), (FieldTarget{-1, Part::Secret}));
        QCOMPARE(fieldTargetOf(u"asn", {}), (FieldTarget{-1, Part::Whole}));
        const Finding finding{2,
                              QStringLiteral("c"),
                              Part::InitiatorAddress,
                              Finding::Rule::OutsideLan,
                              Finding::Severity::Error,
                              QStringLiteral("words")};
        QCOMPARE(fieldErrorOf(finding, Dialect::Orientation::Receiver).field, QStringLiteral("sessions[2].peer_ip"));
    }

    void statusWordsReturnAsTheyWereMeant()
    {
        for (const Connection connection :
             {Connection::NotConfigured, Connection::Down, Connection::Established, Connection::Unestablished}) {
            const StatusMeaning meaning{Approval::Approved, connection};
            QCOMPARE(meaningOf(statusWordOf(meaning.approval, meaning.connection)), std::optional(meaning));
        }
        for (const Approval approval :
             {Approval::Pending, Approval::Offered, Approval::Rejected, Approval::Withdrawn}) {
            const StatusMeaning meaning{approval, Connection::NotConfigured};
            QCOMPARE(meaningOf(statusWordOf(approval, Connection::NotConfigured)), std::optional(meaning));
        }
        QCOMPARE(statusWordOf(Approval::Held, Connection::NotConfigured), QStringLiteral("Pending"));
        QVERIFY(!meaningOf(u"enjoying the weather"));
        QVERIFY(!meaningOf(u""));
    }
};

QTEST_APPLESS_MAIN(TstClientCodec)
#include "tst_clientcodec.moc"
