// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/tour/keychapter.h"

#include "base/clock.h"
#include "e2e/plainhttp.h"
#include "lab/keyparties.h"
#include "support/bgpq4.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::test {

namespace {

const QString firstLabel = u"Ticket 4711"_s;

/// Nothing where the program is missing or fails.
QString wordsOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000) && process.exitCode() == 0;
    return ended ? QString::fromUtf8(process.readAllStandardOutput()).trimmed() : QString();
}

} // namespace

KeyChapter::KeyChapter(QJsonObject keys, Robot &robot, StepList &steps, QString pictures)
    : m_keys(std::move(keys))
    , m_robot(robot)
    , m_steps(steps)
    , m_pictures(std::move(pictures))
    , m_origin(static_cast<std::uint32_t>(m_keys["holder"_L1]["asn"_L1].toInteger()))
    , m_prefixes(m_keys["holder"_L1]["prefixes"_L1].toVariant().toStringList())
{
}

void KeyChapter::showPage(const QString &title)
{
    m_robot.clickRow(u"Pages"_s, title);
}

QString KeyChapter::path(const QString &name) const
{
    return QDir(m_pictures).filePath(name);
}

void KeyChapter::picture(const QString &name)
{
    m_robot.takePicture(path(name + u".png"_s));
}

void KeyChapter::tell()
{
    const QStringList two = m_prefixes.mid(0, 2);
    m_steps.step(u"Issue a key for two prefixes"_s, [&](Robot &robot) {
        showPage(u"Keys"_s);
        issue(two, firstLabel);
        robot.waitForRow(u"Keys"_s, firstLabel);
        return u"%1 may announce %2 and %3"_s.arg(m_origin.toString(), two.first(), two.last());
    });
    m_steps.step(u"Register two route objects with it, and see them in the filter of somebody else"_s, [&](Robot &) {
        showPage(u"Registry"_s);
        for (const QString &prefix : two)
            hang(prefix);
        waitForFilter(two);
        return u"bgpq4 lets both through"_s;
    });
    m_steps.step(u"Print the letter and read its code"_s, [this](Robot &) {
        makeLetter();
        return u"the code has %1 characters"_s.arg(m_letter.size());
    });
    m_steps.step(u"Check the letter by the text of its code"_s, [this](Robot &) {
        checkLetter();
        return u"the desk believes it"_s;
    });
    m_steps.step(u"Issue another, of more specifics in IPv6"_s, [this](Robot &robot) {
        showPage(u"Keys"_s);
        issue({m_prefixes.value(2) + u" max 48"_s}, u"Nordic Fibre"_s);
        robot.waitForRow(u"Keys"_s, u"Nordic Fibre"_s);
        showPage(u"Registry"_s);
        hang(m_prefixes.value(2));
        picture(u"registry-objects"_s);
        return u"and a route object of it"_s;
    });
    m_steps.step(u"Revoke the first key, and see its route objects fall"_s, [this](Robot &robot) {
        revoke();
        waitForFilter({});
        const QKeySequence askNow(Qt::CTRL | Qt::Key_R);
        showPage(u"Registry"_s);
        robot.clickRow(u"Route objects"_s, m_prefixes.value(2)); // the keys are the table's
        // What is out of the filters at once is written down a moment later.
        robot.waitUntil(u"one route object is left"_s, [&] {
            const bool isDone = robot.rows(u"Route objects"_s).size() == 1;
            if (!isDone)
                robot.press(askNow);
            return isDone;
        });
        showPage(u"Keys"_s);
        robot.clickRow(u"Keys"_s, firstLabel);
        robot.press(askNow);
        robot.waitForNoText(u"Answered"_s);
        return u"bgpq4 lets nothing through, and one of the other key is left"_s;
    });
    m_steps.step(u"Let a key of a few seconds end"_s, [&](Robot &) {
        constexpr int seconds = 20;
        issueByScript(two.first(), seconds);
        showPage(u"Registry"_s);
        hang(two.first());
        waitForFilter({two.first()});
        waitForFilter({});
        return u"it was in the filter, and left it when its %1 seconds were over"_s.arg(seconds);
    });
    m_steps.step(u"Lose addresses that a key is for"_s, [&](Robot &robot) {
        showPage(u"Keys"_s);
        issue(two, u"Ticket 4712"_s);
        showPage(u"Registry"_s);
        for (const QString &prefix : two)
            hang(prefix);
        waitForFilter(two);
        transferAway(two.last());
        waitForFilter({});
        showPage(u"Keys"_s);
        robot.clickRow(u"Keys"_s, u"Ticket 4712"_s);
        const QKeySequence askNow(Qt::CTRL | Qt::Key_R);
        robot.waitUntil(u"the desk says that it is withdrawn"_s, [&] {
            const bool isSaid = robot.rows(u"Keys"_s).join(u' ').contains(u"withdrawn"_s, Qt::CaseInsensitive);
            if (!isSaid)
                robot.press(askNow);
            return isSaid;
        });
        robot.waitForNoText(u"Answered"_s);
        picture(u"keys-fallen"_s);
        return u"the key is withdrawn, and bgpq4 lets nothing through"_s;
    });
}

