// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "bench/callers.h"
#include "daemon/installed.h"
#include "rak/keytext.h"
#include "storage/database.h"
#include "storage/rakkeystore.h"
#include "support/firstline.h"
#include "support/outcomeof.h"

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>

/// What checking a registry's key costs: a real peerdeskd that issues keys, with few of them and with many, against what
/// that endpoint answers without looking anything up, through the same door, limits and log, and against the HTTP server
/// alone answering a constant as long. Keys are taken at random, so that with many of them each needs a statement signed
/// anew, as a verifier does that checks a key for the first time. Rounds are interleaved, and what is printed is the
/// median of their ratios. Nothing is asserted.
using namespace peerdesk;
using namespace peerdesk::test;
using namespace peerdesk::bench;

namespace {

constexpr int few = 1000;
constexpr int connectionCount = 16;
constexpr int requestsOfRound = 4000;

const Secret pepper(QByteArray(32, 'p'));

BearerKey keyAt(int i)
{
    const QByteArray secret =
        QMessageAuthenticationCode::hash(QByteArray::number(i), "bench", QCryptographicHash::Sha256);
    return {{Registry::RipeTest, static_cast<std::uint64_t>(i) * 0x9e3779b97f4a7c15ULL},
            Secret(secret.left(BearerKey::secretOctets))};
}

QByteArray extraConfig(const QTemporaryDir &folder)
{
    const auto write = [&folder](const char *name, const QByteArray &content) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            qFatal("%s cannot be written", name);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName().toUtf8();
    };
    return QByteArray(Installed::approveAll) + Installed::unlimited + "[access]\nmachine_credentials = true\n"
           + "[rak.issuer]\nregistry = 80\npepper_file = \"" + write("pepper", pepper.reveal())
           + "\"\nholders_file = \"" + write("holders.json", R"({"holders": []})") + "\"\n";
}

/// A registry with so many keys.
class RegistrySubject
{
public:
    explicit RegistrySubject(int keys)
        : m_keys(keys)
        , m_daemon(extraConfig(m_folder))
    {
        m_daemon.logFile = QProcess::nullDevice();
        fill();
        m_token = m_daemon.credential({"issue", "--asn", "64510", "--name", "bench", "--key-verifier"}).trimmed();
        if (m_token.isEmpty() || !m_daemon.start())
            qFatal("peerdeskd does not start");
        // The first round of each is lost to the keys that have to be bound.
        for (int i = 0; i < std::min(keys, few); ++i)
            m_seen.push_back(keyAt(i * (keys / few)));
    }

    [[nodiscard]] quint16 port() const { return static_cast<quint16>(m_daemon.listening.port()); }
    [[nodiscard]] QByteArray verification(const BearerKey &key) const { return posted("/v1/rak/v1/verify", key); }
    /// What is always answered the same: that no clients are registered here.
    [[nodiscard]] QByteArray registration() const { return posted("/v1/oauth/client_register", m_seen.front()); }
    [[nodiscard]] QByteArray posted(const QByteArray &path, const BearerKey &key) const
    {
        const QByteArray body =
            QJsonDocument(QJsonObject{{"key", key.toText().revealText()}}).toJson(QJsonDocument::Compact);
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_token
               + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
               + body;
    }
    /// One that this verifier has seen before; among many, each of a thousand.
    [[nodiscard]] QByteArray seen() const
    {
        return verification(m_seen.at(QRandomGenerator::global()->bounded(quint32(m_seen.size()))));
    }
    [[nodiscard]] QByteArray unknown() const { return verification(BearerKey::generate(Registry::RipeTest)); }
    [[nodiscard]] const std::vector<BearerKey> &keys() const { return m_seen; }
    QByteArray answer()
    {
        HttpRequest request(QUrl(m_daemon.listening.toString() + "/v1/rak/v1/verify"), "POST");
        request.headers.append("Authorization", "Bearer " + m_token);
        request.body = QJsonDocument(QJsonObject{{"key", m_seen.front().toText().revealText()}}).toJson();
        const auto response = outcomeOf(m_daemon.http.send(request));
        if (!response || response->status != 200)
            qFatal("a key is not verified: %s", response ? response->body.constData() : "no answer");
        return response->body;
    }

private:
    void fill()
    {
        constexpr int slice = 2000;
        const SystemClock clock;
        auto database = Database::open(m_daemon.database, clock);
        if (!database)
            qFatal("the database cannot be opened");
        const UtcMs now = clock.now() / 1000 * 1000;
        for (int from = 0; from < m_keys; from += slice) {
            const int until = std::min(m_keys, from + slice);
            auto future = (*database)->write([from, until, now](QSqlDatabase &db) -> Result<void> {
                RakKeyStore store(db);
                for (int i = from; i < until; ++i) {
                    const BearerKey bearer = keyAt(i);
                    StoredKey key;
                    key.id = QStringLiteral("%1").arg(bearer.reference.id, 16, 16, QLatin1Char('0'));
                    key.hash = QString::fromLatin1(keyHash(pepper, bearer.secret).reveal().toHex());
                    key.holderId = QStringLiteral("ORG-%1").arg(i / 10);
                    key.origin = Asn(64500);
                    key.prefixes = QStringLiteral("192.0.2.0/24-24 198.51.100.0/24-24");
                    key.notBefore = now;
                    key.expiresAt = now + 1000LL * 3600 * 24 * 90;
                    key.life = key.expiresAt - now;
                    key.serial = 2026112300U;
                    key.sequence = i + 1;
                    key.createdAt = key.changedAt = now;
                    key.createdBy = QStringLiteral("bench");
                    if (const auto added = store.add(key); !added)
                        return added;
                }
                return {};
            });
            if (!future.result())
                qFatal("%s", qPrintable(future.result().error().detail));
        }
    }

