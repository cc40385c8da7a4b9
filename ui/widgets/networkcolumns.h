// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rowmodel.h"

#include <QCoreApplication>
#include <QLocale>

namespace peerdesk {

struct NetworkColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::NetworkColumns)
};

/// What a row's network is called: by its number where the directory has no name.
template<class Row> [[nodiscard]] QString networkNameOf(const Row &row)
{
    return row.name.isEmpty() ? row.asn.toString() : row.name;
}

/// The number and the name of the other network, for Rows with `asn` and `name`. Widths are in characters.
template<class Row> [[nodiscard]] QList<RowColumn<Row>> networkColumns(int asnField, int nameField, int nameWidth)
{
    return {
        {{.id = QStringLiteral("asn"),
          .title = NetworkColumnWords::tr("ASN"),
          .width = 10,
          .numeric = true,
          .filterField = asnField},
         [](const Row &row) { return Cell{.text = QString::number(row.asn.number())}; },
         [](const Row &row) { return SortKey(double(row.asn.number())); }},
        {{.id = QStringLiteral("network"),
          .title = NetworkColumnWords::tr("Network"),
          .width = nameWidth,
          .filterField = nameField},
         [](const Row &row) { return Cell{.text = networkNameOf(row), .toolTip = networkNameOf(row)}; }},
    };
}

/// How many sessions a row stands for.
template<class Row> [[nodiscard]] RowColumn<Row> sessionsColumn(int field, int (*count)(const Row &))
{
    return {{.id = QStringLiteral("sessions"),
             .title = NetworkColumnWords::tr("Sessions"),
             .width = 7,
             .numeric = true,
             .filterField = field},
            [count](const Row &row) { return Cell{.text = QLocale().toString(count(row))}; },
            [count](const Row &row) { return SortKey(double(count(row))); }};
}

} // namespace peerdesk
