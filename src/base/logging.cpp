// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

namespace peerdesk {

Q_LOGGING_CATEGORY(lcStorage, "peerdesk.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "peerdesk.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAuth, "peerdesk.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(lcMirror, "peerdesk.mirror", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPeeringApi, "peerdesk.peeringapi", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWorkflow, "peerdesk.workflow", QtInfoMsg)
Q_LOGGING_CATEGORY(lcEndpoint, "peerdesk.endpoint", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "peerdesk.ui", QtInfoMsg)

} // namespace peerdesk
