// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "auth/jwks.h"
#include "bench/bareinsertion.h"
#include "bench/callers.h"
#include "daemon/installed.h"
#include "support/outcomeof.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <map>

/// What the endpoint costs above what it is made of: a real peerdeskd over SQLite, against the same HTTP
/// server answering a constant, against checking a signature, and against inserting the same rows. The rounds
/// of all of them are interleaved, so that a busy machine disturbs each alike, and what is printed is the
/// median of the rounds' ratios. The callers share the machine with the servers. Nothing is asserted.
using namespace peerdesk;
using namespace peerdesk::test;
using namespace peerdesk::bench;

namespace {

constexpr int sessionsOfRequest = 10;
constexpr int sessionsOfNetwork = 100;
constexpr std::uint32_t firstStored = 4'200'000'000; ///< the networks whose sessions were there before
constexpr std::uint32_t firstAsking = 4'250'000'000; ///< the networks that post
constexpr int askingNetworks = 400;
constexpr int readingNetworks = 100; ///< of those stored, so many have a token here

QByteArray head(const char *method, const QByteArray &path, const Secret &token)
{
    return QByteArray(method) + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token.reveal()
           + "\r\n";
}

QByteArray getting(const QByteArray &id, const Secret &token)
{
    return head("GET", "/v1/sessions/" + id, token) + "\r\n";
}

/// Sessions that nobody has asked for before, as long as `number` is another each time.
QJsonObject batchOf(std::uint32_t asn, int number)
{
    QList<QJsonObject> sessions;
    for (int i = 0; i < sessionsOfRequest; ++i)
        sessions.append(EndpointRig::session(QString::number(i),
                                             QStringLiteral("2001:db8:42:%1::%2").arg(number, 0, 16).arg(i + 1),
                                             "2001:db8:42:ffff::1", 42, asn));
    return EndpointRig::batch(QStringLiteral("request-%1-%2").arg(asn).arg(number), sessions);
}

QByteArray posting(std::uint32_t asn, int number, const Secret &token)
{
    const QByteArray body = QJsonDocument(batchOf(asn, number)).toJson(QJsonDocument::Compact);
    return head("POST", "/v1/sessions", token)
           + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A peerdeskd with so many sessions in its database, and callers that have tokens for it.
class Subject
{
public:
    explicit Subject(int sessions)
        : m_daemon(QByteArray(Installed::approveAll) + Installed::unlimited)
        , m_networks(sessions / sessionsOfNetwork)
    {
        m_daemon.logFile = QProcess::nullDevice();
        start();
        m_daemon.terminate();
        store();
        start();
        for (std::uint32_t i = 0; i < askingNetworks; ++i)
            m_asking.push_back(tokenOf(firstAsking + i));
    }

    [[nodiscard]] quint16 port() const { return static_cast<quint16>(m_daemon.listening.port()); }
    [[nodiscard]] QString databasePath() const { return m_daemon.databasePath(); }

    /// Sessions taken at random, with a token that was seen before.
    [[nodiscard]] QByteArray someGet()
    {
        const auto &[token, ids] = m_reading.at(QRandomGenerator::global()->bounded(quint32(m_reading.size())));
        return getting(ids.at(QRandomGenerator::global()->bounded(quint32(ids.size()))), token);
    }
    /// The same with a token that nobody has shown yet.
    void makeFresh(int count)
    {
        m_fresh.clear();
        for (int i = 0; i < count; ++i)
            m_fresh.push_back(getting(m_reading.front().second.front(), tokenOf(firstStored)));
    }
    [[nodiscard]] QByteArray freshGet(int i) const { return m_fresh.at(static_cast<std::size_t>(i)); }
    [[nodiscard]] QByteArray somePost()
    {
        const int number = m_posted++;
        const auto index = static_cast<std::size_t>(number % askingNetworks);
        return posting(firstAsking + static_cast<std::uint32_t>(index), number, m_asking.at(index));
    }

    [[nodiscard]] QByteArray answerToGet()
    {
        const auto &[token, ids] = m_reading.front();
        HttpRequest request(QUrl(m_daemon.listening.toString() + "/v1/sessions/" + ids.front()));
        request.headers.append("Authorization", "Bearer " + token.reveal());
        return outcomeOf(m_daemon.http.send(request))->body;
    }
    [[nodiscard]] Secret anyToken() const { return m_reading.front().first; }
    [[nodiscard]] QByteArray keySet()
    {
        return outcomeOf(m_daemon.http.send(HttpRequest(m_daemon.issuer.jwksAddress())))->body;
    }
    /// KiB that the daemon holds in memory.
    [[nodiscard]] long residentKib() const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_daemon.process->processId()));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        return text.mid(text.indexOf("VmRSS:") + 6, 20).simplified().split(' ').first().toLong();
    }

