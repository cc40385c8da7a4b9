// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/keys/issuerapi.h"
#include "workflow/keys/keychecker.h"
#include "workflow/keys/keyreminders.h"
#include "workflow/keys/letter.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace peerdesk {

/// What a holder of resources does with keys at an issuer, and what anybody does with a key he was given: list, issue,
/// renew, revoke, print a letter, check. The issuer keeps the keys; nothing of them is stored here, and a secret goes
/// through once, from the issuer's answer to the screen. Looks once in a while whether a key is about to end. Owned by
/// app/services or the command line, lives as long as the program; main thread.
class Keys : public QObject
{
    Q_OBJECT

public:
    /// A key to which nothing was done.
    struct Refusal
    {
        QString reference;
        Error error;
    };

    /// `issuer` is asked whenever it is needed: it is a setting. Empty: none is set up.
    Keys(HttpClient &http, const Clock &clock, TokenSource tokens, std::function<QUrl()> issuer,
         QObject *parent = nullptr);

    /// Who checks: what was made for that network alone is believed. Nobody in particular until this is said.
    void checkAs(std::function<Asn()> own) { m_own = std::move(own); }
    /// From now on reminders are written for the network that `own` gives, and it is who checks.
    void remindIn(Database &database, std::function<Asn()> own);

    /// An issuer's or registry's address as it is typed; Invalid if it is none.
    [[nodiscard]] static Result<QUrl> address(const QString &typed);
    /// What a token for checking is kept under.
    [[nodiscard]] static QUrl verifierPlace(const QUrl &issuer) { return IssuerApi::verifierPlace(issuer); }
    [[nodiscard]] QUrl issuer() const { return m_issuer(); }

    /// Refused, all of them, while no issuer is set up.
    QCoro::Task<Result<QList<HeldKey>>> list();
    /// Empty where the issuer does not tell.
    QCoro::Task<Result<AddressSpace>> resources();
    /// Invalid, with fields, before anything is sent. After TimedOut and Protocol a key may have been issued: the same
    /// form sent again gives that one and no second.
    QCoro::Task<Result<FreshKey>> issue(KeyForm form);
    /// Each by itself; which were not renewed, and why.
    QCoro::Task<Result<QList<Refusal>>> renew(QStringList references, RenewalForm form);
    QCoro::Task<Result<void>> revoke(QString reference, QString reason);
    /// The key with the issuer's newest statement about it, where that can be had.
    QCoro::Task<Result<HeldKey>> withStatement(HeldKey key);
    /// The issuer's newest signed statement about a key of ours.
    QCoro::Task<Result<QByteArray>> statement(QString reference);
    /// What ROAs for the same prefixes would say, for whoever makes them: it must not be fed into origin validation.
    QCoro::Task<Result<QJsonArray>> roas(QString reference);
    /// A key, a reference or a letter's text.
    QCoro::Task<Result<KeyAnswer>> check(Secret typed);

Q_SIGNALS:
    /// A key was issued, renewed or revoked from here, or the issuer is another.
    void changed();
    /// A key was revoked from here, or has expired or been taken back since it was last listed. What hangs on it falls
    /// when the registries hear of it.
    void ended(const QString &reference);

private:
    QCoro::Task<void> lookForEnds();
    void noteEnds(const QList<HeldKey> &keys);
    [[nodiscard]] Error notSetUp() const;

    const Clock &m_clock;
    const std::function<QUrl()> m_issuer;
    const IssuerApi m_client;
    KeyChecker m_checker;
    std::unique_ptr<KeyReminders> m_reminders;
    QSet<QString> m_alive; ///< references of keys that had not ended when they were last listed
    std::function<Asn()> m_own;
    QTimer m_look;
};

} // namespace peerdesk