void KeyChapter::issue(const QStringList &prefixes, const QString &label)
{
    m_robot.click(u"Issue Key…"_s);
    m_robot.type(u"Prefixes"_s, prefixes.first());
    for (const QString &prefix : prefixes.mid(1)) {
        m_robot.press(QKeySequence(Qt::Key_Return));
        m_robot.typeHere(prefix);
    }
    m_robot.type(u"Announced by"_s, m_origin.toString());
    m_robot.type(u"Label"_s, label);
    picture(u"keys-issue"_s);
    m_robot.click(u"Issue Key"_s);
    m_robot.waitForText(u"The key is shown now and never again."_s);
    m_robot.click(u"Copy Key"_s);
    picture(u"keys-secret"_s);
    m_robot.click(u"Close"_s);
    m_robot.waitForNoText(u"The key is shown now and never again."_s);
}

void KeyChapter::hang(const QString &prefix)
{
    m_robot.click(u"Create Route Object…"_s);
    m_robot.type(u"Prefix"_s, prefix);
    m_robot.type(u"Announced by"_s, m_origin.toString());
    m_robot.type(u"Description"_s, u"Customers in the north"_s);
    m_robot.type(u"Maintainer"_s, lab::KeyParties::maintainer(m_origin));
    m_robot.click(u"Key"_s);
    m_robot.press(QKeySequence(QKeySequence::Paste));
    picture(u"registry-create"_s);
    m_robot.click(u"Create"_s);
    m_robot.waitForRow(u"Route objects"_s, prefix);
}

void KeyChapter::makeLetter()
{
    showPage(u"Keys"_s);
    m_robot.clickRow(u"Keys"_s, firstLabel);
    picture(u"keys-issued"_s);
    QFile::remove(path(u"letter.pdf"_s));
    m_robot.click(u"Save Letter…"_s);
    m_robot.type(u"fileNameEdit"_s, u"letter.pdf"_s);
    m_robot.click(u"Save"_s);
    m_robot.waitUntil(u"the letter is written"_s, [this] { return QFile::exists(path(u"letter.pdf"_s)); });
    wordsOf(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-png"_s, u"-singlefile"_s, path(u"letter.pdf"_s), path(u"letter"_s)});
    m_letter = wordsOf(u"zbarimg"_s, {u"--raw"_s, u"-q"_s, path(u"letter.png"_s)});
    if (m_letter.isEmpty())
        m_robot.fail(u"the code cannot be read: apt-get install poppler-utils zbar-tools"_s);
}

void KeyChapter::checkLetter()
{
    m_robot.click(u"Check Key…"_s);
    m_robot.type(u"What was sent"_s, m_letter);
    m_robot.click(u"Check"_s);
    m_robot.waitForText(u"%1 may announce"_s.arg(m_origin.toString()));
    picture(u"keys-check"_s);
    m_robot.click(u"Close"_s);
}

void KeyChapter::revoke()
{
    showPage(u"Keys"_s);
    m_robot.clickRow(u"Keys"_s, firstLabel);
    m_robot.click(u"Revoke…"_s);
    m_robot.type(u"Reason"_s, u"The customer has left"_s);
    picture(u"keys-revoke"_s);
    m_robot.click(u"Revoke"_s);
}

void KeyChapter::issueByScript(const QString &prefix, int seconds)
{
    const QJsonObject wish{{"asn"_L1, static_cast<qint64>(m_origin.number())},
                           {"prefixes"_L1, QJsonArray{prefix}},
                           {"expires"_L1, toRfc3339(SystemClock().now() + seconds * 1000)},
                           {"label"_L1, u"A short test"_s}};
    const PlainAnswer issued = askPlainly("POST", QUrl(m_keys["issuer"_L1].toString() + u"/rak/v1/keys"_s),
                                          m_keys["holder_token"_L1].toString().toUtf8(), QJsonDocument(wish).toJson());
    if (issued.status != 201)
        m_robot.fail(u"the issuer says %1: %2"_s.arg(issued.status).arg(QString::fromUtf8(issued.body)));
    QGuiApplication::clipboard()->setText(issued.json()["key"_L1].toString());
}

void KeyChapter::transferAway(const QString &prefix)
{
    QFile book(m_keys["holders_file"_L1].toString());
    const bool isOpen = book.open(QIODevice::ReadWrite);
    QJsonArray holders = QJsonDocument::fromJson(book.readAll()).object()["holders"_L1].toArray();
    for (qsizetype i = 0; i < holders.size(); ++i) {
        QJsonObject holder = holders.at(i).toObject();
        QStringList resources = holder["resources"_L1].toVariant().toStringList();
        resources.removeAll(prefix);
        if (i == holders.size() - 1) // we are the first
            resources.append(prefix);
        holder["resources"_L1] = QJsonArray::fromStringList(resources);
        holders.replace(i, holder);
    }
    const QByteArray changed = QJsonDocument(QJsonObject{{"holders"_L1, holders}}).toJson();
    if (!isOpen || !book.resize(0) || !book.seek(0) || book.write(changed) != changed.size() || !book.flush())
        m_robot.fail(u"%1: %2"_s.arg(book.fileName(), book.errorString()));
}

void KeyChapter::waitForFilter(const QStringList &prefixes)
{
    const QString whois = m_keys["whois"_L1].toString();
    m_robot.waitUntil(u"bgpq4 prints \"%1\""_s.arg(prefixes.join(u' ')),
                      [&] { return filterOf(whois, m_origin) == prefixes; });
}

} // namespace peerdesk::test