private:
    /// The first answer brings the issuer's keys, which this process serves: not while its event loop is held
    /// up.
    void start()
    {
        if (!m_daemon.start())
            qFatal("peerdeskd does not start");
        HttpRequest first = m_daemon.post(batchOf(64500, 0));
        if (outcomeOf(m_daemon.http.send(first))->status != 200)
            qFatal("peerdeskd does not accept");
    }
    [[nodiscard]] Secret tokenOf(std::uint32_t asn)
    {
        const QJsonObject network = {{"id", 1}, {"name", "A network"}, {"asn", qint64(asn)}, {"perms", 3}};
        const QJsonObject claims = {{"networks", QJsonArray{network}}, {"jti", QString::number(++m_tokens)}};
        return m_daemon.issuer.token(Installed::publicUrl(), claims);
    }
    void store()
    {
        BareInsertion rows(databasePath(), BareInsertion::Durability::Unsynced);
        const int step = std::max(1, m_networks / readingNetworks);
        for (int i = 0; i < m_networks; ++i) {
            const std::uint32_t asn = firstStored + static_cast<std::uint32_t>(i);
            std::vector<QByteArray> ids;
            if (i % 100 == 0)
                rows.begin();
            for (int n = 0; n < sessionsOfNetwork / sessionsOfRequest; ++n) {
                rows.insert(asn);
                const auto more = rows.ids();
                ids.insert(ids.end(), more.begin(), more.end());
            }
            if (i % 100 == 99 || i + 1 == m_networks)
                rows.commit();
            if (i % step == 0)
                m_reading.emplace_back(tokenOf(asn), std::move(ids));
        }
    }

    Installed m_daemon;
    const int m_networks;
    std::vector<std::pair<Secret, std::vector<QByteArray>>> m_reading;
    std::vector<Secret> m_asking;
    std::vector<QByteArray> m_fresh;
    int m_posted = 1;
    int m_tokens = 0;
};

/// The same HTTP server in a process of its own, which answers everything with the content of a file.
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

/// Figures of the rounds under their names, and what relates one to another.
class Figures
{
public:
    void add(const char *name, double value) { m_rounds[name].push_back(value); }
    [[nodiscard]] double median(const char *name) const { return middle(m_rounds.at(name)); }
    /// The median of what one is of another, round by round.
    [[nodiscard]] double ratio(const char *one, const char *other) const
    {
        std::vector<double> ratios;
        const auto &above = m_rounds.at(one);
        const auto &below = m_rounds.at(other);
        for (std::size_t i = 0; i < above.size(); ++i)
            ratios.push_back(above[i] / below[i]);
        return middle(ratios);
    }

private:
    static double middle(std::vector<double> values)
    {
        std::sort(values.begin(), values.end());
        const std::size_t half = values.size() / 2;
        return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    std::map<std::string, std::vector<double>> m_rounds;
};

class Measurement
{
public:
    Measurement(int stored, quint16 constantPort, Subject &few, Subject &many)
        : m_stored(stored)
        , m_constantPort(constantPort)
        , m_few(few)
        , m_many(many)
        , m_keys(*Jwks::parse(few.keySet()))
        , m_token(*parseJwt(few.anyToken().reveal()))
    {
        const QString copy = m_folder.filePath("bare.db");
        if (!QFile::copy(few.databasePath(), copy))
            qFatal("the database cannot be copied");
        m_bare = std::make_unique<BareInsertion>(copy, BareInsertion::Durability::Synced);
    }

