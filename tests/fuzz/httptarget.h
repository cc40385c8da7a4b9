// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz/demand.h"
#include "http/httprequestreader.h"
#include "http/httprouter.h"

#include <QList>

namespace peerdesk::test {

/// The bytes of one connection: however they are cut on their way, the same requests come out of them, and
/// the router finds its way with whatever they ask for.
class HttpTarget
{
public:
    HttpTarget()
    {
        const auto route = [](HttpRequest, QStringList) -> QCoro::Task<HttpResponse> { co_return HttpResponse(); };
        m_router.add("GET", QStringLiteral("/v1/sessions/{id}"), route);
        m_router.add("POST", QStringLiteral("/v1/sessions"), route);
    }

    void read(const QByteArray &bytes) const
    {
        const Outcome whole = outcomeOf(bytes, bytes.size());
        const Outcome inPieces = outcomeOf(bytes, 1);
        demand(whole.refusal == inPieces.refusal, "A refusal does not depend on how the bytes came");
        demand(whole.requests.size() == inPieces.requests.size(), "Nor does the number of requests");
        for (qsizetype i = 0; i < whole.requests.size(); ++i)
            compare(whole.requests.at(i), inPieces.requests.at(i));
    }

private:
    struct Outcome
    {
        QList<HttpRequest> requests;
        int refusal = 0;
    };
    static HttpRequestReader::Limits limits()
    {
        HttpRequestReader::Limits limits; // small, so that the fuzzer reaches them
        limits.headBytes = 512;
        limits.fields = 10;
        limits.bodyBytes = 256;
        return limits;
    }

    Outcome outcomeOf(const QByteArray &bytes, qsizetype step) const
    {
        Outcome outcome;
        HttpRequestReader reader(limits());
        QByteArray buffer;
        for (qsizetype at = 0; at < bytes.size(); at += step) {
            buffer += bytes.mid(at, step);
            while (!buffer.isEmpty()) {
                const auto state = reader.read(buffer);
                if (state == HttpRequestReader::State::Refused) {
                    outcome.refusal = reader.refusalStatus();
                    demand(outcome.refusal >= 400 && outcome.refusal < 500, "A bad request is the caller's fault");
                    demand(!reader.refusalReason().isEmpty(), "A refusal has words");
                    return outcome;
                }
                if (state != HttpRequestReader::State::Complete)
                    break;
                outcome.requests.append(reader.take());
                check(outcome.requests.last());
            }
        }
        return outcome;
    }

    void check(const HttpRequest &request) const
    {
        demand(!request.method.isEmpty() && request.url.isValid(), "A request asks for something");
        demand(request.body.size() <= limits().bodyBytes, "A body is no larger than allowed");
        demand(request.headers.fields().size() <= limits().fields, "There are no more fields than allowed");
        for (const auto &[name, value] : request.headers.fields())
            demand(!value.contains('\r') && !value.contains('\n') && !value.contains('\0') && !name.isEmpty(),
                   "A field is one line");
        const auto match = m_router.match(request.method, request.url);
        demand(!match.route || match.allowed.isEmpty(), "What is routed is not refused");
    }

    static void compare(const HttpRequest &one, const HttpRequest &other)
    {
        demand(one.method == other.method && one.url == other.url && one.body == other.body
                   && one.headers.fields() == other.headers.fields(),
               "A request does not depend on how its bytes came");
    }

    HttpRouter m_router;
};

} // namespace peerdesk::test
