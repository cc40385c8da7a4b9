// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/labkit.h"
#include "http/httpclient.h"
#include "peeringapi/peeringapiclient.h"
#include "peeringdb/mirror.h"
#include "peeringdb/mirrorindex.h"
#include "storage/database.h"
#include "storage/noticestore.h"
#include "storage/sessionstore.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"
#include "workflow/drafts/drafts.h"
#include "workflow/inbound/inbound.h"
#include "workflow/mirrorplaces.h"
#include "workflow/requests/requests.h"
#include "workflow/sessions/bringup.h"

#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace Qt::Literals::StringLiterals;

/// Sessions of both directions come up in the invented world once both sides have them, and both sides know it.
class TstFabric : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_TOOL(m_lab.start(), m_lab.why());
        QVERIFY(m_mirror.open());
        m_desk = databaseIn(u"desk"_s);
        QVERIFY(m_desk);
    }

    void whatTheDeskApprovesComesUpOnBothSides()
    {
        const Asn other(64500);
        const auto theirs = databaseIn(u"AS64500"_s);
        QVERIFY(theirs);
        QTRY_COMPARE_WITH_TIMEOUT(sessions(*theirs, other, desk).size(), 2, 30'000);
        InboundDecision decision;
        decision.verdict = Verdict::Approve;
        decision.who = person;
        for (const Session &session : sessions(*m_desk, desk, other))
            decision.sessions.append({session.id, session.version});
        QCOMPARE(decision.sessions.size(), 2);
        Inbound inbound(*m_desk, m_clock, placesOf(m_mirror));
        QVERIFY(outcomeOf(inbound.decideNow(decision)));
        QTRY_VERIFY_WITH_TIMEOUT(areUp(sessions(*m_desk, desk, other)), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(areUp(sessions(*theirs, other, desk)), 60'000);
    }

    void whatTheDeskAskedForComesUpOnceAPersonMarksItAsConfigured()
    {
        const Asn other(64501);
        const auto theirs = databaseIn(u"AS64501"_s);
        QVERIFY(theirs);
        PeeringApiClient client(m_http, m_clock);
        const TokenSource tokens = [token = m_lab.deskTokenFor(m_lab.network(u"approves part"_s))](const QUrl &) {
            return handOver(token);
        };
        Requests requests(*m_desk, client, m_clock, placesOf(m_mirror), tokens);
        QVERIFY(sendDraft(requests, other));
        const auto hasIt = [](const Session &session) { return session.connection == Connection::Down; };
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(sessions(*theirs, other, desk), hasIt), 60'000);

        QVERIFY(outcomeOf(requests.poll(desk, other)));
        QStringList ids;
        for (const Session &session : sessions(*m_desk, desk, other)) {
            QCOMPARE(session.status(), Status::Approved); // that they have configured it does not make ours so
            ids.append(session.id);
        }
        QCOMPARE(ids.size(), 2);
        BringUp bringUp(*m_desk, m_clock);
        QVERIFY(outcomeOf(bringUp.markConfigured(ids, person)));
        QTRY_VERIFY_WITH_TIMEOUT(areUp(sessions(*m_desk, desk, other)), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(areUp(sessions(*theirs, other, desk)), 60'000);
        QVERIFY(outcomeOf(requests.poll(desk, other)));
        QVERIFY(areUp(sessions(*m_desk, desk, other)));
        QCOMPARE(noticesOfEstablished(other), 2); // once each, whoever saw it first
    }

private:
    inline static const Asn desk{64496};
    inline static const QString person = u"Ada Example"_s;

    static QCoro::Task<Result<Secret>> handOver(QByteArray token) { co_return Secret(QString::fromUtf8(token)); }
    static HttpClientSettings onLoopback()
    {
        HttpClientSettings settings;
        settings.allowPrivate = true;
        return settings;
    }
    static bool areUp(const QList<Session> &sessions)
    {
        return !sessions.isEmpty()
               && std::ranges::all_of(sessions, [](const Session &s) { return s.status() == Status::Established; });
    }
    static QList<Session> sessions(Database &database, Asn own, Asn other)
    {
        SessionFilter filter;
        filter.ownAsn = own;
        filter.otherAsn = other;
        const auto read = [filter, envelope = database.envelope()](QSqlDatabase &db) {
            return SessionStore(db, envelope).sessions(filter);
        };
        return *database.read(read).result();
    }

    std::unique_ptr<Database> databaseIn(const QString &folder) const
    {
        auto database = Database::open(m_folder.filePath(folder + u"/desk.db"_s), m_clock);
        return database ? std::move(*database) : nullptr;
    }

    /// Two sessions over IPv6, which that network approves wherever it is.
    bool sendDraft(Requests &requests, Asn other)
    {
        QList<PortPair> pairs;
        for (const SharedExchange &exchange : m_mirror.index()->shared(desk, other))
            pairs += exchange.pairs;
        pairs.removeIf([](const PortPair &pair) { return pair.family() != Family::IPv6 || !pair.isUsable(); });
        Drafts drafts(*m_desk, m_clock, placesOf(m_mirror));
        const auto draft = outcomeOf(drafts.add(desk, other, pairs.first(2)));
        const auto sent = draft ? outcomeOf(requests.send(draft->draft.id, person)) : Result<Request>(draft.error());
        if (!sent)
            qWarning("%s", qPrintable(sent.error().detail));
        return sent.ok();
    }

    qsizetype noticesOfEstablished(Asn other) const
    {
        const auto read = [](QSqlDatabase &db) { return NoticeStore(db).recent(desk, 100); };
        const auto notices = m_desk->read(read).result();
        return std::ranges::count_if(*notices, [other](const Notice &notice) {
            return notice.kind == Notice::Kind::Established && notice.otherAsn == other;
        });
    }

    const SystemClock m_clock;
    const QTemporaryDir m_folder;
    LabKit m_lab{{u"--folder"_s, m_folder.path()}};
    HttpClient m_http{onLoopback()};
    Mirror m_mirror{m_folder.filePath(u"desk/mirror.db"_s), m_http, m_clock};
    std::unique_ptr<Database> m_desk;
};

QTEST_GUILESS_MAIN(TstFabric)
#include "tst_fabric.moc"
