// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filter.h"

#include <QTest>

using namespace peerdesk;

namespace {

enum Field { Name, Asn, Policy, Traffic, Age, Peered, Exchange };

QList<FilterField> fields()
{
    return {
        {QStringLiteral("name"), {}, FilterField::Kind::Text, {}, true},
        {QStringLiteral("asn"), {}, FilterField::Kind::Number, {}, true},
        {QStringLiteral("policy"),
         QStringLiteral("Peering policy"),
         FilterField::Kind::Enum,
         {QStringLiteral("open"), QStringLiteral("selective"), QStringLiteral("restrictive")},
         false},
        {QStringLiteral("traffic"), {}, FilterField::Kind::Number, {}, false},
        {QStringLiteral("no-answer"), {}, FilterField::Kind::Duration, {}, false},
        {QStringLiteral("peered"), {}, FilterField::Kind::Flag, {}, false},
        {QStringLiteral("exchange"),
         {},
         FilterField::Kind::Text,
         {QStringLiteral("DE-CIX Frankfurt"), QStringLiteral("AMS-IX")},
         true},
    };
}

/// A network as a page would show it: open, 5 Gbit/s, silent for 20 days, not peered, at two exchanges.
FilterValue example(int field)
{
    switch (field) {
    case Name:
        return QStringLiteral("Nordic Fibre");
    case Asn:
        return 64510.0;
    case Policy:
        return QStringLiteral("Open");
    case Traffic:
        return 5e9;
    case Age:
        return 20 * 86'400'000.0;
    case Peered:
        return false;
    case Exchange:
        return QStringList{QStringLiteral("DE-CIX Frankfurt"), QStringLiteral("AMS-IX")};
    default:
        return {};
    }
}

} // namespace

class TstFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void termsDecideAboutARow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("shown");
        const auto row = [](const char *text, bool shown) { QTest::newRow(text) << QString::fromUtf8(text) << shown; };
        row("", true);
        row("nordic", true);
        row("nordic fibre", true);
        row("\"nordic fibre\"", true);
        row("\"fibre nordic\"", false);
        row("-nordic", false);
        row("-baltic", true);
        row("64510", true);
        row("6451", false);
        row("frankfurt", true);
        row("policy:open", true);
        row("POLICY:OPEN", true);
        row("policy:selective", false);
        row("policy:selective,open", true);
        row("policy:selective, open", true);
        row("-policy:selective,restrictive", true);
        row("traffic>1G", true);
        row("traffic>5G", false);
        row("traffic>=5G", true);
        row("traffic<10g", true);
        row("traffic:1G..10G", true);
        row("traffic:6G..10G", false);
        row("no-answer>14d", true);
        row("no-answer>3w", false);
        row("no-answer<500h", true);
        row("peered", false);
        row("-peered", true);
        row("peered:no", true);
        row("\"peered\"", false);
        row("exchange:\"DE-CIX\"", true);
        row("exchange:LINX", false);
        row("-exchange:ams", false);
        row("asn:64510", true);
        row("name:fibre policy:open -peered traffic>1G", true);
        row("name:fibre policy:open -peered traffic>1T", false);
    }
    void termsDecideAboutARow()
    {
        QFETCH(QString, text);
        QFETCH(bool, shown);
        const Filter filter = Filter::parse(text, fields());
        QVERIFY2(!filter.firstProblem(),
                 qPrintable(filter.firstProblem() ? filter.firstProblem()->problem : QString()));
        QCOMPARE(filter.matches(example), shown);
    }

    void whatIsNotValidSaysWhereAndLetsTheRestWork_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("span");
        QTest::newRow("unknown field") << "nordic polcy:open"
                                       << "polcy:open";
        QTest::newRow("unknown value") << "policy:opne nordic"
                                       << "policy:opne";
        QTest::newRow("no value") << "policy:"
                                  << "policy:";
        QTest::newRow("no number") << "traffic>lots"
                                   << "traffic>lots";
        QTest::newRow("no duration") << "no-answer>soon"
                                     << "no-answer>soon";
        QTest::newRow("no comparison for words") << "policy>open"
                                                 << "policy>open";
        QTest::newRow("open quotes") << "nordic \"fib"
                                     << "\"fib";
        QTest::newRow("two bounds") << "traffic>1,2"
                                    << "traffic>1,2";
    }
    void whatIsNotValidSaysWhereAndLetsTheRestWork()
    {
        QFETCH(QString, text);
        QFETCH(QString, span);
        const Filter filter = Filter::parse(text, fields());
        const auto problem = filter.firstProblem();
        QVERIFY(problem);
        QVERIFY(!problem->problem.isEmpty());
        QCOMPARE(text.mid(problem->start, problem->length), span);
        QVERIFY(filter.matches(example));
    }

    void anIpv6AddressIsFreeText()
    {
        const Filter filter = Filter::parse(QStringLiteral("fe80::1 2001:db8::1"), fields());
        QVERIFY(!filter.firstProblem());
        QCOMPARE(filter.terms().size(), 2);
        QCOMPARE(filter.terms().at(0).field, -1);
        QCOMPARE(filter.terms().at(1).field, -1);
    }

    void aValueNobodyKnowsMatchesNoComparison()
    {
        const Filter filter = Filter::parse(QStringLiteral("traffic<1T"), fields());
        QVERIFY(!filter.matches([](int) { return FilterValue(); }));
    }

    void filterByThisValueReplacesTheSameField()
    {
        QCOMPARE(withFilterValue({}, fields(), Policy, QStringLiteral("open")), QStringLiteral("policy:open"));
        QCOMPARE(withFilterValue(QStringLiteral("nordic policy:open x"), fields(), Policy, QStringLiteral("selective")),
                 QStringLiteral("nordic policy:selective x"));
        QCOMPARE(withFilterValue(QStringLiteral("nordic"), fields(), Exchange, QStringLiteral("DE-CIX Frankfurt")),
                 QStringLiteral("nordic exchange:\"DE-CIX Frankfurt\""));
        QCOMPARE(withFilterValue(QStringLiteral("policy:open"), fields(), Policy, QStringLiteral("selective"), true),
                 QStringLiteral("policy:open -policy:selective"));
        QCOMPARE(withFilterValue({}, fields(), Peered, QStringLiteral("no")), QStringLiteral("-peered"));
    }

    void quotedValuesReadBackAsOne_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value : {"AMS-IX", "DE-CIX Frankfurt", "a,b", "x:y", "", "1>2"})
            QTest::newRow(value) << QString::fromUtf8(value);
    }
    void quotedValuesReadBackAsOne()
    {
        QFETCH(QString, value);
        const QString text = QStringLiteral("name:%1").arg(quotedFilterValue(value));
        const Filter filter = Filter::parse(text, fields());
        QCOMPARE(filter.terms().size(), 1);
        QCOMPARE(filter.terms().first().values.join(QString()), value);
    }

    void completionOffersFieldsThenValues()
    {
        const auto inserts = [](const QString &text) {
            QStringList list;
            for (const auto &entry : completeFilter(text, text.size(), fields()).entries)
                list.append(entry.insert);
            return list;
        };
        QCOMPARE(inserts(QStringLiteral("p")), QStringList({QStringLiteral("policy:"), QStringLiteral("peered")}));
        QCOMPARE(inserts(QStringLiteral("nordic -tr")), QStringList{QStringLiteral("traffic>")});
        QCOMPARE(inserts(QStringLiteral("policy:s")), QStringList{QStringLiteral("selective")});
        QCOMPARE(inserts(QStringLiteral("policy:open,r")), QStringList{QStringLiteral("restrictive")});
        QCOMPARE(inserts(QStringLiteral("exchange:de")), QStringList{QStringLiteral("\"DE-CIX Frankfurt\"")});
        const auto at = completeFilter(QStringLiteral("x policy:se"), 11, fields());
        QCOMPARE(at.start, 9);
        QCOMPARE(at.length, 2);
    }
};

QTEST_GUILESS_MAIN(TstFilter)
#include "tst_filter.moc"
