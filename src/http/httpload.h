// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

namespace peerdesk {

/// What a server carries at this moment, and how often it turned somebody away since it started, by reason.
struct HttpLoad
{
    qint64 bufferedBytes = 0; ///< read and not yet served, being served, or written and not yet taken
    int openRequests = 0;     ///< from the end of the head to the answer
    quint64 connectionsTaken = 0;
    QMap<QByteArray, quint64> refusals;
};

} // namespace peerdesk
