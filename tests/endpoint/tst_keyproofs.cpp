// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/registryrig.h"
#include "storage/personaldata.h"
#include "storage/statement.h"
#include "workflow/inbound/inbound.h"
#include "workflow/registry/issuerclient.h"

#include <QMutex>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

const QByteArray keyPolicy = R"(
[[rule]]
name = "proven"
verdict = "approve"
exchange = [9]
valid_rak = true
)";

QMutex logGuard;
QByteArray everythingLogged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    const QMutexLocker lock(&logGuard);
    everythingLogged += message.toUtf8() + '\n';
}

/// The registry's issuer is trusted by the endpoint where it stands, for 192.0.2.0/24. AS64500 asks.
struct ProofRig : RegistryRig
{
    ProofRig()
        : RegistryRig(keyPolicy)
        , client(endpoint.http, *endpoint.keys, endpoint.clock, {issuer()})
    {
        trust({QStringLiteral("192.0.2.0/24")});
    }

    [[nodiscard]] KeyIssuer issuer() const
    {
        KeyIssuer one;
        one.registry = Registry::RipeTest;
        one.issuer = endpoint.base().toString();
        one.api = endpoint.base();
        one.jwks = endpoint.url("/rak/v1/jwks.json");
        return one;
    }
    void trust(const QStringList &space)
    {
        QList<AddressRange> ranges;
        for (const QString &prefix : space)
            ranges.append(AddressRange::of(*IpPrefix::parse(prefix)));
        const Trust vouchers({{Registry::RipeTest, AddressSpace(ranges)}}, Trust::Unvouched::Locked);
        endpoint.reception->setKeyTrust({{Registry::RipeTest}, vouchers, client.calls().check});
    }
    QJsonObject issuedFor(qint64 asn)
    {
        QJsonObject wished = wish();
        wished["asn"] = asn;
        return EndpointRig::body(call("POST", "/keys", person(), wished));
    }
    QString freshStatement(const QString &reference)
    {
        return EndpointRig::body(call("GET", "/keys/" + reference, person()))["statement"].toString();
    }
    void revoke(const QString &reference)
    {
        call("POST", "/keys/" + reference + "/revoke", person(), QJsonObject{{"reason", "left"}});
    }

    HttpResponse ask(const QJsonArray &keys, const QString &name = QStringLiteral("r1"))
    {
        QJsonObject body = EndpointRig::batch(name, {EndpointRig::session("a", "203.0.113.10", "203.0.113.1", 9)});
        body["rak"] = keys;
        return endpoint.post(body);
    }
    /// What the inbound page says of the keys that came with the answered request.
    QList<Evidence> evidence(const HttpResponse &answer)
    {
        Inbound inbound(*endpoint.database, endpoint.clock, smallWorld());
        const auto request = outcomeOf(inbound.request(EndpointRig::body(answer)["request_id"].toString()));
        QList<Evidence> ofKeys;
        if (request)
            std::copy_if(request->evidence.begin(), request->evidence.end(), std::back_inserter(ofKeys),
                         [](const Evidence &one) { return one.kind == Evidence::Kind::Key; });
        return ofKeys;
    }
    qint64 count(const QString &table)
    {
        auto counting = endpoint.database->read([table](QSqlDatabase &db) {
            return Statement(db, "SELECT COUNT(*) FROM " + table).first<qint64>([](Statement &row) {
                return row.number();
            });
        });
        return *counting.result().value();
    }

    IssuerClient client;
};

QJsonObject proof(const QJsonObject &issued)
{
    return {{"ref", issued["ref"]}, {"statement", issued["statement"]}};
}

} // namespace

