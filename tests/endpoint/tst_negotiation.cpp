// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/endpointrig.h"

#include "storage/existingsessionstore.h"
#include "storage/noticestore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "support/outcomeof.h"
#include "workflow/inbound/inbound.h"
#include "workflow/maintenance/maintenance.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

const QByteArray offering = "policy = \"open\"\noffer = \"all-shared\"\n";

QJsonArray sessionsOf(const HttpResponse &response)
{
    return EndpointRig::body(response).value("sessions").toArray();
}

QJsonArray errorsOf(const HttpResponse &response)
{
    return EndpointRig::body(response).value("errors").toObject().value("errors").toArray();
}

/// The session at that exchange, as the answer has it.
QJsonObject at(const HttpResponse &response, int exchange)
{
    const QJsonArray sessions = sessionsOf(response);
    for (const QJsonValue &session : sessions) {
        if (session.toObject().value("location").toObject().value("id").toString()
            == QStringLiteral("pdb:ix:%1").arg(exchange))
            return session.toObject();
    }
    return {};
}

template<class T> T wait(QFuture<T> future)
{
    (void)QTest::qWaitFor([&future] { return future.isFinished(); }, 30000);
    return future.result();
}

QList<Session> stored(EndpointRig &rig, Approval approval)
{
    const Envelope envelope = rig.database->envelope();
    auto sessions = wait(rig.database->read([envelope, approval](QSqlDatabase &db) {
        SessionFilter filter;
        filter.withDeleted = true;
        filter.approvals = {approval};
        return SessionStore(db, envelope).sessions(filter);
    }));
    return sessions.ok() ? *sessions : QList<Session>();
}

/// AS64496 asked AS64500 for a session at exchange 42 before.
void askBefore(EndpointRig &rig, const QString &requestId)
{
    Request request;
    request.id = requestId;
    request.ownAsn = Asn(64496);
    request.otherAsn = Asn(64500);
    request.createdAt = rig.clock.now();
    Session session;
    session.id = QStringLiteral("ours-1");
    session.requestId = requestId;
    session.ownAsn = Asn(64496);
    session.proposal.itemId = QStringLiteral("a");
    session.proposal.initiator = Asn(64496);
    session.proposal.receiver = Asn(64500);
    session.proposal.initiatorAddress = *IpAddress::parse(u"192.0.2.1");
    session.proposal.receiverAddress = *IpAddress::parse(u"192.0.2.10");
    session.proposal.location = Location::exchange(42);
    session.approval = Approval::Pending;
    session.createdAt = rig.clock.now();
    request.sessions = {session};
    const Envelope envelope = rig.database->envelope();
    QVERIFY(wait(rig.database->write([envelope, request](QSqlDatabase &db) {
        return RequestStore(db, envelope).insert(request, QStringLiteral("M. Ops"));
    })));
}

void report(EndpointRig &rig, const QString &state, const char *own = "192.0.2.1", const char *other = "192.0.2.10",
            int exchange = 42)
{
    SessionStateReport report;
    report.ownAsn = Asn(64496);
    report.location = Location::exchange(static_cast<std::uint32_t>(exchange));
    report.ownAddress = *IpAddress::parse(QString::fromLatin1(own));
    report.otherAddress = *IpAddress::parse(QString::fromLatin1(other));
    report.bgpState = state;
    report.source = QStringLiteral("test");
    QVERIFY(outcomeOf(rig.states->report(report)).ok());
}

constexpr UtcMs hours(int count)
{
    return UtcMs(count) * 3'600'000;
}

} // namespace

