// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "support/patience.h"
#include "workflow/requestdesk.h"
#include "workflow/requests/offerreview.h"

#include <QSignalSpy>

#include <algorithm>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

/// A session of theirs that nobody asked for.
QJsonObject theirOffer(int host, const char *id)
{
    return {{QStringLiteral("local_asn"), 64496},
            {QStringLiteral("local_ip"), RequestDesk::ownAddress(host)},
            {QStringLiteral("peer_asn"), 64500},
            {QStringLiteral("peer_ip"), RequestDesk::otherAddress(host)},
            {QStringLiteral("location"), QStringLiteral("pdb:ix:42")},
            {QStringLiteral("status"), QStringLiteral("Pending")},
            {QStringLiteral("session_id"), QString::fromLatin1(id)}};
}

} // namespace

class TstSending : public QObject
{
    Q_OBJECT

    /// A request for one session in which we are that.
    static Result<Request> sentAs(RequestDesk &desk, const QString &role)
    {
        const QString id = desk.draft(1);
        Draft draft = desk.drafts().first();
        draft.rows.first().role = role;
        const auto written = desk.database->write(
            [&](QSqlDatabase &db) { return DraftStore(db, desk.database->envelope()).update(draft, 1); });
        if (!written.result())
            qFatal("The draft cannot be stored");
        return outcomeOf(desk.requests->send(id, person));
    }

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void aDraftBecomesARequestAndTheAnswerIsKept()
    {
        RequestDesk desk;
        const Request request = desk.sent(2);
        QCOMPARE(desk.statuses(request), (QList{Status::Pending, Status::Pending}));
        QVERIFY(!request.sessions.first().remoteId.isEmpty());
        QVERIFY(request.answeredAt != 0);
        QVERIFY(desk.drafts().isEmpty());
        QVERIFY(outcomeOf(desk.requests->journeys())->isEmpty());
        QCOMPARE(desk.endpoint.sessions().size(), 2);
        const QJsonObject wire = desk.endpoint.sessions().first();
        QCOMPARE(wire[QStringLiteral("item_id")].toString(), request.sessions.first().proposal.itemId);
        QCOMPARE(wire[QStringLiteral("request_id")].toString(), request.id);
    }

    void partOfABatchMayBeRejected()
    {
        RequestDesk desk;
        desk.endpoint.decide = [](const QJsonObject &session) {
            return session[QStringLiteral("local_ip")].toString() == RequestDesk::ownAddress(1)
                       ? QStringLiteral("!prefix limit")
                       : QStringLiteral("Approved");
        };
        const Request request = desk.sent(2);
        QCOMPARE(desk.statuses(request), (QList{Status::Approved, Status::Rejected}));
        QCOMPARE(request.sessions.last().reason, QStringLiteral("prefix limit"));
        QCOMPARE(request.sessions.last().decidedBy, QStringLiteral("AS64500"));
        QCOMPARE(desk.notices(), (QList{Notice::Kind::Approved, Notice::Kind::Rejected}));

        const auto drafted = outcomeOf(desk.requests->draftAgain({request.sessions.last().id}));
        QVERIFY(drafted);
        const Draft draft = desk.drafts().first();
        QCOMPARE(draft.id, *drafted);
        QCOMPARE(draft.rows.size(), 1);
        QCOMPARE(draft.rows.first().ownAddress, RequestDesk::ownAddress(1));
        QCOMPARE(draft.rows.first().remoteErrors.first().messages, QStringList{QStringLiteral("prefix limit")});
        QVERIFY(draft.rows.first().itemId != request.sessions.last().proposal.itemId);
    }

    void theOtherSideHearsTheRoles()
    {
        RequestDesk desk;
        QVERIFY(sentAs(desk, QStringLiteral("customer")));
        const QJsonObject wire = desk.endpoint.sessions().first();
        QCOMPARE(wire[QStringLiteral("local_bgp_role")].toInt(), static_cast<int>(BgpRole::Customer));
        QCOMPARE(wire[QStringLiteral("peer_bgp_role")].toInt(), static_cast<int>(BgpRole::Provider));
    }

