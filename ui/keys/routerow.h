// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/detailcontent.h"
#include "widgets/rowmodel.h"
#include "workflow/keys/registeredroute.h"

namespace peerdesk {

/// A route object as the registry's table shows it.
struct RouteRow
{
    RegisteredRoute route;
    QString originName;
    UtcMs left = 0; ///< until it falls; 0 when that is over or will not be
    QString fallsWords;

    bool operator==(const RouteRow &) const = default;
};

[[nodiscard]] RouteRow routeRow(const RegisteredRoute &route, const QString &originName, UtcMs now);
[[nodiscard]] RowTraits<RouteRow> routeTraits();
[[nodiscard]] QList<FilterField> routeFields();
[[nodiscard]] int fallColumn();
[[nodiscard]] DetailContent routeDetail(const RouteRow &row);

} // namespace peerdesk
