// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requestdesk.h"

#include <QProcess>

using namespace peerdesk;
using namespace peerdesk::test;

class TstSendCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void neverLostAndNeverDoubledWhereverItIsKilled_data()
    {
        QTest::addColumn<QStringList>("deaths");
        QTest::newRow("after the journal entry") << QStringList{QStringLiteral("journalled")};
        QTest::newRow("with the wire announced and untouched") << QStringList{QStringLiteral("before-wire")};
        QTest::newRow("after the wire, before the answer is stored") << QStringList{QStringLiteral("after-wire")};
        QTest::newRow("after the answer is stored") << QStringList{QStringLiteral("stored")};
        QTest::newRow("again and again") << QStringList{QStringLiteral("journalled"), QStringLiteral("before-wire"),
                                                        QStringLiteral("before-wire"), QStringLiteral("after-wire")};
    }
    void neverLostAndNeverDoubledWhereverItIsKilled()
    {
        QFETCH(QStringList, deaths);
        RequestDesk desk;
        QString draft = desk.draft(3);
        for (const QString &death : deaths) {
            QVERIFY(wasKilled(desk, draft, death));
            draft = QStringLiteral("-"); // from now on the database knows what is to be done
        }
        QVERIFY(desk.drafts().isEmpty());
        QVERIFY(endsWell(desk, QStringLiteral("-")));
        for (int host = 0; host < 3; ++host)
            QCOMPARE(desk.endpoint.count(RequestDesk::ownAddress(host), RequestDesk::otherAddress(host)), 1);
        QCOMPARE(desk.endpoint.sessions().size(), 3);
        QCOMPARE(onlyRequest(desk), (QList{Status::Pending, Status::Pending, Status::Pending}));
    }

    void killedWhileTheAnswerIsAwaited()
    {
        RequestDesk desk;
        QProcess program;
        int created = 0;
        desk.endpoint.decide = [&program, &created](const QJsonObject &) {
            if (++created == 3)
                program.kill(); // the other side has it all, and nobody hears its answer
            return QStringLiteral("Pending");
        };
        QVERIFY(finished(desk, desk.draft(3), QStringLiteral("-"), program));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        QCOMPARE(desk.endpoint.sessions().size(), 3);
        QVERIFY(endsWell(desk, QStringLiteral("-")));
        QCOMPARE(desk.endpoint.sessions().size(), 3);
        QCOMPARE(desk.endpoint.asked("POST"), 1);
        QCOMPARE(onlyRequest(desk), (QList{Status::Pending, Status::Pending, Status::Pending}));
    }

    void killedBeforeTheJournalItIsStillADraft()
    {
        RequestDesk desk;
        const QString draft = desk.draft(3);
        QVERIFY(wasKilled(desk, draft, QStringLiteral("before-journal")));
        QVERIFY(endsWell(desk, QStringLiteral("-")));
        QCOMPARE(desk.endpoint.asked("POST"), 0);
        QCOMPARE(desk.drafts().first().rows.size(), 3);
        QVERIFY(endsWell(desk, draft));
        QCOMPARE(desk.endpoint.sessions().size(), 3);
    }

    void unkilledItSendsOnce()
    {
        RequestDesk desk;
        QVERIFY(endsWell(desk, desk.draft(3)));
        QCOMPARE(desk.endpoint.asked("POST"), 1);
        QCOMPARE(onlyRequest(desk).size(), 3);
    }

private:
    static bool finished(RequestDesk &desk, const QString &draft, const QString &death, QProcess &program)
    {
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QStringLiteral(PEERDESK_SEND_PROGRAM),
                      {desk.database->address().location, desk.database->address().keyPath(), draft, death});
        return program.waitForStarted()
               && QTest::qWaitFor([&program] { return program.state() == QProcess::NotRunning; }, 60'000);
    }
    static bool wasKilled(RequestDesk &desk, const QString &draft, const QString &death)
    {
        QProcess program;
        return finished(desk, draft, death, program) && program.exitStatus() == QProcess::CrashExit;
    }
    static bool endsWell(RequestDesk &desk, const QString &draft)
    {
        QProcess program;
        return finished(desk, draft, QStringLiteral("-"), program) && program.exitStatus() == QProcess::NormalExit
               && program.exitCode() == 0;
    }
    static QList<Status> onlyRequest(RequestDesk &desk)
    {
        RequestFilter filter;
        filter.ownAsn = own;
        const auto all = outcomeOf(desk.requests->requests(filter));
        return all->size() == 1 ? desk.statuses(all->first()) : QList<Status>();
    }
};

QTEST_GUILESS_MAIN(TstSendCrash)
#include "tst_sendcrash.moc"
