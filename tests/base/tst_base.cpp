// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "base/secret.h"

#include <QTest>

using namespace peerdesk;

class TstBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesReadAndWriteRfc3339_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("utc") << "2026-11-23T14:02:00Z"
                             << "2026-11-23T14:02:00Z";
        QTest::newRow("offset") << "2026-11-23T15:02:00+01:00"
                                << "2026-11-23T14:02:00Z";
        QTest::newRow("no offset is utc") << "2026-11-23T14:02:00"
                                          << "2026-11-23T14:02:00Z";
        QTest::newRow("milliseconds are cut") << "2026-11-23T14:02:00.750Z"
                                              << "2026-11-23T14:02:00Z";
        QTest::newRow("a date") << "2026-11-23"
                                << "2026-11-23T00:00:00Z";
        QTest::newRow("rubbish") << "soon"
                                 << "";
        QTest::newRow("empty") << ""
                               << "";
    }
    void timesReadAndWriteRfc3339()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        QCOMPARE(toRfc3339(fromRfc3339(text)), utc);
    }

    void idsSortByAgeAndAreLegalOnTheWire()
    {
        const QString older = newId(1'000);
        const QString newer = newId(2'000);
        QVERIFY(older < newer);
        QCOMPARE(older.size(), 32);
        QString last = newId(1'000);
        for (int i = 0; i < 1000; ++i) {
            const QString next = newId(1'000);
            QVERIFY(last < next);
            last = next;
        }
        QCOMPARE(newUuid().size(), 36);
    }

    void secretsCompareByValueAndHideInConversions()
    {
        const Secret secret(QStringLiteral("hunter2"));
        QVERIFY(secret == Secret(QByteArrayLiteral("hunter2")));
        QVERIFY(!(secret == Secret(QByteArrayLiteral("hunter3"))));
        QVERIFY(!(secret == Secret()));
        static_assert(!std::is_convertible_v<Secret, QString>);
        static_assert(!std::is_convertible_v<Secret, QByteArray>);
        static_assert(!std::is_convertible_v<QString, Secret>);
    }

    void aResultHoldsAValueOrAnError()
    {
        const Result<int> good(7);
        QVERIFY(good);
        QCOMPARE(*good, 7);
        const Result<int> bad(Error(ErrorKind::NotFound, QStringLiteral("no row")));
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::NotFound);
        QCOMPARE(toText(bad.error().kind), QStringLiteral("not-found"));
        const Result<void> nothing;
        QVERIFY(nothing.ok());
    }
};

QTEST_GUILESS_MAIN(TstBase)
#include "tst_base.moc"
