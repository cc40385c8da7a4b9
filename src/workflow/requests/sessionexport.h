// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/session.h"

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <optional>

namespace peerdesk {

/// What approved sessions are handed to a router's configuration as, until Peerdesk writes that itself.
enum class ExportFormat : std::uint8_t { Csv, Json, Plain };

/// "csv", "json", "plain".
[[nodiscard]] std::optional<ExportFormat> exportFormatFromString(const QString &text);

/// One line, object or paragraph for each session, with its secret in the clear: whoever asks for it means to put it
/// into a router.
[[nodiscard]] QByteArray exportSessions(const QList<Session> &sessions, ExportFormat format);

/// The same into a file that only its owner may read: JSON for a name that ends so, else CSV. In place of an existing
/// file, or not at all.
[[nodiscard]] Result<void> exportSessions(const QList<Session> &sessions, const QString &path);

} // namespace peerdesk
