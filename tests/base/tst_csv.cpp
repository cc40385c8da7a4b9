// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv.h"

#include <QTest>

using namespace peerdesk;

class TstCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatSpreadsheetsExportIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QStringList>>("rows");
        using Rows = QList<QStringList>;
        QTest::newRow("nothing") << QString() << Rows{};
        QTest::newRow("one cell") << QStringLiteral("a") << Rows{{QStringLiteral("a")}};
        QTest::newRow("commas") << QStringLiteral("a, b ,\nc,,d")
                                << Rows{{u"a"_qs, u"b"_qs, u""_qs}, {u"c"_qs, u""_qs, u"d"_qs}};
        QTest::newRow("tabs keep commas") << QStringLiteral("a,b\tc\r\n") << Rows{{u"a,b"_qs, u"c"_qs}};
        QTest::newRow("semicolons") << QStringLiteral("a;b,c\r") << Rows{{u"a"_qs, u"b,c"_qs}};
        QTest::newRow("quotes") << QStringLiteral("\"a \"\"x\"\", b\" ,c") << Rows{{u"a \"x\", b"_qs, u"c"_qs}};
        QTest::newRow("line break in quotes") << QStringLiteral("\"a\nb\",c") << Rows{{u"a\nb"_qs, u"c"_qs}};
        QTest::newRow("quote never closed") << QStringLiteral("\"a,b") << Rows{{u"a,b"_qs}};
        QTest::newRow("byte order mark, blank lines")
            << QStringLiteral("\ufeffa\n\n  \n,,\nb") << Rows{{u"a"_qs}, {u"b"_qs}};
    }

    void whatSpreadsheetsExportIsRead()
    {
        QFETCH(QString, text);
        QTEST(readCsv(text), "rows");
    }

    void rowsKnowTheLineTheyBeginOn()
    {
        QList<int> lines;
        const auto rows = readCsv(QStringLiteral("a,b\r\n\r\n\"x\ny\",2\n3,4"), &lines);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(lines, (QList{1, 3, 5}));
    }
};

QTEST_GUILESS_MAIN(TstCsv)
#include "tst_csv.moc"
