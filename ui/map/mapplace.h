// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace peerdesk {

/// An exchange as the map shows it.
struct MapPlace
{
    /// In the order in which they matter: a cluster looks like the most important place in it.
    enum class Kind {
        SharedMissing, ///< both networks are there, sessions are missing: a filled disc with their number
        SharedOpen,    ///< both are there, nothing is missing, yet not all exists: a ring with a dot
        SharedPeered,  ///< both are there, all sessions exist: a filled disc
        TheirsOnly,    ///< a diamond
        OursOnly,      ///< a ring
        Elsewhere,     ///< neither: a dot
    };

    QString key;
    QString name;
    double latitude = 0;
    double longitude = 0;
    Kind kind = Kind::Elsewhere;
    int missing = 0;          ///< sessions, of SharedMissing
    bool approximate = false; ///< the city's position, not a building's
    int open = 0;             ///< sessions drafted or asked for

    bool operator==(const MapPlace &) const = default;
};

} // namespace peerdesk
