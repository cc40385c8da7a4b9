// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwkscache.h"
#include "auth/tokenverifier.h"
#include "base/clock.h"
#include "daemon/monitoring.h"
#include "daemon/registryservice.h"
#include "daemon/supervisor.h"
#include "daemon/tlswatch.h"
#include "daemon/trustwatch.h"
#include "endpoint/endpointconfig.h"
#include "endpoint/oauth/signingin.h"
#include "endpoint/peeringendpoint.h"
#include "endpoint/rak/registrydesk.h"
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "peeringapi/peeringapiclient.h"
#include "peeringdb/mirror.h"
#include "storage/database.h"
#include "workflow/inbound/offercourier.h"
#include "workflow/inbound/reception.h"
#include "workflow/mails/mails.h"
#include "workflow/registry/issuerclient.h"
#include "workflow/requests/poller.h"
#include "workflow/sessions/sessionstates.h"

#include <QTimer>

namespace peerdesk {

/// The composition root of peerdeskd: makes every service once, in the order in which they need each other, and takes
/// them down the other way round. Main thread.
class Daemon : public QObject
{
    Q_OBJECT

public:
    /// Opens the database and the mirror and listens. Without a mirror it serves all the same: every address is then
    /// unregistered, which the policy may mind.
    [[nodiscard]] static Result<std::unique_ptr<Daemon>> start(const EndpointConfig &config);
    ~Daemon() override;

    [[nodiscard]] QUrl listeningUrl() const;
    [[nodiscard]] const QUrl &publicUrl() const { return m_publicUrl; }
    /// Where the registry's queries are answered; empty where none are.
    [[nodiscard]] QUrl whoisUrl() const;

    /// Reads the configuration again and takes over what may change while it serves: policy, limits, who is allowed,
    /// certificates. A file with faults changes nothing and is complained of in the log.
    void reload(const QString &file);
    /// Answers what is under way, then emits stopped().
    void stop();

Q_SIGNALS:
    void stopped();

private:
    Daemon(const EndpointConfig &config, Secret clientSecret, QList<KeyIssuer> issuers,
           std::unique_ptr<Database> database);
    Result<void> listen();
    Result<void> listenForMonitoring();
    void compose();
    Result<void> trustIssuers();
    void useTrust(const std::optional<Trust> &trust);
    Result<void> startRegistry(const Trust &trust);
    Result<void> takeOver(const EndpointConfig &written);
    [[nodiscard]] MailRules mailRules(const EndpointConfig &config) const;
    void publishPolicies();
    void takeBackOverdue();
    void carryOffers();
    void tendSigningIn();
    void tendKeys();
    QCoro::Task<void> purge();
    void tellByMail();
    QCoro::Task<Result<Secret>> tokenFor(QUrl endpoint);

    EndpointConfig m_config; ///< as it was at the start, but for what a reload takes over from it directly
    const Secret m_clientSecret;
    SystemClock m_clock;
    HttpClient m_http;
    std::unique_ptr<Database> m_database;
    Mirror m_mirror;
    JwksCache m_keys;
    IssuerClient m_issuers; ///< of keys that are trusted here
    PeeringApiClient m_client;
    OfferCourier m_courier;
    EndpointAccess m_access;
    Poller m_poller; ///< what our desks asked for at endpoints that the daemon has a [[credential]] for
    Reception m_reception;
    SessionStates m_states;
    HttpServer m_server;
    TlsWatch m_tls;
    TrustWatch m_trust;
    QUrl m_publicUrl;
    std::unique_ptr<TokenVerifier> m_verifier; ///< made once the port, and so the audience, is known
    std::unique_ptr<PeeringEndpoint> m_endpoint;
    std::unique_ptr<SigningIn> m_signingIn;
    std::unique_ptr<RegistryDesk> m_issuer;      ///< none if no keys are issued here
    std::unique_ptr<RegistryService> m_registry; ///< none without [irr]
    std::unique_ptr<Monitoring> m_monitoring;
    Supervisor m_supervisor;
    SmtpSender m_mailServer;
    std::unique_ptr<Mails> m_mails; ///< runs where [mail] is there
    QTimer m_sweep;
    QTimer m_purge;
};

} // namespace peerdesk
