// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/rak/issuerconfig.h"

#include "base/tomltable.h"
#include "storage/privatefile.h"

#include <algorithm>

namespace peerdesk {
namespace {

constexpr qsizetype shortestPepper = 32;

void readReminders(TomlTable &table, IssuerRules &rules)
{
    if (!table.has("reminder_days"))
        return;
    rules.reminderDays.clear();
    const QList<qint64> days = table.numbers("reminder_days", 1, 365);
    for (const qint64 day : days)
        rules.reminderDays.append(static_cast<int>(day));
}

} // namespace

IssuerConfig IssuerConfig::read(TomlTable &rak)
{
    IssuerConfig config;
    config.enabled = rak.has("issuer");
    if (!config.enabled)
        return config;
    const auto table = rak.table("issuer");
    const auto number = table->number("registry", 0, 65535);
    const auto registry = registryOf(static_cast<int>(number.value_or(-1)));
    if (registry)
        config.rules.registry = *registry;
    else if (number)
        table->fault("registry", QStringLiteral("must be 0 to 4 (RIPE, ARIN, LACNIC, APNIC, AFRINIC), or 80 to 84 for "
                                                "their test databases"));
    else if (!table->has("registry"))
        table->fault("registry", QStringLiteral("is missing"));
    config.holdersFile = table->text("holders_file");
    config.pepperFile = table->text("pepper_file");
    if (const auto hours = table->number("statement_hours", 1, 24 * 7))
        config.rules.statementLife = std::chrono::hours(*hours);
    readReminders(*table, config.rules);
    if (const auto keys = table->number("keys_per_holder", 1, 1'000'000))
        config.rules.mostKeys = static_cast<int>(*keys);
    if (const auto mails = table->number("mails_per_holder", 1, 1'000'000))
        config.rules.mostMails = static_cast<int>(*mails);
    if (const auto percent = table->number("most_lost_percent", 0, 100))
        config.rules.mostLostPercent = static_cast<int>(*percent);
    if (const auto days = table->number("journal_days", 1, 3650))
        config.rules.journal = std::chrono::days(*days);
    return config;
}

Result<IssuerConfig> IssuerConfig::withPepper() const
{
    IssuerConfig config = *this;
    if (!enabled)
        return config;
    const auto content = readPrivateFile(pepperFile);
    if (!content)
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(pepperFile, content.error().detail));
    config.rules.pepper = Secret(content->trimmed());
    if (content->trimmed().size() < shortestPepper)
        return Error(ErrorKind::Invalid,
                     QStringLiteral("%1 must hold %2 characters or more").arg(pepperFile).arg(shortestPepper));
    return config;
}

QString IssuerConfig::fixedText() const
{
    QStringList days;
    for (const int day : rules.reminderDays)
        days.append(QString::number(day));
    return enabled ? QStringList{digitsOf(rules.registry),
                                 holdersFile,
                                 pepperFile,
                                 QString::number(rules.statementLife.count()),
                                 days.join(u','),
                                 QString::number(rules.mostKeys),
                                 QString::number(rules.mostMails),
                                 QString::number(rules.mostLostPercent),
                                 QString::number(rules.journal.count())}
                         .join(u' ')
                   : QString();
}

} // namespace peerdesk
