// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/existingsession.h"

#include <QByteArray>
#include <QList>

namespace peerdesk {

class MirrorIndex;

/// Reads a list of existing sessions as a router's export or a spreadsheet has it. CSV with a line of names,
/// or JSON: a list of objects, or one below "sessions". Names known: asn (peer_asn, remote_asn), own_ip
/// (local_ip, local_address), other_ip (peer_ip, remote_ip, neighbor, neighbour, peer_address), location
/// (ix_id, ix, exchange; "pdb:ix:42" or 42), state (status). Without a location, the exchange where the
/// directory has our address is taken. Invalid names every line that cannot be read ("line 3"); then none
/// counts.
[[nodiscard]] Result<QList<ExistingSession>>
readExistingSessions(const QByteArray &text, Asn own, const QString &source, UtcMs now, const MirrorIndex &index);

} // namespace peerdesk
