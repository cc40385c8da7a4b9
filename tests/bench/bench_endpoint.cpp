// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "auth/jwks.h"
#include "bench/bareinsertion.h"
#include "bench/callers.h"
#include "bench/subject.h"
#include "support/firstline.h"
#include "support/postgresqlkit.h"

#include <QCommandLineParser>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <map>

/// What the endpoint costs above what it is made of: a real peerdeskd over SQLite, against the same HTTP server answering
/// a constant, against checking a signature, and against inserting the same rows; and over PostgreSQL, where there is one.
/// The rounds of all of them are interleaved, so that a busy machine disturbs each alike, and what is printed is the
/// median of the rounds' ratios. The callers share the machine with the servers. Nothing is asserted.
using namespace peerdesk;
using namespace peerdesk::test;
using namespace peerdesk::bench;

namespace {

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
    /// `shared` is the one over PostgreSQL, or null.
    Measurement(int stored, quint16 constantPort, Subject &few, Subject &many, Subject *shared)
        : m_stored(stored)
        , m_constantPort(constantPort)
        , m_few(few)
        , m_many(many)
        , m_shared(shared)
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
        if (!m_shared)
            return;
        rate("get shared", m_shared->port(), 16, 4000, [this](int) { return m_shared->someGet(); });
        rate("post one shared", m_shared->port(), 1, 100, [this](int) { return m_shared->somePost(); });
        rate("post shared", m_shared->port(), 16, 200, [this](int) { return m_shared->somePost(); });
        tail("get shared", m_shared->port(), 4000, [this](int) { return m_shared->someGet(); });
        tail("post shared", m_shared->port(), 500, [this](int) { return m_shared->somePost(); });
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
        printTail("GET", "get");
        printTail("POST", "post");
        if (!m_shared)
            return;
        std::printf(
            "PostgreSQL, with 1000 stored: GET %7.0f, %5.2f of the constant answer's rate and %5.2f of SQLite's\n",
            f.median("get shared"), f.ratio("get shared", "constant"), f.ratio("get shared", "get few"));
        std::printf("  POST of 10       %7.1f by one caller, %7.1f by 16: %5.2f and %5.2f of SQLite's\n",
                    f.median("post one shared"), f.median("post shared"), f.ratio("post one shared", "post one few"),
                    f.ratio("post shared", "post few"));
        printTail("GET", "get shared");
        printTail("POST", "post shared");
    }

private:
    void printTail(const char *method, const std::string &name) const
    {
        const std::string median = name + " median";
        const std::string most = name + " p99";
        std::printf("  50 callers, %-4s: median %6.2f ms, 99 of 100 within %6.2f ms: times the median %5.2f   (goal: "
                    "below 10)\n",
                    method, m_figures.median(median.c_str()), m_figures.median(most.c_str()),
                    m_figures.ratio(most.c_str(), median.c_str()));
    }
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
    Subject *const m_shared;
    const Jwks m_keys;
    const Jwt m_token;
    QTemporaryDir m_folder;
    std::unique_ptr<BareInsertion> m_bare;
    Figures m_figures;
};

/// One in a hundred with a token of its own, one in a thousand a POST. Until so many requests or minutes are over.
void watchMemory(Subject &subject, int requests, int minutes)
{
    constexpr int part = 10'000;
    constexpr int shownEvery = 100'000;
    const QDeadlineTimer deadline(std::chrono::minutes{minutes});
    Callers callers(subject.port(), 16);
    std::printf("memory:");
    long first = 0;
    int done = 0;
    while (done < requests && !deadline.hasExpired()) {
        subject.makeFresh(part / 100);
        const auto round = callers.run(part, [&subject](int i) {
            if (i % 1000 == 999)
                return subject.somePost();
            return i % 100 == 50 ? subject.freshGet(i / 100) : subject.someGet();
        });
        if (round.refused > 0)
            qFatal("%d requests were refused", round.refused);
        done += part;
        if (first != 0 && done % shownEvery != 0)
            continue;
        const long now = subject.residentKib();
        first = first == 0 ? now : first;
        std::printf(" %.1f MiB after %d,", static_cast<double>(now) / 1024, done);
        std::fflush(stdout);
    }
    std::printf(" grown by %ld KiB after the first %d of %d requests\n", subject.residentKib() - first, part, done);
}

/// With a server that keeps what it acknowledges; null, with the reason printed, where there is none.
std::unique_ptr<Subject> overPostgreSql()
{
    if (!postgreSql().start(PostgreSqlKit::Durability::Synced)) {
        std::printf("no figures of PostgreSQL: %s\n", qPrintable(postgreSql().why()));
        return nullptr;
    }
    qputenv("PEERDESK_TEST_DATABASE", "postgresql");
    auto subject = std::make_unique<Subject>(1000);
    qunsetenv("PEERDESK_TEST_DATABASE");
    return subject;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // as peerdeskd does, for whoever serves the constant
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    const QCommandLineOption constant("constant", "Answer everything with this file.", "FILE");
    const QCommandLineOption stored("stored", "So many sessions in the large database.", "N", "1000000");
    const QCommandLineOption requests("requests", "So many requests while memory is watched.", "N", "1000000");
    const QCommandLineOption minutes("minutes", "For so long at most.", "N", "6");
    const QCommandLineOption rounds("rounds", "So many rounds.", "N", "6");
    options.addOptions({constant, stored, requests, minutes, rounds});
    options.addHelpOption();
    options.process(app);
    if (options.isSet(constant))
        return serveConstant(options.value(constant));

    Subject few(1000);
    Subject many(options.value(stored).toInt());
    const std::unique_ptr<Subject> shared = overPostgreSql();
    QTemporaryDir folder;
    QFile answer(folder.filePath("answer.json"));
    if (!answer.open(QIODevice::WriteOnly) || answer.write(few.answerToGet()) < 0)
        return 1;
    answer.close();
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {"--constant", answer.fileName()});
    const quint16 constantPort = firstLineOf(server).toUShort();
    if (constantPort == 0)
        return 1;

    Measurement measurement(options.value(stored).toInt(), constantPort, few, many, shared.get());
    const int count = options.value(rounds).toInt();
    for (int i = 0; i < count; ++i)
        measurement.round();
    measurement.print();
    watchMemory(many, options.value(requests).toInt(), options.value(minutes).toInt());
    server.kill();
    server.waitForFinished();
    return 0;
}
