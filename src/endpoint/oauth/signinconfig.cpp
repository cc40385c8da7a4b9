// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/signinconfig.h"

#include "base/tomltable.h"
#include "storage/privatefile.h"

namespace peerdesk {
namespace {

QSet<std::uint32_t> readAsns(TomlTable &table, const char *key)
{
    QSet<std::uint32_t> asns;
    const QList<qint64> numbers = table.numbers(key, 1, 4294967295);
    for (const qint64 number : numbers)
        asns.insert(static_cast<std::uint32_t>(number));
    return asns;
}

void readProvider(TomlTable &table, SignInConfig &config, bool allowPrivate)
{
    config.provider.issuer = QUrl(table.text("issuer", config.provider.issuer.toString()), QUrl::StrictMode);
    const QString scheme = config.provider.issuer.scheme();
    if (!config.provider.issuer.isValid() || (scheme != u"https" && !(scheme == u"http" && allowPrivate)))
        table.fault("issuer", QStringLiteral("must be an https URL"));
    config.provider.clientId = table.text("client_id");
    config.clientSecretFile = table.text("client_secret_file");
    config.rights.generalMask = table.yes("accept_general_rights", false);
    config.handOverRedirects = table.texts("hand_over");
    for (const QString &text : std::as_const(config.handOverRedirects)) {
        const QUrl redirect(text, QUrl::StrictMode);
        const bool sound = redirect.isValid() && !redirect.host().isEmpty() && !redirect.hasFragment()
                           && redirect.userInfo().isEmpty() && redirect.toString(QUrl::FullyEncoded) == text;
        // RFC 6749 section 3.1.2; PeeringDB registers https alone.
        if (!sound || redirect.scheme() != u"https")
            table.fault("hand_over", QStringLiteral("\"%1\" is not an https URL as it would be registered").arg(text));
    }
}

} // namespace

SignInConfig SignInConfig::read(TomlTable &top, bool allowPrivate)
{
    SignInConfig config;
    config.people = top.has("sign_in");
    const auto signIn = top.table("sign_in");
    if (config.people)
        readProvider(*signIn, config, allowPrivate);
    const auto access = top.table("access");
    config.machines = access->yes("machine_credentials", false);
    config.rights.allowed = readAsns(*access, "allow");
    config.rights.denied = readAsns(*access, "deny");
    return config;
}

Result<Secret> SignInConfig::clientSecret() const
{
    if (!people)
        return Secret();
    const auto content = readPrivateFile(clientSecretFile);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return Error(ErrorKind::Storage,
                     QStringLiteral("the file of sign_in.client_secret_file is missing: %1").arg(clientSecretFile));
    if (!content)
        return content.error();
    const Secret secret(content->trimmed());
    if (secret.isEmpty())
        return Error(ErrorKind::Storage, QStringLiteral("%1 holds no secret").arg(clientSecretFile));
    return secret;
}

} // namespace peerdesk