    const int m_keys;
    QTemporaryDir m_folder;
    Installed m_daemon;
    QByteArray m_token;
    std::vector<BearerKey> m_seen;
};

int serveConstant(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    const HttpResponse constant(200, file.readAll(), "application/json");
    const SystemClock clock;
    HttpServer server(clock, [constant](HttpRequest) -> QCoro::Task<HttpResponse> { co_return constant; });
    if (!server.listen(QHostAddress(QHostAddress::LocalHost), 0))
        return 1;
    std::printf("%d\n", int(server.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

double rateAt(quint16 port, const std::function<QByteArray(int)> &request)
{
    Callers callers(port, connectionCount);
    return callers.run(requestsOfRound, request).perSecond();
}

double middleOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    const QCommandLineOption constant("constant", "Answer everything with this file.", "FILE");
    const QCommandLineOption stored("stored", "How many keys are many.", "N", "1000000");
    const QCommandLineOption rounds("rounds", "How many rounds are measured.", "N", "7");
    options.addOptions({constant, stored, rounds});
    options.process(application);
    if (options.isSet(constant))
        return serveConstant(options.value(constant));

    RegistrySubject small(few);
    RegistrySubject large(options.value(stored).toInt());
    QTemporaryDir folder;
    QFile answer(folder.filePath("answer.json"));
    if (!answer.open(QIODevice::WriteOnly) || answer.write(small.answer()) < 0)
        return 1;
    answer.close();
    (void)large.answer();
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {"--constant", answer.fileName()});
    const quint16 constantPort = firstLineOf(server).toUShort();
    if (constantPort == 0)
        return 1;
    for (RegistrySubject *subject : {&small, &large}) // each key is bound once
        Callers(subject->port(), connectionCount).run(few, [subject](int i) {
            return subject->verification(subject->keys().at(static_cast<std::size_t>(i)));
        });

    std::vector<double> ofConstant;
    std::vector<double> ofServer;
    std::vector<double> growth;
    std::vector<double> unknowns;
    std::vector<double> rates;
    for (int round = 0; round < options.value(rounds).toInt(); ++round) {
        const double bare = rateAt(constantPort, [&small](int) { return small.seen(); });
        const double constantRate = rateAt(small.port(), [&small](int) { return small.registration(); });
        const double fewRate = rateAt(small.port(), [&small](int) { return small.seen(); });
        const double manyRate = rateAt(large.port(), [&large](int) { return large.seen(); });
        const double unknownRate = rateAt(large.port(), [&large](int) { return large.unknown(); });
        ofConstant.push_back(fewRate / constantRate);
        ofServer.push_back(fewRate / bare);
        growth.push_back(fewRate / manyRate);
        unknowns.push_back(unknownRate / manyRate);
        rates.push_back(fewRate);
    }
    std::printf("verify by key      %7.0f in a second with %d keys\n", middleOf(rates), few);
    std::printf("verify, of the endpoint's constant answer's rate %5.2f   (goal: 0.5 and more)\n",
                middleOf(ofConstant));
    std::printf("verify, of the HTTP server's alone               %5.2f\n", middleOf(ofServer));
    std::printf("cost with %7d keys, times %d               %5.2f   (goal: 1.5 and less)\n",
                options.value(stored).toInt(), few, middleOf(growth));
    std::printf("rate for unknown keys, of that for known ones    %5.2f\n", middleOf(unknowns));
    server.kill();
    server.waitForFinished();
    return 0;
}
