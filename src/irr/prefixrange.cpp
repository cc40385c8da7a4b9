// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/prefixrange.h"

#include <algorithm>

namespace peerdesk {
namespace {

std::optional<int> lengthOf(QStringView text)
{
    const bool digits = !text.isEmpty() && text.size() <= 3
                        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? std::optional<int>(text.toInt()) : std::nullopt;
}

/// What stands after the '^'.
bool isRangeOperator(QStringView text, const IpPrefix &prefix)
{
    if (text == u"+" || text == u"-")
        return true;
    const qsizetype dash = text.indexOf(u'-');
    const auto from = lengthOf(dash < 0 ? text : text.left(dash));
    const auto to = dash < 0 ? from : lengthOf(text.mid(dash + 1));
    return from && to && prefix.length() <= *from && *from <= *to && *to <= prefix.network().bitLength();
}

} // namespace

std::optional<PrefixRange> PrefixRange::parse(QStringView text)
{
    const qsizetype caret = text.indexOf(u'^');
    const auto prefix = IpPrefix::parse(caret < 0 ? text : text.left(caret));
    if (!prefix || (caret >= 0 && !isRangeOperator(text.mid(caret + 1), *prefix)))
        return {};
    return PrefixRange{*prefix, caret < 0 ? QString() : text.mid(caret).toString()};
}

} // namespace peerdesk
