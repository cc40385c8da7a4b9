// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"
#include "peeringapi/peeringapiclient.h"
#include "peeringapi/prism.h"
#include "peeringapi/scriptedserver.h"
#include "peeringapi/servercodec.h"
#include "peeringapi/wirefiles.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"

#include <QDir>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

const QString ownDocument = QStringLiteral(PEERDESK_SOURCE_DIR "/docs/openapi.yaml");
/// The documents that the draft's authors published lie beside the project where its makers have them; they are not
/// part of it.
const QString published = QStringLiteral(PEERDESK_PUBLISHED_OPENAPI);

HttpClientSettings laboratory()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

} // namespace

class TstPrism : public QObject
{
    Q_OBJECT

    ManualClock m_clock;
    HttpClient m_http{laboratory()};
    PeeringApiClient m_client{m_http, m_clock};

    static RemoteEndpoint endpoint(const QUrl &url, const QString &token = QStringLiteral("token"))
    {
        return {url, Asn(64500), Asn(64496), Dialect(), Secret(token)};
    }

    /// Our side of the wire as the daemon writes it, without the daemon.
    static ScriptedServer::Answer answerOfOurs(const ScriptedServer::Asked &asked)
    {
        Session session;
        session.id = QStringLiteral("0195f3aa");
        session.requestId = QStringLiteral("9f4e0a3c");
        session.proposal = exampleRequest().proposals.first();
        session.approval = Approval::Approved;
        session.configureBy = m_deadline;
        constexpr auto way = Dialect::Orientation::Requestor;
        const QByteArray json = "Content-Type: application/json\r\n";
        if (asked.target.contains("/locations"))
            return {200, encodeLocationPage({Location::exchange(42), Location::facility(17)}, {}), json};
        if (asked.method == "POST") {
            const FieldError rejected{QStringLiteral("sessions[1]"), {QStringLiteral("no")}, QStringLiteral("b2")};
            return {200, encodeCreateAnswer({session.requestId, {session}, {rejected}}, way), json};
        }
        if (asked.target.contains("/sessions/unknown")) {
            const Error error(ErrorKind::NotFound, QStringLiteral("There is no such session"));
            return {404, encodeError(error, QStringLiteral("noc@as64496.example"), QStringLiteral("log-1")), json};
        }
        if (asked.target.contains("/sessions/"))
            return {200, encodeSession(session), json};
        return {200, encodeSessionPage({session}, {}), json};
    }

    static constexpr UtcMs m_deadline = 1'796'000'000'000;

private Q_SLOTS:
    void theClientIsUnderstoodByWhatOurDocumentSays()
    {
        Prism prism;
        REQUIRE_TOOL(prism.mock(ownDocument), prism.why());
        const RemoteEndpoint there = endpoint(prism.url());

        const auto locations = outcomeOf(m_client.locations(there));
        QVERIFY2(locations, locations ? "" : qPrintable(locations.error().detail));
        QCOMPARE(locations->value.items, (QList{Location::exchange(42), Location::facility(17)}));

        const auto created = outcomeOf(m_client.createSessions(there, exampleRequest()));
        QVERIFY2(created, created ? "" : qPrintable(created.error().detail));
        QCOMPARE(created->value.accepted.size(), 1);
        QCOMPARE(created->value.rejected.size(), 1);
        QCOMPARE(created->dialect, Dialect());

        const auto sessions = outcomeOf(m_client.sessions(there));
        QVERIFY(sessions);
        QCOMPARE(sessions->items.first().connection, Connection::Established);
        const auto session = outcomeOf(m_client.session(there, QStringLiteral("0195f3aa")));
        QVERIFY(session);
        QCOMPARE(session->connection, Connection::Down);
        QVERIFY(outcomeOf(m_client.deleteSession(there, QStringLiteral("0195f3aa"))));
    }

