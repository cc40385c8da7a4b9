// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desk.h"
#include "app/services.h"
#include "base/id.h"
#include "inbound/inboundpage.h"
#include "shell/mainwindow.h"
#include "storage/requeststore.h"
#include "support/databaseplace.h"
#include "support/outcomeof.h"
#include "support/patience.h"
#include "support/postgresqlkit.h"
#include "theme/theme.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/tableview.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

const Asn own(64496);
const Asn nordic(64510);
const Asn aurora(64511);

/// One person's desk: window, services and folder, on a database that others share.
class PersonsDesk
{
public:
    PersonsDesk(const QString &database, const QString &key, Theme &theme)
    {
        const DeskFolder folder(m_folder.path(), database);
        if (!key.isEmpty())
            QFile::copy(key, folder.database().keyPath());
        SettingsFile file(folder.settings());
        Settings settings;
        settings.desk.currentAsn = own.number();
        settings.desk.typedAsns = {own.number()};
        settings.desk.undo = std::chrono::seconds(0);
        file.save(settings);
        auto opened = Services::open(folder, [](const QUrl &) { return true; });
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        services = std::move(*opened);
        m_desk = std::make_unique<Desk>(*services, theme);
        m_desk->show();
        window()->showPage(QStringLiteral("inbound"));
    }
    ~PersonsDesk()
    {
        m_desk.reset();
        bool ended = false;
        services->stop([&ended] { ended = true; });
        (void)QTest::qWaitFor([&ended] { return ended; }, 30'000);
    }

    [[nodiscard]] MainWindow *window() const { return m_desk->window(); }
    [[nodiscard]] InboundPage *inbound() const { return window()->findChild<InboundPage *>(); }
    [[nodiscard]] QString keyPath() const { return services->database->address().keyPath(); }
    [[nodiscard]] QAction *action(const QString &text) const
    {
        const auto actions = window()->findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->text().startsWith(text))
                return action;
        }
        return nullptr;
    }
    /// Whether a text stands on the page in front.
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = window()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    std::unique_ptr<Services> services;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
};

Request asked(Asn other)
{
    Request request;
    request.id = newId(SystemClock().now());
    request.direction = Direction::Inbound;
    request.ownAsn = own;
    request.otherAsn = other;
    request.createdAt = SystemClock().now();
    Session session;
    session.id = newId(request.createdAt);
    session.requestId = request.id;
    session.ownAsn = own;
    session.proposal.itemId = newUuid();
    session.proposal.initiator = other;
    session.proposal.receiver = own;
    session.proposal.initiatorAddress = *IpAddress::parse(QStringLiteral("192.0.2.%1").arg(other.number() % 100));
    session.proposal.receiverAddress = *IpAddress::parse(u"192.0.2.200");
    session.proposal.location = Location::exchange(42);
    session.approval = Approval::Pending;
    session.createdAt = session.updatedAt = request.createdAt;
    request.sessions = {session};
    return request;
}

} // namespace

