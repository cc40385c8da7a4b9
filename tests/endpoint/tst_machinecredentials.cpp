// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/scope.h"
#include "endpoint/oauth/machinecredentials.h"
#include "storage/database.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

/// Credentials that the operator gives to programs of other networks.
class TstMachineCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::move(*Database::open(path(), m_clock));
        m_credentials = std::make_unique<MachineCredentials>(*m_database, m_clock);
    }
    void cleanup()
    {
        m_credentials.reset();
        m_database.reset();
    }

    void aCredentialSpeaksForOneNetwork()
    {
        const auto identity = identify(issue(fullScope));
        QVERIFY(identity.ok());
        QCOMPARE(identity->networks.size(), 1);
        QVERIFY(identity->may(NetworkRight::Update, 64500));
        QVERIFY(!identity->readOnly);
        QVERIFY(identity->toString().contains(QStringLiteral("night shift")));
    }

    void oneForReadingSaysSo() { QVERIFY(identify(issue(readScope))->readOnly); }

    void itEndsWhenItExpiresOrIsRevoked()
    {
        const Secret expiring = issue(fullScope, m_clock.now() + 1000);
        m_clock.advance(1001ms);
        QCOMPARE(identify(expiring).error().kind, ErrorKind::Unauthenticated);

        const Secret secret = issue(fullScope);
        const QString id = outcomeOf(m_credentials->list())->last().id;
        QVERIFY(outcomeOf(m_credentials->revoke(id, QStringLiteral("root"))).ok());
        QCOMPARE(identify(secret).error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(outcomeOf(m_credentials->revoke(id, QStringLiteral("root"))).error().kind, ErrorKind::NotFound);
        QCOMPARE(outcomeOf(m_credentials->revoke(QStringLiteral("made-up"), QStringLiteral("root"))).error().kind,
                 ErrorKind::NotFound);
    }

    void itsLastUseIsKeptToTheMinute()
    {
        const Secret secret = issue(fullScope);
        QCOMPARE(lastUse(), 0);
        (void)identify(secret);
        const UtcMs first = m_clock.now();
        QTRY_COMPARE_WITH_TIMEOUT(lastUse(), first, 30000);
        m_clock.advance(59s);
        (void)identify(secret);
        QCOMPARE(lastUse(), first);
        m_clock.advance(1s);
        (void)identify(secret);
        QTRY_COMPARE_WITH_TIMEOUT(lastUse(), first + 60'000, 30000);
    }

    void whereNothingCanBeWrittenItIsBelievedAllTheSame()
    {
        const Secret secret = issue(fullScope);
        const auto breaking = [](QSqlDatabase &database) -> Result<void> {
            QSqlQuery query(database);
            return query.exec(QStringLiteral("CREATE TRIGGER broken BEFORE UPDATE ON machine_credentials BEGIN "
                                             "SELECT RAISE(ABORT, 'the disk is full'); END"))
                       ? Result<void>()
                       : Error(ErrorKind::Storage);
        };
        QVERIFY(m_database->write(breaking).result().ok());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("last use of a credential")));
        for (int i = 0; i < 2; ++i) { // it is said once
            QVERIFY(identify(secret).ok());
            QVERIFY(m_database->write([](QSqlDatabase &) { return Result<void>(); }).result().ok());
            QCOMPARE(lastUse(), 0);
            m_clock.advance(2min);
        }
    }

    void whatIsNoCredentialIsSomebodyElsesMatter()
    {
        QCOMPARE(identify(Secret(QByteArray("eyJhbGciOiJub25lIn0.e30."))).error().kind, ErrorKind::NotFound);
        QCOMPARE(identify(Secret(QByteArray("peerdesk_guessed"))).error().kind, ErrorKind::Unauthenticated);
        QCOMPARE(identify(Secret()).error().kind, ErrorKind::NotFound);
    }

    void theDatabaseDoesNotHoldIt()
    {
        const Secret secret = issue(fullScope);
        for (const QString &name : {path(), path() + QStringLiteral("-wal")}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(secret.reveal()));
        }
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("desk.db")); }
    Secret issue(const QString &scope, UtcMs expiresAt = 0)
    {
        return *outcomeOf(
            m_credentials->issue(Asn(64500), QStringLiteral("night shift"), scope, expiresAt, QStringLiteral("root")));
    }
    Result<Identity> identify(const Secret &secret) { return outcomeOf(m_credentials->identify(secret)); }
    qint64 lastUse() { return outcomeOf(m_credentials->list())->last().usedAt; }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<MachineCredentials> m_credentials;
};

QTEST_GUILESS_MAIN(TstMachineCredentials)
#include "tst_machinecredentials.moc"