    void round()
    {
        const auto same = [](const QByteArray &text) { return [text](int) { return text; }; };
        const QByteArray anyGet = m_few.someGet();
        rate("constant", m_constantPort, 16, 8000, same(anyGet));
        rate("get few", m_few.port(), 16, 8000, [this](int) { return m_few.someGet(); });
        rate("get many", m_many.port(), 16, 8000, [this](int) { return m_many.someGet(); });
        m_few.makeFresh(500);
        rate("get fresh", m_few.port(), 16, 500, [this](int i) { return m_few.freshGet(i); });
        m_figures.add("verify", verifications());
        m_figures.add("bare", insertions());
        rate("post one few", m_few.port(), 1, 100, [this](int) { return m_few.somePost(); });
        rate("post one many", m_many.port(), 1, 100, [this](int) { return m_many.somePost(); });
        rate("post few", m_few.port(), 16, 200, [this](int) { return m_few.somePost(); });
        rate("post many", m_many.port(), 16, 200, [this](int) { return m_many.somePost(); });
        tail("get", m_few.port(), 5000, [this](int) { return m_few.someGet(); });
        tail("post", m_few.port(), 500, [this](int) { return m_few.somePost(); });
    }

    void print() const
    {
        const Figures &f = m_figures;
        std::printf("in a second        constant %7.0f   signatures checked %7.0f   bare insertions of %zu "
                    "rows %5.0f\n",
                    f.median("constant"), f.median("verify"), m_bare->rows(), f.median("bare"));
        std::printf("GET /sessions/{id} %7.0f with 1000 stored, %7.0f with %d; %7.0f with a token not seen before\n",
                    f.median("get few"), f.median("get many"), m_stored, f.median("get fresh"));
        std::printf("POST of 10         %7.1f by one caller, %7.1f by 16; with %d stored %7.1f and %7.1f\n",
                    f.median("post one few"), f.median("post few"), m_stored, f.median("post one many"),
                    f.median("post many"));
        std::printf("GET of the constant answer's rate                %5.2f   (goal: 0.5 and more)\n",
                    f.ratio("get few", "constant"));
        std::printf("GET with a fresh token, of constant and check    %5.2f\n", freshRatio());
        std::printf("POST, times the bare insertion: one caller       %5.2f   (goal: 2 and less)\n",
                    f.ratio("bare", "post one few"));
        std::printf("POST, times the bare insertion: 16 callers       %5.2f\n", f.ratio("bare", "post few"));
        std::printf("cost of GET with %7d stored, times 1000       %5.2f   (goal: 1.5 and less)\n", m_stored,
                    f.ratio("get few", "get many"));
        std::printf("cost of POST with %7d stored, times 1000      %5.2f   (goal: 1.5 and less)\n", m_stored,
                    f.ratio("post one few", "post one many"));
        for (const char *what : {"get", "post"}) {
            const std::string name = what;
            const double median = f.median((name + " median").c_str());
            std::printf("50 callers, %-4s: median %6.2f ms, 99 of 100 within %6.2f ms: times the median "
                        "%5.2f   (goal: below 10)\n",
                        what, median, f.median((name + " p99").c_str()),
                        f.ratio((name + " p99").c_str(), (name + " median").c_str()));
        }
    }

private:
    void rate(const char *name, quint16 port, int connections, int count, const std::function<QByteArray(int)> &request)
    {
        Callers callers(port, connections);
        const Callers::Round round = callers.run(count, request);
        if (round.refused > 0)
            qFatal("%s: %d of %d were refused", name, round.refused, count);
        m_figures.add(name, round.perSecond());
    }
    void tail(const char *what, quint16 port, int count, const std::function<QByteArray(int)> &request)
    {
        Callers callers(port, 50);
        const Callers::Round round = callers.run(count, request);
        m_figures.add((std::string(what) + " median").c_str(), round.quantile(0.5));
        m_figures.add((std::string(what) + " p99").c_str(), round.quantile(0.99));
    }
    double verifications()
    {
        constexpr int count = 4000;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count; ++i) {
            if (!m_keys.verify(m_token))
                qFatal("the signature does not hold");
        }
        return count / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    double insertions()
    {
        constexpr int count = 200;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count; ++i) {
            m_bare->begin();
            m_bare->insert(firstAsking + static_cast<std::uint32_t>(i % askingNetworks));
            m_bare->commit();
        }
        return count / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    /// What there is of the rate that answering a constant and checking a signature, one after the other,
    /// would allow.
    [[nodiscard]] double freshRatio() const
    {
        return m_figures.median("get fresh") * (1 / m_figures.median("constant") + 1 / m_figures.median("verify"));
    }

