// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/asn.h"

namespace peerdesk {

std::optional<Asn> Asn::parse(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(QLatin1String("AS"), Qt::CaseInsensitive))
        text = text.mid(2);
    if (text.isEmpty() || text.size() > 10)
        return {};
    std::uint64_t number = 0;
    for (const QChar c : text) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return {};
        number = number * 10 + static_cast<std::uint64_t>(c.unicode() - '0');
    }
    if (number == 0 || number > 0xffffffffULL)
        return {};
    return Asn(static_cast<std::uint32_t>(number));
}

QString Asn::toString() const
{
    return QStringLiteral("AS%1").arg(m_number);
}

} // namespace peerdesk
