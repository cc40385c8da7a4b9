// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/notice.h"
#include "peering/session.h"
#include "peeringapi/remotesession.h"

#include <QHash>
#include <QList>

#include <optional>

namespace peerdesk {

/// Tells which of our sessions another network speaks of: by its id, else by our item_id, else by both addresses and
/// the location. No I/O.
class SessionMatcher
{
public:
    enum class Certainty {
        None,      ///< none of ours
        Sure,      ///< ours
        Contested, ///< at our place, but it carries somebody else's item_id: a person must look
    };
    struct Match
    {
        Certainty certainty = Certainty::None;
        qsizetype index = -1; ///< in `ours`
    };

    explicit SessionMatcher(QList<Session> ours);

    [[nodiscard]] Match match(const RemoteSession &theirs) const;
    [[nodiscard]] const QList<Session> &ours() const { return m_ours; }

private:
    const QList<Session> m_ours;
    QHash<QString, qsizetype> m_byRemoteId;
    QHash<QString, qsizetype> m_byItem;
    QHash<QString, qsizetype> m_byPlace;
};

/// Our session after the other network said this of it; the same where nothing changes. The receiver decides, so its
/// word about approval holds, except that what we took back stays so, and that what it offers is for somebody here to
/// accept, whatever it calls it, and not an offer again once that was done. Its
/// silence about the connection ("Approved") does not undo what a person or a router told us.
[[nodiscard]] Session reconciled(Session ours, const RemoteSession &theirs, UtcMs now);

/// Differs in anything that is stored.
[[nodiscard]] bool differs(const Session &before, const Session &after);

/// What a person should be told when a session goes from one state to the other, if anything.
[[nodiscard]] std::optional<Notice::Kind> noticeOf(const Session &before, const Session &after);

} // namespace peerdesk
