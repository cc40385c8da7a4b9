// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeissuer.h"
#include "workflow/drafts/drafts.h"
#include "workflow/drafts/keychoice.h"
#include "workflow/keys/keys.h"
#include "workflow/requestdesk.h"

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

/// A desk that holds one key for 192.0.2.0/24 at an issuer.
struct KeyDesk : RequestDesk
{
    KeyDesk()
        : issuer(clock)
        , keys(http, clock, tokens, [this] { return issuer.url(); })
        , drafted(*database, clock, places.places())
    {
        const UtcMs expires = clock.now() + std::chrono::milliseconds(std::chrono::days(90)).count();
        reference = issuer.issue({{QStringLiteral("192.0.2.0/24"), {}}}, own, expires, QStringLiteral("ours"))
                        .terms.reference.toString();
        askTheIssuer(*requests);
    }

    void askTheIssuer(Requests &asking)
    {
        asking.setStatementSource([this](QString named) { return keys.statement(std::move(named)); });
    }
    QString draftWithKey()
    {
        const QString id = draft(1);
        const auto set = outcomeOf(drafted.setKeys(id, {reference}));
        if (!set)
            qFatal("%s", qPrintable(set.error().detail));
        return id;
    }
    [[nodiscard]] QJsonObject postedKey() const
    {
        return endpoint.posted()[QStringLiteral("rak")].toArray().at(0).toObject();
    }
    SentKey went(const Request &request) { return outcomeOf(requests->keys(request.id))->value(0); }

    FakeIssuer issuer;
    Keys keys;
    Drafts drafted;
    QString reference;
};

} // namespace

/// Keys that go with what we ask for.
class TstSentKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void aKeyGoesAlongWithItsIssuersNewestStatement()
    {
        KeyDesk desk;
        const QString draft = desk.draftWithKey();
        desk.clock.advance(30h); // a statement from when the draft was made would have ended
        const auto sent = outcomeOf(desk.requests->send(draft, person));
        QVERIFY(sent);
        QCOMPARE(desk.postedKey()[QStringLiteral("ref")].toString(), desk.reference);
        // ES256 signs the same words otherwise each time: all but the signature is compared.
        const auto words = [](const QByteArray &statement) { return statement.left(statement.lastIndexOf('.')); };
        QCOMPARE(words(desk.postedKey()[QStringLiteral("statement")].toString().toLatin1()),
                 words(desk.issuer.statement(desk.issuer.keys.first().terms)));
        QCOMPARE(desk.went(*sent), (SentKey{desk.reference, SentKey::Way::WithStatement, {}}));
    }

    void aSilentIssuerKeepsNothingFromBeingSent()
    {
        KeyDesk desk;
        const QString draft = desk.draftWithKey();
        desk.issuer.status = 503;
        const auto sent = outcomeOf(desk.requests->send(draft, person));
        QVERIFY(sent);
        QCOMPARE(sent->sessions.first().status(), Status::Pending);
        QCOMPARE(desk.postedKey(), (QJsonObject{{QStringLiteral("ref"), desk.reference}}));
        QCOMPARE(desk.went(*sent).way, SentKey::Way::Alone);
        QVERIFY2(sentKeySentence(desk.went(*sent)).contains(QStringLiteral("proves nothing")),
                 qPrintable(sentKeySentence(desk.went(*sent))));
    }

    void whoHasNoIssuerSendsTheReferenceAlone()
    {
        KeyDesk desk;
        const QString draft = desk.draftWithKey();
        desk.requests = desk.makeRequests();
        const auto sent = outcomeOf(desk.requests->send(draft, person));
        QVERIFY(sent);
        QCOMPARE(desk.went(*sent).why, QStringLiteral("no issuer of keys is set up"));
    }

    void keysGoAlongAfterARestart()
    {
        KeyDesk desk;
        const QString draft = desk.draftWithKey();
        desk.endpoint.fail("POST", {503, "{}", false, {}});
        const auto sent = outcomeOf(desk.requests->send(draft, person));
        QVERIFY(sent);
        QCOMPARE(desk.endpoint.sessions().size(), 0);
        desk.requests = desk.makeRequests();
        desk.askTheIssuer(*desk.requests);
        QVERIFY(desk.settle());
        QCOMPARE(desk.endpoint.sessions().size(), 1);
        QCOMPARE(desk.postedKey()[QStringLiteral("ref")].toString(), desk.reference);
        QCOMPARE(desk.went(*sent).way, SentKey::Way::WithStatement);
    }

    void whatIsDraftedAgainKeepsItsKeys()
    {
        KeyDesk desk;
        desk.endpoint.decide = [](const QJsonObject &) { return QStringLiteral("!no room"); };
        const auto sent = outcomeOf(desk.requests->send(desk.draftWithKey(), person));
        QVERIFY(sent);
        QVERIFY(outcomeOf(desk.requests->draftAgain({sent->sessions.first().id})));
        QCOMPARE(desk.drafts().first().keys, QStringList{desk.reference});
    }

    void aKeyItselfIsRefusedAndNotKept()
    {
        KeyDesk desk;
        const QString id = desk.draftWithKey();
        const QString secret = desk.issuer.keys.first().text.revealText();
        const auto set = outcomeOf(desk.drafted.setKeys(id, {desk.reference, secret}));
        QVERIFY(!set);
        QCOMPARE(set.error().kind, ErrorKind::Invalid);
        QVERIFY2(set.error().detail.contains(QStringLiteral("secret key itself")), qPrintable(set.error().detail));
        QVERIFY(!set.error().detail.contains(secret));
        QCOMPARE(desk.drafts().first().keys, QStringList{desk.reference});
    }

    void whatWouldProveNothingCannotBeChosen()
    {
        const ManualClock clock;
        FakeIssuer issuer(clock);
        const UtcMs later = clock.now() + 1000;
        const auto held = [&](const QString &audience, UtcMs expires) {
            HeldKey key;
            key.terms = issuer.issue({{QStringLiteral("192.0.2.0/24"), {}}}, own, expires, {}).terms;
            key.audience = audience;
            return key;
        };
        const auto why = [&](const HeldKey &key) { return keyChoices({key}, {}, other, clock.now()).first().why; };
        QCOMPARE(why(held({}, later)), QString());
        QCOMPARE(why(held(other.toString(), later)), QString());
        QCOMPARE(why(held(QStringLiteral("AS64999"), later)), QStringLiteral("made for AS64999 alone"));
        QVERIFY(why(held({}, clock.now())).startsWith(QStringLiteral("expired on")));
        const QList<KeyChoice> gone =
            keyChoices({}, {QStringLiteral("80K-380G4-0R40M-30E25-HJPME-E")}, other, clock.now());
        QVERIFY(gone.first().chosen && !gone.first().why.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstSentKeys)
#include "tst_sentkeys.moc"
