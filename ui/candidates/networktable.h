// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rowmodel.h"
#include "workflow/candidates/candidaterow.h"

namespace peerdesk {

/// The names of the exchanges where another network meets ours, asked only while somebody filters by them.
using ExchangesOf = std::function<QStringList(Asn)>;

/// The columns of the Networks table and what its filter knows.
[[nodiscard]] RowTraits<NetworkRow> networkTraits(const ExchangesOf &exchangesOf, const std::function<UtcMs()> &now);
[[nodiscard]] QList<FilterField> networkFields(const QStringList &exchangeNames);

[[nodiscard]] inline QString networkKey(Asn asn)
{
    return QString::number(asn.number());
}
[[nodiscard]] inline Asn networkOf(const QString &key)
{
    return Asn(key.toUInt());
}

} // namespace peerdesk
