// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "deskwindow.h"
#include "inbound/inboundpage.h"
#include "storage/database.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "support/inventedplaces.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "support/patience.h"
#include "widgets/detailpane.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"
#include "workflow/sessions/bringup.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSqlDatabase>
#include <QTemporaryDir>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

constexpr Asn own{64496};
constexpr Asn nordic{64510};
constexpr Asn aurora{64511};
constexpr Asn kestrel{65537};
const QString me = QStringLiteral("R. Coordinator <noc@as64496.example>");

} // namespace

/// The triage page over the real service and a real database file.
class TstInboundPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::DeskWindow> m_look;
    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;
    test::InventedPlaces m_world;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Inbound> m_inbound;
    std::unique_ptr<BringUp> m_bringUp;
    std::unique_ptr<InboundPage> m_page;

    /// A request for one session for each address, at exchange 7; given back as stored.
    Request asked(Asn other, const QStringList &addresses)
    {
        Request request;
        request.id = newId(m_clock.now());
        request.direction = Direction::Inbound;
        request.ownAsn = own;
        request.otherAsn = other;
        request.requester = QStringLiteral("M. Ops <noc@as%1.example>").arg(other.number());
        request.createdAt = m_clock.now();
        for (const QString &address : addresses) {
            Session session;
            session.id = newId(m_clock.now());
            session.requestId = request.id;
            session.ownAsn = own;
            session.approval = Approval::Pending;
            session.policyRule = QStringLiteral("ask: by hand");
            session.createdAt = session.updatedAt = m_clock.now();
            session.proposal.itemId = newUuid();
            session.proposal.initiator = other;
            session.proposal.receiver = own;
            session.proposal.initiatorAddress = *IpAddress::parse(address);
            session.proposal.receiverAddress = *IpAddress::parse(
                address.contains(u':') ? QStringLiteral("2001:db8:7::10") : QStringLiteral("192.0.2.10"));
            session.proposal.location = Location::exchange(7);
            request.sessions.append(session);
        }
        auto written = m_database->write([this, request](QSqlDatabase &db) {
            return RequestStore(db, m_database->envelope()).insert(request, request.otherAsn.toString());
        });
        if (!QTest::qWaitFor([&written] { return written.isFinished(); }) || !written.result().ok())
            qFatal("The request could not be stored");
        m_clock.advance(1h);
        return request;
    }

    [[nodiscard]] Session stored(const QString &id)
    {
        auto read = m_database->read(
            [this, id](QSqlDatabase &db) { return SessionStore(db, m_database->envelope()).session(id); });
        if (!QTest::qWaitFor([&read] { return read.isFinished(); }) || !read.result().ok())
            return {};
        return read.result().value();
    }

    void open(int rows)
    {
        m_page->setOwnAsn(own);
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), rows);
        m_page->table()->setFocus();
    }
    /// A request for one session that was approved, with the page open on it.
    Request approved(Asn other, const QString &address)
    {
        const Request request = asked(other, {address});
        const Session session = stored(request.sessions.first().id);
        (void)test::outcomeOf(m_inbound->decideNow({Verdict::Approve, {{session.id, session.version}}, {}, me}));
        m_page->filterBar()->setText({});
        open(1);
        m_page->showKey(request.id);
        return request;
    }
    void press(Qt::Key key) { QTest::keyClick(m_page->table(), key); }
    /// The countdown runs out by the test's clock.
    void letTimePass() { m_clock.advance(11s); }
    [[nodiscard]] QString status(const QString &id) const
    {
        const auto *model = m_page->table()->tableModel();
        return model->index(model->rowOf(id), model->columnCount() - 1).data().toString();
    }
    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    [[nodiscard]] QAbstractButton *button(const QString &text) const
    {
        const auto buttons = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *candidate : buttons) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<test::DeskWindow>(); }
    void cleanupTestCase() { m_look.reset(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = {};
        m_world.addExchange(7, QStringLiteral("Kestrel IX"),
                            {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8:7::/64")});
        m_world.addPort(7, own, {QStringLiteral("192.0.2.10"), QStringLiteral("2001:db8:7::10")});
        m_world.addPort(7, nordic, {QStringLiteral("192.0.2.20"), QStringLiteral("2001:db8:7::20")});
        m_world.addPort(7, aurora, {QStringLiteral("192.0.2.30")});
        m_world.addNetwork(nordic, QStringLiteral("Nordic Fibre"));
        m_world.addNetwork(aurora, QStringLiteral("Aurora Content"));
        m_world.addNetwork(kestrel, QStringLiteral("Kestrel Hosting"));
        auto opened = Database::open(m_folder->filePath(QStringLiteral("desk.db")), m_clock, 50ms);
        QVERIFY(opened.ok());
        m_database = std::move(*opened);
        m_inbound = std::make_unique<Inbound>(*m_database, m_clock, m_world.places());
        m_bringUp = std::make_unique<BringUp>(*m_database, m_clock);
        m_page = std::make_unique<InboundPage>(*m_inbound, *m_bringUp, m_clock);
        m_page->setPerson(me);
        m_page->resize(1180, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        // The service outlives what it has under way: writes first, then reads, which end in the order in which they were
        // asked. Who waited for the one may then have asked for the other.
        for (int round = 0; round < 3; ++round) {
            QTRY_VERIFY_WITH_TIMEOUT(m_database->isIdle(), 30'000);
            QVERIFY(test::outcomeOf(m_inbound->requests(own)).ok());
        }
        m_inbound.reset();
        m_database.reset();
    }

    void nothingAskedYetSaysSo()
    {
        open(0);
        QTRY_VERIFY(m_page->emptyState()->isVisible());
        QCOMPARE(m_page->emptyState()->kind(), EmptyState::Kind::NothingYet);
    }

    void approvingTakesOneKeyAndTheNextUndecidedIsSelected()
    {
        const Request first = asked(nordic, {QStringLiteral("192.0.2.20"), QStringLiteral("2001:db8:7::20")});
        const Request second = asked(aurora, {QStringLiteral("192.0.2.30")});
        open(2);
        m_page->showKey(first.id);
        press(Qt::Key_A);
        QVERIFY(m_page->undoBar()->isVisible());
        QVERIFY(shows(QStringLiteral("Approving 2 session(s) of AS64510")));
        QCOMPARE(m_page->currentKey(), second.id);
        QCOMPARE(status(first.id), QStringLiteral("Approving"));
        QCOMPARE(stored(first.sessions.at(0).id).approval, Approval::Pending);
        letTimePass();
        QTRY_COMPARE(stored(first.sessions.at(0).id).approval, Approval::Approved);
        QCOMPARE(stored(first.sessions.at(1).id).decidedBy, me);
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), 1); // the filter shows what is undecided
        QCOMPARE(m_page->currentKey(), second.id);
    }

    void aDecisionIsTakenBackWithU()
    {
        const Request request = asked(nordic, {QStringLiteral("192.0.2.20")});
        open(1);
        press(Qt::Key_A);
        QCOMPARE(status(request.id), QStringLiteral("Approving"));
        press(Qt::Key_U);
        QCOMPARE(status(request.id), QStringLiteral("Pending"));
        letTimePass();
        QVERIFY(m_inbound->pending().isEmpty());
        QCOMPARE(stored(request.sessions.first().id).approval, Approval::Pending);
    }

    void aRejectionAsksForItsReasonInPlace()
    {
        const Request request = asked(nordic, {QStringLiteral("192.0.2.20")});
        open(1);
        press(Qt::Key_R);
        auto *reason = qobject_cast<QLineEdit *>(m_page->focusWidget());
        QVERIFY(reason);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(!reason->accessibleDescription().isEmpty());
        QTest::keyClicks(reason, QStringLiteral("a hard no"));
        QVERIFY(m_inbound->pending().isEmpty()); // letters are words here, not keys of the page
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(m_page->table()->hasFocus());
        letTimePass();
        QTRY_COMPARE(stored(request.sessions.first().id).approval, Approval::Rejected);
        QCOMPARE(stored(request.sessions.first().id).reason, QStringLiteral("a hard no"));
    }

    void whatIsHeldStaysUndecided()
    {
        const Request request = asked(nordic, {QStringLiteral("192.0.2.20")});
        open(1);
        press(Qt::Key_H);
        letTimePass();
        QTRY_COMPARE(status(request.id), QStringLiteral("Held"));
        QCOMPARE(m_page->undecidedCount(), 1);
    }

    void severalAreDecidedAtOnce()
    {
        const Request first = asked(nordic, {QStringLiteral("192.0.2.20")});
        const Request second = asked(aurora, {QStringLiteral("192.0.2.30")});
        const Request third = asked(kestrel, {QStringLiteral("192.0.2.99")});
        open(3);
        m_page->showKey(first.id);
        press(Qt::Key_X);
        m_page->showKey(second.id);
        press(Qt::Key_X);
        QVERIFY(button(QStringLiteral("Approve 2")));
        QTest::mouseClick(button(QStringLiteral("Approve 2")), Qt::LeftButton);
        QVERIFY(shows(QStringLiteral("Approving 2 session(s) of 2 network(s)")));
        QCOMPARE(m_page->currentKey(), third.id);
        letTimePass();
        QTRY_COMPARE(stored(first.sessions.first().id).approval, Approval::Approved);
        QCOMPARE(stored(second.sessions.first().id).approval, Approval::Approved);
        QCOMPARE(stored(third.sessions.first().id).approval, Approval::Pending);
    }

    void oneOfSeveralSessionsIsChosenInTheDetails()
    {
        const Request request = asked(nordic, {QStringLiteral("192.0.2.20"), QStringLiteral("2001:db8:7::20")});
        open(1);
        press(Qt::Key_Return);
        auto *sessions = m_page->detail()->findChild<QTableView *>();
        QVERIFY(sessions);
        sessions->setFocus();
        sessions->setCurrentIndex(sessions->model()->index(1, 0));
        QTest::keyClick(sessions, Qt::Key_Return);
        QTRY_VERIFY(button(QStringLiteral("Approve 1")));
        auto *kept = qobject_cast<QTableView *>(m_page->focusWidget());
        QVERIFY(kept && kept->isVisible());
        QCOMPARE(kept->currentIndex().row(), 1);
        const QString chosen = kept->model()->index(1, 0).data(TableModel::KeyRole).toString();
        QTest::keyClick(kept, Qt::Key_A);
        letTimePass();
        QTRY_COMPARE(stored(chosen).approval, Approval::Approved);
        for (const Session &session : request.sessions)
            QVERIFY(session.id == chosen || stored(session.id).approval == Approval::Pending);
        QTRY_COMPARE(status(request.id), QStringLiteral("Pending"));
    }

    void whatWasApprovedIsMarkedConfiguredAndUp()
    {
        const Request request = approved(nordic, QStringLiteral("192.0.2.20"));
        const QString id = request.sessions.first().id;
        QVERIFY(!button(QStringLiteral("Approve")));
        press(Qt::Key_C);
        QTRY_COMPARE(stored(id).status(), Status::Down);
        QTRY_VERIFY(!button(QStringLiteral("Mark Configured")));
        QTest::mouseClick(button(QStringLiteral("Mark Up")), Qt::LeftButton);
        QTRY_COMPARE(stored(id).status(), Status::Established);
        QTRY_COMPARE(status(request.id), QStringLiteral("Established"));
        m_look->picture(m_page.get(), QStringLiteral("inbound-established"));
    }

    void takingDownAsksForTheReasonThatTheOtherNetworkIsTold()
    {
        const Request request = approved(nordic, QStringLiteral("192.0.2.20"));
        const QString id = request.sessions.first().id;
        QTest::mouseClick(button(QStringLiteral("Take Down")), Qt::LeftButton);
        auto *reason = qobject_cast<QLineEdit *>(m_page->focusWidget());
        QVERIFY(reason);
        m_look->picture(m_page.get(), QStringLiteral("inbound-take-down"));
        QTest::keyClicks(reason, QStringLiteral("the port is full"));
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_COMPARE(stored(id).status(), Status::Unestablished);
        QCOMPARE(stored(id).reason, QStringLiteral("the port is full"));
        QTRY_VERIFY(!button(QStringLiteral("Take Down")));
    }

    void theSecondOfTwoIsToldWhoWasFirst()
    {
        const Request request = asked(nordic, {QStringLiteral("192.0.2.20")});
        open(1);
        press(Qt::Key_A);
        // Another desk decides while this one's countdown runs.
        InboundDecision theirs{Verdict::Reject,
                               {{request.sessions.first().id, 0}},
                               QStringLiteral("full"),
                               QStringLiteral("B. Colleague")};
        theirs.sessions.first().version = stored(request.sessions.first().id).version;
        QVERIFY(test::outcomeOf(m_inbound->decideNow(theirs)).ok());
        letTimePass();
        QTRY_VERIFY(shows(QStringLiteral("B. Colleague")));
        QCOMPARE(stored(request.sessions.first().id).approval, Approval::Rejected);
    }

    void newRequestsDoNotMoveTheSelection()
    {
        const Request first = asked(nordic, {QStringLiteral("192.0.2.20")});
        open(1);
        QCOMPARE(m_page->currentKey(), first.id);
        asked(aurora, {QStringLiteral("192.0.2.30")});
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), 2);
        QCOMPARE(m_page->currentKey(), first.id);
    }

    void wordsFromOutsideAreShownAsTheyAre()
    {
        m_world.addNetwork(kestrel, QStringLiteral("<b>Kestrel</b> &amp; sons"));
        asked(kestrel, {QStringLiteral("192.0.2.99")});
        open(1);
        QTRY_VERIFY(shows(QStringLiteral("<b>Kestrel</b> &amp; sons")));
        const auto labels = m_page->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY(!label->text().contains(QStringLiteral("Kestrel</b>")) || label->textFormat() == Qt::PlainText);
    }

    void aPageFullOfEverythingIsWorthLookingAt()
    {
        asked(aurora, {QStringLiteral("192.0.2.30")});
        const Request held = asked(nordic, {QStringLiteral("192.0.2.20"), QStringLiteral("2001:db8:7::20")});
        const Request odd = asked(kestrel, {QStringLiteral("192.0.2.37"), QStringLiteral("2001:db8:7::37")});
        asked(Asn(65540), {QStringLiteral("203.0.113.9")});
        open(4);
        m_page->showKey(held.id);
        press(Qt::Key_A);
        m_page->showKey(odd.id);
        m_look->picture(m_page.get(), QStringLiteral("inbound"));
        press(Qt::Key_R);
        m_look->picture(m_page.get(), QStringLiteral("inbound-reject"));
        QCOMPARE(m_page->currentKey(), odd.id);
    }
};

QTEST_MAIN(TstInboundPage)
#include "tst_inboundpage.moc"
