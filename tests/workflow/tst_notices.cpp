// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "base/settings.h"
#include "storage/database.h"
#include "storage/noticestore.h"
#include "support/inventedplaces.h"
#include "support/manualclock.h"
#include "support/requiretool.h"
#include "workflow/notices/notices.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

namespace {

const Asn own(64496);
const auto nameless = [](const Location &location) { return location.toString(); };

Notice notice(Notice::Kind kind, Asn other, const QString &text = QStringLiteral("192.0.2.1 – 192.0.2.2"))
{
    Notice notice;
    notice.id = newUuid();
    notice.kind = kind;
    notice.ownAsn = own;
    notice.otherAsn = other;
    notice.sessionId = QStringLiteral("s1");
    notice.text = text;
    notice.at = 1;
    return notice;
}

} // namespace

/// Within a session bus of its own, with or without a notification service.
class InSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto opened = Database::open(m_folder.filePath(newUuid() + QStringLiteral(".db")), m_clock,
                                     std::chrono::milliseconds(50));
        QVERIFY(opened);
        m_database = std::move(*opened);
        m_settings = std::make_unique<SettingsFile>(m_folder.filePath(newUuid()));
        m_notices = std::make_unique<Notices>(
            *m_database, *m_settings, m_clock, m_places.places(), [] { return QList<Asn>{own}; },
            std::chrono::milliseconds(50));
        m_notices->setWindowActive(false);
    }

    void withoutAServiceThatIsSaidOnce()
    {
        QSignalSpy missing(m_notices.get(), &Notices::serviceMissing);
        add({notice(Notice::Kind::Approved, Asn(64500))});
        QTRY_COMPARE_WITH_TIMEOUT(missing.count(), 1, 30'000);
        QVERIFY(missing.first().first().toString().contains(QLatin1String("News stays visible")));
        add({notice(Notice::Kind::Approved, Asn(64501))});
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 30'000);
        QCOMPARE(missing.count(), 1);
    }

    void withDunst()
    {
        QProcess dunst;
        QFile config(m_folder.filePath(QStringLiteral("dunstrc")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[global]\nhistory_length = 50\nmarkup = full\n");
        config.close();
        dunst.start(QStringLiteral("dunst"), {QStringLiteral("-conf"), config.fileName()});
        const QDBusConnection bus = QDBusConnection::sessionBus();
        QTRY_VERIFY_WITH_TIMEOUT(bus.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.Notifications")),
                                 30'000);

        oneEventInItsOwnWords();
        manyEventsInOneNotification();
        nothingWhileTheWindowIsActive();
        mutedKindsAreLeftOut();
        dunst.terminate();
        QVERIFY(dunst.waitForFinished());
    }

private:
    void oneEventInItsOwnWords()
    {
        add({notice(Notice::Kind::Rejected, Asn(64500), QStringLiteral("no <b>capacity</b> & no ports"))});
        const QJsonObject shown = next();
        QCOMPARE(field(shown, "summary"), QStringLiteral("AS64500 rejected a session"));
        QCOMPARE(field(shown, "appname"), QStringLiteral("Peerdesk"));
        // What the other side wrote is text, not markup: dunst gets it escaped.
        QVERIFY2(field(shown, "body").contains(QLatin1String("&lt;b&gt;capacity")), qPrintable(field(shown, "body")));
    }

    void manyEventsInOneNotification()
    {
        add({notice(Notice::Kind::Approved, Asn(64500)), notice(Notice::Kind::Approved, Asn(64500)),
             notice(Notice::Kind::Established, Asn(64501))});
        const QJsonObject shown = next();
        QCOMPARE(field(shown, "summary"), QStringLiteral("3 changes of sessions"));
        QVERIFY(field(shown, "body").contains(QLatin1String("Approved by AS64500: 2")));
        QVERIFY(field(shown, "body").contains(QLatin1String("Established with AS64501: 1")));
    }

    void nothingWhileTheWindowIsActive()
    {
        m_notices->setWindowActive(true);
        add({notice(Notice::Kind::Approved, Asn(64500))});
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 30'000);
        m_notices->setWindowActive(false);
        QCOMPARE(history().size(), m_seen);
    }

    void mutedKindsAreLeftOut()
    {
        Settings settings;
        settings.desk.mutedNotices = {QStringLiteral("established")};
        m_settings->save(settings);
        add({notice(Notice::Kind::Established, Asn(64500)), notice(Notice::Kind::NeedsAnswer, Asn(64502))});
        QCOMPARE(field(next(), "summary"), QStringLiteral("AS64502 waits for an answer"));
    }

    void add(const QList<Notice> &notices)
    {
        auto writing = m_database->write([notices](QSqlDatabase &db) -> Result<void> {
            for (const Notice &each : notices) {
                if (const auto added = NoticeStore(db).add(each); !added)
                    return added;
            }
            return {};
        });
        writing.waitForFinished();
        QVERIFY(writing.result());
    }

    qsizetype waiting()
    {
        auto reading = m_database->read([](QSqlDatabase &db) { return NoticeStore(db).waiting(own); });
        reading.waitForFinished();
        return reading.result()->size();
    }

    /// The next notification that dunst has shown, as it keeps it.
    QJsonObject next()
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(history().size() > m_seen, 30'000); }();
        const QJsonArray all = history();
        m_seen = all.size();
        return all.first().toObject(); // newest first
    }

    static QJsonArray history()
    {
        QProcess::execute(QStringLiteral("dunstctl"), {QStringLiteral("close-all")});
        QProcess process;
        process.start(QStringLiteral("dunstctl"), {QStringLiteral("history")});
        process.waitForFinished();
        const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        return answer[u"data"].toArray().first().toArray();
    }

    static QString field(const QJsonObject &shown, const char *name)
    {
        return shown[QLatin1String(name)][u"data"].toString();
    }

    QTemporaryDir m_folder;
    test::ManualClock m_clock;
    test::InventedPlaces m_places;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SettingsFile> m_settings;
    std::unique_ptr<Notices> m_notices;
    qsizetype m_seen = 0;
};

class TstNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *tool : {"dbus-run-session", "xvfb-run", "dunst", "dunstctl"}) {
            const QString name = QString::fromLatin1(tool);
            REQUIRE_TOOL(!QStandardPaths::findExecutable(name).isEmpty(), name + QStringLiteral(" is not installed"));
        }
    }

    void theNotificationServiceShowsWhatHappened() { inSession("withDunst", {"xvfb-run", "-a"}); }
    void withoutAServiceThatIsSaidOnce() { inSession("withoutAServiceThatIsSaidOnce", {}); }

    void theExchangeIsCalledByItsName()
    {
        Notice one = notice(Notice::Kind::Approved, Asn(64500));
        one.location = Location::exchange(42);
        QCOMPARE(noticeText({one}, [](const Location &) { return QStringLiteral("Heron IX"); }).body,
                 QStringLiteral("Heron IX, 192.0.2.1 – 192.0.2.2"));
        one.location = {};
        QCOMPARE(noticeText({one}, nameless).body, QStringLiteral("192.0.2.1 – 192.0.2.2"));
    }

    void manyNetworksAreCutToAFewLines()
    {
        QList<Notice> notices;
        for (std::uint32_t i = 0; i < 9; ++i)
            notices.append(notice(Notice::Kind::Approved, Asn(64500 + i)));
        const QStringList lines = noticeText(notices, nameless).body.split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.last(), QStringLiteral("and more"));
    }

private:
    void inSession(const char *slot, std::initializer_list<const char *> display)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("PEERDESK_TEST_IN_SESSION"), QStringLiteral("1"));
        QStringList command = {QStringLiteral("--")};
        for (const char *word : display)
            command.append(QString::fromLatin1(word));
        command << QCoreApplication::applicationFilePath() << QString::fromLatin1(slot);

        QProcess session;
        session.setProcessEnvironment(environment);
        session.setProcessChannelMode(QProcess::MergedChannels);
        session.start(QStringLiteral("dbus-run-session"), command);
        QVERIFY(session.waitForFinished(120'000));
        const QByteArray output = session.readAll();
        if (session.exitCode() != 0)
            qInfo("%s", output.constData());
        QVERIFY(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0);
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("PEERDESK_TEST_IN_SESSION")) {
        InSession test;
        return QTest::qExec(&test, argc, argv);
    }
    TstNotices test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_notices.moc"
