// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/endpointconfig.h"

#include "endpoint/limitsconfig.h"
#include "endpoint/policyconfig.h"
#include "endpoint/tomltable.h"
#include "http/tlsidentity.h"
#include "peeringapi/baseurl.h"

#include <QFile>

namespace peerdesk {
namespace {

constexpr qint64 maxAsn = 4294967295;

bool isLoopback(const IpAddress &address)
{
    return IpPrefix::parse(u"127.0.0.0/8")->contains(address) || IpPrefix::parse(u"::1/128")->contains(address);
}

void readListen(TomlTable &top, EndpointConfig &config)
{
    const QString text = top.text("listen", QStringLiteral("127.0.0.1:8642"));
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    bool isPort = false;
    config.port = text.mid(colon + 1).toUShort(&isPort);
    const auto address = IpAddress::parse(host);
    config.listenAddress = address.value_or(IpAddress());
    if (colon < 0 || !isPort || !address)
        top.fault("listen", QStringLiteral("must be an address and a port, as in \"127.0.0.1:8642\" or \"[::1]:8642\""));
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
    if (url)
        config.publicUrl = *url;
    else
        top.fault("public_url", url.error().detail);
}

void readTls(TomlTable &top, EndpointConfig &config)
{
    const auto table = top.table("tls");
    config.tls = {table->text("certificate", QString()), table->text("key", QString())};
    if (config.tls.certificate.isEmpty() != config.tls.key.isEmpty())
        table->fault(config.tls.key.isEmpty() ? "key" : "certificate", QStringLiteral("is missing: TLS needs both files"));
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
        top.fault("database_key", QStringLiteral("is needed with PostgreSQL: every program has a copy of the same key file"));
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
    if (!top.has("network"))
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

void read(TomlTable top, EndpointConfig &config)
{
    readListen(top, config);
    readPublicUrl(top, config);
    readTls(top, config);
    readProfile(top, config);
    config.contact = top.text("contact");
    readProxies(top, config);
    readDatabase(top, config);
    config.mirror = top.text("mirror", QString());
    config.allowPrivateAddresses = top.yes("allow_private_addresses", false);
    config.signIn = SignInConfig::read(top, config.allowPrivateAddresses);
    readIssuers(top, config);
    readNetworks(top, config);
    readCredentials(top, config);
    readLimits(top, config);
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

Result<void> EndpointConfig::checkFiles(UtcMs now) const
{
    if (const auto secret = signIn.clientSecret(); !secret)
        return secret.error();
    if (!tls.isSet())
        return {};
    const auto identity = TlsIdentity::load(tls.certificate, tls.key, now);
    return identity ? Result<void>() : identity.error();
}

} // namespace peerdesk
