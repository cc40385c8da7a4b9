// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/endpointconfig.h"

#include "base/tomltable.h"
#include "endpoint/limitsconfig.h"
#include "endpoint/policyconfig.h"
#include "endpoint/socketaddress.h"
#include "http/tlsidentity.h"
#include "peeringapi/baseurl.h"
#include "workflow/policy/policytext.h"

#include <QFile>

#include <algorithm>
#include <tuple>

namespace peerdesk {
namespace {

constexpr qint64 maxAsn = 4294967295;

bool isLoopback(const IpAddress &address)
{
    return IpPrefix::parse(u"127.0.0.0/8")->contains(address) || IpPrefix::parse(u"::1/128")->contains(address);
}

bool isLoopbackHost(const QString &host)
{
    const auto address = IpAddress::parse(host);
    return address ? isLoopback(*address) : host == u"localhost";
}

void readListen(TomlTable &top, EndpointConfig &config)
{
    if (const auto address = readSocketAddress(top, top.text("listen", QStringLiteral("127.0.0.1:8642"))))
        std::tie(config.listenAddress, config.port) = *address;
}

void readMonitoring(TomlTable &top, EndpointConfig &config)
{
    const auto table = top.table("monitoring");
    const QString text = table->text("listen", QString());
    const auto address = text.isEmpty() ? std::nullopt : readSocketAddress(*table, text);
    if (!address)
        return;
    std::tie(config.monitoringAddress, config.monitoringPort) = *address;
    if (!isLoopback(address->first))
        table->fault("listen",
                     QStringLiteral("must be a loopback address: whoever can ask need not show who they are"));
}

void readLog(TomlTable &top, EndpointConfig &config)
{
    const QString word = top.text("log", QStringLiteral("auto"));
    if (word == u"json")
        config.log = LogFormat::Json;
    else if (word == u"text")
        config.log = LogFormat::Text;
    else if (word != u"auto")
        top.fault("log", QStringLiteral("must be \"auto\", \"text\" or \"json\""));
}

void readPublicUrl(TomlTable &top, EndpointConfig &config)
{
    const QString text = top.text("public_url", QString());
    if (text.isEmpty()) {
        if (config.listenAddress.isValid() && !isLoopback(config.listenAddress))
            top.fault("public_url", QStringLiteral("is needed unless the endpoint listens on loopback only"));
        return;
    }
    const auto url = endpointBaseUrl(text);
    if (!url) {
        top.fault("public_url", url.error().detail);
        return;
    }
    config.publicUrl = *url;
    // RFC 6750 section 5.3, and the __Host- cookie of signing in.
    if (url->scheme() != u"https" && !isLoopbackHost(url->host()) && !config.allowPrivateAddresses)
        top.fault("public_url", QStringLiteral("must be https: tokens and sign-ins travel there"));
}

void readTls(TomlTable &top, EndpointConfig &config)
{
    const auto table = top.table("tls");
    config.tls = {table->text("certificate", QString()), table->text("key", QString())};
    if (config.tls.certificate.isEmpty() != config.tls.key.isEmpty())
        table->fault(config.tls.key.isEmpty() ? "key" : "certificate",
                     QStringLiteral("is missing: TLS needs both files"));
}

void readProfile(TomlTable &top, EndpointConfig &config)
{
    const QString text = top.text("profile", QStringLiteral("openapi"));
    if (text == u"draft-03")
        config.profile = EndpointConfig::Profile::Draft03;
    else if (text != u"openapi")
        top.fault("profile", QStringLiteral("must be \"openapi\" or \"draft-03\""));
}

void readDatabase(TomlTable &top, EndpointConfig &config)
{
    config.database = {top.text("database"), top.text("database_key", QString())};
    if (!config.database.isPostgreSql())
        return;
    if (const auto parameters = config.database.parameters(); !parameters)
        top.fault("database", parameters.error().detail);
    if (config.database.keyFile.isEmpty())
        top.fault("database_key",
                  QStringLiteral("is needed with PostgreSQL: every program has a copy of the same key file"));
}

void readProxies(TomlTable &top, EndpointConfig &config)
{
    const QStringList texts = top.texts("trusted_proxies");
    for (const QString &text : texts) {
        const auto address = IpAddress::parse(text);
        const auto prefix = address ? std::optional(IpPrefix(*address, address->bitLength())) : IpPrefix::parse(text);
        if (prefix)
            config.trustedProxies.append(*prefix);
        else
            top.fault("trusted_proxies", QStringLiteral("\"%1\" is neither an address nor a prefix").arg(text));
    }
}

/// Whom the issuer may speak for. There is no default: its tokens could name every network, and one that is trusted for
/// its own people is rarely trusted for everybody's.
void readSpokenFor(TomlTable &table, TrustedIssuer &issuer)
{
    if (!table.has("networks")) {
        table.fault("networks",
                    QStringLiteral("is missing: name the networks whose people the issuer's tokens may speak "
                                   "for, as in [64500], or write \"any\" if they may speak for every network"));
        return;
    }
    if (table.isText("networks")) {
        issuer.anyNetwork = table.text("networks") == u"any";
        if (!issuer.anyNetwork)
            table.fault("networks", QStringLiteral("must be a list of AS numbers, or \"any\""));
        return;
    }
    const QList<qint64> numbers = table.numbers("networks", 1, maxAsn);
    for (const qint64 number : numbers)
        issuer.networks.insert(static_cast<std::uint32_t>(number));
}

QString spokenForBy(const TrustedIssuer &issuer)
{
    QList<std::uint32_t> numbers = issuer.networks.values();
    std::sort(numbers.begin(), numbers.end());
    QStringList words;
    for (const std::uint32_t number : std::as_const(numbers))
        words.append(QString::number(number));
    return issuer.anyNetwork ? QStringLiteral("any") : words.join(u',');
}

void readIssuers(TomlTable &top, EndpointConfig &config)
{
    const auto tables = top.tables("issuer");
    for (const auto &table : tables) {
        TrustedIssuer issuer;
        issuer.issuer = table->text("issuer");
        issuer.jwksAddress = QUrl(table->text("jwks"), QUrl::StrictMode);
        const QString scheme = issuer.jwksAddress.scheme();
        const bool plain = scheme == u"http" && config.allowPrivateAddresses;
        if (table->has("jwks") && (!issuer.jwksAddress.isValid() || (scheme != u"https" && !plain)))
            table->fault("jwks", QStringLiteral("must be an https URL"));
        readSpokenFor(*table, issuer);
        issuer.scope = table->text("scope", QString());
        if (issuer.scope.contains(u' '))
            table->fault("scope", QStringLiteral("must be one word"));
        config.issuers.append(issuer);
    }
    if (!top.has("issuer") && !config.signIn.people && !config.signIn.machines)
        top.fault("issuer", QStringLiteral("is missing: without one, and without [sign_in], nobody can sign in"));
}

bool readOffers(TomlTable &network)
{
    const QString word = network.text("offer", QStringLiteral("none"));
    if (word != u"none" && word != u"all-shared")
        network.fault("offer", QStringLiteral("must be \"none\" or \"all-shared\""));
    return word == u"all-shared";
}

void readNetworks(TomlTable &top, EndpointConfig &config)
{
    const auto tables = top.tables("network");
    for (const auto &table : tables) {
        ServedNetwork network;
        if (const auto asn = table->number("asn", 1, maxAsn))
            network.asn = Asn(static_cast<std::uint32_t>(*asn));
        else if (!table->has("asn"))
            table->fault("asn", QStringLiteral("is missing"));
        if (const auto days = table->number("time_window_days", 0, 365))
            network.timeWindow = std::chrono::hours(24 * *days);
        network.policy = Policy({}, readPosture(*table));
        network.offers = readOffers(*table);
        config.networks.append(network);
    }
    if (!top.has("network") && !config.keys.enabled && !config.irr.enabled) // a registry may have none
        top.fault("network", QStringLiteral("is missing: the endpoint answers for no network"));
}

void readCredentials(TomlTable &top, EndpointConfig &config)
{
    const auto tables = top.tables("credential");
    for (const auto &table : tables) {
        const auto endpoint = endpointBaseUrl(table->text("endpoint"));
        if (!endpoint && table->has("endpoint"))
            table->fault("endpoint", endpoint.error().detail);
        config.credentials.append({endpoint ? *endpoint : QUrl(), table->text("token_file")});
    }
}

/// Keys that are issued here, and those of others.
void readKeys(TomlTable &top, EndpointConfig &config)
{
    const auto rak = top.table("rak");
    config.keys = IssuerConfig::read(*rak);
    config.trust = KeyTrustConfig::read(*rak, config.allowPrivateAddresses, top.has("irr"));
}

void readRetention(TomlTable &top, EndpointConfig &config)
{
    constexpr qint64 century = 36'500;
    const auto table = top.table("retention");
    if (const auto days = table->number("names_days", 0, century))
        config.retention.names = std::chrono::days(*days);
    if (const auto days = table->number("ended_days", 0, century))
        config.retention.ended = std::chrono::days(*days);
}

void read(TomlTable top, EndpointConfig &config)
{
    config.allowPrivateAddresses = top.yes("allow_private_addresses", false);
    readListen(top, config);
    readPublicUrl(top, config);
    readTls(top, config);
    readMonitoring(top, config);
    readLog(top, config);
    readProfile(top, config);
    config.contact = top.text("contact");
    readProxies(top, config);
    readDatabase(top, config);
    config.mirror = top.text("mirror", QString());
    config.signIn = SignInConfig::read(top, config.allowPrivateAddresses);
    config.mail = MailConfig::read(top);
    readKeys(top, config);
    config.irr = IrrConfig::read(top);
    readIssuers(top, config);
    readNetworks(top, config);
    readCredentials(top, config);
    readLimits(top, config);
    readRetention(top, config);
    readPolicies(top, config.networks);
}

} // namespace

Result<EndpointConfig> EndpointConfig::parse(const QByteArray &toml)
{
    EndpointConfig config;
    TomlTable::Faults faults;
    TomlTable top = TomlTable::parse(toml, faults);
    if (faults.isEmpty())
        read(std::move(top), config);
    if (!faults.isEmpty())
        return Error(ErrorKind::Invalid, QStringLiteral("The configuration has faults"), faults);
    return config;
}

Result<EndpointConfig> EndpointConfig::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return parse(file.readAll());
}

