// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "peering/validation.h"

#include <QString>

namespace peerdesk {

/// The sentences a person reads when something fails, on the desk and on the command line alike: what happened, whose
/// side it is on, what to do next. Translated; plain text that may hold words of the other side, so no widget may
/// take it for markup.
///
/// `subject` names the other side as the sentence begins: "AS64500's endpoint", "PeeringDB", "The database".
[[nodiscard]] QString errorSentence(const Error &error, const QString &subject);

/// The same for a file or folder of this machine: input that is wrong there was refused by nobody, it cannot be read.
/// `name` is the file's or folder's.
[[nodiscard]] QString inputSentence(const Error &error, const QString &name);

/// errorSentence()'s two parts, for who puts them in different places: what happened, with the particulars, and what to
/// do next (empty if there is nothing).
[[nodiscard]] QString whatHappened(const Error &error, const QString &subject);
[[nodiscard]] QString whatNext(const Error &error);

/// The way forward alone ("Sign in again", "Retry in 30 s"), for the button of a message bar; empty if only reading
/// helps.
[[nodiscard]] QString wayForward(const Error &error);

/// A finding of the validation in the reader's language, as a cell's tool tip has it.
[[nodiscard]] QString findingSentence(const Finding &finding);

/// "sessions[1].peer_ip: outside the LAN; ..." for errors that carry fields; empty for those that do not.
[[nodiscard]] QString fieldSentences(const QList<FieldError> &fields);

} // namespace peerdesk