    void rolesStayWithTheSessionAndWithWhatIsDraftedAgain()
    {
        RequestDesk desk;
        desk.endpoint.decide = [](const QJsonObject &) { return QStringLiteral("!no customers here"); };
        const auto request = sentAs(desk, QStringLiteral("customer"));
        QVERIFY(request);
        const SessionProposal asked = desk.now(*request).sessions.first().proposal;
        QCOMPARE(asked.initiatorTerms.role, BgpRole::Customer);
        QCOMPARE(asked.receiverTerms.role, BgpRole::Provider);
        QVERIFY(outcomeOf(desk.requests->draftAgain({request->sessions.first().id})));
        QCOMPARE(desk.drafts().first().rows.first().role, QStringLiteral("customer"));
    }

    void aDraftWithProblemsIsNotSent()
    {
        RequestDesk desk;
        const QString id = desk.draft(1);
        Draft draft = desk.drafts().first();
        draft.rows.first().ownAddress = QStringLiteral("203.0.113.1");
        QVERIFY(
            desk.database
                ->write([&](QSqlDatabase &db) { return DraftStore(db, desk.database->envelope()).update(draft, 1); })
                .result());
        const auto refused = outcomeOf(desk.requests->send(id, person));
        QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        QVERIFY(!refused.error().fields.isEmpty());
        QCOMPARE(desk.endpoint.asked("POST"), 0);
        QCOMPARE(desk.drafts().size(), 1);
    }

    void aDraftThatIsNoLongerTheOneSeenIsNotSent()
    {
        RequestDesk desk;
        const QString id = desk.draft(1);
        const Draft seen = desk.drafts().first();
        QVERIFY(desk.database
                    ->write([&](QSqlDatabase &db) { return DraftStore(db, desk.database->envelope()).update(seen, 1); })
                    .result());
        QCOMPARE(outcomeOf(desk.requests->send(id, person, seen.version)).error().kind, ErrorKind::Conflict);
        QCOMPARE(desk.endpoint.asked("POST"), 0);
        QCOMPARE(desk.drafts().size(), 1);
        QVERIFY(outcomeOf(desk.requests->send(id, person, desk.drafts().first().version)));
    }

    void withoutAnEndpointNothingIsSent()
    {
        RequestDesk desk;
        QVERIFY(desk.database->write([](QSqlDatabase &db) { return EndpointStore(db).remove(own, other); }).result());
        const QString id = desk.draft(1);
        QCOMPARE(outcomeOf(desk.requests->send(id, person)).error().kind, ErrorKind::NotFound);
        QCOMPARE(desk.drafts().size(), 1);
    }