HttpClientSettings EndpointConfig::clientSettings() const
{
    HttpClientSettings settings;
    settings.allowPrivate = allowPrivateAddresses;
    return settings;
}

QMap<QString, QString> EndpointConfig::fixedParts() const
{
    QStringList believed;
    for (const TrustedIssuer &trusted : issuers)
        believed += {trusted.issuer, trusted.jwksAddress.toString(), spokenForBy(trusted), trusted.scope};
    const auto yes = [](bool is) { return is ? QStringLiteral("true") : QStringLiteral("false"); };
    return {{QStringLiteral("listen"), QStringLiteral("%1 %2").arg(listenAddress.toString()).arg(port)},
            {QStringLiteral("public_url"), publicUrl.toString()},
            {QStringLiteral("tls"), yes(tls.isSet())},
            {QStringLiteral("monitoring.listen"),
             QStringLiteral("%1 %2").arg(monitoringAddress.toString()).arg(monitoringPort)},
            {QStringLiteral("log"), log ? yes(*log == LogFormat::Json) : QString()},
            {QStringLiteral("database"), database.location + u' ' + database.keyFile},
            {QStringLiteral("mirror"), mirror},
            {QStringLiteral("allow_private_addresses"), yes(allowPrivateAddresses)},
            {QStringLiteral("issuer"), believed.join(u' ')},
            {QStringLiteral("sign_in"),
             QStringList{yes(signIn.people), signIn.provider.issuer.toString(), signIn.provider.clientId,
                         signIn.clientSecretFile, signIn.handOverRedirects.join(u' ')}
                 .join(u' ')},
            {QStringLiteral("access.machine_credentials"), yes(signIn.machines)},
            {QStringLiteral("rak.issuer"), keys.fixedText()},
            {QStringLiteral("rak.trust"), trust.fixedText()},
            {QStringLiteral("irr"), irr.fixedText()}};
}

Result<void> EndpointConfig::checkFiles(UtcMs now) const
{
    if (const auto secret = signIn.clientSecret(); !secret)
        return secret.error();
    if (const auto complete = mail.withFiles(); !complete)
        return complete.error();
    if (const auto pepper = keys.withPepper(); !pepper)
        return pepper.error();
    if (const auto trusted = trust.trust(irr.unvouched); !trusted)
        return trusted.error();
    if (const auto asked = trust.keyIssuers(); !asked)
        return asked.error();
    if (!tls.isSet())
        return {};
    const auto identity = TlsIdentity::load(tls.certificate, tls.key, now);
    return identity ? Result<void>() : identity.error();
}

} // namespace peerdesk
