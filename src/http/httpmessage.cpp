// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpmessage.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace peerdesk {
namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

HttpHeaders::HttpHeaders(std::initializer_list<std::pair<QByteArray, QByteArray>> fields)
    : m_fields(fields)
{
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    const auto field = std::find_if(m_fields.begin(), m_fields.end(),
                                    [name](const auto &candidate) { return sameName(candidate.first, name); });
    return field == m_fields.end() ? QByteArray() : field->second;
}

qsizetype HttpHeaders::count(QByteArrayView name) const
{
    return std::count_if(m_fields.begin(), m_fields.end(),
                         [name](const auto &field) { return sameName(field.first, name); });
}

void HttpHeaders::append(const QByteArray &name, const QByteArray &value)
{
    m_fields.append({name, value});
}

void HttpHeaders::set(const QByteArray &name, const QByteArray &value)
{
    remove(name);
    append(name, value);
}

void HttpHeaders::remove(QByteArrayView name)
{
    m_fields.removeIf([name](const auto &field) { return sameName(field.first, name); });
}

HttpResponse::HttpResponse(int status_, QByteArray body_, const QByteArray &contentType)
    : status(status_)
    , body(std::move(body_))
{
    if (!contentType.isEmpty())
        headers.append(QByteArrayLiteral("Content-Type"), contentType);
}

std::optional<std::chrono::seconds> retryAfter(const HttpResponse &response, UtcMs now)
{
    const QByteArray text = response.headers.value("Retry-After").trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const bool allDigits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (allDigits) {
        bool fits = false;
        const int seconds = text.toInt(&fits);
        return fits ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
    }
    const auto date = fromHttpDate(text);
    if (!date)
        return std::nullopt;
    return std::chrono::seconds(std::max<UtcMs>(0, (*date - now + 999) / 1000));
}

ErrorKind errorKindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 413:
    case 415:
        return ErrorKind::Invalid;
    case 401:
        return ErrorKind::Unauthenticated;
    case 403:
    case 451:
        return ErrorKind::Denied;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 409:
    case 412:
        return ErrorKind::Conflict;
    case 422:
        return ErrorKind::NeedsHuman;
    case 429:
        return ErrorKind::Throttled;
    default:
        return status >= 500 ? ErrorKind::Unavailable : ErrorKind::Protocol;
    }
}

QByteArray toHttpDate(UtcMs time)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

std::optional<UtcMs> fromHttpDate(const QByteArray &text)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return date.toMSecsSinceEpoch();
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return QByteArrayLiteral("Continue");
    case 200:
        return QByteArrayLiteral("OK");
    case 201:
        return QByteArrayLiteral("Created");
    case 202:
        return QByteArrayLiteral("Accepted");
    case 204:
        return QByteArrayLiteral("No Content");
    case 304:
        return QByteArrayLiteral("Not Modified");
    case 400:
        return QByteArrayLiteral("Bad Request");
    case 401:
        return QByteArrayLiteral("Unauthorized");
    case 403:
        return QByteArrayLiteral("Forbidden");
    case 404:
        return QByteArrayLiteral("Not Found");
    case 405:
        return QByteArrayLiteral("Method Not Allowed");
    case 406:
        return QByteArrayLiteral("Not Acceptable");
    case 408:
        return QByteArrayLiteral("Request Timeout");
    case 409:
        return QByteArrayLiteral("Conflict");
    case 413:
        return QByteArrayLiteral("Content Too Large");
    case 415:
        return QByteArrayLiteral("Unsupported Media Type");
    case 417:
        return QByteArrayLiteral("Expectation Failed");
    case 422:
        return QByteArrayLiteral("Unprocessable Content");
    case 429:
        return QByteArrayLiteral("Too Many Requests");
    case 431:
        return QByteArrayLiteral("Request Header Fields Too Large");
    case 451:
        return QByteArrayLiteral("Unavailable For Legal Reasons");
    case 500:
        return QByteArrayLiteral("Internal Server Error");
    case 503:
        return QByteArrayLiteral("Service Unavailable");
    default:
        return QByteArrayLiteral("Unknown");
    }
}

} // namespace peerdesk
