// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpmessage.h"

#include <QCoroTask>

namespace peerdesk {

/// For a service or a route that has its answer at hand.
inline QCoro::Task<HttpResponse> answered(HttpResponse response)
{
    co_return response;
}

} // namespace peerdesk
