// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/relation.h"

#include "peering/words.h"

#include <array>

namespace peerdesk {
namespace {

constexpr std::array relationWords = {
    Word<Relation::Kind>{Relation::Kind::None, "none"},
    Word<Relation::Kind>{Relation::Kind::Customer, "customer"},
    Word<Relation::Kind>{Relation::Kind::Upstream, "upstream"},
    Word<Relation::Kind>{Relation::Kind::Peer, "peer"},
    Word<Relation::Kind>{Relation::Kind::Never, "never"},
    Word<Relation::Kind>{Relation::Kind::Declined, "declined"},
};

} // namespace

QString toText(Relation::Kind kind)
{
    return wordOf(relationWords, kind);
}

std::optional<Relation::Kind> relationFromString(QStringView text)
{
    return valueOf<Relation::Kind>(relationWords, text);
}

} // namespace peerdesk
