// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/keyterms.h"

#include "peering/words.h"

#include <QCoreApplication>

#include <array>

namespace peerdesk {
namespace {

struct TermWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyTerms)
};

constexpr std::array keyStatusWords = {
    Word<KeyStatus>{KeyStatus::Valid, "valid"},         Word<KeyStatus>{KeyStatus::NotYetValid, "not_yet_valid"},
    Word<KeyStatus>{KeyStatus::Expired, "expired"},     Word<KeyStatus>{KeyStatus::Revoked, "revoked"},
    Word<KeyStatus>{KeyStatus::Withdrawn, "withdrawn"},
};

Error notPermitted(const QString &why)
{
    return Error(ErrorKind::Denied, why);
}

} // namespace

QString toText(KeyStatus status)
{
    return wordOf(keyStatusWords, status);
}

std::optional<KeyStatus> keyStatusOf(QStringView word)
{
    return valueOf<KeyStatus>(keyStatusWords, word);
}

KeyStatus KeyTerms::status(UtcMs now) const
{
    if (state != KeyState::Issued)
        return state == KeyState::Revoked ? KeyStatus::Revoked : KeyStatus::Withdrawn;
    if (now >= expires)
        return KeyStatus::Expired;
    return now < notBefore ? KeyStatus::NotYetValid : KeyStatus::Valid;
}

Result<void> KeyTerms::permits(const IpPrefix &route, Asn asked, UtcMs now, std::chrono::seconds tolerance) const
{
    const UtcMs leeway = std::chrono::milliseconds(tolerance).count();
    switch (status(now)) {
    case KeyStatus::Expired:
        return notPermitted(TermWords::tr("The key expired on %1.").arg(toRfc3339(expires)));
    case KeyStatus::Revoked:
        return notPermitted(TermWords::tr("The key was revoked by its holder."));
    case KeyStatus::Withdrawn:
        return notPermitted(TermWords::tr("The key was withdrawn: its holder has lost a resource."));
    case KeyStatus::NotYetValid:
        if (now + leeway < notBefore)
            return notPermitted(TermWords::tr("The key is valid from %1 on.").arg(toRfc3339(notBefore)));
        break;
    case KeyStatus::Valid:
        break;
    }
    if (asked != origin)
        return notPermitted(TermWords::tr("The key is for %1, not %2.").arg(origin.toString(), asked.toString()));
    if (!prefixes.covers(route))
        return notPermitted(TermWords::tr("The key does not cover %1.").arg(route.toString()));
    return {};
}

} // namespace peerdesk
