// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "daemon/installed.h"
#include "storage/sqliteconnection.h"
#include "support/outcomeof.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr auto libfaketime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

QJsonObject batchOf(const QString &name, int number)
{
    return EndpointRig::batch(
        name, {EndpointRig::session("a", QStringLiteral("2001:db8:42::1:%1").arg(number, 0, 16), "2001:db8:42::1")});
}

HttpResponse answerOf(Installed &daemon, const HttpRequest &request)
{
    const auto answer = outcomeOf(daemon.http.send(request), 60'000);
    return answer ? *answer : HttpResponse(0, answer.error().detail.toUtf8());
}

qsizetype shownSessions(Installed &daemon)
{
    return EndpointRig::body(answerOf(daemon, daemon.request("/sessions"))).value("sessions").toArray().size();
}

/// A refusal that a program understands and a person can read, with nothing of ours in it.
bool isClear(const HttpResponse &refusal)
{
    return refusal.status >= 500 && !EndpointRig::body(refusal).isEmpty() && !refusal.body.contains("/tmp/");
}

/// A file system of so many KiB over a folder, where this program may mount one.
class SmallDisk
{
public:
    SmallDisk(const QString &folder, int kib)
        : m_folder(QFile::encodeName(folder))
        , m_mounted(::mount("tmpfs", m_folder.constData(), "tmpfs", 0, qPrintable(QStringLiteral("size=%1k").arg(kib)))
                    == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_mounted; }

private:
    const QByteArray m_folder;
    const bool m_mounted;
};

} // namespace

/// peerdeskd where what it stands on gives way: the disk, the clock, the database file. It answers, clearly,
/// and goes on when that is over; what it acknowledged is there.
class TstTroubled : public QObject
{
    Q_OBJECT

    /// Asks until it is refused, then gives room, repeats what was refused, and counts.
    static void fillAndRecover(Installed &daemon, const std::function<void()> &giveRoom)
    {
        int number = 0;
        HttpResponse last(200);
        while (last.status == 200 && ++number < 5000)
            last = answerOf(daemon, daemon.post(batchOf(QStringLiteral("request-%1").arg(number), number)));
        QVERIFY2(isClear(last), last.body);
        QCOMPARE(answerOf(daemon, daemon.request("/sessions?max_results=1")).status, 200); // reading goes on
        giveRoom();
        const HttpResponse repeated =
            answerOf(daemon, daemon.post(batchOf(QStringLiteral("request-%1").arg(number), number)));
        QVERIFY2(repeated.status == 200, repeated.body);
        for (int i = 1; i <= number; ++i) {
            const QString query = QStringLiteral("/sessions?request_id=request-%1").arg(i);
            const auto list = EndpointRig::body(answerOf(daemon, daemon.request(query))).value("sessions").toArray();
            QCOMPARE(list.size(), 1);
        }
        qInfo("%d requests acknowledged before and after", number);
    }

private Q_SLOTS:
    void aFileThatMayNotGrowIsSaidAndSurvived()
    {
        Installed daemon(QByteArray(Installed::approveAll) + Installed::unlimited);
        daemon.ignoring = SIGXFSZ; // as a file system does, the limit then fails the write
        QVERIFY(daemon.start());
        QCOMPARE(answerOf(daemon, daemon.post(batchOf("first", 4999))).status, 200);
        const auto limit = [&daemon](rlim_t bytes) {
            const rlimit files{bytes, RLIM_INFINITY};
            QCOMPARE(::prlimit(static_cast<pid_t>(daemon.process->processId()), RLIMIT_FSIZE, &files, nullptr), 0);
        };
        limit(static_cast<rlim_t>(QFileInfo(daemon.databasePath() + "-wal").size()) + 64 * 1024);
        fillAndRecover(daemon, [&limit] { limit(RLIM_INFINITY); });
    }

    void aFullDiskIsSaidAndSurvived()
    {
        Installed daemon(QByteArray(Installed::approveAll) + Installed::unlimited);
        const QString folder = QFileInfo(daemon.databasePath()).path();
        QFile configuration(daemon.configPath());
        QVERIFY(configuration.open(QIODevice::ReadOnly));
        const QByteArray text = configuration.readAll();
        SmallDisk disk(folder, 3072);
        if (!disk.isThere())
            QSKIP("only root can mount a small file system; the file size limit above stands for it");
        QFile again(daemon.configPath());
        QVERIFY(again.open(QIODevice::WriteOnly));
        again.write(text);
        again.close();
        QFile ballast(folder + "/ballast");
        QVERIFY(ballast.open(QIODevice::WriteOnly));
        ballast.write(QByteArray(1024 * 1024, 'x'));
        ballast.flush();
        QVERIFY(daemon.start());
        fillAndRecover(daemon, [&ballast] { QVERIFY(ballast.remove()); });
        daemon.kill();
    }

