// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/requestspage.h"

#include "requests/requestdetail.h"
#include "sessions/sessiondeeds.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/pageaction.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <memory>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto agesEvery = 30s;
constexpr auto readAtMostEvery = 100ms;

/// It is the other side's turn, or the wire's.
bool isInFlight(const Request &request)
{
    return std::any_of(request.sessions.begin(), request.sessions.end(), [](const Session &session) {
        const Status status = session.status();
        return status == Status::Sending || status == Status::Pending || status == Status::Held;
    });
}

} // namespace

RequestsPage::RequestsPage(Requests &requests, BringUp &bringUp, Places places, const Clock &clock, QWidget *parent)
    : TablePage(QStringLiteral("requests"), parent)
    , m_requests(requests)
    , m_bringUp(bringUp)
    , m_places(std::move(places))
    , m_clock(clock)
    , m_model(new RowModel<RequestRow>(requestTraits(), this))
    , m_changes(new ChangingActions(this))
    , m_deeds(new SessionDeeds(this, m_changes))
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
    connect(m_deeds, &SessionDeeds::done, this, [this] {
        m_chosen.clear();
        reload();
    });
    showCurrent();
}

/// In the order in which they matter: the first one that applies is the primary button.
void RequestsPage::addDeeds()
{
    const auto add = [this](Icon icon, const QString &text, const QKeySequence &key,
                            std::initializer_list<Status> statuses, void (RequestsPage::*act)(const QList<Session> &)) {
        const auto applies = [list = QList<Status>(statuses)](const Session &session) {
            return list.contains(session.status());
        };
        m_deeds->add(icon, text, key, applies, [this, act](const QList<Session> &sessions) { (this->*act)(sessions); });
    };
    add(Icon::Check, tr("It Was Created"), {}, {Status::OutcomeUnknown}, &RequestsPage::wasCreated);
    add(Icon::Requests, tr("It Was Not: Send Again"), {}, {Status::OutcomeUnknown}, &RequestsPage::wasNotCreated);
    add(Icon::Gift, tr("Accept Offer"), Qt::Key_A, {Status::Offered}, &RequestsPage::acceptOffers);
    add(Icon::None, tr("Decline"), Qt::Key_D, {Status::Offered}, &RequestsPage::withdraw);
    m_deeds->addBringUp(m_bringUp, [this] { return m_person; });
    add(Icon::DraftPlus, tr("Draft the Rejected Again"), Qt::Key_G, {Status::Rejected, Status::Unestablished},
        &RequestsPage::draftAgain);
    add(Icon::None, tr("Withdraw"), Qt::Key_W, {Status::Pending, Status::Held, Status::Approved, Status::Down},
        &RequestsPage::withdraw);
    add(Icon::Trash, tr("Take Down"), {}, {Status::Established}, &RequestsPage::takeDown);
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

bool RequestsPage::showSession(const QString &sessionId)
{
    for (const Request &request : std::as_const(m_all)) {
        if (std::any_of(request.sessions.begin(), request.sessions.end(),
                        [&sessionId](const Session &session) { return session.id == sessionId; })) {
            showKey(request.id);
            return true;
        }
    }
    return false;
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
            m_deeds->fail(requests.error(), tr("The database"));
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
    const auto inFlight = static_cast<int>(std::count_if(m_all.begin(), m_all.end(), isInFlight));
    if (std::exchange(m_inFlight, inFlight) != inFlight)
        Q_EMIT inFlightChanged(inFlight);
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
    m_deeds->show(request ? request->sessions : QList<Session>(), m_chosen);
    m_ask->setEnabled(request);
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

void RequestsPage::acceptOffers(const QList<Session> &sessions)
{
    m_deeds->follow(m_requests.acceptOffers(idsOf(sessions), m_person), tr("The offer"));
}

void RequestsPage::wasCreated(const QList<Session> &sessions)
{
    m_deeds->follow(m_requests.resolveOutcome(idsOf(sessions), Requests::Outcome::WasCreated, m_person),
                    tr("The session"));
}

void RequestsPage::wasNotCreated(const QList<Session> &sessions)
{
    m_deeds->follow(m_requests.resolveOutcome(idsOf(sessions), Requests::Outcome::WasNotCreated, m_person),
                    tr("The session"));
}

void RequestsPage::draftAgain(const QList<Session> &sessions)
{
    m_deeds->clearMessages();
    QCoro::connect(m_requests.draftAgain(idsOf(sessions)), this, [this](const Result<QString> &draft) {
        if (draft)
            Q_EMIT draftMade(*draft);
        else
            m_deeds->fail(draft.error(), tr("The draft"));
    });
}

void RequestsPage::withdraw(const QList<Session> &sessions)
{
    const auto count = static_cast<int>(sessions.size());
    const QString whom = networkOf(sessions.first().otherAsn());
    const bool declines = sessions.first().status() == Status::Offered;
    undoBar()->begin({.text = (declines ? tr("Declining %n offered session(s) of %1", nullptr, count)
                                        : tr("Withdrawing %n session(s) from %1", nullptr, count))
                                  .arg(whom),
                      .commit =
                          [this, ids = idsOf(sessions), whom] {
                              m_deeds->follow(m_requests.withdraw(ids, m_person, {}),
                                              tr("The endpoint of %1").arg(whom));
                          }},
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
        m_deeds->follow(m_requests.withdraw(ids, m_person, {}), tr("The endpoint of %1").arg(whom));
    });
    question->open();
}

void RequestsPage::askNow()
{
    if (const Request *request = current())
        m_deeds->follow(m_requests.poll(m_own, request->otherAsn),
                        tr("The endpoint of %1").arg(networkOf(request->otherAsn)));
}

} // namespace peerdesk
