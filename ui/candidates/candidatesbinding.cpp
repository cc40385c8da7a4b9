// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "candidates/candidatesbinding.h"

#include "candidates/candidatespage.h"
#include "widgets/detailpane.h"
#include "widgets/messagebar.h"
#include "workflow/candidates/candidates.h"
#include "workflow/directory/directory.h"
#include "workflow/errortext.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr qint64 mostImported = 64 * 1024 * 1024;
constexpr qsizetype problemsTold = 3;
const QString mirrorId = QStringLiteral("mirror");

/// What came into the mirror from `source`, and what of it was wrong or absent.
MessageBar::Message mirrorNews(const DirectoryReport &report, const QString &source)
{
    QStringList sentences = {
        CandidatesBinding::tr("%Ln row(s) read from %1.", nullptr, static_cast<int>(report.rows)).arg(source)};
    if (report.skipped > 0) {
        QStringList named = report.problems.first(std::min(problemsTold, report.problems.size()));
        if (report.skipped > named.size())
            named.append(CandidatesBinding::tr("and more"));
        sentences.append(
            CandidatesBinding::tr("%Ln malformed row(s) skipped: %1.", nullptr, static_cast<int>(report.skipped))
                .arg(named.join(QStringLiteral("; "))));
    }
    if (!report.missing.isEmpty())
        sentences.append(CandidatesBinding::tr("No dump of %1.").arg(report.missing.join(QStringLiteral(", "))));
    if (report.withoutCities)
        sentences.append(CandidatesBinding::tr("Without a table of cities (Debian package libtimezonemap-data) fewer "
                                               "exchanges have a place on the map."));
    return {sentences.join(u' '), report.skipped > 0 ? Tone::Pending : Tone::Approved};
}

} // namespace

