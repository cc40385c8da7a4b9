// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/dialect.h"
#include "peeringapi/createanswer.h"
#include "peeringapi/createrequest.h"
#include "peeringapi/membership.h"
#include "peeringapi/page.h"

#include <QByteArray>

namespace peerdesk {

// The caller's half of the codec: strict in what it writes, tolerant in what it reads. Pure functions, any thread.
// Failures are ErrorKind::Protocol: the other side answered something that is not what it should speak.

[[nodiscard]] QByteArray encodeCreateRequest(const CreateRequest &request, const Dialect &dialect);

/// Reads any 200, 201, 202, 207 or 300 answer to `request` as two disjoint lists.
[[nodiscard]] Result<CreateAnswer> decodeCreateAnswer(const QByteArray &body, const CreateRequest &request,
                                                      const Membership &membership);
[[nodiscard]] Result<Page<Location>> decodeLocationPage(const QByteArray &body);
[[nodiscard]] Result<Page<RemoteSession>> decodeSessionPage(const QByteArray &body, const Membership &membership);
[[nodiscard]] Result<RemoteSession> decodeSession(const QByteArray &body, const Membership &membership);

/// An answer that is not a success, with the other side's words in `detail` and `fields`. `reasonPhrase` speaks
/// where the body does not.
[[nodiscard]] Error decodeError(int httpStatus, const QByteArray &body, const QString &reasonPhrase);

} // namespace peerdesk
