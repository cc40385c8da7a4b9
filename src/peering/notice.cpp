// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/notice.h"

#include <array>

namespace peerdesk {
namespace {

constexpr std::array words = {
    std::pair{Notice::Kind::Approved, "approved"},
    std::pair{Notice::Kind::Rejected, "rejected"},
    std::pair{Notice::Kind::Established, "established"},
    std::pair{Notice::Kind::Unestablished, "unestablished"},
    std::pair{Notice::Kind::NeedsAnswer, "needs-answer"},
};

} // namespace

QString toText(Notice::Kind kind)
{
    for (const auto &[value, text] : words) {
        if (value == kind)
            return QString::fromLatin1(text);
    }
    return {};
}

std::optional<Notice::Kind> noticeKindFromString(QStringView text)
{
    for (const auto &[value, word] : words) {
        if (text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace peerdesk
