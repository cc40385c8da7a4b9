// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/envelope.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

class TstEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretComesBackAndIsNeverStoredPlain()
    {
        const auto sealed = envelope().seal(secret(), QStringLiteral("row"));
        QVERIFY(sealed);
        QVERIFY(!sealed->contains(QStringLiteral("hunter2")));
        QVERIFY(!QByteArray::fromBase64(sealed->mid(3).toLatin1()).contains("hunter2"));
        const auto opened = envelope().open(*sealed, QStringLiteral("row"));
        QVERIFY(opened);
        QVERIFY(*opened == secret());
    }

    void noSecretNeedsNoEnvelope()
    {
        QCOMPARE(*envelope().seal(Secret(), QStringLiteral("row")), QString());
        QVERIFY(envelope().open(QString(), QStringLiteral("row"))->isEmpty());
    }

    void theSameSecretLooksDifferentEachTime()
    {
        QVERIFY(*envelope().seal(secret(), QStringLiteral("row")) != *envelope().seal(secret(), QStringLiteral("row")));
    }

    void everyChangedCharacterIsNoticed()
    {
        const QString sealed = *envelope().seal(secret(), QStringLiteral("row"));
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QString changed = sealed;
            changed[i] = sealed.at(i) == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
            QVERIFY2(!envelope().open(changed, QStringLiteral("row")), qPrintable(QString::number(i)));
        }
        QVERIFY(!envelope().open(sealed.left(20), QStringLiteral("row")));
        QVERIFY(!envelope().open(QStringLiteral("hunter2"), QStringLiteral("row")));
    }

    void anEnvelopeOfAnotherRowIsNoticed()
    {
        const QString sealed = *envelope().seal(secret(), QStringLiteral("row"));
        QVERIFY(!envelope().open(sealed, QStringLiteral("another row")));
    }

    void anotherKeyDoesNotOpenIt()
    {
        const auto other = Envelope::createOrLoad(m_folder.filePath(QStringLiteral("other.key")));
        QVERIFY(other);
        const QString sealed = *envelope().seal(secret(), QStringLiteral("row"));
        QVERIFY(!other->open(sealed, QStringLiteral("row")));
        QVERIFY(other->fingerprint() != envelope().fingerprint());
    }

    void whoComesSecondReadsTheFirstOnesKey() { QCOMPARE(envelope().fingerprint(), envelope().fingerprint()); }

    void aKeyThatAnybodyMayReadIsRefused()
    {
        const QString path = m_folder.filePath(QStringLiteral("open.key"));
        QVERIFY(Envelope::createOrLoad(path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const auto loaded = Envelope::load(path);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::Storage);
    }

    void aFileThatHoldsNoKeyIsRefused()
    {
        const QString path = m_folder.filePath(QStringLiteral("short.key"));
        QVERIFY(Envelope::createOrLoad(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("c2hvcnQ=");
        file.close();
        QVERIFY(!Envelope::load(path));
    }

private:
    [[nodiscard]] Envelope envelope() const
    {
        return *Envelope::createOrLoad(m_folder.filePath(QStringLiteral("a.key")));
    }
    static Secret secret() { return Secret(QByteArrayLiteral("hunter2")); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TstEnvelope)
#include "tst_envelope.moc"
