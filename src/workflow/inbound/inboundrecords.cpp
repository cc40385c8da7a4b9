// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/inboundrecords.h"

#include "storage/existingsessionstore.h"
#include "storage/requestkeystore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"

namespace peerdesk {

Result<InboundRecords> readInboundRecords(QSqlDatabase &database, const Envelope &envelope, Asn own)
{
    InboundRecords records;
    RequestFilter requests;
    requests.ownAsn = own;
    requests.direction = Direction::Inbound;
    const auto inbound = RequestStore(database, envelope).requests(requests);
    if (!inbound)
        return inbound.error();
    records.inbound = *inbound;
    SessionFilter live;
    live.ownAsn = own;
    live.approvals = {Approval::Sending, Approval::OutcomeUnknown, Approval::Pending,
                      Approval::Held,    Approval::Offered,        Approval::Approved};
    live.connections = {Connection::NotConfigured, Connection::Down, Connection::Established};
    const auto sessions = SessionStore(database, envelope).sessions(live);
    if (!sessions)
        return sessions.error();
    records.live = *sessions;
    const auto existing = ExistingSessionStore(database).sessions(own);
    if (!existing)
        return existing.error();
    records.existing = *existing;
    const auto keys = RequestKeyStore(database).keysOf(own);
    if (!keys)
        return keys.error();
    for (auto it = keys->cbegin(); it != keys->cend(); ++it) {
        for (const StoredRequestKey &key : *it)
            records.keys[it.key()].append(findingOf(key));
    }
    return records;
}

} // namespace peerdesk
