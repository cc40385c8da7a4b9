// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/tokenverifier.h"
#include "base/logline.h"
#include "base/result.h"
#include "endpoint/door.h"
#include "endpoint/irr/irrconfig.h"
#include "endpoint/mailconfig.h"
#include "endpoint/oauth/signinconfig.h"
#include "endpoint/rak/issuerconfig.h"
#include "endpoint/rak/keytrustconfig.h"
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "peering/ipaddress.h"
#include "storage/databaseaddress.h"
#include "workflow/inbound/reception.h"

namespace peerdesk {

/// What the endpoint shows and proves, as PEM (http/tlsidentity.h).
struct TlsFiles
{
    QString certificate; ///< with its chain
    QString key;

    [[nodiscard]] bool isSet() const { return !certificate.isEmpty(); }
};

/// What peerdeskd is told: where it listens, who it is, whom it believes and how it decides. Read once from a TOML
/// file (installer/peerdeskd.toml explains every key); nothing of it is secret, secrets lie in files that it names.
struct EndpointConfig
{
    IpAddress listenAddress;
    quint16 port = 0;            ///< 0: a free one
    IpAddress monitoringAddress; ///< loopback; invalid: nobody monitors
    quint16 monitoringPort = 0;
    std::optional<LogFormat> log; ///< nothing: text on a terminal, else JSON
    QUrl publicUrl;               ///< the base URL others call; empty: the listening address (on loopback only)
    /// Where the published documents contradict each other in what an endpoint answers.
    enum class Profile : std::uint8_t {
        OpenApi, ///< as the API document has it: 200 with two lists, the session in the answer to DELETE
        Draft03, ///< as the first draft has it: 300 for a modified set, an error when all are rejected, 204
    };
    Profile profile = Profile::OpenApi;
    QString contact;
    TlsFiles tls;                   ///< not set: plain HTTP, for loopback or behind a proxy
    QList<IpPrefix> trustedProxies; ///< only they may say for whom they ask (X-Forwarded-For)
    DatabaseAddress database;
    QString mirror;
    bool allowPrivateAddresses = false;
    QList<TrustedIssuer> issuers;
    SignInConfig signIn;
    MailConfig mail;
    IssuerConfig keys;    ///< [rak.issuer]
    KeyTrustConfig trust; ///< [[rak.trust]]
    QList<ServedNetwork> networks;
    /// What the endpoint shows at other networks' endpoints; the token itself is in the file, read when it is needed.
    struct Credential
    {
        QUrl endpoint;
        QString tokenFile;
    };
    QList<Credential> credentials;
    IrrConfig irr;
    /// How long what names people is kept; 0: for ever.
    struct Retention
    {
        std::chrono::days names{730};
        std::chrono::days ended{730}; ///< requests that came to nothing

        bool operator==(const Retention &) const = default;
    };
    Retention retention;
    HttpServerLimits limits;
    DoorLimits door;
    std::chrono::milliseconds stopGrace = std::chrono::seconds(10); ///< for requests under way when it is to end

    /// Invalid, with one FieldError per fault: the key's path and a message that begins with the line.
    [[nodiscard]] static Result<EndpointConfig> parse(const QByteArray &toml);
    /// The same for a file; Storage if it cannot be read.
    [[nodiscard]] static Result<EndpointConfig> load(const QString &path);
    /// For calls outward.
    [[nodiscard]] HttpClientSettings clientSettings() const;
    /// What only a restart changes, by key of the file; the rest may change while the endpoint serves.
    [[nodiscard]] QMap<QString, QString> fixedParts() const;
    /// Whether the files that it names can be used, as far as that can be told without serving.
    [[nodiscard]] Result<void> checkFiles(UtcMs now) const;
};

} // namespace peerdesk
