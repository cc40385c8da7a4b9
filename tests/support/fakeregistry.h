// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk::test {

/// A registry of route objects at the HTTP edge. It takes every key but those it is told to refuse.
class FakeRegistry
{
public:
    explicit FakeRegistry(const Clock &clock)
        : m_server(clock, [this](HttpRequest request) -> QCoro::Task<HttpResponse> { co_return answer(request); })
    {
        if (!m_server.listen(QHostAddress::LocalHost, 0))
            qFatal("The fake registry cannot listen");
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.port())); }

    QList<QJsonObject> routes;
    int asked = 0;    ///< how often for the list
    QJsonObject sent; ///< the last object
    QString refusal;  ///< of the next object; none while it is empty

    void add(const QString &prefix, int origin, const QString &reference)
    {
        routes.append({{QStringLiteral("id"), QStringLiteral("route%1").arg(++m_last)},
                       {QStringLiteral("prefix"), prefix},
                       {QStringLiteral("origin"), origin},
                       {QStringLiteral("descr"), QStringLiteral("Fibre")},
                       {QStringLiteral("mnt_by"), QStringLiteral("MNT-FIBRE")},
                       {QStringLiteral("status"), QStringLiteral("visible")},
                       {QStringLiteral("key_ref"), reference}});
    }
    void hide(qsizetype index, const QString &why)
    {
        routes[index][QStringLiteral("status")] = QStringLiteral("hidden");
        routes[index][QStringLiteral("why")] = why;
    }

private:
    HttpResponse answer(const HttpRequest &request)
    {
        const QString id = request.url.path().section(u'/', 4);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (request.method == "GET") {
            ++asked;
            QJsonArray listed;
            for (const QJsonObject &route : std::as_const(routes))
                listed.append(route);
            return json(200, {{QStringLiteral("route_objects"), listed}});
        }
        sent = body;
        if (!refusal.isEmpty())
            return json(403, {{QStringLiteral("message"), std::exchange(refusal, {})}});
        if (request.method == "POST") {
            add(body[QStringLiteral("prefix")].toString(), body[QStringLiteral("origin")].toInt(), {});
            return json(201, routes.last());
        }
        for (qsizetype i = 0; i < routes.size(); ++i) {
            if (routes.at(i)[QStringLiteral("id")] != id)
                continue;
            if (request.method == "DELETE") {
                routes.removeAt(i);
                return HttpResponse(204);
            }
            routes[i][QStringLiteral("descr")] = body[QStringLiteral("descr")];
            return json(200, routes.at(i));
        }
        return json(404, {{QStringLiteral("message"), QStringLiteral("no such object")}});
    }

    static HttpResponse json(int code, const QJsonObject &object)
    {
        return HttpResponse(code, QJsonDocument(object).toJson(QJsonDocument::Compact), "application/json");
    }

    HttpServer m_server;
    int m_last = 0;
};

} // namespace peerdesk::test
