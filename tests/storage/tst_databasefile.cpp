// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"
#include "storage/storednotices.h"
#include "support/manualclock.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

std::unique_ptr<Database> opened(const QString &path, const Clock &clock)
{
    auto database = Database::open(path, clock);
    return database ? std::move(*database) : nullptr;
}

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace

/// What only an SQLite file has: a disk of its own, and the rights of a file.
class TstDatabaseFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        QVERIFY2(result.error().detail.startsWith(QStringLiteral("The disk is full")),
                 qPrintable(result.error().detail));
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

    void aBackupIsTakenWhileWritingGoesOnAndComesBackWhole()
    {
        auto database = opened(path(), m_clock);
        QVERIFY(add(*database, 1).result());
        QList<QFuture<Result<void>>> writing;
        for (int number = 100; number < 300; ++number)
            writing.append(add(*database, number));
        const auto saved = backUp(path(), copy());
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
        QCOMPARE(modeOf(copy()), mode_t(0600));
        for (const auto &done : writing)
            QVERIFY(done.result());
        QCOMPARE(backUp(path(), copy()).error().kind, ErrorKind::Conflict); // no copy is written over
        QVERIFY(add(*database, 2).result());
        database.reset();

        const auto restored = restore(path(), copy());
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
        database = opened(path(), m_clock);
        QSet<QString> ids;
        const QList<Notice> notices = stored(*database);
        for (const Notice &kept : notices)
            ids.insert(kept.id);
        QVERIFY(ids.contains(notice(1).id));
        QVERIFY(!ids.contains(notice(2).id));
        QVERIFY(QFile::exists(path() + QStringLiteral(".before-restore")));
    }

    void aDatabaseInUseIsNotReplaced()
    {
        const auto database = opened(path(), m_clock);
        QVERIFY(add(*database, 1).result());
        QVERIFY(backUp(path(), copy()));
        QVERIFY(add(*database, 2).result());
        const auto refused = restore(path(), copy());
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(QStringLiteral("still uses")), qPrintable(refused.error().detail));
        QCOMPARE(stored(*database).size(), 2);
        QVERIFY(add(*database, 3).result());
    }

    void aCopyWithoutItsKeyOrWithADamageIsNotRestored()
    {
        QVERIFY(opened(path(), m_clock));
        QVERIFY(backUp(path(), copy()));
        const QString other = m_folder->filePath(QStringLiteral("other.sqlite"));
        QVERIFY(opened(other, m_clock));
        QVERIFY(restore(other, copy()).error().detail.contains(QStringLiteral("is not the key")));
        QFile file(copy());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(8192) && file.write(QByteArray(8192, 'x')) == 8192);
        file.close();
        const auto refused = restore(path(), copy());
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(QStringLiteral("damaged")), qPrintable(refused.error().detail));
        QVERIFY(opened(path(), m_clock));
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("desk.sqlite")); }

    [[nodiscard]] QString copy() const { return m_folder->filePath(QStringLiteral("copy.sqlite")); }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TstDatabaseFile)
#include "tst_databasefile.moc"
