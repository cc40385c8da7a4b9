// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How much polling disturbs the window: 5,000 open requests are polled against a local server in another process, and
// the longest time for which the event loop did not turn is printed. The server is this program again.
#include "base/id.h"
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "peeringapi/peeringapiclient.h"
#include "storage/database.h"
#include "storage/endpointstore.h"
#include "storage/requeststore.h"
#include "workflow/requests/requests.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QUrlQuery>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

constexpr int requestCount = 5000;
constexpr int pageSize = 100;
const Asn own(64496);
const Asn other(64500);

QString address(int number, int side)
{
    return QStringLiteral("10.%1.%2.%3").arg(side).arg(number / 250).arg(1 + number % 250);
}

QString remoteId(int number)
{
    return QStringLiteral("session-%1").arg(number, 5, 10, QLatin1Char('0'));
}

QJsonObject wireSession(int number, const QString &status)
{
    return {{QStringLiteral("session_id"), remoteId(number)},
            {QStringLiteral("local_asn"), 64496},
            {QStringLiteral("peer_asn"), 64500},
            {QStringLiteral("local_ip"), address(number, 1)},
            {QStringLiteral("peer_ip"), address(number, 2)},
            {QStringLiteral("peer_type"), QStringLiteral("public")},
            {QStringLiteral("location"), QStringLiteral("pdb:ix:42")},
            {QStringLiteral("status"), status}};
}

/// The other network: pages of sessions. The first list says pending, the second approved, and so on in turns.
int serve()
{
    const SystemClock clock;
    int lists = 0;
    HttpServer server(clock, [&lists](HttpRequest request) -> QCoro::Task<HttpResponse> {
        const int from = QUrlQuery(request.url).queryItemValue(QStringLiteral("next_token")).toInt();
        if (from == 0)
            ++lists;
        const QString status = lists % 2 == 1 ? QStringLiteral("Pending") : QStringLiteral("Approved");
        QJsonArray page;
        for (int number = from; number < from + pageSize; ++number)
            page.append(wireSession(number, status));
        QJsonObject answer{{QStringLiteral("sessions"), page}};
        if (from + pageSize < requestCount)
            answer.insert(QStringLiteral("next_token"), QString::number(from + pageSize));
        co_return HttpResponse(200, QJsonDocument(answer).toJson(QJsonDocument::Compact), "application/json");
    });
    if (!server.listen(QHostAddress::LocalHost, 0))
        return 1;
    QTextStream(stdout) << server.port() << Qt::endl;
    return QCoreApplication::exec();
}

Result<void> fill(QSqlDatabase &database, const Envelope &envelope, UtcMs now)
{
    RequestStore requests(database, envelope);
    for (int number = 0; number < requestCount; ++number) {
        Request request;
        request.id = newUuid();
        request.ownAsn = own;
        request.otherAsn = other;
        request.createdAt = now;
        Session session;
        session.id = newId(now);
        session.requestId = request.id;
        session.remoteId = remoteId(number);
        session.ownAsn = own;
        session.approval = Approval::Pending;
        session.createdAt = now;
        session.proposal.initiator = own;
        session.proposal.receiver = other;
        session.proposal.initiatorAddress = *IpAddress::parse(address(number, 1));
        session.proposal.receiverAddress = *IpAddress::parse(address(number, 2));
        session.proposal.location = Location::exchange(42);
        request.sessions = {session};
        const auto inserted = requests.insert(request, QStringLiteral("bench"));
        if (!inserted)
            return inserted;
    }
    return {};
}

/// Measures how late the event loop comes round to a timer that is always due.
class StallMeter : public QObject
{
public:
    StallMeter()
    {
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_since.nsecsElapsed());
            m_since.start();
        });
    }
    void begin()
    {
        m_longest = 0;
        m_since.start();
        m_timer.start(0);
    }
    double endMs()
    {
        m_timer.stop();
        return static_cast<double>(m_longest) / 1e6;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

QCoro::Task<void> measure(Requests &requests)
{
    QTextStream out(stdout);
    StallMeter meter;
    for (const char *what : {"nothing changed", "all approved", "all pending again"}) {
        QElapsedTimer whole;
        whole.start();
        meter.begin();
        const auto polled = co_await requests.poll(own, other);
        const double stall = meter.endMs();
        out << QStringLiteral("%1 open requests, %2: %3, %4 ms in all, longest event-loop stall %5 ms\n")
                   .arg(requestCount)
                   .arg(QString::fromLatin1(what), polled ? QStringLiteral("polled") : polled.error().detail)
                   .arg(whole.elapsed())
                   .arg(stall, 0, 'f', 1);
    }
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(QStringLiteral("--serve")))
        return serve();
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--serve")});
    if (!server.waitForReadyRead())
        return 1;
    const SystemClock clock;
    QTemporaryDir folder;
    const auto database = Database::open(folder.filePath(QStringLiteral("desk.sqlite")), clock);
    if (!database)
        return 1;
    NetworkEndpoint endpoint;
    endpoint.ownAsn = own;
    endpoint.otherAsn = other;
    endpoint.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.readLine().trimmed().toInt()));
    const auto filled = (*database)->write([&](QSqlDatabase &db) -> Result<void> {
        const auto saved = EndpointStore(db).save(endpoint);
        return saved ? fill(db, (*database)->envelope(), clock.now()) : saved;
    });
    if (!filled.result())
        return 1;
    HttpClientSettings settings;
    settings.allowPrivate = true;
    HttpClient http(settings);
    PeeringApiClient client(http, clock);
    const auto token = [](QUrl) -> QCoro::Task<Result<Secret>> { co_return Secret(QByteArrayLiteral("token")); };
    Requests requests(**database, client, clock, Places(), token);
    measure(requests).then([] {});
    const int result = QCoreApplication::exec();
    server.kill();
    server.waitForFinished();
    return result;
}
