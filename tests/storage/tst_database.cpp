// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/noticestore.h"
#include "support/manualclock.h"
#include "support/patience.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

const Asn own(64496);

Notice notice(int number)
{
    Notice n;
    n.id = QStringLiteral("%1").arg(number, 8, 10, QLatin1Char('0'));
    n.ownAsn = own;
    n.otherAsn = Asn(64500);
    n.text = QStringLiteral("notice %1").arg(number);
    n.at = number;
    return n;
}

std::unique_ptr<Database> opened(const QString &path, const Clock &clock)
{
    auto database = Database::open(path, clock, 10ms);
    if (!database)
        qWarning("%s", qPrintable(database.error().detail));
    return database ? std::move(*database) : nullptr;
}

QFuture<Result<void>> add(Database &database, int number)
{
    return database.write([number](QSqlDatabase &db) { return NoticeStore(db).add(notice(number)); });
}

QList<Notice> stored(Database &database)
{
    auto future = database.read([](QSqlDatabase &db) { return NoticeStore(db).waiting(own); });
    const auto result = future.result();
    return result ? *result : QList<Notice>();
}

/// The other process: writes notices without end and says on stdout which are acknowledged.
int writeForEver(const QString &path, int first)
{
    const SystemClock clock;
    const auto database = opened(path, clock);
    if (!database)
        return 1;
    for (int number = first;; ++number) {
        if (!add(*database, number).result())
            return 1;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace

class TstDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBackAndAnnounced()
    {
        const auto database = opened(path(), m_clock);
        QVERIFY(database);
        QSignalSpy changed(database.get(), &Database::changed);
        QVERIFY(add(*database, 1).result());
        QCOMPARE(stored(*database).size(), 1);
        QCOMPARE(stored(*database).first().text, QStringLiteral("notice 1"));
        QTRY_COMPARE(changed.size(), 1);
    }

    void aFailedJobLeavesNothingBehindAndDoesNotHarmItsNeighbours()
    {
        const auto database = opened(path(), m_clock);
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
        const auto database = opened(path(), m_clock);
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
        auto database = opened(path(), m_clock);
        QVERIFY(database);
        QList<QFuture<Result<void>>> futures;
        for (int number = 0; number < 200; ++number)
            futures.append(add(*database, number));
        database.reset();
        for (const auto &future : futures)
            QVERIFY(future.result());
        database = opened(path(), m_clock);
        QCOMPARE(stored(*database).size(), 200);
    }

    void nothingAcknowledgedIsLostWhenTheProgramIsKilled()
    {
        int first = 0;
        for (int round = 0; round < 3; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), path(), QString::number(first)});
            QVERIFY(writer.waitForReadyRead());
            QByteArray said;
            while (said.count('\n') < 20) {
                QVERIFY(writer.bytesAvailable() > 0 || writer.waitForReadyRead());
                said += writer.readAll();
            }
            ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
            QVERIFY(writer.waitForFinished());
            said += writer.readAll();
            const auto database = opened(path(), m_clock);
            QVERIFY(database);
            QSet<QString> kept;
            for (const Notice &n : stored(*database))
                kept.insert(n.id);
            const QList<QByteArray> lines = said.left(said.lastIndexOf('\n')).split('\n');
            for (const QByteArray &line : lines)
                QVERIFY2(kept.contains(notice(line.toInt()).id), line.constData());
            QCOMPARE(check(*database), QStringLiteral("ok"));
            first = lines.last().toInt() + 100;
        }
    }

    void whatAnotherProcessWritesIsAnnouncedHere()
    {
        const auto database = opened(path(), m_clock);
        QVERIFY(database);
        QSignalSpy changed(database.get(), &Database::changed);
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), path(), QStringLiteral("0")});
        QVERIFY(writer.waitForReadyRead());
        QTRY_VERIFY(changed.size() > 0);
        QTRY_VERIFY(!stored(*database).isEmpty());
        // Both write at once: nobody is turned away.
        for (int number = 1'000'000; number < 1'000'020; ++number)
            QVERIFY(add(*database, number).result());
        ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished());
    }

    void aFullDiskIsAnErrorAndLeavesTheDatabaseUsable()
    {
        const auto database = opened(path(), m_clock);
        QVERIFY(database);
        QVERIFY(add(*database, 1).result());
        auto limited = database->write([](QSqlDatabase &db) -> Result<void> {
            QSqlQuery query(db);
            query.exec(QStringLiteral("PRAGMA page_count"));
            query.next();
            const int pages = query.value(0).toInt();
            query.exec(QStringLiteral("PRAGMA max_page_count = %1").arg(pages));
            return {};
        });
        QVERIFY(limited.result());
        auto large = database->write([](QSqlDatabase &db) {
            Notice n = notice(2);
            n.text = QString(1 << 20, QLatin1Char('x'));
            return NoticeStore(db).add(n);
        });
        const auto result = large.result();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Storage);
        QVERIFY2(result.error().detail.startsWith(QStringLiteral("The disk is full")), qPrintable(result.error().detail));
        QCOMPARE(stored(*database).size(), 1);
        QVERIFY(add(*database, 3).result());
    }

    void aDamagedFileIsNamedAsSuch()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto database = Database::open(path(), m_clock);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, ErrorKind::Storage);
        QVERIFY2(database.error().detail.contains(QStringLiteral("damaged")), qPrintable(database.error().detail));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        QFile file(m_folder->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto database = Database::open(file.fileName() + QStringLiteral("/sub/desk.sqlite"), m_clock);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, ErrorKind::Storage);
    }

    void aNewDatabaseBelongsToItsOwnerAlone()
    {
        const QString deep = m_folder->filePath(QStringLiteral("new/desk.sqlite"));
        const auto database = opened(deep, m_clock);
        QVERIFY(database);
        QVERIFY(add(*database, 1).result());
        QCOMPARE(modeOf(QFileInfo(deep).path()), mode_t(0700));
        QCOMPARE(modeOf(deep), mode_t(0600));
        QCOMPARE(modeOf(deep + QStringLiteral("-wal")), mode_t(0600));
        QCOMPARE(modeOf(Envelope::keyPathFor(deep)), mode_t(0600));
    }

    void inASharedFolderTheGroupMayWriteToo()
    {
        const QString folder = m_folder->filePath(QStringLiteral("shared"));
        QCOMPARE(::mkdir(QFile::encodeName(folder).constData(), 0770), 0);
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 02770), 0);
        const auto database = opened(folder + QStringLiteral("/desk.sqlite"), m_clock);
        QVERIFY(database);
        QVERIFY(add(*database, 1).result());
        QCOMPARE(modeOf(folder + QStringLiteral("/desk.sqlite")), mode_t(0660));
        QCOMPARE(modeOf(folder + QStringLiteral("/desk.sqlite-wal")), mode_t(0660));
        QCOMPARE(modeOf(folder + QStringLiteral("/desk.sqlite.key")), mode_t(0660));
    }

    void aLostKeyIsNoticedAtTheStart()
    {
        QVERIFY(opened(path(), m_clock));
        QVERIFY(QFile::remove(Envelope::keyPathFor(path())));
        const auto database = Database::open(path(), m_clock);
        QVERIFY(!database);
        QVERIFY(database.error().detail.contains(QStringLiteral("key")));
        QVERIFY(!QFile::exists(Envelope::keyPathFor(path()))); // and none is made in its place
    }

    void anotherDatabasesKeyIsNoticedAtTheStart()
    {
        QVERIFY(opened(path(), m_clock));
        const QString other = m_folder->filePath(QStringLiteral("other.sqlite"));
        QVERIFY(opened(other, m_clock));
        QVERIFY(QFile::remove(Envelope::keyPathFor(path())));
        QVERIFY(QFile::copy(Envelope::keyPathFor(other), Envelope::keyPathFor(path())));
        const auto database = Database::open(path(), m_clock);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, ErrorKind::Storage);
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("desk.sqlite")); }

    static QString check(Database &database)
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

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QStringLiteral("--write"))
        return writeForEver(arguments.at(2), arguments.at(3).toInt());
    TstDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database.moc"
