// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/asn.h"
#include "peering/location.h"

#include <QString>

#include <optional>

class QUrlQuery;

namespace peerdesk {

/// The parameters of GET /locations and GET /sessions.
struct ListQuery
{
    std::optional<Asn> asn;
    std::optional<Location::Kind> kind; ///< location_type
    int maxResults = 0;                 ///< 0 is the server's default; never above maxPageSize
    std::optional<QString> nextToken;   ///< present but empty asks some servers for the first page
    QString requestId;                  ///< only the sessions of this request
};

constexpr int maxPageSize = 100;

[[nodiscard]] QUrlQuery encodeListQuery(const ListQuery &query);
/// Invalid with a FieldError per parameter that cannot be read. A max_results above the limit is clamped.
[[nodiscard]] Result<ListQuery> decodeListQuery(const QUrlQuery &query);

} // namespace peerdesk
