// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbound/inboundpage.h"

#include "inbound/reasonbar.h"
#include "sessions/sessiondeeds.h"
#include "widgets/actionbutton.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/messagebar.h"
#include "widgets/pageaction.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"
#include "workflow/errortext.h"

#include <QAction>

#include <algorithm>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

const QString trouble = QStringLiteral("inbound");
const QString conflict = QStringLiteral("conflict");
constexpr auto agesEvery = 30s;

} // namespace

InboundPage::InboundPage(Inbound &inbound, BringUp &bringUp, const Clock &clock, QWidget *parent)
    : TablePage(QStringLiteral("inbound"), parent)
    , m_inbound(inbound)
    , m_bringUp(bringUp)
    , m_clock(clock)
    , m_model(new RowModel<InboundRow>(inboundTraits(), this))
    , m_reason(new ReasonBar)
    , m_changes(new ChangingActions(this))
    , m_deeds(new SessionDeeds(this, m_changes))
{
    addActions();
    detail()->addHeaderWidget(m_reason);
    m_model->setMarkingEnabled(true);
    filterBar()->setFields(inboundFields());
    filterBar()->setPlaceholder(tr("Filter: status:pending, evidence:doubtful, age>2d, network or exchange"));
    setFirstFilter(QStringLiteral("status:undecided"), tr("Nothing waits for a decision"));
    setModel(m_model);
    table()->setAccessibleName(tr("Requests of other networks"));
    setCountText([](int count) { return tr("%n request(s)", nullptr, count); });
    setOwnAsn({});
    setKeyHints({{{QStringLiteral("J"), QStringLiteral("K")}, tr("next, previous")},
                 {{QStringLiteral("A")}, tr("approve")},
                 {{QStringLiteral("R")}, tr("reject")},
                 {{QStringLiteral("H")}, tr("hold")},
                 {{QStringLiteral("X")}, tr("select")},
                 {{QStringLiteral("C")}, tr("mark configured")},
                 {{QStringLiteral("U")}, tr("undo")},
                 {{QStringLiteral("?")}, tr("all keys")}});
    detail()->setNothing(tr("No request selected"));

    connect(this, &TablePage::currentKeyChanged, this, [this] {
        m_chosen.clear();
        m_reason->hide();
        showCurrent();
        if (const InboundRequest *request = current())
            showHistory(request->id);
    });
    connect(m_model, &TableModel::markedChanged, this, &InboundPage::updateActions);
    connect(detail(), &DetailPane::rowActivated, this, [this](const QString &, const QString &session) {
        if (!m_chosen.remove(session))
            m_chosen.insert(session);
        showCurrent();
    });
    connect(m_reason, &ReasonBar::closed, table(), [this] { table()->setFocus(Qt::OtherFocusReason); });
    connect(m_deeds, &SessionDeeds::done, this, [this] {
        m_chosen.clear();
        reload();
    });
    connect(&m_inbound, &Inbound::changed, this, &InboundPage::reload);
    connect(&m_inbound, &Inbound::pendingChanged, this, &InboundPage::refreshRows);
    connect(&m_inbound, &Inbound::decided, this, &InboundPage::follow);
    connect(&m_inbound, &Inbound::failed, this, [this](const QString &, const Error &error) { fail(error); });
    connect(&m_ages, &QTimer::timeout, this, &InboundPage::refreshRows);
    m_ages.start(agesEvery);
    updateActions();
}

void InboundPage::addActions()
{
    const auto add = [this](Icon icon, const QString &text, const QKeySequence &key, auto act) {
        QAction *action = addPageAction(this, MenuPlace::Session, icon, text, key);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_approve = add(Icon::Check, tr("Approve"), Qt::Key_A, [this] { decide(Verdict::Approve); });
    m_rejectAction = add(Icon::None, tr("Reject"), Qt::Key_R, [this] { askReason(); });
    m_hold = add(Icon::None, tr("Hold"), Qt::Key_H, [this] { decide(Verdict::Hold); });
    add(Icon::None, tr("Select Request"), Qt::Key_X, [this] { mark(); });
    m_undoAction = add(Icon::Undo, tr("Undo Decision"), Qt::Key_U, [this] { undo(); });
    setMenuPlace(m_undoAction, MenuPlace::Edit);
    for (QAction *action : {m_approve, m_rejectAction, m_hold}) {
        auto *button = new ActionButton(action);
        button->setPrimary(action == m_approve);
        detail()->addButton(button);
        table()->addAction(action);
        m_changes->addAction(action);
        m_decisions.append(button);
    }
    m_deeds->addBringUp(m_bringUp, [this] { return m_person; });
    m_deeds->add(Icon::Trash, tr("Take Down"), {}, canBeTakenBack,
                 [this](const QList<Session> &sessions) { takeDown(sessions); });
}

void InboundPage::setOwnAsn(Asn own)
{
    if (own.isValid())
        setEmpty(EmptyState::Kind::NothingYet, tr("No requests yet"),
                 tr("What other networks ask through the endpoint stands here."));
    else
        setEmpty(EmptyState::Kind::NeverSetUp, tr("No network chosen yet"),
                 tr("Here stands what others ask of one network. It is chosen on the account page."));
    if (std::exchange(m_own, own) != own) {
        m_chosenFirst = false;
        m_requests.clear();
        refreshRows();
    }
    reload(); // the directory may have other names by now
}

int InboundPage::undecidedCount() const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(),
                                          [](const InboundRequest &request) { return request.undecidedCount() > 0; }));
}

