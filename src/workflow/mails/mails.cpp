// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/mails/mails.h"

#include "base/logging.h"
#include "storage/database.h"
#include "storage/requeststore.h"

#include <QCoroFuture>

#include <algorithm>
#include <array>
#include <cmath>

namespace peerdesk {
namespace {

constexpr int atOnce = 20; // a job takes 20 ms or less
constexpr UtcMs minute = 60'000;
constexpr UtcMs hour = 60 * minute;
constexpr UtcMs week = 7 * 24 * hour;
/// Another daemon may commit a request a little after ours looked, with an earlier time.
constexpr UtcMs overlap = 10 * minute;
/// While one daemon sends a mail, the others leave it alone; should it die meanwhile, for this long.
constexpr UtcMs claimLife = 10 * minute;
constexpr int triesAtMost = 16; // about three days

UtcMs pauseAfter(int tries)
{
    return static_cast<UtcMs>(std::min(6.0 * hour, minute * std::pow(4, tries)));
}

QString sessionLine(const Session &session, const Places &places)
{
    const QString place = places.locationName ? places.locationName(session.proposal.location) : QString();
    QString line = QStringLiteral("%1 - %2, %3: %4")
                       .arg(session.ownAddress().toString(), session.otherAddress().toString(),
                            place.isEmpty() ? session.proposal.location.toString() : place, toText(session.status()));
    if (!session.reason.isEmpty())
        line += QStringLiteral(" (%1)").arg(session.reason);
    return line + u'\n';
}

bool isUndecided(const Session &session)
{
    return session.approval == Approval::Pending || session.approval == Approval::Held;
}

/// Whoever asked was told everything else in the answer. A person may have decided before anybody looked here.
bool isForAPerson(const Session &session)
{
    const QString &by = session.decidedBy;
    const bool isDecided = session.approval == Approval::Approved || session.approval == Approval::Rejected;
    const bool atArrival = by.startsWith(QLatin1String("policy:")) || by == QLatin1String("validation");
    return isUndecided(session) || (isDecided && !atArrival && by != session.otherAsn().toString());
}

Result<QList<Request>> requestsOf(QSqlDatabase &database, const Envelope &envelope, const QStringList &ids)
{
    QList<Request> requests;
    for (const QString &id : ids) {
        const auto request = RequestStore(database, envelope).request(id);
        if (!request)
            return request.error();
        requests.append(*request);
    }
    return requests;
}

} // namespace

Mails::Mails(Database &database, const Clock &clock, Places places, MailRules rules, SmtpSender &sender)
    : m_database(database)
    , m_clock(clock)
    , m_places(std::move(places))
    , m_rules(std::move(rules))
    , m_sender(sender)
{
}

QCoro::Task<Result<void>> Mails::run()
{
    if (m_running)
        co_return Result<void>();
    m_running = true;
    auto beginning = findBeginning();
    auto result = co_await beginning;
    const std::array steps = {&Mails::noteRequests, &Mails::noteLapses, &Mails::writeDecisions, &Mails::sendRequests,
                              &Mails::sendKeys};
    for (std::size_t i = 0; result && i < steps.size(); ++i) {
        auto working = untilNothingIsLeft(steps.at(i));
        result = co_await working;
    }
    m_running = false;
    co_return result;
}

QCoro::Task<Result<void>> Mails::untilNothingIsLeft(Step step)
{
    for (int handled = atOnce; handled >= atOnce;) {
        auto working = (this->*step)();
        const auto done = co_await working;
        if (!done)
            co_return done.error();
        handled = *done;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Mails::findBeginning()
{
    if (m_since)
        co_return Result<void>();
    auto asking =
        m_database.write([now = m_clock.now()](QSqlDatabase &database) { return MailStore(database).since(now); });
    const auto since = co_await asking;
    if (!since)
        co_return since.error();
    m_since = *since;
    co_return Result<void>();
}

QCoro::Task<Result<int>> Mails::noteRequests()
{
    const UtcMs now = m_clock.now();
    const UtcMs from = std::max({m_lookedUntil - overlap, now - week, *m_since});
    const Envelope &envelope = m_database.envelope();
    const auto find = [from, envelope](QSqlDatabase &database) -> Result<QList<Request>> {
        const auto ids = MailStore(database).newRequests(from, atOnce);
        if (!ids)
            return ids.error();
        return requestsOf(database, envelope, *ids);
    };
    auto finding = m_database.read(find);
    const auto requests = co_await finding;
    if (!requests)
        co_return requests.error();
    if (requests->size() < atOnce)
        m_lookedUntil = now;
    QList<QueuedMail> mails;
    for (const Request &request : *requests) {
        const MailTemplate words = m_rules.request.filled(valuesOf(request));
        mails.append({QueuedMail::Kind::Request, request.id, m_rules.role, words.subject, words.body, now, now, 0, {}});
        if (m_rules.requesters && std::any_of(request.sessions.begin(), request.sessions.end(), isForAPerson))
            mails.append({QueuedMail::Kind::Decision, request.id, request.requesterAddress, {}, {}, now, 0, 0, {}});
    }
    auto noting = note(mails, static_cast<int>(requests->size()));
    co_return co_await noting;
}

/// Deadlines that passed while no daemon ran are found for as long as anybody would want to know.
QCoro::Task<Result<int>> Mails::noteLapses()
{
    if (!m_rules.requesters)
        co_return 0;
    const UtcMs now = m_clock.now();
    const UtcMs from = std::max(now - 4 * week, *m_since);
    const Envelope &envelope = m_database.envelope();
    const auto find = [from, now, envelope](QSqlDatabase &database) -> Result<QList<std::pair<Request, UtcMs>>> {
        const auto lapses = MailStore(database).newLapses(from, now, atOnce);
        if (!lapses)
            return lapses.error();
        QList<std::pair<Request, UtcMs>> found;
        for (const MailStore::Lapse &lapse : *lapses) {
            auto request = RequestStore(database, envelope).request(lapse.requestId);
            if (!request)
                return request.error();
            request->sessions.removeIf([&lapse](const Session &session) {
                return session.status() != Status::Unestablished || session.configureBy != lapse.deadline;
            });
            found.append({*request, lapse.deadline});
        }
        return found;
    };
    auto finding = m_database.read(find);
    const auto found = co_await finding;
    if (!found)
        co_return found.error();
    QList<QueuedMail> mails;
    for (const auto &[request, deadline] : *found) {
        const MailTemplate words = m_rules.unestablished.filled(valuesOf(request));
        const QString name = QStringLiteral("%1 %2").arg(request.id).arg(deadline);
        mails.append({QueuedMail::Kind::Unestablished,
                      name,
                      request.requesterAddress,
                      words.subject,
                      words.body,
                      now,
                      now,
                      0,
                      {}});
    }
    auto noting = note(mails, static_cast<int>(found->size()));
    co_return co_await noting;
}

QCoro::Task<Result<int>> Mails::note(QList<QueuedMail> mails, int handled)
{
    if (mails.isEmpty())
        co_return handled;
    const auto job = [mails, handled, now = m_clock.now()](QSqlDatabase &database) -> Result<int> {
        MailStore store(database);
        for (const QueuedMail &mail : mails) {
            const auto noted = store.note(mail);
            if (!noted)
                return noted.error();
            if (*noted && !mailAddressIn(mail.recipient)) {
                if (const auto given = store.giveUp(mail, QStringLiteral("no address"), now); !given)
                    return given.error();
            }
        }
        return handled;
    };
    auto noting = m_database.write(job);
    co_return co_await noting;
}

QCoro::Task<Result<int>> Mails::writeDecisions()
{
    const Envelope &envelope = m_database.envelope();
    const auto find = [envelope](QSqlDatabase &database) -> Result<QList<std::pair<QueuedMail, Request>>> {
        const auto mails = MailStore(database).decided(atOnce);
        if (!mails)
            return mails.error();
        QList<std::pair<QueuedMail, Request>> found;
        for (const QueuedMail &mail : *mails) {
            const auto request = RequestStore(database, envelope).request(mail.requestId);
            if (!request)
                return request.error();
            found.append({mail, *request});
        }
        return found;
    };
    auto finding = m_database.read(find);
    const auto found = co_await finding;
    if (!found)
        co_return found.error();
    QList<QueuedMail> mails;
    for (const auto &[waiting, request] : *found) {
        const MailTemplate words = m_rules.decision.filled(valuesOf(request));
        QueuedMail mail = waiting;
        mail.subject = words.subject;
        mail.body = words.body;
        mails.append(mail);
    }
    if (mails.isEmpty())
        co_return 0;
    const auto write = [mails, now = m_clock.now()](QSqlDatabase &database) -> Result<int> {
        for (const QueuedMail &mail : mails) {
            if (const auto written = MailStore(database).write(mail, now); !written)
                return written.error();
        }
        return static_cast<int>(mails.size());
    };
    auto writing = m_database.write(write);
    co_return co_await writing;
}

QCoro::Task<Result<int>> Mails::sendRequests()
{
    return sendDue(MailStore::About::Requests, m_rules.perHour);
}

QCoro::Task<Result<int>> Mails::sendKeys()
{
    return sendDue(MailStore::About::Keys, m_rules.keysPerHour);
}

QCoro::Task<Result<int>> Mails::sendDue(MailStore::About about, int perHour)
{
    const UtcMs now = m_clock.now();
    const auto find = [now, about, perHour](QSqlDatabase &database) -> Result<QList<QueuedMail>> {
        MailStore store(database);
        const auto left = store.sentSince(now - hour, about);
        if (!left)
            return left.error();
        return store.due(now, static_cast<int>(std::clamp<qint64>(perHour - *left, 0, atOnce)), about);
    };
    auto finding = m_database.read(find);
    const auto mails = co_await finding;
    if (!mails)
        co_return mails.error();
    for (const QueuedMail &mail : *mails) {
        auto sending = send(mail);
        if (const auto sent = co_await sending; !sent)
            co_return sent.error();
    }
    co_return static_cast<int>(mails->size());
}

QCoro::Task<Result<void>> Mails::send(QueuedMail mail)
{
    const auto claim = [mail, until = m_clock.now() + claimLife](QSqlDatabase &database) {
        return MailStore(database).claim(mail, until);
    };
    auto claiming = m_database.write(claim);
    const auto ours = co_await claiming;
    if (!ours)
        co_return ours.error();
    if (!*ours)
        co_return Result<void>();
    MailMessage message;
    message.id = mail.id();
    message.from = m_rules.from;
    message.to = mail.recipient;
    message.subject = mail.subject;
    message.body = mail.body;
    message.date = m_clock.now();
    auto sending = m_sender.send(message);
    const auto sent = co_await sending;
    if (!sent)
        qCWarning(lcWorkflow).noquote() << "mail" << mail.id() << "did not leave:" << toText(sent.error().kind)
                                        << sent.error().detail;
    const UtcMs now = m_clock.now();
    const auto keep = [mail, sent, now](QSqlDatabase &database) -> Result<void> {
        MailStore store(database);
        if (sent)
            return store.sent(mail, now);
        if (sent.error().kind == ErrorKind::Denied || mail.tries + 1 >= triesAtMost)
            return store.giveUp(mail, sent.error().detail, now);
        return store.tryLater(mail, sent.error().detail, now + pauseAfter(mail.tries));
    };
    auto keeping = m_database.write(keep);
    co_return co_await keeping;
}

QMap<QString, QString> Mails::valuesOf(const Request &request) const
{
    QString sessions;
    for (const Session &session : request.sessions) {
        if (session.deletedAt == 0)
            sessions += sessionLine(session, m_places);
    }
    return {{QStringLiteral("own_asn"), request.ownAsn.toString()},
            {QStringLiteral("other_asn"), request.otherAsn.toString()},
            {QStringLiteral("other_name"), m_places.networkName ? m_places.networkName(request.otherAsn) : QString()},
            {QStringLiteral("requester"), request.requester},
            {QStringLiteral("request_id"), request.idempotencyKey.isEmpty() ? request.id : request.idempotencyKey},
            {QStringLiteral("sessions"), sessions},
            {QStringLiteral("endpoint"), m_rules.endpoint.toString()},
            {QStringLiteral("contact"), m_rules.contact}};
}

} // namespace peerdesk
