// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/smtpsender.h"
#include "support/mailkit.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"

#include <QJsonArray>
#include <QTcpServer>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace Qt::Literals::StringLiterals;

/// Mails go to a real server and are read there by a real reader.
class TstSmtpSender : public QObject
{
    Q_OBJECT

    static MailMessage message()
    {
        MailMessage mail;
        mail.id = u"request 7"_s;
        mail.from = u"Peering of AS64496 <peering@as64496.example>"_s;
        mail.to = u"M. Öps <noc@as64500.example>"_s;
        mail.subject =
            u"AS64500 asks for BGP sessions with AS64496, of which there are so many that one line is too short: ü"_s;
        mail.body = u"Zürich – 東京\n.\nThe end\n"_s;
        mail.date = 1'795'000'000'000;
        return mail;
    }

    static ErrorKind refusal(const SmtpSettings &settings, const MailMessage &mail)
    {
        SmtpSender sender(settings);
        const auto sent = outcomeOf(sender.send(mail));
        return sent ? ErrorKind::Internal : sent.error().kind;
    }

private Q_SLOTS:
    void whatIsSentIsWhatIsRead()
    {
        MailKit kit;
        REQUIRE_TOOL(kit.start(), kit.why());
        SmtpSender sender(kit.settings());
        const auto sent = outcomeOf(sender.send(message()));
        QVERIFY2(sent.ok(), sent.ok() ? "" : qPrintable(sent.error().detail));
        const QJsonObject mail = kit.taken(1).first();
        QCOMPARE(mail[u"envelope_from"].toString(), u"peering@as64496.example"_s);
        QCOMPARE(mail[u"envelope_to"].toArray(), QJsonArray{u"noc@as64500.example"_s});
        const QJsonObject headers = mail[u"headers"].toObject();
        QCOMPARE(headers[u"From"].toString(), u"Peering of AS64496 <peering@as64496.example>"_s);
        QCOMPARE(headers[u"To"].toString(), u"\"M. Öps\" <noc@as64500.example>"_s);
        QCOMPARE(headers[u"Subject"].toString(), message().subject);
        QCOMPARE(headers[u"Date"].toString(), u"Wed, 18 Nov 2026 11:06:40 +0000"_s);
        QCOMPARE(headers[u"Auto-Submitted"].toString(), u"auto-generated"_s);
        QCOMPARE(mail[u"body"].toString(), message().body);
        QVERIFY(mail[u"ascii"].toBool());
        QVERIFY(mail[u"longest_line"].toInt() <= 78);
        QCOMPARE(mail[u"defects"].toArray(), QJsonArray());
        // The same mail again is known by its Message-ID.
        QVERIFY(outcomeOf(sender.send(message())).ok());
        QCOMPARE(kit.taken(1).first()[u"headers"][u"Message-ID"], headers[u"Message-ID"]);
    }

    void wordsFromOutsideBecomeNoHeaders()
    {
        MailKit kit;
        REQUIRE_TOOL(kit.start(), kit.why());
        SmtpSender sender(kit.settings());
        MailMessage mail = message();
        mail.subject = u"Hello\r\nBcc: all@as64511.example\r\n\r\nbody"_s;
        mail.to = u"\"A\r\nBcc: all@as64511.example\" <noc@as64500.example>"_s;
        QVERIFY(outcomeOf(sender.send(mail)).ok());
        const QJsonObject taken = kit.taken(1).first();
        QVERIFY(!taken[u"headers"].toObject().contains(u"Bcc"));
        QCOMPARE(taken[u"headers"][u"Subject"].toString(), u"Hello Bcc: all@as64511.example body"_s);
        QCOMPARE(taken[u"envelope_to"].toArray().size(), 1);
    }

    void onlyAddressesThatCanBeWrittenToAreTaken()
    {
        QCOMPARE(mailAddressIn(u"M. Ops <noc@as64500.example>"_s).value_or(QString()), u"noc@as64500.example"_s);
        QCOMPARE(mailAddressIn(u" noc@as64500.example "_s).value_or(QString()), u"noc@as64500.example"_s);
        for (const char *text : {"", "M. Ops", "noc@localhost", "a b@as64500.example", "a@b@as64500.example",
                                 "<noc@as64500.example\r\nX: y>", "<noc@as64500.example\n>", "\"x y\"@as64500.example",
                                 "noc@-as64500.example", "noc@as64500..example"})
            QVERIFY2(!mailAddressIn(QString::fromLatin1(text)), text);
    }

    void theServersTlsAndLoginAreUsed()
    {
        MailKit kit;
        REQUIRE_TOOL(kit.start(MailKit::Tls::StartTls, {u"--login"_s, u"desk:a password"_s}), kit.why());
        SmtpSettings settings = kit.settings();
        settings.user = u"desk"_s;
        settings.password = Secret(QByteArray("a password"));
        SmtpSender sender(settings);
        const auto sent = outcomeOf(sender.send(message()));
        QVERIFY2(sent.ok(), sent.ok() ? "" : qPrintable(sent.error().detail));
        const QJsonObject mail = kit.taken(1).first();
        QVERIFY(mail[u"tls"].toBool());
        QCOMPARE(mail[u"login"].toString(), u"desk"_s);

        settings.password = Secret(QByteArray("another"));
        QCOMPARE(refusal(settings, message()), ErrorKind::Unauthenticated);
        settings.certificates.clear(); // then nobody vouches for it
        QCOMPARE(refusal(settings, message()), ErrorKind::Unreachable);
    }

    void nothingIsSentInTheClearWhereTlsIsAskedFor()
    {
        MailKit kit;
        REQUIRE_TOOL(kit.start(), kit.why());
        SmtpSettings settings = kit.settings();
        settings.security = SmtpSettings::Security::StartTls;
        QCOMPARE(refusal(settings, message()), ErrorKind::Unreachable);
    }

    void whatTheServerSaysDecidesWhetherToTryAgain()
    {
        MailKit kit;
        REQUIRE_TOOL(kit.start(MailKit::Tls::None, {u"--refuse"_s, u"later@as64500.example:450"_s, u"--refuse"_s,
                                                    u"never@as64500.example:550"_s}),
                     kit.why());
        MailMessage mail = message();
        mail.to = u"later@as64500.example"_s;
        QCOMPARE(refusal(kit.settings(), mail), ErrorKind::Unavailable);
        mail.to = u"never@as64500.example"_s;
        QCOMPARE(refusal(kit.settings(), mail), ErrorKind::Denied);
        kit.stop();
        QCOMPARE(refusal(kit.settings(), mail), ErrorKind::Unreachable);
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        SmtpSettings settings = kit.settings();
        settings.host = u"127.0.0.1"_s;
        settings.port = silent.serverPort();
        settings.patience = std::chrono::seconds(1);
        QCOMPARE(refusal(settings, mail), ErrorKind::TimedOut);
    }
};

QTEST_GUILESS_MAIN(TstSmtpSender)
#include "tst_smtpsender.moc"