UtcMs InboundPage::oldestUndecided() const
{
    UtcMs oldest = 0;
    for (const InboundRequest &request : m_requests) {
        if (request.undecidedCount() > 0 && (oldest == 0 || request.createdAt < oldest))
            oldest = request.createdAt;
    }
    return oldest;
}

void InboundPage::reload()
{
    if (!m_own.isValid())
        return;
    if (m_loading) {
        m_stale = true;
        return;
    }
    m_loading = true;
    QCoro::connect(m_inbound.requests(m_own), this, [this](const Result<QList<InboundRequest>> &requests) {
        m_loading = false;
        if (requests)
            take(*requests);
        else
            fail(requests.error());
        if (std::exchange(m_stale, false))
            reload();
    });
}

void InboundPage::take(QList<InboundRequest> requests)
{
    messages()->clear(trouble);
    m_requests = std::move(requests);
    refreshRows();
    // The first row is chosen once. Where a colleague's decision took the chosen one away, no other comes under the keys
    // of somebody who is about to press one.
    m_chosenFirst = m_chosenFirst && m_model->rowCount() > 0;
    if (currentKey().isEmpty() && m_model->rowCount() > 0 && !std::exchange(m_chosenFirst, true))
        table()->setCurrentKey(m_model->keyAt(0));
    if (const InboundRequest *request = current())
        showHistory(request->id);
    if (m_counted != undecidedCount()) {
        m_counted = undecidedCount();
        Q_EMIT countChanged(m_counted);
    }
}

void InboundPage::refreshRows()
{
    QList<InboundRow> rows;
    for (const InboundRequest &request : std::as_const(m_requests))
        rows.append(inboundRow(request, waitingFor(request), m_clock.now()));
    m_model->setRows(rows);
    showCurrent();
}

void InboundPage::showCurrent()
{
    const InboundRequest *request = current();
    if (!request) {
        detail()->setNothing(tr("No request selected"));
    } else {
        DetailContent content = inboundDetail(*request, m_chosen, m_clock.now());
        if (m_historyOf == request->id && !m_history.entries.isEmpty())
            content.blocks << DetailContent::Section{tr("History")} << m_history;
        detail()->setContent(content);
    }
    updateActions();
}

void InboundPage::showHistory(const QString &id)
{
    QCoro::connect(m_inbound.history(id), this, [this, id](const Result<QList<AuditEntry>> &history) {
        if (!history || currentKey() != id)
            return;
        m_historyOf = id;
        m_history = {};
        m_history.now = m_clock.now();
        for (const AuditEntry &entry : *history) {
            const auto status = statusFromString(entry.toState);
            if (entry.fromState.isEmpty() || !status)
                continue; // its arrival is what the title says
            const StatusLook look = statusLook(*status);
            const QString text = tr("%1 by %2").arg(look.word, entry.who);
            if (!m_history.entries.isEmpty() && m_history.entries.last().at == entry.at
                && m_history.entries.last().text == text)
                continue; // one decision on several sessions
            m_history.entries.append({entry.at, text, entry.why, look.tone});
        }
        showCurrent();
    });
}

const InboundRequest *InboundPage::find(const QString &id) const
{
    const auto found = std::find_if(m_requests.begin(), m_requests.end(),
                                    [&id](const InboundRequest &request) { return request.id == id; });
    return found == m_requests.end() ? nullptr : &*found;
}

std::optional<Verdict> InboundPage::waitingFor(const InboundRequest &request) const
{
    const QList<PendingDecision> pending = m_inbound.pending();
    for (const PendingDecision &waiting : pending) {
        for (const InboundDecision::Seen &seen : waiting.decision.sessions) {
            if (std::any_of(request.sessions.begin(), request.sessions.end(),
                            [&seen](const InboundSession &session) { return session.session.id == seen.sessionId; }))
                return waiting.decision.verdict;
        }
    }
    return {};
}

QStringList InboundPage::targetRequests() const
{
    const QStringList marked = m_model->markedKeys();
    if (!marked.isEmpty())
        return marked;
    return currentKey().isEmpty() ? QStringList() : QStringList{currentKey()};
}

InboundPage::Target InboundPage::target() const
{
    Target target;
    const QStringList ids = targetRequests();
    QSet<Asn> networks;
    for (const QString &id : ids) {
        const InboundRequest *request = find(id);
        if (!request)
            continue;
        const bool choosing = ids.size() == 1 && !m_chosen.isEmpty();
        for (const InboundSession &session : request->sessions) {
            if (session.isUndecided() && (!choosing || m_chosen.contains(session.session.id)))
                target.sessions.append({session.session.id, session.session.version});
        }
        networks.insert(request->otherAsn);
        target.whose = request->otherAsn.toString();
    }
    if (networks.size() > 1)
        target.whose = tr("%n network(s)", nullptr, static_cast<int>(networks.size()));
    return target;
}

