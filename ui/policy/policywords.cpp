// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policywords.h"

#include <QCoreApplication>
#include <QHash>

namespace peerdesk {
namespace {

struct PolicyWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::PolicyWords)
};

struct FieldText
{
    const char *label;
    const char *example = "";
};

FieldText textOf(const QString &key)
{
    static const QHash<QString, FieldText> texts = {
        {QStringLiteral("name"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Name")}},
        {QStringLiteral("verdict"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Verdict")}},
        {QStringLiteral("reason"),
         {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Reason"),
          QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "What the other network is told")}},
        {QStringLiteral("until"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Last day")}},
        {QStringLiteral("network"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Networks"), "AS64500, AS64511"}},
        {QStringLiteral("sender"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Signed in as"), "*@as64500.example"}},
        {QStringLiteral("valid_rak"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Valid key (RAK) with the request")}},
        {QStringLiteral("location_type"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Kind of place")}},
        {QStringLiteral("exchange"),
         {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Exchanges"),
          QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "PeeringDB's numbers: 26, 42")}},
        {QStringLiteral("facility"),
         {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Facilities"),
          QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "PeeringDB's numbers: 17, 58")}},
        {QStringLiteral("family"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Family")}},
        {QStringLiteral("role"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Their role")}},
        {QStringLiteral("registered"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Both addresses in PeeringDB")}},
        {QStringLiteral("peeringdb_policy"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Their policy")}},
        {QStringLiteral("network_type"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Kind of network")}},
        {QStringLiteral("scope"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Scope")}},
        {QStringLiteral("ratio"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Traffic ratio")}},
        {QStringLiteral("as_set"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "AS-SET in PeeringDB")}},
        {QStringLiteral("min_prefixes"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Prefixes at least"), "1"}},
        {QStringLiteral("max_prefixes"), {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Prefixes at most"), "1000"}},
        {QStringLiteral("min_traffic_mbit"),
         {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Traffic in Mbit/s at least"), "1000"}},
        {QStringLiteral("min_shared_exchanges"),
         {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Shared exchanges at least"), "2"}},
        {QStringLiteral("min_existing_sessions"),
         {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Sessions with us at least"), "1"}},
        {QStringLiteral("max_existing_sessions"),
         {QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Sessions with us at most"), "4"}},
    };
    return texts.value(key, {""});
}

} // namespace

QString fieldLabel(const QString &key)
{
    return PolicyWords::tr(textOf(key).label);
}

QString fieldExample(const QString &key)
{
    const char *example = textOf(key).example;
    return *example == '\0' ? QString() : PolicyWords::tr(example);
}

QString fieldWord(const QString &key, const QString &word)
{
    static const QHash<QString, const char *> words = {
        {QStringLiteral("public"), QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Exchanges")},
        {QStringLiteral("private"), QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Facilities")},
        {QStringLiteral("ipv4"), "IPv4"},
        {QStringLiteral("ipv6"), "IPv6"},
        {QStringLiteral("true"), QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Yes")},
        {QStringLiteral("false"), QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "No")},
        {QStringLiteral("peer"), QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Peer")},
        {QStringLiteral("customer"), QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Customer")},
        {QStringLiteral("provider"), QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Provider")},
        {QStringLiteral("rs"), QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Route server")},
        {QStringLiteral("rs-client"), QT_TRANSLATE_NOOP("peerdesk::PolicyWords", "Route server client")},
    };
    if (key == u"verdict")
        return verdictLook(verdictFromString(word).value_or(PolicyRule::Verdict::Ask)).word;
    const char *known = words.value(word);
    return known ? PolicyWords::tr(known) : word;
}

StatusLook verdictLook(PolicyRule::Verdict verdict)
{
    switch (verdict) {
    case PolicyRule::Verdict::Approve:
        return {Icon::CircleArrow, Tone::Approved, PolicyWords::tr("Approve")};
    case PolicyRule::Verdict::Reject:
        return {Icon::CircleX, Tone::Rejected, PolicyWords::tr("Reject")};
    case PolicyRule::Verdict::Ask:
        break;
    }
    return {Icon::Clock, Tone::Pending, PolicyWords::tr("Ask a person")};
}

QString postureWord(Policy::Posture posture)
{
    switch (posture) {
    case Policy::Posture::Open:
        return PolicyWords::tr("Open");
    case Policy::Posture::Restrictive:
        return PolicyWords::tr("Restrictive");
    case Policy::Posture::Selective:
        break;
    }
    return PolicyWords::tr("Selective");
}

QString postureText(Policy::Posture posture)
{
    switch (posture) {
    case Policy::Posture::Open:
        return PolicyWords::tr(
            "Approves plain peering between addresses registered in PeeringDB, and asks a person about the rest.");
    case Policy::Posture::Restrictive:
        return PolicyWords::tr("Rejects, with the request to write first.");
    case Policy::Posture::Selective:
        break;
    }
    return PolicyWords::tr("Asks a person.");
}

QString conditionsText(const QList<RuleField> &rule, const FieldNames &names)
{
    QStringList conditions;
    for (const RuleField &field : rule) {
        if (field.key == u"name" || field.key == u"verdict" || field.key == u"reason")
            continue;
        QStringList words;
        for (const QString &value : field.values)
            words.append(fieldWord(field.key, value));
        const QString known = names ? names(field) : QString();
        const QString text = known.isEmpty() ? words.join(QStringLiteral(", ")) : known;
        conditions.append(PolicyWords::tr("%1: %2", "a condition and its value").arg(fieldLabel(field.key), text));
    }
    return conditions.isEmpty() ? PolicyWords::tr("Everything") : conditions.join(QStringLiteral(" · "));
}

} // namespace peerdesk
