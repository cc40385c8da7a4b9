// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The program that tst_sendcrash kills: sends one draft (or goes on with what is journalled) and ends when nothing is
// on its way. Usage: send_program DATABASE DRAFT|- STEP|-
#include "http/httpclient.h"
#include "peeringapi/peeringapiclient.h"
#include "storage/database.h"
#include "support/inventedplaces.h"
#include "workflow/requestdesk.h"
#include "workflow/requests/requests.h"

#include <QCoreApplication>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

const QHash<QString, Sender::Step> steps = {
    {QStringLiteral("before-journal"), Sender::Step::BeforeJournal},
    {QStringLiteral("journalled"), Sender::Step::Journalled},
    {QStringLiteral("before-wire"), Sender::Step::BeforeWire},
    {QStringLiteral("after-wire"), Sender::Step::AfterWire},
    {QStringLiteral("stored"), Sender::Step::Stored},
};

QCoro::Task<void> run(Requests &requests, QString draft)
{
    if (draft != QStringLiteral("-")) {
        const auto sent = co_await requests.send(draft, person);
        if (!sent)
            QCoreApplication::exit(2);
    }
    requests.start();
}

QCoro::Task<void> endWhenDone(Requests &requests)
{
    const auto journeys = co_await requests.journeys();
    if (journeys && journeys->isEmpty() && requests.isIdle())
        QCoreApplication::exit(0);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 3;
    const SystemClock clock;
    const auto database = Database::open({arguments.at(1), arguments.at(2)}, clock);
    if (!database)
        return 4;
    InventedPlaces places;
    RequestDesk::inventExchange(places);
    HttpClient http(laboratory());
    PeeringApiClient client(http, clock);
    RequestPace pace;
    pace.scan = 20ms;
    pace.firstRetry = 20ms;
    pace.longestRetry = 100ms;
    const auto token = [](QUrl) -> QCoro::Task<Result<Secret>> { co_return Secret(QByteArrayLiteral("token")); };
    Requests requests(**database, client, clock, places.places(), token, pace);
    const QString deadly = arguments.at(4);
    requests.observeSteps([&deadly](Sender::Step step) {
        if (steps.contains(deadly) && steps.value(deadly) == step)
            ::kill(::getpid(), SIGKILL);
    });
    QTimer look;
    look.setInterval(20ms);
    QObject::connect(&look, &QTimer::timeout, &look, [&requests] { endWhenDone(requests).then([] {}); });
    run(requests, arguments.at(3)).then([&look] { look.start(); });
    return QCoreApplication::exec();
}
