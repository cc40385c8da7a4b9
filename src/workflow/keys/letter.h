// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/keys/heldkey.h"

#include <QUrl>

namespace peerdesk {

/// A letter of authorisation: who lets whom announce which prefixes until when, and what it takes to check that. It
/// carries the key's reference and never the key itself, so it may be copied and mailed. A value; the paper it is
/// printed on is ui/keys'.
struct Letter
{
    HeldKey key;
    QString holder;     ///< who authorises, by name
    QString originName; ///< of the AS; empty if unknown
    QUrl issuer;
    UtcMs madeAt = 0;
};

/// What of a letter a machine reads: the text of its QR code.
struct LetterText
{
    KeyReference reference;
    QUrl issuer;
    QByteArray statement; ///< empty where it was too long to print or there was none

    /// Invalid, with a sentence, for any other text. What it says is the letter's claim and nothing more.
    [[nodiscard]] static Result<LetterText> parse(QStringView text);
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static bool isMeantBy(QStringView text);
};

/// With the signed statement, of up to about 25 prefixes, as long as a code of it can be printed and read again.
[[nodiscard]] LetterText textOf(const Letter &letter);

} // namespace peerdesk
