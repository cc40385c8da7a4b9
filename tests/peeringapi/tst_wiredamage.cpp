// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/wiretarget.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace peerdesk::test;

/// The fuzzer's target on damaged wire files: few cases beside what the fuzzer tries, but the same ones every time,
/// with every compiler and in every run.
class TstWireDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damagedFilesBreakNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QDir folder(QStringLiteral(PEERDESK_TEST_DATA "/wire"));
        const QStringList names = folder.entryList({QStringLiteral("*.json")});
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(name)) << file.readAll();
        }
    }
    void damagedFilesBreakNothing()
    {
        QFETCH(QByteArray, bytes);
        const WireTarget target;
        for (qsizetype length = 0; length <= bytes.size(); length += 7)
            target.read(bytes.left(length));
        QRandomGenerator random(42);
        for (int round = 0; round < 300; ++round) {
            QByteArray damaged = bytes;
            for (int i = 0; i < 1 + round % 4; ++i) {
                const auto at = random.bounded(damaged.size());
                switch (random.bounded(4)) {
                case 0:
                    damaged[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    damaged.remove(at, random.bounded(8));
                    break;
                case 2:
                    damaged.insert(at, damaged.mid(random.bounded(damaged.size()), random.bounded(40)));
                    break;
                default:
                    damaged.insert(at, QByteArray("[{\"0:,]}nul").mid(random.bounded(11), 1));
                    break;
                }
                if (damaged.isEmpty())
                    break;
            }
            target.read(damaged);
        }
    }
};

QTEST_APPLESS_MAIN(TstWireDamage)
#include "tst_wiredamage.moc"
