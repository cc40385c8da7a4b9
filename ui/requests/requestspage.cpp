// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/requestspage.h"

#include "requests/requestdetail.h"
#include "widgets/actionbutton.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/messagebar.h"
#include "widgets/pageaction.h"
#include "widgets/savedialog.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"
#include "workflow/errortext.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <memory>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

const QString trouble = QStringLiteral("requests");
constexpr auto agesEvery = 30s;
constexpr auto readAtMostEvery = 100ms;

QStringList idsOf(const QList<Session> &sessions)
{
    QStringList ids;
    for (const Session &session : sessions)
        ids.append(session.id);
    return ids;
}

} // namespace

RequestsPage::RequestsPage(Requests &requests, Places places, const Clock &clock, QWidget *parent)
    : TablePage(QStringLiteral("requests"), parent)
    , m_requests(requests)
    , m_places(std::move(places))
    , m_clock(clock)
    , m_model(new RowModel<RequestRow>(requestTraits(), this))
    , m_changes(new ChangingActions(this))
{
    addDeeds();
    addRequestActions();
    filterBar()->setFields(requestFields());
    filterBar()->setPlaceholder(tr("Filter: status:pending, age>14d, offered, network or exchange"));
    setModel(m_model);
    table()->setAccessibleName(tr("Our requests"));
    setCountText([](int count) { return tr("%n request(s)", nullptr, count); });
    setOwnAsn({});
    detail()->setNothing(tr("No request selected"));

    connect(this, &TablePage::currentKeyChanged, this, [this] {
        m_chosen.clear();
        m_history.clear();
        showCurrent();
        showHistory();
        showKeys();
    });
    connect(detail(), &DetailPane::rowActivated, this, [this](const QString &, const QString &session) {
        if (!m_chosen.remove(session))
            m_chosen.insert(session);
        showCurrent();
    });
    connect(&m_requests, &Requests::changed, this, [this] {
        if (!m_reload.isActive())
            m_reload.start();
    });
    m_reload.setSingleShot(true);
    m_reload.setInterval(readAtMostEvery);
    connect(&m_reload, &QTimer::timeout, this, &RequestsPage::reload);
    connect(&m_ages, &QTimer::timeout, this, &RequestsPage::refreshRows);
    m_ages.start(agesEvery);
    updateDeeds();
}

QAction *RequestsPage::addDeed(Icon icon, const QString &text, const QKeySequence &key,
                               std::function<bool(const Session &)> applies,
                               void (RequestsPage::*act)(const QList<Session> &))
{
    QAction *action = addPageAction(this, MenuPlace::Session, icon, text, key);
    connect(action, &QAction::triggered, this, [this, applies, act] {
        const QList<Session> sessions = targets(applies);
        if (!sessions.isEmpty())
            (this->*act)(sessions);
    });
    auto *button = new ActionButton(action);
    detail()->addButton(button);
    m_deeds.append({action, button, std::move(applies), text});
    return m_changes->addAction(action);
}

/// In the order in which they matter: the first one that applies is the primary button.
void RequestsPage::addDeeds()
{
    const auto with = [](std::initializer_list<Status> statuses) {
        return [list = QList<Status>(statuses)](const Session &session) { return list.contains(session.status()); };
    };
    addDeed(Icon::Check, tr("It Was Created"), {}, with({Status::OutcomeUnknown}), &RequestsPage::wasCreated);
    addDeed(Icon::Requests, tr("It Was Not: Send Again"), {}, with({Status::OutcomeUnknown}),
            &RequestsPage::wasNotCreated);
    addDeed(Icon::Gift, tr("Accept Offer"), Qt::Key_A, with({Status::Offered}), &RequestsPage::acceptOffers);
    addDeed(Icon::None, tr("Decline"), Qt::Key_D, with({Status::Offered}), &RequestsPage::withdraw);
    addDeed(Icon::Check, tr("Mark Configured"), Qt::Key_C, with({Status::Approved}), &RequestsPage::markConfigured);
    addDeed(Icon::CircleCheck, tr("Mark Up"), Qt::Key_E, with({Status::Approved, Status::Down}), &RequestsPage::markUp);
    QAction *exporting =
        addDeed(Icon::Download, tr("Export Approved"), Qt::CTRL | Qt::Key_E,
                with({Status::Approved, Status::Down, Status::Established}), &RequestsPage::exportApproved);
    m_changes->removeAction(exporting); // it only reads
    addDeed(Icon::DraftPlus, tr("Draft the Rejected Again"), Qt::Key_G, with({Status::Rejected, Status::Unestablished}),
            &RequestsPage::draftAgain);
    addDeed(Icon::None, tr("Withdraw"), Qt::Key_W,
            with({Status::Pending, Status::Held, Status::Approved, Status::Down}), &RequestsPage::withdraw);
    addDeed(Icon::Trash, tr("Take Down"), {}, with({Status::Established}), &RequestsPage::takeDown);
}

