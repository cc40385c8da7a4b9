// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/rpsltemplate.h"

#include "irr/irrwords.h"

#include <algorithm>
#include <array>

namespace peerdesk {
namespace {

using Rule = RpslTemplate::Rule;
constexpr auto mandatory = Rule::Presence::Mandatory;
constexpr auto optional = Rule::Presence::Optional;
constexpr auto generated = Rule::Presence::Generated;
constexpr auto single = Rule::Number::Single;
constexpr auto multiple = Rule::Number::Multiple;

/// What every class has after its own attributes.
constexpr std::array common = {
    Rule{u"admin-c", optional, multiple}, Rule{u"tech-c", optional, multiple},
    Rule{u"remarks", optional, multiple}, Rule{u"notify", optional, multiple},
    Rule{u"mnt-by", mandatory, single},   Rule{u"changed", optional, multiple},
    Rule{u"created", generated, single},  Rule{u"last-modified", generated, single},
    Rule{u"source", mandatory, single},
};

template<size_t N> constexpr auto withCommon(const std::array<Rule, N> &own)
{
    std::array<Rule, N + common.size()> rules = {};
    std::copy(own.begin(), own.end(), rules.begin());
    std::copy(common.begin(), common.end(), rules.begin() + N);
    return rules;
}

/// Route and route6 (RFC 4012 section 3) differ in the name alone.
constexpr auto routeRules(QStringView className)
{
    return withCommon(std::array{
        Rule{className, mandatory, single},
        Rule{u"descr", optional, multiple},
        Rule{u"origin", mandatory, single},
        Rule{u"holes", optional, multiple},
        Rule{u"member-of", optional, multiple},
        Rule{u"inject", optional, multiple},
        Rule{u"aggr-bndry", optional, single},
        Rule{u"aggr-mtd", optional, single},
        Rule{u"export-comps", optional, single},
        Rule{u"components", optional, single},
        Rule{u"geoidx", optional, multiple},
        Rule{u"roa-uri", optional, single},
        Rule{u"rpki-ov-state", generated, single},
    });
}

constexpr auto route = routeRules(u"route");
constexpr auto route6 = routeRules(u"route6");
constexpr auto asSet = withCommon(std::array{
    Rule{u"as-set", mandatory, single},
    Rule{u"descr", optional, multiple},
    Rule{u"members", optional, multiple},
});
constexpr auto routeSet = withCommon(std::array{
    Rule{u"route-set", mandatory, single},
    Rule{u"descr", optional, multiple},
    Rule{u"members", optional, multiple},
    Rule{u"mp-members", optional, multiple},
});

constexpr std::array templates = {RpslTemplate(route), RpslTemplate(route6), RpslTemplate(asSet),
                                  RpslTemplate(routeSet)};

QString word(const Rule &rule)
{
    return rule.presence == mandatory  ? QStringLiteral("mandatory")
           : rule.presence == optional ? QStringLiteral("optional")
                                       : QStringLiteral("generated");
}

} // namespace

const RpslTemplate *RpslTemplate::of(QStringView className)
{
    const auto found = std::find_if(templates.begin(), templates.end(), [className](const RpslTemplate &one) {
        return className == one.m_rules.front().name;
    });
    return found == templates.end() ? nullptr : &*found;
}

const RpslTemplate::Rule *RpslTemplate::rule(QStringView attribute) const
{
    const auto found =
        std::find_if(m_rules.begin(), m_rules.end(), [attribute](const Rule &one) { return attribute == one.name; });
    return found == m_rules.end() ? nullptr : &*found;
}

bool RpslTemplate::isGenerated(QStringView attribute) const
{
    const Rule *found = rule(attribute);
    return found && found->presence == generated;
}

Result<void> RpslTemplate::check(const RpslObject &object) const
{
    QList<FieldError> faults;
    for (qsizetype i = 0; i < object.attributes().size(); ++i) {
        const RpslAttribute &attribute = object.attributes().at(i);
        const Rule *known = rule(attribute.name);
        const bool first = object.find(attribute.name) == &attribute;
        QString words;
        if (!known)
            words = IrrWords::tr("%1 is no attribute of a %2 object").arg(attribute.name, object.className());
        else if (!first && known->number == single)
            words = IrrWords::tr("%1 stands there a second time").arg(attribute.name);
        else if (known->presence == mandatory && attribute.value().isEmpty())
            words = IrrWords::tr("%1 is empty").arg(attribute.name);
        if (!words.isEmpty())
            faults.append({.field = lineName(attribute.line), .messages = {words}, .itemId = {}});
    }
    for (const Rule &one : m_rules) {
        if (one.presence == mandatory && !object.find(one.name))
            faults.append({.field = one.name.toString(), .messages = {IrrWords::tr("is missing")}, .itemId = {}});
    }
    if (!faults.isEmpty())
        return Error(ErrorKind::Invalid, IrrWords::tr("The object does not follow its template"), faults);
    return {};
}

QString RpslTemplate::toText() const
{
    QString text;
    for (const Rule &one : m_rules)
        text += QStringLiteral("%1 [%2] [%3]\n")
                    .arg((one.name.toString() + u':').leftJustified(16), word(one).leftJustified(10),
                         one.number == single ? QStringLiteral("single") : QStringLiteral("multiple"));
    return text;
}

} // namespace peerdesk
