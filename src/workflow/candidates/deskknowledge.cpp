// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/candidates/deskknowledge.h"

#include "storage/draftstore.h"
#include "storage/endpointstore.h"
#include "storage/existingsessionstore.h"
#include "storage/relationstore.h"
#include "storage/sessionstore.h"

#include <algorithm>

namespace peerdesk {
namespace {

/// Enumerators grow with how far the session is.
void note(DeskKnowledge &knowledge, Asn other, const AddressPair &pair, SessionStanding standing)
{
    SessionStanding &known = knowledge.sessions[other][pair];
    known = std::max(known, standing);
}

Result<void> noteDrafts(QSqlDatabase &database, const Envelope &envelope, Asn own, DeskKnowledge &knowledge)
{
    const auto drafts = DraftStore(database, envelope).drafts(own);
    if (!drafts)
        return drafts.error();
    for (const Draft &draft : *drafts) {
        for (const DraftRow &row : draft.rows) {
            const auto location = Location::parse(row.location);
            const auto ours = IpAddress::parse(row.ownAddress);
            const auto theirs = IpAddress::parse(row.otherAddress);
            if (location && ours && theirs)
                note(knowledge, draft.otherAsn, {*location, *ours, *theirs}, SessionStanding::Open);
        }
    }
    return {};
}

Result<void> noteSessions(QSqlDatabase &database, const Envelope &envelope, Asn own, DeskKnowledge &knowledge)
{
    SessionFilter filter;
    filter.ownAsn = own;
    const auto sessions = SessionStore(database, envelope).sessions(filter);
    if (!sessions)
        return sessions.error();
    for (const Session &session : *sessions) {
        if (isFinal(session.status()))
            continue;
        const bool up = session.connection == Connection::Established;
        note(knowledge, session.otherAsn(), {session.proposal.location, session.ownAddress(), session.otherAddress()},
             up ? SessionStanding::Established : SessionStanding::Open);
    }
    return {};
}

} // namespace

Result<DeskKnowledge> readDeskKnowledge(QSqlDatabase &database, const Envelope &envelope, Asn own)
{
    DeskKnowledge knowledge;
    const auto relations = RelationStore(database).relations(own);
    if (!relations)
        return relations.error();
    for (const Relation &relation : *relations)
        knowledge.relations.insert(relation.otherAsn, relation);
    const auto endpoints = EndpointStore(database).endpoints(own);
    if (!endpoints)
        return endpoints.error();
    for (const NetworkEndpoint &endpoint : *endpoints)
        knowledge.endpoints.insert(endpoint.otherAsn);
    const auto existing = ExistingSessionStore(database).sessions(own);
    if (!existing)
        return existing.error();
    for (const ExistingSession &session : *existing)
        note(knowledge, session.otherAsn, {session.location, session.ownAddress, session.otherAddress},
             SessionStanding::Existing);
    if (const auto drafts = noteDrafts(database, envelope, own, knowledge); !drafts)
        return drafts.error();
    if (const auto sessions = noteSessions(database, envelope, own, knowledge); !sessions)
        return sessions.error();
    return knowledge;
}

} // namespace peerdesk
