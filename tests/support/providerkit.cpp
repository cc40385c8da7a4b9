// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/providerkit.h"

#include "support/firstline.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

namespace peerdesk::test {
namespace {

QJsonObject parse(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

ProviderKit::ProviderKit() = default;

ProviderKit::~ProviderKit()
{
    m_process.closeWriteChannel(); // which ends it
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
        m_process.kill();
}

QJsonObject ProviderKit::configuration()
{
    return parse(R"({
        "login": "7",
        "users": [{
            "id": 7, "given_name": "Mo", "family_name": "Ops", "email": "mo@as64496.example", "amr": ["pwd", "otp"],
            "networks": [
                {"id": 1, "name": "Example Net", "asn": 64496, "perms": 15, "manage_peering_sessions": 15},
                {"id": 2, "name": "Read Only", "asn": 64497, "perms": 1, "manage_peering_sessions": 1}
            ]
        }, {
            "id": 8, "given_name": "Kim", "family_name": "Other", "email": "kim@as64511.example",
            "networks": [{"id": 3, "name": "Other Net", "asn": 64511, "perms": 15, "manage_peering_sessions": 15}]
        }]
    })");
}

bool ProviderKit::start(const QJsonObject &configuration)
{
    const QString modules = QStringLiteral(PEERDESK_NODE_MODULES);
    if (!QFileInfo::exists(modules + QStringLiteral("/oidc-provider/package.json"))) {
        m_why = QStringLiteral("oidc-provider is not installed in %1 (./dev test installs it)").arg(modules);
        return false;
    }
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(m_folder->filePath(QStringLiteral("provider.json")));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QJsonDocument(configuration).toJson());
    file.close();

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PEERDESK_NODE_MODULES"), modules);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("node"), {QStringLiteral(PEERDESK_SOURCE_DIR "/tests/support/provider/provider.mjs"),
                                             file.fileName(), QStringLiteral("--exit-with-stdin")});
    const QJsonObject ready = parse(firstLineOf(m_process));
    m_issuer = QUrl(ready[u"issuer"].toString());
    m_control = QUrl(ready[u"control"].toString());
    m_why = QStringLiteral("node did not start the provider: %1").arg(m_process.errorString());
    return !ready.isEmpty();
}

QJsonObject ProviderKit::control(const QString &what, const QJsonObject &body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_control.toString() + what));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(network.post(request, QJsonDocument(body).toJson()));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 30'000) || reply->error() != QNetworkReply::NoError)
        qFatal("the provider kit does not answer: %s", qPrintable(reply->errorString()));
    return parse(reply->readAll());
}

void ProviderKit::reset()
{
    QJsonObject state = parse(R"({"login": "7", "faults": {}, "ttl": {"access": 36000, "resource": 3600}})");
    state.insert(QStringLiteral("users"), configuration()[u"users"]);
    control(QStringLiteral("/state"), state);
}

int ProviderKit::calls(const QString &what)
{
    return control(QStringLiteral("/state"))[u"calls"][what].toInt();
}

void ProviderKit::setFaults(const QByteArray &faults)
{
    control(QStringLiteral("/state"), {{QStringLiteral("faults"), parse(faults)}});
}

QByteArray ProviderKit::tokenFor(int user, const QUrl &endpoint)
{
    const QJsonObject body = {{QStringLiteral("user"), user}, {QStringLiteral("resource"), endpoint.toString()}};
    return control(QStringLiteral("/token"), body)[u"access_token"].toString().toLatin1();
}

void ProviderKit::browse(const QUrl &url)
{
    // A browser of its own each time: nobody is signed in from before.
    m_lastPage.clear();
    m_browser = std::make_unique<QNetworkAccessManager>();
    connect(m_browser.get(), &QNetworkAccessManager::finished, this,
            [this](QNetworkReply *reply) { m_lastPage = QString::fromUtf8(reply->readAll()); });
    m_browser->get(QNetworkRequest(url));
}

} // namespace peerdesk::test
