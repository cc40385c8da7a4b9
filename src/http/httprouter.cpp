// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httprouter.h"

#include <optional>

namespace peerdesk {
namespace {

std::optional<QStringList> argumentsOf(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QStringList arguments;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QString &part = pattern.at(i);
        if (part.startsWith(u'{')) {
            if (path.at(i).isEmpty())
                return std::nullopt;
            arguments.append(path.at(i));
        } else if (part != path.at(i)) {
            return std::nullopt;
        }
    }
    return arguments;
}

/// Decoded segment by segment, so that %2F stays within its segment.
QStringList segments(const QUrl &url)
{
    QStringList list = url.path(QUrl::FullyEncoded).split(u'/');
    for (QString &segment : list) {
        if (segment.contains(u'%'))
            segment = QUrl::fromPercentEncoding(segment.toUtf8());
    }
    return list;
}

} // namespace

void HttpRouter::add(const QByteArray &method, const QString &pattern, Route route)
{
    m_entries.append({method, pattern, pattern.split(u'/'), std::move(route)});
}

HttpRouter::Match HttpRouter::match(const QByteArray &method, const QUrl &url) const
{
    const QStringList path = segments(url);
    const QByteArray wanted = method == "HEAD" ? QByteArrayLiteral("GET") : method;
    Match match;
    QByteArrayList allowed;
    for (const Entry &entry : m_entries) {
        const auto arguments = argumentsOf(entry.segments, path);
        if (!arguments)
            continue;
        if (entry.method == wanted) {
            match.route = &entry.route;
            match.arguments = *arguments;
            match.pattern = entry.pattern;
            return match;
        }
        allowed.append(entry.method);
        if (entry.method == "GET")
            allowed.append(QByteArrayLiteral("HEAD"));
    }
    match.allowed = allowed.join(", ");
    return match;
}

} // namespace peerdesk
