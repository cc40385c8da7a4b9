// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

namespace peerdesk {

/// Seals session secrets before they go into the database: AES-256-GCM (NIST SP 800-38D) under a key that lies in a
/// file of its own beside it, so that a copied or backed-up database gives nothing away. Desk and daemon read the same
/// key. What is sealed is bound to its context (the id of the row), so envelopes cannot be swapped between rows.
/// A value; any thread.
class Envelope
{
public:
    /// The file beside that database: "desk.sqlite" has "desk.sqlite.key".
    [[nodiscard]] static QString keyPathFor(const QString &databasePath);
    /// Makes the key if there is none; two processes that start at once end up with the same one.
    static Result<Envelope> createOrLoad(const QString &keyPath);
    /// Storage error if it is missing, readable by everybody, or not a key.
    static Result<Envelope> load(const QString &keyPath);
    /// For whoever may look and not touch: every secret looks empty, and none can be sealed.
    static Envelope withoutKey() { return Envelope(Secret()); }

    /// Text for a column; empty for an empty secret.
    [[nodiscard]] Result<QString> seal(const Secret &secret, const QString &context) const;
    /// Storage error if the text was tampered with, belongs elsewhere or was sealed with another key.
    [[nodiscard]] Result<Secret> open(const QString &sealed, const QString &context) const;
    /// Tells keys apart without giving anything away.
    [[nodiscard]] QString fingerprint() const;

private:
    explicit Envelope(Secret key)
        : m_key(std::move(key))
    {
    }

    Secret m_key;
};

} // namespace peerdesk
