// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/endpointconfig.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

namespace {

const QByteArray least = "contact = \"peering@as64496.example\"\n"
                         "database = \"desk.db\"\n"
                         "[[issuer]]\n"
                         "issuer = \"https://issuer.example\"\n"
                         "jwks = \"https://issuer.example/jwks\"\n"
                         "networks = [64500]\n"
                         "[[network]]\n"
                         "asn = 64496\n";

/// "rule[1].family: line 12: ..." for each fault.
QStringList faults(const QByteArray &text)
{
    const auto config = EndpointConfig::parse(text);
    QStringList list;
    if (config)
        return list;
    for (const FieldError &fault : config.error().fields)
        list.append(fault.field + QStringLiteral(": ") + fault.messages.join(u' '));
    return list;
}

QByteArray withRule(const QByteArray &lines)
{
    return least + "[[rule]]\n" + lines;
}

} // namespace

class TstEndpointConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNetworkHasAPostureAndMayOffer()
    {
        const auto plain = EndpointConfig::parse(least);
        QCOMPARE(plain->networks.first().policy.posture(), Policy::Posture::Selective);
        QVERIFY(!plain->networks.first().offers);
        const auto open = EndpointConfig::parse(least + "policy = \"open\"\noffer = \"all-shared\"\n");
        QCOMPARE(open->networks.first().policy.posture(), Policy::Posture::Open);
        QVERIFY(open->networks.first().offers);
        QCOMPARE(faults(least + "policy = \"closed\"\n").size(), 1);
        QCOMPARE(faults(least + "offer = \"some\"\n").size(), 1);
    }

    void theFilesThatMailsNeedAreLookedInto()
    {
        const QTemporaryDir folder;
        const auto lay = [&folder](const QString &name, const QByteArray &text, QFile::Permissions permissions) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size()
                   && file.setPermissions(permissions);
        };
        const QFile::Permissions mine = QFile::ReadOwner | QFile::WriteOwner;
        QVERIFY(lay(QStringLiteral("password"), "secret\n", mine));
        QVERIFY(lay(QStringLiteral("empty"), "\n", mine));
        QVERIFY(lay(QStringLiteral("open"), "secret\n", mine | QFile::ReadOther));
        const auto complaint = [&folder](const QString &password, const QByteArray &more = {}) {
            const auto config = EndpointConfig::parse(least
                                                      + QStringLiteral("[mail]\nserver = \"mail.as64496.example\"\n"
                                                                       "from = \"peering@as64496.example\"\n"
                                                                       "user = \"peerdesk\"\npassword_file = \"%1\"\n")
                                                            .arg(folder.filePath(password))
                                                            .toUtf8()
                                                      + more);
            if (!config)
                return config.error().fields.first().messages.join(u' ');
            const auto checked = config->checkFiles(0);
            return checked ? QString() : checked.error().detail;
        };
        QCOMPARE(complaint(QStringLiteral("password")), QString());
        QVERIFY(complaint(QStringLiteral("nowhere")).contains(QStringLiteral("mail.password_file is missing")));
        QVERIFY(complaint(QStringLiteral("empty")).contains(QStringLiteral("holds no password")));
        QVERIFY(complaint(QStringLiteral("open")).contains(QStringLiteral("may be read by every user")));
        const auto with = [&folder](const char *key, const char *file) {
            return key + QStringLiteral(" = \"%1\"\n").arg(folder.filePath(QLatin1String(file))).toUtf8();
        };
        QVERIFY(complaint(QStringLiteral("password"), with("certificates", "password"))
                    .contains(QStringLiteral("holds no certificate")));
        QVERIFY(complaint(QStringLiteral("password"), with("certificates", "nowhere")).contains(u"nowhere"));
        QVERIFY(complaint(QStringLiteral("password"), with("request_template", "nowhere")).contains(u"nowhere"));
    }

    void codesAreHandedOverFromListedHttpsAddressesOnly()
    {
        const QByteArray signIn = least
                                  + "[sign_in]\nclient_id = \"endpoint\"\nclient_secret_file = \"secret\"\n"
                                    "hand_over = ";
        QVERIFY(EndpointConfig::parse(least)->signIn.handOverRedirects.isEmpty());
        const auto listed = EndpointConfig::parse(signIn + "[\"https://portal.as64500.example/cb\"]\n");
        QCOMPARE(listed->signIn.handOverRedirects, QStringList{QStringLiteral("https://portal.as64500.example/cb")});
        for (const char *wrong : {"[\"http://portal.as64500.example/cb\"]", "[\"https://portal.as64500.example/cb#x\"]",
                                  "[\"https://mo@portal.as64500.example/cb\"]", "[\"portal.as64500.example\"]",
                                  "[\"https://portal.as64500.example/c b\"]", "[\"\"]"})
            QVERIFY2(faults(signIn + wrong + '\n').size() == 1, wrong);
    }

    void whatIsAgreedWithOneNetworkComesFirst()
    {
        const auto config =
            EndpointConfig::parse(withRule("name = \"all\"\nverdict = \"approve\"\n")
                                  + "[[override]]\nname = \"not before March\"\nverdict = \"reject\"\n"
                                    "reason = \"We are moving\"\nnetwork = [64511]\nuntil = \"2027-02-28\"\n");
        QVERIFY(config);
        const QList<PolicyRule> &rules = config->networks.first().policy.rules();
        QCOMPARE(rules.size(), 2);
        QCOMPARE(rules.first().name, QStringLiteral("not before March"));
        QCOMPARE(rules.first().until, fromRfc3339(QStringLiteral("2027-03-01T00:00:00Z")));
        QCOMPARE(faults(least + "[[override]]\nname = \"a\"\nverdict = \"ask\"\n").size(), 1);
        QCOMPARE(faults(withRule("name = \"a\"\nverdict = \"ask\"\nuntil = \"soon\"\n")).size(), 1);
    }

    void conditionsAreReadByTheirNames()
    {
        const auto config = EndpointConfig::parse(withRule(
            "name = \"a\"\nverdict = \"approve\"\nrole = [\"customer\"]\nas_set = true\nmin_traffic_mbit = 100\n"
            "valid_rak = false\nmin_shared_exchanges = 2\nmax_existing_sessions = 0\nsender = [\"*@as64500.example\"]\n"
            "network_type = [\"NSP\"]\nscope = [\"Europe\"]\nratio = [\"Balanced\"]\n"));
        QVERIFY(config);
        const PolicyRule &rule = config->networks.first().policy.rules().first();
        QCOMPARE(rule.roles, QList{BgpRole::Customer});
        QCOMPARE(rule.asSet, std::optional(true));
        QCOMPARE(rule.validKey, std::optional(false));
        QCOMPARE(rule.minTrafficMbit, std::optional(100U));
        QCOMPARE(rule.minSharedExchanges, std::optional(2));
        QCOMPARE(rule.maxExistingSessions, std::optional(0));
        QCOMPARE(rule.senders.size() + rule.types.size() + rule.scopes.size() + rule.ratios.size(), 4);
        QCOMPARE(faults(withRule("name = \"a\"\nverdict = \"ask\"\nrole = [\"friend\"]\n")).size(), 1);
    }

    void theProfileIsOneOfTwo()
    {
        QCOMPARE(EndpointConfig::parse(least)->profile, EndpointConfig::Profile::OpenApi);
        QCOMPARE(EndpointConfig::parse("profile = \"draft-03\"\n" + least)->profile, EndpointConfig::Profile::Draft03);
        QCOMPARE(faults("profile = \"draft-02\"\n" + least).size(), 1);
    }

    void signingInIsReadAndItsFaultsAreNamed()
    {
        const auto config =
            EndpointConfig::parse(least
                                  + "[sign_in]\nclient_id = \"x\"\nclient_secret_file = \"/nowhere\"\n"
                                    "[access]\nmachine_credentials = true\nallow = [64500]\ndeny = [64501]\n");
        QVERIFY(config.ok());
        QVERIFY(config->signIn.people && config->signIn.machines && !config->signIn.rights.generalMask);
        QCOMPARE(config->signIn.provider.issuer, QUrl(QStringLiteral("https://auth.peeringdb.com/oauth2")));
        QVERIFY(config->signIn.rights.permits(64500) && !config->signIn.rights.permits(64501)
                && !config->signIn.rights.permits(64502));
        QCOMPARE(config->signIn.clientSecret().error().kind, ErrorKind::Storage);
        QVERIFY(!EndpointConfig::parse(least)->signIn.people);
        const QString told = faults(least + "[sign_in]\nissuer = \"http://auth.peeringdb.com/oauth2\"\n").join(u'\n');
        for (const QString &word : {QStringLiteral("sign_in.issuer: line 10: must be an https URL"),
                                    QStringLiteral("sign_in.client_id"), QStringLiteral("sign_in.client_secret_file")})
            QVERIFY2(told.contains(word), qPrintable(told));
    }

    void aRegistryThatIssuesKeysIsToldOfItsFaults()
    {
        QVERIFY(!EndpointConfig::parse(least)->keys.enabled);
        const QByteArray files = "holders_file = \"/h.json\"\npepper_file = \"/p\"\n";
        const auto config =
            EndpointConfig::parse(least + "[rak.issuer]\nregistry = 84\nreminder_days = [10]\n" + files);
        QVERIFY(config.ok());
        QVERIFY(config->keys.enabled);
        QCOMPARE(config->keys.rules.registry, Registry::AfrinicTest);
        QCOMPARE(config->keys.rules.reminderDays, QList<int>{10});
        QCOMPARE(config->keys.rules.statementLife, std::chrono::seconds(std::chrono::hours(24)));
        const QString told = faults(least + "[rak.issuer]\nregistry = 5\nstatement_hours = 0\npeper = 1\n").join(u'\n');
        for (const char *word : {"rak.issuer.registry", "rak.issuer.holders_file", "rak.issuer.pepper_file",
                                 "rak.issuer.statement_hours", "rak.issuer.peper"})
            QVERIFY2(told.contains(QLatin1String(word)), qPrintable(told));
    }

    void theConfigurationSaysWhoseKeysAreTrusted()
    {
        const QByteArray one =
            "[[rak.trust]]\nregistry = 80\nissuer = \"https://rir.example\"\nspace_file = \"space\"\n";
        const auto config = EndpointConfig::parse(least + one);
        QVERIFY(config.ok());
        QCOMPARE(config->trust.registries(), QList<Registry>{Registry::RipeTest});
        QCOMPARE(config->trust.issuers.first().issuer.jwks,
                 QUrl(QStringLiteral("https://rir.example/rak/v1/jwks.json")));
        QVERIFY(config->trust.keyIssuers()->first().token.isEmpty());
        QCOMPARE(config->trust.trust(Trust::Unvouched::Locked).error().kind, ErrorKind::Storage);
        QVERIFY(config->fixedParts() != EndpointConfig::parse(least)->fixedParts());

        const QByteArray wrong = QByteArray(one).replace("= 80", "= 7").replace("https", "http");
        const QString told = faults(least + one + one + wrong).join(u'\n');
        for (const char *word : {"rak.trust[2].registry", "rak.trust[3].issuer", "rak.trust[3].registry"})
            QVERIFY2(told.contains(QLatin1String(word)), qPrintable(told));
        // The registry of route objects asks for its keys; whoever checks statements alone does not.
        const QString asking = faults(least + "[irr]\nsource = \"OURS\"\n" + one).join(u'\n');
        QVERIFY2(asking.contains(QStringLiteral("rak.trust[1].token_file")), qPrintable(asking));
    }

    void aPepperIsPrivateAndLong()
    {
        const QTemporaryDir folder;
        IssuerConfig config;
        config.enabled = true;
        config.pepperFile = folder.filePath(QStringLiteral("pepper"));
        QCOMPARE(config.withPepper().error().kind, ErrorKind::Storage);
        QFile file(config.pepperFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(31, 'x'));
        file.close();
        file.setPermissions(QFile::ReadOwner);
        QCOMPARE(config.withPepper().error().kind, ErrorKind::Invalid);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.open(QIODevice::Append));
        file.write("x\n");
        file.close();
        QVERIFY(config.withPepper().ok());
        QCOMPARE(config.withPepper()->rules.pepper.reveal(), QByteArray(32, 'x'));
        file.setPermissions(QFile::ReadOwner | QFile::ReadOther);
        QCOMPARE(config.withPepper().error().kind, ErrorKind::Storage);
    }

    void theExampleIsRight()
    {
        const auto config = EndpointConfig::load(QStringLiteral(PEERDESK_SOURCE_DIR "/installer/peerdeskd.toml"));
        QVERIFY2(config.ok(), config.ok() ? "" : qPrintable(config.error().fields.first().messages.first()));
        QCOMPARE(config->publicUrl, QUrl(QStringLiteral("https://peering.as64496.example/v1")));
        QCOMPARE(config->port, 8642);
        QCOMPARE(config->trustedProxies.size(), 2);
        QCOMPARE(config->networks.size(), 1);
        QCOMPARE(config->networks.first().asn, Asn(64496));
        QCOMPARE(config->networks.first().policy.rules().size(), 3);
        const PolicyRule rule = config->networks.first().policy.rules().at(2);
        QCOMPARE(rule.name, QStringLiteral("open and small"));
        QCOMPARE(rule.verdict, PolicyRule::Verdict::Approve);
        QCOMPARE(rule.maxPrefixes, std::optional<std::uint32_t>(1000));
        QCOMPARE(rule.registered, std::optional(true));
        QCOMPARE(rule.kind, std::optional(Location::Kind::Exchange));
    }

    void theExampleNamesTheDefaults()
    {
        const auto example = EndpointConfig::load(QStringLiteral(PEERDESK_SOURCE_DIR "/installer/peerdeskd.toml"));
        const auto plain = EndpointConfig::parse(least);
        QVERIFY(plain.ok());
        QCOMPARE(example->limits.connections, plain->limits.connections);
        QCOMPARE(example->limits.connectionsPerAddress, plain->limits.connectionsPerAddress);
        QCOMPARE(example->limits.request.bodyBytes, plain->limits.request.bodyBytes);
        QCOMPARE(example->limits.headTimeout, plain->limits.headTimeout);
        QCOMPARE(example->limits.bodyTimeout, plain->limits.bodyTimeout);
        QCOMPARE(example->limits.idleTimeout, plain->limits.idleTimeout);
        QCOMPARE(example->limits.requestTimeout, plain->limits.requestTimeout);
        QCOMPARE(example->limits.openRequests, plain->limits.openRequests);
        QCOMPARE(example->limits.bufferedBytes, plain->limits.bufferedBytes);
        QCOMPARE(example->stopGrace, plain->stopGrace);
        QCOMPARE(example->retention, plain->retention);
        for (const auto table : {&DoorLimits::address, &DoorLimits::identity, &DoorLimits::network})
            QCOMPARE(example->door.*table, plain->door.*table);
        QCOMPARE(example->networks.first().timeWindow, plain->networks.first().timeWindow);
        QCOMPARE(example->listenAddress, plain->listenAddress);
        QCOMPARE(example->port, plain->port);
    }

    void onlyALaboratoryIsCalledOverPlainHttp()
    {
        for (const char *url : {"https://peering.as64496.example/v1", "http://127.0.0.1:8642/v1", "http://[::1]/v1",
                                "http://localhost:8642"})
            QCOMPARE(faults("public_url = \"" + QByteArray(url) + "\"\n" + least), QStringList());
        const QByteArray plain = "public_url = \"http://10.0.0.1/v1\"\n";
        QCOMPARE(faults(plain + least).size(), 1);
        QCOMPARE(faults(plain + "allow_private_addresses = true\n" + least), QStringList());
    }

    void anIssuerSpeaksForTheNetworksThatAreNamed()
    {
        const auto some = EndpointConfig::parse(least);
        QCOMPARE(some->issuers.first().networks, QSet<std::uint32_t>{64500});
        QVERIFY(!some->issuers.first().anyNetwork);
        const auto any = EndpointConfig::parse(QByteArray(least).replace("[64500]", "\"any\""));
        QVERIFY(any->issuers.first().anyNetwork);
        // Whom it may speak for is read once.
        QVERIFY(some->fixedParts() != any->fixedParts());
    }

    void everyKindOfCallerHasItsOwnLimits()
    {
        const auto config =
            EndpointConfig::parse(least + "[limits]\nrequest_seconds = 7\n[limits.network]\nopen_requests = 3\n");
        QVERIFY(config.ok());
        QCOMPARE(config->limits.requestTimeout, std::chrono::milliseconds(7000));
        QCOMPARE(config->door.network.openRequests, 3);
        QCOMPARE(config->door.identity, DoorLimits().identity);
    }

    void faultsAreNamedByKeyAndLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QByteArray &text, const char *fault) {
            QTest::newRow(name) << text << QString::fromLatin1(fault);
        };
        row("no TOML", "contact = \n", ": line 1: ");
        row("a table without a name", least + "[\n", ": this is not TOML");
        row("brackets and nothing else", "[[[", ": ");
        row("a letter that no key may have", "# K\303\244se\nk\303\244se = 1\n" + least,
            ": line 2: there is a character");
        row("a NUL byte", least + QByteArray("contact = \"\0\"\n", 14), ": line 9: there is a character");
        row("a misspelt key", "databse = \"x\"\n" + least, "databse: line 1: is not a known key");
        row("a misspelt condition", withRule("name = \"a\"\nverdict = \"ask\"\nfamly = \"ipv4\"\n"),
            "rule[1].famly: line 12: is not a known key");
        row("a wrong type", QByteArray(least).replace("\"desk.db\"", "5"), "database: line 2: must be a string");
        row("nothing to answer for, in as many words",
            "network = []\n" + QByteArray(least).replace("[[network]]\nasn = 64496\n", ""),
            "network: line 1: must be written as");
        row("nothing to answer for", QByteArray(least).replace("[[network]]\nasn = 64496\n", ""),
            "network: line 1: is missing");
        row("nobody to believe",
            QByteArray(least).replace(
                "[[issuer]]\nissuer = \"https://issuer.example\"\njwks = \"https://issuer.example/jwks\"\nnetworks = [64500]\n",
                ""),
            "issuer: line 1: is missing");
        row("a table instead of a list of tables", QByteArray(least).replace("[[network]]", "[network]"),
            "network: line 7: must be written as [[network]]");
        row("keys over plain http",
            QByteArray(least).replace("https://issuer.example/jwks", "http://issuer.example/jwks"),
            "issuer[1].jwks: line 5: must be an https URL");
        row("an issuer that may speak for nobody in particular", QByteArray(least).replace("networks = [64500]\n", ""),
            "issuer[1].networks: line 3: is missing: name the networks");
        row("an issuer that may speak for everybody, in other words", QByteArray(least).replace("[64500]", "\"all\""),
            "issuer[1].networks: line 6: must be a list of AS numbers");
        row("an issuer with two words",
            QByteArray(least).replace("networks = [64500]\n", "networks = []\nscope = \"a b\"\n"),
            "issuer[1].scope: line 7: must be one word");
        row("no such address", "listen = \"localhost\"\n" + least, "listen: line 1: must be an address and a port");
        row("open to the world without a name", "listen = \"0.0.0.0:80\"\n" + least, "public_url: line 1: is needed");
        row("tokens over plain http", "public_url = \"http://peering.as64496.example/v1\"\n" + least,
            "public_url: line 1: must be https");
        row("a proxy that is none", "trusted_proxies = [\"proxy\"]\n" + least,
            "trusted_proxies: line 1: \"proxy\" is neither");
        row("an AS number of 0", QByteArray(least).replace("64496", "0"),
            "network[1].asn: line 8: must be a whole number from 1");
        row("a verdict that is none", withRule("name = \"a\"\nverdict = \"maybe\"\n"),
            "rule[1].verdict: line 11: must be");
        row("a family that is none", withRule("name = \"a\"\nverdict = \"ask\"\nfamily = \"ipx\"\n"),
            "rule[1].family: line 12: must be");
        row("a rule without a name", withRule("verdict = \"ask\"\n"), "rule[1].name: line 9: is missing");
        row("one name twice", withRule("name = \"a\"\nverdict = \"ask\"\n[[rule]]\nname = \"a\"\nverdict = \"ask\"\n"),
            "rule[2].name: line 13: is the name of another rule");
        row("a rule for somebody else", withRule("name = \"a\"\nverdict = \"ask\"\nown = [1]\n"),
            "rule[1].own: line 12: names a network");
        row("a reason nobody hears", withRule("name = \"a\"\nverdict = \"approve\"\nreason = \"x\"\n"),
            "rule[1].reason: line 12: is only told");
        row("a limit out of range", least + "[limits]\nconnections = 0\n",
            "limits.connections: line 10: must be a whole number from 1");
        row("a network's limit out of range", least + "[limits.network]\nopen_requests = 0\n",
            "limits.network.open_requests: line 10: must be a whole number from 1");
        row("bodies larger than all memory for them",
            least + "[limits]\nbuffered_bytes = 1048576\nbody_bytes = 1048577\n",
            "limits.buffered_bytes: line 10: is less than body_bytes");
        row("monitoring for everybody", least + "[monitoring]\nlisten = \"0.0.0.0:9642\"\n",
            "monitoring.listen: line 10: must be a loopback address");
        row("TLS without a key", least + "[tls]\ncertificate = \"/x\"\n", "tls.key: line 9: is missing");
        row("a log of its own", "log = \"xml\"\n" + least, "log: line 1: must be");
        row("an unknown limit", least + "[limits]\nconections = 5\n", "limits.conections: line 10: is not a known key");
        row("exchanges that are no numbers", withRule("name = \"a\"\nverdict = \"ask\"\nexchange = [\"DE-CIX\"]\n"),
            "rule[1].exchange: line 12: must be a list of whole numbers");
    }
    void faultsAreNamedByKeyAndLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, fault);
        const QStringList found = faults(text);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().startsWith(fault), qPrintable(found.first()));
    }

    void quotesAndCommentsMayHoldEveryLetter()
    {
        const QByteArray text = "# caf\303\251 'et \"\"\"\ncontact = 'K\303\244se \"'\n"
                                "database = \"\"\"\n\303\244 \\\" \"\" '''\"\"\" # \303\244\n";
        const QStringList found = faults(text);
        QVERIFY2(found.filter(QStringLiteral("character")).isEmpty(), qPrintable(found.join(u'\n')));
    }

    void allFaultsAreNamedAtOnce() { QCOMPARE(faults("listen = 5\ncontact = 6\ndatabase = 7\n").size(), 6); }

    void rulesGoToTheNetworksTheyAreFor()
    {
        const auto config = EndpointConfig::parse(
            least
            + "[[network]]\nasn = 64497\ntime_window_days = 0\n"
              "[[rule]]\nname = \"a\"\nverdict = \"ask\"\nown = [64497]\n[[rule]]\nname = \"b\"\nverdict = \"approve\"\n");
        QVERIFY(config.ok());
        QCOMPARE(config->networks.at(0).policy.rules().size(), 1);
        QCOMPARE(config->networks.at(1).policy.rules().size(), 2);
        QCOMPARE(config->networks.at(1).timeWindow.count(), 0);
    }

    void addressesOfBothFamiliesCanBeListenedOn()
    {
        QCOMPARE(EndpointConfig::parse("listen = \"[::1]:0\"\n" + least)->listenAddress.toString(),
                 QStringLiteral("::1"));
        QCOMPARE(EndpointConfig::parse(least)->listenAddress.toString(), QStringLiteral("127.0.0.1"));
    }

    void aFileThatIsNotThereSaysSo()
    {
        const auto config = EndpointConfig::load(QStringLiteral("/nonexistent/peerdeskd.toml"));
        QVERIFY(!config.ok());
        QCOMPARE(config.error().kind, ErrorKind::Storage);
        QVERIFY(config.error().detail.contains(QStringLiteral("/nonexistent/peerdeskd.toml")));
    }
};

QTEST_GUILESS_MAIN(TstEndpointConfig)
#include "tst_endpointconfig.moc"
