// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/mirrorfill.h"
#include "peeringdb/mirrorindex.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace peerdesk;

/// What is known of the real PeeringDB, counted by others over the same dumps of August 2026. The dumps may not be
/// passed on, so they lie beside the project where its makers have them, and this is skipped elsewhere.
class TstRealDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString dumps = QStringLiteral(PEERDESK_REAL_DIRECTORY);
        if (!QDir(dumps).exists())
            QSKIP(qPrintable(QStringLiteral("PeeringDB's dumps are not at %1").arg(dumps)));
        MirrorFillContext context;
        context.path = m_folder.filePath(QStringLiteral("mirror.db"));
        context.now = 1;
        const auto change = fillMirror(dumps, context);
        QVERIFY2(change.ok(), change ? "" : qPrintable(change.error().detail));
        m_index = change->index;
    }

    void twoNetworksShareWhatTheyAreKnownToShare_data()
    {
        QTest::addColumn<quint32>("one");
        QTest::addColumn<quint32>("other");
        QTest::addColumn<qsizetype>("shared");
        QTest::newRow("AS13335 and AS15169") << 13335U << 15169U << qsizetype(149);
        QTest::newRow("AS16509 and AS32934") << 16509U << 32934U << qsizetype(122);
        QTest::newRow("AS6939 and AS13335") << 6939U << 13335U << qsizetype(251);
        QTest::newRow("AS714 and AS2906") << 714U << 2906U << qsizetype(52);
    }
    void twoNetworksShareWhatTheyAreKnownToShare()
    {
        QFETCH(quint32, one);
        QFETCH(quint32, other);
        QFETCH(qsizetype, shared);
        QCOMPARE(m_index->shared(Asn(one), Asn(other)).size(), shared);
        QCOMPARE(m_index->shared(Asn(other), Asn(one)).size(), shared);
    }

    void someOfThemHaveNoWorkingPortsOfBothOrNoFamilyInCommon()
    {
        const QList<SharedExchange> shared = m_index->shared(Asn(13335), Asn(15169));
        QCOMPARE(std::ranges::count_if(shared, &SharedExchange::operationalOnBothSides), 146);
        const auto meetable = std::ranges::count_if(shared, [](const SharedExchange &exchange) {
            return std::ranges::any_of(exchange.pairs, &PortPair::isUsable);
        });
        QCOMPARE(meetable, 145);
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const MirrorIndex> m_index;
};

QTEST_GUILESS_MAIN(TstRealDirectory)
#include "tst_realdirectory.moc"
