// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "http/httpclient.h"
#include "peeringapi/peeringapiclient.h"
#include "storage/database.h"
#include "storage/draftstore.h"
#include "storage/endpointstore.h"
#include "storage/noticestore.h"
#include "support/databaseplace.h"
#include "support/fakeendpoint.h"
#include "support/inventedplaces.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "workflow/requests/requests.h"
#include "workflow/sessions/bringup.h"

#include <QTemporaryDir>

namespace peerdesk::test {

inline const Asn own(64496);
inline const Asn other(64500);
inline const QString person = QStringLiteral("M. Ops");

inline HttpClientSettings laboratory()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

/// A desk with a database of its own, one exchange, and one other network whose endpoint is fake.
class RequestDesk
{
public:
    RequestDesk()
        : endpoint(clock)
    {
        auto opened = Database::open(newDatabase(folder), clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        database = std::move(*opened);
        inventExchange(places);
        NetworkEndpoint known;
        known.ownAsn = own;
        known.otherAsn = other;
        known.baseUrl = endpoint.url();
        const auto saved =
            database->write([known](QSqlDatabase &db) { return EndpointStore(db).save(known); }).result();
        if (!saved)
            qFatal("%s", qPrintable(saved.error().detail));
        pace.random = [] { return 0.5; };
        requests = makeRequests();
        bringUp = std::make_unique<BringUp>(*database, clock);
    }

    std::unique_ptr<Requests> makeRequests()
    {
        return std::make_unique<Requests>(*database, client, clock, places.places(), tokens, pace);
    }

    static void inventExchange(InventedPlaces &places)
    {
        places.addExchange(42, QStringLiteral("Example-IX"), {QStringLiteral("192.0.2.0/24")});
        for (int host = 0; host < 100; ++host) {
            places.addPort(42, own, {ownAddress(host)});
            places.addPort(42, other, {otherAddress(host)});
        }
    }
    static QString ownAddress(int host) { return QStringLiteral("192.0.2.%1").arg(1 + host); }
    static QString otherAddress(int host) { return QStringLiteral("192.0.2.%1").arg(101 + host); }

    /// The id of a stored draft with that many good rows.
    QString draft(int rows)
    {
        Draft draft;
        draft.id = newId(clock.now());
        draft.ownAsn = own;
        draft.otherAsn = other;
        draft.createdAt = clock.now();
        for (int host = 0; host < rows; ++host) {
            DraftRow row;
            row.itemId = newUuid();
            row.location = QStringLiteral("pdb:ix:42");
            row.ownAddress = ownAddress(host);
            row.otherAddress = otherAddress(host);
            draft.rows.append(row);
        }
        const auto stored = database->write(
            [draft, this](QSqlDatabase &db) { return DraftStore(db, database->envelope()).insert(draft); });
        if (!stored.result())
            qFatal("The draft cannot be stored");
        return draft.id;
    }
    QList<Draft> drafts()
    {
        auto future =
            database->read([this](QSqlDatabase &db) { return DraftStore(db, database->envelope()).drafts(own); });
        return *future.result();
    }
    QList<Notice::Kind> notices()
    {
        auto future = database->read([](QSqlDatabase &db) { return NoticeStore(db).waiting(own); });
        QList<Notice::Kind> kinds;
        const auto waiting = future.result();
        for (const Notice &notice : *waiting)
            kinds.append(notice.kind);
        return kinds;
    }

    Request sent(int rows) { return *outcomeOf(requests->send(draft(rows), person)); }
    Request now(const Request &request) { return *outcomeOf(requests->request(request.id)); }
    QList<Status> statuses(const Request &request)
    {
        QList<Status> list;
        const Request current = now(request);
        for (const Session &session : current.sessions)
            list.append(session.status());
        return list;
    }
    /// Everything that was asked for or offered.
    QList<Session> all()
    {
        RequestFilter filter;
        filter.ownAsn = own;
        const auto found = outcomeOf(requests->requests(filter));
        QList<Session> sessions;
        for (const Request &request : *found)
            sessions += request.sessions;
        return sessions;
    }
    Session at(int host)
    {
        const QList<Session> sessions = all();
        const auto there = std::find_if(sessions.begin(), sessions.end(), [host](const Session &session) {
            return session.ownAddress().toString() == ownAddress(host);
        });
        return there == sessions.end() ? Session() : *there;
    }
    void work()
    {
        bool done = false;
        requests->workOnWhatIsDue().then([&done] { done = true; });
        if (!QTest::qWaitFor([&done] { return done; }, 30'000))
            qFatal("The work does not end");
    }
    /// Time passes and work is done until nothing is on its way.
    bool settle()
    {
        for (int round = 0; round < 50; ++round) {
            if (outcomeOf(requests->journeys())->isEmpty())
                return true;
            clock.advance(std::chrono::minutes(4));
            work();
        }
        return false;
    }
    NetworkEndpoint known() { return outcomeOf(requests->endpoints(own))->first(); }
    Result<void> poll() { return outcomeOf(requests->poll(own, other)); }

    ManualClock clock;
    QTemporaryDir folder;
    FakeEndpoint endpoint;
    InventedPlaces places;
    RequestPace pace;
    TokenSource tokens = [](QUrl) -> QCoro::Task<Result<Secret>> { co_return Secret(QByteArrayLiteral("token")); };
    std::unique_ptr<Database> database;
    HttpClient http{laboratory()};
    PeeringApiClient client{http, clock};
    std::unique_ptr<Requests> requests;
    std::unique_ptr<BringUp> bringUp;
};

} // namespace peerdesk::test
