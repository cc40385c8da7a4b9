// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/requestlook.h"

#include <QCoreApplication>

#include <algorithm>

namespace peerdesk {
namespace {

struct RequestLookWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RequestLook)
};

bool isAgreed(Status status)
{
    return status == Status::Approved || status == Status::Down || status == Status::Established;
}

} // namespace

StatusLook requestLook(const QList<Status> &sessions)
{
    if (sessions.isEmpty())
        return {};
    for (const Status urgent : {Status::OutcomeUnknown, Status::Sending, Status::Pending, Status::Held}) {
        if (sessions.contains(urgent))
            return statusLook(urgent);
    }
    const auto agreed = std::count_if(sessions.begin(), sessions.end(), isAgreed);
    const bool refused = sessions.contains(Status::Rejected) || sessions.contains(Status::Withdrawn);
    if (agreed > 0 && (refused || sessions.contains(Status::Offered)))
        return {Icon::CircleDot, Tone::Approved, RequestLookWords::tr("Partly approved")};
    for (const Status common : {Status::Offered, Status::Down, Status::Approved, Status::Unestablished,
                                Status::Established, Status::Rejected, Status::Withdrawn}) {
        if (sessions.contains(common))
            return statusLook(common);
    }
    return statusLook(sessions.first());
}

} // namespace peerdesk
