// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv.h"
#include "base/text.h"

#include <QTest>

using namespace peerdesk;

class TstText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTerminalSeesNoCommands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safe");
        const QString mark = QString(QChar(QChar::ReplacementCharacter));
        QTest::newRow("plain") << QStringLiteral("München 東京") << QStringLiteral("München 東京");
        QTest::newRow("colour") << QStringLiteral("\x1b[31mred") << mark + QStringLiteral("[31mred");
        QTest::newRow("title") << QStringLiteral("\x1b]0;owned\x07") << mark + QStringLiteral("]0;owned") + mark;
        QTest::newRow("C1 control") << QStringLiteral("a\u009bb") << QStringLiteral("a") + mark + QStringLiteral("b");
        QTest::newRow("lines") << QStringLiteral("a\nb\tc\rd") << QStringLiteral("a b c") + mark + QStringLiteral("d");
        QTest::newRow("direction") << QStringLiteral("a\u202eb") << QStringLiteral("a") + mark + QStringLiteral("b");
    }
    void aTerminalSeesNoCommands()
    {
        QFETCH(QString, text);
        QFETCH(QString, safe);
        QCOMPARE(terminalText(text), safe);
    }

    void aSpreadsheetSeesNoFormulas()
    {
        const auto line = [](const char *cell) { return csvLine({QString::fromUtf8(cell)}); };
        QCOMPARE(line("=HYPERLINK(\"x\")"), QByteArray("\"'=HYPERLINK(\"\"x\"\")\"\r\n"));
        QCOMPARE(line("+1+cmd"), QByteArray("\"'+1+cmd\"\r\n"));
        QCOMPARE(line("@SUM(A1)"), QByteArray("\"'@SUM(A1)\"\r\n"));
        QCOMPARE(csvLine({QStringLiteral("a,b"), QString(), QStringLiteral("two\nlines")}),
                 QByteArray("\"a,b\",\"\",\"two\nlines\"\r\n"));
    }

    void csvIsReadAsItIsWritten()
    {
        const QStringList cells = {QStringLiteral("a,\"b\""), QString(), QStringLiteral("two\nlines"),
                                   QStringLiteral("c")};
        QCOMPARE(readCsv(QString::fromUtf8(csvLine(cells))), (QList<QStringList>{cells}));
    }
};

QTEST_GUILESS_MAIN(TstText)
#include "tst_text.moc"
