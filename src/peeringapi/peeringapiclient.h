// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peeringapi/createanswer.h"
#include "peeringapi/createrequest.h"
#include "peeringapi/listquery.h"
#include "peeringapi/page.h"
#include "peeringapi/remoteendpoint.h"

#include <QCoroTask>

namespace peerdesk {

class HttpClient;
struct HttpCall;
struct HttpRequest;
struct HttpResponse;

/// An answer, and the dialect in which the endpoint gave it: where that differs from the one it was called with,
/// the caller keeps it for the next call.
template<class T> struct Spoken
{
    T value;
    Dialect dialect;
};

/// Calls another network's Peering API: the five operations of draft-ietf-grow-peering-api, each tried a second
/// time in another dialect where the refusal suggests it and nothing can have been created. Everything about
/// connections is HttpClient's, when to call and what to keep is workflow/requests'. Stateless; owned by the
/// composition root, lives as long as the program, used on the thread of the HTTP client.
///
/// Failures. Unreachable and Refused: nothing was sent. TimedOut, and Protocol after createSessions(): sent, the
/// outcome is unknown. All others are the other side's refusal, in its words.
class PeeringApiClient
{
public:
    PeeringApiClient(HttpClient &http, const Clock &clock);

    /// Where the other network would meet us: all pages.
    QCoro::Task<Result<Spoken<Page<Location>>>> locations(RemoteEndpoint endpoint);
    QCoro::Task<Result<Spoken<CreateAnswer>>> createSessions(RemoteEndpoint endpoint, CreateRequest request);
    /// What the other network knows of sessions with us: all pages, or those of one request (the other side's id).
    QCoro::Task<Result<Page<RemoteSession>>> sessions(RemoteEndpoint endpoint, QString requestId = {});
    QCoro::Task<Result<RemoteSession>> session(RemoteEndpoint endpoint, QString remoteId);
    /// NotFound where it is gone already; NeedsHuman where the interface has no such operation.
    QCoro::Task<Result<void>> deleteSession(RemoteEndpoint endpoint, QString remoteId);

private:
    QCoro::Task<Result<HttpResponse>> send(RemoteEndpoint endpoint, HttpRequest request);
    struct Attempt
    {
        Result<CreateAnswer> result;
        bool stumbled = false; ///< refused perhaps for its shape, and nothing was created
        bool notThere = false; ///< there is no such resource
    };
    QCoro::Task<Attempt> post(RemoteEndpoint endpoint, CreateRequest request);
    QCoro::Task<Result<Page<Location>>> locationPages(RemoteEndpoint endpoint);
    template<class T, class Decode>
    QCoro::Task<Result<Page<T>>> allPages(RemoteEndpoint endpoint, QString resource, ListQuery query, Decode decode);

    HttpClient &m_http;
    const Clock &m_clock;
};

} // namespace peerdesk
