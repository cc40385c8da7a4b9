// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "workflow/requests/endpointaccess.h"

#include <QJsonObject>

namespace peerdesk {

class HttpClient;

/// One request to a JSON interface. Segments and query are encoded here.
struct JsonCall
{
    JsonCall(QByteArray method_, QStringList path_)
        : method(std::move(method_))
        , path(std::move(path_))
    {
    }

    QByteArray method;
    QStringList path; ///< below the base address
    QList<std::pair<QString, QString>> query;
    QJsonObject body; ///< sent unless it is empty
    QByteArray idempotencyKey;
};

/// Calls the JSON interfaces of issuers and registries: bearer of that address and no other, refusals as problem
/// details (RFC 9457) in the words of the other side. Never repeats a call by itself. Failures are HttpClient's, the
/// token source's and the refusal's; TimedOut and Protocol leave open whether the other side acted. Owned by the
/// services that call through it, on the thread of the HTTP client.
class JsonInterface
{
public:
    JsonInterface(HttpClient &http, const Clock &clock, TokenSource tokens);

    QCoro::Task<Result<QJsonObject>> call(QUrl base, JsonCall call) const;

private:
    HttpClient &m_http;
    const Clock &m_clock;
    const TokenSource m_tokens;
};

} // namespace peerdesk
