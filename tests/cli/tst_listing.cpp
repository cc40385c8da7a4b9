// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/credentials.h"
#include "cli/exitcode.h"
#include "cli/listing.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

class TstListing : public QObject
{
    Q_OBJECT

    static Listing example()
    {
        Listing listing({QStringLiteral("asn"), QStringLiteral("own_name")});
        listing.add({64500, QStringLiteral("=1+1")});
        listing.add({64501, QStringLiteral("red \x1b[31malert\x1b[0m")});
        listing.add({QJsonValue(), QJsonArray{QStringLiteral("a"), QStringLiteral("b \"c\"")}});
        return listing;
    }

    static QString write(const QTemporaryDir &folder, const QByteArray &content, QFile::Permissions permissions)
    {
        const QString path = folder.filePath(QStringLiteral("credentials.json"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
            || !file.setPermissions(permissions))
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

private Q_SLOTS:
    void aTableIsAlignedAndHarmless()
    {
        const QByteArray table = example().print(OutputFormat::Table);
        QCOMPARE(table, QByteArray("ASN    OWN NAME\n"
                                   "64500  =1+1\n"
                                   "64501  red \xef\xbf\xbd[31malert\xef\xbf\xbd[0m\n"
                                   "       a; b \"c\"\n"));
    }

    void csvRunsNothing()
    {
        const QByteArray csv = example().print(OutputFormat::Csv);
        QVERIFY(csv.startsWith("\"asn\",\"own_name\"\r\n\"64500\",\"'=1+1\"\r\n"));
        QVERIFY(csv.endsWith("\"\",\"a; b \"\"c\"\"\"\r\n"));
    }

    void jsonKeepsTypes()
    {
        const QByteArray json = example().print(OutputFormat::Json);
        QVERIFY(json.contains("\"asn\": 64500"));
        QVERIFY(json.contains("\"asn\": null"));
    }

    void aTokenIsForExactlyItsEndpoint()
    {
        const QTemporaryDir folder;
        const QString path =
            write(folder, "{\"https://peer.example/v1/\": \"t1\"}", QFile::ReadOwner | QFile::WriteOwner);
        const auto credentials = Credentials::load(path);
        QVERIFY(credentials);
        QCOMPARE(credentials->tokenFor(QUrl(QStringLiteral("https://peer.example/v1")))->revealText(),
                 QStringLiteral("t1"));
        QCOMPARE(credentials->tokenFor(QUrl(QStringLiteral("https://peer.example/v2"))).error().kind,
                 ErrorKind::Unauthenticated);
        QCOMPARE(credentials->tokenFor(QUrl(QStringLiteral("https://peer.example"))).error().kind,
                 ErrorKind::Unauthenticated);
    }

    void aFileThatOthersMayReadIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = write(folder, "{}", QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const auto credentials = Credentials::load(path);
        QVERIFY(!credentials);
        QCOMPARE(credentials.error().kind, ErrorKind::Refused);
    }

    void aMissingFileHoldsNothingAndAWrongOneIsNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("credentials.json"));
        const auto none = Credentials::load(path);
        QVERIFY(none);
        QVERIFY(!none->tokenFor(QUrl(QStringLiteral("https://peer.example"))));
        write(folder, "[]", QFile::ReadOwner | QFile::WriteOwner);
        const auto wrong = Credentials::load(path);
        QVERIFY(!wrong);
        QVERIFY(wrong.error().detail.contains(path));
    }

    void errorsEndInTheDocumentedCodes()
    {
        QCOMPARE(exitCodeOf(Error(ErrorKind::Conflict)), ExitCode::Conflict);
        QCOMPARE(exitCodeOf(Error(ErrorKind::TimedOut)), ExitCode::Unknown);
        QCOMPARE(exitCodeOf(Error(ErrorKind::Storage)), ExitCode::Failed);
        QCOMPARE(int(ExitCode::Conflict), 6);
        QCOMPARE(exitCodeHelp().count(u'\n'), 11);
    }
};

QTEST_APPLESS_MAIN(TstListing)
#include "tst_listing.moc"
