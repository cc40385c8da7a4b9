// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/trustwatch.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

/// What issuers are trusted for follows the files that say it.
class TstTrustWatch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    qint64 m_written = 0; ///< files so far: each has a time of its own

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("delegated")); }
    void write(const QByteArray &lines)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() && file.flush());
        const QDateTime time = QDateTime::fromSecsSinceEpoch(1'800'000'000 + ++m_written);
        QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    }
    static QByteArray line(const char *block)
    {
        return "ripencc|NL|ipv4|" + QByteArray(block) + "|256|19930901|allocated\n";
    }
    /// Whether the test registry's keys are asked for there.
    static bool needsKey(const Trust &trust, const char *prefix)
    {
        const auto needed = trust.keyFor(*IpPrefix::parse(QString::fromLatin1(prefix)));
        return needed.ok() && *needed == Registry::RipeTest;
    }

private Q_SLOTS:
    void aFileIsReadAgainWhenItHasChangedAndOneThatIsNoGoodChangesNothing()
    {
        write(line("192.0.2.0"));
        KeyTrustConfig config;
        KeyTrustConfig::Issuer issuer;
        issuer.spaceFile = path();
        config.issuers = {issuer};
        TrustWatch watch(config, Trust::Unvouched::Locked);
        const auto first = watch.read();
        QVERIFY(first.ok() && needsKey(*first, "192.0.2.0/24") && !needsKey(*first, "198.51.100.0/24"));
        QVERIFY2(!watch.lookAgain(), "nothing has changed");

        write(line("192.0.2.0") + line("198.51.100.0"));
        const auto second = watch.lookAgain();
        QVERIFY(second && needsKey(*second, "198.51.100.0/24"));
        QVERIFY(!watch.lookAgain());

        for (const QByteArray &fault :
             {QByteArray(), QByteArray("<html>\n"), "ripencc|*|ipv4|*|2|summary\n" + line("192.0.2.0")}) {
            write(fault);
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("of before stay in force")));
            QVERIFY(!watch.lookAgain());
            QVERIFY2(!watch.lookAgain(), "it is complained of once");
        }
        QVERIFY(QFile::remove(path()));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("of before stay in force")));
        QVERIFY(!watch.lookAgain());
        write(line("192.0.2.0"));
        QVERIFY(watch.lookAgain());
        QVERIFY2(watch.readAgain(), "whoever asks for it has it read, changed or not");
    }
};

QTEST_GUILESS_MAIN(TstTrustWatch)
#include "tst_trustwatch.moc"
