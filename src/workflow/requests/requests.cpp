// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/requests.h"

#include "storage/auditstore.h"
#include "storage/database.h"
#include "storage/draftstore.h"
#include "storage/endpointstore.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "workflow/drafts/draftcontext.h"
#include "workflow/requests/poller.h"
#include "workflow/requests/redraft.h"
#include "workflow/requests/sending.h"
#include "workflow/requests/sessionchange.h"

#include <QCoreApplication>
#include <QCoroFuture>

namespace peerdesk {
namespace {

Result<DraftInContext> readDraft(QSqlDatabase &database, const Envelope &envelope, const QString &draftId)
{
    const auto draft = DraftStore(database, envelope).draft(draftId);
    if (!draft)
        return draft.error();
    return inContext(database, envelope, *draft);
}

} // namespace

Requests::Requests(Database &database, PeeringApiClient &client, const Clock &clock, Places places, TokenSource tokens,
                   RequestPace pace, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_places(std::move(places))
    , m_pace(std::move(pace))
    , m_access(database, std::move(tokens))
    , m_sender(std::make_unique<Sender>(database, client, m_access, clock, m_pace))
    , m_poller(std::make_unique<Poller>(database, client, m_access, clock, m_places, m_pace))
{
    connect(&m_database, &Database::changed, this, &Requests::changed);
    connect(&m_timer, &QTimer::timeout, this, [this] { workOnWhatIsDue().then([] {}); });
}

Requests::~Requests() = default;

void Requests::start()
{
    m_timer.start(m_pace.scan);
    workOnWhatIsDue().then([] {});
}

QCoro::Task<void> Requests::workOnWhatIsDue()
{
    if (!m_database.mayWrite()) // sending and polling are for others on this database
        co_return;
    co_await m_sender->work();
    co_await m_poller->work();
}

bool Requests::isIdle() const
{
    return m_sender->isIdle() && m_poller->isIdle();
}

void Requests::observeSteps(std::function<void(Sender::Step)> observer)
{
    m_sender->observeSteps(std::move(observer));
}

Requests::Answer<QList<Request>> Requests::requests(RequestFilter filter)
{
    auto future = m_database.read([filter, envelope = m_database.envelope()](QSqlDatabase &database) {
        return RequestStore(database, envelope).requests(filter);
    });
    co_return co_await future;
}

Requests::Answer<Request> Requests::request(QString id)
{
    auto future = m_database.read([id, envelope = m_database.envelope()](QSqlDatabase &database) {
        return RequestStore(database, envelope).request(id);
    });
    co_return co_await future;
}

Requests::Answer<Session> Requests::session(QString id)
{
    auto future = m_database.read([id, envelope = m_database.envelope()](QSqlDatabase &database) {
        return SessionStore(database, envelope).session(id);
    });
    co_return co_await future;
}

Requests::Answer<QList<AuditEntry>> Requests::history(QString requestId)
{
    const auto job = [envelope = m_database.envelope(),
                      requestId](QSqlDatabase &database) -> Result<QList<AuditEntry>> {
        const auto request = RequestStore(database, envelope).request(requestId);
        return request ? AuditStore(database).historyOf(*request) : request.error();
    };
    auto future = m_database.read(job);
    co_return co_await future;
}

Requests::Answer<QList<SentKey>> Requests::keys(QString requestId)
{
    auto future = m_database.read([requestId](QSqlDatabase &database) { return sentKeys(database, requestId); });
    co_return co_await future;
}

Requests::Answer<QMap<Status, int>> Requests::counts(Asn own)
{
    SessionFilter filter;
    filter.ownAsn = own;
    filter.direction = Direction::Outgoing;
    auto future = m_database.read([filter, envelope = m_database.envelope()](QSqlDatabase &database) {
        return SessionStore(database, envelope).counts(filter);
    });
    co_return co_await future;
}

Requests::Answer<QList<Requests::Journey>> Requests::journeys()
{
    auto future = m_database.read([](QSqlDatabase &database) { return JournalStore(database).open(); });
    const auto open = co_await future;
    if (!open)
        co_return open.error();
    QList<Journey> list;
    for (const JournalEntry &chain : *open)
        list.append({chain.requestId, chain.sessionId, chain.attempt, chain.nextAttemptAt});
    co_return list;
}

Requests::Answer<QList<NetworkEndpoint>> Requests::endpoints(Asn own)
{
    auto future = m_database.read([own](QSqlDatabase &database) { return EndpointStore(database).endpoints(own); });
    co_return co_await future;
}

Requests::Answer<Request> Requests::commit(QString draftId, QString who, std::optional<qint64> seen)
{
    auto reading = m_database.read([draftId, envelope = m_database.envelope()](QSqlDatabase &database) {
        return readDraft(database, envelope, draftId);
    });
    const auto read = co_await reading;
    if (!read)
        co_return read.error();
    const DraftReview reviewed = review(read->draft, read->context, m_places);
    if (!reviewed.isReady())
        co_return Error(ErrorKind::Invalid, {}, reviewed.blocking);
    SendOrder order;
    order.draftId = draftId;
    order.draftVersion = seen.value_or(read->draft.version);
    order.proposals = reviewed.proposals;
    order.who = who;
    order.now = m_clock.now();
    m_sender->reach(Sender::Step::BeforeJournal);
    auto writing = m_database.write([order, envelope = m_database.envelope()](QSqlDatabase &database) {
        return orderSending(database, envelope, order);
    });
    const auto ordered = co_await writing;
    m_sender->reach(Sender::Step::Journalled);
    co_return ordered;
}

Requests::Answer<Request> Requests::send(QString draftId, QString who, std::optional<qint64> seen)
{
    const auto committed = co_await commit(draftId, who, seen);
    if (!committed)
        co_return committed.error();
    const QString id = committed->id;
    co_await m_sender->workOn(id);
    co_return co_await request(id);
}

Requests::Answer<void> Requests::retryNow(QString requestId)
{
    co_await m_sender->workOn(requestId);
    co_return Result<void>();
}

Requests::Answer<void> Requests::withdraw(QStringList sessionIds, QString who, QString why)
{
    auto future = m_database.write([sessionIds, who, why, now = m_clock.now(),
                                    envelope = m_database.envelope()](QSqlDatabase &database) -> Result<void> {
        for (const QString &id : sessionIds) {
            const auto ordered = orderWithdrawal(database, envelope, id, who, why, now);
            if (!ordered)
                return ordered;
        }
        return {};
    });
    const auto ordered = co_await future;
    if (!ordered)
        co_return ordered;
    co_await m_sender->work();
    co_return Result<void>();
}

Requests::Answer<void> Requests::resolveOutcome(QStringList sessionIds, Outcome outcome, QString who)
{
    if (outcome == Outcome::WasCreated) {
        const auto change = [](Session session) -> Result<Session> {
            if (session.approval != Approval::OutcomeUnknown)
                return Error(ErrorKind::Refused,
                             QCoreApplication::translate("Sending", "What became of this session is known"));
            session.approval = Approval::Pending; // the next poll finds it by its place and says more
            return session;
        };
        const std::function<Result<Session>(Session)> named = change;
        const QString why = tr("was created");
        co_return co_await changeSessions(sessionIds, named, who, why);
    }
    auto future = m_database.write(
        [sessionIds, who, now = m_clock.now(), envelope = m_database.envelope()](QSqlDatabase &database) {
            return orderSendingAgain(database, envelope, sessionIds, who, now);
        });
    const auto ordered = co_await future;
    if (!ordered)
        co_return ordered;
    co_await m_sender->work();
    co_return Result<void>();
}

Requests::Answer<QString> Requests::draftAgain(QStringList sessionIds)
{
    auto future = m_database.write(
        [sessionIds, now = m_clock.now(), envelope = m_database.envelope()](QSqlDatabase &database) -> Result<QString> {
            SessionStore store(database, envelope);
            QList<Session> sessions;
            for (const QString &id : sessionIds) {
                const auto session = store.session(id);
                if (!session)
                    return session.error();
                if (!isFinal(session->status()))
                    return Error(ErrorKind::Refused,
                                 QCoreApplication::translate("Requests", "A session that is %1 cannot be drafted again")
                                     .arg(toText(session->status())));
                sessions.append(*session);
            }
            return peerdesk::draftAgain(database, envelope, sessions, now, [&sessions](Draft draft) {
                for (qsizetype i = 0; i < draft.rows.size(); ++i) {
                    if (!sessions.at(i).reason.isEmpty())
                        draft.rows[i].remoteErrors = {{QString(), {sessions.at(i).reason}, draft.rows.at(i).itemId}};
                }
                return draft;
            });
        });
    co_return co_await future;
}

Requests::Answer<void> Requests::changeSessions(QStringList ids, std::function<Result<Session>(Session)> change,
                                                QString who, QString why)
{
    auto future = m_database.write(
        [ids, change, who, why, now = m_clock.now(), envelope = m_database.envelope()](QSqlDatabase &database) {
            return changeTogether(database, envelope, ids, change, {who, now}, why);
        });
    co_return co_await future;
}

Requests::Answer<void> Requests::acceptOffers(QStringList sessionIds, QString who)
{
    const std::function<Result<Session>(Session)> change = [who,
                                                            now = m_clock.now()](Session session) -> Result<Session> {
        if (session.approval != Approval::Offered)
            return Error(ErrorKind::Refused,
                         QCoreApplication::translate("Requests", "Only an offered session can be accepted"));
        if (session.configureBy != 0 && session.configureBy <= now)
            return Error(ErrorKind::Refused, QCoreApplication::translate("Requests", "The offer has expired"));
        session.approval = Approval::Approved;
        session.decidedAt = now;
        session.decidedBy = who;
        return session;
    };
    const QString why = tr("offer accepted");
    co_return co_await changeSessions(sessionIds, change, who, why);
}

Requests::Answer<void> Requests::setNote(QString sessionId, QString note, QString who)
{
    const std::function<Result<Session>(Session)> change = [note](Session session) -> Result<Session> {
        session.note = note;
        return session;
    };
    const QStringList one(sessionId);
    co_return co_await changeSessions(one, change, who);
}

Requests::Answer<void> Requests::poll(Asn own, Asn other)
{
    return m_poller->poll(own, other);
}

} // namespace peerdesk
