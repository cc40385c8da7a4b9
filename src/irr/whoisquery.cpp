// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/whoisquery.h"

#include "irr/irrdquery.h"
#include "irr/ripequery.h"

#include <algorithm>

namespace peerdesk {

Result<WhoisQuery> WhoisQuery::parse(QByteArrayView line)
{
    const bool printable =
        std::all_of(line.begin(), line.end(), [](char c) { return (c >= ' ' && c < 0x7f) || c == '\t'; });
    if (!printable)
        return Error(ErrorKind::Invalid, QStringLiteral("Invalid characters in query"));
    const QString text = QString::fromLatin1(line).replace(u'\t', u' ').trimmed();
    return text.startsWith(u'!') ? parseIrrdQuery(text.mid(1)) : parseRipeQuery(text);
}

} // namespace peerdesk
