// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/auditstore.h"
#include "support/patience.h"
#include "workflow/deskfixture.h"
#include "workflow/inbound/inbound.h"
#include "workflow/sessions/bringup.h"
#include "workflow/sessions/sessionstates.h"

#include <QFile>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

const QString who = QStringLiteral("A. Peer");
const QString reason = QStringLiteral("the port is full");

/// A desk at which two sessions that another network asked for were approved just now.
class ApprovedSessions
{
public:
    ApprovedSessions()
    {
        const Request request = desk.asked({QStringLiteral("192.0.2.10"), QStringLiteral("2001:db8:42::10")});
        InboundDecision yes{Verdict::Approve, {}, {}, who};
        for (const Session &session : request.sessions) {
            ids.append(session.id);
            yes.sessions.append({session.id, session.version});
        }
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        (void)outcomeOf(inbound.decideNow(yes));
    }

    [[nodiscard]] Status status(int i) { return desk.session(ids.at(i)).status(); }

    Desk desk;
    BringUp bringUp{desk.database(), desk.clock};
    SessionStates states{desk.database(), desk.clock};
    QStringList ids;
};

} // namespace

/// What a person does with sessions that another network asked for, after they were approved.
class TstBringUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void whatAPersonBroughtUpIsNotTakenBack()
    {
        ApprovedSessions two;
        QVERIFY(outcomeOf(two.bringUp.markConfigured(two.ids, who)));
        QCOMPARE(two.status(0), Status::Down);
        QVERIFY(outcomeOf(two.bringUp.markEstablished({two.ids.first()}, who)));
        two.desk.clock.advance(24h * 8);
        QVERIFY(outcomeOf(two.states.takeBackOverdue()));
        QCOMPARE(two.status(0), Status::Established);
        QCOMPARE(two.status(1), Status::Unestablished);
    }

    void theHistoryNamesWhoSaidIt()
    {
        ApprovedSessions two;
        QVERIFY(outcomeOf(two.bringUp.markEstablished(two.ids, who)));
        Inbound inbound(two.desk.database(), two.desk.clock, exampleWorld());
        const auto history = outcomeOf(inbound.history(two.desk.session(two.ids.first()).requestId));
        QCOMPARE(history->last().who, who);
        QCOMPARE(history->last().toState, toText(Status::Established));
    }

    void whatIsTakenDownStaysDownAndSaysWhy()
    {
        ApprovedSessions two;
        QVERIFY(outcomeOf(two.bringUp.markEstablished(two.ids, who)));
        QVERIFY(outcomeOf(two.bringUp.takeBack({two.ids.first()}, who, reason)));
        const Session gone = two.desk.session(two.ids.first());
        QCOMPARE(gone.status(), Status::Unestablished);
        QCOMPARE(gone.reason, reason);
        QCOMPARE(two.status(1), Status::Established);
        const SessionStateReport up{gone.ownAsn,         gone.proposal.location,        gone.ownAddress(),
                                    gone.otherAddress(), QStringLiteral("Established"), QStringLiteral("router")};
        QCOMPARE(*outcomeOf(two.states.report(up)), 0);
        QCOMPARE(outcomeOf(two.bringUp.markEstablished({gone.id}, who)).error().kind, ErrorKind::Refused);
    }

    void theOtherNetworkIsOwedAReason()
    {
        ApprovedSessions two;
        QCOMPARE(outcomeOf(two.bringUp.takeBack(two.ids, who, QStringLiteral(" "))).error().kind, ErrorKind::Invalid);
        QCOMPARE(two.status(0), Status::Approved);
    }

    void allAreMarkedOrNone()
    {
        ApprovedSessions two;
        const QString pending = two.desk.asked({QStringLiteral("192.0.2.10")}).sessions.first().id;
        const auto marked = outcomeOf(two.bringUp.markConfigured({two.ids.first(), pending}, who));
        QCOMPARE(marked.error().kind, ErrorKind::Refused);
        QCOMPARE(two.status(0), Status::Approved);
    }

    void whatWeAskedForIsNotTakenBackHere()
    {
        ApprovedSessions two;
        Session ours = two.desk.session(two.ids.first());
        Request request;
        request.id = newUuid();
        request.direction = Direction::Outgoing;
        request.ownAsn = ownAsn;
        request.otherAsn = otherAsn;
        request.createdAt = two.desk.clock.now();
        ours.id = newId(two.desk.clock.now());
        ours.requestId = request.id;
        ours.proposal = ours.proposal.turned();
        ours.proposal.itemId = newUuid();
        request.sessions = {ours};
        two.desk.store(request);
        QCOMPARE(outcomeOf(two.bringUp.takeBack({ours.id}, who, reason)).error().kind, ErrorKind::Refused);
    }

    void approvedSessionsGoToAFileForTheirConfiguration()
    {
        ApprovedSessions two;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sessions.csv"));
        QVERIFY(outcomeOf(two.bringUp.exportApproved(two.ids, path)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("192.0.2.10") && text.contains("2001:db8:42::10"));
        const QString pending = two.desk.asked({QStringLiteral("192.0.2.10")}).sessions.first().id;
        QCOMPARE(outcomeOf(two.bringUp.exportApproved({pending}, path)).error().kind, ErrorKind::Refused);
    }
};

QTEST_GUILESS_MAIN(TstBringUp)
#include "tst_bringup.moc"
