// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
// This test is all literals: plain ones read better.
#undef QT_NO_CAST_FROM_ASCII

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// Holds the tree against the table of ARCHITECTURE.md ("Who may include whom"). The compiler alone cannot: Qt's
/// include path reaches Widgets headers from a room that links only Core.
namespace {

using Names = QSet<QString>;

struct Room
{
    Names mayInclude; ///< rooms, besides itself
    Names qtModules;  ///< Qt modules it may link and whose headers it may include, besides Core
};

const Names sourceRooms = {"base",    "peering", "storage", "http", "auth",        "peeringdb", "mail",    "peeringapi",
                           "routers", "rpki",    "rak",     "irr",  "maintenance", "workflow",  "endpoint"};

QMap<QString, Room> table()
{
    QMap<QString, Room> rooms;
    rooms["base"] = {{}, {}};
    rooms["peering"] = {{"base"}, {}};
    rooms["storage"] = {{"base", "peering"}, {"Sql"}};
    rooms["mail"] = {{"base"}, {"Concurrent"}};
    rooms["http"] = {{"base"}, {"Network"}};
    rooms["auth"] = {{"base", "http"}, {"Network", "NetworkAuth", "DBus"}};
    rooms["peeringdb"] = {{"base", "peering", "http", "storage"}, {"Concurrent"}};
    rooms["peeringapi"] = {{"base", "peering", "http"}, {}};
    for (const char *name : {"routers", "rpki", "maintenance"})
        rooms[name] = {{"base", "peering"}, {}};
    rooms["rak"] = {{"base", "peering", "storage", "auth"}, {"Sql"}};
    rooms["irr"] = {{"base", "peering", "storage", "rak"}, {"Sql", "Network"}};
    rooms["workflow"] = {sourceRooms - Names{"workflow", "endpoint"}, {"Sql", "DBus"}};
    rooms["endpoint"] = {{"base", "peering", "http", "auth", "peeringapi", "mail", "rak", "irr", "workflow", "storage"},
                         {"Sql", "Network"}};
    return rooms;
}

const Room userInterface = {{"base", "peering", "workflow"}, {"Gui", "Widgets", "Svg", "PrintSupport", "DBus"}};

/// Which module a Qt header belongs to, read from Qt's own include folders.
QMap<QString, QString> qtHeaders()
{
    QMap<QString, QString> modules;
    const QDir root(QStringLiteral("/usr/include/x86_64-linux-gnu/qt6"));
    for (const QString &candidate : {root.path(), QStringLiteral("/usr/include/qt6")}) {
        const QDir base(candidate);
        for (const QString &module : base.entryList({"Qt*"}, QDir::Dirs)) {
            for (const QString &header : QDir(base.filePath(module)).entryList({"Q*"}, QDir::Files))
                modules.insert(header, module.mid(2));
        }
    }
    return modules;
}

struct SourceFile
{
    QString path; ///< relative to the project
    QString text;
};

QList<SourceFile> sources(const QStringList &folders, const QStringList &patterns = {"*.h", "*.cpp"})
{
    QList<SourceFile> files;
    const QDir root(QStringLiteral(PEERDESK_SOURCE_DIR));
    for (const QString &folder : folders) {
        QDirIterator it(root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return files;
}

/// "src/storage/x.h" belongs to storage, "ui/map/x.h" to ui.
QString roomOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    return parts.first() == QLatin1String("src") ? parts.value(1) : parts.first();
}

Room rulesFor(const QString &room)
{
    return room == QLatin1String("ui") ? userInterface : table().value(room);
}

QStringList matches(const QString &text, const char *pattern, int group = 1)
{
    QStringList found;
    auto it = QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::MultilineOption).globalMatch(text);
    while (it.hasNext())
        found.append(it.next().captured(group));
    return found;
}

} // namespace

class TstArchitecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoomStandsInTheTable()
    {
        const QDir root(QStringLiteral(PEERDESK_SOURCE_DIR "/src"));
        for (const QString &folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QVERIFY2(table().contains(folder), qPrintable(folder + " is no room of the table"));
    }

    void roomsIncludeOnlyWhatTheyMay()
    {
        QStringList faults;
        for (const SourceFile &file : sources({"src", "ui"})) {
            const QString room = roomOf(file.path);
            const Names allowed = rulesFor(room).mayInclude + Names{room};
            for (const QString &header : matches(file.text, "^#include \"([^\"]+)\"")) {
                const QString first = header.section(QLatin1Char('/'), 0, 0);
                const bool isRoom = sourceRooms.contains(first);
                const bool ownUi = room == QLatin1String("ui") && !isRoom;
                if (isRoom ? !allowed.contains(first) : !ownUi && header.contains(QLatin1Char('/')))
                    faults.append(file.path + " includes " + header);
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void roomsUseOnlyTheirQtModules()
    {
        const QMap<QString, QString> modules = qtHeaders();
        QVERIFY2(modules.value(QStringLiteral("QWidget")) == QLatin1String("Widgets"), "Qt's headers were not found");
        QStringList faults;
        for (const SourceFile &file : sources({"src", "ui"})) {
            const Names allowed = rulesFor(roomOf(file.path)).qtModules + Names{"Core"};
            for (const QString &header : matches(file.text, "^#include <(?:Qt\\w+/)?(Q\\w+)>")) {
                const QString module = modules.value(header);
                if (!module.isEmpty() && !allowed.contains(module))
                    faults.append(QStringLiteral("%1 includes %2 of %3").arg(file.path, header, module));
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void roomsLinkOnlyWhatTheyMay()
    {
        QStringList faults;
        for (const SourceFile &file : sources({"src", "ui"}, {"CMakeLists.txt"})) {
            const QString room = roomOf(file.path);
            if (room == QLatin1String("CMakeLists.txt"))
                continue;
            const Room rules = rulesFor(room);
            for (const QString &target : matches(file.text, "\\bpeerdesk_(?!room|test)([a-z_]+)")) {
                const bool own = room == QLatin1String("ui")
                                 && (target.startsWith(QLatin1String("ui_")) || target == QLatin1String("ui"));
                if (!own && target != room && !rules.mayInclude.contains(target))
                    faults.append(file.path + " links peerdesk_" + target);
            }
            for (const QString &module : matches(file.text, "Qt6::([A-Z]\\w+)")) {
                if (module != QLatin1String("Core") && !rules.qtModules.contains(module))
                    faults.append(file.path + " links Qt6::" + module);
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void theHouseRulesHold_data()
    {
        QTest::addColumn<QString>("folders");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("except");
        const auto rule = [](const char *name, const char *folders, const char *pattern, const char *except = "") {
            QTest::newRow(name) << QString::fromLatin1(folders) << QString::fromLatin1(pattern)
                                << QString::fromLatin1(except);
        };
        rule("no nested event loops", "src ui app tests", R"(\b(processEvents|QEventLoop)\b)", "tests/architecture");
        rule("no coroutines in ui", "ui", R"(\bco_(await|return|yield)\b)");
        rule("one place constructs QNetworkAccessManager", "src ui app", R"(#include <QNetworkAccessManager>)",
             "src/http");
        rule("no singletons", "src ui app", R"((?<!Application)::instance\(\))");
        rule("no sleeps in tests", "tests", R"(\b(qWait|qSleep|sleep_for|usleep|msleep)\s*\()", "tests/architecture");
        rule("no skip without a reason", "tests", R"(QSKIP\(\s*"")");
        rule("names say what a thing is", "src ui app",
             R"(^(?:class|struct) (?!Q[A-Z])\w*(Manager|Helper|Utils|Handler|Impl)\b)");
    }
    void theHouseRulesHold()
    {
        QFETCH(QString, folders);
        QFETCH(QString, pattern);
        QFETCH(QString, except);
        QStringList faults;
        const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
        for (const SourceFile &file : sources(folders.split(QLatin1Char(' ')))) {
            if (!except.isEmpty() && file.path.startsWith(except))
                continue;
            const auto match = expression.match(file.text);
            if (match.hasMatch())
                faults.append(QStringLiteral("%1: %2").arg(file.path, match.captured(0)));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void filesAreShortAndLicensed()
    {
        QStringList faults;
        for (const SourceFile &file : sources({"src", "ui", "app", "tests"})) {
            const qsizetype lines = file.text.count(QLatin1Char('\n'));
            const bool program =
                file.path.startsWith(QLatin1String("app/")) && file.path.endsWith(QLatin1String("/main.cpp"));
            if (lines > (program ? 80 : 520))
                faults.append(QStringLiteral("%1 has %2 lines").arg(file.path).arg(lines));
            if (!file.text.left(400).contains(QLatin1String("SPDX-License-Identifier: GPL-3.0-or-later")))
                faults.append(file.path + QLatin1String(" names no licence"));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TstArchitecture)
#include "tst_architecture.moc"