void RequestsPage::addRequestActions()
{
    const auto add = [this](MenuPlace place, Icon icon, const QString &text, const QKeySequence &key, auto act) {
        QAction *action = addPageAction(this, place, icon, text, key);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_ask = add(MenuPlace::Session, Icon::Refresh, tr("Ask Their Endpoint Now"), Qt::CTRL | Qt::Key_R,
                [this] { askNow(); });
    add(MenuPlace::Edit, Icon::Undo, tr("Undo"), Qt::Key_U, [this] { undoBar()->undo(); });
    m_changes->addAction(m_ask);
    for (const Deed &deed : std::as_const(m_deeds))
        table()->addAction(deed.action);
    setKeyHints({{{QStringLiteral("J"), QStringLiteral("K")}, tr("next, previous")},
                 {{tr("Enter")}, tr("details, choose a session")},
                 {{QStringLiteral("C")}, tr("mark configured")},
                 {{QStringLiteral("W")}, tr("withdraw")},
                 {{tr("Ctrl+R")}, tr("ask now")},
                 {{QStringLiteral("?")}, tr("all keys")}});
}

void RequestsPage::setOwnAsn(Asn own)
{
    if (own.isValid())
        setEmpty(EmptyState::Kind::NothingYet, tr("No requests yet"),
                 tr("What is asked of other networks stands here, from the sending of a draft until it is "
                    "established."));
    else
        setEmpty(EmptyState::Kind::NeverSetUp, tr("No network chosen yet"),
                 tr("Here stands what one network asks of others. It is chosen on the account page."));
    if (std::exchange(m_own, own) != own) {
        m_all.clear();
        refreshRows();
    }
    reload(); // the directory may have other names by now
}

void RequestsPage::showSession(const QString &sessionId)
{
    for (const Request &request : std::as_const(m_all)) {
        if (std::any_of(request.sessions.begin(), request.sessions.end(),
                        [&sessionId](const Session &session) { return session.id == sessionId; }))
            showKey(request.id);
    }
}

void RequestsPage::reload()
{
    if (!m_own.isValid())
        return;
    if (m_loading) {
        m_stale = true;
        return;
    }
    m_loading = true;
    RequestFilter filter;
    filter.ownAsn = m_own;
    filter.direction = Direction::Outgoing;
    QCoro::connect(m_requests.requests(filter), this, [this](const Result<QList<Request>> &requests) {
        m_loading = false;
        if (requests)
            take(*requests);
        else
            fail(requests.error(), tr("The database"));
        if (std::exchange(m_stale, false))
            m_reload.start();
    });
}

void RequestsPage::take(QList<Request> requests)
{
    m_all = std::move(requests);
    refreshRows();
    if (currentKey().isEmpty() && m_model->rowCount() > 0)
        table()->setCurrentKey(m_model->keyAt(0));
    showHistory();
    showKeys();
    const auto waiting = static_cast<int>(std::count_if(m_model->rows().begin(), m_model->rows().end(),
                                                        [](const RequestRow &row) { return !row.nextStep.isEmpty(); }));
    if (std::exchange(m_waiting, waiting) != waiting)
        Q_EMIT countChanged(waiting);
}

QString RequestsPage::networkOf(Asn asn) const
{
    const QString name = m_places.networkName(asn);
    return name.isEmpty() ? asn.toString() : tr("%1 %2").arg(asn.toString(), name);
}

void RequestsPage::refreshRows()
{
    QList<RequestRow> rows;
    rows.reserve(m_all.size());
    const UtcMs now = m_clock.now();
    for (const Request &request : std::as_const(m_all)) {
        QStringList places;
        for (const Session &session : request.sessions) {
            const QString place = m_places.locationName(session.proposal.location);
            if (!places.contains(place))
                places.append(place);
        }
        rows.append(requestRow(request, m_places.networkName(request.otherAsn), places, now));
    }
    m_model->setRows(rows);
    showCurrent();
}

const Request *RequestsPage::current() const
{
    const QString key = currentKey();
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&key](const Request &request) { return request.id == key; });
    return found == m_all.end() ? nullptr : &*found;
}