CandidatesBinding::CandidatesBinding(CandidatesPage &page, Candidates &candidates, Directory &directory,
                                     QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_candidates(candidates)
    , m_directory(directory)
{
    // A poll may change many rows one after the other: one refresh serves them all.
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &CandidatesBinding::refresh);
    connect(&candidates, &Candidates::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(&directory, &Directory::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(&directory, &Directory::busyChanged, this, &CandidatesBinding::refreshEmpty);
    // A new copy, whoever asked for it, makes old news of what was said of the one before.
    connect(&directory, &Directory::changed, this, [this] {
        m_offline.clear();
        m_page.messages()->clear(mirrorId);
    });
    connect(&directory, &Directory::failed, this, [this](const Error &error) {
        m_offline = m_directory.failureSentence(error);
        refreshEmpty();
    });
    page.setNetworksAt([this](std::uint32_t exchange) { return m_candidates.networksAt(exchange); });

    connect(&page, &CandidatesPage::detailWanted, this, &CandidatesBinding::askDetail);
    connect(&page, &CandidatesPage::askLocationsWanted, this, &CandidatesBinding::askLocations);
    connect(&page, &CandidatesPage::importWanted, this, &CandidatesBinding::importExisting);
    connect(&page, &CandidatesPage::linkWanted, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(&page, &CandidatesPage::relationEdited, this, [this](const Relation &relation) {
        QCoro::connect(m_candidates.setRelation(relation), this, [this](const Result<void> &saved) {
            if (!saved)
                tellError(QStringLiteral("relation"), saved.error(), tr("The database"));
        });
    });
    connect(&page, &TablePage::emptyActionRequested, this, [this] {
        if (!m_own.isValid())
            Q_EMIT ownNetworkWanted();
        else
            updateMirror();
    });
    refreshEmpty();
}

/// Hands over what was read for the network that is ours now; why it could not be read is said on the page, under `id`.
template<class T, class Take> auto CandidatesBinding::answerTo(const QString &id, Take take)
{
    return [this, id, take, own = m_own](const Result<T> &answer) {
        if (own != m_own)
            return;
        if (!answer)
            return tellError(id, answer.error(), tr("The database"));
        m_page.messages()->clear(id);
        take(*answer);
    };
}

void CandidatesBinding::setOwnAsn(Asn own)
{
    if (own == m_own)
        return;
    m_own = own;
    m_page.setNetworks({});
    m_page.setLocations({});
    refresh();
}

void CandidatesBinding::refresh()
{
    refreshEmpty();
    if (!m_own.isValid())
        return;
    QCoro::connect(m_candidates.networks(m_own), this,
                   answerTo<QList<NetworkRow>>(QStringLiteral("networks"),
                                               [this](const auto &rows) { m_page.setNetworks(rows); }));
    QCoro::connect(m_candidates.locations(m_own), this,
                   answerTo<QList<LocationRow>>(QStringLiteral("locations"),
                                                [this](const auto &rows) { m_page.setLocations(rows); }));
    if (m_page.chosenNetwork().isValid())
        askDetail(m_page.chosenNetwork());
}

void CandidatesBinding::refreshEmpty()
{
    using Kind = EmptyState::Kind;
    if (!m_own.isValid()) {
        m_page.setEmpty(
            Kind::NeverSetUp, tr("No network chosen yet"),
            tr("Peerdesk looks for candidates of one network. Sign in with PeeringDB, or type an AS number to look around."),
            tr("Choose a Network"));
    } else if (m_directory.isEmpty() && m_directory.isBusy()) {
        m_page.setEmpty(Kind::NothingYet, tr("PeeringDB is being fetched"),
                        tr("The table fills as soon as the copy is complete."));
    } else if (m_directory.isEmpty() && !m_offline.isEmpty()) {
        m_page.setEmpty(Kind::Offline, tr("PeeringDB could not be fetched"), m_offline, tr("Try Again"));
    } else if (m_directory.isEmpty()) {
        m_page.setEmpty(Kind::NeverSetUp, tr("No copy of PeeringDB yet"),
                        tr("Peerdesk works on its own copy of PeeringDB, fetched once and then kept up to date."),
                        tr("Fetch PeeringDB"));
    } else {
        m_page.setEmpty(Kind::NothingYet, tr("%1 meets nobody").arg(m_own.toString()),
                        tr("PeeringDB has no exchange where it and another network both have a port."));
    }
}

void CandidatesBinding::askDetail(Asn other)
{
    const auto show = [this](const NetworkDetail &detail) {
        m_page.setDetail(detail);
        if (detail.endpoint && detail.network.asn == m_page.chosenNetwork())
            keepLocations(detail.network.asn);
    };
    QCoro::connect(m_candidates.detail(m_own, other), this, answerTo<NetworkDetail>(QStringLiteral("detail"), show));
}

/// A look at a network is reason enough to ask it where it meets us, now and then.
void CandidatesBinding::keepLocations(Asn other)
{
    QCoro::connect(m_candidates.keepLocations(m_own, other), this, [this, other](const Result<bool> &asked) {
        if (other != m_page.chosenNetwork())
            return;
        if (!asked)
            m_page.setLocationsRefusal(Candidates::refusalSentence(asked.error(), other));
        else if (*asked)
            askDetail(other);
    });
}

void CandidatesBinding::askLocations(Asn other)
{
    QCoro::connect(m_candidates.askLocations(m_own, other), this, [this, other](const Result<int> &count) {
        if (other != m_page.chosenNetwork())
            return;
        m_page.setLocationsRefusal(count ? QString() : Candidates::refusalSentence(count.error(), other));
        if (count)
            askDetail(other);
    });
}

void CandidatesBinding::updateMirror()
{
    QCoro::connect(m_directory.synchronise(), this, [this](const Result<DirectoryReport> &report) {
        if (report)
            m_page.messages()->post(mirrorId, mirrorNews(*report, tr("PeeringDB")));
        else
            tellMirrorFailure(report.error(), {});
        refreshEmpty();
    });
}

void CandidatesBinding::importMirror(const QString &folder)
{
    QCoro::connect(m_directory.importFolder(folder), this, [this, folder](const Result<DirectoryReport> &report) {
        if (report)
            m_page.messages()->post(mirrorId, mirrorNews(*report, folder));
        else
            tellMirrorFailure(report.error(), folder);
        refreshEmpty();
    });
}

void CandidatesBinding::importExisting()
{
    auto *dialog = new QFileDialog(&m_page, tr("Import Existing Sessions: asn, own_ip, other_ip, location, state"),
                                   QString(), tr("Session lists (*.csv *.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        const QString source = QFileInfo(path).fileName();
        if (!file.open(QIODevice::ReadOnly))
            return tellUnreadable(Error(ErrorKind::Invalid, file.errorString()), source);
        if (file.size() > mostImported)
            return tellUnreadable(Error(ErrorKind::Invalid, tr("It is larger than any list of sessions")), source);
        QCoro::connect(
            m_candidates.importExisting(m_own, file.readAll(), source), this, [this, source](const Result<int> &count) {
                if (!count)
                    return tellUnreadable(count.error(), source);
                m_page.messages()->post(QStringLiteral("import"),
                                        {tr("%n session(s) marked as existing, from %1", nullptr, *count).arg(source),
                                         Tone::Approved,
                                         {},
                                         nullptr});
            });
    });
    dialog->open();
}

void CandidatesBinding::tellError(const QString &id, const Error &error, const QString &subject)
{
    m_page.messages()->post(id, {errorSentence(error, subject)});
}

void CandidatesBinding::tellUnreadable(const Error &error, const QString &file)
{
    m_page.messages()->post(QStringLiteral("import"), {inputSentence(error, file)});
}

void CandidatesBinding::tellMirrorFailure(const Error &error, const QString &folder)
{
    if (error.kind == ErrorKind::Cancelled)
        return m_page.messages()->clear(mirrorId);
    MessageBar::Message message{m_directory.failureSentence(error, folder)};
    if (folder.isEmpty() && m_directory.isEmpty()) {
        m_offline = message.text; // the empty table says it
        return;
    }
    if (folder.isEmpty()) {
        message.action = tr("Try Again");
        message.act = [this] { updateMirror(); };
    }
    m_page.messages()->post(mirrorId, message);
}

} // namespace peerdesk
