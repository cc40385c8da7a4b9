// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "peering/asn.h"

#include <QCoroTask>
#include <QList>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

namespace peerdesk {

class AuthSession;
class EndpointSessions;
class HttpClient;
class Provider;
class SettingsFile;
class SignIn;
class TokenStore;
struct Identity;

/// One of our networks: signed in for, or typed to look around.
struct OwnNetwork
{
    Asn asn;
    QString name;        ///< empty for a typed one
    bool proven = false; ///< signed in by someone who may update it at PeeringDB: may send for it
    bool typed = false;

    bool operator==(const OwnNetwork &) const = default;
};

/// Who sits at the desk and for which networks. Signing in proves an ASN; typing one is enough to look around, and
/// nothing else: tokenFor() gives tokens only to who is signed in. A sign-in that ends by itself is told once, and
/// nothing of what is being worked on is lost: the networks stay, and sending waits for the next sign-in.
/// One signs in at an OpenID Connect provider, or by the address of an endpoint of one's own network, which sends on to
/// PeeringDB (PeeringDB itself has no clients on people's machines: its redirects must be https).
/// Tokens live in the keychain (auth/tokenstore); this class only decides what is done with them.
/// Owned by app/services, lives as long as the program; GUI thread.
class Account : public QObject
{
    Q_OBJECT

public:
    enum class State {
        SignedOut,
        SigningIn, ///< the browser is open
        SignedIn,
        Expired, ///< was signed in; the provider no longer accepts it
    };
    Q_ENUM(State)

    /// Opens the provider's page; ui hands in the system browser. False if there is none to open it.
    using Browser = std::function<bool(QUrl)>;

    Account(SettingsFile &settings, HttpClient &http, TokenStore &store, const Clock &clock, Browser browser,
            QObject *parent = nullptr);
    ~Account() override;

    [[nodiscard]] State state() const { return m_state; }
    /// The signed-in person as the status bar shows them and the audit trail keeps them; empty when signed out.
    [[nodiscard]] QString person() const;
    /// Proven ones first.
    [[nodiscard]] QList<OwnNetwork> networks() const;
    [[nodiscard]] OwnNetwork network(Asn asn) const;
    /// Invalid before the first run is done.
    [[nodiscard]] Asn currentAsn() const;

    /// Also for an ASN that is not among networks(): it is then a typed one.
    void setCurrentAsn(Asn asn);
    void forgetTypedAsn(Asn asn);

    /// Reads the keychain; for the program's start. Works without the network, with what was known last.
    void restore();
    /// At the endpoint that the settings name, else at their provider. Ends in signedIn(), signInFailed() or, after
    /// cancelSignIn(), in the state before.
    void signIn();
    /// The same at this endpoint, which the settings then name; an empty one: at the provider.
    void signInThrough(const QUrl &endpoint);
    /// The endpoint of the sign-in that is or would be made; empty: the provider.
    [[nodiscard]] QUrl ownEndpoint() const;
    /// False if only an endpoint leads to a sign-in, as with PeeringDB.
    [[nodiscard]] bool canSignInDirectly() const;
    void cancelSignIn();
    /// Takes the tokens back at the provider as well, as far as it can be reached.
    void signOut();

    /// Signs in at an endpoint, ours or another network's, which is all that has to be known of it (auth/endpointsessions);
    /// who the person is there. Nothing of who sits at this desk changes.
    QCoro::Task<Result<QString>> signInAt(QUrl endpoint);
    void cancelSignInAt();
    QCoro::Task<Result<void>> signOutAt(QUrl endpoint);
    /// Who is signed in there; empty if nobody is.
    [[nodiscard]] QCoro::Task<QString> personAt(QUrl endpoint);

    /// The bearer for that endpoint and no other: a stored one, that of a sign-in there, or one that the sign-in's
    /// provider makes. Fails with Unauthenticated when nobody is signed in or the sign-in has expired, with Denied when
    /// the provider gives no tokens for endpoints and none was stored.
    [[nodiscard]] QCoro::Task<Result<Secret>> tokenFor(QUrl endpoint);
    /// A token that the other network handed out by itself; an empty one forgets it.
    QCoro::Task<Result<void>> storeEndpointToken(QUrl endpoint, Secret token);
    [[nodiscard]] QCoro::Task<bool> hasEndpointToken(QUrl endpoint);

    /// PeeringDB's API key for contacts; empty if there is none.
    [[nodiscard]] QCoro::Task<Secret> apiKey();
    QCoro::Task<Result<void>> storeApiKey(Secret key);

    /// Why what is stored ends with the program, in words; empty while the keychain works.
    [[nodiscard]] QString keychainTrouble() const;
    /// After the person has unlocked or started it.
    void retryKeychain();

Q_SIGNALS:
    /// State, person, networks or the current one.
    void changed();
    void currentAsnChanged(peerdesk::Asn asn);
    void signedIn();
    /// `error` in the words of errorSentence(); Cancelled is not told.
    void signInFailed(const peerdesk::Error &error);
    /// Once per sign-in.
    void signInExpired();
    /// A sign-in, here or at an endpoint, waits at this address and no browser opened it: a person may, on this machine.
    void browserMissing(const QUrl &address);
    /// Once per program, when the keychain turned out not to work.
    void keychainTroubled(const QString &words);
    void apiKeyChanged();

private:
    void setState(State state);
    void adopt(const Identity &identity);
    void expire();
    QCoro::Task<void> runRestore();
    QCoro::Task<void> runRenewal();
    [[nodiscard]] bool isDue() const;
    QCoro::Task<Result<Identity>> restoredIdentity();
    QCoro::Task<Result<Identity>> renewedIdentity();
    QCoro::Task<Result<Identity>> newIdentity();
    QCoro::Task<void> runSignIn();
    QCoro::Task<void> runSignOut();
    QCoro::Task<void> runRetry();

    SettingsFile &m_settings;
    TokenStore &m_store;
    const Clock &m_clock;
    std::function<void(QUrl)> m_browser;
    std::unique_ptr<Provider> m_provider;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<AuthSession> m_session;
    std::unique_ptr<EndpointSessions> m_endpointSessions;
    std::unique_ptr<Identity> m_identity;
    State m_state = State::SignedOut;
    UtcMs m_renewedAt = 0;
    QTimer m_renewal;
};

} // namespace peerdesk
