// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/setexpansion.h"
#include "irr/whoisquery.h"

#include <QTest>

using namespace peerdesk;
using Subject = WhoisQuery::Subject;

namespace {

SetExpansion expanded(const QHash<QString, QStringList> &sets, const QString &name, bool *whole = nullptr,
                      const QueryLimits &limits = {})
{
    SetExpansion expansion(name, limits);
    bool within = true;
    for (QStringList names = expansion.next(2); within && !names.isEmpty(); names = expansion.next(2)) {
        QList<std::pair<QString, QStringList>> members;
        for (const QString &one : names) {
            if (sets.contains(one))
                members.append({one, sets.value(one)});
        }
        within = expansion.take(members);
    }
    if (whole)
        *whole = within;
    return expansion;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// One line of the query service, and what a set comes to.
class TstWhoisQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Subject>("subject");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *line, Subject subject, const char *what = "") {
            QTest::newRow(line) << QByteArray(line) << subject << QString::fromLatin1(what);
        };
        row("!!", Subject::KeepOpen);
        row("!nbgpq4 1.9", Subject::Identify, "bgpq4 1.9");
        row("!t60", Subject::IdleTime, "60 s");
        row("!s-lc", Subject::Selected);
        row("!sours,radb", Subject::Select, "OURS RADB");
        row("!v", Subject::Version);
        row("!q", Subject::Quit);
        row("!gas64500", Subject::Prefixes, "AS64500 IPv4");
        row("!6AS64500", Subject::Prefixes, "AS64500 IPv6");
        row("!aAS-OURS", Subject::SetPrefixes, "AS-OURS");
        row("!a4as-ours", Subject::SetPrefixes, "AS-OURS IPv4");
        row("!a6AS64500:AS-OURS", Subject::SetPrefixes, "AS64500:AS-OURS IPv6");
        row("!iAS-OURS", Subject::Members, "AS-OURS");
        row("!ias-ours,1", Subject::Members, "AS-OURS recursive");
        row("!r192.0.2.0/24", Subject::Routes, "192.0.2.0/24");
        row("!r192.0.2.1", Subject::Routes, "192.0.2.1/32");
        row("!r2001:DB8::/32,o", Subject::Origins, "2001:db8::/32");
        row("!r192.0.2.0/24,l", Subject::Routes, "192.0.2.0/24 less");
        row("!r192.0.2.0/24,L", Subject::Routes, "192.0.2.0/24 all-less");
        row("!r192.0.2.0/24,M", Subject::Routes, "192.0.2.0/24 more");
        row("!mroute,192.0.2.0/24as64500", Subject::Object, "192.0.2.0/24AS64500 class=route");
        row("!omaint-as64500", Subject::Maintained, "MAINT-AS64500");
        row("!j-*", Subject::Serials, "-*");
        row("-T route 192.0.2.0/24", Subject::Anything, "192.0.2.0/24 192.0.2.0/24 classes=route");
        row("-t route 192.0.2.0/24", Subject::Anything, "192.0.2.0/24 192.0.2.0/24 classes=route");
        row("-t route6", Subject::Template, "route6");
        row("-k -r -s OURS -T route,route6 -i origin AS64500", Subject::OfOrigin,
            "OURS AS64500 classes=route,route6 -k");
        row("-i mnt-by maint-as64500", Subject::Maintained, "MAINT-AS64500");
        row("-x 192.0.2.0/24", Subject::Routes, "192.0.2.0/24");
        row("-l 192.0.2.0/24", Subject::Routes, "192.0.2.0/24 less");
        row("-L 192.0.2.0/24", Subject::Routes, "192.0.2.0/24 all-less");
        row("-M 192.0.2.0/24", Subject::Routes, "192.0.2.0/24 more");
        row("as-ours", Subject::Anything, "AS-OURS");
        row("-k", Subject::Nothing, "-k");
    }
    void aLineIsUnderstood()
    {
        QFETCH(QByteArray, line);
        QFETCH(Subject, subject);
        QFETCH(QString, what);
        const auto query = WhoisQuery::parse(line);
        QVERIFY2(query.ok(), line.constData());
        QCOMPARE(query->subject, subject);
        QCOMPARE(described(*query), what);
    }

    void aLineThatIsNoQuerySaysWhy_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *line, const char *said) {
            QTest::newRow(line) << QByteArray(line) << QString::fromLatin1(said);
        };
        row("!", "Missing IRRd command");
        row("!g", "Missing parameter for g query");
        // bgpq4 compares these words to find out that sets can be expanded here.
        row("!a", "Missing required set name for A query");
        row("!a4", "Missing required set name for A query");
        row("!gFOO", "Invalid AS number: FOO");
        row("!gAS0", "Invalid AS number: AS0");
        row("!gAS4294967296", "Invalid AS number: AS4294967296");
        row("!t0", "Invalid value for timeout: 0");
        row("!t1001", "Invalid value for timeout: 1001");
        row("!tten", "Invalid value for timeout: ten");
        row("!r192.0.2.1/24", "Invalid input for route search: 192.0.2.1/24");
        row("!r192.0.2.0/24,x", "Invalid route search option: x");
        row("!mroute", "Invalid argument for object lookup: route");
        row("!x", "Unrecognised command: x");
        row("!J-*", "Unrecognised command: J");
        row("-T person x", "Unknown object class: person");
        row("-i admin-c X", "Inverse attribute search not supported for admin-c, only: origin, mnt-by");
        row("-i origin", "Missing argument for flag/search");
        row("-s", "Missing argument for flag/search");
        row("-x nothing", "Invalid input for route search: nothing");
        row("-x 192.0.2.0/24 more", "More than one query: more");
        row("--help", "Unrecognised flag/search: -help");
        row("\x1b[2J", "Invalid characters in query");
        row("\xc3\xa9", "Invalid characters in query");
    }
    void aLineThatIsNoQuerySaysWhy()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, words);
        const auto query = WhoisQuery::parse(line);
        QVERIFY(!query);
        QCOMPARE(query.error().kind, ErrorKind::Invalid);
        QCOMPARE(query.error().detail, words);
    }

    void aSetIsOpenedThroughAllItsLevels()
    {
        const QHash<QString, QStringList> sets = {
            {QStringLiteral("AS-TOP"), words("AS3 AS-A AS-B AS-NOBODY")},
            {QStringLiteral("AS-A"), words("AS1 AS-C")},
            {QStringLiteral("AS-B"), words("AS2 AS-C")},
            {QStringLiteral("AS-C"), words("AS10 AS1")},
        };
        bool whole = false;
        const SetExpansion expansion = expanded(sets, QStringLiteral("AS-TOP"), &whole);
        QVERIFY(whole);
        QVERIFY(expansion.exists());
        QCOMPARE(expansion.origins(), QList<Asn>({Asn(1), Asn(2), Asn(3), Asn(10)}));
        QVERIFY(!expanded(sets, QStringLiteral("AS-NOBODY")).exists());
    }

    void setsThatContainEachOtherEnd()
    {
        const QHash<QString, QStringList> sets = {
            {QStringLiteral("AS-A"), words("AS1 AS-B AS-A")},
            {QStringLiteral("AS-B"), words("AS2 AS-A")},
        };
        bool whole = false;
        QCOMPARE(expanded(sets, QStringLiteral("AS-A"), &whole).origins(), QList<Asn>({Asn(1), Asn(2)}));
        QVERIFY(whole);
    }

    void prefixesOfARouteSetAreKeptWithTheirRange()
    {
        const QHash<QString, QStringList> sets = {
            {QStringLiteral("RS-A"), words("192.0.2.0/24^25-26 RS-B AS1")},
            {QStringLiteral("RS-B"), words("2001:db8::/32 192.0.2.0/24^25-26")},
        };
        const SetExpansion expansion = expanded(sets, QStringLiteral("RS-A"));
        QCOMPARE(expansion.prefixes(), words("192.0.2.0/24^25-26 2001:db8::/32"));
        QCOMPARE(expansion.origins(), QList<Asn>({Asn(1)}));
    }

    void whatIsTooMuchIsNotExpandedInPart()
    {
        QHash<QString, QStringList> chain;
        for (int i = 0; i < 100; ++i)
            chain.insert(QStringLiteral("AS-%1").arg(i), {QStringLiteral("AS-%1").arg(i + 1)});
        bool whole = true;
        expanded(chain, QStringLiteral("AS-0"), &whole);
        QVERIFY2(!whole, "a hundred levels");
        expanded(chain, QStringLiteral("AS-60"), &whole);
        QVERIFY2(whole, "forty");
        QueryLimits few;
        few.sets = 30;
        expanded(chain, QStringLiteral("AS-60"), &whole, few);
        QVERIFY2(!whole, "more sets than allowed");
        few = QueryLimits();
        few.members = 2;
        expanded({{QStringLiteral("AS-A"), words("AS1 AS2 AS3")}}, QStringLiteral("AS-A"), &whole, few);
        QVERIFY2(!whole, "more members than allowed");
    }

private:
    static QString described(const WhoisQuery &query)
    {
        QStringList parts = query.sources;
        if (!query.word.isEmpty())
            parts.append(query.word);
        if (query.origin.isValid())
            parts.append(query.origin.toString());
        if (query.prefix.isValid())
            parts.append(query.prefix.toString());
        if (query.family != Family::None)
            parts.append(toText(query.family));
        if (query.match != PrefixMatch::Exact)
            parts.append(query.match == PrefixMatch::LessSpecific      ? QStringLiteral("less")
                         : query.match == PrefixMatch::AllLessSpecific ? QStringLiteral("all-less")
                                                                       : QStringLiteral("more"));
        if (query.recursive)
            parts.append(QStringLiteral("recursive"));
        if (query.seconds > 0)
            parts.append(QStringLiteral("%1 s").arg(query.seconds));
        if (!query.className.isEmpty())
            parts.append(QStringLiteral("class=") + query.className);
        if (!query.classes.isEmpty())
            parts.append(QStringLiteral("classes=") + query.classes.join(u','));
        if (query.keepOpen)
            parts.append(QStringLiteral("-k"));
        return parts.join(u' ');
    }
};

QTEST_GUILESS_MAIN(TstWhoisQuery)
#include "tst_whoisquery.moc"