void RequestsPage::showCurrent()
{
    const Request *request = current();
    if (!request) {
        detail()->setNothing(tr("No request selected"));
    } else {
        RequestSurroundings around;
        around.networkName = m_places.networkName(request->otherAsn);
        around.locationName = m_places.locationName;
        around.chosen = m_chosen;
        if (m_historyOf == request->id)
            around.history = m_history;
        if (m_sentKeysOf == request->id)
            around.keys = m_sentKeys;
        around.now = m_clock.now();
        detail()->setContent(requestDetail(*request, around));
    }
    updateDeeds();
}

void RequestsPage::showHistory()
{
    const Request *request = current();
    if (!request)
        return;
    QCoro::connect(m_requests.history(request->id), this,
                   [this, id = request->id](const Result<QList<AuditEntry>> &history) {
                       if (!history || currentKey() != id)
                           return;
                       m_historyOf = id;
                       m_history = *history;
                       showCurrent();
                   });
}

void RequestsPage::showKeys()
{
    QCoro::connect(m_requests.keys(currentKey()), this, [this, id = currentKey()](const Result<QList<SentKey>> &keys) {
        if (!keys || id != currentKey())
            return;
        m_sentKeysOf = id;
        m_sentKeys = *keys;
        if (!m_sentKeys.isEmpty())
            showCurrent();
    });
}

QList<Session> RequestsPage::targets(const std::function<bool(const Session &)> &applies) const
{
    QList<Session> sessions;
    const Request *request = current();
    if (!request)
        return sessions;
    for (const Session &session : request->sessions) {
        if (applies(session) && (m_chosen.isEmpty() || m_chosen.contains(session.id)))
            sessions.append(session);
    }
    return sessions;
}

void RequestsPage::updateDeeds()
{
    const Request *request = current();
    bool first = true;
    for (const Deed &deed : std::as_const(m_deeds)) {
        const auto count = targets(deed.applies).size();
        deed.action->setEnabled(count > 0);
        deed.action->setText(request && count > 0 && count < request->sessions.size()
                                 ? tr("%1 (%2)").arg(deed.wording).arg(count)
                                 : deed.wording);
        deed.button->setVisible(count > 0);
        deed.button->setPrimary(count > 0 && first);
        first = first && count == 0;
    }
    m_ask->setEnabled(request);
}

void RequestsPage::follow(Requests::Answer<void> answer, const QString &subject)
{
    messages()->clear(trouble);
    QCoro::connect(std::move(answer), this, [this, subject](const Result<void> &done) {
        if (!done)
            fail(done.error(), subject);
        m_chosen.clear();
        reload();
    });
}

void RequestsPage::fail(const Error &error, const QString &subject)
{
    messages()->post(trouble,
                     {.text = errorSentence(error, subject), .action = wayForward(error), .act = [this] { reload(); }});
}

void RequestsPage::acceptOffers(const QList<Session> &sessions)
{
    follow(m_requests.acceptOffers(idsOf(sessions), m_person), tr("The offer"));
}