class TstNegotiation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void anApprovedRequestIsAnsweredWithWhatElseThePolicyWouldApprove()
    {
        EndpointRig rig({}, offering);
        const HttpResponse answer = rig.post(EndpointRig::batch("r", {EndpointRig::session("a")}));
        QCOMPARE(answer.status, 200);
        QCOMPARE(sessionsOf(answer).size(), 2); // exchange 7 is rejected by a rule, so it is not offered
        const QJsonObject offer = at(answer, 9);
        QCOMPARE(offer.value("status").toString(), QStringLiteral("Offered"));
        QCOMPARE(offer.value("local_ip").toString(), QStringLiteral("203.0.113.10"));
        QCOMPARE(offer.value("peer_ip").toString(), QStringLiteral("203.0.113.1"));
        QCOMPARE(offer.value("request_id"), EndpointRig::body(answer).value("request_id"));
        QVERIFY(!offer.value("configure_by").toString().isEmpty());
        QCOMPARE(sessionsOf(rig.get("/sessions")).size(), 2);
        QCOMPARE(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})).body, answer.body);
    }

    void nothingIsOfferedWithoutAnApprovalOrWithoutTheOperatorsWish()
    {
        EndpointRig silent;
        QCOMPARE(sessionsOf(silent.post(EndpointRig::batch("r", {EndpointRig::session("a")}))).size(), 1);
        EndpointRig rig({}, offering);
        const QJsonObject unregistered = EndpointRig::session("a", "203.0.113.99", "203.0.113.1", 9);
        const HttpResponse asked = rig.post(EndpointRig::batch("r", {unregistered}));
        QCOMPARE(sessionsOf(asked).size(), 1);
        QCOMPARE(at(asked, 9).value("status").toString(), QStringLiteral("Pending"));
    }

    void theFirstDraftsProfileCallsOffersAModifiedSet()
    {
        EndpointRig rig("profile = \"draft-03\"\n", offering);
        QCOMPARE(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})).status, 300);
    }

    void anOfferIsTakenByBringingItUp()
    {
        EndpointRig rig({}, offering);
        const QJsonObject offer = at(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})), 9);
        report(rig, "Idle", "203.0.113.1", "203.0.113.10", 9);
        const QString path = "/sessions/" + offer.value("session_id").toString();
        QCOMPARE(EndpointRig::body(rig.get(path)).value("status").toString(), QStringLiteral("Offered"));
        report(rig, "Established", "203.0.113.1", "203.0.113.10", 9);
        QCOMPARE(EndpointRig::body(rig.get(path)).value("status").toString(), QStringLiteral("Established"));
    }

    void anOfferIsTakenByAskingForItWithASecretOfTheirs()
    {
        EndpointRig rig({}, offering);
        QCOMPARE(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})).status, 200);
        QJsonObject wanted = EndpointRig::session("b", "203.0.113.10", "203.0.113.1", 9);
        wanted.insert("session_secret", "k3y");
        const HttpResponse taken = rig.post(EndpointRig::batch("s", {wanted}));
        QCOMPARE(at(taken, 9).value("status").toString(), QStringLiteral("Approved"));
        QVERIFY(stored(rig, Approval::Offered).isEmpty());
        QCOMPARE(sessionsOf(rig.get("/sessions")).size(), 2);
        QCOMPARE(rig.post(EndpointRig::batch("s", {wanted})).body, taken.body);
    }

    void anOfferIsDeclinedByDeletingIt()
    {
        EndpointRig rig({}, offering);
        const QJsonObject offer = at(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})), 9);
        const QString path = "/sessions/" + offer.value("session_id").toString();
        QCOMPARE(rig.remove(path).status, 200);
        QCOMPARE(rig.get(path).status, 404);
    }

    void anOfferEndsAtItsDeadlineAndSaysWhy()
    {
        EndpointRig rig({}, offering);
        const HttpResponse answer = rig.post(EndpointRig::batch("r", {EndpointRig::session("a")}));
        report(rig, "Established");
        rig.clock.advance(8 * 24h);
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 1);
        const QString path = "/sessions/" + at(answer, 9).value("session_id").toString();
        const QJsonObject over = EndpointRig::body(rig.get(path));
        QCOMPARE(over.value("status").toString(), QStringLiteral("Cancelled"));
        QCOMPARE(over.value("reason").toString(), QStringLiteral("The offer was not taken up in time"));
    }

    void whoWeAskedMayOfferMoreUnderOurRequestsNameOnce()
    {
        EndpointRig rig({}, offering);
        askBefore(rig, "our-request");
        const QJsonObject known = EndpointRig::session("d");
        const QJsonObject more = EndpointRig::session("e", "203.0.113.10", "203.0.113.1", 9);
        const HttpResponse round = rig.post(EndpointRig::batch("our-request", {known, more}));
        QCOMPARE(round.status, 200);
        QCOMPARE(sessionsOf(round).size(), 2);
        QCOMPARE(at(round, 9).value("status").toString(), QStringLiteral("Pending"));
        const QList<Session> offers = stored(rig, Approval::Offered);
        QCOMPARE(offers.size(), 1);
        QCOMPARE(offers.first().requestId, QStringLiteral("our-request"));
        QCOMPARE(offers.first().proposal.initiator, Asn(64496)); // ours to accept, as if we had asked
        QCOMPARE(offers.first().proposal.receiverAddress, *IpAddress::parse(u"203.0.113.10"));
        QVERIFY(offers.first().offered);

        QCOMPARE(rig.post(EndpointRig::batch("our-request", {known, more})).status, 200);
        QCOMPARE(stored(rig, Approval::Offered).size(), 1);
        const QJsonObject evenMore = EndpointRig::session("f", "2001:db8:42::10", "2001:db8:42::1");
        QCOMPARE(rig.post(EndpointRig::batch("our-request", {evenMore})).status, 422);
        // Another network cannot speak under that name: for it, it is a name like any other.
        const QJsonObject others = EndpointRig::session("a", "192.0.2.11", "192.0.2.1", 42, 64501);
        QCOMPARE(rig.post(EndpointRig::batch("our-request", {others}), 64501).status, 200);
        QCOMPARE(stored(rig, Approval::Approved).size(), 1);
    }

    void aRoundIsForWhatGoesOnAndForWhatDoesNotExist()
    {
        EndpointRig rig({}, offering);
        askBefore(rig, "our-request");
        ExistingSession there;
        there.ownAsn = Asn(64496);
        there.otherAsn = Asn(64500);
        there.location = Location::exchange(9);
        there.ownAddress = *IpAddress::parse(u"203.0.113.1");
        there.otherAddress = *IpAddress::parse(u"203.0.113.10");
        there.source = "router";
        QVERIFY(wait(rig.database->write([there](QSqlDatabase &db) {
            return ExistingSessionStore(db).replaceSource(there.ownAsn, there.source, {there});
        })));
        const QJsonObject exists = EndpointRig::session("e", "203.0.113.10", "203.0.113.1", 9);
        const HttpResponse round = rig.post(EndpointRig::batch("our-request", {EndpointRig::session("d"), exists}));
        QCOMPARE(errorsOf(round).size(), 1);
        QVERIFY(stored(rig, Approval::Offered).isEmpty());

        QVERIFY(wait(rig.database->write([envelope = rig.database->envelope()](QSqlDatabase &db) {
            Session over = *SessionStore(db, envelope).session("ours-1");
            over.approval = Approval::Rejected;
            return SessionStore(db, envelope).update(over, "AS64500", {}, 1);
        })));
        const QJsonObject six = EndpointRig::session("f", "2001:db8:42::10", "2001:db8:42::1");
        QCOMPARE(rig.post(EndpointRig::batch("our-request", {six})).status, 422);
        QVERIFY(stored(rig, Approval::Offered).isEmpty());
    }

    void theOtherSidesWordIsNoExistingSession()
    {
        EndpointRig rig({}, "policy = \"selective\"\n");
        askBefore(rig, "our-request");
        const auto settle = [&rig](const QString &by, bool offered) {
            return wait(rig.database->write([envelope = rig.database->envelope(), by, offered](QSqlDatabase &db) {
                Session session = *SessionStore(db, envelope).session("ours-1");
                session.approval = Approval::Approved;
                session.connection = Connection::Established;
                session.decidedBy = by;
                if (!offered)
                    return SessionStore(db, envelope).update(session, by, {}, 1);
                session.id = "ours-2";
                session.offered = true;
                session.proposal.location = Location::exchange(9);
                const auto added = SessionStore(db, envelope).insert(session, by);
                return added ? Result<Session>(session) : Result<Session>(added.error());
            }));
        };
        const auto existing = [&rig] {
            return *wait(rig.database->read([envelope = rig.database->envelope()](QSqlDatabase &db) {
                return SessionStore(db, envelope).agreedHere(Asn(64496), Asn(64500));
            }));
        };
        QVERIFY(settle("AS64500", false)); // they say that it is up
        QCOMPARE(existing(), 0);
        QVERIFY(settle("AS64500", true)); // and so is another
        QCOMPARE(existing(), 0);
        QVERIFY(wait(rig.database->write([envelope = rig.database->envelope()](QSqlDatabase &db) {
            Session accepted = *SessionStore(db, envelope).session("ours-2");
            accepted.decidedBy = "M. Ops";
            return SessionStore(db, envelope).update(accepted, "M. Ops", {}, 1);
        })));
        QCOMPARE(existing(), 1);
        QCOMPARE(rig.post(EndpointRig::batch("r", {EndpointRig::session("six", "2001:db8:42::10", "2001:db8:42::1")}))
                     .status,
                 200);
        QCOMPARE(existing(), 2); // approved by a rule
    }

    void whatTheyAskedForInTurnIsTheirsToSee()
    {
        EndpointRig rig({}, offering);
        askBefore(rig, "our-request");
        QVERIFY(sessionsOf(rig.get("/sessions")).isEmpty()); // what we asked for is nothing of theirs yet
        const QJsonObject more = EndpointRig::session("e", "203.0.113.10", "203.0.113.1", 9);
        const HttpResponse round = rig.post(EndpointRig::batch("our-request", {EndpointRig::session("d"), more}));
        for (const QJsonValue &told : sessionsOf(round)) {
            const HttpResponse shown = rig.get("/sessions/" + told.toObject().value("session_id").toString());
            QCOMPARE(shown.status, 200);
            QCOMPARE(EndpointRig::body(shown).value("local_asn").toInt(), 64500);
            QCOMPARE(EndpointRig::body(shown).value("local_ip"), told.toObject().value("local_ip"));
            QCOMPARE(EndpointRig::body(shown).value("status").toString(), QStringLiteral("Pending"));
        }
        const QJsonObject listed = at(rig.get("/sessions"), 9);
        QCOMPARE(sessionsOf(rig.get("/sessions")).size(), 1);
        QCOMPARE(listed.value("item_id").toString(), QStringLiteral("e"));
        QCOMPARE(listed.value("session_id"), at(round, 9).value("session_id"));
        QCOMPARE(sessionsOf(rig.get("/sessions?request_id=our-request")).size(), 2);
        const QString path = "/sessions/" + listed.value("session_id").toString();
        QCOMPARE(rig.get(path, 64501).status, 404);

        QCOMPARE(rig.remove(path).status, 200);
        QCOMPARE(rig.get(path).status, 404);
        QVERIFY(sessionsOf(rig.get("/sessions")).isEmpty());
        const QList<Session> gone = stored(rig, Approval::Withdrawn);
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.first().decidedBy, QStringLiteral("AS64500"));
        QCOMPARE(gone.first().deletedAt, 0); // it stays in the history of our request
    }

    void whatWasUpIsNotTakenBackButListed()
    {
        EndpointRig rig;
        const HttpResponse answer = rig.post(EndpointRig::batch("r", {EndpointRig::session("a")}));
        const QString path = "/sessions/" + at(answer, 42).value("session_id").toString();
        QVERIFY(EndpointRig::body(rig.get(path)).contains("configure_by"));
        report(rig, "Established");
        QVERIFY(!EndpointRig::body(rig.get(path)).contains("configure_by"));
        QVERIFY(!stored(rig, Approval::Approved).first().hasFallen());
        rig.clock.advance(1h);
        report(rig, "Idle");
        report(rig, "Active");
        rig.clock.advance(30 * 24h);
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 0);
        QCOMPARE(EndpointRig::body(rig.get(path)).value("status").toString(), QStringLiteral("Down"));
        QVERIFY(stored(rig, Approval::Approved).first().hasFallen());
        const auto notices =
            wait(rig.database->read([](QSqlDatabase &db) { return NoticeStore(db).waiting(Asn(64496)); }));
        QCOMPARE(notices->size(), 2); // people hear of both, of the fall once
        QCOMPARE(notices->last().kind, Notice::Kind::Unestablished);
    }

    void aSweepLeavesNothingForTheNext()
    {
        EndpointRig rig;
        Request request;
        request.id = QStringLiteral("many");
        request.direction = Direction::Inbound;
        request.ownAsn = Asn(64496);
        request.otherAsn = Asn(64500);
        for (int i = 0; i < 450; ++i) {
            Session session;
            session.id = QStringLiteral("session-%1").arg(i);
            session.requestId = request.id;
            session.ownAsn = request.ownAsn;
            session.proposal.initiator = request.otherAsn;
            session.proposal.receiver = request.ownAsn;
            session.proposal.initiatorAddress = *IpAddress::parse(QStringLiteral("203.0.113.10"));
            session.proposal.receiverAddress = *IpAddress::parse(QStringLiteral("203.0.113.1"));
            session.proposal.location = Location::exchange(static_cast<std::uint32_t>(100 + i));
            session.approval = Approval::Approved;
            session.configureBy = rig.clock.now();
            request.sessions.append(session);
        }
        QVERIFY(wait(rig.database->write([request, envelope = rig.database->envelope()](QSqlDatabase &db) {
            return RequestStore(db, envelope).insert(request, "AS64500");
        })));
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 450);
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 0);
    }

    void maintenanceMovesTheDeadlineThatTheCallerSees()
    {
        EndpointRig rig({}, offering);
        const auto deadlineOf = [&rig](const QJsonObject &session) {
            const QString path = "/sessions/" + session.value("session_id").toString();
            return fromRfc3339(EndpointRig::body(rig.get(path)).value("configure_by").toString());
        };
        const HttpResponse answer = rig.post(EndpointRig::batch("r", {EndpointRig::session("a")}));
        const UtcMs deadline = deadlineOf(at(answer, 42));
        const UtcMs offersDeadline = deadlineOf(at(answer, 9));
        QCOMPARE(deadline, offersDeadline);

        Maintenance maintenance(*rig.database, rig.clock);
        MaintenanceWindow window;
        window.ownAsn = Asn(64496);
        window.location = Location::exchange(42);
        window.from = rig.clock.now() + hours(24);
        window.until = window.from + hours(48);
        QVERIFY(outcomeOf(maintenance.add(window, QStringLiteral("ops"))).ok());
        QCOMPARE(deadlineOf(at(answer, 42)), deadline + hours(48));
        QCOMPARE(deadlineOf(at(answer, 9)), offersDeadline);

        rig.clock.advance(8 * 24h);
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 1); // the offer elsewhere
        // What is approved from now on knows of it as well, where it is not over.
        window.from = rig.clock.now() + hours(1);
        window.until = window.from + hours(2);
        QVERIFY(outcomeOf(maintenance.add(window, QStringLiteral("ops"))).ok());
        const QJsonObject six = EndpointRig::session("b", "2001:db8:42::10", "2001:db8:42::1");
        const HttpResponse later = rig.post(EndpointRig::batch("s", {six}));
        QCOMPARE(deadlineOf(at(later, 42)), rig.clock.now() + hours(7 * 24 + 2));
        QCOMPARE(deadlineOf(at(answer, 42)), deadline + hours(50));
        rig.clock.advance(24h + 1h);
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 0);
        rig.clock.advance(1h);
        QCOMPARE(*outcomeOf(rig.states->takeBackOverdue()), 1);
    }

    void aPersonsApprovalHasTheWindowOfTheNetworkThatWasAsked()
    {
        EndpointRig rig({}, "time_window_days = 2\n");
        const HttpResponse answer =
            rig.post(EndpointRig::batch("r", {EndpointRig::session("a", "203.0.113.10", "203.0.113.1", 9)}));
        const Session waiting = stored(rig, Approval::Pending).first();
        Inbound inbound(*rig.database, rig.clock, smallWorld());
        rig.clock.advance(5h);
        const InboundDecision yes{Verdict::Approve, {{waiting.id, waiting.version}}, {}, QStringLiteral("M. Ops")};
        QVERIFY(outcomeOf(inbound.decideNow(yes)).ok());
        const QString path = "/sessions/" + at(answer, 9).value("session_id").toString();
        QCOMPARE(fromRfc3339(EndpointRig::body(rig.get(path)).value("configure_by").toString()),
                 rig.clock.now() + hours(48));
    }

    void aLaterRejectionCarriesItsReason()
    {
        EndpointRig rig;
        const HttpResponse answer =
            rig.post(EndpointRig::batch("r", {EndpointRig::session("a", "203.0.113.10", "203.0.113.1", 9)}));
        Session session = stored(rig, Approval::Pending).first();
        session.approval = Approval::Rejected;
        session.reason = QStringLiteral("No capacity before March");
        const Envelope envelope = rig.database->envelope();
        QVERIFY(wait(rig.database->write([envelope, session](QSqlDatabase &db) {
            return SessionStore(db, envelope).update(session, QStringLiteral("M. Ops"), session.reason, 1);
        })));
        const QJsonObject listed = at(rig.get("/sessions"), 9);
        QCOMPARE(listed.value("status").toString(), QStringLiteral("Rejected"));
        QCOMPARE(listed.value("reason").toString(), QStringLiteral("No capacity before March"));
        QCOMPARE(at(answer, 9).value("session_id"), listed.value("session_id"));
    }

    void aConflictNamesWhatConflicts()
    {
        EndpointRig rig;
        QCOMPARE(rig.post(EndpointRig::batch("r", {EndpointRig::session("a")})).status, 200);
        const QJsonObject six = EndpointRig::session("b", "2001:db8:42::10", "2001:db8:42::1");
        const HttpResponse conflict = rig.post(EndpointRig::batch("r", {six}));
        QCOMPARE(conflict.status, 409);
        QCOMPARE(errorsOf(conflict).size(), 2); // what is new, and what is missing
        QCOMPARE(errorsOf(conflict).at(0).toObject().value("name").toString(), QStringLiteral("sessions[0]"));
        QCOMPARE(errorsOf(conflict).at(0).toObject().value("item_id").toString(), QStringLiteral("b"));
        QCOMPARE(errorsOf(conflict).at(1).toObject().value("item_id").toString(), QStringLiteral("a"));
        QJsonObject customer = EndpointRig::session("a");
        customer.insert("local_bgp_role", 3);
        const HttpResponse otherRole = rig.post(EndpointRig::batch("r", {customer}));
        QCOMPARE(otherRole.status, 409);
        QCOMPARE(errorsOf(otherRole).size(), 1);
    }

    void thePoliciesExplanationIsKeptForThePersonWhoDecides()
    {
        EndpointRig rig;
        QCOMPARE(
            rig.post(EndpointRig::batch("r", {EndpointRig::session("a", "203.0.113.10", "203.0.113.1", 9)})).status,
            200);
        QCOMPARE(stored(rig, Approval::Pending).first().explanation.split('\n'),
                 (QStringList{"Rule \"everybody here\" does not apply: the location is pdb:ix:9",
                              "Rule \"full\" does not apply: the location is pdb:ix:9",
                              "No rule applies, the policy is selective: ask"}));
    }

    void whoAsksForMoreThanPeeringIsNotApprovedByTheWay()
    {
        EndpointRig rig;
        QJsonObject customer = EndpointRig::session("a");
        customer.insert("local_bgp_role", 3);
        const HttpResponse answer = rig.post(EndpointRig::batch("r", {customer}));
        QCOMPARE(at(answer, 42).value("status").toString(), QStringLiteral("Pending"));
        QCOMPARE(at(answer, 42).value("peer_bgp_role").toInt(), 0);
        QCOMPARE(stored(rig, Approval::Pending).first().proposal.receiverTerms.role, BgpRole::Provider);
        customer.insert("peer_bgp_role", 4);
        customer.insert("item_id", "b");
        customer.insert("local_ip", "192.0.2.12");
        QCOMPARE(errorsOf(rig.post(EndpointRig::batch("s", {customer}))).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TstNegotiation)
#include "tst_negotiation.moc"
