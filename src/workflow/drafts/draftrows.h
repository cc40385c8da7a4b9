// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/draft.h"
#include "workflow/drafts/draftcolumn.h"

namespace peerdesk {

/// Writes a cell as typed; a secret's blanks are kept, they are for the validation to refuse.
void setCell(DraftRow &row, DraftColumn column, const QString &text);

/// A row read from a file, and the network it is for where the file says so.
struct ImportedRow
{
    Asn otherAsn; ///< none where the file has no such column
    DraftRow row;
};

/// Rows as a spreadsheet copies or exports them: a header line that names the columns ("location", "own_ip",
/// "other_ip", "secret", "note", "role", "asn"; unknown ones are passed over), or without one the cells in the order of
/// DraftColumn. Every row gets a new item_id. Nothing is judged here.
/// Invalid: a header without any address column, an "asn" that is no number.
[[nodiscard]] Result<QList<ImportedRow>> readDraftRows(const QString &csv);

/// The same from JSON: an array of objects, or an object with such an array under "sessions", with the same names.
[[nodiscard]] Result<QList<ImportedRow>> readDraftRowsFromJson(const QByteArray &json);

} // namespace peerdesk
