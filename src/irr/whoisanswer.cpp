// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/whoisanswer.h"

namespace peerdesk {

QByteArray dataAnswer(WhoisQuery::Style style, const QByteArray &data)
{
    if (style == WhoisQuery::Style::Ripe)
        return data + (data.endsWith('\n') ? "\n\n" : "\n\n\n");
    if (data.isEmpty())
        return doneAnswer(style);
    const QByteArray end = data.endsWith('\n') ? "" : "\n";
    return 'A' + QByteArray::number(data.size() + end.size()) + '\n' + data + end + "C\n";
}

QByteArray doneAnswer(WhoisQuery::Style style)
{
    return style == WhoisQuery::Style::Ripe ? "\n\n" : "C\n";
}

QByteArray missingAnswer(WhoisQuery::Style style)
{
    return style == WhoisQuery::Style::Ripe ? "%  No entries found for the selected source(s).\n\n\n" : "D\n";
}

QByteArray faultAnswer(WhoisQuery::Style style, const QString &words)
{
    const QByteArray text = QString(words).replace(u'\n', u' ').toUtf8();
    return style == WhoisQuery::Style::Ripe ? "%% ERROR: " + text + "\n\n\n" : "F " + text + '\n';
}

} // namespace peerdesk
