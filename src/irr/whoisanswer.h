// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/whoisquery.h"

#include <QByteArray>

/// How answers look on the wire. Clients trust the length to the byte: a wrong one makes bgpq4 abort.
namespace peerdesk {

/// Data in the style of the query. Of IRRd's "A<bytes>\n<data>\nC\n" the bytes count the line break after the data;
/// no data is "C" there.
[[nodiscard]] QByteArray dataAnswer(WhoisQuery::Style style, const QByteArray &data);
/// The query was understood, and there is nothing more to say: "C". RIPE's style has no word for it.
[[nodiscard]] QByteArray doneAnswer(WhoisQuery::Style style);
/// What was asked for is not here: "D", or the sentence that clients of RIPE's look for.
[[nodiscard]] QByteArray missingAnswer(WhoisQuery::Style style);
/// "F <words>". Only for a query that cannot be answered by anybody: clients take it for an empty answer.
[[nodiscard]] QByteArray faultAnswer(WhoisQuery::Style style, const QString &words);

} // namespace peerdesk
