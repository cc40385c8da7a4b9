// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "cli/listing.h"

namespace peerdesk {

/// Why a command did not do what it was asked, in the format in which it was asked: a sentence for people, one JSON
/// object on one line for programs.
///
/// {"kind", "message", "side", "next", "retry_after", "fields": [{"field", "messages", "item_id"}]}: `kind` as
/// ErrorKind is named, `side` who has to do something ("input", "here" or "there"), `retry_after` in seconds; what
/// there is none of is left out.
///
/// `subject` begins the sentence, as in workflow/errortext; without one the error's detail is the sentence.
[[nodiscard]] QByteArray complaint(const Error &error, const QString &subject, OutputFormat format);

/// A remark beside the result, in the same two forms; its `kind` is "note".
[[nodiscard]] QByteArray remark(const QString &sentence, OutputFormat format);

} // namespace peerdesk
