// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpserver.h"
#include "http/rawclient.h"
#include "http/tlsidentity.h"
#include "support/openssl.h"

#include <QCoroFuture>
#include <QFile>
#include <QProcess>
#include <QPromise>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace peerdesk;
using test::runOpenSsl;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = RawClient::patienceMs;

QByteArray get(const QByteArray &extra = {})
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\n" + extra + "\r\n";
}

/// A browser of sorts, over TLS.
class TlsClient : public QSslSocket
{
public:
    explicit TlsClient(quint16 port, QSsl::SslProtocol protocol = QSsl::SecureProtocols)
    {
        setPeerVerifyMode(QSslSocket::VerifyNone);
        setProtocol(protocol);
        connect(this, &QSslSocket::readyRead, this, [this] { answer += readAll(); });
        connect(this, &QSslSocket::encrypted, this, [this] { shown = peerCertificate().serialNumber(); });
        connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    }
    [[nodiscard]] bool waitUntilEncrypted()
    {
        return QTest::qWaitFor([this] { return isEncrypted(); }, patienceMs);
    }
    [[nodiscard]] bool waitForAnswers(int count)
    {
        return QTest::qWaitFor([&] { return answer.count("HTTP/1.1 200") >= count; }, patienceMs);
    }
    [[nodiscard]] bool waitForClose()
    {
        return QTest::qWaitFor([this] { return state() == QAbstractSocket::UnconnectedState; }, patienceMs);
    }

    QByteArray answer;
    QByteArray shown; ///< serial number of the certificate
};

} // namespace

