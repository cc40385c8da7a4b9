// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/rak/keytrustconfig.h"

#include "base/tomltable.h"
#include "storage/privatefile.h"

#include <QFile>

namespace peerdesk {
namespace {

QUrl readIssuerUrl(TomlTable &table, const char *key, const std::optional<QString> &fallback, bool allowPrivate)
{
    const QUrl url(table.text(key, fallback), QUrl::StrictMode);
    const bool plain = url.scheme() == u"http" && allowPrivate;
    if (table.has(key) && (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && !plain)))
        table.fault(key, QStringLiteral("must be an https URL"));
    return url;
}

KeyTrustConfig::Issuer readTrusted(TomlTable &table, bool allowPrivate, bool needsToken)
{
    KeyTrustConfig::Issuer read;
    const auto number = table.number("registry", 0, 84);
    const auto registry = number ? registryOf(static_cast<int>(*number)) : std::nullopt;
    if (!registry && (number || !table.has("registry")))
        table.fault("registry", QStringLiteral("must be the number that its keys begin with: 0 to 4, or 80 to 84"));
    read.issuer.registry = registry.value_or(Registry::RipeTest);
    read.issuer.api = readIssuerUrl(table, "issuer", {}, allowPrivate);
    read.issuer.issuer = table.text("issuer", QString());
    read.issuer.jwks =
        readIssuerUrl(table, "jwks", read.issuer.issuer + QStringLiteral("/rak/v1/jwks.json"), allowPrivate);
    read.issuer.audience = table.text("audience", QString());
    read.tokenFile = table.text("token_file", QString());
    if (needsToken && read.tokenFile.isEmpty())
        table.fault("token_file", QStringLiteral("is missing: [irr] asks the issuer for the keys of its objects"));
    read.spaceFile = table.text("space_file");
    return read;
}

} // namespace

KeyTrustConfig KeyTrustConfig::read(TomlTable &rak, bool allowPrivate, bool needsTokens)
{
    KeyTrustConfig config;
    const auto tables = rak.tables("trust");
    for (const auto &table : tables) {
        const Issuer issuer = readTrusted(*table, allowPrivate, needsTokens);
        if (config.registries().contains(issuer.issuer.registry) && !table->hasFault("registry"))
            table->fault("registry", QStringLiteral("stands there a second time"));
        config.issuers.append(issuer);
    }
    return config;
}

QList<Registry> KeyTrustConfig::registries() const
{
    QList<Registry> all;
    for (const Issuer &one : issuers)
        all.append(one.issuer.registry);
    return all;
}

Result<Trust> KeyTrustConfig::trust(Trust::Unvouched unvouched) const
{
    QList<Trust::Voucher> vouchers;
    for (const Issuer &one : issuers) {
        QFile file(one.spaceFile);
        if (!file.open(QIODevice::ReadOnly))
            return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(one.spaceFile, file.errorString()));
        const auto space = delegatedSpace(file.readAll());
        if (!space)
            return Error(ErrorKind::Invalid, QStringLiteral("%1: %2").arg(one.spaceFile, space.error().detail));
        vouchers.append({one.issuer.registry, *space});
    }
    return Trust(vouchers, unvouched);
}

Result<QList<KeyIssuer>> KeyTrustConfig::keyIssuers() const
{
    QList<KeyIssuer> complete;
    for (const Issuer &one : issuers) {
        complete.append(one.issuer);
        if (one.tokenFile.isEmpty())
            continue;
        const auto token = readPrivateFile(one.tokenFile);
        if (!token)
            return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(one.tokenFile, token.error().detail));
        complete.last().token = Secret(token->trimmed());
    }
    return complete;
}

QString KeyTrustConfig::fixedText() const
{
    QStringList parts;
    for (const Issuer &one : issuers)
        parts += {toText(one.issuer.registry), one.issuer.issuer, one.issuer.jwks.toString(),
                  one.issuer.audience,         one.tokenFile,     one.spaceFile};
    return parts.join(u' ');
}

} // namespace peerdesk
