// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/scope.h"
#include "endpoint/endpointrig.h"
#include "endpoint/oauth/machinecredentials.h"
#include "endpoint/rak/registrydesk.h"
#include "support/outcomeof.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace peerdesk::test {

/// A test registry at the endpoint of the rig: person 17 of the rig's issuer acts for ORG-A, whoever acts for AS64501
/// does for ORG-B; AS64510 checks keys.
struct RegistryRig
{
    explicit RegistryRig(const QByteArray &limits = {})
        : endpoint(limits)
        , machines(*endpoint.database, endpoint.clock)
    {
        QFile holders(endpoint.folder.filePath(QStringLiteral("holders.json")));
        (void)holders.open(QIODevice::WriteOnly);
        // An ordinary literal: Qt 6.4's moc loses the rest of a file after "//" within a raw one.
        holders.write("{\"holders\": [{\"id\": \"ORG-A\", \"identities\": [{\"issuer\": \"https://issuer.example\", "
                      "\"subject\": \"17\"}], \"resources\": [\"192.0.2.0/24\", \"2001:db8::/32\"]}, "
                      "{\"id\": \"ORG-B\", \"asns\": [64501], \"resources\": [\"198.51.100.0/24\"]}]}");
        holders.close();
        config.enabled = true;
        config.holdersFile = holders.fileName();
        config.rules.pepper = Secret(QByteArray(32, '\x42'));
        desk = std::make_unique<RegistryDesk>(config, endpoint.base(), *endpoint.database, *endpoint.endpoint,
                                              endpoint.clock);
        desk->addRoutes(endpoint.endpoint->router());
        endpoint.verifier->acceptCredentials(
            [this](PresentedToken presented) { return machines.identify(std::move(presented)); });
        if (!outcomeOf(desk->tend()).ok())
            qFatal("The registry cannot begin");
        verifier = credential(64510, keyVerifierScope);
    }

    Secret credential(std::uint32_t asn, const QString &scope)
    {
        return *outcomeOf(machines.issue(Asn(asn), QStringLiteral("a program"), scope, 0, QStringLiteral("root")));
    }
    [[nodiscard]] Secret person() const { return endpoint.issuer.token(endpoint.base(), QJsonObject()); }

    HttpResponse call(const QByteArray &method, const QString &path, const Secret &token, const QJsonValue &body = {},
                      const HttpHeaders &headers = {})
    {
        HttpRequest request(endpoint.url(QStringLiteral("/rak/v1") + path), method);
        request.headers = headers;
        if (!token.isEmpty())
            request.headers.append("Authorization", "Bearer " + token.reveal());
        request.headers.append("Content-Type", "application/json");
        if (body.isString())
            request.body = body.toString().toUtf8();
        else if (body.isObject())
            request.body = QJsonDocument(body.toObject()).toJson();
        return endpoint.send(request);
    }
    [[nodiscard]] QJsonObject wish() const
    {
        const auto life = std::chrono::milliseconds(std::chrono::days(90));
        return {{"asn", 64999},
                {"prefixes", QJsonArray{QJsonObject{{"prefix", "192.0.2.0/24"}, {"max_length", 25}}}},
                {"expires", toRfc3339(endpoint.clock.now() + life.count())},
                {"label", "for a customer"}};
    }
    QJsonObject issued() { return EndpointRig::body(call("POST", "/keys", person(), wish())); }
    HttpResponse verify(const QString &key) { return call("POST", "/verify", verifier, QJsonObject{{"key", key}}); }

    EndpointRig endpoint;
    MachineCredentials machines;
    IssuerConfig config;
    std::unique_ptr<RegistryDesk> desk;
    Secret verifier;
};

} // namespace peerdesk::test