    void aLockedDatabaseIsSaidAndSurvived()
    {
        Installed daemon;
        QVERIFY(daemon.start());
        QCOMPARE(answerOf(daemon, daemon.post(batchOf("first", 1))).status, 200);
        const auto other = SqliteConnection::open(daemon.databasePath(), SqliteConnection::Access::ReadWrite);
        QVERIFY(other.ok());
        QVERIFY((*other)->run("BEGIN EXCLUSIVE").ok());
        const HttpResponse refused = answerOf(daemon, daemon.post(batchOf("second", 2)));
        QVERIFY2(isClear(refused), refused.body);
        QCOMPARE(shownSessions(daemon), 1); // reading goes on
        QVERIFY((*other)->run("ROLLBACK").ok());
        QCOMPARE(answerOf(daemon, daemon.post(batchOf("second", 2))).status, 200);
        QCOMPARE(shownSessions(daemon), 2);
    }

    void aDatabaseThatIsMovedAndPutBackLosesNothing()
    {
        Installed daemon;
        QVERIFY(daemon.start());
        QCOMPARE(answerOf(daemon, daemon.post(batchOf("first", 1))).status, 200);
        const QStringList files = {daemon.databasePath(), daemon.databasePath() + "-wal",
                                   daemon.databasePath() + "-shm"};
        for (const QString &file : files)
            QVERIFY(QFile::rename(file, file + ".away"));
        const int meanwhile = answerOf(daemon, daemon.post(batchOf("second", 2))).status;
        for (const QString &file : files) {
            (void)QFile::remove(file);
            QVERIFY(QFile::rename(file + ".away", file));
        }
        QCOMPARE(answerOf(daemon, daemon.post(batchOf("third", 3))).status, 200);
        daemon.kill();
        QVERIFY(daemon.start());
        QCOMPARE(shownSessions(daemon), meanwhile == 200 ? 3 : 2);
    }

    void theClockMayJump()
    {
        if (!QFile::exists(libfaketime)) {
            QVERIFY2(!qEnvironmentVariableIsSet("PEERDESK_REQUIRE_TOOLS"), "libfaketime is not installed");
            QSKIP("libfaketime is not installed");
        }
        Installed daemon;
        const QString times = daemon.folder.filePath("faketime");
        const auto jump = [&times](const QByteArray &by) {
            QFile file(times);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(by + '\n');
        };
        jump("+0");
        daemon.environment.insert("LD_PRELOAD", libfaketime);
        daemon.environment.insert("FAKETIME_TIMESTAMP_FILE", times);
        daemon.environment.insert("FAKETIME_NO_CACHE", "1");
        daemon.environment.insert("FAKETIME_DONT_FAKE_MONOTONIC",
                                  "1"); // clocks that are set do not change that one
        daemon.environment.insert("ASAN_OPTIONS",
                                  "verify_asan_link_order=0:detect_leaks=0:detect_stack_use_after_return=0");
        QVERIFY(daemon.start());
        const HttpRequest now = daemon.request("/sessions");
        const auto at = [&daemon](qint64 seconds, const QString &path = QStringLiteral("/sessions")) {
            const qint64 then = daemon.clock.now() / 1000 + seconds;
            HttpRequest request = daemon.request(path);
            const Secret token = daemon.issuer.token(
                Installed::publicUrl(),
                QJsonObject{{"networks", Issuer::networks(64500)}, {"iat", then}, {"exp", then + 3600}});
            request.headers.set("Authorization", "Bearer " + token.reveal());
            return request;
        };
        constexpr qint64 day = 24 * 3600;
        QCOMPARE(answerOf(daemon, daemon.post(batchOf("first", 1))).status, 200);

        // Backwards: what was issued before is from the future, what is issued now holds, nothing is refused
        // for ever.
        jump("-1d");
        QCOMPARE(answerOf(daemon, now).status, 401);
        QCOMPARE(answerOf(daemon, at(-day)).status, 200);
        HttpRequest earlier = at(-day);
        earlier.method = "POST";
        earlier.headers.append("Content-Type", "application/json");
        earlier.body = daemon.post(batchOf("second", 2)).body;
        QCOMPARE(answerOf(daemon, earlier).status, 200);
        QCOMPARE(EndpointRig::body(answerOf(daemon, at(-day))).value("sessions").toArray().size(), 2);
        jump("+0");
        QCOMPARE(answerOf(daemon, now).status, 200);
        QCOMPARE(shownSessions(daemon), 2);

        // Forwards, past the time window: tokens have expired, and at the next sweep what nobody configured
        // is taken back.
        jump("+8d");
        QCOMPARE(answerOf(daemon, now).status, 401);
        daemon.kill();
        QVERIFY(daemon.start());
        const auto words = [&] {
            QStringList all;
            const auto list = EndpointRig::body(answerOf(daemon, at(8 * day))).value("sessions").toArray();
            for (const QJsonValue &session : list)
                all.append(session.toObject().value("status").toString());
            return all;
        };
        QTRY_COMPARE_WITH_TIMEOUT(words(), QStringList({"Unestablished", "Unestablished"}), 30'000);

        // And back: what was taken back stays so, and the endpoint goes on.
        jump("+0");
        QCOMPARE(answerOf(daemon, daemon.request("/sessions")).status, 200);
        QCOMPARE(answerOf(daemon, daemon.post(batchOf("third", 3))).status, 200);
        QCOMPARE(shownSessions(daemon), 3);
    }
};

QTEST_GUILESS_MAIN(TstTroubled)
#include "tst_troubled.moc"
