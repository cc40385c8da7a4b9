// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/detailcontent.h"
#include "widgets/rowmodel.h"
#include "workflow/keys/heldkey.h"
#include "workflow/keys/registeredroute.h"

namespace peerdesk {

/// A key as the table of the holder's keys shows it.
struct KeyRow
{
    QString id;
    QString name; ///< its label, else its reference
    QStringList prefixes;
    Asn origin;
    QString originName;
    KeyStatus status = KeyStatus::Valid;
    UtcMs left = 0;   ///< of its life; 0 when it is over
    double share = 0; ///< of its whole life, in hundredths: a bar shows no more
    UtcMs expires = 0;
    UtcMs lastUsed = 0;
    QString lastUsedWords;

    [[nodiscard]] bool isAlive() const { return status == KeyStatus::Valid || status == KeyStatus::NotYetValid; }
    bool operator==(const KeyRow &) const = default;
};

[[nodiscard]] KeyRow keyRow(const HeldKey &key, const QString &originName, UtcMs now);
[[nodiscard]] RowTraits<KeyRow> keyTraits();
[[nodiscard]] QList<FilterField> keyFields();
/// Which column of the table has the bar.
[[nodiscard]] int lifeColumn();
[[nodiscard]] StatusLook keyLook(KeyStatus status);

/// With those of `registered` that hang on it.
[[nodiscard]] DetailContent keyDetail(const HeldKey &key, const QList<RegisteredRoute> &registered,
                                      const QString &originName, UtcMs now);

} // namespace peerdesk
