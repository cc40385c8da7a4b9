// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/mailstore.h"
#include "support/mailkit.h"
#include "support/requiretool.h"
#include "workflow/deskfixture.h"
#include "workflow/inbound/inbound.h"
#include "workflow/mails/mails.h"
#include "workflow/sessions/bringup.h"
#include "workflow/sessions/sessionstates.h"

#include <QJsonArray>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TstMails : public QObject
{
    Q_OBJECT

    static MailRules rules()
    {
        MailRules rules;
        rules.from = u"peering@as64496.example"_s;
        rules.role = u"Desk <desk@as64496.example>"_s;
        rules.requesters = true;
        rules.contact = u"peering@as64496.example"_s;
        rules.endpoint = QUrl(u"https://peering.as64496.example/v1"_s);
        return rules;
    }

    Mails mails(Desk &desk, const MailRules &rules = TstMails::rules())
    {
        return Mails(desk.database(), desk.clock, exampleWorld(), rules, *m_sender);
    }

    static QString to(const QJsonObject &mail) { return mail[u"envelope_to"].toArray().first().toString(); }

    static void decide(Desk &desk, const Session &session, Verdict verdict, const QString &reason = {})
    {
        Inbound inbound(desk.database(), desk.clock, exampleWorld());
        const InboundDecision decision{verdict, {{session.id, session.version}}, reason, u"A. Peer"_s};
        QVERIFY(outcomeOf(inbound.decideNow(decision)).ok());
    }

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_DATABASE();
        REQUIRE_TOOL(m_kit.start(MailKit::Tls::None, {u"--refuse"_s, u"never@as64496.example:550"_s}), m_kit.why());
    }
    void init() { m_sender = std::make_unique<SmtpSender>(m_kit.settings()); }

    void theRoleIsToldOfARequestAndTheRequesterOfTheDecision()
    {
        Desk desk;
        Mails first = mails(desk);
        QVERIFY(outcomeOf(first.run()).ok()); // from now on
        desk.clock.advance(1min);
        const Request request = desk.asked({u"192.0.2.10"_s, u"192.0.2.11"_s});
        QVERIFY(outcomeOf(first.run()).ok());
        const QJsonObject asked = m_kit.taken(1).first();
        QCOMPARE(to(asked), u"desk@as64496.example"_s);
        QVERIFY(asked[u"headers"][u"Subject"].toString().startsWith(u"AS64500"_s));
        QVERIFY(asked[u"body"].toString().contains(u"192.0.2.10"_s));
        QVERIFY(asked[u"body"].toString().contains(u"Example-IX"_s));

        decide(desk, request.sessions.first(), Verdict::Approve);
        QVERIFY(outcomeOf(first.run()).ok()); // one is still undecided
        decide(desk, request.sessions.last(), Verdict::Reject, u"no {contact} capacity"_s);
        Mails restarted = mails(desk);
        QVERIFY(outcomeOf(restarted.run()).ok());
        const QJsonObject decided = m_kit.taken(1).first();
        QCOMPARE(to(decided), u"noc@as64500.example"_s);
        QVERIFY(decided[u"body"].toString().contains(u"approved"_s));
        QVERIFY2(decided[u"body"].toString().contains(u"rejected (no {contact} capacity)"_s),
                 "words from outside are not filled in");
        // Once each, whoever looks again.
        desk.clock.advance(24h);
        QVERIFY(outcomeOf(first.run()).ok());
        QVERIFY(outcomeOf(restarted.run()).ok());
        QCOMPARE(sentNow(desk), 0);
    }

    void whoeverHasNoConfirmedAddressIsNotWrittenTo()
    {
        Desk desk;
        Mails each = mails(desk);
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(1min);
        desk.senderAddress.clear(); // the name still reads "M. Ops <noc@as64500.example>"
        const Request request = desk.asked({u"192.0.2.10"_s});
        QVERIFY(outcomeOf(each.run()).ok());
        QCOMPARE(to(m_kit.taken(1).first()), u"desk@as64496.example"_s);
        decide(desk, request.sessions.first(), Verdict::Approve);
        QVERIFY(outcomeOf(each.run()).ok());
        QCOMPARE(sentNow(desk), 0);
    }

    void aDecisionBeforeAnybodyLookedIsToldTheSame()
    {
        Desk desk;
        Mails each = mails(desk);
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(1min);
        const Request request = desk.asked({u"192.0.2.10"_s});
        decide(desk, request.sessions.first(), Verdict::Approve);
        QVERIFY(outcomeOf(each.run()).ok());
        QStringList told;
        for (const QJsonObject &mail : m_kit.taken(2))
            told.append(to(mail));
        told.sort(); // they leave at one time
        QCOMPARE(told, (QStringList{u"desk@as64496.example"_s, u"noc@as64500.example"_s}));
        QCOMPARE(sentNow(desk), 0);

        // What a rule decided at once was in the answer.
        desk.clock.advance(1min);
        Session decided = desk.asked({u"192.0.2.11"_s}).sessions.first();
        decided.approval = Approval::Approved;
        decided.decidedBy = u"policy:everybody"_s;
        desk.change(decided, decided.decidedBy);
        QVERIFY(outcomeOf(each.run()).ok());
        QCOMPARE(to(m_kit.taken(1).first()), u"desk@as64496.example"_s);
        QCOMPARE(sentNow(desk), 0);
    }

    void whoAskedIsToldOfWhatDidNotComeUp()
    {
        Desk desk;
        Mails each = mails(desk);
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(1min);
        const Request request = desk.asked({u"192.0.2.10"_s, u"192.0.2.11"_s, u"192.0.2.12"_s});
        for (const Session &session : request.sessions)
            decide(desk, session,
                   session.proposal.initiatorAddress == ip(u"192.0.2.12"_s) ? Verdict::Reject : Verdict::Approve,
                   u"no"_s);
        QVERIFY(outcomeOf(each.run()).ok());
        QCOMPARE(m_kit.taken(2).size(), 2);
        desk.clock.advance(8 * 24h);
        SessionStates states(desk.database(), desk.clock);
        QCOMPARE(*outcomeOf(states.takeBackOverdue()), 2);
        MailRules nobody = rules();
        nobody.requesters = false;
        Mails silent = mails(desk, nobody);
        QVERIFY(outcomeOf(silent.run()).ok());
        QCOMPARE(m_kit.taken(0).size(), 0);
        QVERIFY(outcomeOf(each.run()).ok());
        const QJsonObject lapsed = m_kit.taken(1).first();
        QCOMPARE(to(lapsed), u"noc@as64500.example"_s);
        const QString body = lapsed[u"body"].toString();
        QVERIFY(body.contains(u"192.0.2.10"_s) && body.contains(u"192.0.2.11"_s));
        QVERIFY(!body.contains(u"192.0.2.12"_s)); // was told before
        QVERIFY(body.contains(u"peering@as64496.example"_s));
        desk.clock.advance(1h);
        QCOMPARE(sentNow(desk), 0);
    }

    void whoAskedIsToldOfWhatAPersonTookDown()
    {
        Desk desk;
        Mails each = mails(desk);
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(1min);
        const Session session = desk.asked({u"192.0.2.10"_s}).sessions.first();
        decide(desk, session, Verdict::Approve, {});
        QVERIFY(outcomeOf(each.run()).ok());
        QCOMPARE(m_kit.taken(2).size(), 2);
        BringUp bringUp(desk.database(), desk.clock);
        QVERIFY(outcomeOf(bringUp.markEstablished({session.id}, u"A. Peer"_s)));
        desk.clock.advance(24h * 100);
        QVERIFY(outcomeOf(bringUp.takeBack({session.id}, u"A. Peer"_s, u"the port is full"_s)));
        QVERIFY(outcomeOf(each.run()).ok());
        const QJsonObject told = m_kit.taken(1).first();
        QCOMPARE(to(told), u"noc@as64500.example"_s);
        QVERIFY(told[u"body"].toString().contains(u"the port is full"_s));
        QCOMPARE(sentNow(desk), 0);
    }

    void nothingIsLeftForTheNextRun()
    {
        Desk desk;
        Mails each = mails(desk);
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(1min);
        for (int i = 0; i < 50; ++i)
            desk.asked({u"192.0.2.1%1"_s.arg(i)});
        QVERIFY(outcomeOf(each.run()).ok());
        QCOMPARE(m_kit.taken(50).size(), 50);
        QCOMPARE(dueNow(desk), 0);
    }

    void olderRequestsAreNotToldOfWhenMailsAreSwitchedOn()
    {
        Desk desk;
        desk.asked({u"192.0.2.10"_s});
        desk.clock.advance(1h);
        Mails each = mails(desk);
        QVERIFY(outcomeOf(each.run()).ok());
        QCOMPARE(sentNow(desk), 0);
    }

    void twoDaemonsSendAMailOnce()
    {
        Desk desk;
        Mails one = mails(desk);
        Mails another = mails(desk);
        QVERIFY(outcomeOf(one.run()).ok());
        desk.clock.advance(1min);
        for (int i = 0; i < 5; ++i)
            desk.asked({u"192.0.2.1%1"_s.arg(i)});
        auto both = std::pair(one.run(), another.run());
        QVERIFY(outcomeOf(std::move(both.first)).ok());
        QVERIFY(outcomeOf(std::move(both.second)).ok());
        QCOMPARE(m_kit.taken(5).size(), 5);
        QCOMPARE(sentNow(desk), 0);
    }

    void aServerThatIsDownIsTriedAgainLater()
    {
        Desk desk;
        SmtpSettings nowhere = m_kit.settings();
        nowhere.port = 9; // discard: nobody listens there
        m_sender = std::make_unique<SmtpSender>(nowhere);
        Mails each = mails(desk);
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(1min);
        desk.asked({u"192.0.2.10"_s});
        QVERIFY(outcomeOf(each.run()).ok());
        m_sender = std::make_unique<SmtpSender>(m_kit.settings());
        Mails restarted = mails(desk);
        QVERIFY(outcomeOf(restarted.run()).ok());
        QCOMPARE(sentNow(desk), 0); // not yet
        desk.clock.advance(1min);
        QVERIFY(outcomeOf(restarted.run()).ok());
        QCOMPARE(to(m_kit.taken(1).first()), u"desk@as64496.example"_s);
    }

    void aMailThatIsRefusedForGoodIsGivenUp()
    {
        Desk desk;
        MailRules refused = rules();
        refused.role = u"never@as64496.example"_s;
        Mails each = mails(desk, refused);
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(1min);
        desk.asked({u"192.0.2.10"_s});
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(24h);
        QCOMPARE(dueNow(desk), 0);
    }

    void noMoreLeaveInAnHourThanTheOperatorSays()
    {
        Desk desk;
        MailRules few = rules();
        few.perHour = 2;
        Mails each = mails(desk, few);
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(1min);
        for (int i = 0; i < 3; ++i)
            desk.asked({u"192.0.2.1%1"_s.arg(i)});
        QVERIFY(outcomeOf(each.run()).ok());
        QVERIFY(outcomeOf(each.run()).ok());
        QCOMPARE(m_kit.taken(2).size(), 2);
        QCOMPARE(dueNow(desk), 1);
        desk.clock.advance(61min);
        QVERIFY(outcomeOf(each.run()).ok());
        QCOMPARE(m_kit.taken(1).size(), 1);
    }

    void mailsAboutKeysHaveACeilingOfTheirOwnAndTellFirstOfWhatEndsSoonest()
    {
        Desk desk;
        MailRules few = rules();
        few.perHour = 1;
        few.keysPerHour = 2;
        Mails each = mails(desk, few);
        QVERIFY(outcomeOf(each.run()).ok());
        desk.clock.advance(1min);
        const auto write = [now = desk.clock.now()](QSqlDatabase &database) -> Result<void> {
            for (const int day : {0, 30, 1, 7}) {
                QueuedMail mail;
                mail.kind = QueuedMail::Kind::Key;
                mail.requestId = u"key %1"_s.arg(day);
                mail.recipient = u"holder@as64500.example"_s;
                mail.subject = u"days: %1"_s.arg(day);
                mail.body = u"x\n"_s;
                mail.createdAt = mail.nextTryAt = now;
                mail.endsAt = day == 0 ? 0 : now + day * std::chrono::milliseconds(24h).count();
                if (const auto noted = MailStore(database).note(mail); !noted)
                    return noted.error();
            }
            return {};
        };
        QVERIFY(desk.database().write(write).result().ok());
        desk.asked({u"192.0.2.10"_s});
        QVERIFY(outcomeOf(each.run()).ok());
        QVERIFY(outcomeOf(each.run()).ok());
        const auto left =
            desk.database()
                .read([now = desk.clock.now()](QSqlDatabase &database) { return MailStore(database).due(now, 100); })
                .result();
        QCOMPARE(m_kit.taken(3).size(), 3); // one of the request, two of keys
        QCOMPARE(left->size(), 2);
        QCOMPARE(left->first().subject, u"days: 30"_s);
        QCOMPARE(left->last().subject, u"days: 0"_s);
    }

    void theOperatorsOwnWordsAreChecked()
    {
        const auto words = MailTemplate::parse(u"Subject: New: {other_asn}\r\n\r\nHello {requester}\n"_s);
        QVERIFY(words.ok());
        QCOMPARE(words->filled({{u"other_asn"_s, u"AS64500"_s}, {u"requester"_s, u"{contact}"_s}}).body,
                 u"Hello {contact}\n"_s);
        QCOMPARE(MailTemplate::parse(u"Hello\n\nx"_s).error().kind, ErrorKind::Invalid);
        QVERIFY(MailTemplate::parse(u"Subject: x\n\n{secret}"_s).error().detail.contains(u"{secret}"_s));
    }

private:
    static int dueNow(Desk &desk)
    {
        const auto due = [now = desk.clock.now()](QSqlDatabase &database) { return MailStore(database).due(now, 100); };
        return static_cast<int>(desk.database().read(due).result()->size());
    }
    /// How many more a run sends.
    int sentNow(Desk &desk)
    {
        Mails again = mails(desk);
        const auto count = [](QSqlDatabase &database) { return MailStore(database).sentSince(2); };
        const auto before = desk.database().read(count).result();
        if (!outcomeOf(again.run()).ok())
            return -1;
        return static_cast<int>(*desk.database().read(count).result() - *before);
    }

    MailKit m_kit;
    std::unique_ptr<SmtpSender> m_sender;
};

QTEST_GUILESS_MAIN(TstMails)
#include "tst_mails.moc"
