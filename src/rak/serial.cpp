// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/serial.h"

#include <QDateTime>

namespace peerdesk {

Serial Serial::next(UtcMs now) const
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date();
    const Serial today(static_cast<std::uint32_t>(((day.year() * 100 + day.month()) * 100 + day.day())) * 100U);
    const bool first = m_number == 0;
    return first || today.isNewerThan(*this) ? today : Serial(m_number + 1);
}

} // namespace peerdesk
