// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/keys/keyform.h"

#include "mail/mailmessage.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

namespace peerdesk {
namespace {

struct KeyFormWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyForm)
};

FieldError formFault(const QString &field, const QString &message)
{
    return {field, {message}, {}};
}

/// The first message for each line at fault, with the line's own words, so that it is found in a long list.
QList<FieldError> prefixFaults(const KeyForm &form, const AddressSpace &held)
{
    const QList<PrefixWish> lines = prefixLines(form.prefixes);
    const auto set = PrefixSet::make(lines);
    const QString field = QStringLiteral("prefixes");
    if (!set) {
        QList<FieldError> faults;
        for (const FieldError &fault : set.error().fields)
            faults.append(formFault(field, fault.messages.join(QLatin1Char(' '))));
        return faults;
    }
    QList<FieldError> faults;
    for (const KeyPrefix &item : set->items()) {
        if (!held.isEmpty() && !held.contains(item.prefix))
            faults.append(formFault(
                field, KeyFormWords::tr("%1 is not among the resources held here.").arg(item.prefix.toString())));
    }
    return faults;
}

} // namespace

QStringList entriesOf(const QString &typed)
{
    static const QRegularExpression separator(QStringLiteral("[\\n,;]"));
    QStringList entries;
    const QStringList lines = typed.split(separator);
    for (const QString &line : lines) {
        if (const QString text = line.trimmed(); !text.isEmpty())
            entries.append(text);
    }
    return entries;
}

QList<PrefixWish> prefixLines(const QString &typed)
{
    static const QRegularExpression longest(QStringLiteral("^(.*\\S)\\s+(?:max|le)\\s*(\\d{1,3})$"),
                                            QRegularExpression::CaseInsensitiveOption);
    QList<PrefixWish> wishes;
    const QStringList entries = entriesOf(typed);
    for (const QString &text : entries) {
        const auto match = longest.match(text);
        if (match.hasMatch())
            wishes.append({match.captured(1), match.captured(2).toInt()});
        else
            wishes.append({text, std::nullopt});
    }
    return wishes;
}

QList<FieldError> checkKeyForm(const KeyForm &form, const AddressSpace &held, UtcMs now)
{
    QList<FieldError> faults = prefixFaults(form, held);
    // Which numbers are reserved is the issuer's to say: a test registry takes them.
    if (!Asn::parse(form.origin))
        faults.append(formFault(QStringLiteral("origin"), KeyFormWords::tr("This is no AS number.")));
    if (!form.audience.isEmpty() && !Asn::parse(form.audience))
        faults.append(formFault(QStringLiteral("audience"),
                                KeyFormWords::tr("The third party that a key is made for is named by its AS number.")));
    const QStringList told = entriesOf(form.notify);
    for (const QString &address : told) {
        if (!mailAddressIn(address))
            faults.append(formFault(QStringLiteral("notify"), KeyFormWords::tr("%1 is no mail address.").arg(address)));
    }
    if (form.expires <= now)
        faults.append(formFault(QStringLiteral("expires"), KeyFormWords::tr("The key would have ended already.")));
    else if (form.expires > latestExpiry(now))
        faults.append(formFault(QStringLiteral("expires"), KeyFormWords::tr("A key lives for a year at most.")));
    return faults;
}

} // namespace peerdesk
