// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/tour/story.h"

#include "e2e/labkit.h"
#include "e2e/tour/keychapter.h"
#include "e2e/wish.h"
#include "theme/palette.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::test {

namespace {

constexpr auto longPatience = std::chrono::minutes(3); // for what goes through back-off, polling and other people

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Story::Story(LabKit &lab, QWidget *window, QString pictures, QTextStream &out)
    : m_lab(lab)
    , m_window(window)
    , m_pictures(std::move(pictures))
    , m_steps(m_robot, m_pictures, out)
{
}

int Story::tell()
{
    const QList<Meeting> meetings{{world::cast::approvesAll, u"London"_s},
                                  {world::cast::approvesPart, u"Paris"_s},
                                  {world::cast::asksPerson, u"Frankfurt am Main"_s},
                                  {world::cast::slowAndFaulty, u"Amsterdam"_s}};
    signIn();
    findWhomToMeet();
    for (const Meeting &meeting : meetings) {
        draft(meeting);
        send(meeting);
    }
    followResults();
    beTold();
    triage();
    report();
    KeyChapter(m_lab.description()["rak"_L1].toObject(), m_robot, m_steps, m_pictures).tell();
    takePictures();
    signInByAddress();
    m_steps.sum();
    return m_steps.failures();
}

void Story::showPage(const QString &title)
{
    const QStringList atFoot{u"Account"_s, u"Settings"_s};
    m_robot.clickRow(atFoot.contains(title) ? u"Settings"_s : u"Pages"_s, title);
}

QStringList Story::pairsOf(const Meeting &meeting) const
{
    QStringList pairs;
    const QJsonArray sessions = Wish(meeting.asn, meeting.city).sessions;
    for (const QJsonValue &session : sessions)
        pairs.append(session["local_ip"_L1].toString() + u" | "_s + session["peer_ip"_L1].toString() + u" |"_s);
    return pairs;
}

bool Story::hasRow(const QStringList &words) const
{
    const QStringList lines = m_robot.visibleText().split(u'\n');
    return std::ranges::any_of(lines, [&](const QString &line) {
        return std::ranges::all_of(words, [&](const QString &word) { return line.contains(word); });
    });
}

void Story::signIn()
{
    m_steps.step(u"Sign in as a network of the invented world"_s, [this](Robot &robot) {
        robot.click(u"Sign In with PeeringDB"_s);
        robot.waitForText(u"Signed in as Ada Example"_s);
        robot.click(u"Continue"_s);
        robot.waitForRow({}, u"Northbank Content"_s);
        return u"Ada Example sits at the desk of AS64496"_s;
    });
}

void Story::signInByAddress()
{
    m_steps.step(u"Sign in at an endpoint never seen, by its address alone"_s, [this](Robot &robot) {
        robot.chooseFromMenu({u"Network"_s, u"Sign Out"_s});
        showPage(u"Account"_s);
        robot.type(u"Address of the network's endpoint"_s, m_lab.desk()[u"endpoint"].toString());
        takePictures(u"signing-in"_s);
        robot.click(u"Sign In with PeeringDB"_s);
        robot.waitForText(u"Signed in as Ada Example"_s);
        robot.click(u"Continue"_s);
        robot.waitForRow({}, u"Northbank Content"_s);
        return u"its own endpoint said that Ada Example sits at the desk of AS64496"_s;
    });
}

void Story::findWhomToMeet()
{
    const QString number = QString::number(world::cast::approvesAll.number());
    m_steps.step(u"Narrow the candidates with the filter"_s, [&](Robot &robot) {
        robot.type(u"Filter"_s, u"endpoint missing>0"_s);
        robot.waitForText(u" of "_s);
        robot.waitForRow({}, number);
        return u"what is left has an endpoint, and sessions with it are missing"_s;
    });
    m_steps.step(u"Read where its endpoint says it would meet us"_s, [&](Robot &robot) {
        robot.clickRow({}, number);
        robot.waitForText(u"known, locations asked"_s);
        robot.type(u"Filter"_s, {});
        return u"the endpoint was asked for its locations"_s;
    });
    m_steps.step(u"Choose a place on the map, and look at the locations"_s, [](Robot &robot) {
        robot.click(u"Map of exchanges"_s);
        robot.press(QKeySequence(Qt::Key_PageDown));
        robot.press(QKeySequence(Qt::Key_Return));
        robot.waitForText(u"Show Everywhere"_s);
        robot.click(u"Show Everywhere"_s);
        robot.click(u"Locations"_s);
        robot.clickRow({}, u"Frankfurt am Main"_s);
        robot.waitForText(u" possible, "_s);
        robot.click(u"Networks"_s);
        robot.waitForRow({}, u"Northbank Content"_s);
        return u"the table followed the map, and the locations count what is missing"_s;
    });
}

void Story::draft(const Meeting &meeting)
{
    m_steps.step(u"Draft two sessions with %1 in %2"_s.arg(meeting.asn.toString(), meeting.city), [&](Robot &robot) {
        robot.press(QKeySequence(Qt::CTRL | Qt::Key_K));
        robot.type(u"Search for an action, network, exchange or request"_s, meeting.asn.toString());
        robot.waitUntil(u"the palette has found the network"_s, [&] { return robot.rows(u"Matches"_s).size() == 1; });
        robot.press(QKeySequence(Qt::Key_Return));
        robot.waitForText(meeting.asn.toString() + u" "_s);
        robot.click(u"Draft * Sessions"_s);
        const QString table = u"Sessions of the draft"_s;
        const QStringList pairs = pairsOf(meeting);
        for (const QString &pair : pairs)
            robot.waitForRow(table, pair);
        keepOnly(pairs);
        robot.waitUntil(u"two rows are left"_s, [&] { return robot.rows(table).size() == 2; });
        if (meeting.asn == world::cast::approvesAll)
            takePictures(u"drafting"_s);
        return u"%1 and %2"_s.arg(pairs.first(), pairs.last()).remove(u'|').simplified();
    });
}

void Story::keepOnly(const QStringList &pairs)
{
    const QString table = u"Sessions of the draft"_s;
    const auto unwanted = [&] {
        QStringList rows = m_robot.rows(table);
        rows.removeIf([&](const QString &row) {
            return std::ranges::any_of(pairs, [&](const QString &pair) { return row.contains(pair); });
        });
        return rows;
    };
    for (QStringList rows = unwanted(); !rows.isEmpty() && !m_robot.failed(); rows = unwanted()) {
        const qsizetype before = m_robot.rows(table).size();
        m_robot.clickRow(table, rows.first());
        m_robot.press(QKeySequence(Qt::CTRL | Qt::Key_Delete));
        m_robot.waitUntil(u"a row is removed"_s, [&] { return m_robot.rows(table).size() < before; });
    }
}

void Story::send(const Meeting &meeting)
{
    m_steps.step(u"Send them"_s, [&](Robot &robot) {
        robot.click(u"Send 2 Sessions"_s);
        showPage(u"Requests"_s);
        robot.waitUntil(
            u"the request to %1 is among the requests"_s.arg(meeting.asn.toString()),
            [&] { return hasRow({QString::number(meeting.asn.number())}); }, longPatience);
        showPage(u"Candidates"_s);
        return u"the countdown ran out and the request left"_s;
    });
}

void Story::followResults()
{
    struct Expectation
    {
        QString title;
        Asn asn;
        QStringList words; ///< in its details, the history among them
    };
    const QList<Expectation> expectations{
        {u"See both sessions approved"_s, world::cast::approvesAll, {u"2 sessions: Approved"_s}},
        {u"See one of two approved, and why the other is not"_s,
         world::cast::approvesPart,
         {u": Approved"_s, u": Rejected"_s}},
        {u"See what was pending approved by a person"_s,
         world::cast::asksPerson,
         {u"2 sessions: Pending"_s, u"2 sessions: Approved"_s}},
        {u"See what failed tried again and approved"_s,
         world::cast::slowAndFaulty,
         {u"An attempt failed"_s, u"2 sessions: Approved"_s}},
    };
    for (const Expectation &expected : expectations) {
        m_steps.step(expected.title, [&](Robot &robot) {
            showPage(u"Requests"_s);
            robot.clickRow(u"Our requests"_s, QString::number(expected.asn.number()));
            robot.waitForText(expected.asn.toString() + u" "_s);
            for (const QString &word : expected.words) {
                robot.waitUntil(
                    u"the details of %1 say \"%2\""_s.arg(expected.asn.toString(), word),
                    [&] { return robot.visibleText().contains(word); }, longPatience);
            }
            const QStringList rows = robot.rows(u"Our requests"_s).filter(QString::number(expected.asn.number()));
            return rows.isEmpty() ? QString() : rows.first();
        });
    }
}

void Story::beTold()
{
    m_steps.step(u"Mark the sessions of one request configured, look elsewhere, and be told when they are up"_s,
                 [this](Robot &robot) {
                     showPage(u"Requests"_s);
                     robot.clickRow(u"Our requests"_s, QString::number(world::cast::approvesAll.number()));
                     robot.click(u"Mark Configured*"_s);
                     robot.waitForText(u"2 sessions: Down"_s);
                     // Who looks at the desk is not notified.
                     m_window->showMinimized();
                     const QString notifications = qEnvironmentVariable("PEERDESK_TOUR_NOTIFICATIONS");
                     robot.waitUntil(
                         u"the notification daemon shows that a session is established"_s,
                         [&] { return contentOf(notifications).toLower().contains("established"); }, longPatience);
                     m_window->showNormal();
                     m_window->activateWindow();
                     robot.waitUntil(u"the desk has the keyboard again"_s,
                                     [this] { return m_window->isActiveWindow(); });
                     robot.waitUntil(
                         u"the row of AS64500 says so"_s,
                         [&] {
                             return hasRow({u"64500"_s, u"Established"_s});
                         },
                         longPatience);
                     return u"both sessions with AS64500 are established"_s;
                 });
}

void Story::triage()
{
    m_steps.step(u"Approve what AS64500 asks"_s, [this](Robot &robot) {
        robot.clickRow(u"Pages"_s, u"Inbound"_s);
        robot.clickRow(u"Requests of other networks"_s, u"64500"_s);
        robot.waitForText(u"AS64500 asks for"_s);
        takePictures(u"deciding"_s);
        robot.clickRow(u"Requests of other networks"_s, u"64500"_s);
        robot.press(QKeySequence(Qt::Key_A));
        return outcomeOf(Asn(64500), {u"Approved"_s, u"Down"_s, u"Established"_s});
    });
    m_steps.step(u"Reject what AS64502 asks, with a reason"_s, [this](Robot &robot) {
        robot.clickRow(u"Requests of other networks"_s, u"64502"_s);
        robot.waitForText(u"AS64502 asks for"_s);
        robot.press(QKeySequence(Qt::Key_R));
        robot.type(u"Reason"_s, u"No capacity in Vienna before spring"_s);
        robot.press(QKeySequence(Qt::Key_Return));
        return outcomeOf(Asn(64502), {u"Rejected"_s});
    });
    m_steps.step(u"Both networks fetch the answers"_s, [this](Robot &robot) {
        QSet<qint64> approved;
        QSet<qint64> rejected;
        while (!robot.failed() && (!approved.contains(64500) || !rejected.contains(64502))) {
            const QJsonObject event = m_lab.nextEvent();
            if (event.isEmpty()) {
                robot.fail(u"the asking networks heard nothing new"_s);
                break;
            }
            const qint64 network = event["network"_L1].toInteger();
            const QJsonArray sessions = event["sessions"_L1].toArray();
            for (const QJsonValue &session : sessions) {
                const QString status = session["status"_L1].toString();
                if (status == u"rejected")
                    rejected.insert(network);
                else if (status != u"pending")
                    approved.insert(network);
            }
        }
        return u"AS64500 was approved, AS64502 was rejected"_s;
    });
}

QString Story::outcomeOf(Asn asn, const QStringList &words)
{
    m_robot.type(u"Filter"_s, {}); // what is decided no longer waits
    const QString number = QString::number(asn.number());
    QString found;
    m_robot.waitUntil(
        u"the row of %1 says %2"_s.arg(number, words.join(u" or ")),
        [&] {
            const QStringList rows = m_robot.rows(u"Requests of other networks"_s).filter(number);
            for (const QString &row : rows) {
                if (std::ranges::any_of(words, [&row](const QString &word) { return row.contains(word); }))
                    found = row;
            }
            return !found.isEmpty();
        },
        longPatience);
    return found;
}

void Story::exportAs(const QString &format)
{
    // The dialog opens in the folder of the pictures, the current one.
    const QString name = u"report."_s + format.toLower();
    const QString path = QDir(m_pictures).filePath(name);
    QFile::remove(path);
    m_robot.click(u"Export"_s);
    m_robot.waitUntil(u"the kinds of export are offered"_s,
                      [] { return QApplication::activePopupWidget() != nullptr; });
    const QStringList formats{u"PDF"_s, u"HTML"_s, u"CSV"_s, u"JSON"_s};
    for (qsizetype steps = 0; steps <= formats.indexOf(format); ++steps)
        m_robot.press(QKeySequence(Qt::Key_Down));
    m_robot.press(QKeySequence(Qt::Key_Return));
    m_robot.type(u"fileNameEdit"_s, name);
    m_robot.click(u"Save"_s);
    m_robot.waitUntil(u"%1 is written"_s.arg(path), [&] { return QFile::exists(path); });
}

void Story::report()
{
    m_steps.step(u"Export the report in four formats"_s, [this](Robot &robot) {
        showPage(u"Reports"_s);
        robot.waitForRow({}, u"Tidewater Broadband"_s);
        for (const QString &format : {u"CSV"_s, u"JSON"_s, u"HTML"_s, u"PDF"_s})
            exportAs(format);
        const QByteArray rows = contentOf(QDir(m_pictures).filePath(u"report.csv"_s));
        return u"%1 lines of CSV, and the same as JSON, HTML and PDF"_s.arg(rows.trimmed().count('\n') + 1);
    });
    m_steps.step(u"Find every row in the PDF, the page and the JSON"_s, [this](Robot &robot) {
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, QDir(m_pictures).filePath(u"report.pdf"_s), u"-"_s});
        if (!reader.waitForFinished(60'000) || reader.exitCode() != 0)
            robot.fail(u"pdftotext could not read the report: apt-get install poppler-utils"_s);
        QMap<QString, QString> texts{{u"PDF"_s, QString::fromUtf8(reader.readAllStandardOutput())}};
        for (const QString &format : {u"HTML"_s, u"JSON"_s})
            texts.insert(format,
                         QString::fromUtf8(contentOf(QDir(m_pictures).filePath(u"report."_s + format.toLower()))));
        // Addresses have no blanks: each session is found by the other side's.
        static const QRegularExpression address(u"198\\.1[89]\\.[0-9]+\\.[0-9]+|2001:db8:[0-9a-f:]+"_s);
        const QString table = QString::fromUtf8(contentOf(QDir(m_pictures).filePath(u"report.csv"_s)));
        int found = 0;
        for (auto it = address.globalMatch(table); it.hasNext(); ++found) {
            const QString wanted = it.next().captured();
            const QRegularExpression whole(
                u"(?<![0-9a-f.:])%1(?![0-9a-f.:])"_s.arg(QRegularExpression::escape(wanted)));
            for (auto text = texts.begin(); text != texts.end(); ++text) {
                if (!text->contains(whole))
                    robot.fail(u"the %1 does not tell of %2"_s.arg(text.key(), wanted));
            }
        }
        if (found < 2 * 8)
            robot.fail(u"the report has only %1 addresses"_s.arg(found));
        return u"all %1 addresses of the table are there"_s.arg(found);
    });
}

void Story::chooseColours(const QString &colours)
{
    m_robot.chooseFromMenu({u"View"_s, colours + u" Colours"_s});
    m_robot.waitUntil(u"the colours are those"_s,
                      [&] { return isDark(QApplication::palette()) == (colours == u"Dark"); });
}

void Story::takePictures(const QString &name)
{
    for (const QString &colours : {u"Dark"_s, u"Light"_s}) {
        chooseColours(colours);
        m_robot.takePicture(QDir(m_pictures).filePath(u"%1-%2.png"_s.arg(name, colours.toLower())));
    }
}

void Story::takePictures()
{
    const QStringList pages{u"Candidates"_s, u"Drafts"_s,   u"Requests"_s, u"Inbound"_s, u"Policy"_s,
                            u"Keys"_s,       u"Registry"_s, u"Reports"_s,  u"Account"_s, u"Settings"_s};
    for (const QString &colours : {u"Light"_s, u"Dark"_s}) {
        m_steps.step(u"Take pictures in %1 colours"_s.arg(colours.toLower()), [&](Robot &robot) {
            chooseColours(colours);
            for (const QString &page : pages) {
                showPage(page);
                if (page == u"Candidates") {
                    const Asn shown = world::cast::asksPerson;
                    robot.clickRow({}, QString::number(shown.number())); // in sight again
                    robot.waitForText(shown.toString() + u" "_s);
                }
                robot.takePicture(QDir(m_pictures).filePath(u"%1-%2.png"_s.arg(page.toLower(), colours.toLower())));
            }
            return u"%1 pages"_s.arg(pages.size());
        });
    }
}

} // namespace peerdesk::test
