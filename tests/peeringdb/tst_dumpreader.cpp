// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/dumpreader.h"

#include <QTest>

using namespace peerdesk;

namespace {

/// JSON written with ' for ", which C++ reads more easily.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

struct Reading
{
    Result<DumpCounts> counts = Error();
    QStringList rows; ///< cells as text, "-" for null
};

QString asText(const DumpCell &cell)
{
    switch (cell.type) {
    case DumpCell::Type::Null:
        return QStringLiteral("-");
    case DumpCell::Type::Integer:
        return QString::number(cell.integer);
    case DumpCell::Type::Real:
        return QString::number(cell.real);
    case DumpCell::Type::Text:
        return QString::fromUtf8(cell.text.data(), static_cast<qsizetype>(cell.text.size()));
    case DumpCell::Type::Bytes:
        return QString::fromLatin1(QByteArray(cell.text.data(), static_cast<qsizetype>(cell.text.size())).toHex());
    }
    return {};
}

Reading read(const char *type, const QByteArray &text, const QByteArray &fields = {})
{
    Reading reading;
    const MirrorTable &table = *mirrorTable(type);
    const auto dump = Dump::fromBytes(text, QStringLiteral("%1-0.json").arg(QLatin1String(type)));
    if (!dump) {
        reading.counts = dump.error();
        return reading;
    }
    DumpReader reader(table);
    reading.counts = reader.read(*dump, [&](const MirrorRow &row) -> Result<void> {
        QStringList cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (fields.isEmpty() || fields.split(' ').contains(QByteArray(table.columns[i].field.data())))
                cells.append(asText(row.cells[i]));
        }
        if (row.status != MirrorRow::Status::Live)
            cells.append(row.status == MirrorRow::Status::Deleted ? QStringLiteral("deleted")
                                                                  : QStringLiteral("pending"));
        reading.rows.append(cells.join(QLatin1Char(' ')));
        return {};
    });
    return reading;
}

} // namespace

class TstDumpReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreReadInAnyOrderOfFieldsAndUnknownOnesArePassedOver()
    {
        const auto reading = read(
            "ixlan", json("{'meta':{'generated':1.5},'data':[ "
                          "{'id':7,'ix_id':7,'name':'Main','mtu':1500,'updated':'2026-01-02T03:04:05Z','status':'ok'}, "
                          "{'status':'ok','new':{'deep':[1,{'a':'}'}]},'updated':null,'name':'A \\u0022b\\u0022 "
                          "\\u00e9','ix_id':'9','id':8.0}]}"));
        QVERIFY(reading.counts);
        QCOMPARE(reading.rows,
                 (QStringList{QStringLiteral("7 7 Main 1767323045"), QStringLiteral("8 9 A \"b\" \u00e9 -")}));
        QCOMPARE(reading.counts->newest, 1767323045);
    }

    void emptyNullAndOddValuesCountAsNotGiven()
    {
        const auto reading =
            read("net",
                 json("{'data':[{'id':1,'asn':64500,'name':'','aka':null,'policy_general':42, "
                      "'info_prefixes4':null,'info_prefixes6':-1,'info_ipv6':'yes','info_types':['NSP',null,'"
                      "Content'], "
                      "'policy_ratio':1,'notes':{'x':1}}]}"),
                 "name aka policy_general info_prefixes4 info_prefixes6 info_ipv6 info_types policy_ratio notes");
        QVERIFY(reading.counts);
        QCOMPARE(reading.counts->skipped, 0);
        QCOMPARE(reading.rows, QStringList{QStringLiteral("- - - NSP\nContent - - - - 1")});
    }

    void addressesAreKeptAsBytes()
    {
        const auto reading = read("netixlan",
                                  json("{'data':[{'id':1,'asn':64500,'ix_id':3,'ipaddr4':'192.0.2.10', "
                                       "'ipaddr6':'2001:db8::1'}]}"),
                                  "ipaddr4 ipaddr6");
        QCOMPARE(reading.rows, QStringList{QStringLiteral("c000020a 20010db8000000000000000000000001")});
    }

    void malformedRowsAreCountedNamedAndSkipped()
    {
        const auto reading = read("netixlan",
                                  json("{'data':[ "
                                       "{'id':1,'asn':64500,'ix_id':3}, "
                                       "{'id':2,'asn':64500}, "
                                       "17, "
                                       "{'asn':64500,'ix_id':3}, "
                                       "{'id':4,'asn':64500,'ix_id':3,'ipaddr4':'192.0.2.999'}, "
                                       "{'id':5,'asn':0,'ix_id':3}, "
                                       "{'id':6,'asn':64501,'ix_id':3}]}"),
                                  "id");
        QVERIFY(reading.counts);
        QCOMPARE(reading.rows, (QStringList{QStringLiteral("1"), QStringLiteral("6")}));
        QCOMPARE(reading.counts->skipped, 5);
        QCOMPARE(reading.counts->problems,
                 (QStringList{QStringLiteral("netixlan-0.json: row 2 (id 2): ix_id is missing"),
                              QStringLiteral("netixlan-0.json: row 3: is not an object"),
                              QStringLiteral("netixlan-0.json: row 4: id is missing"),
                              QStringLiteral("netixlan-0.json: row 5 (id 4): ipaddr4 \"192.0.2.999\" is no address"),
                              QStringLiteral("netixlan-0.json: row 6 (id 5): asn is missing")}));
    }

    void tombstonesNeedOnlyTheirId()
    {
        const auto reading = read("netixlan",
                                  json("{'data':[{'id':9,'status':'deleted'}, "
                                       "{'id':10,'asn':64500,'ix_id':3,'status':'pending'}]}"),
                                  "id");
        QCOMPARE(reading.rows, (QStringList{QStringLiteral("9 deleted"), QStringLiteral("10 pending")}));
        QCOMPARE(reading.counts->skipped, 0);
    }

    void aBrokenFileSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("cut off")
            << json("{'data':[{'id':1,'name':'a'},{'id':2,'na")
            << "org-0.json is broken: row 1 is the last whole one and ends at byte 28, of 40 in all";
        QTest::newRow("cut between rows") << json("{'meta':{'x':[{}]},'data':[{'id':1,'name':'}\\''},{'id':2,'x':{}},")
                                          << "row 2 is the last whole one and ends at byte";
        QTest::newRow("cut before its rows")
            << json("{'meta':{'x':[{},{}]},'data':[{'id':1") << "no row is whole, of 37";
        QTest::newRow("a bare word") << json("{'data':[{'id':1,'name':'a'},{'id':2,'name':nonsense}]}")
                                     << "in row 2, near byte";
        QTest::newRow("a missing colon") << json("{'data':[{'id':1,'name':'a'},{'id' 2}]}") << "in row 2, near byte";
        QTest::newRow("not UTF-8") << json("{'data':[{'id':1},{'id':2,'name':'\xff\xfe'},{'id':3}]}")
                                   << "row 1 is the last whole one and ends at byte 17";
        QTest::newRow("a bare line end") << json("{'data':[{'id':1},{'id':2,'name':'\n'},{'id':3}]}")
                                         << "row 1 is the last whole one and ends at byte 17";
        QTest::newRow("no list") << json("{'meta':{'error':'Too Many Requests'}}") << "has no list";
        QTest::newRow("a page of HTML") << QByteArray("<html>Forbidden</html>") << "org-0.json";
        QTest::newRow("empty") << QByteArray() << "org-0.json is broken";
    }
    void aBrokenFileSaysWhere()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        const auto reading = read("org", text);
        QVERIFY(!reading.counts);
        QCOMPARE(reading.counts.error().kind, ErrorKind::Invalid);
        QVERIFY2(reading.counts.error().detail.contains(where), qPrintable(reading.counts.error().detail));
    }

    void gzipIsUnpackedAndABrokenStreamIsNamed()
    {
        // {"data":[{"id":5,"name":"packed"}]}
        const QByteArray gzip = QByteArray::fromHex(
            "1f8b08000000000002ffab564a492c4954b28aae56ca4c51b232d551ca4bcc4d55b2522a484cce4e4d51aa8dad"
            "050081e52ed323000000");
        const auto whole = read("org", gzip, "id name");
        QVERIFY(whole.counts);
        QCOMPARE(whole.rows, QStringList{QStringLiteral("5 packed")});
        const auto broken = read("org", gzip.left(30));
        QVERIFY(!broken.counts);
        QVERIFY2(
            broken.counts.error().detail.startsWith(QLatin1String("org-0.json: the gzip stream is broken at byte")),
            qPrintable(broken.counts.error().detail));
        // Its last bytes are only the sum over what came before.
        const auto cut = read("org", gzip.left(gzip.size() - 8));
        QVERIFY(!cut.counts);
        QVERIFY2(cut.counts.error().detail.endsWith(QLatin1String("row 1 is the last whole one and ends at byte 33")),
                 qPrintable(cut.counts.error().detail));
    }

    void aStopEndsTheReading()
    {
        QByteArray text = "{\"data\":[";
        for (int i = 1; i <= 3000; ++i)
            text += QByteArray(i == 1 ? "" : ",") + "{\"id\":" + QByteArray::number(i) + "}";
        text += "]}";
        std::stop_source stop;
        stop.request_stop();
        DumpReader reader(*mirrorTable("org"));
        const auto dump = Dump::fromBytes(text, QStringLiteral("org-0.json"));
        const auto counts = reader.read(
            *dump, [](const MirrorRow &) { return Result<void>(); }, stop.get_token());
        QVERIFY(!counts);
        QCOMPARE(counts.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TstDumpReader)
#include "tst_dumpreader.moc"
