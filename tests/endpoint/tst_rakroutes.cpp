// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "auth/jwks.h"
#include "endpoint/registryrig.h"
#include "irr/hungkeystore.h"
#include "irr/keyfollower.h"
#include "rak/keystatement.h"
#include "storage/rakjournalstore.h"
#include "workflow/registry/issuerclient.h"

#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

/// Without what differs from request to request.
QByteArray withoutId(const HttpResponse &response)
{
    QJsonObject body = EndpointRig::body(response);
    body.remove("request_id");
    return QByteArray::number(response.status) + response.headers.value("Content-Type")
           + QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

/// A registry's interface as holders and third parties speak it.
class TstRakRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    /// Though it is known from a moment ago, and whatever it asks for.
    void aVerifierWhoseCredentialIsTakenBackIsTurnedAwayAtOnce()
    {
        RegistryRig rig;
        const QJsonObject issued = rig.issued();
        const QString status = "/status/" + issued["ref"].toString();
        QCOMPARE(rig.verify(issued["key"].toString()).status, 200);
        QCOMPARE(rig.verify(issued["key"].toString()).status, 200);
        QCOMPARE(rig.call("GET", status, rig.verifier).status, 200);
        const auto credentials = outcomeOf(rig.machines.list());
        QVERIFY(outcomeOf(rig.machines.revoke(credentials->first().id, QStringLiteral("root"))).ok());
        const HttpResponse refused = rig.verify(issued["key"].toString());
        QCOMPARE(refused.status, 401);
        QVERIFY(!refused.body.contains(issued["ref"].toString().toUtf8()));
        QVERIFY(refused.headers.contains("WWW-Authenticate"));
        QCOMPARE(rig.call("GET", status, rig.verifier).status, 401);
        QCOMPARE(rig.call("GET", "/changes?since=0", rig.verifier).status, 401);
    }

    void aHolderIssuesAndAThirdPartyFollowsTheKey()
    {
        RegistryRig rig;
        const HttpResponse created = rig.call("POST", "/keys", rig.person(), rig.wish());
        QCOMPARE(created.status, 201);
        const QJsonObject issued = EndpointRig::body(created);
        const QString reference = issued["ref"].toString();
        QVERIFY(created.headers.value("Location").endsWith(reference.toLatin1()));
        QVERIFY(issued["key"].toString().startsWith("80K-"));
        QCOMPARE(issued["status"].toString(), QString("valid"));
        QCOMPARE(issued["label"].toString(), QString("for a customer"));

        QJsonObject asked{{"key", issued["key"]}, {"origin", 64999}};
        asked["prefixes"] = QJsonArray{"192.0.2.0/25", "192.0.2.0/26"};
        const QJsonObject verified = EndpointRig::body(rig.call("POST", "/verify", rig.verifier, asked));
        QCOMPARE(verified["ref"].toString(), reference);
        QCOMPARE(verified["match"].toArray().at(0)["valid"].toBool(), true);
        QCOMPARE(verified["match"].toArray().at(1)["valid"].toBool(), false);
        QVERIFY(!verified.contains("label") && !verified.contains("holder"));

        const HttpResponse status = rig.call("GET", "/status/" + reference, rig.verifier);
        QCOMPARE(status.status, 200);
        const QByteArray tag = status.headers.value("ETag");
        QVERIFY(!tag.isEmpty());
        QCOMPARE(rig.call("GET", "/status/" + reference, rig.verifier, {}, {{"If-None-Match", tag}}).status, 304);

        const QJsonObject reason{{"reason", "left"}};
        QCOMPARE(rig.call("POST", "/keys/" + reference + "/revoke", rig.person(), reason).status, 200);
        QCOMPARE(rig.call("POST", "/keys/" + reference + "/revoke", rig.person(), reason).status, 409);
        const QJsonObject after =
            EndpointRig::body(rig.call("GET", "/status/" + reference, rig.verifier, {}, {{"If-None-Match", tag}}));
        QCOMPARE(after["status"].toString(), QString("revoked"));
        const QJsonObject changes = EndpointRig::body(rig.call("GET", "/changes?since=0", rig.verifier));
        QCOMPARE(changes["events"].toArray().size(), 2);
        QCOMPARE(changes["events"].toArray().last()["status"].toString(), QString("revoked"));
        QCOMPARE(rig.call("GET", "/changes?since=99", rig.verifier).status, 410);
    }

    void aStatementIsCheckedWithThePublishedKeysAlone()
    {
        RegistryRig rig;
        const QJsonObject issued = rig.issued();
        const HttpResponse published = rig.call("GET", "/jwks.json", Secret());
        QCOMPARE(published.status, 200);
        StatementExpectations expected;
        expected.issuer = rig.endpoint.base().toString();
        const auto statement = checkStatement(issued["statement"].toString().toLatin1(), *Jwks::parse(published.body),
                                              expected, rig.endpoint.clock.now());
        QVERIFY2(statement.ok(), statement.ok() ? "" : qPrintable(statement.error().detail));
        QCOMPARE(statement->terms.reference.toString(), issued["ref"].toString());
    }

    void theSecretIsShownOnce()
    {
        RegistryRig rig;
        const QJsonObject issued = rig.issued();
        const HttpResponse one = rig.call("GET", "/keys/" + issued["ref"].toString(), rig.person());
        const HttpResponse list = rig.call("GET", "/keys", rig.person());
        QCOMPARE(EndpointRig::body(list)["keys"].toArray().size(), 1);
        for (const HttpResponse &response : {one, list}) {
            QCOMPARE(response.status, 200);
            QVERIFY(!response.body.contains(issued["key"].toString().toLatin1()));
        }
    }

    void unknownAndWrongAreTheSameAnswer()
    {
        RegistryRig rig;
        const QString right = rig.issued()["key"].toString();
        const BearerKey wrong{BearerKey::parse(Secret(right))->reference,
                              BearerKey::generate(Registry::RipeTest).secret};
        const HttpResponse one = rig.verify(wrong.toText().revealText());
        const HttpResponse other = rig.verify(BearerKey::generate(Registry::RipeTest).toText().revealText());
        QCOMPARE(one.status, 404);
        QCOMPARE(withoutId(one), withoutId(other));
        const HttpResponse unseen =
            rig.call("GET", "/status/" + BearerKey::parse(Secret(right))->reference.toString(), rig.verifier);
        QCOMPARE(withoutId(unseen), withoutId(one));
        QCOMPARE(rig.verify(right).status, 200);
    }

    void whoIsWhoDecidesWhatTheyMay()
    {
        RegistryRig rig;
        const QString path = "/keys/" + rig.issued()["ref"].toString();
        const Secret peering = rig.credential(64501, fullScope);
        const Secret holderB = rig.credential(64501, keyHolderScope);
        QCOMPARE(rig.call("GET", "/keys", Secret()).status, 401);
        QVERIFY(rig.call("GET", "/keys", Secret()).headers.contains("WWW-Authenticate"));
        QCOMPARE(rig.call("GET", "/keys", rig.verifier).status, 403);
        QCOMPARE(rig.call("GET", "/keys", peering).status, 403);
        QCOMPARE(rig.call("GET", "/keys", holderB).status, 200);
        QCOMPARE(rig.call("GET", path, holderB).status, 404);
        QCOMPARE(rig.call("POST", "/verify", rig.person(), QJsonObject{{"key", "x"}}).status, 403);
        QCOMPARE(rig.call("POST", "/keys", holderB, rig.wish()).status, 403);
        const HttpResponse held = rig.call("GET", "/resources", holderB);
        QCOMPARE(EndpointRig::body(held)["prefixes"].toArray(), QJsonArray{"198.51.100.0/24"});
        // And a credential for keys asks for no sessions.
        HttpRequest sessions(rig.endpoint.url("/sessions"));
        sessions.headers.append("Authorization", "Bearer " + holderB.reveal());
        QCOMPARE(rig.endpoint.send(sessions).status, 403);
    }

    void badInputIsNamedAndChangesNothing_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        QTest::newRow("AS 0") << "asn" << QJsonValue(0) << 400 << "asn";
        QTest::newRow("an AS in words") << "asn" << QJsonValue("none") << 400 << "asn";
        QTest::newRow("too large an AS") << "asn" << QJsonValue(4294967296.0) << 400 << "asn";
        QTest::newRow("no prefix") << "prefixes" << QJsonValue(QJsonArray()) << 400 << "prefixes";
        QTest::newRow("host bits") << "prefixes" << QJsonValue(QJsonArray{"192.0.2.1/24"}) << 400
                                   << "prefixes[0].prefix";
        QTest::newRow("twice") << "prefixes" << QJsonValue(QJsonArray{"192.0.2.0/24", "192.0.2.0/24"}) << 400
                               << "prefixes[1].prefix";
        QTest::newRow("overlapping") << "prefixes" << QJsonValue(QJsonArray{"192.0.2.0/24", "192.0.2.0/25"}) << 400
                                     << "prefixes[1].prefix";
        QTest::newRow("somebody else's") << "prefixes" << QJsonValue(QJsonArray{"198.51.100.0/24"}) << 403
                                         << "prefixes";
        QTest::newRow("no time") << "expires" << QJsonValue("soon") << 400 << "expires";
        QTest::newRow("over a year") << "expires" << QJsonValue("2028-01-01T00:00:00Z") << 400 << "expires";
        QTest::newRow("in the past") << "expires" << QJsonValue("2020-01-01T00:00:00Z") << 400 << "expires";
        QTest::newRow("a misspelt member") << "audiance" << QJsonValue(64510) << 400 << "audiance";
        QTest::newRow("a key in the label")
            << "label" << QJsonValue(BearerKey::generate(Registry::Ripe).toText().revealText()) << 400 << "label";
        QTest::newRow("no mail address") << "notify" << QJsonValue(QJsonArray{"nobody"}) << 400 << "notify[0]";
    }
    void badInputIsNamedAndChangesNothing()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(int, status);
        RegistryRig rig;
        QJsonObject wish = rig.wish();
        wish[member] = value;
        const HttpResponse response = rig.call("POST", "/keys", rig.person(), wish);
        QCOMPARE(response.status, status);
        QCOMPARE(response.headers.value("Content-Type"), QByteArray("application/problem+json"));
        QTEST(EndpointRig::body(response)["errors"].toArray().first()["field"].toString(), "field");
        QVERIFY(EndpointRig::body(rig.call("GET", "/keys", rig.person()))["keys"].toArray().isEmpty());
    }

    void whatIsMisspeltIsRefusedOfAKeyToo()
    {
        RegistryRig rig;
        const QJsonObject issued = EndpointRig::body(rig.call("POST", "/keys", rig.person(), rig.wish()));
        const QByteArray path = "/keys/" + issued["ref"].toString().toUtf8();
        const QJsonObject renewal{{"auto_renew", true}, {"expire", "2027-01-01T00:00:00Z"}};
        QCOMPARE(rig.call("POST", path + "/renew", rig.person(), renewal).status, 400);
        QCOMPARE(rig.call("POST", path + "/revoke", rig.person(), QJsonObject{{"raeson", "x"}}).status, 400);
        QCOMPARE(rig.call("POST", path + "/revoke", rig.person(), QJsonObject{{"reason", issued["key"]}}).status, 400);
        const QJsonObject question{{"key", issued["key"]}, {"asn", 64501}};
        QCOMPARE(rig.call("POST", "/verify", rig.verifier, question).status, 400);
        QCOMPARE(EndpointRig::body(rig.call("GET", path, rig.person()))["status"].toString(), QStringLiteral("valid"));
    }

    void aMistypedKeyIsSaidToBeOne()
    {
        RegistryRig rig;
        QString key = rig.issued()["key"].toString();
        key[6] = key.at(6) == u'Z' ? u'Y' : u'Z';
        const HttpResponse response = rig.verify(key);
        QCOMPARE(response.status, 400);
        QVERIFY(EndpointRig::body(response)["detail"].toString().contains("mistyped"));
        QVERIFY2(!response.body.contains(key.toLatin1()), "a key is not repeated in an answer");
        for (const char *body : {"", "[]", "{", "{\"key\": 7}", "{}"})
            QCOMPARE(rig.call("POST", "/verify", rig.verifier, QString::fromLatin1(body)).status, 400);
    }

    void tenThousandPrefixesAreAKey()
    {
        RegistryRig rig;
        QJsonArray prefixes;
        for (int i = 0; i < 10'000; ++i)
            prefixes.append(QStringLiteral("2001:db8:%1::/48").arg(i, 0, 16));
        QJsonObject wish = rig.wish();
        wish["prefixes"] = prefixes;
        const QJsonObject issued = EndpointRig::body(rig.call("POST", "/keys", rig.person(), wish));
        QCOMPARE(issued["prefixes"].toArray().size(), 10'000);
        QCOMPARE(rig.verify(issued["key"].toString()).status, 200);
        prefixes.append("192.0.2.0/24");
        wish["prefixes"] = prefixes;
        QCOMPARE(rig.call("POST", "/keys", rig.person(), wish).status, 400);
    }

    void aRepeatedRequestGivesTheSameKey()
    {
        RegistryRig rig;
        const HttpHeaders once{{"Idempotency-Key", "1"}};
        const QJsonObject wish = rig.wish();
        const QJsonObject first = EndpointRig::body(rig.call("POST", "/keys", rig.person(), wish, once));
        QCOMPARE(EndpointRig::body(rig.call("POST", "/keys", rig.person(), wish, once)), first);
        QJsonObject other = wish;
        other["asn"] = 64998;
        QCOMPARE(rig.call("POST", "/keys", rig.person(), other, once).status, 409);
    }

    void aKeyIsRenewedWhileItHolds()
    {
        RegistryRig rig;
        const QJsonObject issued = rig.issued();
        const QString path = "/keys/" + issued["ref"].toString() + "/renew";
        rig.endpoint.clock.advance(24h * 60);
        const QJsonObject renewed =
            EndpointRig::body(rig.call("POST", path, rig.person(), QJsonObject{{"expires", rig.wish()["expires"]}}));
        QCOMPARE(renewed["expires"].toString(), rig.wish()["expires"].toString());
        QVERIFY(renewed["serial"].toInteger() > issued["serial"].toInteger());
        QCOMPARE(rig.call("POST", path, rig.person(), QJsonObject{{"expires", "2027-01-01T00:00:00Z"}}).status, 400);
        rig.endpoint.clock.advance(24h * 91);
        QCOMPARE(rig.call("POST", path, rig.person(), QJsonObject{{"expires", rig.wish()["expires"]}}).status, 409);
    }

    void whetherAKeyRenewsItselfIsChangedByItself()
    {
        RegistryRig rig;
        const QJsonObject issued = rig.issued();
        const QString path = "/keys/" + issued["ref"].toString();
        const auto change = [&](const QJsonObject &body) {
            return rig.call("POST", path + "/renew", rig.person(), body);
        };
        const QJsonObject on = EndpointRig::body(change({{"auto_renew", true}}));
        QCOMPARE(on["auto_renew"].toBool(), true);
        QCOMPARE(on["expires"], issued["expires"]);
        QVERIFY(on["serial"].toInteger() > issued["serial"].toInteger());
        QCOMPARE(EndpointRig::body(change({{"auto_renew", true}}))["serial"], on["serial"]); // nothing was changed
        QCOMPARE(EndpointRig::body(change({{"auto_renew", false}}))["auto_renew"].toBool(), false);
        for (const QJsonObject &wrong : {QJsonObject(), QJsonObject{{"auto_renew", QJsonValue()}},
                                         QJsonObject{{"auto_renew", "no"}}, QJsonObject{{"expires", "soon"}}})
            QCOMPARE(change(wrong).status, 400);
        QCOMPARE(EndpointRig::body(rig.call("GET", path, rig.person()))["auto_renew"].toBool(), false);
    }

    void aThirdPartyGoesOnWhereTheJournalIsNotWhatItReadBefore()
    {
        RegistryRig rig;
        KeyIssuer issuer;
        issuer.issuer = rig.endpoint.base().toString();
        issuer.api = rig.endpoint.base();
        issuer.jwks = rig.endpoint.url("/rak/v1/jwks.json");
        issuer.token = rig.verifier;
        IssuerClient client(rig.endpoint.http, *rig.endpoint.keys, rig.endpoint.clock, {issuer});
        const QJsonObject issued = rig.issued();
        const auto verified = outcomeOf(client.verify(*BearerKey::parse(Secret(issued["key"].toString()))));
        QVERIFY2(verified.ok(), "the key is known");
        const KeyReference reference = verified->statement.terms.reference;
        auto preparing = rig.endpoint.database->write([&](QSqlDatabase &db) -> Result<void> {
            (void)IssuerStandingStore(db).standing(Registry::RipeTest);
            (void)IssuerStandingStore(db).answered(Registry::RipeTest, 1000, 1, 0); // of before a database was put back
            return HungKeyStore(db).hang(HungKey::of(*verified, rig.endpoint.clock.now()));
        });
        QVERIFY(preparing.result().ok());
        HousekeepingRules rules;
        rules.registries = {Registry::RipeTest};
        ClockWitness witness;
        KeyFollower follower(*rig.endpoint.database, rig.endpoint.clock, client.calls(), rules, witness);
        const auto known = [&] {
            auto reading = rig.endpoint.database->read([reference](QSqlDatabase &db) -> Result<HungKey> {
                const auto key = HungKeyStore(db).key(reference);
                return key ? Result<HungKey>(**key) : Result<HungKey>(key.error());
            });
            return *reading.result();
        };
        rig.endpoint.clock.advance(60s);
        QVERIFY(outcomeOf(follower.run()).ok());
        QCOMPARE(known().checkedAt, rig.endpoint.clock.now());
        const auto news = outcomeOf(client.news(Registry::RipeTest, 1));
        QVERIFY(news.ok() && news->complete);

        rig.call("POST", "/keys/" + issued["ref"].toString() + "/revoke", rig.person(),
                 QJsonObject{{"reason", "left"}});
        rig.endpoint.clock.advance(60s);
        QVERIFY(outcomeOf(follower.run()).ok());
        QCOMPARE(known().standing, HungKey::Standing::Revoked);

        auto purging = rig.endpoint.database->write(
            [now = rig.endpoint.clock.now()](QSqlDatabase &db) { return RakJournalStore(db).purge(now + 1, 100); });
        QVERIFY(purging.result().ok());
        const auto gone = outcomeOf(client.news(Registry::RipeTest, 0));
        QVERIFY(gone.ok() && !gone->complete);
        const auto after = outcomeOf(client.news(Registry::RipeTest, gone->next));
        QVERIFY2(after.ok() && after->complete, "it goes on from what the refusal named");
    }

    void longListsAreRead()
    {
        RegistryRig rig;
        for (int i = 0; i < 3; ++i)
            (void)rig.issued();
        const QJsonObject first = EndpointRig::body(rig.call("GET", "/keys?limit=2", rig.person()));
        QCOMPARE(first["keys"].toArray().size(), 2);
        const QJsonObject second =
            EndpointRig::body(rig.call("GET", "/keys?after=" + first["next"].toString(), rig.person()));
        QCOMPARE(second["keys"].toArray().size(), 1);
        QVERIFY(second["next"].isNull());
        QCOMPARE(rig.call("GET", "/keys?limit=x", rig.person()).status, 400);
    }

    void whatARoaNeedsCanBeExported()
    {
        RegistryRig rig;
        const QString path = "/keys/" + rig.issued()["ref"].toString() + "/roas";
        const QJsonObject expected{{"asn", 64999}, {"prefix", "192.0.2.0/24"}, {"maxLength", 25}};
        QCOMPARE(EndpointRig::body(rig.call("GET", path, rig.person()))["roas"].toArray(), QJsonArray{expected});
        QCOMPARE(rig.call("POST", QString(path).replace("/roas", "/revoke"), rig.person()).status, 200);
        QCOMPARE(rig.call("GET", path, rig.person()).status, 409);
    }

    void theThirdPartyOfAKeyIsAnAs()
    {
        RegistryRig rig;
        QJsonObject wish = rig.wish();
        for (const QJsonValue &wrong : {QJsonValue("a registry"), QJsonValue(""), QJsonValue(0)}) {
            wish["audience"] = wrong;
            QCOMPARE(rig.call("POST", "/keys", rig.person(), wish).status, 400);
        }
        wish["audience"] = "as64510";
        QCOMPARE(EndpointRig::body(rig.call("POST", "/keys", rig.person(), wish))["audience"].toString(),
                 QString("AS64510"));
    }

    void whoIsDeniedAtTheEndpointIsDeniedHere()
    {
        RegistryRig rig("[access]\ndeny = [64510]\n");
        QCOMPARE(rig.verify(BearerKey::generate(Registry::RipeTest).toText().revealText()).status, 403);
    }

    void aVerifierHasAnAllowanceLikeEverybody()
    {
        RegistryRig rig("[limits.identity]\nrequests_per_minute = 4\n");
        int status = 0;
        for (int i = 0; i < 6; ++i)
            status = rig.verify(BearerKey::generate(Registry::RipeTest).toText().revealText()).status;
        QCOMPARE(status, 429);
    }
};

QTEST_GUILESS_MAIN(TstRakRoutes)
#include "tst_rakroutes.moc"
