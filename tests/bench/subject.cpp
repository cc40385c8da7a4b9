// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "bench/subject.h"

#include "bench/bareinsertion.h"
#include "support/outcomeof.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

namespace peerdesk::bench {

using namespace peerdesk::test;

namespace {

constexpr int sessionsOfRequest = 10;
constexpr int sessionsOfNetwork = 100;
constexpr std::uint32_t firstStored = 4'200'000'000; ///< the networks whose sessions were there before
constexpr int readingNetworks = 100;                 ///< of those stored, so many have a token here

QByteArray head(const char *method, const QByteArray &path, const Secret &token)
{
    return QByteArray(method) + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token.reveal()
           + "\r\n";
}

QByteArray getting(const QByteArray &id, const Secret &token)
{
    return head("GET", "/v1/sessions/" + id, token) + "\r\n";
}

/// Sessions that nobody has asked for before, as long as `number` is another each time.
QJsonObject batchOf(std::uint32_t asn, int number)
{
    QList<QJsonObject> sessions;
    for (int i = 0; i < sessionsOfRequest; ++i)
        sessions.append(EndpointRig::session(QString::number(i),
                                             QStringLiteral("2001:db8:42:%1::%2").arg(number, 0, 16).arg(i + 1),
                                             "2001:db8:42:ffff::1", 42, asn));
    return EndpointRig::batch(QStringLiteral("request-%1-%2").arg(asn).arg(number), sessions);
}

QByteArray posting(std::uint32_t asn, int number, const Secret &token)
{
    const QByteArray body = QJsonDocument(batchOf(asn, number)).toJson(QJsonDocument::Compact);
    return head("POST", "/v1/sessions", token)
           + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

Subject::Subject(int sessions)
    : m_daemon(QByteArray(Installed::approveAll) + Installed::unlimited)
{
    const int networks = sessions / sessionsOfNetwork;
    m_daemon.logFile = QProcess::nullDevice();
    start();
    if (onPostgreSql()) {
        storeRequests(networks);
    } else {
        m_daemon.terminate();
        storeRows(networks);
        start();
    }
    for (std::uint32_t i = 0; i < askingNetworks; ++i)
        m_asking.push_back(tokenOf(firstAsking + i));
}

/// The first answer brings the issuer's keys, which this process serves: not while its event loop is held up.
void Subject::start()
{
    if (!m_daemon.start())
        qFatal("peerdeskd does not start");
    if (outcomeOf(m_daemon.http.send(m_daemon.post(batchOf(64500, 0))))->status != 200)
        qFatal("peerdeskd does not accept");
}

QByteArray Subject::someGet() const
{
    const auto &[token, ids] = m_reading.at(QRandomGenerator::global()->bounded(quint32(m_reading.size())));
    return getting(ids.at(QRandomGenerator::global()->bounded(quint32(ids.size()))), token);
}

void Subject::makeFresh(int count)
{
    m_fresh.clear();
    for (int i = 0; i < count; ++i)
        m_fresh.push_back(getting(m_reading.front().second.front(), tokenOf(firstStored)));
}

QByteArray Subject::somePost()
{
    const int number = m_posted++;
    const auto index = static_cast<std::size_t>(number % askingNetworks);
    return posting(firstAsking + static_cast<std::uint32_t>(index), number, m_asking.at(index));
}

QByteArray Subject::answerToGet()
{
    const auto &[token, ids] = m_reading.front();
    HttpRequest request(QUrl(m_daemon.listening.toString() + "/v1/sessions/" + ids.front()));
    request.headers.append("Authorization", "Bearer " + token.reveal());
    return outcomeOf(m_daemon.http.send(request))->body;
}

QByteArray Subject::keySet()
{
    return outcomeOf(m_daemon.http.send(HttpRequest(m_daemon.issuer.jwksAddress())))->body;
}

long Subject::residentKib() const
{
    QFile status(QStringLiteral("/proc/%1/status").arg(m_daemon.process->processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmRSS:") + 6, 20).simplified().split(' ').first().toLong();
}

Secret Subject::tokenOf(std::uint32_t asn)
{
    const QJsonObject claims = {{"networks", Issuer::networks(asn)}, {"jti", QString::number(++m_tokens)}};
    return m_daemon.issuer.token(Installed::publicUrl(), claims);
}

/// Behind the daemon's back, since a million of them would take an hour otherwise.
void Subject::storeRows(int networks)
{
    BareInsertion rows(databasePath(), BareInsertion::Durability::Unsynced);
    const int step = std::max(1, networks / readingNetworks);
    for (int i = 0; i < networks; ++i) {
        const std::uint32_t asn = firstStored + static_cast<std::uint32_t>(i);
        std::vector<QByteArray> ids;
        if (i % 100 == 0)
            rows.begin();
        for (int n = 0; n < sessionsOfNetwork / sessionsOfRequest; ++n) {
            rows.insert(asn);
            const auto more = rows.ids();
            ids.insert(ids.end(), more.begin(), more.end());
        }
        if (i % 100 == 99 || i + 1 == networks)
            rows.commit();
        if (i % step == 0)
            m_reading.emplace_back(tokenOf(asn), std::move(ids));
    }
}

void Subject::storeRequests(int networks)
{
    for (int i = 0; i < networks; ++i) {
        const std::uint32_t asn = firstStored + static_cast<std::uint32_t>(i);
        const Secret token = tokenOf(asn);
        std::vector<QByteArray> ids;
        for (int n = 0; n < sessionsOfNetwork / sessionsOfRequest; ++n) {
            HttpRequest request = m_daemon.post(batchOf(asn, m_posted++));
            request.headers.set("Authorization", "Bearer " + token.reveal());
            const QJsonObject answer = EndpointRig::body(*outcomeOf(m_daemon.http.send(request)));
            for (const QJsonValue &session : answer["sessions"].toArray())
                ids.push_back(session["session_id"].toString().toLatin1());
        }
        m_reading.emplace_back(token, std::move(ids));
    }
}

} // namespace peerdesk::bench