void InboundPage::updateActions()
{
    const auto count = target().sessions.size();
    const InboundRequest *request = current();
    const bool part = request && targetRequests().size() == 1 && count != request->undecidedCount();
    for (QAction *action : {m_approve, m_rejectAction, m_hold})
        action->setEnabled(count > 0);
    m_approve->setText(part || targetRequests().size() > 1 ? tr("Approve %1").arg(count) : tr("Approve"));
    for (QPushButton *button : m_decisions)
        button->setVisible(count > 0 || !request);
    QList<Session> sessions;
    const QStringList ids = targetRequests();
    for (const QString &id : ids) {
        if (const InboundRequest *one = find(id)) {
            for (const InboundSession &session : one->sessions)
                sessions.append(session.session);
        }
    }
    m_deeds->show(sessions, ids.size() == 1 ? m_chosen : QSet<QString>(),
                  count > 0 ? SessionDeeds::Rank::Beside : SessionDeeds::Rank::First);
    m_undoAction->setEnabled(undoBar()->waiting() > 0);
}

void InboundPage::decide(Verdict verdict, const QString &reason)
{
    const Target chosen = target();
    if (chosen.sessions.isEmpty())
        return;
    const QStringList decided = targetRequests();
    const QString id = m_inbound.decide({verdict, chosen.sessions, reason, m_person});
    const UtcMs due = m_inbound.pending().last().due;
    undoBar()->begin({.text = decisionInWords(verdict, static_cast<int>(chosen.sessions.size()), chosen.whose),
                      .undo = [this, id] { m_inbound.undo(id); }},
                     std::chrono::milliseconds(due - m_clock.now()));
    for (const QString &request : decided)
        m_model->setMarked(request, false);
    m_chosen.clear();
    selectNextUndecided(decided);
    updateActions();
}

void InboundPage::askReason()
{
    const Target chosen = target();
    if (!chosen.sessions.isEmpty())
        m_reason->open(tr("Why are %n session(s) of %1 rejected?", nullptr, static_cast<int>(chosen.sessions.size()))
                           .arg(chosen.whose),
                       tr("Reject"), [this](const QString &reason) { decide(Verdict::Reject, reason); });
}

/// The reason that has to be typed is the question whether somebody means it.
void InboundPage::takeDown(const QList<Session> &sessions)
{
    const auto established = std::count_if(sessions.begin(), sessions.end(), [](const Session &session) {
        return session.status() == Status::Established;
    });
    QString question =
        tr("Why are %n session(s) of %1 taken down?", nullptr, static_cast<int>(sessions.size())).arg(target().whose);
    if (established > 0)
        question += u' ' + tr("%n is established: its traffic leaves at once.", nullptr, static_cast<int>(established));
    m_reason->open(question, tr("Take Down"), [this, ids = idsOf(sessions)](const QString &reason) {
        m_deeds->follow(m_bringUp.takeBack(ids, m_person, reason), tr("The session"));
    });
}

bool InboundPage::showSession(const QString &sessionId)
{
    for (const InboundRequest &request : std::as_const(m_requests)) {
        if (std::any_of(request.sessions.begin(), request.sessions.end(),
                        [&sessionId](const InboundSession &one) { return one.session.id == sessionId; })) {
            showKey(request.id);
            return true;
        }
    }
    return false;
}

void InboundPage::undo()
{
    undoBar()->undo();
    updateActions();
}

void InboundPage::mark()
{
    const QString key = currentKey();
    if (!key.isEmpty())
        m_model->setMarked(key, !m_model->markedKeys().contains(key));
}

/// Downwards from the row that was decided, and from the top when there is none below.
void InboundPage::selectNextUndecided(const QStringList &decided)
{
    const int count = m_model->rowCount();
    const int from = std::max(0, m_model->rowOf(currentKey()));
    for (int step = 1; step <= count; ++step) {
        const InboundRow &row = m_model->rowAt((from + step) % count);
        if (row.undecided > 0 && !row.deciding && !decided.contains(row.id)) {
            table()->setCurrentKey(row.id);
            return;
        }
    }
}

void InboundPage::follow(const QString &, const QList<DecisionOutcome> &outcomes)
{
    QStringList refusals;
    for (const DecisionOutcome &outcome : outcomes) {
        if (outcome.refusal && !refusals.contains(outcome.refusal->detail))
            refusals.append(outcome.refusal->detail);
    }
    if (!refusals.isEmpty())
        messages()->post(conflict, {.text = tr("Somebody was first: %1").arg(refusals.join(QStringLiteral("; "))),
                                    .tone = Tone::Pending,
                                    .action = {},
                                    .act = {}});
    reload();
}

void InboundPage::fail(const Error &error)
{
    messages()->post(
        trouble,
        {.text = errorSentence(error, tr("The database")), .action = wayForward(error), .act = [this] { reload(); }});
}

} // namespace peerdesk
