// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/mailconfig.h"

#include "base/tomltable.h"
#include "storage/privatefile.h"

#include <QFile>
#include <QSslCertificate>

namespace peerdesk {
namespace {

void readSecurity(TomlTable &table, SmtpSettings &server)
{
    const QString word = table.text("security", QStringLiteral("starttls"));
    if (word == u"tls")
        server.security = SmtpSettings::Security::Tls;
    else if (word == u"none")
        server.security = SmtpSettings::Security::None;
    else if (word != u"starttls")
        table.fault("security", QStringLiteral("must be \"starttls\", \"tls\" or \"none\""));
    const bool here = server.host == u"localhost" || server.host == u"127.0.0.1" || server.host == u"::1";
    if (server.security == SmtpSettings::Security::None && !here)
        table.fault("security", QStringLiteral("may be \"none\" for a server on this machine only"));
}

QString readAddress(TomlTable &table, const char *key, const std::optional<QString> &fallback)
{
    const QString text = table.text(key, fallback);
    if (!text.isEmpty() && !mailAddressIn(text))
        table.fault(key, QStringLiteral("must be a mail address, as in \"Peering <peering@as64496.example>\""));
    return text;
}

Result<void> readTemplate(const QString &path, MailTemplate &words)
{
    if (path.isEmpty())
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    const auto parsed = MailTemplate::parse(QString::fromUtf8(file.readAll()));
    if (!parsed)
        return Error(ErrorKind::Invalid, QStringLiteral("%1 %2").arg(path, parsed.error().detail));
    words = *parsed;
    return {};
}

/// Else every mail would fail for want of it, hours later.
Result<void> checkAuthorities(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    if (QSslCertificate::fromDevice(&file, QSsl::Pem).isEmpty())
        return Error(ErrorKind::Invalid, QStringLiteral("%1 holds no certificate in PEM").arg(path));
    return {};
}

} // namespace

MailConfig MailConfig::read(TomlTable &top)
{
    MailConfig config;
    config.enabled = top.has("mail");
    if (!config.enabled)
        return config;
    const auto table = top.table("mail");
    config.server.host = table->text("server");
    config.server.port = static_cast<std::uint16_t>(table->number("port", 1, 65535).value_or(config.server.port));
    readSecurity(*table, config.server);
    config.server.user = table->text("user", QString());
    config.server.certificates = table->text("certificates", QString());
    config.passwordFile = table->text("password_file", QString());
    if (config.server.user.isEmpty() != config.passwordFile.isEmpty())
        table->fault("user", QStringLiteral("and password_file belong together"));
    config.rules.from = readAddress(*table, "from", {});
    config.rules.role = readAddress(*table, "role", QString());
    config.rules.requesters = table->yes("tell_requesters", false);
    config.rules.perHour = static_cast<int>(table->number("per_hour", 1, 10'000).value_or(config.rules.perHour));
    config.rules.keysPerHour =
        static_cast<int>(table->number("keys_per_hour", 1, 1'000'000).value_or(config.rules.keysPerHour));
    config.requestTemplate = table->text("request_template", QString());
    config.decisionTemplate = table->text("decision_template", QString());
    config.unestablishedTemplate = table->text("unestablished_template", QString());
    return config;
}

Result<MailConfig> MailConfig::withFiles() const
{
    MailConfig config = *this;
    if (const auto request = readTemplate(requestTemplate, config.rules.request); !request)
        return request.error();
    if (const auto decision = readTemplate(decisionTemplate, config.rules.decision); !decision)
        return decision.error();
    if (const auto lapsed = readTemplate(unestablishedTemplate, config.rules.unestablished); !lapsed)
        return lapsed.error();
    if (!server.certificates.isEmpty()) {
        if (const auto checked = checkAuthorities(server.certificates); !checked)
            return checked.error();
    }
    if (passwordFile.isEmpty())
        return config;
    const auto password = readPrivateFile(passwordFile);
    if (!password && password.error().kind == ErrorKind::NotFound)
        return Error(ErrorKind::Storage,
                     QStringLiteral("the file of mail.password_file is missing: %1").arg(passwordFile));
    if (!password)
        return password.error();
    config.server.password = Secret(password->trimmed());
    if (config.server.password.isEmpty())
        return Error(ErrorKind::Storage, QStringLiteral("%1 holds no password").arg(passwordFile));
    return config;
}

} // namespace peerdesk
