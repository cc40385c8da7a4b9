// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/policy/policytext.h"

#include "base/tomltable.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <limits>

namespace peerdesk {
namespace {

using Shape = RuleFieldKind::Shape;

constexpr qint64 largestNumber = 4294967295;

/// English in the daemon, which has no translations; the desk shows it at the field.
struct PolicyFault
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::PolicyFault)
};

/// A condition that names nothing would hold for everything, which nobody means who wrote its name.
void refuseEmpty(TomlTable &table, const char *key, bool empty)
{
    if (empty && table.has(key) && !table.hasFault(key))
        table.fault(key, PolicyFault::tr("is empty"));
}

QString conditionText(TomlTable &table, const char *key)
{
    const QString text = table.text(key, QString());
    refuseEmpty(table, key, text.isEmpty());
    return text;
}

QStringList conditionWords(TomlTable &table, const char *key)
{
    const QStringList words = table.texts(key);
    refuseEmpty(table, key, words.join(QString()).isEmpty());
    return words;
}

QList<qint64> conditionNumbers(TomlTable &table, const char *key)
{
    const QList<qint64> numbers = table.numbers(key, 1, largestNumber);
    refuseEmpty(table, key, numbers.isEmpty());
    return numbers;
}

template<class Number = std::uint32_t> std::optional<Number> numberOf(TomlTable &table, const char *key)
{
    const auto number = table.number(key, 0, std::numeric_limits<Number>::max());
    return number ? std::optional(static_cast<Number>(*number)) : std::nullopt;
}

std::optional<bool> yesOrNo(TomlTable &table, const char *key)
{
    return table.has(key) ? std::optional(table.yes(key, true)) : std::nullopt;
}

void readVerdict(TomlTable &table, PolicyRule &rule)
{
    const QString word = table.text("verdict");
    const auto verdict = verdictFromString(word);
    if (verdict)
        rule.verdict = *verdict;
    else if (table.has("verdict"))
        table.fault("verdict", PolicyFault::tr("must be \"approve\", \"reject\" or \"ask\""));
    rule.reason = table.text("reason", QString());
    if (!rule.reason.isEmpty() && rule.verdict != PolicyRule::Verdict::Reject)
        table.fault("reason", PolicyFault::tr("is only told with a rejection"));
}

/// The day after which the rule is over, in UTC.
void readEnd(TomlTable &table, PolicyRule &rule)
{
    const QString text = conditionText(table, "until");
    if (text.isEmpty())
        return;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid())
        rule.until = QDateTime(day.addDays(1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    else
        table.fault("until", PolicyFault::tr("must be a day, as in \"2027-01-31\""));
}

void readPlace(TomlTable &table, PolicyRule &rule)
{
    const QList<qint64> exchanges = conditionNumbers(table, "exchange");
    for (const qint64 id : exchanges)
        rule.locations.append(Location::exchange(static_cast<std::uint32_t>(id)));
    const QList<qint64> facilities = conditionNumbers(table, "facility");
    for (const qint64 id : facilities)
        rule.locations.append(Location::facility(static_cast<std::uint32_t>(id)));
    const QString type = conditionText(table, "location_type");
    if (type == u"public")
        rule.kind = Location::Kind::Exchange;
    else if (type == u"private")
        rule.kind = Location::Kind::Facility;
    else if (!type.isEmpty())
        table.fault("location_type", PolicyFault::tr("must be \"public\" or \"private\""));
    const QString family = conditionText(table, "family");
    if (family == u"ipv4")
        rule.family = Family::IPv4;
    else if (family == u"ipv6")
        rule.family = Family::IPv6;
    else if (!family.isEmpty())
        table.fault("family", PolicyFault::tr("must be \"ipv4\" or \"ipv6\""));
}

void readDirectoryConditions(TomlTable &table, PolicyRule &rule)
{
    rule.policies = conditionWords(table, "peeringdb_policy");
    rule.types = conditionWords(table, "network_type");
    rule.scopes = conditionWords(table, "scope");
    rule.ratios = conditionWords(table, "ratio");
    rule.minTrafficMbit = numberOf(table, "min_traffic_mbit");
    rule.minPrefixes = numberOf(table, "min_prefixes");
    rule.maxPrefixes = numberOf(table, "max_prefixes");
    rule.registered = yesOrNo(table, "registered");
    rule.asSet = yesOrNo(table, "as_set");
}

void readRoles(TomlTable &table, PolicyRule &rule)
{
    const QStringList words = conditionWords(table, "role");
    for (const QString &word : words) {
        if (const auto role = bgpRoleFromString(word))
            rule.roles.append(*role);
        else if (!table.hasFault("role"))
            table.fault("role", PolicyFault::tr("must be of provider, rs, rs-client, customer, peer"));
    }
}

PolicyRule readRule(TomlTable &table)
{
    PolicyRule rule;
    rule.name = table.text("name");
    refuseEmpty(table, "name", rule.name.trimmed().isEmpty());
    readVerdict(table, rule);
    readEnd(table, rule);
    readPlace(table, rule);
    readDirectoryConditions(table, rule);
    readRoles(table, rule);
    const QList<qint64> networks = conditionNumbers(table, "network");
    for (const qint64 number : networks)
        rule.networks.append(Asn(static_cast<std::uint32_t>(number)));
    rule.senders = conditionWords(table, "sender");
    rule.validKey = yesOrNo(table, "valid_rak");
    rule.minSharedExchanges = numberOf<int>(table, "min_shared_exchanges");
    rule.minExistingSessions = numberOf<int>(table, "min_existing_sessions");
    rule.maxExistingSessions = numberOf<int>(table, "max_existing_sessions");
    return rule;
}

Result<Policy> readText(const QString &text, TomlTable::Lines lines)
{
    TomlTable::Faults faults;
    Policy policy;
    {
        TomlTable top = TomlTable::parse(text.toUtf8(), faults, lines);
        QList<PolicyRule> rules;
        if (faults.isEmpty()) {
            const Policy::Posture posture = readPosture(top);
            readRules(top, [&rules](TomlTable &, const PolicyRule &rule) { rules.append(rule); });
            policy = Policy(rules, posture);
        }
    }
    if (!faults.isEmpty())
        return Error(ErrorKind::Invalid, PolicyFault::tr("The policy has faults"), faults);
    return policy;
}

/// A basic string of TOML 1.0, which escapes what it does not hold.
QString quoted(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c < u' ' || c == QChar(0x7f))
            out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return u'"' + out + u'"';
}

