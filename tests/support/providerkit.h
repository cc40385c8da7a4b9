// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;
class QTemporaryDir;

namespace peerdesk::test {

/// The identity provider of tests/support/provider in a process of its own, on loopback, for one test program. It
/// ends with the test, also when the test crashes.
class ProviderKit : public QObject
{
    Q_OBJECT

public:
    ProviderKit();
    ~ProviderKit() override;

    /// One person, id 7, "Mo Ops", who signs in without a page: may update AS64496, and only read AS64497.
    [[nodiscard]] static QJsonObject configuration();

    /// False, with why() in words, if node or oidc-provider is missing or it does not come up.
    bool start(const QJsonObject &configuration = ProviderKit::configuration());
    [[nodiscard]] QString why() const { return m_why; }

    [[nodiscard]] QUrl issuer() const { return m_issuer; }
    [[nodiscard]] QString clientId() const { return QStringLiteral("peerdesk"); }

    /// As at the start: Mo Ops signs in, tokens live long, nothing is at fault.
    void reset();
    /// Merged into the state that provider.mjs describes: {"ttl": {"access": 5}}.
    QJsonObject control(const QString &what, const QJsonObject &body = {});
    /// How often it was asked for "token", "revoke" and the like since it started.
    [[nodiscard]] int calls(const QString &what);
    /// JSON, as provider.mjs describes it: {"nonce": true}.
    void setFaults(const QByteArray &faults);
    /// A JWT access token of that person for that endpoint, made without a sign-in.
    QByteArray tokenFor(int user, const QUrl &endpoint);

    /// What a system browser does with the authorization URL: follows redirects and keeps cookies. Does not wait.
    void browse(const QUrl &url);
    /// The page that the browser ended on, once it has ended.
    [[nodiscard]] QString lastPage() const { return m_lastPage; }

private:
    QProcess m_process;
    std::unique_ptr<QTemporaryDir> m_folder;
    QUrl m_issuer;
    QUrl m_control;
    QString m_why;
    std::unique_ptr<QNetworkAccessManager> m_browser;
    QString m_lastPage;
};

} // namespace peerdesk::test
