// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>

namespace peerdesk {

/// Header fields in the order they came. Names compare without regard to case (RFC 9110 section 5.1).
class HttpHeaders
{
public:
    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<std::pair<QByteArray, QByteArray>> fields);

    /// The first field of that name; empty if there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] qsizetype count(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const { return count(name) > 0; }
    void append(const QByteArray &name, const QByteArray &value);
    /// Replaces every field of that name.
    void set(const QByteArray &name, const QByteArray &value);
    void remove(QByteArrayView name);
    [[nodiscard]] const QList<std::pair<QByteArray, QByteArray>> &fields() const { return m_fields; }

private:
    QList<std::pair<QByteArray, QByteArray>> m_fields;
};

/// A request, on either side. It has constructors because GCC 12 destroys temporary aggregates of a co_await
/// expression twice.
struct HttpRequest
{
    HttpRequest() = default;
    explicit HttpRequest(QUrl url_, QByteArray method_ = QByteArrayLiteral("GET"))
        : method(std::move(method_))
        , url(std::move(url_))
    {
    }

    QByteArray method = QByteArrayLiteral("GET");
    QUrl url; ///< server side: path and query as they came, with the Host field as authority
    HttpHeaders headers;
    QByteArray body;
    QString peerAddress;             ///< server side: the address of the connection's other end
    std::shared_ptr<void> admission; ///< server side: what the screen left here (HttpServer::setScreen)
};

struct HttpResponse
{
    HttpResponse() = default;
    explicit HttpResponse(int status_, QByteArray body_ = {}, const QByteArray &contentType = {});

    int status = 200;
    HttpHeaders headers;
    QByteArray body;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

/// Retry-After as seconds or as a date (RFC 9110 section 10.2.3), as the time still to wait from `now`. A date in
/// the past is zero seconds; nothing if the field is missing or unreadable.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const HttpResponse &response, UtcMs now);

/// The kind of failure that a status of 400 and above stands for on any HTTP interface.
[[nodiscard]] ErrorKind errorKindOfStatus(int status);

/// IMF-fixdate (RFC 9110 section 5.6.7): "Mon, 23 Nov 2026 14:02:00 GMT".
[[nodiscard]] QByteArray toHttpDate(UtcMs time);
[[nodiscard]] std::optional<UtcMs> fromHttpDate(const QByteArray &text);

/// "Not Found" for 404; "Unknown" for a status without a registered phrase.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace peerdesk
