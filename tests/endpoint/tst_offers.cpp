// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/endpointrig.h"

#include "peeringapi/peeringapiclient.h"
#include "storage/auditstore.h"
#include "storage/endpointstore.h"
#include "storage/offerstore.h"
#include "support/fakeendpoint.h"
#include "support/outcomeof.h"
#include "workflow/inbound/offercourier.h"

#include <QCoroFuture>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

const QByteArray offering = "policy = \"open\"\noffer = \"all-shared\"\n";
constexpr UtcMs farAway = 9'000'000'000'000;

template<class T> T wait(QFuture<T> future)
{
    (void)QTest::qWaitFor([&future] { return future.isFinished(); }, 30000);
    return future.result();
}

void fail(FakeEndpoint &endpoint, int status, int times)
{
    for (int i = 0; i < times; ++i)
        endpoint.fail("POST", {status, {}, false, {}});
}

QJsonObject returning(const QUrl &returnUrl)
{
    QJsonObject batch = EndpointRig::batch("r", {EndpointRig::session("a")});
    batch.insert("return_url", returnUrl.toString());
    return batch;
}

/// What a daemon does with offers whose asking network's endpoint is known.
class Carried
{
public:
    Carried(EndpointRig &rig, const QUrl &known, bool hasCredential = true)
        : m_rig(rig)
        , m_client(rig.http, rig.clock)
        , courier(
              *rig.database, m_client,
              [hasCredential](QUrl) -> QCoro::Task<Result<Secret>> {
                  if (!hasCredential)
                      co_return Error(ErrorKind::NotFound);
                  co_return Secret(QByteArrayLiteral("ours"));
              },
              rig.clock)
    {
        NetworkEndpoint endpoint;
        endpoint.ownAsn = Asn(64496);
        endpoint.otherAsn = Asn(64500);
        endpoint.baseUrl = known;
        if (!wait(rig.database->write([endpoint](QSqlDatabase &db) { return EndpointStore(db).save(endpoint); })))
            qFatal("the endpoint cannot be stored");
        rig.reception->setCourier(&courier);
    }
    ~Carried() { m_rig.reception->setCourier(nullptr); }
    Q_DISABLE_COPY_MOVE(Carried)

    /// What stands in the history of what was carried.
    [[nodiscard]] QStringList outcomes() const { return column(&AuditEntry::toState); }
    [[nodiscard]] QString why() const { return column(&AuditEntry::why).value(0); }
    [[nodiscard]] UtcMs nextTry() const
    {
        const auto due = wait(m_rig.database->read([](QSqlDatabase &db) { return OfferStore(db).due(farAway, 10); }));
        return due->isEmpty() ? 0 : due->first().nextTryAt;
    }

private:
    [[nodiscard]] QStringList column(QString AuditEntry::*member) const
    {
        const auto entries =
            wait(m_rig.database->read([](QSqlDatabase &db) { return AuditStore(db).between(Asn(64496), 0, farAway); }));
        QStringList values;
        for (const AuditEntry &entry : *entries) {
            if (entry.noun == "request")
                values.append(entry.*member);
        }
        return values;
    }

    EndpointRig &m_rig;
    PeeringApiClient m_client;

public:
    OfferCourier courier;
};

} // namespace

