// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/endpointrig.h"

#include "peeringapi/wirefiles.h"

#include <QJsonArray>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

HttpResponse ask(EndpointRig &rig, const QString &path, const QByteArray &method = "GET", const QByteArray &body = {})
{
    HttpRequest request(rig.url(path), method);
    request.headers.append("Authorization", "Bearer " + rig.issuer.token(rig.base(), 64500).reveal());
    if (!body.isEmpty())
        request.headers.append("Content-Type", "application/json");
    request.body = body;
    return rig.send(request);
}

QJsonArray list(const HttpResponse &response, const QString &name)
{
    return EndpointRig::body(response).value(name).toArray();
}

QJsonArray errorsOf(const HttpResponse &response)
{
    return EndpointRig::body(response).value("errors").toObject().value("errors").toArray();
}

QJsonObject approved(const QString &item = "approved")
{
    return EndpointRig::session(item);
}

QJsonObject rejected()
{
    return EndpointRig::session("rejected", "198.51.100.10", "198.51.100.1", 7);
}

} // namespace

class TstDialects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClientOf2023FindsItsPathsAndNames()
    {
        EndpointRig rig;
        const HttpResponse places = ask(rig, "/list_locations?asn=64500");
        QCOMPARE(places.status, 200);
        QCOMPARE(list(places, "items").size(), 3);
        QVERIFY(!EndpointRig::body(places).value("requestId").toString().isEmpty());

        const HttpResponse added = ask(rig, "/add_sessions", "POST", wireFile("early-add.json"));
        QCOMPARE(added.status, 200);
        const QString request = EndpointRig::body(added).value("requestId").toString();
        QVERIFY(!request.isEmpty());

        const HttpResponse status = ask(rig, "/get_status?asn=64500&request_id=" + request);
        QCOMPARE(list(status, "sessions").size(), 1);
        const QJsonObject session = list(status, "sessions").at(0).toObject();
        QVERIFY(!session.value("uuid").toString().isEmpty());
        QCOMPARE(session.value("status").toString(), QStringLiteral("Approved"));
        // It called our end local, and so does every answer about that session.
        const QString path = "/sessions/" + session.value("session_id").toString();
        const HttpResponse gone = rig.remove(path);
        QCOMPARE(gone.status, 200);
        for (const QJsonObject &told : {list(added, "sessions").at(0).toObject(), session, EndpointRig::body(gone)}) {
            QCOMPARE(told.value("local_asn").toInt(), 64496);
            QCOMPARE(told.value("local_ip").toString(), QStringLiteral("192.0.2.1"));
            QCOMPARE(told.value("peer_asn").toInt(), 64500);
            QCOMPARE(told.value("peer_ip").toString(), QStringLiteral("192.0.2.10"));
        }
    }

    void sessionsOfOneListAreEachToldOfAsTheyWereAskedFor()
    {
        EndpointRig rig;
        QCOMPARE(ask(rig, "/add_sessions", "POST", wireFile("early-add.json")).status, 200);
        QCOMPARE(
            rig.post(EndpointRig::batch("r", {EndpointRig::session("b", "203.0.113.10", "203.0.113.1", 9)})).status,
            200);
        const QJsonArray sessions = list(rig.get("/sessions"), "sessions");
        QCOMPARE(sessions.size(), 2);
        QCOMPARE(sessions.at(0).toObject().value("local_asn").toInt(), 64496);
        QCOMPARE(sessions.at(1).toObject().value("local_asn").toInt(), 64500);
        for (const QJsonValue &listed : sessions) {
            const HttpResponse shown = rig.get("/sessions/" + listed.toObject().value("session_id").toString());
            QCOMPARE(EndpointRig::body(shown), listed.toObject());
        }
    }

    void smithyNamesAreUnderstood()
    {
        EndpointRig rig;
        const HttpResponse created = ask(rig, "/sessions", "POST", wireFile("smithy-create.json"));
        QCOMPARE(created.status, 200);
        const QJsonObject session = list(created, "sessions").at(0).toObject();
        QCOMPARE(session.value("item_id").toString(), QStringLiteral("f7995efa"));
        QCOMPARE(session.value("local_asn").toInt(), 64500);
        const HttpResponse page = ask(rig, "/locations?maxResults=1");
        QCOMPARE(list(page, "locations").size(), 1);
        const QString token = EndpointRig::body(page).value("next_token").toString();
        QCOMPARE(list(ask(rig, "/locations?maxResults=2&nextToken=" + token), "locations").size(), 2);
    }

    void theDefaultProfileAnswersAsTheApiDocumentHasIt()
    {
        EndpointRig rig;
        const HttpResponse mixed = rig.post(EndpointRig::batch("r", {approved(), rejected()}));
        QCOMPARE(mixed.status, 200);
        const HttpResponse none = rig.post(EndpointRig::batch("s", {rejected()}));
        QCOMPARE(none.status, 200);
        QVERIFY(list(none, "sessions").isEmpty());
        QCOMPARE(errorsOf(none).size(), 1);
        const QString id = list(mixed, "sessions").at(0).toObject().value("session_id").toString();
        const HttpResponse gone = rig.remove("/sessions/" + id);
        QCOMPARE(gone.status, 200);
        QCOMPARE(EndpointRig::body(gone).value("session_id").toString(), id);
        QCOMPARE(rig.get("/sessions/" + id).status, 404);
    }

    void theFirstDraftsProfileTellsAModifiedSetByItsStatus()
    {
        EndpointRig rig("profile = \"draft-03\"\n");
        const HttpResponse whole = rig.post(EndpointRig::batch("a", {approved()}));
        QCOMPARE(whole.status, 200);
        const QJsonObject six = EndpointRig::session("six", "2001:db8:42::10", "2001:db8:42::1");
        const HttpResponse modified = rig.post(EndpointRig::batch("b", {six, rejected()}));
        QCOMPARE(modified.status, 300);
        QCOMPARE(list(modified, "sessions").size(), 1);
        QCOMPARE(errorsOf(modified).size(), 1);
        const HttpResponse refused = rig.post(EndpointRig::batch("c", {rejected()}));
        QCOMPARE(refused.status, 403);
        QCOMPARE(errorsOf(refused).at(0).toObject().value("messages").toArray().at(0).toString(),
                 QStringLiteral("The port is full"));
        QCOMPARE(EndpointRig::body(refused).value("contact").toString(), QStringLiteral("peering@as64496.example"));
        const QString id = list(whole, "sessions").at(0).toObject().value("session_id").toString();
        const HttpResponse gone = rig.remove("/sessions/" + id);
        QCOMPARE(gone.status, 204);
        QVERIFY(gone.body.isEmpty());
    }

    void manyAreTakenBackAtOnceAndEachIsAccountedFor()
    {
        EndpointRig rig;
        const QJsonObject six = EndpointRig::session("six", "2001:db8:42::10", "2001:db8:42::1");
        const QJsonArray made = list(rig.post(EndpointRig::batch("r", {approved(), six})), "sessions");
        QJsonArray references;
        for (const QJsonValue &session : made)
            references.append(QJsonObject{{"session_id", session.toObject().value("session_id")}});
        references.append(QJsonObject{{"session_id", "never-was"}});
        const HttpResponse gone = ask(rig, "/sessions", "DELETE", QJsonDocument(references).toJson());
        QCOMPARE(gone.status, 200);
        QCOMPARE(list(gone, "sessions").size(), 2);
        QCOMPARE(errorsOf(gone).size(), 1);
        QCOMPARE(errorsOf(gone).at(0).toObject().value("name").toString(), QStringLiteral("sessions[2]"));
        QVERIFY(list(rig.get("/sessions"), "sessions").isEmpty());
        for (const QByteArray &body :
             {QByteArray("[]"), QByteArray("{}"), QByteArray("[{}]"), QByteArray("[[]]"), QByteArray("x")})
            QCOMPARE(ask(rig, "/sessions", "DELETE", body).status, 400);
    }
};

QTEST_GUILESS_MAIN(TstDialects)
#include "tst_dialects.moc"
