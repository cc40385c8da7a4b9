// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonObject>

namespace peerdesk {

// The bodies of refusals, and the list of errors inside an answer to a batch.

/// `{"errors": [...], "field_errors": [...]}` with each entry's words under both `errors` and `messages`: the
/// published schema asks for one spelling and its own example shows another.
[[nodiscard]] QJsonObject writeFieldErrors(const QList<FieldError> &errors);

/// Reads what stands under `errors` in any of the shapes that were seen: a list, an object with a list in it, or an
/// object from field names to words.
[[nodiscard]] QList<FieldError> readFieldErrors(const QJsonValue &errors);

/// Everything a refusal's body says: sentence, field errors, contact.
struct RefusalWords
{
    QString text;
    QString contact;
    QList<FieldError> fields;
};
[[nodiscard]] RefusalWords readRefusal(const QByteArray &body);

} // namespace peerdesk
