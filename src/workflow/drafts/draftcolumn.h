// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace peerdesk {

/// The cells of a draft's row, in the order in which a person types and pastes them. Role is ours at the session.
enum class DraftColumn : std::uint8_t { Location, OwnAddress, OtherAddress, Secret, Note, Role };

inline constexpr std::array draftColumns = {DraftColumn::Location, DraftColumn::OwnAddress, DraftColumn::OtherAddress,
                                            DraftColumn::Secret,   DraftColumn::Note,       DraftColumn::Role};

/// The column's name in files and in the command line's output: "location", "own_ip", "other_ip", "secret", "note", "role".
[[nodiscard]] QString toText(DraftColumn column);
/// That name, or one of those that people give the column in their spreadsheets ("exchange", "md5"), in any case.
[[nodiscard]] std::optional<DraftColumn> draftColumnFromString(const QString &name);

} // namespace peerdesk
