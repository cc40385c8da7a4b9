// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/relation.h"

#include <array>

namespace peerdesk {
namespace {

constexpr std::array words = {
    std::pair{Relation::Kind::None, "none"},         std::pair{Relation::Kind::Customer, "customer"},
    std::pair{Relation::Kind::Upstream, "upstream"}, std::pair{Relation::Kind::Peer, "peer"},
    std::pair{Relation::Kind::Never, "never"},       std::pair{Relation::Kind::Declined, "declined"},
};

} // namespace

QString toText(Relation::Kind kind)
{
    for (const auto &[value, text] : words) {
        if (value == kind)
            return QString::fromLatin1(text);
    }
    return {};
}

std::optional<Relation::Kind> relationFromString(QStringView text)
{
    for (const auto &[value, word] : words) {
        if (text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace peerdesk
