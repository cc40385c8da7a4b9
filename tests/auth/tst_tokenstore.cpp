// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenstore.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using test::outcomeOf;

/// The Secret Service's way to hand over a secret: (oayays).
struct WireSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};
Q_DECLARE_METATYPE(WireSecret)

QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

const QString key = QStringLiteral("refresh");

Secret secret(const char *text)
{
    return Secret(QByteArray(text));
}

/// Logging in: the keyring service starts and the password of the session opens it.
bool startUnlocked()
{
    QProcess daemon;
    daemon.start(QStringLiteral("gnome-keyring-daemon"),
                 {QStringLiteral("--unlock"), QStringLiteral("--components=secrets")});
    daemon.write("password");
    daemon.closeWriteChannel();
    return daemon.waitForFinished() && daemon.exitCode() == 0;
}

bool startLocked()
{
    QProcess daemon;
    daemon.start(QStringLiteral("gnome-keyring-daemon"),
                 {QStringLiteral("--start"), QStringLiteral("--components=secrets")});
    return daemon.waitForFinished() && daemon.exitCode() == 0;
}

QDBusMessage callService(const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                               QStringLiteral("/org/freedesktop/secrets"), interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

/// The person types the password while the program runs.
bool unlockRunning()
{
    qDBusRegisterMetaType<WireSecret>();
    const QDBusMessage opened =
        callService(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("OpenSession"),
                    {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    const WireSecret password = {
        opened.arguments().value(1).value<QDBusObjectPath>(), {}, "password", QStringLiteral("text/plain")};
    const QDBusObjectPath login(QStringLiteral("/org/freedesktop/secrets/collection/login"));
    const QDBusMessage unlocked = callService(
        QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
        QStringLiteral("UnlockWithMasterPassword"), {QVariant::fromValue(login), QVariant::fromValue(password)});
    return unlocked.type() == QDBusMessage::ReplyMessage;
}

} // namespace

/// What happens within a session whose keyring is in one situation. Runs in a program of its own, because a process
/// talks to one session bus only.
class InSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void absent()
    {
        TokenStore store;
        QSignalSpy troubled(&store, &TokenStore::troubled);
        QVERIFY(!outcomeOf(store.read(key)));
        QCOMPARE(store.state(), TokenStore::State::Absent);
        QVERIFY(store.trouble().contains(QLatin1String("gnome-keyring")));

        // It lives until the program ends, and the person is told once.
        QVERIFY(outcomeOf(store.write(key, secret("kept in memory"))));
        QVERIFY(*outcomeOf(store.read(key)) == secret("kept in memory"));
        QVERIFY(outcomeOf(store.remove(key)));
        QCOMPARE(outcomeOf(store.read(key)).error().kind, ErrorKind::NotFound);
        QCOMPARE(troubled.count(), 1);
        TokenStore next;
        QVERIFY(!outcomeOf(next.read(key)));
    }

    /// The bus starts the service, and nobody has made a keyring yet.
    void untouched()
    {
        TokenStore store;
        QSignalSpy troubled(&store, &TokenStore::troubled);
        QCOMPARE(outcomeOf(store.read(key)).error().kind, ErrorKind::NotFound);
        QVERIFY(outcomeOf(store.remove(key)));
        // A probe would have made a keyring by now, or asked for its password.
        QCOMPARE(store.state(), TokenStore::State::Unknown);
        QCOMPARE(troubled.count(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(store.isIdle(), 30'000);

        // With something to keep the keyring is asked for, which nobody can answer here.
        QVERIFY(outcomeOf(store.write(key, secret("kept in memory"))));
        QVERIFY(*outcomeOf(store.read(key)) == secret("kept in memory"));
        QCOMPARE(store.state(), TokenStore::State::Absent);
        QCOMPARE(troubled.count(), 1);
    }

    void open()
    {
        QVERIFY(startUnlocked());
        TokenStore store;
        QSignalSpy troubled(&store, &TokenStore::troubled);
        QCOMPARE(outcomeOf(store.read(key)).error().kind, ErrorKind::NotFound);
        QVERIFY(outcomeOf(store.write(key, secret("first"))));
        QVERIFY(outcomeOf(store.write(key, secret("second"))));
        QCOMPARE(store.state(), TokenStore::State::Working);

        TokenStore next;
        QVERIFY(*outcomeOf(next.read(key)) == secret("second"));
        QVERIFY(outcomeOf(next.write(QStringLiteral("other"), secret("gone soon"))));
        QVERIFY(outcomeOf(next.remove(QStringLiteral("other"))));
        TokenStore last;
        QCOMPARE(outcomeOf(last.read(QStringLiteral("other"))).error().kind, ErrorKind::NotFound);
        QVERIFY(store.trouble().isEmpty());
        QCOMPARE(troubled.count(), 0);
    }

    /// After open(), with the same home: the keyring is there and holds "second", but nobody has unlocked it.
    void locked()
    {
        QVERIFY(startLocked());
        TokenStore store;
        QSignalSpy troubled(&store, &TokenStore::troubled);
        // The keyring itself answers "not found"; believing that would lose the sign-in.
        QCOMPARE(outcomeOf(store.read(key)).error().kind, ErrorKind::Unavailable);
        QCOMPARE(store.state(), TokenStore::State::Locked);
        QVERIFY(store.trouble().contains(QLatin1String("locked")));
        QVERIFY(outcomeOf(store.write(key, secret("third"))));
        QVERIFY(*outcomeOf(store.read(key)) == secret("third"));
        QCOMPARE(troubled.count(), 1);
    }

    /// After locked(): what it could not write has not harmed what was there.
    void reopened()
    {
        QVERIFY(startUnlocked());
        TokenStore store;
        QVERIFY(*outcomeOf(store.read(key)) == secret("second"));
    }

    void unlockedLater()
    {
        QVERIFY(startLocked());
        TokenStore store;
        QVERIFY(outcomeOf(store.write(key, secret("fourth"))));
        QCOMPARE(store.state(), TokenStore::State::Locked);

        QVERIFY(unlockRunning());
        QCOMPARE(outcomeOf(store.retry()), TokenStore::State::Working);
        TokenStore next;
        QVERIFY(*outcomeOf(next.read(key)) == secret("fourth"));
    }

    void leaving()
    {
        QVERIFY(startUnlocked());
        TokenStore store;
        // A keyring service that has not reached the bus before the bus ends would stay behind.
        QCOMPARE(outcomeOf(store.read(key)).error().kind, ErrorKind::NotFound);
        auto asked = store.read(key);
        QVERIFY(!store.isIdle());
        store.giveUp();
        QCOMPARE(outcomeOf(std::move(asked)).error().kind, ErrorKind::Unavailable);
        QTRY_VERIFY2_WITH_TIMEOUT(store.isIdle(), "something is asked after the end", 30'000);
    }
};

class TstTokenStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *tool : {"dbus-run-session", "gnome-keyring-daemon"}) {
            const QString name = QString::fromLatin1(tool);
            REQUIRE_TOOL(!QStandardPaths::findExecutable(name).isEmpty(), name + QStringLiteral(" is not installed"));
        }
        // Without its folder for sockets the keyring would take the real home.
        const QDir home(m_home.path());
        QVERIFY(home.mkpath(QStringLiteral("run")));
        QVERIFY(QFile::setPermissions(home.filePath(QStringLiteral("run")),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void withoutASessionBusTokensLiveInMemory() { inSession("absent", false); }
    void withoutAKeyringNobodyIsAskedForOneBeforeThereIsSomethingToKeep() { inSession("untouched"); }
    void aQuestionStillOpenAtTheEndIsAnswered() { inSession("leaving"); }
    void inAnOpenKeyringTokensOutliveTheProgram() { inSession("open"); }
    void aLockedKeyringIsNotTakenForAnEmptyOne() { inSession("locked"); }
    void aLockedKeyringKeepsWhatItHolds() { inSession("reopened"); }
    void whatWasKeptInMemoryMovesIntoAKeyringUnlockedLater() { inSession("unlockedLater"); }

private:
    void inSession(const char *situation, bool bus = true)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "GNOME_KEYRING_CONTROL"})
            environment.remove(QString::fromLatin1(name));
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_home.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home.path() + QStringLiteral("/run"));
        environment.insert(QStringLiteral("PEERDESK_TEST_IN_SESSION"), QStringLiteral("1"));

        QProcess session;
        session.setProcessEnvironment(environment);
        session.setProcessChannelMode(QProcess::MergedChannels);
        QStringList command = {QCoreApplication::applicationFilePath(), QString::fromLatin1(situation)};
        if (bus)
            command = QStringList{QStringLiteral("dbus-run-session"), QStringLiteral("--")} + command;
        session.start(command.takeFirst(), command);
        QVERIFY(session.waitForFinished(120'000));
        const QByteArray output = session.readAll();
        QVERIFY2(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0, output.constData());
    }

    QTemporaryDir m_home;
};

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("PEERDESK_TEST_IN_SESSION")) {
        InSession test;
        return QTest::qExec(&test, argc, argv);
    }
    TstTokenStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tokenstore.moc"
