// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"
#include "support/outcomeof.h"

#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

QByteArray contentsOf(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return QByteArray(bytes, size);
}

/// A certificate that only speaks for one name, signed by itself.
struct SelfSigned
{
    explicit SelfSigned(const QByteArray &name)
    {
        const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair(EVP_RSA_gen(2048U), EVP_PKEY_free);
        const std::unique_ptr<X509, decltype(&X509_free)> x509(X509_new(), X509_free);
        X509_set_version(x509.get(), 2);
        ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(x509.get()), -3600);
        X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
        X509_set_pubkey(x509.get(), pair.get());
        X509_NAME *subject = X509_get_subject_name(x509.get());
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char *>("Peerdesk test"), -1, -1, 0);
        X509_set_issuer_name(x509.get(), subject);
        X509_EXTENSION *names =
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("DNS:" + name).constData());
        X509_add_ext(x509.get(), names, -1);
        X509_EXTENSION_free(names);
        X509_sign(x509.get(), pair.get(), EVP_sha256());

        const std::unique_ptr<BIO, decltype(&BIO_free)> text(BIO_new(BIO_s_mem()), BIO_free);
        PEM_write_bio_X509(text.get(), x509.get());
        certificate = QSslCertificate(contentsOf(text.get()));
        const std::unique_ptr<BIO, decltype(&BIO_free)> keyText(BIO_new(BIO_s_mem()), BIO_free);
        PEM_write_bio_PrivateKey(keyText.get(), pair.get(), nullptr, nullptr, 0, nullptr, nullptr);
        key = QSslKey(contentsOf(keyText.get()), QSsl::Rsa);
    }

    QSslCertificate certificate;
    QSslKey key;
};

class TlsServer : public QSslServer
{
public:
    explicit TlsServer(const SelfSigned &identity)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(identity.certificate);
        tls.setPrivateKey(identity.key);
        setSslConfiguration(tls);
        listen(QHostAddress::LocalHost);
        connect(this, &QSslServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                received += socket->readAll();
                if (received.contains("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            });
        });
    }
    [[nodiscard]] QUrl url(const QString &host) const
    {
        return QUrl(QStringLiteral("https://%1:%2/").arg(host).arg(serverPort()));
    }

    QByteArray received;
};

HttpClientSettings trusting(const QList<QSslCertificate> &authorities)
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    settings.extraAuthorities = authorities;
    return settings;
}

} // namespace

class TstHttpTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCertificateIsHeldAgainstTheNameAndNotTheAddress()
    {
        const SelfSigned identity("localhost");
        TlsServer server(identity);
        HttpClient client(trusting({identity.certificate}));
        const auto answer = outcomeOf(client.send(HttpRequest(server.url(QStringLiteral("localhost")))));
        QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->body, QByteArray("ok"));
        QVERIFY(server.received.contains("Host: localhost:"));
    }

    void aConnectionIsNotUsedForAnotherNameAtTheSameAddress()
    {
        const SelfSigned identity("localhost");
        TlsServer server(identity);
        HttpClient client(trusting({identity.certificate}));
        QVERIFY(outcomeOf(client.send(HttpRequest(server.url(QStringLiteral("localhost"))))).ok());
        const QByteArray before = server.received;
        const auto answer = outcomeOf(client.send(HttpRequest(server.url(QStringLiteral("127.0.0.1")))));
        QVERIFY(!answer.ok());
        QCOMPARE(server.received, before);
    }

    void aCertificateForAnotherNameIsRefusedBeforeAnythingIsSent()
    {
        const SelfSigned identity("other.example");
        TlsServer server(identity);
        HttpClient client(trusting({identity.certificate}));
        const auto answer = outcomeOf(client.send(HttpRequest(server.url(QStringLiteral("localhost")))));
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, ErrorKind::Unreachable);
        QVERIFY(server.received.isEmpty());
    }

    void aCertificateNobodyVouchesForIsRefused()
    {
        const SelfSigned identity("localhost");
        TlsServer server(identity);
        HttpClient client(trusting({}));
        const auto answer = outcomeOf(client.send(HttpRequest(server.url(QStringLiteral("localhost")))));
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, ErrorKind::Unreachable);
        QVERIFY(server.received.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstHttpTls)
#include "tst_httptls.moc"