class TstTlsServer : public QObject
{
    Q_OBJECT

private:
    SystemClock m_clock;
    QTemporaryDir m_folder;
    QPromise<void> m_gate;
    HttpService m_service = [this](HttpRequest request) -> QCoro::Task<HttpResponse> {
        if (request.url.path() == u"/slow") {
            QFuture<void> gate = m_gate.future();
            co_await gate;
        }
        co_return HttpResponse(200, request.body);
    };

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// NAME.pem and NAME.key, signed by itself.
    [[nodiscard]] bool makeCertificate(const QString &name, const QString &kind = QStringLiteral("rsa:2048"))
    {
        QStringList arguments{QStringLiteral("req"),           QStringLiteral("-x509"),   QStringLiteral("-nodes"),
                              QStringLiteral("-days"),         QStringLiteral("2"),       QStringLiteral("-subj"),
                              QStringLiteral("/CN=localhost"), QStringLiteral("-newkey"), kind};
        if (kind == u"ec")
            arguments += {QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1")};
        return runOpenSsl(arguments
                          + QStringList{QStringLiteral("-keyout"), path(name + QStringLiteral(".key")),
                                        QStringLiteral("-out"), path(name + QStringLiteral(".pem"))});
    }
    [[nodiscard]] Result<TlsIdentity> load(const QString &certificate, const QString &key) const
    {
        return TlsIdentity::load(path(certificate + QStringLiteral(".pem")), path(key + QStringLiteral(".key")),
                                 m_clock.now());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(makeCertificate(QStringLiteral("first")));
        QVERIFY(makeCertificate(QStringLiteral("second"), QStringLiteral("ec")));
    }
    void init()
    {
        m_gate = QPromise<void>();
        m_gate.start();
    }

    void itSpeaksTls12And13AndNothingOlder()
    {
        const auto identity = load(QStringLiteral("first"), QStringLiteral("first"));
        QVERIFY2(identity.ok(), identity ? "" : qPrintable(identity.error().detail));
        HttpServer server(m_clock, m_service);
        server.setTls(identity->configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        for (const auto protocol : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
            TlsClient client(server.port(), protocol);
            QVERIFY(client.waitUntilEncrypted());
            client.write(get() + get());
            QVERIFY(client.waitForAnswers(2));
            QCOMPARE(client.answer.count("\r\nStrict-Transport-Security: max-age=31536000\r\n"), 2);
        }
        QProcess old; // Qt's client would not even offer it
        old.start(QStringLiteral("openssl"),
                  {QStringLiteral("s_client"), QStringLiteral("-connect"),
                   QStringLiteral("127.0.0.1:%1").arg(server.port()), QStringLiteral("-tls1_1"),
                   QStringLiteral("-cipher"), QStringLiteral("ALL:@SECLEVEL=0")});
        QVERIFY(QTest::qWaitFor([&old] { return old.state() == QProcess::NotRunning; }, patienceMs));
        QVERIFY(old.exitCode() != 0);
        QTRY_VERIFY_WITH_TIMEOUT(server.load().refusals.value("handshake") >= 1, patienceMs);
    }

    void aNewCertificateIsShownToNewcomersAndDisturbsNobody()
    {
        const auto first = load(QStringLiteral("first"), QStringLiteral("first"));
        const auto second = load(QStringLiteral("second"), QStringLiteral("second"));
        QVERIFY(first.ok() && second.ok());
        HttpServer server(m_clock, m_service);
        server.setTls(first->configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());

        TlsClient waiting(server.port());
        QVERIFY(waiting.waitUntilEncrypted());
        waiting.write("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
        TlsClient idle(server.port());
        QVERIFY(idle.waitUntilEncrypted());
        QTRY_COMPARE_WITH_TIMEOUT(server.load().openRequests, 1, patienceMs);

        // Renewed again and again while others come and ask.
        QSet<QByteArray> shown;
        for (int i = 0; i < 40; ++i) {
            server.setTls(i % 2 == 0 ? second->configuration : first->configuration);
            TlsClient client(server.port());
            QVERIFY(client.waitUntilEncrypted());
            client.write(get());
            QVERIFY(client.waitForAnswers(1));
            shown.insert(client.shown);
        }
        QCOMPARE(shown.size(), 2);
        m_gate.finish();
        QVERIFY(waiting.waitForAnswers(1));
        idle.write(get());
        QVERIFY(idle.waitForAnswers(1));
    }

    void filesThatAreNoGoodAreSaidToBe()
    {
        const auto faultOf = [this](const QString &certificate, const QString &key) {
            const auto identity = load(certificate, key);
            return identity ? QString() : identity.error().detail;
        };
        QVERIFY(faultOf(QStringLiteral("first"), QStringLiteral("second"))
                    .contains(QStringLiteral("the key is not the certificate's")));
        QVERIFY(faultOf(QStringLiteral("none"), QStringLiteral("first")).contains(QStringLiteral("none.pem")));
        QVERIFY(QFile::copy(path(QStringLiteral("first.pem")), path(QStringLiteral("swapped.key"))));
        QVERIFY(faultOf(QStringLiteral("first"), QStringLiteral("swapped")).contains(QStringLiteral("no private key")));
        QFile empty(path(QStringLiteral("empty.pem")));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        QVERIFY(
            faultOf(QStringLiteral("empty"), QStringLiteral("first")).contains(QStringLiteral("holds no certificate")));
        const auto later = TlsIdentity::load(path(QStringLiteral("first.pem")), path(QStringLiteral("first.key")),
                                             m_clock.now() + UtcMs(3) * 24 * 3600 * 1000);
        QVERIFY(!later.ok());
        QVERIFY(later.error().detail.contains(QStringLiteral("holds from")));
    }

    void whoDoesNotFinishTheHandshakeIsDropped()
    {
        const auto identity = load(QStringLiteral("first"), QStringLiteral("first"));
        HttpServerLimits limits;
        limits.headTimeout = 300ms;
        limits.connections = 2;
        HttpServer server(m_clock, m_service, limits);
        server.setTls(identity->configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        RawClient silent(server.port());
        RawClient half(server.port());
        half.write(QByteArray::fromHex("160301020001"));                    // how a ClientHello begins
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 2, patienceMs); // counted from the first moment
        RawClient tooMany(server.port());
        QVERIFY(tooMany.waitForClose());
        QVERIFY(tooMany.answer.isEmpty()); // words would cost a handshake
        QVERIFY(silent.waitForClose());
        QVERIFY(half.waitForClose());
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 0, patienceMs);
        RawClient plain(server.port());
        plain.write(get());
        QVERIFY(plain.waitForClose());
        QVERIFY(!plain.answer.contains("HTTP/1.1"));
    }

    void aRefusalOverTlsCanBeRead()
    {
        const auto identity = load(QStringLiteral("second"), QStringLiteral("second"));
        HttpServerLimits limits;
        limits.lingerTimeout = 500ms;
        HttpServer server(m_clock, m_service, limits);
        server.setTls(identity->configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        TlsClient client(server.port());
        client.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n"
                     + QByteArray(300'000, 'x'));
        QVERIFY(client.waitForClose());
        QVERIFY(client.answer.startsWith("HTTP/1.1 413 "));

        TlsClient last(server.port());
        last.write(get("Connection: close\r\n"));
        QVERIFY(last.waitForClose());
        QVERIFY(last.answer.startsWith("HTTP/1.1 200 "));
    }

    void stoppingLetsAnswersOverTlsBeFinished()
    {
        const auto identity = load(QStringLiteral("second"), QStringLiteral("second"));
        HttpServer server(m_clock, m_service);
        server.setTls(identity->configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost, 0).ok());
        TlsClient busy(server.port());
        busy.write("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
        TlsClient idle(server.port());
        QVERIFY(idle.waitUntilEncrypted());
        QTRY_COMPARE_WITH_TIMEOUT(server.load().openRequests, 1, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(server.connectionCount(), 2, patienceMs);
        server.stop();
        QVERIFY(idle.waitForClose());
        m_gate.finish();
        QVERIFY(busy.waitForAnswers(1));
        QVERIFY(busy.waitForClose());
    }
};

QTEST_GUILESS_MAIN(TstTlsServer)
#include "tst_tlsserver.moc"
