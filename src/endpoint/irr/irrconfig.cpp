// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/irr/irrconfig.h"

#include "endpoint/socketaddress.h"
#include "base/tomltable.h"
#include "irr/rpslnames.h"
#include "mail/mailmessage.h"

#include <tuple>

namespace peerdesk {
namespace {

Maintainer readMaintainer(TomlTable &table)
{
    Maintainer maintainer;
    maintainer.name = table.text("name").toUpper();
    if (table.has("name") && !isObjectName(maintainer.name))
        table.fault("name", QStringLiteral("must be a letter, then letters, digits, dashes and underscores"));
    if (const auto asn = table.number("asn", 1, 4294967294))
        maintainer.asn = Asn(static_cast<std::uint32_t>(*asn));
    else if (!table.has("asn"))
        table.fault("asn", QStringLiteral("is missing"));
    maintainer.notify = table.text("notify", QString());
    if (!maintainer.notify.isEmpty() && !mailAddressIn(maintainer.notify))
        table.fault("notify", QStringLiteral("must be a mail address, as in \"NOC <noc@as64500.example>\""));
    return maintainer;
}

void readHousekeeping(TomlTable &table, HousekeepingRules &rules)
{
    if (const auto hours = table.number("grace_hours", 0, 10'000))
        rules.grace = std::chrono::hours(*hours);
    if (const auto seconds = table.number("poll_seconds", 1, 86'400))
        rules.poll = std::chrono::seconds(*seconds);
    if (const auto days = table.number("unreachable_days", 1, 365))
        rules.patience = std::chrono::hours(24 * *days);
    if (const auto percent = table.number("most_falling_percent", 1, 100))
        rules.mostFallingPercent = static_cast<int>(*percent);
    if (const auto days = table.number("journal_days", 1, 3650))
        rules.journal = std::chrono::hours(24 * *days);
}

} // namespace

IrrConfig IrrConfig::read(TomlTable &top)
{
    IrrConfig config;
    config.enabled = top.has("irr");
    if (!config.enabled)
        return config;
    const auto table = top.table("irr");
    config.source = table->text("source").toUpper();
    if (table->has("source") && !isObjectName(config.source))
        table->fault("source", QStringLiteral("must be a letter, then letters, digits, dashes and underscores"));
    const QString listen = table->text("listen", QString());
    if (const auto address = listen.isEmpty() ? std::nullopt : readSocketAddress(*table, listen))
        std::tie(config.whoisAddress, config.whoisPort) = *address;
    const QString unvouched = table->text("unvouched_space", QStringLiteral("lock"));
    if (unvouched == u"accept")
        config.unvouched = Trust::Unvouched::Accepted;
    else if (unvouched != u"lock")
        table->fault("unvouched_space", QStringLiteral("must be \"lock\" or \"accept\""));
    if (table->yes("new_maintainers", false))
        config.names = RouteDesk::Names::New;
    readHousekeeping(*table, config.rules);
    const auto maintainers = table->tables("maintainer");
    for (const auto &one : maintainers)
        config.maintainers.append(readMaintainer(*one));
    return config;
}

QString IrrConfig::fixedText() const
{
    if (!enabled)
        return {};
    QStringList parts = {source,
                         whoisAddress.toString(),
                         QString::number(whoisPort),
                         QString::number(static_cast<int>(unvouched)),
                         QString::number(static_cast<int>(names)),
                         QString::number(rules.grace.count()),
                         QString::number(rules.poll.count()),
                         QString::number(rules.patience.count()),
                         QString::number(rules.mostFallingPercent),
                         QString::number(rules.journal.count())};
    for (const Maintainer &one : maintainers)
        parts += {one.name, one.asn.toString(), one.notify};
    return parts.join(u' ');
}

} // namespace peerdesk