    const int m_stored;
    const quint16 m_constantPort;
    Subject &m_few;
    Subject &m_many;
    const Jwks m_keys;
    const Jwt m_token;
    QTemporaryDir m_folder;
    std::unique_ptr<BareInsertion> m_bare;
    Figures m_figures;
};

/// One in a hundred with a token of its own, one in a hundred a POST.
void watchMemory(Subject &subject, int requests)
{
    constexpr int parts = 10;
    std::printf("memory in MiB over %d requests:", requests);
    Callers callers(subject.port(), 16);
    long first = 0;
    for (int part = 0; part < parts; ++part) {
        const int count = requests / parts;
        subject.makeFresh(count / 100);
        const auto round = callers.run(count, [&subject](int i) {
            if (i % 100 == 99 && i / 100 < 50)
                return subject.somePost();
            return i % 100 == 50 ? subject.freshGet(i / 100) : subject.someGet();
        });
        if (round.refused > 0)
            qFatal("%d requests were refused", round.refused);
        const long now = subject.residentKib();
        std::printf(" %.1f", static_cast<double>(now) / 1024);
        std::fflush(stdout);
        first = part == 0 ? now : first;
    }
    std::printf("; grown by %ld KiB after the first tenth\n", subject.residentKib() - first);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    const QCommandLineOption constant("constant", "Answer everything with this file.", "FILE");
    const QCommandLineOption stored("stored", "So many sessions in the large database.", "N", "1000000");
    const QCommandLineOption requests("requests", "So many requests while memory is watched.", "N", "100000");
    const QCommandLineOption rounds("rounds", "So many rounds.", "N", "6");
    options.addOptions({constant, stored, requests, rounds});
    options.addHelpOption();
    options.process(app);
    if (options.isSet(constant))
        return serveConstant(options.value(constant));

    Subject few(1000);
    Subject many(options.value(stored).toInt());
    QTemporaryDir folder;
    QFile answer(folder.filePath("answer.json"));
    if (!answer.open(QIODevice::WriteOnly) || answer.write(few.answerToGet()) < 0)
        return 1;
    answer.close();
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {"--constant", answer.fileName()});
    if (!server.waitForReadyRead())
        return 1;

    Measurement measurement(options.value(stored).toInt(), server.readLine().trimmed().toUShort(), few, many);
    const int count = options.value(rounds).toInt();
    for (int i = 0; i < count; ++i)
        measurement.round();
    measurement.print();
    watchMemory(many, options.value(requests).toInt());
    server.kill();
    server.waitForFinished();
    return 0;
}