    void withoutATokenNobodyIsLetIn()
    {
        Prism prism;
        REQUIRE_TOOL(prism.mock(ownDocument), prism.why());
        const auto sessions = outcomeOf(m_client.sessions(endpoint(prism.url(), {})));
        QVERIFY(!sessions);
        QCOMPARE(sessions.error().kind, ErrorKind::Unauthenticated);
    }

    void theClientFindsTheDialectOfThePublishedDocuments_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<bool>("isArray");
        QTest::newRow("main") << "autopeer-main.yaml" << true;
        QTest::newRow("negotiation") << "autopeer-negotiation.yaml" << false;
    }
    void theClientFindsTheDialectOfThePublishedDocuments()
    {
        QFETCH(QString, document);
        QFETCH(bool, isArray);
        const QString file = QDir(published).filePath(document);
        if (!QFileInfo::exists(file))
            QSKIP(qPrintable(QStringLiteral("%1 is not here").arg(QDir::cleanPath(file))));
        Prism prism;
        REQUIRE_TOOL(prism.mock(file), prism.why());
        const auto created = outcomeOf(m_client.createSessions(endpoint(prism.url()), exampleRequest()));
        QVERIFY2(created, created ? "" : qPrintable(created.error().detail));
        QCOMPARE(created->dialect.bodyShape == Dialect::BodyShape::Array, isArray);

        // The mock answers every page with the same invented token: that it is left, and not refused, shows that the
        // requests were good.
        // The negotiation document requires a token on the first page, where nobody can have one, and Prism takes the
        // empty one for none.
        const auto sessions = outcomeOf(m_client.sessions(endpoint(prism.url())));
        QVERIFY(!sessions);
        QCOMPARE(sessions.error().detail,
                 isArray ? QStringLiteral("The list never ends") : QStringLiteral("HTTP 400 Bad Request"));
        const auto session = outcomeOf(m_client.session(endpoint(prism.url()), QStringLiteral("s1")));
        QVERIFY(session);
        QVERIFY(outcomeOf(m_client.deleteSession(endpoint(prism.url()), QStringLiteral("s1"))));
    }

    void whatWeAnswerIsWhatTheDocumentsSay_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isArray");
        QTest::newRow("ours") << ownDocument << false;
        QTest::newRow("main") << QDir(published).filePath(QStringLiteral("autopeer-main.yaml")) << true;
        QTest::newRow("negotiation") << QDir(published).filePath(QStringLiteral("autopeer-negotiation.yaml")) << false;
    }
    void whatWeAnswerIsWhatTheDocumentsSay()
    {
        QFETCH(QString, file);
        QFETCH(bool, isArray);
        if (!QFileInfo::exists(file))
            QSKIP(qPrintable(QStringLiteral("%1 is not here").arg(QDir::cleanPath(file))));
        ScriptedServer server(&answerOfOurs);
        Prism prism;
        REQUIRE_TOOL(prism.proxy(file, server.url()), prism.why());
        RemoteEndpoint there = endpoint(prism.url());
        there.dialect.bodyShape = isArray ? Dialect::BodyShape::Array : Dialect::BodyShape::Object;

        const auto created = outcomeOf(m_client.createSessions(there, exampleRequest()));
        QVERIFY2(created, created ? "" : qPrintable(created.error().detail));
        QCOMPARE(created->value.accepted.size(), 1);
        if (!file.endsWith(u"negotiation.yaml")) { // which requires a token of the first page
            const auto sessions = outcomeOf(m_client.sessions(there));
            QVERIFY2(sessions, sessions ? "" : qPrintable(sessions.error().detail));
            const auto locations = outcomeOf(m_client.locations(there));
            QVERIFY2(locations, locations ? "" : qPrintable(locations.error().detail));
        }
        const auto session = outcomeOf(m_client.session(there, QStringLiteral("0195f3aa")));
        QVERIFY2(session, session ? "" : qPrintable(session.error().detail));
        const auto unknown = outcomeOf(m_client.session(there, QStringLiteral("unknown")));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().detail, QStringLiteral("There is no such session (noc@as64496.example)"));
    }
};

QTEST_GUILESS_MAIN(TstPrism)
#include "tst_prism.moc"