/// What a network offers in addition, on its way to the asking network's own endpoint.
class TstOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void offersAreCarriedToTheEndpointThatIsKnownAndToNoOther_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("the endpoint we know") << true;
        QTest::newRow("some other address") << false;
    }
    void offersAreCarriedToTheEndpointThatIsKnownAndToNoOther()
    {
        QFETCH(bool, known);
        EndpointRig rig({}, offering);
        FakeEndpoint theirs(rig.clock);
        FakeEndpoint stranger(rig.clock);
        Carried carried(rig, theirs.url());
        QJsonObject batch = EndpointRig::batch("r", {EndpointRig::session("a")});
        batch.insert("return_url", (known ? theirs : stranger).url().toString());
        QCOMPARE(rig.post(batch).status, 200);
        if (known) {
            QTRY_COMPARE_WITH_TIMEOUT(theirs.sessions().size(), 1, 30000);
            QCOMPARE(theirs.count("203.0.113.1", "203.0.113.10"), 1);
            QTRY_COMPARE_WITH_TIMEOUT(carried.outcomes(), QStringList{"offers carried"}, 30000);
            QCOMPARE(rig.post(batch).status, 200);
        }
        QVERIFY(outcomeOf(carried.courier.run()).ok());
        QCOMPARE(rig.get("/sessions").status, 200);
        QCOMPARE(theirs.asked("POST"), known ? 1 : 0);
        QCOMPARE(stranger.asked("POST"), 0);
    }

    void offersAreTriedAgainAcrossARestartUntilTheyArrive()
    {
        EndpointRig rig({}, offering);
        FakeEndpoint theirs(rig.clock);
        fail(theirs, 503, 2);
        Carried carried(rig, theirs.url());
        QCOMPARE(rig.post(returning(theirs.url())).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(theirs.asked("POST"), 1, 30000);
        QTRY_VERIFY_WITH_TIMEOUT(carried.nextTry() > rig.clock.now(), 30000);
        Carried again(rig, theirs.url()); // another program; the first may still be on its way out
        QVERIFY(outcomeOf(again.courier.run()).ok());
        QCOMPARE(theirs.asked("POST"), 1); // its time has not come
        rig.clock.advance(1min);
        QVERIFY(outcomeOf(again.courier.run()).ok());
        QCOMPARE(theirs.asked("POST"), 2);
        QVERIFY(again.nextTry() >= rig.clock.now() + 60'000); // half of two at least
        rig.clock.advance(2min);
        QVERIFY(outcomeOf(again.courier.run()).ok());
        QCOMPARE(theirs.sessions().size(), 1);
        rig.clock.advance(24h);
        QVERIFY(outcomeOf(again.courier.run()).ok());
        QCOMPARE(theirs.asked("POST"), 3);
        QCOMPARE(again.outcomes(), QStringList{"offers carried"});
    }

    void ofTwoDaemonsOneCarries()
    {
        EndpointRig rig({}, offering);
        FakeEndpoint theirs(rig.clock);
        Carried one(rig, theirs.url());
        rig.reception->setCourier(nullptr);
        QCOMPARE(rig.post(returning(theirs.url())).status, 200);
        Carried other(rig, theirs.url());
        rig.reception->setCourier(nullptr);
        auto first = one.courier.run();
        auto second = other.courier.run();
        QVERIFY(outcomeOf(std::move(first)).ok());
        QVERIFY(outcomeOf(std::move(second)).ok());
        QCOMPARE(theirs.asked("POST"), 1);
    }

    void whatIsNotTakenIsGivenUpWithWords()
    {
        EndpointRig rig({}, offering);
        FakeEndpoint theirs(rig.clock);
        fail(theirs, 503, 1000);
        Carried carried(rig, theirs.url());
        QCOMPARE(rig.post(returning(theirs.url())).status, 200);
        for (int hour = 0; hour < 7 * 24 && carried.outcomes().isEmpty(); ++hour) {
            rig.clock.advance(1h);
            QVERIFY(outcomeOf(carried.courier.run()).ok());
        }
        QCOMPARE(carried.outcomes(), QStringList{"offers given up"});
        QCOMPARE(theirs.asked("POST"), OfferCourier::triesAtMost);
        QVERIFY(!carried.why().isEmpty());

        EndpointRig refused({}, offering);
        FakeEndpoint sure(refused.clock);
        fail(sure, 403, 1000);
        Carried once(refused, sure.url());
        QCOMPARE(refused.post(returning(sure.url())).status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(once.outcomes(), QStringList{"offers given up"}, 30000);
        QCOMPARE(sure.asked("POST"), 1); // they have answered
    }

    void whatIsNoLongerOfferedIsNotCarried()
    {
        EndpointRig rig({}, offering);
        FakeEndpoint theirs(rig.clock);
        Carried carried(rig, theirs.url());
        rig.reception->setCourier(nullptr);
        QString offer;
        for (const QJsonValue &session :
             EndpointRig::body(rig.post(returning(theirs.url()))).value("sessions").toArray()) {
            if (session.toObject().value("status").toString() == "Offered")
                offer = session.toObject().value("session_id").toString();
        }
        QCOMPARE(rig.remove("/sessions/" + offer).status, 200);
        QVERIFY(outcomeOf(carried.courier.run()).ok());
        QCOMPARE(theirs.asked("POST"), 0);
        QVERIFY(carried.outcomes().isEmpty());
    }

    void whoeverHasNoCredentialThereLeavesThemToWhoHas()
    {
        EndpointRig rig({}, offering);
        FakeEndpoint theirs(rig.clock);
        Carried poor(rig, theirs.url(), false);
        QCOMPARE(rig.post(returning(theirs.url())).status, 200);
        QVERIFY(outcomeOf(poor.courier.run()).ok());
        Carried rich(rig, theirs.url());
        QVERIFY(outcomeOf(rich.courier.run()).ok());
        QCOMPARE(theirs.sessions().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TstOffers)
#include "tst_offers.moc"
