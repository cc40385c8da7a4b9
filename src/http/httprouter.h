// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpmessage.h"

#include <QCoroTask>
#include <QStringList>

#include <functional>

namespace peerdesk {

/// Which piece of code answers a method and a path. HEAD is answered by what answers GET. It only finds; the words
/// of a 404 or 405 are the caller's.
class HttpRouter
{
public:
    using Route = std::function<QCoro::Task<HttpResponse>(HttpRequest, QStringList)>;

    struct Match
    {
        const Route *route = nullptr; ///< null if nothing answers
        QStringList arguments;        ///< the decoded text of each {} of the pattern
        QString pattern;              ///< of the route, as it was added
        QByteArray
            allowed; ///< "GET, HEAD, POST": for the Allow field of a 405, where the path has routes and none fits
    };

    /// "/sessions/{id}": a segment in braces stands for any one segment.
    void add(const QByteArray &method, const QString &pattern, Route route);

    [[nodiscard]] Match match(const QByteArray &method, const QUrl &url) const;

private:
    struct Entry
    {
        QByteArray method;
        QString pattern;
        QStringList segments;
        Route route;
    };
    QList<Entry> m_entries;
};

} // namespace peerdesk
