// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/notice.h"

#include "peering/words.h"

#include <array>

namespace peerdesk {
namespace {

constexpr std::array noticeWords = {
    Word<Notice::Kind>{Notice::Kind::Approved, "approved"},
    Word<Notice::Kind>{Notice::Kind::Rejected, "rejected"},
    Word<Notice::Kind>{Notice::Kind::Established, "established"},
    Word<Notice::Kind>{Notice::Kind::Unestablished, "unestablished"},
    Word<Notice::Kind>{Notice::Kind::NeedsAnswer, "needs-answer"},
    Word<Notice::Kind>{Notice::Kind::KeyEnding, "key-ending"},
};

} // namespace

QString toText(Notice::Kind kind)
{
    return wordOf(noticeWords, kind);
}

std::optional<Notice::Kind> noticeKindFromString(QStringView text)
{
    return valueOf<Notice::Kind>(noticeWords, text);
}

} // namespace peerdesk
