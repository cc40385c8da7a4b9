// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QUrl>

namespace peerdesk {

/// An endpoint's base URL as it is kept and called: http or https, with a host, without user, query, fragment and
/// trailing slash; Invalid otherwise. The version of the interface is part of its path. Whether plain http may be
/// called at all is the HTTP client's to decide.
[[nodiscard]] Result<QUrl> endpointBaseUrl(const QString &text);

/// The base URL with more segments, each percent-encoded: "https://peer.example/v1/sessions/a%2Fb".
[[nodiscard]] QUrl resourceUrl(const QUrl &base, const QStringList &segments);

} // namespace peerdesk
