// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace peerdesk;

namespace {

QJsonObject readBack(const JsonText &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text.bytes(), &problem);
    if (problem.error != QJsonParseError::NoError)
        qFatal("%s: %s", text.bytes().constData(), qPrintable(problem.errorString()));
    return document.object();
}

} // namespace

class TstJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextReadsBackTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("plain") << QStringLiteral("AS64496");
        QTest::newRow("quotes and backslashes") << QStringLiteral("a \"b\" \\ c\\");
        QTest::newRow("lines and tabs") << QStringLiteral("one\r\ntwo\tthree\x1b[0m");
        QTest::newRow("NUL") << QString(QChar(0)) + u'x';
        QTest::newRow("beyond the first plane") << QStringLiteral("Ünïcödé \U0001f310");
        QTest::newRow("what would end a script") << QStringLiteral("</script>\x7f\u2028");
    }
    void everyTextReadsBackTheSame()
    {
        QFETCH(QString, text);
        const JsonText written = JsonText().add("first", text).add("second", QStringLiteral("else"));
        const QJsonObject read = readBack(written);
        QCOMPARE(read[u"first"], QJsonValue(text));
        QCOMPARE(read[u"second"], QJsonValue(QStringLiteral("else")));
        QVERIFY(!written.bytes().contains('\n')); // a line of the log stays one
    }

    void numbersAndTruthValuesKeepTheirKind()
    {
        const QJsonObject read = readBack(JsonText()
                                              .add("asn", std::uint32_t(4294967295))
                                              .add("role", -1)
                                              .add("time", qint64(1'795'430'000'123))
                                              .add("milliseconds", 0.25)
                                              .add("nothing", std::numeric_limits<double>::quiet_NaN())
                                              .add("offered", true)
                                              .add("held", false));
        QCOMPARE(read[u"asn"], QJsonValue(qint64(4294967295)));
        QCOMPARE(read[u"role"], QJsonValue(-1));
        QCOMPARE(read[u"time"], QJsonValue(qint64(1'795'430'000'123)));
        QCOMPARE(read[u"milliseconds"], QJsonValue(0.25));
        QVERIFY(read[u"nothing"].isNull());
        QCOMPARE(read[u"offered"], QJsonValue(true));
        QCOMPARE(read[u"held"], QJsonValue(false));
    }

    void objectsNest()
    {
        const JsonText inner = JsonText().add("id", QStringLiteral("pdb:ix:42"));
        const QJsonObject other{{QStringLiteral("sessions[0]"), QJsonArray{QStringLiteral("is missing")}}};
        const QJsonObject read =
            readBack(JsonText().add("location", inner).add("list", QList{inner, JsonText()}).add("errors", other));
        const QJsonObject expected{{QStringLiteral("id"), QStringLiteral("pdb:ix:42")}};
        QCOMPARE(read[u"location"].toObject(), expected);
        QCOMPARE(read[u"list"].toArray(), (QJsonArray{expected, QJsonObject()}));
        QCOMPARE(read[u"errors"].toObject(), other);
        QCOMPARE(JsonText::arrayOf({}), QByteArrayLiteral("[]"));
    }
};

QTEST_GUILESS_MAIN(TstJsonText)
#include "tst_jsontext.moc"
