// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/baremirror.h"
#include "peeringdb/citytable.h"
#include "peeringdb/mirrorfill.h"
#include "peeringdb/mirrorindex.h"
#include "peeringdb/mirrorloader.h"
#include "peeringdb/mirrortables.h"
#include "workflow/candidates/candidatequery.h"
#include "world/dump.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

/// What the mirror costs at the size of the real PeeringDB, as figures and ratios. Nothing is asserted: machines
/// differ, and a reader judges. The comparison for filling is what nobody can avoid: reading the same bytes once with
/// simdjson and inserting the same rows once into SQLite.
using namespace peerdesk;

namespace {

constexpr int runs = 5;

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Milliseconds that `work` takes.
template<class Work> double timed(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Peak resident memory of a process so far, in MiB.
double peakMemory(const QString &process = QStringLiteral("self"))
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

[[noreturn]] void die(const QString &why)
{
    std::fprintf(stderr, "bench_mirror: %s\n", qPrintable(why));
    std::exit(1);
}

/// Dumps as plain files in `to`, whatever they were: both sides of the comparison then start from the same bytes.
void unpack(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const MirrorTable &table : mirrorTables()) {
        const QString path = Dump::findFile(from, QString(table.name()));
        if (path.isEmpty())
            continue;
        const auto dump = Dump::fromFile(path);
        if (!dump)
            die(dump.error().detail);
        QFile file(QStringLiteral("%1/%2-0.json").arg(to, table.name()));
        if (!file.open(QIODevice::WriteOnly) || file.write(dump->bytes()) != dump->bytes().size())
            die(file.errorString());
    }
}

MirrorFillContext contextFor(const QString &path)
{
    MirrorFillContext context;
    context.path = path;
    context.cityFile = CityTable::findFile();
    context.now = 1;
    return context;
}

std::shared_ptr<const MirrorIndex> load(const QString &path)
{
    auto index = loadMirror(path);
    if (!index)
        die(index.error().detail);
    return std::move(index).value();
}

Asn bestConnected(const MirrorIndex &index)
{
    QHash<Asn, int> exchanges;
    for (const std::uint32_t id : index.exchangeIds()) {
        for (const Asn asn : index.networksAt(id))
            ++exchanges[asn];
    }
    Asn best;
    for (auto it = exchanges.cbegin(); it != exchanges.cend(); ++it) {
        if (!best.isValid() || it.value() > exchanges.value(best))
            best = it.key();
    }
    return best;
}

void benchFill(const QString &dumps, const QString &folder)
{
    std::vector<double> parse, insert, fill;
    const bench::BareMirror bare(dumps);
    for (int i = 0; i < runs; ++i) { // interleaved: the machine's moods hit all three
        parse.push_back(timed([&] { bare.parse(); }));
        insert.push_back(timed([&] { bare.insert(folder + QStringLiteral("/bare.sqlite")); }));
        fill.push_back(timed([&] {
            const auto change = fillMirror(dumps, contextFor(folder + QStringLiteral("/mirror.db")));
            if (!change)
                die(change.error().detail);
        }));
    }
    const double base = medianOf(parse) + medianOf(insert);
    std::printf(
        "mirror fill            %8.0f ms   ratio %.2f to bare simdjson %.0f ms + bare SQLite %.0f ms (goal 3)\n",
        medianOf(fill), medianOf(fill) / base, medianOf(parse), medianOf(insert));
}

void benchOpen(const QString &path)
{
    std::vector<double> open;
    for (int i = 0; i < runs; ++i)
        open.push_back(timed([&] { (void)load(path); }));
    std::printf("mirror open            %8.0f ms   (goal 500)\n", medianOf(open));
}

void benchQueries(const MirrorIndex &index)
{
    const Asn best = bestConnected(index);
    const QList<Partner> partners = index.partners(best);
    const auto most = std::ranges::max_element(partners, {}, &Partner::sharedExchanges);
    constexpr int repeats = 200;
    qsizetype pairs = 0;
    const double shared = timed([&] {
        for (int i = 0; i < repeats; ++i) {
            for (const SharedExchange &exchange : index.shared(best, most->asn))
                pairs += exchange.pairs.size();
        }
    });
    std::printf("shared exchanges       %8.3f ms   %s and %s, %d exchanges, %lld pairs (goal 0.1)\n", shared / repeats,
                qPrintable(best.toString()), qPrintable(most->asn.toString()), most->sharedExchanges,
                static_cast<long long>(pairs / repeats));
    std::vector<double> all, rows, places, find;
    for (int i = 0; i < runs; ++i) {
        all.push_back(timed([&] { (void)index.partners(best); }));
        rows.push_back(timed([&] { (void)networkRows(index, best, {}, 0); }));
        places.push_back(timed([&] { (void)locationRows(index, best, {}, 0); }));
        find.push_back(timed([&] { (void)index.findNetworks(QStringLiteral("net"), 50); }));
    }
    std::printf("all partners           %8.2f ms   of %s, %lld networks (goal 10)\n", medianOf(all),
                qPrintable(best.toString()), static_cast<long long>(partners.size()));
    std::printf("candidates, networks   %8.2f ms\n", medianOf(rows));
    std::printf("candidates, locations  %8.2f ms\n", medianOf(places));
    std::printf("search by name         %8.2f ms\n", medianOf(find));
}

/// Known of the real directory in August 2026; says whether what was measured is also right.
void checkKnown(const MirrorIndex &index)
{
    const auto shared = index.shared(Asn(15169), Asn(13335));
    if (shared.isEmpty())
        return;
    const auto live = std::ranges::count_if(shared, [](const SharedExchange &e) { return e.operationalOnBothSides(); });
    std::printf("AS15169 and AS13335    %8lld exchanges shared, %lld with operational ports on both sides\n",
                static_cast<long long>(shared.size()), static_cast<long long>(live));
}

/// In a process of its own, which holds nothing but the mirror.
int measureMemory(const QString &dumps, const QString &path)
{
    const auto change = fillMirror(dumps, contextFor(path));
    if (!change)
        die(change.error().detail);
    const double filled = peakMemory();
    (void)networkRows(*change->index, bestConnected(*change->index), {}, 0);
    std::printf("peak memory            %8.0f MiB  after the fill, %.0f MiB with a page of candidates (goal 300)\n",
                filled, peakMemory());
    return 0;
}

/// What the threads of a process have computed so far, in clock ticks (proc(5), stat: state, user and system time);
/// -1 while one of them computes or waits for a processor.
qint64 restingTicks(qint64 process)
{
    const QString threads = QStringLiteral("/proc/%1/task/").arg(process);
    qint64 ticks = 0;
    for (const QString &thread : QDir(threads).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(threads + thread + QStringLiteral("/stat"));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray stat = file.readAll();
        const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // from the third on
        if (fields.first() != "S")
            return -1;
        ticks += fields.value(11).toLongLong() + fields.value(12).toLongLong();
    }
    return ticks;
}

/// The desk itself, as it opens with this mirror and the network that shares most: its window is there and filled when
/// it has nothing to compute any more.
void measureProgram(const QString &mirror, Asn own, const QString &folder)
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/peerdesk");
    if (!QFile::exists(program))
        return;
    QDir().mkpath(folder);
    QFile::copy(mirror, folder + QStringLiteral("/mirror.db"));
    {
        QSettings settings(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat);
        settings.setValue(QStringLiteral("desk/typed_asns"), own.number());
        settings.setValue(QStringLiteral("desk/current_asn"), own.number());
    }
    QProcess desk;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder);
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    desk.setProcessEnvironment(environment);
    desk.start(program, {QStringLiteral("--folder"), folder});
    constexpr int look = 500;
    constexpr int idleLooks = 4;
    constexpr int mostLooks = 120;
    qint64 before = -1;
    for (int idle = 0, looks = 0; idle < idleLooks && looks < mostLooks; ++looks) {
        if (desk.waitForFinished(look) || desk.state() != QProcess::Running)
            die(QStringLiteral("peerdesk ended: ") + QString::fromUtf8(desk.readAllStandardError()));
        const qint64 now = restingTicks(desk.processId());
        idle = now >= 0 && now - before <= 1 ? idle + 1 : 0;
        before = now;
    }
    std::printf("peak memory of peerdesk%8.0f MiB  opened with this mirror as %s, offscreen (goal 300)\n",
                peakMemory(QString::number(desk.processId())), qPrintable(own.toString()));
    desk.kill();
    desk.waitForFinished();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({QStringLiteral("data"), QStringLiteral("Dumps to measure with."), QStringLiteral("DIR")});
    options.addOption({QStringLiteral("memory"), QStringLiteral("Only fill this file and tell the peak memory."),
                       QStringLiteral("FILE")});
    options.process(application);

    QString data = options.value(QStringLiteral("data"));
    if (options.isSet(QStringLiteral("memory")))
        return measureMemory(data, options.value(QStringLiteral("memory")));
    const QTemporaryDir folder;
    const QString dumps = folder.filePath(QStringLiteral("dumps"));
    const QString beside = QStringLiteral(PEERDESK_REAL_DIRECTORY);
    if (data.isEmpty() && QDir(beside).exists())
        data = beside;
    if (data.isEmpty()) {
        std::printf("world: invented, of PeeringDB's size\n");
        QDir().mkpath(dumps);
        const auto written = world::writeDumps(world::makeWorld(world::WorldSize::real()), dumps);
        if (!written)
            die(written.error().detail);
    } else {
        std::printf("world: %s\n", qPrintable(QDir(data).canonicalPath()));
        unpack(data, dumps);
    }
    benchFill(dumps, folder.path());
    const QString path = folder.filePath(QStringLiteral("mirror.db"));
    benchOpen(path);
    const auto index = load(path);
    const auto counts = index->counts();
    std::printf("rows                   %8d networks, %d exchanges, %d ports\n", counts.networks, counts.exchanges,
                counts.ports);
    benchQueries(*index);
    checkKnown(*index);
    measureProgram(path, bestConnected(*index), folder.filePath(QStringLiteral("desk")));
    std::fflush(stdout);
    return QProcess::execute(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("--data"), dumps, QStringLiteral("--memory"), folder.filePath(QStringLiteral("memory.db"))});
}
