// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace peerdesk {

QString toText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
        return QStringLiteral("invalid");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::Unauthenticated:
        return QStringLiteral("unauthenticated");
    case ErrorKind::Denied:
        return QStringLiteral("denied");
    case ErrorKind::NeedsHuman:
        return QStringLiteral("needs-human");
    case ErrorKind::Throttled:
        return QStringLiteral("throttled");
    case ErrorKind::Unreachable:
        return QStringLiteral("unreachable");
    case ErrorKind::TimedOut:
        return QStringLiteral("timed-out");
    case ErrorKind::Unavailable:
        return QStringLiteral("unavailable");
    case ErrorKind::Protocol:
        return QStringLiteral("protocol");
    case ErrorKind::Storage:
        return QStringLiteral("storage");
    case ErrorKind::Refused:
        return QStringLiteral("refused");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::Internal:
        return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

} // namespace peerdesk
