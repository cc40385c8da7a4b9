// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/labkit.h"
#include "e2e/plainhttp.h"
#include "e2e/wish.h"
#include "support/requiretool.h"

#include <QRegularExpression>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace Qt::Literals::StringLiterals;

/// What a client of somebody else's making relies on when it calls peerdeskd: draft-ietf-grow-peering-api read once
/// more, against a real daemon, with nothing of ours between the test and the wire. The network is the one that
/// approves all, so that what is told is told by the endpoint and not by a policy.
class TstContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_TOOL(m_lab.start(), m_lab.why());
        m_network = m_lab.network(u"approves all"_s);
        m_token = m_lab.deskTokenFor(m_network);
    }

    void locationsComeInPagesThatAddUp()
    {
        const QJsonArray whole = get(u"/locations?asn=64496"_s).json()["locations"_L1].toArray();
        QVERIFY(whole.size() >= 4);
        QJsonArray pieces;
        QString resource = u"/locations?asn=64496&max_results=1"_s;
        for (qsizetype pages = 0; pages <= whole.size(); ++pages) {
            const PlainAnswer page = get(resource);
            QCOMPARE(page.status, 200);
            const QJsonArray items = page.json()["locations"_L1].toArray();
            QCOMPARE(items.size(), 1);
            pieces.append(items.first());
            if (!page.json().contains("next_token"_L1))
                break;
            resource = u"/locations?asn=64496&max_results=1&next_token="_s
                       + QString::fromLatin1(QUrl::toPercentEncoding(page.json()["next_token"_L1].toString()));
        }
        QCOMPARE(pieces, whole);
        for (const QJsonValue &location : whole) {
            QVERIFY(QRegularExpression(u"^pdb:(ix|fac):[0-9]+$"_s).match(location["id"_L1].toString()).hasMatch());
            QVERIFY((QStringList{u"public"_s, u"private"_s}).contains(location["type"_L1].toString()));
        }
    }

    void whoeverHasNoRightIsRefusedInTheSameShape_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("resource");
        QTest::addColumn<int>("status");
        const QString resource = u"/sessions?asn=64496"_s;
        QTest::newRow("no token") << QByteArray() << resource << 401;
        QTest::newRow("rubbish") << QByteArray("rubbish") << resource << 401;
        const QString desk = m_lab.desk()["endpoint"_L1].toString();
        QTest::newRow("a token for another endpoint") << m_lab.tokenFor(1, desk) << resource << 401;
        QTest::newRow("another network's sessions") << m_token << u"/sessions?asn=64501"_s << 403;
        QTest::newRow("an unknown session") << m_token << u"/sessions/0123456789abcdef"_s << 404;
        QTest::newRow("no such thing") << m_token << u"/nothing"_s << 404;
        QTest::newRow("no number") << m_token << u"/sessions?asn=many"_s << 400;
    }
    void whoeverHasNoRightIsRefusedInTheSameShape()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, resource);
        QFETCH(int, status);
        const PlainAnswer answer = askPlainly("GET", at(resource), token);
        QCOMPARE(answer.status, status);
        if (status == 401)
            QVERIFY(answer.header("WWW-Authenticate").startsWith("Bearer"));
        hasErrors(answer);
        QVERIFY2(answer.body.contains("peering@northbank-content.example"),
                 answer.body.constData()); // whom to write to
    }

    void aBatchIsAnsweredSessionBySessionAndAskedOnlyOnce()
    {
        Wish wish(world::cast::approvesAll, u"Amsterdam"_s);
        QJsonObject first = wish.sessions[0].toObject();
        first["session_secret"_L1] = u"tell-nobody"_s;
        wish.sessions[0] = first;
        const PlainAnswer answer = post(wish.json());
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.body.contains("tell-nobody"));
        const QJsonArray sessions = answer.json()["sessions"_L1].toArray();
        QCOMPARE(sessions.size(), 2);
        for (int which = 0; which < 2; ++which) {
            const QJsonValue asked = wish.sessions.at(which);
            const QJsonValue told = sessions.at(which);
            for (const QLatin1StringView field :
                 {"local_asn"_L1, "local_ip"_L1, "peer_asn"_L1, "peer_ip"_L1, "item_id"_L1, "peer_type"_L1})
                QCOMPARE(told[field], asked[field]);
            QCOMPARE(told["location"_L1]["id"_L1], asked["location"_L1]["id"_L1]);
            QCOMPARE(told["request_id"_L1], answer.json()["request_id"_L1]);
            QVERIFY(QRegularExpression(u"^[a-z0-9.-]{3,32}$"_s).match(told["session_id"_L1].toString()).hasMatch());
        }
        const PlainAnswer again = post(wish.json());
        QCOMPARE(again.status, 200);
        QCOMPARE(idsOf(again), idsOf(answer));
        // The same two addresses under another name would be a second session.
        wish.requestId = u"00000000-0000-4000-8000-00000000beef"_s;
        QCOMPARE(post(wish.json()).status, 409);
    }

    void aBareArrayIsAnsweredToo()
    {
        Wish wish(world::cast::approvesAll, u"London"_s);
        const PlainAnswer answer = post(QJsonDocument(wish.sessions).toJson());
        QCOMPARE(answer.status, 200);
        QCOMPARE(idsOf(answer).size(), 2);
    }

    void aSessionCanBeReadListedAndTakenBackByWhoAskedForItAlone()
    {
        Wish wish(world::cast::approvesAll, u"Frankfurt am Main"_s);
        const QStringList ids = idsOf(post(wish.json()));
        QCOMPARE(ids.size(), 2);
        const QString one = u"/sessions/"_s + ids.first();
        QCOMPARE(get(one).json()["session_id"_L1].toString(), ids.first());

        // To anybody else it does not exist, in the very words of what never did.
        const QByteArray stranger = m_lab.tokenFor(3, m_network["endpoint"_L1].toString());
        QVERIFY(!stranger.isEmpty());
        const PlainAnswer foreign = askPlainly("GET", at(one), stranger);
        const PlainAnswer unknown = askPlainly("GET", at(u"/sessions/0123456789abcdef"_s), stranger);
        QCOMPARE(foreign.status, 404);
        QCOMPARE(foreign.json()["errors"_L1], unknown.json()["errors"_L1]);
        QCOMPARE(askPlainly("DELETE", at(one), stranger).status, 404);
        QCOMPARE(get(one).status, 200);

        const PlainAnswer gone = askPlainly("DELETE", at(one), m_token);
        QCOMPARE(gone.status, 200);
        QCOMPARE(gone.json()["session_id"_L1].toString(), ids.first());
        QCOMPARE(get(one).status, 404);
        const QByteArray list = get(u"/sessions?asn=64496&max_results=100"_s).body;
        QVERIFY(!list.contains(ids.first().toUtf8()));
        QVERIFY(list.contains(ids.last().toUtf8()));
    }

    void aBadSessionIsNamedByItsField()
    {
        Wish wish(world::cast::approvesAll, u"Stockholm"_s);
        QJsonObject bad = wish.sessions[1].toObject();
        bad["peer_ip"_L1] = u"192.0.2"_s;
        wish.sessions[1] = bad;
        const PlainAnswer answer = post(wish.json());
        QCOMPARE(answer.status, 400);
        hasErrors(answer);
        QVERIFY2(answer.body.contains("sessions[1].peer_ip"), answer.body.constData());
    }

    void bodiesThatAreNoBatchAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("not JSON") << QByteArray("hello");
        QTest::newRow("cut") << QByteArray(R"({"sessions":[{)");
        QTest::newRow("a number") << QByteArray("7");
        QTest::newRow("nothing asked") << QByteArray(R"({"sessions":[]})");
        QTest::newRow("sessions of another kind") << QByteArray(R"({"sessions":"all"})");
        QTest::newRow("nested without end") << QByteArray(100'000, '[');
        QTest::newRow("no UTF-8") << QByteArray("{\"sessions\":[{\"peer_ip\":\"\xff\xfe\"}]}");
    }
    void bodiesThatAreNoBatchAreRefused()
    {
        QFETCH(QByteArray, body);
        const PlainAnswer answer = post(body);
        QCOMPARE(answer.status, 400);
        hasErrors(answer);
    }

    void everyAnswerCanBeAskedAfter()
    {
        for (const QString &resource : {u"/locations?asn=64496"_s, u"/nothing"_s}) {
            const PlainAnswer answer = get(resource);
            QVERIFY2(answer.head.toLower().contains("request-id:"), answer.head.constData());
        }
    }

    void nothingIsLeftWhenTheLabIsStopped()
    {
        const QList<qint64> children = m_lab.children();
        QVERIFY(children.size() >= 6); // the provider and five daemons
        QCOMPARE(m_lab.stop(), 0);
        for (const qint64 child : children)
            QVERIFY2(isGone(child), qPrintable(QString::number(child)));
    }

private:
    QUrl at(const QString &resource) const { return QUrl(m_network["endpoint"_L1].toString() + resource); }
    PlainAnswer get(const QString &resource) const { return askPlainly("GET", at(resource), m_token); }
    PlainAnswer post(const QByteArray &body) const { return askPlainly("POST", at(u"/sessions"_s), m_token, body); }

    static QStringList idsOf(const PlainAnswer &answer)
    {
        QStringList ids;
        const QJsonArray sessions = answer.json()["sessions"_L1].toArray();
        for (const QJsonValue &session : sessions)
            ids.append(session["session_id"_L1].toString());
        return ids;
    }
    /// {"errors": {"errors": [{"name", "errors": [...]}]}}, as the published OpenAPI document has it.
    static void hasErrors(const PlainAnswer &answer)
    {
        const QJsonArray errors = answer.json()["errors"_L1]["errors"_L1].toArray();
        QVERIFY2(!errors.isEmpty(), answer.body.constData());
        for (const QJsonValue &error : errors) {
            QVERIFY(error.toObject().contains("name"_L1));
            QVERIFY2(!error["errors"_L1].toArray().isEmpty(), answer.body.constData());
        }
    }

    LabKit m_lab;
    QJsonObject m_network;
    QByteArray m_token;
};

QTEST_GUILESS_MAIN(TstContract)
#include "tst_contract.moc"
