// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/addressspace.h"
#include "rak/prefixset.h"

#include <QJsonObject>
#include <QTest>

using namespace peerdesk;

namespace {

IpPrefix prefixIn(const char *text)
{
    return *IpPrefix::parse(QString::fromLatin1(text));
}

QStringList blocksOf(const char *text)
{
    QStringList blocks;
    const auto range = AddressRange::parse(QString::fromLatin1(text));
    for (const IpPrefix &block : range ? range->toPrefixes() : QList<IpPrefix>())
        blocks.append(block.toString());
    return blocks;
}

AddressSpace spaceOf(const QStringList &texts)
{
    QList<AddressRange> ranges;
    for (const QString &text : texts)
        ranges.append(*AddressRange::parse(text));
    return AddressSpace(ranges);
}

PrefixWish wish(const char *text, std::optional<int> maxLength = {})
{
    return {QString::fromLatin1(text), maxLength};
}

/// "field: message" of the first fault; empty if there is none.
QString faultIn(const QList<PrefixWish> &wishes)
{
    const auto set = PrefixSet::make(wishes);
    return set ? QString()
               : set.error().fields.first().field + QStringLiteral(": ") + set.error().fields.first().messages.first();
}

/// 10,000 blocks of /24 from 10.0.0.0 on, the last first.
QList<PrefixWish> manyWishes(int count)
{
    QList<PrefixWish> wishes;
    for (int i = count - 1; i >= 0; --i)
        wishes.append({QStringLiteral("10.%1.%2.0/24").arg(i / 256).arg(i % 256), 25});
    return wishes;
}

} // namespace

class TstPrefixSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRangeIsSplitIntoTheFewestBlocks()
    {
        QCOMPARE(blocksOf("192.0.2.0/24"), QStringList{QStringLiteral("192.0.2.0/24")});
        QCOMPARE(blocksOf("192.0.2.0 - 192.0.2.255"), QStringList{QStringLiteral("192.0.2.0/24")});
        QCOMPARE(blocksOf("192.0.2.1-192.0.2.6").join(u' '),
                 QStringLiteral("192.0.2.1/32 192.0.2.2/31 192.0.2.4/31 192.0.2.6/32"));
        QCOMPARE(blocksOf("192.0.2.128-192.0.3.255").join(u' '), QStringLiteral("192.0.2.128/25 192.0.3.0/24"));
        QCOMPARE(blocksOf("255.255.255.254-255.255.255.255"), QStringList{QStringLiteral("255.255.255.254/31")});
        QCOMPARE(blocksOf("0.0.0.0-255.255.255.255"), QStringList{QStringLiteral("0.0.0.0/0")});
        QCOMPARE(blocksOf("2001:db8::-2001:db8:2:ffff:ffff:ffff:ffff:ffff").join(u' '),
                 QStringLiteral("2001:db8::/47 2001:db8:2::/48"));
        QCOMPARE(blocksOf("0.0.0.1-255.255.255.254").size(), 62);
        QCOMPARE(blocksOf("::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe").size(), 254);
    }

    void whatIsNoBlockIsSaidSo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("host bits") << "192.0.2.1/24"
                                   << "192.0.2.1/24 has host bits set; its block is 192.0.2.0/24.";
        QTest::newRow("two families") << "192.0.2.0-2001:db8::1"
                                      << "The range begins in one address family and ends in the other.";
        QTest::newRow("backwards") << "192.0.2.9-192.0.2.1"
                                   << "The range ends before it begins.";
        for (const char *text : {"", "192.0.2.0", "192.0.2.0/33", "2001:db8::/129", "192.0.2.0/-1", "-", "a-b",
                                 "192.0.2.0/24/24", "AS64500"})
            QTest::newRow(text) << text << "This is neither a prefix such as 192.0.2.0/24 nor a range of addresses.";
    }
    void whatIsNoBlockIsSaidSo()
    {
        QFETCH(QString, text);
        const auto range = AddressRange::parse(text);
        QVERIFY(!range.ok());
        QTEST(range.error().detail, "sentence");
    }

    void aHoldersNeighboursJoin()
    {
        const AddressSpace held =
            spaceOf({QStringLiteral("192.0.2.128/25"), QStringLiteral("2001:db8::/32"), QStringLiteral("192.0.2.0/25"),
                     QStringLiteral("198.51.100.0-198.51.100.99")});
        QCOMPARE(held.ranges().size(), 3);
        for (const char *inside : {"192.0.2.0/24", "192.0.2.64/26", "2001:db8:ffff::/48", "198.51.100.64/27"})
            QVERIFY2(held.contains(prefixIn(inside)), inside);
        for (const char *outside : {"192.0.2.0/23", "192.0.3.0/24", "2001:db8::/31", "198.51.100.96/29", "0.0.0.0/0"})
            QVERIFY2(!held.contains(prefixIn(outside)), outside);
        QVERIFY(!AddressSpace().contains(prefixIn("192.0.2.0/24")));
        QVERIFY(spaceOf({QStringLiteral("0.0.0.0/0"), QStringLiteral("0.0.0.0/1")}).contains(prefixIn("0.0.0.0/0")));
        QVERIFY(!spaceOf({QStringLiteral("0.0.0.0/0")}).contains(prefixIn("::/0")));
    }

    void aBlockMeansItselfUnlessItSaysMore()
    {
        const auto set =
            PrefixSet::make({wish("192.0.2.0/24"), wish("2001:db8::/32", 48), wish("198.51.100.0/24", 24)});
        QVERIFY(set.ok());
        QVERIFY(set->covers(prefixIn("192.0.2.0/24")));
        QVERIFY(!set->covers(prefixIn("192.0.2.0/25")));
        QVERIFY(!set->covers(prefixIn("192.0.2.0/23")));
        QVERIFY(set->covers(prefixIn("2001:db8::/32")));
        QVERIFY(set->covers(prefixIn("2001:db8:ffff::/48")));
        QVERIFY(!set->covers(prefixIn("2001:db8:ffff::/49")));
        QVERIFY(!set->covers(prefixIn("2001:db9::/48")));
        QVERIFY(!set->covers(prefixIn("203.0.113.0/24")));
        QVERIFY(!set->covers(IpPrefix()));
        QVERIFY(!PrefixSet().covers(prefixIn("192.0.2.0/24")));
    }

    void aRangeBecomesBlocksOfItsOwn()
    {
        const auto set = PrefixSet::make({wish("192.0.2.0 - 192.0.2.191")});
        QVERIFY(set.ok());
        QCOMPARE(set->items().size(), 2);
        QVERIFY(set->covers(prefixIn("192.0.2.0/25")) && set->covers(prefixIn("192.0.2.128/26")));
        QVERIFY(!set->covers(prefixIn("192.0.2.0/26")));
        QVERIFY(PrefixSet::make({wish("192.0.2.0 - 192.0.2.191", 26)})->covers(prefixIn("192.0.2.0/26")));
    }

    void whatContradictsItselfIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("maxLength");
        QTest::addColumn<QString>("fault");
        QTest::newRow("twice") << "192.0.2.0/24" << -1
                               << "prefixes[1].prefix: 192.0.2.0/24 stands in the list already.";
        QTest::newRow("within") << "192.0.2.128/25" << -1
                                << "prefixes[1].prefix: 192.0.2.128/25 lies within 192.0.2.0/24, which is in the list "
                                   "as well: a longest length for that one, or a key of its own, says what is meant.";
        QTest::newRow("around") << "192.0.0.0/16" << -1
                                << "prefixes[0].prefix: 192.0.2.0/24 lies within 192.0.0.0/16, which is in the list "
                                   "as well: a longest length for that one, or a key of its own, says what is meant.";
        QTest::newRow("too short") << "198.51.100.0/24" << 23
                                   << "prefixes[1].max_length: The longest length for 198.51.100.0/24 is from 24 to "
                                      "32, not 23.";
        QTest::newRow("too long") << "198.51.100.0/24" << 33
                                  << "prefixes[1].max_length: The longest length for 198.51.100.0/24 is from 24 to 32, "
                                     "not 33.";
        QTest::newRow("host bits") << "198.51.100.7/24" << -1
                                   << "prefixes[1].prefix: 198.51.100.7/24 has host bits set; its block is "
                                      "198.51.100.0/24.";
    }
    void whatContradictsItselfIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(int, maxLength);
        const auto longest = maxLength < 0 ? std::nullopt : std::optional(maxLength);
        QTEST(faultIn({wish("192.0.2.0/24"), {text, longest}}), "fault");
    }

    void everyFaultyLineIsNamed()
    {
        const auto set = PrefixSet::make({wish("nonsense"), wish("192.0.2.0/24"), wish("192.0.2.1/24")});
        QVERIFY(!set.ok());
        QCOMPARE(set.error().kind, ErrorKind::Invalid);
        QCOMPARE(set.error().fields.size(), 2);
        QCOMPARE(set.error().fields.last().field, QStringLiteral("prefixes[2].prefix"));
        QCOMPARE(faultIn({}), QStringLiteral("prefixes: There is no prefix."));
    }

    void tenThousandPrefixesAreAKeyAndOneMoreIsNot()
    {
        const auto set = PrefixSet::make(manyWishes(10'000));
        QVERIFY(set.ok());
        QVERIFY(set->covers(prefixIn("10.39.15.128/25")) && !set->covers(prefixIn("10.39.16.0/24")));
        QCOMPARE(PrefixSet::fromJson(set->toJson()).value(), *set);
        QCOMPARE(faultIn(manyWishes(10'001)), QStringLiteral("prefixes: A key takes 10000 prefixes; these are more."));
        QList<PrefixWish> wrong;
        for (int i = 0; i < 10'000; ++i)
            wrong.append(wish("192.0.2.0/24"));
        QCOMPARE(PrefixSet::make(wrong).error().fields.size(), 100); // an answer, not an echo
    }

    void theWireHasObjectsOrPlainText()
    {
        const QJsonArray json = {QStringLiteral("198.51.100.0/24"),
                                 QJsonObject{{QStringLiteral("prefix"), QStringLiteral("192.0.2.0/24")},
                                             {QStringLiteral("max_length"), 26}}};
        const auto set = PrefixSet::fromJson(json);
        QVERIFY(set.ok());
        QVERIFY(set->covers(prefixIn("192.0.2.64/26")) && set->covers(prefixIn("198.51.100.0/24")));
        QCOMPARE(set->toJson().first().toObject().value(QStringLiteral("prefix")).toString(),
                 QStringLiteral("192.0.2.0/24"));
    }

    void whatTheWireGetsWrongIsNamed_data()
    {
        QTest::addColumn<QJsonValue>("json");
        QTest::addColumn<QString>("field");
        const auto item = [](const char *name, const QJsonValue &value) {
            return QJsonValue(QJsonArray{QJsonObject{{QStringLiteral("prefix"), QStringLiteral("192.0.2.0/24")},
                                                     {QString::fromLatin1(name), value}}});
        };
        QTest::newRow("no list") << QJsonValue(QStringLiteral("192.0.2.0/24")) << "prefixes";
        QTest::newRow("missing") << QJsonValue() << "prefixes";
        QTest::newRow("numbers") << QJsonValue(QJsonArray{7}) << "prefixes[0].prefix";
        QTest::newRow("half a bit") << item("max_length", 24.5) << "prefixes[0].max_length";
        QTest::newRow("words") << item("max_length", QStringLiteral("24")) << "prefixes[0].max_length";
        QTest::newRow("a name that is not ours") << item("maxLength", 26) << "prefixes[0]";
    }
    void whatTheWireGetsWrongIsNamed()
    {
        QFETCH(QJsonValue, json);
        const auto set = PrefixSet::fromJson(json);
        QVERIFY(!set.ok());
        QTEST(set.error().fields.first().field, "field");
    }
};

QTEST_GUILESS_MAIN(TstPrefixSet)
#include "tst_prefixset.moc"
