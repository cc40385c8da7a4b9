// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/provider.h"

#include "http/httpclient.h"
#include "world/names.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

namespace {

constexpr auto startDeadline = std::chrono::seconds(60); // node compiles a few megabytes at first

QJsonObject describe(const Person &person)
{
    // PeeringDB's rights are bits; 15 is everything (django-grainy: read 1, update 2, create 4, delete 8).
    const QJsonObject network{{"id"_L1, person.id},
                              {"name"_L1, person.network},
                              {"asn"_L1, static_cast<qint64>(person.asn.number())},
                              {"perms"_L1, 15},
                              {"manage_peering_sessions"_L1, 15}};
    return {{"id"_L1, person.id},
            {"given_name"_L1, person.givenName},
            {"family_name"_L1, person.familyName},
            {"email"_L1, u"%1@%2.example"_s.arg(person.givenName.toLower(), world::slugOf(person.network))},
            {"verified_user"_L1, true},
            {"amr"_L1, QJsonArray{u"pwd"_s, u"otp"_s}},
            {"networks"_L1, QJsonArray{network}}};
}

} // namespace

Provider::Provider(Paths paths, HttpClient &client)
    : m_paths(std::move(paths))
    , m_client(client)
    , m_process(u"sign-in provider"_s)
{
}

QCoro::Task<Result<void>> Provider::start(QList<Person> people)
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty())
        co_return Error(ErrorKind::NotFound, u"node is not installed: apt-get install nodejs npm"_s);
    if (!QFileInfo::exists(m_paths.script))
        co_return Error(ErrorKind::NotFound, u"%1 is not there: give --provider"_s.arg(m_paths.script));
    if (!QFileInfo::exists(m_paths.modules + "/oidc-provider/package.json"_L1))
        co_return Error(ErrorKind::NotFound,
                        u"oidc-provider is not in %1: ./dev lab installs it"_s.arg(m_paths.modules));
    const auto configuration = writeConfiguration(people);
    if (!configuration)
        co_return configuration.error();

    m_process.setEnvironment(u"PEERDESK_NODE_MODULES"_s, m_paths.modules);
    const QStringList arguments{m_paths.script, *configuration};
    if (const auto started = m_process.start(node, arguments); !started)
        co_return started.error();
    auto reading = m_process.line(startDeadline);
    const auto line = co_await reading;
    if (!line)
        co_return line.error();
    const QJsonObject ready = QJsonDocument::fromJson(*line).object();
    m_issuer = QUrl(ready["issuer"_L1].toString());
    m_control = QUrl(ready["control"_L1].toString());
    if (m_issuer.isEmpty() || m_control.isEmpty())
        co_return Error(ErrorKind::Protocol, u"the provider's first line is not the one it should write"_s);
    co_return Result<void>();
}

Result<QString> Provider::writeConfiguration(const QList<Person> &people) const
{
    QJsonArray users;
    for (const Person &person : people)
        users.append(describe(person));
    QFile file(QDir(m_paths.folder).filePath(u"provider.json"_s));
    // The port of a loopback redirect is the client's choice (RFC 8252 section 7.3), so one client serves every endpoint.
    const QJsonObject desk{{"client_id"_L1, u"peerdesk"_s}, {"redirect_uris"_L1, QJsonArray{u"http://127.0.0.1/cb"_s}}};
    const QJsonObject endpoint{{"client_id"_L1, endpointClient()},
                               {"client_secret"_L1, QString::fromLatin1(endpointSecret())},
                               {"redirect_uris"_L1, QJsonArray{u"http://127.0.0.1/oauth/callback"_s}}};
    const QJsonObject configuration{
        {"login"_L1, u"page"_s}, {"users"_L1, users}, {"clients"_L1, QJsonArray{desk, endpoint}}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(configuration).toJson()) < 0)
        return Error(ErrorKind::Storage, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return file.fileName();
}

QCoro::Task<Result<Secret>> Provider::tokenFor(int person, QUrl endpoint)
{
    HttpRequest request(QUrl(m_control.toString() + "/token"_L1), "POST");
    request.headers.set("Content-Type", "application/json");
    const QJsonObject wish{{"user"_L1, QString::number(person)}, {"resource"_L1, endpoint.toString()}};
    request.body = QJsonDocument(wish).toJson(QJsonDocument::Compact);
    auto sending = m_client.send(request);
    const auto response = co_await sending;
    if (!response)
        co_return response.error();
    const QString token = QJsonDocument::fromJson(response->body)["access_token"_L1].toString();
    if (token.isEmpty())
        co_return Error(ErrorKind::Protocol, u"the provider gave no token (status %1)"_s.arg(response->status));
    co_return Secret(token);
}

} // namespace peerdesk::lab
