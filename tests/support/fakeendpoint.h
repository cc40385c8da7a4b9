// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUuid>

#include <functional>

namespace peerdesk::test {

/// Another network's endpoint as a test needs it: keeps what is posted, answers in hand-written wire JSON, and fails
/// where it is told to. It is not idempotent on purpose: what is posted twice stands in its list twice.
class FakeEndpoint
{
public:
    struct Fault
    {
        int status = 500;
        QByteArray body;
        bool actsFirst = false; ///< does what was asked before it answers so
        QByteArray retryAfter;
    };

    explicit FakeEndpoint(const Clock &clock)
        : m_server(clock, [this](HttpRequest request) { return answer(request); })
    {
        if (!m_server.listen(QHostAddress::LocalHost, 0))
            qFatal("The fake endpoint cannot listen");
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(m_server.port())); }

    /// The next requests with that method fail so, one after the other.
    void fail(const QByteArray &method, const Fault &fault) { m_faults.append({method, fault}); }
    /// What becomes of a session that is asked for: a status word, or "!" and the reason of a rejection.
    std::function<QString(const QJsonObject &)> decide = [](const QJsonObject &) { return QStringLiteral("Pending"); };

    [[nodiscard]] int asked(const QByteArray &method) const { return static_cast<int>(m_asked.count(method)); }
    [[nodiscard]] QList<QJsonObject> sessions() const { return m_sessions; }
    /// The body of the last POST.
    [[nodiscard]] QJsonObject posted() const { return m_posted; }
    /// How many sessions it has between these two addresses.
    [[nodiscard]] int count(const QString &local, const QString &peer) const
    {
        return static_cast<int>(std::count_if(m_sessions.begin(), m_sessions.end(), [&](const QJsonObject &session) {
            return session[QStringLiteral("local_ip")] == local && session[QStringLiteral("peer_ip")] == peer;
        }));
    }
    void setStatus(qsizetype index, const QString &status) { m_sessions[index][QStringLiteral("status")] = status; }
    void set(qsizetype index, const QString &name, const QJsonValue &value) { m_sessions[index][name] = value; }
    void add(const QJsonObject &session) { m_sessions.append(session); }
    void remove(qsizetype index) { m_sessions.removeAt(index); }
    bool listsNothing = false; ///< its list is cut short, although each session can be asked for
    QJsonArray extra;          ///< sessions put into the next answer to POST beyond those asked for

private:
    QCoro::Task<HttpResponse> answer(HttpRequest request)
    {
        m_asked.append(request.method);
        for (qsizetype i = 0; i < m_faults.size(); ++i) {
            if (m_faults.at(i).first != request.method)
                continue;
            const Fault fault = m_faults.takeAt(i).second;
            if (fault.actsFirst)
                (void)act(request);
            HttpResponse response(fault.status, fault.body, "application/json");
            if (!fault.retryAfter.isEmpty())
                response.headers.set("Retry-After", fault.retryAfter);
            co_return response;
        }
        co_return act(request);
    }

    HttpResponse act(const HttpRequest &request)
    {
        const QString id = request.url.path().section(u'/', 3);
        if (request.method == "POST")
            return create(QJsonDocument::fromJson(request.body).object());
        if (request.method == "GET" && id.isEmpty())
            return json(200, {{QStringLiteral("sessions"), listsNothing ? QJsonArray() : listed()}});
        for (qsizetype i = 0; i < m_sessions.size(); ++i) {
            if (m_sessions.at(i)[QStringLiteral("session_id")] != id)
                continue;
            if (request.method == "GET")
                return json(200, m_sessions.at(i));
            m_sessions.removeAt(i);
            return HttpResponse(204);
        }
        return json(404, {{QStringLiteral("message"), QStringLiteral("no such session")}});
    }

    HttpResponse create(const QJsonObject &body)
    {
        m_posted = body;
        QJsonArray accepted;
        QJsonArray errors;
        const QJsonArray items = body[QStringLiteral("sessions")].toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            QJsonObject session = items.at(i).toObject();
            const QString decision = decide(session);
            if (decision.startsWith(u'!')) {
                errors.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("sessions[%1]").arg(i)},
                                          {QStringLiteral("errors"), QJsonArray{decision.mid(1)}},
                                          {QStringLiteral("item_id"), session[QStringLiteral("item_id")]}});
                continue;
            }
            session.remove(QStringLiteral("session_secret"));
            session.remove(QStringLiteral("md5"));
            session[QStringLiteral("status")] = decision;
            session[QStringLiteral("session_id")] = QUuid::createUuid().toString(QUuid::Id128);
            session[QStringLiteral("request_id")] = body[QStringLiteral("request_id")];
            m_sessions.append(session);
            accepted.append(session);
        }
        for (const QJsonValue &session : std::as_const(extra)) {
            m_sessions.append(session.toObject());
            accepted.append(session);
        }
        QJsonObject answer{{QStringLiteral("request_id"), body[QStringLiteral("request_id")]},
                           {QStringLiteral("sessions"), accepted}};
        if (!errors.isEmpty())
            answer[QStringLiteral("errors")] = QJsonObject{{QStringLiteral("errors"), errors}};
        return json(200, answer);
    }

    [[nodiscard]] QJsonArray listed() const
    {
        QJsonArray array;
        for (const QJsonObject &session : m_sessions)
            array.append(session);
        return array;
    }

    static HttpResponse json(int status, const QJsonObject &object)
    {
        return HttpResponse(status, QJsonDocument(object).toJson(QJsonDocument::Compact), "application/json");
    }

    QList<QJsonObject> m_sessions;
    QList<QByteArray> m_asked;
    QJsonObject m_posted;
    QList<std::pair<QByteArray, Fault>> m_faults;
    HttpServer m_server;
};

} // namespace peerdesk::test
