// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"
#include "lab/mirrorsource.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::lab;
using namespace Qt::Literals::StringLiterals;
using peerdesk::test::outcomeOf;

class TstMirrorSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_source = std::make_unique<MirrorSource>(m_clock, world::makeWorld({300, 40, 500, 250}, 3));
        QVERIFY(m_source->listen());
        HttpClientSettings settings;
        settings.allowPrivate = true;
        m_client = std::make_unique<HttpClient>(settings);
    }
    void cleanupTestCase()
    {
        m_client.reset();
        m_source.reset();
    }

    void aDumpHoldsEverythingButContacts()
    {
        QCOMPARE(rows("/net-0.json").size(), 300);
        const qsizetype ports = rows("/netixlan-0.json").size(); // one in five hundred is buried
        QVERIFY(ports > 490 && ports <= 500);
        QCOMPARE(statusOf("/poc-0.json"), 404);
        QCOMPARE(statusOf("/nothing-0.json"), 404);
        QCOMPARE(statusOf("/"), 404);
    }

    void contactsBeyondThePublicOnesNeedAKey()
    {
        const qsizetype anonymous = rows("/api/poc").size();
        const qsizetype user = rows("/api/poc", "Api-Key anything").size();
        QVERIFY(anonymous > 0);
        QVERIFY(user > 2 * anonymous);
    }

    void anIncrementTellsWhatChangedSince()
    {
        const qint64 now = m_clock.now() / 1000;
        const QByteArray sinceNow = "/api/net?since=" + QByteArray::number(now);
        QCOMPARE(rows(sinceNow).size(), 0);
        m_clock.advance(std::chrono::seconds(10));
        m_source->touch(world::cast::approvesAll);
        const QJsonArray changed = rows(sinceNow);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first()["asn"_L1].toInteger(), 64500);
        QVERIFY(rows("/api/net?since=0").size() == 300);
    }

private:
    HttpResponse ask(const QByteArray &path, const QByteArray &authorization = {})
    {
        HttpRequest request(QUrl(m_source->url().toString() + QString::fromLatin1(path)));
        if (!authorization.isEmpty())
            request.headers.set("Authorization", authorization);
        const auto response = outcomeOf(m_client->send(request));
        return response ? *response : HttpResponse(0);
    }
    int statusOf(const QByteArray &path) { return ask(path).status; }
    QJsonArray rows(const QByteArray &path, const QByteArray &authorization = {})
    {
        return QJsonDocument::fromJson(ask(path, authorization).body)["data"_L1].toArray();
    }

    test::ManualClock m_clock;
    std::unique_ptr<MirrorSource> m_source;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TstMirrorSource)
#include "tst_mirrorsource.moc"
