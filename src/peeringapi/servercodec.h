// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/dialect.h"
#include "peeringapi/createrequest.h"
#include "peeringapi/membership.h"

#include <QByteArray>

namespace peerdesk {

// The endpoint's half of the codec. Pure functions, any thread. Secrets are read here and never written.

/// What a caller asked for and how it speaks, so that it is answered likewise.
struct IncomingRequest
{
    CreateRequest request;
    Dialect dialect;
};

/// Invalid with one FieldError per problem ("sessions[1].peer_ip"), or Denied where a session is not between a
/// network of the caller and one of ours. A batch is read wholly or not at all.
[[nodiscard]] Result<IncomingRequest> decodeCreateRequest(const QByteArray &body, const Membership &membership);

/// Every network that a batch names on either end, before anybody judges whose they are.
[[nodiscard]] QSet<Asn> networksNamedIn(const QByteArray &body);

/// 200 to POST /sessions: what was approved or waits, what was rejected and why (`itemId` set), and what nobody asked
/// for and we offer.
struct BatchVerdict
{
    QString requestId;
    QList<Session> accepted;
    QList<FieldError> rejected;
    QList<Session> offered = {};
    bool repeated = false; ///< the request had been answered before
};
[[nodiscard]] QByteArray encodeCreateAnswer(const BatchVerdict &verdict, Dialect::Orientation orientation);

/// The ids in the body of DELETE /sessions: a list, or `sessions` in an object, of references or of bare ids.
[[nodiscard]] Result<QStringList> decodeSessionReferences(const QByteArray &body);
/// 200 to DELETE /sessions: what is gone, and what could not be taken back.
[[nodiscard]] QByteArray encodeDeleteAnswer(const QList<Session> &gone, const QList<FieldError> &errors);

/// Each session with its ends named as they were when it was asked for.
[[nodiscard]] QByteArray encodeSession(const Session &session);
[[nodiscard]] QByteArray encodeSessionPage(const QList<Session> &sessions, const QString &nextToken);
[[nodiscard]] QByteArray encodeLocationPage(const QList<Location> &locations, const QString &nextToken);

/// An answer with the names of 2023 beside today's: `requestId`, `items` for locations, `uuid` for session_id.
/// Clients of then want a `requestId` in every answer: `callId` where it has no request's.
[[nodiscard]] QByteArray withEarlyNames(const QByteArray &answer, const QString &callId);

/// A refusal, with the words, the contact for people and the id under which it is logged.
[[nodiscard]] QByteArray encodeError(const Error &error, const QString &contact, const QString &requestId);
/// The HTTP status that goes with it (400 for Invalid, 422 for NeedsHuman, ...).
[[nodiscard]] int httpStatusOf(ErrorKind kind);
/// What to say in Retry-After, if anything: whoever is answered 503 may always try again.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfterOf(const Error &error);

} // namespace peerdesk