    void anAnswerThatWasLostIsFoundInTheList_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("gateway time-out") << 504 << QByteArray("{}");
        QTest::newRow("internal error") << 500 << QByteArray("{}");
        QTest::newRow("garbage") << 200 << QByteArray("<html>");
    }
    void anAnswerThatWasLostIsFoundInTheList()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        RequestDesk desk;
        desk.endpoint.fail("POST", {status, body, true, {}});
        const Request request = desk.sent(3);
        QCOMPARE(desk.statuses(request), (QList{Status::Sending, Status::Sending, Status::Sending}));
        QVERIFY(!request.lastError.isEmpty());
        QVERIFY(desk.settle());
        QCOMPARE(desk.statuses(request), (QList{Status::Pending, Status::Pending, Status::Pending}));
        QVERIFY(desk.now(request).lastError.isEmpty());
        QCOMPARE(desk.endpoint.asked("POST"), 1);
        QCOMPARE(desk.endpoint.sessions().size(), 3);
    }

    void withoutItemIdsTheyAreKnownByTheirPlace()
    {
        RequestDesk desk;
        desk.endpoint.fail("POST", {504, "{}", true, {}});
        const Request request = desk.sent(2);
        for (int i = 0; i < 2; ++i)
            desk.endpoint.set(i, QStringLiteral("item_id"), QJsonValue::Undefined);
        QVERIFY(desk.settle());
        QCOMPARE(desk.statuses(request), (QList{Status::Pending, Status::Pending}));
        QCOMPARE(desk.endpoint.asked("POST"), 1);
    }

    void whatNeverArrivedIsSentAgainAfterTwoLooks()
    {
        RequestDesk desk;
        desk.endpoint.fail("POST", {504, "{}", false, {}});
        const Request request = desk.sent(2);
        QVERIFY(desk.settle());
        QCOMPARE(desk.statuses(request), (QList{Status::Pending, Status::Pending}));
        QCOMPARE(desk.endpoint.asked("POST"), 2);
        QCOMPARE(desk.endpoint.asked("GET"), 2);
        QCOMPARE(desk.endpoint.sessions().size(), 2);
    }

    void halfAListIsLeftToAPerson()
    {
        RequestDesk desk;
        desk.endpoint.fail("POST", {504, "{}", true, {}});
        const Request request = desk.sent(2);
        desk.endpoint.remove(1);
        QVERIFY(desk.settle());
        QCOMPARE(desk.statuses(request), (QList{Status::Pending, Status::OutcomeUnknown}));
        QCOMPARE(desk.endpoint.asked("POST"), 1);
        QCOMPARE(desk.notices(), QList{Notice::Kind::NeedsAnswer});

        const QString unknown = request.sessions.last().id;
        QVERIFY(outcomeOf(desk.requests->resolveOutcome({unknown}, Requests::Outcome::WasNotCreated, person)));
        QCOMPARE(outcomeOf(desk.requests->session(unknown))->status(), Status::Pending);
        QCOMPARE(desk.endpoint.asked("POST"), 2);
        QCOMPARE(desk.endpoint.count(RequestDesk::ownAddress(1), RequestDesk::otherAddress(1)), 1);
        QCOMPARE(desk.endpoint.count(RequestDesk::ownAddress(0), RequestDesk::otherAddress(0)), 1);
    }

    void whatAPersonSaysWasCreatedIsFollowed()
    {
        RequestDesk desk;
        desk.endpoint.fail("POST", {504, "{}", true, {}});
        desk.endpoint.fail("GET", {403, "{\"message\": \"no lists here\"}", false, {}});
        const Request request = desk.sent(1);
        QVERIFY(desk.settle());
        QCOMPARE(desk.statuses(request), QList{Status::OutcomeUnknown});
        const QStringList ids{request.sessions.first().id};
        QVERIFY(outcomeOf(desk.requests->resolveOutcome(ids, Requests::Outcome::WasCreated, person)));
        QCOMPARE(outcomeOf(desk.requests->resolveOutcome(ids, Requests::Outcome::WasCreated, person)).error().kind,
                 ErrorKind::Refused);
        QVERIFY(desk.poll());
        QCOMPARE(desk.statuses(request), QList{Status::Pending});
        QVERIFY(!desk.now(request).sessions.first().remoteId.isEmpty());
    }

    void somebodyElsesSessionAtOurPlaceIsLeftToAPerson()
    {
        RequestDesk desk;
        desk.endpoint.fail("POST", {504, "{}", true, {}});
        const Request request = desk.sent(1);
        desk.endpoint.set(0, QStringLiteral("item_id"), QStringLiteral("of-another-program"));
        QVERIFY(desk.settle());
        QCOMPARE(desk.statuses(request), QList{Status::OutcomeUnknown});
        QCOMPARE(desk.endpoint.asked("POST"), 1);
    }

    void whatLeftNoTraceIsSimplyTriedAgain()
    {
        RequestDesk desk;
        desk.endpoint.fail("POST", {429, "{}", false, "120"});
        const Request request = desk.sent(1);
        QCOMPARE(desk.statuses(request), QList{Status::Sending});
        desk.clock.advance(119s);
        desk.work();
        QCOMPARE(desk.endpoint.asked("POST"), 1); // Retry-After is not undercut
        desk.clock.advance(1s);
        desk.work();
        QCOMPARE(desk.endpoint.asked("POST"), 2);
        QCOMPARE(desk.endpoint.asked("GET"), 0);
        QCOMPARE(desk.statuses(request), QList{Status::Pending});
    }

    void retriesContinueAfterARestart()
    {
        RequestDesk desk;
        desk.endpoint.fail("POST", {429, "{}", false, "120"});
        const Request request = desk.sent(1);
        desk.requests = desk.makeRequests();
        desk.clock.advance(60s);
        desk.work();
        QCOMPARE(desk.endpoint.asked("POST"), 1);
        desk.clock.advance(60s);
        desk.work();
        QCOMPARE(desk.statuses(request), QList{Status::Pending});
    }

    void aRefusalOfTheBatchIsADraftAgainWithItsWords()
    {
        RequestDesk desk;
        desk.endpoint.fail("POST", {400,
                                    "{\"errors\": {\"errors\": [{\"name\": \"sessions[1].peer_ip\", "
                                    "\"errors\": [\"not ours\"]}]}}",
                                    false,
                                    {}});
        const Request request = desk.sent(2);
        QCOMPARE(desk.statuses(request), (QList{Status::Rejected, Status::Rejected}));
        QVERIFY(outcomeOf(desk.requests->journeys())->isEmpty());
        const Draft draft = desk.drafts().first();
        QCOMPARE(draft.rows.size(), 2);
        QVERIFY(draft.rows.first().remoteErrors.isEmpty());
        const FieldError error = draft.rows.last().remoteErrors.first();
        QCOMPARE(error.field, QStringLiteral("other_ip"));
        QCOMPARE(error.messages, QStringList{QStringLiteral("not ours")});
    }

    void withoutASignInNothingIsLost()
    {
        RequestDesk desk;
        const TokenSource good = desk.tokens;
        desk.tokens = [](QUrl) -> QCoro::Task<Result<Secret>> { co_return Error(ErrorKind::Unauthenticated); };
        desk.requests = desk.makeRequests();
        const Request request = desk.sent(1);
        QCOMPARE(desk.statuses(request), QList{Status::Sending});
        QVERIFY(!request.lastError.isEmpty());
        QCOMPARE(desk.endpoint.asked("POST"), 0);
        desk.tokens = good;
        desk.requests = desk.makeRequests();
        QVERIFY(outcomeOf(desk.requests->retryNow(request.id)));
        QCOMPARE(desk.statuses(request), QList{Status::Pending});
    }

    void twoProgramsSendOnce()
    {
        RequestDesk desk;
        desk.endpoint.fail("POST", {429, "{}", false, "60"});
        const Request request = desk.sent(1);
        desk.clock.advance(60s);
        const auto second = desk.makeRequests();
        bool done = false;
        second->workOnWhatIsDue().then([&done] { done = true; });
        desk.work();
        QTRY_VERIFY(done);
        QCOMPARE(desk.endpoint.asked("POST"), 2); // the one refused, and one more
        QCOMPARE(desk.endpoint.sessions().size(), 1);
        QCOMPARE(desk.statuses(request), QList{Status::Pending});
    }

    void offersAreAcceptedOrDeclined()
    {
        RequestDesk desk;
        desk.endpoint.extra = {theirOffer(7, "offer-7"), theirOffer(8, "offer-8")};
        const Request request = desk.sent(1);
        const auto at = [&desk, &request](int host) {
            const Request current = desk.now(request);
            return *std::find_if(current.sessions.begin(), current.sessions.end(), [host](const Session &session) {
                return session.ownAddress().toString() == RequestDesk::ownAddress(host);
            });
        };
        QCOMPARE(request.sessions.size(), 3);
        QCOMPARE(at(7).status(), Status::Offered);
        QCOMPARE(at(8).status(), Status::Offered);
        QVERIFY(outcomeOf(desk.requests->acceptOffers({at(7).id}, person)));
        QVERIFY(outcomeOf(desk.requests->withdraw({at(8).id}, person, QStringLiteral("no need"))));
        QCOMPARE(at(0).status(), Status::Pending);
        QCOMPARE(at(7).status(), Status::Approved);
        QCOMPARE(at(8).status(), Status::Withdrawn);
        QCOMPARE(desk.endpoint.asked("DELETE"), 1);
    }

    void anAnswerBringsNoMoreOffersThanAPersonCanRead()
    {
        RequestDesk desk;
        for (int i = 0; i < offersTakenAtMost + 10; ++i)
            desk.endpoint.extra.append(theirOffer(7, qPrintable(QStringLiteral("offer-%1").arg(i))));
        const Request request = desk.sent(1);
        QCOMPARE(desk.now(request).sessions.size(), 1 + offersTakenAtMost);
    }

    void anOfferOfACounterRoundIsDeclinedWhereItStands()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        Session offer = request.sessions.first();
        offer.id = newId(desk.clock.now());
        offer.remoteId.clear();
        offer.approval = Approval::Offered;
        offer.offered = true;
        auto storing = desk.database->write([offer, envelope = desk.database->envelope()](QSqlDatabase &database) {
            return SessionStore(database, envelope).insert(offer, QStringLiteral("AS64500"));
        });
        QVERIFY(storing.result());
        QVERIFY(outcomeOf(desk.requests->withdraw({offer.id}, person, QStringLiteral("one is enough"))));
        desk.work();
        QCOMPARE(desk.statuses(request).last(), statusOf(Approval::Withdrawn, Connection::NotConfigured));
        QCOMPARE(desk.endpoint.asked("DELETE"), 0);
    }

    void anOfferThatCameToOurEndpointBeforeTheirAnswerIsTheSame()
    {
        RequestDesk desk;
        desk.endpoint.extra = {theirOffer(7, "offer-7")};
        desk.requests->observeSteps([&desk](Sender::Step step) {
            if (step != Sender::Step::BeforeWire)
                return;
            RequestFilter filter;
            filter.ownAsn = own;
            auto taking = desk.database->write([filter, envelope = desk.database->envelope(),
                                                now = desk.clock.now()](QSqlDatabase &database) -> Result<void> {
                const auto requests = RequestStore(database, envelope).requests(filter);
                if (!requests)
                    return requests.error();
                Session session = requests->first().sessions.first();
                session.id = newId(now);
                session.proposal.itemId.clear();
                session.proposal.initiatorAddress = *IpAddress::parse(RequestDesk::ownAddress(7));
                session.proposal.receiverAddress = *IpAddress::parse(RequestDesk::otherAddress(7));
                session.approval = Approval::Offered;
                session.offered = true;
                return SessionStore(database, envelope).insert(session, QStringLiteral("AS64500"));
            });
            QVERIFY(taking.result());
        });
        const Request request = desk.sent(1);
        QCOMPARE(desk.statuses(request), (QList{Status::Pending, Status::Offered}));
        QCOMPARE(desk.now(request).sessions.last().remoteId, QStringLiteral("offer-7"));
    }

    void whoHasAnEndpointSaysWhereMoreMayBeAskedFor()
    {
        RequestDesk desk;
        desk.sent(1);
        QVERIFY(!desk.endpoint.posted().contains(QStringLiteral("return_url")));
        RequestDesk served;
        served.requests->setReturnUrl(QUrl(QStringLiteral("https://peering.as64496.example/v1")));
        served.sent(1);
        QCOMPARE(served.endpoint.posted()[QStringLiteral("return_url")].toString(),
                 QStringLiteral("https://peering.as64496.example/v1"));
    }

    void aWithdrawalIsCarriedOutInTheEnd()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        const QString id = request.sessions.first().id;
        desk.endpoint.fail("DELETE", {503, "{}", false, {}});
        QVERIFY(outcomeOf(desk.requests->withdraw({id}, person, QStringLiteral("moving"))));
        QCOMPARE(desk.statuses(request), QList{Status::Pending});
        QCOMPARE(outcomeOf(desk.requests->journeys())->first().sessionId, id);
        QVERIFY(desk.settle());
        QCOMPARE(desk.statuses(request), QList{Status::Withdrawn});
        QVERIFY(desk.endpoint.sessions().isEmpty());
        const auto history = outcomeOf(desk.requests->history(request.id));
        QCOMPARE(std::count_if(history->begin(), history->end(),
                               [](const AuditEntry &entry) { return entry.toState == failedAttempt; }),
                 1);
        QCOMPARE(history->last().who, person);
        QCOMPARE(history->last().why, QStringLiteral("moving"));
        QCOMPARE(outcomeOf(desk.requests->withdraw({id}, person, {})).error().kind, ErrorKind::Refused);
    }

    void aRefusedWithdrawalLeavesTheSessionAndSaysWhy()
    {
        RequestDesk desk;
        const Request request = desk.sent(1);
        desk.endpoint.fail("DELETE", {422, "{\"message\": \"call us\"}", false, {}});
        QVERIFY(outcomeOf(desk.requests->withdraw({request.sessions.first().id}, person, {})));
        QCOMPARE(desk.statuses(request), QList{Status::Pending});
        QVERIFY(desk.now(request).lastError.contains(QStringLiteral("call us")));
        QVERIFY(outcomeOf(desk.requests->journeys())->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstSending)
#include "tst_sending.moc"
