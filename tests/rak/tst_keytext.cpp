// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/keytext.h"

#include <QSet>
#include <QTest>

using namespace peerdesk;

namespace {

const QString bearerText = QStringLiteral("00K-3C0J6-HB7H6-NWVVR-00410-61050-R3GG2-8A1C6-0T3GF-D9DZV-68");
const QString testBearerText = QStringLiteral("80K-3C0J6-HB7H6-NWVVR-00410-61050-R3GG2-8A1C6-0T3GF-0K9W3-GG");
const QString referenceText = QStringLiteral("00K-380J6-HB7H6-NWVVR-ZHHVW-8");
constexpr std::uint64_t knownId = 0x0123456789abcdefULL;
const Secret knownSecret(QByteArray::fromHex("000102030405060708090a0b0c0d0e0f"));

QString faultOf(const QString &text)
{
    const auto key = BearerKey::parse(Secret(text));
    return key ? QString() : key.error().detail;
}

QString referenceFaultOf(const QString &text)
{
    const auto reference = KeyReference::parse(text);
    return reference ? QString() : reference.error().detail;
}

/// Each text that differs from it in one character, as far as that has another meaning.
QStringList substitutionsOf(const QString &text)
{
    const QString symbols = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    QStringList changed;
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const QChar symbol : symbols) {
            if (text.at(i) == u'-' || symbol == text.at(i))
                continue;
            QString other = text;
            other[i] = symbol;
            changed.append(other);
        }
    }
    return changed;
}

QStringList transpositionsOf(const QString &text)
{
    const QString plain = QString(text).remove(u'-');
    QStringList changed;
    for (qsizetype i = 0; i + 1 < plain.size(); ++i) {
        QString other = plain;
        other[i] = plain.at(i + 1);
        other[i + 1] = plain.at(i);
        if (other != plain)
            changed.append(other);
    }
    return changed;
}

} // namespace

class TstKeyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyHasOneText()
    {
        const BearerKey key{{Registry::Ripe, knownId}, knownSecret};
        QCOMPARE(key.toText().revealText(), bearerText);
        const BearerKey test{{Registry::RipeTest, knownId}, knownSecret};
        QCOMPARE(test.toText().revealText(), testBearerText);
        QCOMPARE(key.reference.toString(), referenceText);
    }

    void aTextIsReadAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("as issued") << bearerText;
        QTest::newRow("lower case") << bearerText.toLower();
        QTest::newRow("without dashes") << QString(bearerText).remove(u'-');
        QTest::newRow("wrapped and indented") << QStringLiteral("  ") + QString(bearerText).replace(u'-', u'\n');
        QTest::newRow("O for 0, I and l for 1")
            << QString(bearerText).replace(u'0', u'O').replace(QLatin1String("1"), QLatin1String("l"));
    }
    void aTextIsReadAsPeopleWriteIt()
    {
        QFETCH(QString, text);
        const auto key = BearerKey::parse(Secret(text));
        QVERIFY2(key.ok(), qPrintable(faultOf(text)));
        QCOMPARE(key->reference, (KeyReference{Registry::Ripe, knownId}));
        QVERIFY(key->secret == knownSecret);
    }

    void theReferenceTellsNothingOfTheSecret()
    {
        const auto reference = KeyReference::parse(referenceText);
        QVERIFY(reference.ok());
        QCOMPARE(*reference, (KeyReference{Registry::Ripe, knownId}));
        const BearerKey other{*reference, Secret(QByteArray(BearerKey::secretOctets, 'x'))};
        QCOMPARE(other.reference.toString(), referenceText);
    }

    void everyMistypedCharacterIsCaughtAndSaidSo()
    {
        int tried = 0;
        for (const QString &text : {bearerText, testBearerText}) {
            for (const QString &wrong : substitutionsOf(text) + transpositionsOf(text)) {
                QVERIFY2(!faultOf(wrong).isEmpty(), qPrintable(wrong));
                ++tried;
            }
        }
        for (const QString &wrong : substitutionsOf(referenceText) + transpositionsOf(referenceText)) {
            QVERIFY2(!referenceFaultOf(wrong).isEmpty(), qPrintable(wrong));
            ++tried;
        }
        QVERIFY(tried > 3500);
        QString lastWrong = bearerText;
        lastWrong[lastWrong.size() - 1] = u'9'; // only a bit that carries nothing differs
        QCOMPARE(faultOf(lastWrong), QStringLiteral("The key is mistyped: its checksum does not fit."));
    }

    void everyFaultHasItsSentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << QString() << QStringLiteral("There is no key.");
        QTest::newRow("only dashes") << QStringLiteral(" -- ") << QStringLiteral("There is no key.");
        QTest::newRow("another thing") << QStringLiteral("MAINT-AS64500")
                                       << QStringLiteral("A key begins with two digits and K, such as 00K.");
        QTest::newRow("a letter that no key has") << QString(bearerText).replace(4, 1, QStringLiteral("U"))
                                                  << QStringLiteral("Character 5 is “U”, which no key has.");
        QTest::newRow("another alphabet") << QString(bearerText).replace(2, 1, QChar(0x041a))
                                          << QStringLiteral("Character 3 is “К”, which no key has.");
        QTest::newRow("one character short")
            << bearerText.chopped(1)
            << QStringLiteral("A key has 50 characters besides dashes, its reference 24; here are 49.");
        QTest::newRow("very long") << QString(100'000, u'0') << QStringLiteral("This is no key: it is too long.");
        QTest::newRow("a reference") << referenceText
                                     << QStringLiteral(
                                            "This is only the reference of a key, which proves nothing by itself.");
    }
    void everyFaultHasItsSentence()
    {
        QFETCH(QString, text);
        QTEST(faultOf(text), "sentence");
    }

    void aSecretKeyIsNotTakenForAReference()
    {
        QCOMPARE(referenceFaultOf(bearerText),
                 QStringLiteral("This is the secret key itself; only its reference belongs here."));
    }

    void aKeyIsFoundInWhatSomebodyWrote()
    {
        const QString dashes = bearerText;
        QString spaced = QString(dashes).replace(u'-', u' ').toLower();
        QVERIFY(holdsBearerKey(QStringLiteral("customer's key: %1.").arg(dashes)));
        QVERIFY(holdsBearerKey(QStringLiteral("No. 2000K%1\n").arg(spaced)));
        QVERIFY(holdsBearerKey(QString(dashes).insert(20, QStringLiteral("\n   "))));
        QVERIFY(!holdsBearerKey(QStringLiteral("rak %1").arg(referenceText)));
        QVERIFY(!holdsBearerKey(dashes.chopped(1)));
        QVERIFY(!holdsBearerKey(QStringLiteral("12K routes, 00K")));
    }

    void onlyKnownRegistriesHaveKeys()
    {
        QCOMPARE(toText(*registryOf(4)), QStringLiteral("AFRINIC"));
        QCOMPARE(toText(*registryOf(81)), QStringLiteral("ARIN test"));
        QVERIFY(isTest(*registryOf(84)) && !isTest(*registryOf(0)));
        for (const int number : {-1, 5, 79, 85, 99, 65535})
            QVERIFY2(!registryOf(number), qPrintable(QString::number(number)));
        for (const Registry registry : {Registry::Arin, Registry::Lacnic, Registry::Apnic, Registry::Afrinic}) {
            const BearerKey key = BearerKey::generate(registry);
            QVERIFY(key.toText().revealText().startsWith(digitsOf(registry) + u'K'));
            QCOMPARE(BearerKey::parse(key.toText())->reference.registry, registry);
        }
    }

    void noTwoKeysAreAlike()
    {
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const BearerKey key = BearerKey::generate(Registry::RipeTest);
            QCOMPARE(key.secret.reveal().size(), BearerKey::secretOctets);
            seen.insert(key.reference.toString());
            seen.insert(QString::fromLatin1(key.secret.reveal().toHex()));
        }
        QCOMPARE(seen.size(), 2000);
    }

    void whatIsKeptOfASecretNeedsThePepper()
    {
        const Secret pepper(QByteArray(32, '\x42'));
        QCOMPARE(keyHash(pepper, knownSecret).reveal().toHex(),
                 QByteArray("23e3b75db2d7f8c6abd69dc0009809add5db1dfc9a71f2dd8c9cd351366e55c6"));
        QVERIFY(!(keyHash(Secret(QByteArray(32, '\x43')), knownSecret) == keyHash(pepper, knownSecret)));
    }
};

QTEST_GUILESS_MAIN(TstKeyText)
#include "tst_keytext.moc"
