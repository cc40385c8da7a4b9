// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storednotices.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"
#include "support/patience.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <optional>
#include <unistd.h>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<Database> opened(const DatabaseAddress &address, const Clock &clock)
{
    auto database = Database::open(address, clock, 10ms);
    if (!database)
        qWarning("%s", qPrintable(database.error().detail));
    return database ? std::move(*database) : nullptr;
}

/// The other process: writes notices without end and says on stdout which are acknowledged.
int writeForEver(const DatabaseAddress &address, int first)
{
    const SystemClock clock;
    const auto database = opened(address, clock);
    if (!database)
        return 1;
    for (int number = first;; ++number) {
        if (!add(*database, number).result())
            return 1;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

QString integrity(Database &database)
{
    auto future = database.read([](QSqlDatabase &db) -> Result<QString> {
        QSqlQuery query(db);
        if (!query.exec(QStringLiteral("PRAGMA integrity_check")) || !query.next())
            return Error(ErrorKind::Storage, query.lastError().text());
        return query.value(0).toString();
    });
    const auto result = future.result();
    return result ? *result : result.error().detail;
}

} // namespace

class TstDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBackAndAnnounced()
    {
        const auto database = opened(address(), m_clock);
        QVERIFY(database);
        QSignalSpy changed(database.get(), &Database::changed);
        QVERIFY(add(*database, 1).result());
        QCOMPARE(stored(*database).size(), 1);
        QCOMPARE(stored(*database).first().text, QStringLiteral("notice 1"));
        QTRY_COMPARE(changed.size(), 1);
    }

    void aFailedJobLeavesNothingBehindAndDoesNotHarmItsNeighbours()
    {
        const auto database = opened(address(), m_clock);
        QVERIFY(database);
        // Held up by the first, the three that follow share one commit.
        std::atomic_bool mayEnd = false;
        auto first = database->write([&mayEnd](QSqlDatabase &) -> Result<void> {
            while (!mayEnd)
                QThread::yieldCurrentThread();
            return {};
        });
        auto before = add(*database, 1);
        auto failing = database->write([](QSqlDatabase &db) -> Result<void> {
            const auto added = NoticeStore(db).add(notice(2));
            return added ? Result<void>(Error(ErrorKind::Refused)) : added;
        });
        auto after = add(*database, 3);
        mayEnd = true;
        QVERIFY(first.result());
        QVERIFY(before.result());
        QCOMPARE(failing.result().error().kind, ErrorKind::Refused);
        QVERIFY(after.result());
        const QList<Notice> notices = stored(*database);
        QCOMPARE(notices.size(), 2);
        QCOMPARE(notices.first().id, notice(1).id);
        QCOMPARE(notices.last().id, notice(3).id);
    }

    void aReaderSeesOneMomentAndDoesNotWaitForTheWriter()
    {
        const auto database = opened(address(), m_clock);
        QVERIFY(database);
        QVERIFY(add(*database, 1).result());
        std::atomic_bool mayEnd = false;
        auto writing = database->write([&mayEnd](QSqlDatabase &db) -> Result<void> {
            const auto added = NoticeStore(db).add(notice(2));
            while (!mayEnd)
                QThread::yieldCurrentThread();
            return added;
        });
        QCOMPARE(stored(*database).size(), 1);
        mayEnd = true;
        QVERIFY(writing.result());
        QCOMPARE(stored(*database).size(), 2);
    }

    void whatWaitsAtTheEndIsStillWritten()
    {
        auto database = opened(address(), m_clock);
        QVERIFY(database);
        QList<QFuture<Result<void>>> futures;
        for (int number = 0; number < 200; ++number)
            futures.append(add(*database, number));
        database.reset();
        for (const auto &future : futures)
            QVERIFY(future.result());
        database = opened(address(), m_clock);
        QCOMPARE(stored(*database).size(), 200);
    }

    void nothingAcknowledgedIsLostWhenTheProgramIsKilled()
    {
        int first = 0;
        for (int round = 0; round < 3; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), arguments(first));
            QVERIFY(writer.waitForReadyRead());
            QByteArray said;
            while (said.count('\n') < 20) {
                QVERIFY(writer.bytesAvailable() > 0 || writer.waitForReadyRead());
                said += writer.readAll();
            }
            ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
            QVERIFY(writer.waitForFinished());
            said += writer.readAll();
            const auto database = opened(address(), m_clock);
            QVERIFY(database);
            QSet<QString> kept;
            for (const Notice &n : stored(*database))
                kept.insert(n.id);
            const QList<QByteArray> lines = said.left(said.lastIndexOf('\n')).split('\n');
            for (const QByteArray &line : lines)
                QVERIFY2(kept.contains(notice(line.toInt()).id), line.constData());
            if (!onPostgreSql())
                QCOMPARE(integrity(*database), QStringLiteral("ok"));
            first = lines.last().toInt() + 100;
        }
    }

    void whatAnotherProcessWritesIsAnnouncedHere()
    {
        const auto database = opened(address(), m_clock);
        QVERIFY(database);
        QSignalSpy changed(database.get(), &Database::changed);
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), arguments(0));
        QVERIFY(writer.waitForReadyRead());
        QTRY_VERIFY(changed.size() > 0);
        QTRY_VERIFY(!stored(*database).isEmpty());
        // Both write at once: nobody is turned away.
        for (int number = 1'000'000; number < 1'000'020; ++number)
            QVERIFY(add(*database, number).result());
        ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished());
    }

    void aTextWithANulIsStoredWithoutIt()
    {
        const auto database = opened(address(), m_clock);
        QVERIFY(database);
        auto adding = database->write([](QSqlDatabase &db) {
            Notice n = notice(1);
            n.text = QStringLiteral("a'\\b") + QChar(QChar::Null) + QStringLiteral("?c");
            return NoticeStore(db).add(n);
        });
        QVERIFY(adding.result());
        QCOMPARE(stored(*database).first().text, QStringLiteral("a'\\b\uFFFD?c"));
    }

    void aLostKeyIsNoticedAtTheStart()
    {
        QVERIFY(opened(address(), m_clock));
        QVERIFY(QFile::remove(address().keyPath()));
        const auto database = Database::open(address(), m_clock);
        QVERIFY(!database);
        QVERIFY(database.error().detail.contains(QStringLiteral("key")));
        QVERIFY(!QFile::exists(address().keyPath())); // and none is made in its place
    }

    void anotherDatabasesKeyIsNoticedAtTheStart()
    {
        QVERIFY(opened(address(), m_clock));
        const DatabaseAddress other = newDatabase(*m_folder, QStringLiteral("other.sqlite"));
        QVERIFY(opened(other, m_clock));
        QVERIFY(QFile::remove(address().keyPath()));
        QVERIFY(QFile::copy(other.keyPath(), address().keyPath()));
        const auto database = Database::open(address(), m_clock);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, ErrorKind::Storage);
    }

    void initTestCase() { REQUIRE_DATABASE(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_address = newDatabase(*m_folder);
    }

private:
    [[nodiscard]] const DatabaseAddress &address() const { return *m_address; }
    [[nodiscard]] QStringList arguments(int first) const
    {
        return {QStringLiteral("--write"), address().location, address().keyPath(), QString::number(first)};
    }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<DatabaseAddress> m_address;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QStringLiteral("--write"))
        return writeForEver({arguments.at(2), arguments.at(3)}, arguments.at(4).toInt());
    TstDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database.moc"
