// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "candidates/candidatesmap.h"

#include "candidates/locationtable.h"

#include <QHash>

#include <algorithm>

namespace peerdesk {
namespace {

struct Standing
{
    MapPlace::Kind kind = MapPlace::Kind::Elsewhere;
    int missing = 0;
    int open = 0;
};

Standing standingAt(const NetworkDetail::Meeting &meeting)
{
    if (meeting.side == NetworkDetail::Side::TheirsOnly)
        return {MapPlace::Kind::TheirsOnly, 0};
    if (meeting.side == NetworkDetail::Side::OursOnly)
        return {MapPlace::Kind::OursOnly, 0};
    const auto count = [&meeting](SessionStanding standing) {
        return static_cast<int>(std::ranges::count(meeting.sessions, standing, &NetworkDetail::Session::standing));
    };
    const int missing = count(SessionStanding::Missing);
    const int open = count(SessionStanding::Open);
    const int present = count(SessionStanding::Existing) + count(SessionStanding::Established);
    return {placeKind(LocationRow::sharedStanding(missing, open, present)), missing, open};
}

} // namespace

CandidatePlaces candidatePlaces(const QList<LocationRow> &locations, const std::optional<NetworkDetail> &chosen)
{
    QHash<std::uint32_t, Standing> ofChosen;
    if (chosen) {
        for (const auto &meeting : chosen->exchanges)
            ofChosen.insert(meeting.exchangeId, standingAt(meeting));
    }
    CandidatePlaces places;
    for (const LocationRow &row : locations) {
        const Standing standing = chosen ? ofChosen.value(row.exchangeId)
                                         : Standing{placeKind(row.standing), row.missingSessions, row.openSessions};
        const MapPlace place{locationKey(row.exchangeId),
                             row.name,
                             row.position.latitude,
                             row.position.longitude,
                             standing.kind,
                             standing.missing,
                             row.position.source == Position::Source::City,
                             standing.open};
        if (row.position.isKnown())
            places.placed.append(place);
        else if (place.kind != MapPlace::Kind::Elsewhere)
            places.unplaced.append(place);
    }
    return places;
}

} // namespace peerdesk
