// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "endpoint/endpointrig.h"

#include "peeringapi/prism.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

// Our endpoint behind a judge: Stoplight Prism holds every request and every answer against an API document and turns
// each violation into an error of its own. Once for the document we publish, and once for each that the draft's
// authors published, where they lie beside the project. README lists where we deviate from those.

class TstConformance : public QObject
{
    Q_OBJECT

    struct Document
    {
        QString file;
        bool arrayBody = false;     ///< POST /sessions takes a bare array
        bool wantsToken = false;    ///< next_token on the first page, too
        bool tellsRefusals = false; ///< it describes 401, 409 and the like
    };

    /// One document's world: the endpoint, and the judge before it.
    struct Bench
    {
        EndpointRig rig;
        Prism prism;
        Document document;

        [[nodiscard]] HttpResponse ask(const QByteArray &method, const QString &path, const QJsonValue &body = {},
                                       std::uint32_t asn = 64500)
        {
            HttpRequest request(QUrl(prism.url().toString() + path), method);
            request.headers.append("Authorization", "Bearer " + rig.issuer.token(rig.base(), asn).reveal());
            request.headers.append("Accept", "application/json");
            if (body.isArray())
                request.body = QJsonDocument(body.toArray()).toJson();
            else if (body.isObject())
                request.body = QJsonDocument(body.toObject()).toJson();
            if (!request.body.isEmpty())
                request.headers.append("Content-Type", "application/json");
            return rig.send(request);
        }

        [[nodiscard]] QJsonValue batch(const QString &name, const QList<QJsonObject> &sessions) const
        {
            const QJsonObject object = EndpointRig::batch(name, sessions);
            return document.arrayBody ? object.value("sessions") : QJsonValue(object);
        }

        [[nodiscard]] QString page(const QString &resource) const
        {
            return resource + (document.wantsToken ? "?asn=64500&next_token=0" : "?asn=64500");
        }
    };

    std::unique_ptr<Bench> m_bench;

    static QByteArray verdictOf(const HttpResponse &response)
    {
        return response.headers.value("sl-violations") + ' ' + response.body;
    }

    bool open(const Document &document, QString &why)
    {
        m_bench = std::make_unique<Bench>();
        m_bench->document = document;
        if (!QFileInfo::exists(document.file)) {
            why = QStringLiteral("%1 is not here").arg(QDir::cleanPath(document.file));
            return false;
        }
        if (m_bench->prism.proxy(document.file, m_bench->rig.base()))
            return true;
        why = m_bench->prism.why();
        if (qEnvironmentVariableIsSet("PEERDESK_REQUIRE_TOOLS"))
            qFatal("%s", qPrintable(why));
        return false;
    }

private Q_SLOTS:
    void everyAnswerIsWhatTheDocumentSays_data()
    {
        const QString published = QStringLiteral(PEERDESK_PUBLISHED_OPENAPI);
        QTest::addColumn<Document>("document");
        QTest::newRow("ours") << Document{QStringLiteral(PEERDESK_SOURCE_DIR "/docs/openapi.yaml"), false, false, true};
        QTest::newRow("main") << Document{published + "/autopeer-main.yaml", true, false, false};
        QTest::newRow("negotiation") << Document{published + "/autopeer-negotiation.yaml", false, true, false};
    }
    void everyAnswerIsWhatTheDocumentSays()
    {
        QFETCH(Document, document);
        QString why;
        if (!open(document, why))
            QSKIP(qPrintable(why));
        Bench &bench = *m_bench;
        const auto judged = [](const HttpResponse &response, int status) {
            QVERIFY2(!response.headers.contains("sl-violations"), verdictOf(response).constData());
            QVERIFY2(response.status == status, verdictOf(response).constData());
        };
        const QJsonObject approved = EndpointRig::session("a");
        const QJsonObject pending = EndpointRig::session("b", "203.0.113.10", "203.0.113.1", 9);
        const QJsonObject rejected = EndpointRig::session("c", "198.51.100.10", "198.51.100.1", 7);
        const QJsonObject foreign = EndpointRig::session("d", "192.0.2.11", "192.0.2.1", 42, 64501);

        judged(bench.ask("GET", bench.page("/locations") + "&location_type=public&max_results=1"), 200);
        const HttpResponse created = bench.ask("POST", "/sessions", bench.batch("r-1", {approved, pending, rejected}));
        judged(created, 200);
        const QJsonArray sessions = EndpointRig::body(created).value("sessions").toArray();
        QCOMPARE(sessions.size(), 2);
        judged(bench.ask("POST", "/sessions", bench.batch("r-2", {rejected})), 200);
        judged(bench.ask("POST", "/sessions", bench.batch("r-3", {foreign})), 403);
        judged(bench.ask("GET", bench.page("/sessions")), 200);
        judged(bench.ask("GET", bench.page("/sessions").replace("64500", "64501")), 403);
        const QString first = "/sessions/" + sessions.at(0).toObject().value("session_id").toString();
        const QString second = sessions.at(1).toObject().value("session_id").toString();
        judged(bench.ask("GET", first), 200);
        judged(bench.ask("DELETE", first), 200);
        judged(bench.ask("GET", first), 404);
        judged(bench.ask("DELETE", first), 404);
        const QJsonArray references{QJsonObject{{"session_id", second}}, QJsonObject{{"session_id", "never-was"}}};
        judged(bench.ask("DELETE", "/sessions", references), 200);
        if (document.tellsRefusals)
            judged(bench.ask("POST", "/sessions", bench.batch("r-1", {pending})), 409);
    }
};

QTEST_GUILESS_MAIN(TstConformance)
#include "tst_conformance.moc"
