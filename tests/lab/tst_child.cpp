// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/child.h"

#include "support/outcomeof.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace peerdesk;
using namespace peerdesk::lab;
using peerdesk::test::outcomeOf;
using namespace std::chrono_literals;

namespace {

const QString shell = QStringLiteral("/bin/sh");

QStringList script(const char *text)
{
    return {QStringLiteral("-c"), QString::fromLatin1(text)};
}

bool exists(qint64 pid)
{
    return kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

class TstChild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeInOrderAndTheExitCodeAfterThem()
    {
        Child child(QStringLiteral("talker"));
        QVERIFY(child.start(shell, script("echo one; echo two; exit 3")));
        QCOMPARE(*outcomeOf(child.line(10s)), QByteArray("one"));
        QCOMPARE(*outcomeOf(child.line(10s)), QByteArray("two"));
        QCOMPARE(*outcomeOf(child.finished(10s)), 3);
        QCOMPARE(outcomeOf(child.line(10s)).error().kind, ErrorKind::Unavailable);
    }

    void itHearsWhatIsSaidAndWritesWhereItIsTold()
    {
        Child listener(QStringLiteral("listener"));
        QVERIFY(listener.start(QStringLiteral("/bin/cat"), {}));
        listener.say("password\n");
        QCOMPARE(*outcomeOf(listener.line(10s)), QByteArray("password"));

        QTemporaryDir folder;
        Child writer(QStringLiteral("writer"));
        writer.writeOutputTo(folder.filePath(QStringLiteral("out")));
        QVERIFY(writer.start(shell, script("echo kept")));
        QCOMPARE(*outcomeOf(writer.finished(10s)), 0);
        QFile file(folder.filePath(QStringLiteral("out")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("kept\n"));
    }

    void nobodyWaitsForTheWordsOfOneWhoEnds()
    {
        Child child(QStringLiteral("mute"));
        QVERIFY(child.start(shell, script("read line; exit 1")));
        auto reading = child.line(10min);
        child.say("\n");
        QCOMPARE(outcomeOf(std::move(reading)).error().kind, ErrorKind::Unavailable);
    }

    void aProgramThatIsNotThereIsNamed()
    {
        Child child(QStringLiteral("ghost"));
        const auto started = child.start(QStringLiteral("/nonexistent/ghost"), {});
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::NotFound);
        QVERIFY(started.error().detail.contains(QStringLiteral("/nonexistent/ghost")));
    }

    void aChildThatIgnoresTheRequestToEndIsEndedAllTheSame()
    {
        Child child(QStringLiteral("stubborn"));
        QVERIFY(child.start(shell, script("trap '' TERM; echo ready; while :; do read line; done")));
        QVERIFY(outcomeOf(child.line(10s)));
        const qint64 pid = child.pid();
        child.stop(50ms);
        QVERIFY(!child.isRunning());
        QVERIFY(!exists(pid));
    }

    void nothingOutlivesAKilledStarter()
    {
        int numbers[2];
        QCOMPARE(pipe(numbers), 0);
        const pid_t starter = fork();
        if (starter == 0) {
            Child child(QStringLiteral("orphan"));
            const bool started = child.start(QStringLiteral("/bin/sleep"), {QStringLiteral("600")}).ok();
            const qint64 pid = started ? child.pid() : 0;
            [[maybe_unused]] const auto written = write(numbers[1], &pid, sizeof pid);
            pause();
            _exit(0);
        }
        qint64 orphan = 0;
        QCOMPARE(read(numbers[0], &orphan, sizeof orphan), static_cast<ssize_t>(sizeof orphan));
        QVERIFY(orphan > 0);
        QVERIFY(exists(orphan));
        kill(starter, SIGKILL);
        QCOMPARE(waitpid(starter, nullptr, 0), starter);
        // Whoever adopts it may take its time to bury it: gone, or a zombie, is ended.
        QTRY_VERIFY_WITH_TIMEOUT(!exists(orphan) || isZombie(orphan), 30'000);
    }

private:
    static bool isZombie(qint64 pid)
    {
        QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
        if (!status.open(QIODevice::ReadOnly))
            return true;
        const QByteArray text = status.readAll();
        return text.mid(text.lastIndexOf(')') + 2, 1) == "Z";
    }
};

QTEST_GUILESS_MAIN(TstChild)
#include "tst_child.moc"