/// Keys that come with a request as proof, checked with what a real issuer signed and publishes.
class TstKeyProofs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void aValidKeyOfTheAskerIsProofUntilItsStatementEnds()
    {
        ProofRig rig;
        const QJsonObject issued = rig.issuedFor(64500);
        const HttpResponse answer = rig.ask({proof(issued)});
        QCOMPARE(answer.status, 200);
        const QString reference = issued["ref"].toString();
        const QString says = QString("Key %1 of RIPE test: AS64500 may announce 192.0.2.0/24 up to /25 until %2")
                                 .arg(reference, toRfc3339(rig.endpoint.clock.now() + 90LL * 24 * 3600 * 1000));
        QCOMPARE(rig.evidence(answer), (QList<Evidence>{{Evidence::Kind::Key, Evidence::Weight::Good, says}}));

        const QString ended = toRfc3339(rig.endpoint.clock.now() + 24LL * 3600 * 1000);
        rig.endpoint.clock.advance(25h);
        const Evidence later = rig.evidence(answer).value(0);
        QCOMPARE(later.weight, Evidence::Weight::Neutral);
        QCOMPARE(later.text, says + "; its statement ended on " + ended + ", and it may have been revoked since");
        rig.endpoint.clock.advance(24h * 90);
        QCOMPARE(rig.evidence(answer).value(0).weight, Evidence::Weight::Bad);
        QVERIFY(rig.evidence(answer).value(0).text.contains("expired on"));
    }

    void whatProvesNothingIsSaidToBeSo_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("says");
        QTest::addColumn<int>("weight");
        const int doubtful = static_cast<int>(Evidence::Weight::Doubtful);
        const int bad = static_cast<int>(Evidence::Weight::Bad);
        QTest::newRow("a reference alone") << "bare"
                                           << "came without a statement" << doubtful;
        QTest::newRow("another network's") << "foreign"
                                           << "for AS64999, not for AS64500: it may announce" << doubtful;
        QTest::newRow("a registry that is not trusted") << "untrusted"
                                                        << "no issuer of ARIN test is trusted here" << doubtful;
        QTest::newRow("revoked") << "revoked"
                                 << "revoked by its holder" << bad;
        QTest::newRow("another key's statement") << "other"
                                                 << "it is about another key" << bad;
        QTest::newRow("tampered") << "tampered"
                                  << "its statement does not hold" << bad;
        QTest::newRow("a statement that ended") << "lapsed"
                                                << "its statement does not hold" << bad;
        QTest::newRow("space of another registry") << "space"
                                                   << "its registry may not vouch for: 192.0.2.0/24" << bad;
        QTest::newRow("an issuer that is silent") << "silent"
                                                  << "could not be checked" << doubtful;
    }
    void whatProvesNothingIsSaidToBeSo()
    {
        QFETCH(QString, how);
        QFETCH(QString, says);
        QFETCH(int, weight);
        ProofRig rig;
        const QJsonObject issued = rig.issuedFor(how == "foreign" ? 64999 : 64500);
        QJsonValue sent = proof(issued);
        if (how == "bare")
            sent = issued["ref"];
        if (how == "untrusted")
            sent = QJsonObject{{"ref", KeyReference{Registry::ArinTest, 17}.toString()},
                               {"statement", issued["statement"]}};
        if (how == "revoked") {
            rig.revoke(issued["ref"].toString());
            sent = QJsonObject{{"ref", issued["ref"]}, {"statement", rig.freshStatement(issued["ref"].toString())}};
        }
        if (how == "other")
            sent = QJsonObject{{"ref", rig.issuedFor(64500)["ref"]}, {"statement", issued["statement"]}};
        if (how == "tampered") {
            QString text = issued["statement"].toString();
            text[text.size() - 10] = text.at(text.size() - 10) == 'A' ? 'B' : 'A';
            sent = QJsonObject{{"ref", issued["ref"]}, {"statement", text}};
        }
        if (how == "lapsed")
            rig.endpoint.clock.advance(25h);
        if (how == "space")
            rig.trust({"198.51.100.0/24"});
        KeyIssuer silent = rig.issuer();
        silent.jwks = QUrl("http://127.0.0.1:1/jwks.json");
        IssuerClient other(rig.endpoint.http, *rig.endpoint.keys, rig.endpoint.clock, {silent});
        if (how == "silent")
            rig.endpoint.reception->setKeyTrust({{Registry::RipeTest}, Trust(), other.calls().check});

        const HttpResponse answer = rig.ask({sent});
        QCOMPARE(answer.status, 200);
        QCOMPARE(EndpointRig::body(answer)["sessions"].toArray().at(0)["status"].toString(), QString("Pending"));
        const Evidence evidence = rig.evidence(answer).value(0);
        QVERIFY2(evidence.text.contains(says), qPrintable(evidence.text));
        QCOMPARE(static_cast<int>(evidence.weight), weight);
    }

    void anOldStatementDoesNotOutliveALaterOneThatWasSeen()
    {
        ProofRig rig;
        const QJsonObject issued = rig.issuedFor(64500);
        rig.revoke(issued["ref"].toString());
        QJsonObject revoked = proof(issued);
        revoked["statement"] = rig.freshStatement(issued["ref"].toString());
        const HttpResponse first = rig.ask({revoked});
        const QString session = EndpointRig::body(first)["sessions"].toArray().at(0)["session_id"].toString();
        QCOMPARE(rig.endpoint.remove("/sessions/" + session).status, 200);
        const HttpResponse second = rig.ask({proof(issued)}, "r2");
        QCOMPARE(second.status, 200);
        QVERIFY2(rig.evidence(second).value(0).text.contains("older than what is known here"),
                 qPrintable(rig.evidence(second).value(0).text));
    }

    void thePolicyCanAskForAValidKey()
    {
        ProofRig rig;
        const QJsonObject issued = rig.issuedFor(64500);
        const HttpResponse without = rig.ask({proof(rig.issuedFor(64999))});
        const QJsonObject waits = EndpointRig::body(without)["sessions"].toArray().at(0).toObject();
        QCOMPARE(waits["status"].toString(), QString("Pending"));
        Inbound inbound(*rig.endpoint.database, rig.endpoint.clock, smallWorld());
        const auto request = outcomeOf(inbound.request(EndpointRig::body(without)["request_id"].toString()));
        QVERIFY2(
            request->sessions.first().session.explanation.contains("no valid RAK for AS64500 came with the request"),
            qPrintable(request->sessions.first().session.explanation));

        QCOMPARE(rig.endpoint.remove("/sessions/" + waits["session_id"].toString()).status, 200);
        const HttpResponse with = rig.ask({"80K-380G4-0R40M-30E25-HJPME-E", proof(issued)}, "r2");
        QCOMPARE(EndpointRig::body(with)["sessions"].toArray().at(0)["status"].toString(), QString("Approved"));
        QCOMPARE(rig.evidence(with).size(), 2);
    }

    void theSameRequestAgainKeepsWhatWasFound()
    {
        ProofRig rig;
        const QJsonObject issued = rig.issuedFor(64500);
        const HttpResponse first = rig.ask({proof(issued)});
        const HttpResponse again = rig.ask({issued["ref"]});
        QCOMPARE(EndpointRig::body(again)["request_id"], EndpointRig::body(first)["request_id"]);
        QCOMPARE(rig.evidence(again), rig.evidence(first));
        QCOMPARE(rig.count("request_keys"), 1);
    }

    void aRequestThatIsForgottenTakesItsKeysWithIt()
    {
        ProofRig rig;
        const HttpResponse answer = rig.ask({rig.issuedFor(64999)["ref"]});
        const QString session = EndpointRig::body(answer)["sessions"].toArray().at(0)["session_id"].toString();
        QCOMPARE(rig.endpoint.remove("/sessions/" + session).status, 200);
        QCOMPARE(rig.count("request_keys"), 1);
        const UtcMs tomorrow = rig.endpoint.clock.now() + std::chrono::milliseconds(24h).count();
        auto dropping = rig.endpoint.database->write(
            [tomorrow](QSqlDatabase &db) { return PersonalData(db).dropEnded(tomorrow, 100); });
        QVERIFY(dropping.result());
        QCOMPARE(rig.count("request_keys"), 0);
    }

    void aKeyInPlaceOfItsReferenceIsRefusedAndKeptNowhere_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("field");
        QTest::newRow("as its reference") << "ref"
                                          << "rak[0].ref";
        QTest::newRow("as a text alone") << "bare"
                                         << "rak[0].ref";
        QTest::newRow("as its statement") << "statement"
                                          << "rak[0].statement";
    }
    void aKeyInPlaceOfItsReferenceIsRefusedAndKeptNowhere()
    {
        QFETCH(QString, where);
        QFETCH(QString, field);
        ProofRig rig;
        const QJsonObject issued = rig.issuedFor(64500);
        const QString key = issued["key"].toString();
        QJsonObject wrong = proof(issued);
        wrong[where] = key;
        QLoggingCategory::setFilterRules("peerdesk.*=true");
        const auto before = qInstallMessageHandler(keepLog);
        const HttpResponse answer = rig.ask({where == "bare" ? QJsonValue(key) : QJsonValue(wrong)});
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});

        QCOMPARE(answer.status, 400);
        QVERIFY2(answer.body.contains(field.toLatin1()), answer.body);
        if (where != "statement")
            QVERIFY2(answer.body.contains("This is the secret key itself"), answer.body);
        QVERIFY(!answer.body.contains(key.toLatin1()));
        QVERIFY2(everythingLogged.contains("/v1/sessions"), everythingLogged);
        QVERIFY(!everythingLogged.contains(key.toLatin1()));
        QCOMPARE(rig.count("requests"), 0);
        QCOMPARE(rig.count("request_keys"), 0);
    }
};

QTEST_GUILESS_MAIN(TstKeyProofs)
#include "tst_keyproofs.moc"
