// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/door.h"
#include "http/httprouter.h"
#include "rak/issuer.h"

#include <QJsonObject>

namespace peerdesk {

class PeeringEndpoint;

/// /rak/v1 over HTTP (docs/rak.yaml): from a request to an answer of Issuer's. Holders come with the tokens by which
/// people and programs sign in here; third parties with a credential of scope `rak:verify`, under whose AS they are
/// known. Who asks, and whether they may ask so much, is PeeringEndpoint's to say. Keys stand in bodies only: a
/// reference is all that a path may hold. Owned by RegistryDesk, lives as long as the program.
class RakRoutes
{
public:
    RakRoutes(Issuer &issuer, PeeringEndpoint &endpoint, const Clock &clock);

    void addTo(HttpRouter &router, const QString &prefix);

private:
    /// One request on its way.
    struct Visit
    {
        Visit(HttpRequest request_, QStringList arguments_)
            : request(std::move(request_))
            , arguments(std::move(arguments_))
            , id(requestIdOf(request))
        {
        }

        HttpRequest request;
        QStringList arguments;
        QString id;
    };
    using HolderStep = QCoro::Task<HttpResponse> (RakRoutes::*)(Visit, Applicant);
    using VerifierStep = QCoro::Task<HttpResponse> (RakRoutes::*)(Visit, Verifier);

    [[nodiscard]] HttpRouter::Route forHolders(HolderStep step);
    [[nodiscard]] HttpRouter::Route forVerifiers(VerifierStep step);
    QCoro::Task<HttpResponse> asHolder(HttpRequest request, QStringList arguments, HolderStep step);
    QCoro::Task<HttpResponse> asVerifier(HttpRequest request, QStringList arguments, VerifierStep step);
    QCoro::Task<HttpResponse> verifierFirst(Visit visit, VerifierStep step);
    QCoro::Task<HttpResponse> letIn(Visit visit, const Identity &identity, const CredentialCheck &check,
                                    VerifierStep step);

    QCoro::Task<HttpResponse> issue(Visit visit, Applicant who);
    QCoro::Task<HttpResponse> list(Visit visit, Applicant who);
    QCoro::Task<HttpResponse> show(Visit visit, Applicant who);
    QCoro::Task<HttpResponse> renew(Visit visit, Applicant who);
    QCoro::Task<HttpResponse> revoke(Visit visit, Applicant who);
    QCoro::Task<HttpResponse> roas(Visit visit, Applicant who);
    QCoro::Task<HttpResponse> resources(Visit visit, Applicant who);
    QCoro::Task<HttpResponse> verify(Visit visit, Verifier verifier);
    QCoro::Task<HttpResponse> status(Visit visit, Verifier verifier);
    QCoro::Task<HttpResponse> changes(Visit visit, Verifier verifier);

    [[nodiscard]] HttpResponse keyAnswer(const KeyRecord &record);
    [[nodiscard]] HttpResponse refuse(const Error &error, const QString &id) const;
    [[nodiscard]] HttpResponse refuseAs(int status, const Error &error, const QString &id,
                                        const QJsonObject &members = {}) const;

    Issuer &m_issuer;
    PeeringEndpoint &m_endpoint;
    const Clock &m_clock;
};

} // namespace peerdesk
