// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/endpointrig.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

QStringList locationIds(const HttpResponse &response)
{
    QStringList ids;
    const QJsonArray list = EndpointRig::body(response).value("locations").toArray();
    for (const QJsonValue &location : list)
        ids.append(location.toObject().value("id").toString());
    return ids;
}

HttpRequest bare(const EndpointRig &rig, const QString &path, const QByteArray &method = "GET",
                 const QByteArray &authorization = {})
{
    HttpRequest request(rig.url(path), method);
    if (!authorization.isEmpty())
        request.headers.append("Authorization", authorization);
    return request;
}

/// What every refusal owes the one who is refused.
void checkRefusal(const HttpResponse &response, int status)
{
    QCOMPARE(response.status, status);
    const QJsonObject body = EndpointRig::body(response);
    QCOMPARE(body.value("contact").toString(), QStringLiteral("peering@as64496.example"));
    QVERIFY(!body.value("message").toString().isEmpty());
    QVERIFY(!body.value("request_id").toString().isEmpty());
    QCOMPARE(response.headers.value("X-Request-Id"), body.value("request_id").toString().toLatin1());
    QCOMPARE(response.headers.value("Content-Type"), QByteArray("application/json"));
}

} // namespace

class TstPeeringEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void locationsAreWhereBothCanMeet()
    {
        EndpointRig rig;
        const HttpResponse all = rig.get("/locations?asn=64500");
        QCOMPARE(all.status, 200);
        QCOMPARE(locationIds(all), (QStringList{"pdb:ix:7", "pdb:ix:9", "pdb:ix:42"}));
        QVERIFY(!EndpointRig::body(all).contains("next_token"));
        // The published documents disagree on whose number it is: ours restricts to that network.
        QCOMPARE(locationIds(rig.get("/locations?asn=64497")), QStringList{"pdb:ix:42"});
        QCOMPARE(locationIds(rig.get("/locations")).size(), 3);
        QCOMPARE(locationIds(rig.get("/locations?location_type=private")), QStringList());
        QCOMPARE(rig.get("/locations", 65000).status, 200);
        QCOMPARE(locationIds(rig.get("/locations", 65000)), QStringList());
    }

    void locationsComeInPages()
    {
        EndpointRig rig;
        QStringList seen;
        QString token;
        int pages = 0;
        do {
            const HttpResponse page = rig.get(QStringLiteral("/locations?max_results=1&next_token=%1").arg(token));
            seen += locationIds(page);
            token = EndpointRig::body(page).value("next_token").toString();
            ++pages;
        } while (!token.isEmpty() && pages < 10);
        QCOMPARE(seen, (QStringList{"pdb:ix:7", "pdb:ix:9", "pdb:ix:42"}));
        QCOMPARE(pages, 3);
        checkRefusal(rig.get("/locations?next_token=made-up"), 400);
    }

    void whoHasNoGoodTokenIsNotLetIn()
    {
        EndpointRig rig;
        const QByteArray elsewhere = rig.issuer.token(QUrl("https://other.example/v1"), 64500).reveal();
        for (const QByteArray &authorization : {QByteArray(), QByteArray("Bearer"), QByteArray("Bearer x.y.z"),
                                                QByteArray("Basic YTpi"), "Bearer " + elsewhere}) {
            for (const QString &path :
                 {QStringLiteral("/locations"), QStringLiteral("/sessions"), QStringLiteral("/sessions/1")}) {
                const HttpResponse response = rig.send(bare(rig, path, "GET", authorization));
                checkRefusal(response, 401);
                QVERIFY(response.headers.value("WWW-Authenticate").startsWith("Bearer"));
            }
        }
    }

    void theUpdateRightIsNeeded()
    {
        EndpointRig rig;
        for (const int rights : {0, 1, 4, 8, 13}) {
            const QByteArray token = rig.issuer.token(rig.base(), 64500, rights).reveal();
            checkRefusal(rig.send(bare(rig, "/sessions", "GET", "Bearer " + token)), 403);
        }
        const QByteArray token = rig.issuer.token(rig.base(), 64500, 2).reveal();
        QCOMPARE(rig.send(bare(rig, "/sessions", "GET", "bearer " + token)).status, 200);
        checkRefusal(rig.get("/sessions?asn=64501"), 403);
        checkRefusal(rig.get("/locations?asn=64501"), 403);
    }

    void aTokenOfAnIssuerOpensNoMoreThanASignInHere()
    {
        EndpointRig rig({}, {}, "[64500]");
        const auto statusWith = [&rig](const QJsonObject &changes) {
            const QByteArray token = rig.issuer.token(rig.base(), changes).reveal();
            return rig.send(bare(rig, "/sessions", "GET", "Bearer " + token)).status;
        };
        const QJsonArray networks = Issuer::networks(64500);
        const QJsonArray general{QJsonObject{{"asn", 64500}, {"perms", 15}}};
        QCOMPARE(statusWith({{"networks", networks}}), 200);
        // It is believed for AS64500 and speaks of another.
        QCOMPARE(statusWith({{"networks", Issuer::networks(64501)}}), 403);
        for (const QJsonValue &verified : {QJsonValue(false), QJsonValue(), QJsonValue("true")})
            QCOMPARE(statusWith({{"networks", networks}, {"verified_user", verified}}), 403);
        QCOMPARE(statusWith({{"networks", general}}), 403);
        for (const QJsonValue &scope : {QJsonValue("email"), QJsonValue(), QJsonValue("rak:hold")})
            QCOMPARE(statusWith({{"networks", networks}, {"scope", scope}}), 403);
        QCOMPARE(statusWith({{"networks", networks}, {"scope", "email peering:read"}}), 200);
    }

    void aSenderIsWhoeverTheAddressWasConfirmedOf()
    {
        EndpointRig rig("[[rule]]\nname = \"colleagues\"\nverdict = \"approve\"\nexchange = [9]\n"
                        "sender = [\"*@as64500.example\"]\n");
        const auto statusOf = [&rig](const QString &item, const QJsonObject &changes) {
            QJsonObject claims = changes;
            claims.insert("networks", Issuer::networks(64500));
            HttpRequest request =
                bare(rig, "/sessions", "POST", "Bearer " + rig.issuer.token(rig.base(), claims).reveal());
            request.headers.append("Content-Type", "application/json");
            const QString peer = QStringLiteral("203.0.113.") + item;
            request.body =
                QJsonDocument(EndpointRig::batch(item, {EndpointRig::session(item, peer, "203.0.113.1", 9)})).toJson();
            const QJsonObject answer = EndpointRig::body(rig.send(request));
            return answer["sessions"].toArray().at(0)["status"].toString();
        };
        QCOMPARE(statusOf("20", {{"email_verified", false}}), QStringLiteral("Pending"));
        QCOMPARE(statusOf("21", {{"email", QJsonValue()}, {"name", "Mallory <noc@as64500.example>"}}),
                 QStringLiteral("Pending"));
        QCOMPARE(statusOf("22", {}), QStringLiteral("Approved"));
    }

    void anIssuerThatIsDownIsOurProblemForNow()
    {
        EndpointRig rig;
        rig.issuer.setDown(true);
        checkRefusal(rig.get("/sessions"), 503);
    }

    void pathsAndMethodsThatAreNotThereSaySo()
    {
        EndpointRig rig;
        checkRefusal(rig.get("/session"), 404);
        checkRefusal(rig.get("/../sessions"), 404);
        checkRefusal(rig.get("/sessions/"), 404);
        HttpRequest outside(QUrl(QStringLiteral("http://127.0.0.1:%1/sessions").arg(rig.server->port())));
        checkRefusal(rig.send(outside), 404);
        const HttpResponse patched = rig.send(bare(rig, "/sessions", "PATCH"));
        checkRefusal(patched, 405);
        QCOMPARE(patched.headers.value("Allow"), QByteArray("POST, GET, HEAD, DELETE"));
    }

    void whatNeverBecameARequestIsRefusedAlike()
    {
        EndpointRig rig("[limits]\nbody_bytes = 2048\n");
        HttpRequest large = bare(rig, "/sessions", "POST");
        large.headers.append("Content-Type", "application/json");
        large.body = QByteArray(3000, ' ');
        checkRefusal(rig.send(large), 413);
    }

    void parametersThatCannotBeReadAreNamed()
    {
        EndpointRig rig;
        for (const auto &[query, name] :
             {std::pair("asn=zero", "asn"), std::pair("asn=0", "asn"), std::pair("max_results=-1", "max_results")}) {
            const HttpResponse response = rig.get(QStringLiteral("/sessions?%1").arg(QLatin1String(query)));
            checkRefusal(response, 400);
            const QJsonArray errors = EndpointRig::body(response).value("errors").toObject().value("errors").toArray();
            QCOMPARE(errors.at(0).toObject().value("name").toString(), QString::fromLatin1(name));
        }
    }

    void theDocumentIsServedToEverybody()
    {
        EndpointRig rig;
        const HttpResponse response = rig.send(bare(rig, "/openapi.yaml"));
        QCOMPARE(response.status, 200);
        QFile file(QStringLiteral(PEERDESK_SOURCE_DIR "/docs/openapi.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(response.body, file.readAll());
        QVERIFY(!response.headers.value("X-Request-Id").isEmpty());
    }

    void headIsGetWithoutABody()
    {
        EndpointRig rig;
        const QByteArray token = rig.issuer.token(rig.base(), 64500).reveal();
        const HttpResponse head = rig.send(bare(rig, "/sessions", "HEAD", "Bearer " + token));
        QCOMPARE(head.status, 200);
        QVERIFY(head.body.isEmpty());
    }

    void whoAsksTooOftenIsToldWhenToComeBack()
    {
        EndpointRig network("[limits.network]\nrequests_per_minute = 6\n");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(network.get("/sessions").status, 200);
        const HttpResponse response = network.get("/sessions");
        checkRefusal(response, 429);
        QCOMPARE(response.headers.value("Retry-After"), QByteArray("10"));
        QCOMPARE(network.get("/sessions", 64501).status, 200);

        EndpointRig address("[limits.address]\nrequests_per_minute = 6\n");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(address.send(bare(address, "/sessions")).status, 401);
        checkRefusal(address.send(bare(address, "/sessions")), 429);
    }

    void behindAProxyEachClientHasItsOwnAllowance()
    {
        EndpointRig rig("trusted_proxies = [\"127.0.0.1\"]\n[limits.address]\nrequests_per_minute = 2\n");
        for (const char *client : {"192.0.2.1", "192.0.2.2", "192.0.2.3"}) {
            HttpRequest request = bare(rig, "/sessions");
            request.headers.append("X-Forwarded-For", client);
            QCOMPARE(rig.send(request).status, 401);
            QCOMPARE(rig.send(request).status, 429);
        }
    }
};

QTEST_GUILESS_MAIN(TstPeeringEndpoint)
#include "tst_peeringendpoint.moc"
