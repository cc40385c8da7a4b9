// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "peeringdb/mirror.h"
#include "peeringdb/mirrorindex.h"
#include "support/inventeddirectory.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <csignal>
#include <sys/resource.h>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

InventedDirectory smallWorld()
{
    InventedDirectory d;
    d.network(64496, QStringLiteral("Our Network"));
    d.network(64500, QStringLiteral("Example"));
    d.exchange(10, QStringLiteral("IX Ten"), {QStringLiteral("192.0.2.0/24")});
    d.port(1, 64496, 10, QStringLiteral("192.0.2.1"), {});
    d.port(2, 64500, 10, QStringLiteral("192.0.2.2"), {});
    return d;
}

/// PeeringDB's edge: whole dumps below /dumps, changes below /api.
class FakePeeringDb
{
public:
    explicit FakePeeringDb(const Clock &clock)
        : m_server(clock, [this](HttpRequest request) { return answer(std::move(request)); })
    {
        if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), 0))
            qFatal("no port");
    }
    [[nodiscard]] PeeringDbSettings settings() const
    {
        PeeringDbSettings settings;
        settings.dumps = QUrl(QStringLiteral("http://127.0.0.1:%1/dumps").arg(m_server.port()));
        settings.api = QUrl(QStringLiteral("http://127.0.0.1:%1/api").arg(m_server.port()));
        settings.queryInterval = 1ms;
        return settings;
    }

    InventedDirectory whole = smallWorld();
    QMap<QString, QByteArray> changes;    ///< by type; an empty list for the others
    QHash<QString, HttpResponse> instead; ///< by path
    QStringList asked;                    ///< "GET path?query", in order
    QList<QByteArray> keys;
    std::function<void(const QString &path)> onRequest;

private:
    QCoro::Task<HttpResponse> answer(HttpRequest request)
    {
        const QString path = request.url.path();
        asked.append(request.url.hasQuery() ? path + QLatin1Char('?') + request.url.query() : path);
        keys.append(request.headers.value("Authorization"));
        if (onRequest)
            onRequest(path);
        if (instead.contains(path))
            co_return instead.value(path);
        const QString type = path.section(QLatin1Char('/'), -1).remove(QLatin1String("-0.json"));
        if (path.startsWith(QLatin1String("/dumps/")))
            co_return whole.types().contains(type) ? HttpResponse(200, whole.dump(type)) : HttpResponse(404);
        co_return HttpResponse(200, changes.value(type, "{\"data\":[]}"));
    }

    HttpServer m_server;
};

HttpClientSettings loopback()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

} // namespace

class TstMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock.set(1'795'392'000'000);
        qputenv("XDG_DATA_DIRS", m_folder->path().toLocal8Bit()); // no table of cities
    }

    void withoutAFileTheIndexIsEmpty()
    {
        Mirror mirror(path(), m_http, m_clock);
        const auto opened = mirror.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::NotFound);
        QVERIFY(mirror.index()->isEmpty());
    }

    void aFolderIsImportedAndFoundAgain()
    {
        Mirror mirror(path(), m_http, m_clock);
        QSignalSpy changed(&mirror, &Mirror::changed);
        QVERIFY(smallWorld().write(m_folder->filePath(QStringLiteral("dumps"))));
        const auto report = outcomeOf(mirror.importFolder(m_folder->filePath(QStringLiteral("dumps"))));
        QVERIFY(report);
        QCOMPARE(report->rows(), 7);
        QCOMPARE(report->missing, QStringList{QStringLiteral("poc")});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(mirror.index()->shared(Asn(64496), Asn(64500)).size(), 1);
        QCOMPARE(mirror.index()->syncedAt(), m_clock.now());

        Mirror later(path(), m_http, m_clock);
        QVERIFY(later.open());
        QCOMPARE(later.index()->counts().networks, 2);
    }

    void aBrokenDumpLeavesTheOldMirrorAndSaysWhereItBroke()
    {
        Mirror mirror(path(), m_http, m_clock);
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        QVERIFY(smallWorld().write(dumps));
        QVERIFY(outcomeOf(mirror.importFolder(dumps)));
        const auto before = mirror.index();

        QFile netixlan(dumps + QStringLiteral("/netixlan-0.json"));
        QVERIFY(netixlan.open(QIODevice::ReadWrite));
        QVERIFY(netixlan.resize(netixlan.size() - 20));
        netixlan.close();
        const auto report = outcomeOf(mirror.importFolder(dumps));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Invalid);
        QVERIFY2(report.error().detail.startsWith(QLatin1String("netixlan-0.json is broken")),
                 qPrintable(report.error().detail));
        QCOMPARE(mirror.index(), before);
        Mirror later(path(), m_http, m_clock);
        QVERIFY(later.open());
        QCOMPARE(later.index()->counts().ports, 2);
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.new*")}), QStringList());
    }

    void aDumpOfAnotherTypeLeavesTheOldMirror()
    {
        Mirror mirror(path(), m_http, m_clock);
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        QVERIFY(smallWorld().write(dumps));
        QVERIFY(outcomeOf(mirror.importFolder(dumps)));
        const auto before = mirror.index();
        QVERIFY(QFile::remove(dumps + QStringLiteral("/ixpfx-0.json")));
        QVERIFY(QFile::copy(dumps + QStringLiteral("/net-0.json"), dumps + QStringLiteral("/ixpfx-0.json")));
        const auto report = outcomeOf(mirror.importFolder(dumps));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Invalid);
        QVERIFY2(report.error().detail.startsWith(QLatin1String("ixpfx-0.json: none of its 2 rows")),
                 qPrintable(report.error().detail));
        QCOMPARE(mirror.index(), before);
    }

    void oneMalformedRowIsNamedAndTheOthersAreTaken()
    {
        Mirror mirror(path(), m_http, m_clock);
        InventedDirectory world = smallWorld();
        world.row(QStringLiteral("net"), {{QStringLiteral("id"), 7}, {QStringLiteral("asn"), QStringLiteral("seven")}});
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        QVERIFY(world.write(dumps));
        const auto report = outcomeOf(mirror.importFolder(dumps));
        QVERIFY(report);
        QCOMPARE(mirror.index()->counts().networks, 2);
        QCOMPARE(report->problems.size(), 1);
        QVERIFY2(report->problems.first().contains(QLatin1String("net-0.json")), qPrintable(report->problems.first()));
    }

    void aNewerDumpReplacesAnOlderMirrorAndIncrementsGoOnFromIt()
    {
        FakePeeringDb peeringDb(m_clock);
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        QVERIFY(smallWorld().write(dumps));
        QVERIFY(outcomeOf(mirror.importFolder(dumps)));
        InventedDirectory newer = smallWorld();
        newer.network(64501, QStringLiteral("Newcomer"),
                      {{QStringLiteral("updated"), QStringLiteral("2026-11-20T00:00:00Z")}});
        QVERIFY(newer.write(dumps));
        QVERIFY(outcomeOf(mirror.importFolder(dumps)));
        QVERIFY(mirror.index()->network(Asn(64501)));
        QVERIFY(outcomeOf(mirror.synchronise()));
        const qint64 since =
            QDateTime::fromString(QStringLiteral("2026-11-20T00:00:00Z"), Qt::ISODate).toSecsSinceEpoch() - 1;
        QVERIFY(peeringDb.asked.contains(QStringLiteral("/api/net?since=%1").arg(since)));
    }

    void whatAKilledProgramLeftBehindIsNoHindrance()
    {
        QVERIFY(QDir().mkpath(QFileInfo(path()).absolutePath()));
        for (const char *suffix : {".new", ".new-journal"}) {
            QFile left(path() + QLatin1String(suffix));
            QVERIFY(left.open(QIODevice::WriteOnly) && left.write("half a file") > 0);
        }
        Mirror mirror(path(), m_http, m_clock);
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        QVERIFY(smallWorld().write(dumps));
        QVERIFY(outcomeOf(mirror.importFolder(dumps)));
        QCOMPARE(mirror.index()->counts().networks, 2);
    }

    void aFullDiskLeavesTheOldMirror()
    {
        Mirror mirror(path(), m_http, m_clock);
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        QVERIFY(smallWorld().write(dumps));
        QVERIFY(outcomeOf(mirror.importFolder(dumps)));
        const auto before = mirror.index();
        // To the program a file that may not grow is a disk that is full.
        rlimit usual = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &usual), 0);
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight = {8192, usual.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
        const auto report = outcomeOf(mirror.importFolder(dumps));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &usual), 0);
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Storage);
        QCOMPARE(mirror.index(), before);
        Mirror later(path(), m_http, m_clock);
        QVERIFY(later.open());
        QCOMPARE(later.index()->counts().ports, 2);
        QCOMPARE(QDir(QFileInfo(path()).absolutePath()).entryList({QStringLiteral("*.new*")}), QStringList());
    }

    void aFolderThatCannotBeWrittenIsNamed()
    {
        Mirror mirror(QStringLiteral("/proc/peerdesk/mirror.db"), m_http, m_clock);
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        QVERIFY(smallWorld().write(dumps));
        const auto report = outcomeOf(mirror.importFolder(dumps));
        QCOMPARE(report.error().kind, ErrorKind::Storage);
        QVERIFY2(report.error().detail.contains(QLatin1String("/proc/peerdesk/mirror.db")),
                 qPrintable(report.error().detail));
    }

    void anEssentialDumpMustBeThere()
    {
        Mirror mirror(path(), m_http, m_clock);
        const QString dumps = m_folder->filePath(QStringLiteral("dumps"));
        QVERIFY(smallWorld().write(dumps));
        QVERIFY(QFile::remove(dumps + QStringLiteral("/ix-0.json")));
        const auto report = outcomeOf(mirror.importFolder(dumps));
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::NotFound);
        QVERIFY(report.error().detail.contains(QLatin1String("ix-0.json")));
    }

    void theFirstSynchronisationFillsTheNextOnesAskForChangesSince()
    {
        FakePeeringDb peeringDb(m_clock);
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        auto report = outcomeOf(mirror.synchronise());
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QVERIFY(report->filled);
        QCOMPARE(peeringDb.asked.size(), 9); // no contacts without a key
        QVERIFY(!QFileInfo::exists(path() + QStringLiteral(".parts")));
        const auto snapshot = mirror.index();

        InventedDirectory changed;
        changed.network(64501, QStringLiteral("New"),
                        {{QStringLiteral("updated"), QStringLiteral("2026-11-20T00:00:00Z")}});
        peeringDb.changes.insert(QStringLiteral("net"), changed.dump(QStringLiteral("net")));
        changed.port(3, 64501, 10, QStringLiteral("192.0.2.3"), {});
        changed.row(QStringLiteral("netixlan"),
                    {{QStringLiteral("id"), 2}, {QStringLiteral("status"), QStringLiteral("deleted")}});
        peeringDb.changes.insert(QStringLiteral("netixlan"), changed.dump(QStringLiteral("netixlan")));
        peeringDb.asked.clear();
        m_clock.advance(1h);
        report = outcomeOf(mirror.synchronise());
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QVERIFY(!report->filled);
        // Rows of 2026-11-01T00:00:00Z, one second rewound.
        QVERIFY(peeringDb.asked.contains(QStringLiteral("/api/net?since=1793491199")));
        QCOMPARE(peeringDb.asked.size(), 9);
        QCOMPARE(mirror.index()->networksAt(10), (QList{Asn(64496), Asn(64501)}));
        QCOMPARE(mirror.index()->networkName(Asn(64501)), QStringLiteral("New"));
        // Whoever held the old snapshot still reads it whole.
        QCOMPARE(snapshot->networksAt(10), (QList{Asn(64496), Asn(64500)}));

        peeringDb.asked.clear();
        m_clock.advance(1h);
        QVERIFY(outcomeOf(mirror.synchronise()));
        QVERIFY(peeringDb.asked.contains(QStringLiteral("/api/net?since=1795132799")));
        QCOMPARE(mirror.index()->networksAt(10), (QList{Asn(64496), Asn(64501)})); // applying twice changes nothing
    }

    void contactsComeWithAnApiKeyOnly()
    {
        FakePeeringDb peeringDb(m_clock);
        InventedDirectory contacts;
        contacts.row(QStringLiteral("poc"), {{QStringLiteral("id"), 1},
                                             {QStringLiteral("net_id"), 64500},
                                             {QStringLiteral("email"), QStringLiteral("noc@as64500.example")}});
        peeringDb.changes.insert(QStringLiteral("poc"), contacts.dump(QStringLiteral("poc")));
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        QVERIFY(outcomeOf(mirror.synchronise()));
        QVERIFY(!mirror.index()->hasContacts());

        mirror.setApiKey(Secret(QByteArrayLiteral("k-1")));
        peeringDb.asked.clear();
        peeringDb.keys.clear();
        m_clock.advance(1h);
        QVERIFY(outcomeOf(mirror.synchronise()));
        QCOMPARE(mirror.index()->contacts(Asn(64500)).first().email, QStringLiteral("noc@as64500.example"));
        QVERIFY(peeringDb.asked.contains(QStringLiteral("/api/poc"))); // the first time whole, without `since`
        QCOMPARE(peeringDb.keys.first(), QByteArray("Api-Key k-1"));
    }

    void aBrokenAnswerIsTheirsAndNobodysInput()
    {
        FakePeeringDb peeringDb(m_clock);
        peeringDb.instead.insert(QStringLiteral("/dumps/net-0.json"), HttpResponse(200, "{\"data\":[{\"id\":1"));
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        const auto report = outcomeOf(mirror.synchronise());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Protocol);
        QVERIFY2(report.error().detail.startsWith(QLatin1String("net-0.json is broken")),
                 qPrintable(report.error().detail));
    }

    void aShortRetryAfterIsWaitedForALongOneIsHandedUpAndRemembered()
    {
        FakePeeringDb peeringDb(m_clock);
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        QVERIFY(outcomeOf(mirror.synchronise()));
        HttpResponse throttled(429);
        throttled.headers.append("Retry-After", "0");
        peeringDb.instead.insert(QStringLiteral("/api/net"), throttled);
        peeringDb.onRequest = [&, times = 0](const QString &requested) mutable {
            if (requested == QLatin1String("/api/net") && ++times == 2)
                peeringDb.instead.clear();
        };
        m_clock.advance(1h);
        QVERIFY(outcomeOf(mirror.synchronise()));

        throttled.headers.set("Retry-After", "3600");
        peeringDb.instead.insert(QStringLiteral("/api/net"), throttled);
        m_clock.advance(1h);
        auto report = outcomeOf(mirror.synchronise());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Throttled);
        QCOMPARE(report.error().retryAfter, std::optional(3600s));

        peeringDb.asked.clear();
        m_clock.advance(30min);
        Mirror afterRestart(path(), m_http, m_clock, peeringDb.settings());
        report = outcomeOf(afterRestart.synchronise());
        QVERIFY(!report);
        QCOMPARE(report.error().retryAfter, std::optional(1800s));
        QVERIFY(peeringDb.asked.isEmpty());
    }

    void theSameQuestionIsNotAskedTwiceInAMinute()
    {
        FakePeeringDb peeringDb(m_clock);
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        QVERIFY(outcomeOf(mirror.synchronise()));
        m_clock.advance(1s);
        QVERIFY(outcomeOf(mirror.synchronise())); // after a fill there was no question yet
        m_clock.advance(1s);
        const auto report = outcomeOf(mirror.synchronise());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Throttled);
    }

    void aCancelledFirstFillGoesOnWithTheDumpsItHas()
    {
        FakePeeringDb peeringDb(m_clock);
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        peeringDb.onRequest = [&](const QString &requested) {
            if (requested == QLatin1String("/dumps/netixlan-0.json"))
                mirror.cancel();
        };
        auto report = outcomeOf(mirror.synchronise());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QVERIFY(mirror.index()->isEmpty());
        QVERIFY(!mirror.isBusy());

        peeringDb.onRequest = {};
        peeringDb.asked.clear();
        report = outcomeOf(mirror.synchronise());
        QVERIFY(report);
        QCOMPARE(peeringDb.asked,
                 (QStringList{QStringLiteral("/dumps/netixlan-0.json"), QStringLiteral("/dumps/ixfac-0.json"),
                              QStringLiteral("/dumps/netfac-0.json")}));
        QCOMPARE(mirror.index()->counts().ports, 2);
    }

    void aFailingUpdateChangesNothing()
    {
        FakePeeringDb peeringDb(m_clock);
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        QVERIFY(outcomeOf(mirror.synchronise()));
        InventedDirectory changed;
        changed.network(64501, QStringLiteral("New"));
        peeringDb.changes.insert(QStringLiteral("net"), changed.dump(QStringLiteral("net")));
        peeringDb.changes.insert(QStringLiteral("netixlan"), "{\"data\":[{\"id\":");
        m_clock.advance(1h);
        const auto report = outcomeOf(mirror.synchronise());
        QVERIFY(!report);
        QVERIFY(mirror.open());
        QVERIFY(!mirror.index()->network(Asn(64501)));
    }

    void withoutANetworkOrWithASickPeeringDbTheOldMirrorStays()
    {
        FakePeeringDb peeringDb(m_clock);
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        QVERIFY(outcomeOf(mirror.synchronise()));
        const auto before = mirror.index();
        m_clock.advance(1h);
        peeringDb.instead.insert(QStringLiteral("/api/netixlan"), HttpResponse(503));
        QCOMPARE(outcomeOf(mirror.synchronise()).error().kind, ErrorKind::Unavailable);
        peeringDb.instead.insert(QStringLiteral("/dumps/netixlan-0.json"), HttpResponse(502));
        QCOMPARE(outcomeOf(mirror.synchronise(true)).error().kind, ErrorKind::Unavailable);
        QCOMPARE(mirror.index(), before);

        PeeringDbSettings nowhere = peeringDb.settings();
        nowhere.api = QUrl(QStringLiteral("http://127.0.0.1:1/api"));
        Mirror offline(path(), m_http, m_clock, nowhere);
        QVERIFY(offline.open());
        const auto report = outcomeOf(offline.synchronise());
        QCOMPARE(report.error().kind, ErrorKind::Unreachable);
        QCOMPARE(offline.index()->counts().ports, 2);
    }

    void oneChangeRunsAtATime()
    {
        FakePeeringDb peeringDb(m_clock);
        Mirror mirror(path(), m_http, m_clock, peeringDb.settings());
        Mirror second(path(), m_http, m_clock, peeringDb.settings());
        QSignalSpy progressed(&mirror, &Mirror::progressed);
        auto running = mirror.synchronise();
        QVERIFY(mirror.isBusy());
        const auto again = outcomeOf(mirror.synchronise());
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        const auto elsewhere = outcomeOf(second.synchronise());
        QCOMPARE(elsewhere.error().kind, ErrorKind::Conflict);
        QVERIFY(outcomeOf(std::move(running)));
        QVERIFY(progressed.count() > 0);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("mirror/peeringdb.sqlite")); }

    ManualClock m_clock;
    HttpClient m_http{loopback()};
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TstMirror)
#include "tst_mirror.moc"