QString numeral(const QString &key, const QString &typed)
{
    if (key == u"network") {
        if (const auto asn = Asn::parse(typed))
            return QString::number(asn->number());
    }
    bool isNumber = false;
    const qint64 number = typed.trimmed().toLongLong(&isNumber);
    return isNumber ? QString::number(number) : quoted(typed);
}

QString valueText(const RuleField &field)
{
    const RuleFieldKind &kind = ruleFieldKind(field.key);
    QStringList values;
    for (const QString &value : field.values) {
        const bool number = kind.shape == Shape::Numbers || kind.shape == Shape::Number;
        const bool bare = kind.shape == Shape::YesNo && (value == u"true" || value == u"false");
        values.append(bare ? value : number ? numeral(field.key, value) : quoted(value));
    }
    if (kind.isList())
        return u'[' + values.join(QStringLiteral(", ")) + u']';
    return values.isEmpty() ? quoted({}) : values.first();
}

} // namespace

PolicyForm formOf(const Policy &policy)
{
    PolicyForm form;
    form.posture = policy.posture();
    for (const PolicyRule &rule : policy.rules())
        form.rules.append(ruleFields(rule));
    return form;
}

QString policyText(const PolicyForm &form)
{
    QString text = QStringLiteral("policy = %1\n").arg(quoted(toText(form.posture)));
    for (const QList<RuleField> &rule : form.rules) {
        text += QStringLiteral("\n[[rule]]\n");
        for (const RuleField &field : rule)
            text += QStringLiteral("%1 = %2\n").arg(field.key, valueText(field));
    }
    return text;
}

Result<Policy> readPolicyText(const QString &text)
{
    return readText(text, TomlTable::Lines::Told);
}

Result<Policy> readPolicyForm(const PolicyForm &form, QList<RuleProblem> &problems)
{
    problems.clear();
    auto policy = readText(policyText(form), TomlTable::Lines::Untold);
    if (policy)
        return policy;
    static const QRegularExpression path(QStringLiteral(R"(^rule\[(\d+)\]\.(\w+)$)"));
    for (const FieldError &fault : policy.error().fields) {
        const auto match = path.match(fault.field);
        problems.append({match.captured(1).toInt() - 1, match.captured(2), fault.messages.join(u' ')});
    }
    return policy;
}

Policy::Posture readPosture(TomlTable &table)
{
    const QString word = table.text("policy", toText(Policy::Posture::Selective));
    const auto posture = postureFromString(word);
    if (!posture)
        table.fault("policy", PolicyFault::tr("must be \"open\", \"selective\" or \"restrictive\""));
    return posture.value_or(Policy::Posture::Selective);
}

void readRules(TomlTable &top, const std::function<void(TomlTable &, const PolicyRule &)> &take)
{
    QStringList names;
    for (const char *key : {"override", "rule"}) {
        const auto tables = top.tables(key);
        for (const auto &table : tables) {
            const PolicyRule rule = readRule(*table);
            if (names.contains(rule.name) && !rule.name.isEmpty())
                table->fault("name", PolicyFault::tr("is the name of another rule"));
            names.append(rule.name);
            if (QByteArray(key) == "override" && rule.networks.isEmpty() && !table->hasFault("network"))
                table->fault("network", PolicyFault::tr("is missing: an override is for certain networks"));
            take(*table, rule);
        }
    }
}

} // namespace peerdesk