/// Desks of a team, each a whole window, on one PostgreSQL database.
class TstDesks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void init()
    {
        QSettings().clear();
        m_database = postgreSql().newDatabase();
        m_one = std::make_unique<PersonsDesk>(m_database, QString(), m_theme);
        for (const Asn other : {nordic, aurora}) {
            const Request request = asked(other);
            const auto stored = m_one->services->database->write(
                [request, envelope = m_one->services->database->envelope()](QSqlDatabase &db) {
                    return RequestStore(db, envelope).insert(request, request.otherAsn.toString());
                });
            QVERIFY(stored.result());
            m_requests.insert(other, request);
        }
        QTRY_COMPARE(m_one->inbound()->undecidedCount(), 2);
    }
    void cleanup() { m_one.reset(); }

    void aDecisionOfOneDeskAppearsAtTheOtherWithoutMovingAnything()
    {
        PersonsDesk two(m_database, m_one->keyPath(), m_theme);
        QTRY_COMPARE(two.inbound()->undecidedCount(), 2);
        two.inbound()->filterBar()->setText({});
        const QString looksAt = m_requests.value(nordic).id;
        QVERIFY(two.inbound()->table()->setCurrentKey(looksAt));
        const Session decided = m_requests.value(aurora).sessions.first();
        const InboundDecision decision{Verdict::Approve, {{decided.id, 0}}, {}, QStringLiteral("M. Ops")};
        const auto outcomes = outcomeOf(m_one->services->inbound.decideNow(decision));
        QVERIFY(outcomes && !outcomes->first().refusal);
        QTRY_COMPARE(two.inbound()->undecidedCount(), 1);
        QCOMPARE(two.inbound()->table()->currentKey(), looksAt);
        QCOMPARE(two.inbound()->filterBar()->text(), QString());
    }

    void noOtherRequestComesUnderTheKeysWhereOneIsDecidedElsewhere()
    {
        PersonsDesk two(m_database, m_one->keyPath(), m_theme);
        QTRY_COMPARE(two.inbound()->undecidedCount(), 2);
        QVERIFY(two.inbound()->table()->setCurrentKey(m_requests.value(aurora).id));
        QVERIFY(two.action(QStringLiteral("Approve"))->isEnabled());
        const Session decided = m_requests.value(aurora).sessions.first();
        const InboundDecision decision{Verdict::Approve, {{decided.id, 0}}, {}, QStringLiteral("M. Ops")};
        QVERIFY(outcomeOf(m_one->services->inbound.decideNow(decision)));
        QTRY_COMPARE(two.inbound()->undecidedCount(), 1); // the filter shows what is undecided
        QCOMPARE(two.inbound()->table()->currentKey(), QString());
        QVERIFY(!two.action(QStringLiteral("Approve"))->isEnabled());
    }

    void aNotificationOpensThePageOfWhatItIsAbout()
    {
        const Request request = m_requests.value(aurora);
        QVERIFY(m_one->inbound()->table()->setCurrentKey(m_requests.value(nordic).id));
        Q_EMIT m_one->services->notices.opened(request.sessions.first().id);
        QTRY_VERIFY(m_one->inbound()->isVisible());
        QCOMPARE(m_one->inbound()->currentKey(), request.id);
    }

    void aServerThatGoesAwayIsSaidAndFoundAgain()
    {
        postgreSql().stop();
        m_one->inbound()->setOwnAsn(own); // somebody looks
        QTRY_VERIFY(m_one->says(QStringLiteral("cannot be reached")));
        QCOMPARE(m_one->inbound()->undecidedCount(), 2); // what was known stays on the screen
        QVERIFY(postgreSql().start());
        QTRY_VERIFY(!m_one->says(QStringLiteral("cannot be reached")));
        const Session session = m_requests.value(aurora).sessions.first();
        const InboundDecision decision{Verdict::Hold, {{session.id, 0}}, {}, QStringLiteral("M. Ops")};
        const auto outcomes = outcomeOf(m_one->services->inbound.decideNow(decision));
        QVERIFY2(outcomes, outcomes ? "" : qPrintable(outcomes.error().detail));
        QVERIFY(!outcomes->first().refusal);
    }

    void aViewersDeskShowsEverythingAndChangesNothing()
    {
        const QString name = DatabaseAddress(m_database).parameters()->value(QStringLiteral("dbname"));
        postgreSql().run(QStringLiteral("psql"), name,
                         {QStringLiteral("-qv"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-f"),
                          QStringLiteral(PEERDESK_SOURCE_DIR "/installer/postgresql-roles.sql")});
        postgreSql().run(
            QStringLiteral("psql"), name,
            {QStringLiteral("-qc"), QStringLiteral("CREATE ROLE looking_person LOGIN IN ROLE peerdesk_viewer")});
        const PersonsDesk viewer(postgreSql().address(name, QStringLiteral("looking_person")), QString(), m_theme);
        QTRY_COMPARE(viewer.inbound()->undecidedCount(), 2);
        QTRY_VERIFY(viewer.says(QStringLiteral("Only looking")));
        for (const char *text : {"Approve", "Reject", "Hold", "New Draft", "Add Rule", "Import Existing Sessions"}) {
            const QAction *action = viewer.action(QString::fromLatin1(text));
            QVERIFY2(action && !action->isEnabled(), text);
            QVERIFY2(action->toolTip().contains(QStringLiteral("may look")), text);
        }
        QVERIFY(m_one->action(QStringLiteral("Approve"))->isEnabled()); // who may is not kept from it
        // The administrator lets the person decide: known as soon as the server is connected to anew.
        postgreSql().run(QStringLiteral("psql"), name,
                         {QStringLiteral("-qc"), QStringLiteral("GRANT peerdesk_approver TO looking_person")});
        postgreSql().stop();
        QVERIFY(postgreSql().start());
        QTRY_VERIFY(viewer.action(QStringLiteral("Approve"))->isEnabled());
        QVERIFY(!viewer.says(QStringLiteral("Only looking")));
    }

private:
    Theme m_theme;
    QString m_database;
    QHash<Asn, Request> m_requests;
    std::unique_ptr<PersonsDesk> m_one;
};

int main(int argc, char **argv)
{
    // No keychain of the machine: what is stored lives as long as its TokenStore.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QStandardPaths::setTestModeEnabled(true);
    const QApplication app(argc, argv);
    TstDesks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desks.moc"