void RequestsPage::markConfigured(const QList<Session> &sessions)
{
    follow(m_requests.markConfigured(idsOf(sessions), m_person), tr("The session"));
}

void RequestsPage::markUp(const QList<Session> &sessions)
{
    follow(m_requests.markEstablished(idsOf(sessions), m_person), tr("The session"));
}

void RequestsPage::wasCreated(const QList<Session> &sessions)
{
    follow(m_requests.resolveOutcome(idsOf(sessions), Requests::Outcome::WasCreated, m_person), tr("The session"));
}

void RequestsPage::wasNotCreated(const QList<Session> &sessions)
{
    follow(m_requests.resolveOutcome(idsOf(sessions), Requests::Outcome::WasNotCreated, m_person), tr("The session"));
}

void RequestsPage::draftAgain(const QList<Session> &sessions)
{
    messages()->clear(trouble);
    QCoro::connect(m_requests.draftAgain(idsOf(sessions)), this, [this](const Result<QString> &draft) {
        if (draft)
            Q_EMIT draftMade(*draft);
        else
            fail(draft.error(), tr("The draft"));
    });
}

void RequestsPage::withdraw(const QList<Session> &sessions)
{
    const auto count = static_cast<int>(sessions.size());
    const QString whom = networkOf(sessions.first().otherAsn());
    const bool declines = sessions.first().status() == Status::Offered;
    undoBar()->begin(
        {.text = (declines ? tr("Declining %n offered session(s) of %1", nullptr, count)
                           : tr("Withdrawing %n session(s) from %1", nullptr, count))
                     .arg(whom),
         .commit = [this, ids = idsOf(sessions),
                    whom] { follow(m_requests.withdraw(ids, m_person, {}), tr("The endpoint of %1").arg(whom)); }},
        m_undoWait);
}

/// The one thing that is asked about: traffic moves at once and nothing brings it back.
void RequestsPage::takeDown(const QList<Session> &sessions)
{
    const auto count = static_cast<int>(sessions.size());
    const QString whom = networkOf(sessions.first().otherAsn());
    QStringList names;
    for (const Session &session : sessions)
        names.append(tr("%1, %2 to %3")
                         .arg(sessionName(session, m_places.locationName), session.ownAddress().toString(),
                              session.otherAddress().toString()));
    auto *question = new QMessageBox(QMessageBox::Warning, tr("Take Down"),
                                     tr("Take down %n established session(s) with %1?", nullptr, count).arg(whom),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("%1\n\nTraffic leaves at once, and the other network is told.").arg(names.join(u'\n')));
    QPushButton *yes = question->addButton(tr("Take Down"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, ids = idsOf(sessions), whom] {
        follow(m_requests.withdraw(ids, m_person, {}), tr("The endpoint of %1").arg(whom));
    });
    question->open();
}

void RequestsPage::exportApproved(const QList<Session> &sessions)
{
    askWhereToSave(this,
                   {tr("Export Approved Sessions"),
                    QStringLiteral("sessions-AS%1.csv").arg(sessions.first().otherAsn().number()),
                    {tr("Table for spreadsheets (*.csv)"), tr("JSON for programs (*.json)")}},
                   [this, ids = idsOf(sessions)](const QString &path) { writeExport(path, ids); });
}

void RequestsPage::writeExport(const QString &path, const QStringList &sessionIds)
{
    QCoro::connect(m_requests.exportApproved(sessionIds, path), this,
                   [this, path, count = static_cast<int>(sessionIds.size())](const Result<void> &written) {
                       if (!written)
                           return fail(written.error(), path);
                       messages()->post(trouble, {.text = tr("%n session(s) written to %1, with their secrets, for "
                                                             "this user only.",
                                                             nullptr, count)
                                                              .arg(path),
                                                  .tone = Tone::Approved});
                   });
}

void RequestsPage::askNow()
{
    if (const Request *request = current())
        follow(m_requests.poll(m_own, request->otherAsn), tr("The endpoint of %1").arg(networkOf(request->otherAsn)));
}

} // namespace peerdesk
