// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/drafts/keychoice.h"

#include "workflow/keys/keyanswer.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct KeyChoiceWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyChoice)
};

QString obstacleTo(const HeldKey &key, Asn other, UtcMs now)
{
    switch (key.terms.status(now)) {
    case KeyStatus::Valid:
        break;
    case KeyStatus::NotYetValid:
        return KeyChoiceWords::tr("not valid before %1").arg(toRfc3339(key.terms.notBefore));
    case KeyStatus::Expired:
        return KeyChoiceWords::tr("expired on %1").arg(toRfc3339(key.terms.expires));
    case KeyStatus::Revoked:
        return KeyChoiceWords::tr("revoked");
    case KeyStatus::Withdrawn:
        return KeyChoiceWords::tr("withdrawn by the registry");
    }
    const bool isForThem = key.audience.isEmpty() || Asn::parse(key.audience) == std::optional(other);
    return isForThem ? QString() : KeyChoiceWords::tr("made for %1 alone").arg(key.audience);
}

} // namespace

QList<KeyChoice> keyChoices(const QList<HeldKey> &held, const QStringList &chosen, Asn other, UtcMs now)
{
    QList<KeyChoice> choices;
    QStringList missing = chosen;
    for (const HeldKey &key : held) {
        const QString may = KeyChoiceWords::tr("%1 may announce %2")
                                .arg(key.terms.origin.toString(), prefixesInWords(key.terms.prefixes));
        const QString words = key.label.isEmpty() ? may : KeyChoiceWords::tr("%1: %2").arg(key.label, may);
        choices.append({key.id(), words, obstacleTo(key, other, now), chosen.contains(key.id())});
        missing.removeAll(key.id());
    }
    for (const QString &reference : std::as_const(missing))
        choices.append({reference, reference, KeyChoiceWords::tr("not among our keys"), true});
    return choices;
}

} // namespace peerdesk
