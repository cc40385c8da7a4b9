// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "http/httpclient.h"
#include "peering/notice.h"
#include "storage/database.h"
#include "support/databaseplace.h"
#include "support/fakeissuer.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "storage/noticestore.h"
#include "workflow/keys/keys.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr UtcMs aDay = 24LL * 60 * 60 * 1000;
const Asn own(64496);
const Asn customer(64500);

HttpClientSettings inside()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

/// A holder's desk and its issuer.
struct Rig
{
    Rig()
        : issuer(clock)
        , keys(
              http, clock,
              [this](QUrl place) -> QCoro::Task<Result<Secret>> {
                  if (place != issuer.url())
                      co_return Error(ErrorKind::Unauthenticated);
                  co_return Secret(QStringLiteral("holder"));
              },
              [this] { return issuer.url(); })
    {
    }

    [[nodiscard]] KeyForm form(const QString &prefixes) const
    {
        return {newUuid(), prefixes, QStringLiteral("AS64500"), clock.now() + 90 * aDay, QStringLiteral("Fibre"), {},
                false,     {}};
    }
    FakeIssuer::Held &issued(int days)
    {
        return issuer.issue({{QStringLiteral("192.0.2.0/24"), 25}}, customer, clock.now() + days * aDay,
                            QStringLiteral("Fibre"));
    }
    KeyAnswer check(const QString &typed) { return *outcomeOf(keys.check(Secret(typed))); }
    [[nodiscard]] QString letterOf(const FakeIssuer::Held &held, const QString &audience = {}) const
    {
        Letter letter;
        letter.key.terms = held.terms;
        letter.key.statement = issuer.statement(held.terms, audience);
        letter.issuer = issuer.url();
        return textOf(letter).toString();
    }

    ManualClock clock;
    FakeIssuer issuer;
    HttpClient http{inside()};
    Keys keys;
};

QStringList wordsOf(const QList<FieldError> &faults)
{
    QStringList words;
    for (const FieldError &fault : faults)
        words.append(fault.field + QStringLiteral(": ") + fault.messages.join(u' '));
    return words;
}

} // namespace

class TstKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void aKeyIsIssuedAndItsSecretShownOnce()
    {
        Rig rig;
        QSignalSpy changed(&rig.keys, &Keys::changed);
        const auto fresh = outcomeOf(rig.keys.issue(rig.form(QStringLiteral("192.0.2.0/24 max 25\n2001:db8::/32"))));
        QVERIFY(fresh.ok());
        QVERIFY(BearerKey::parse(fresh->key).ok());
        QCOMPARE(changed.count(), 1);
        const auto listed = outcomeOf(rig.keys.list());
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->first().terms.reference, fresh->reference);
        QCOMPARE(prefixesInWords(listed->first().terms.prefixes),
                 QStringLiteral("192.0.2.0/24 up to /25, 2001:db8::/32"));
        QCOMPARE(listed->first().label, QStringLiteral("Fibre"));
    }

    void anUnclearOutcomeNeverIssuesTwice()
    {
        Rig rig;
        const KeyForm form = rig.form(QStringLiteral("192.0.2.0/24"));
        rig.issuer.status = 502;
        rig.issuer.actsFirst = true;
        QCOMPARE(outcomeOf(rig.keys.issue(form)).error().kind, ErrorKind::TimedOut);
        QVERIFY(outcomeOf(rig.keys.issue(form)).ok());
        QCOMPARE(rig.issuer.keys.size(), 1);
    }

    void whatIsTypedIsCheckedBeforeItIsSent_data()
    {
        QTest::addColumn<QString>("prefixes");
        QTest::addColumn<QString>("origin");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("expected");
        const QString good = QStringLiteral("192.0.2.0/24");
        const QString as = QStringLiteral("64500");
        QTest::newRow("good") << good << as << 90 << QString();
        QTest::newRow("host bits") << QStringLiteral("192.0.2.1/24") << as << 90 << QStringLiteral("host bits set");
        QTest::newRow("not held") << QStringLiteral("198.51.100.0/24") << as << 90
                                  << QStringLiteral("198.51.100.0/24 is not among the resources");
        QTest::newRow("twice") << good + u'\n' + good << as << 90 << QStringLiteral("stands in the list already");
        QTest::newRow("within") << good + QStringLiteral(", 192.0.2.0/25") << as << 90 << QStringLiteral("lies within");
        QTest::newRow("too long") << QStringLiteral("192.0.2.0/24 max 33") << as << 90
                                  << QStringLiteral("longest length");
        QTest::newRow("no number") << good << QStringLiteral("AS0") << 90 << QStringLiteral("no AS number");
        QTest::newRow("over") << good << as << 0 << QStringLiteral("ended already");
        QTest::newRow("too far") << good << as << 400 << QStringLiteral("a year at most");
    }
    void whatIsTypedIsCheckedBeforeItIsSent()
    {
        QFETCH(QString, prefixes);
        QFETCH(QString, origin);
        QFETCH(int, days);
        QFETCH(QString, expected);
        Rig rig;
        KeyForm form = rig.form(prefixes);
        form.origin = origin;
        form.expires = rig.clock.now() + days * aDay;
        const auto held = outcomeOf(rig.keys.resources());
        QVERIFY(held.ok());
        const QString found = wordsOf(checkKeyForm(form, *held, rig.clock.now())).join(u'\n');
        QVERIFY2(expected.isEmpty() ? found.isEmpty() : found.contains(expected), qPrintable(found));
    }

    void anIssuerThatDoesNotTellWhatIsHeldDecidesByItself()
    {
        Rig rig;
        rig.issuer.tellsResources = false;
        const auto held = outcomeOf(rig.keys.resources());
        QVERIFY(held.ok() && held->isEmpty());
        QVERIFY(checkKeyForm(rig.form(QStringLiteral("198.51.100.0/24")), *held, rig.clock.now()).isEmpty());
    }

    void severalAreRenewedAndTheRestIsNamed()
    {
        Rig rig;
        const QString good = rig.issued(10).terms.reference.toString();
        const QString revoked = rig.issued(10).terms.reference.toString();
        QVERIFY(outcomeOf(rig.keys.revoke(revoked, QStringLiteral("left"))).ok());
        QCOMPARE(rig.issuer.orders.last()[QStringLiteral("reason")].toString(), QStringLiteral("left"));
        const auto refused = outcomeOf(rig.keys.renew({good, revoked}, {rig.clock.now() + 100 * aDay, {}}));
        QVERIFY(refused.ok());
        QCOMPARE(refused->size(), 1);
        QCOMPARE(refused->first().reference, revoked);
        QCOMPARE(refused->first().error.kind, ErrorKind::Conflict);
        QCOMPARE(rig.issuer.keys.first().terms.expires, rig.clock.now() + 100 * aDay);
    }

    void aKeyIsIssuedThatRenewsItselfAndTellsOthers()
    {
        Rig rig;
        KeyForm form = rig.form(QStringLiteral("192.0.2.0/24"));
        form.renews = true;
        form.notify = QStringLiteral("noc@as64500.example, M. Ops <ops@as64500.example>,");
        QVERIFY(outcomeOf(rig.keys.issue(form)).ok());
        const auto listed = outcomeOf(rig.keys.list());
        QVERIFY(listed.ok() && listed->first().renews);
        QCOMPARE(listed->first().notify,
                 QStringList({QStringLiteral("noc@as64500.example"), QStringLiteral("M. Ops <ops@as64500.example>")}));
        form.notify = QStringLiteral("noc@as64500.example, nobody");
        QCOMPARE(wordsOf(checkKeyForm(form, {}, rig.clock.now())),
                 QStringList{QStringLiteral("notify: nobody is no mail address.")});
        QCOMPARE(outcomeOf(rig.keys.issue(form)).error().kind, ErrorKind::Invalid);
    }

    void whetherAKeyRenewsItselfIsChangedWithoutMovingItsEnd()
    {
        Rig rig;
        const QString reference = rig.issued(10).terms.reference.toString();
        const UtcMs end = rig.issuer.keys.first().terms.expires;
        const auto renews = [&] { return outcomeOf(rig.keys.list())->first().renews; };
        QVERIFY(outcomeOf(rig.keys.renew({reference}, {0, true}))->isEmpty());
        QVERIFY(renews());
        QVERIFY(outcomeOf(rig.keys.renew({reference}, {0, false}))->isEmpty());
        QVERIFY(!renews());
        QCOMPARE(rig.issuer.keys.first().terms.expires, end);
    }

    void aKeyThatWasSentIsAnsweredInWords()
    {
        Rig rig;
        rig.issuer.registry = Registry::Ripe;
        const FakeIssuer::Held held = rig.issued(10);
        const KeyAnswer good = rig.check(held.text.revealText());
        QCOMPARE(good.verdict, KeyAnswer::Verdict::Good);
        QCOMPARE(good.sentence,
                 QStringLiteral("Valid until 2026-12-03T00:00:00Z: AS64500 may announce 192.0.2.0/24 up to /25."));
        rig.clock.advance(240h);
        QCOMPARE(rig.check(held.text.revealText()).verdict, KeyAnswer::Verdict::Bad);
        QVERIFY(rig.check(held.text.revealText()).sentence.startsWith(QStringLiteral("Expired on 2026-12-03")));
        const KeyAnswer invented = rig.check(BearerKey::generate(Registry::Ripe).toText().revealText());
        QCOMPARE(invented.verdict, KeyAnswer::Verdict::Bad);
        QVERIFY(invented.sentence.contains(QStringLiteral("no such key")));
    }

    void aTestKeyProvesNothing()
    {
        Rig rig;
        const KeyAnswer answer = rig.check(rig.issued(10).text.revealText());
        QCOMPARE(answer.verdict, KeyAnswer::Verdict::Unclear);
        QVERIFY(answer.sentence.contains(QStringLiteral("test key")));
    }

    void aMistypedKeyIsSaidToBeMistypedAndNotSent()
    {
        Rig rig;
        QString text = rig.issued(10).text.revealText();
        text.replace(text.size() - 4, 1, text.at(text.size() - 4) == u'7' ? u'8' : u'7');
        const KeyAnswer answer = rig.check(text);
        QCOMPARE(answer.verdict, KeyAnswer::Verdict::Bad);
        QVERIFY2(answer.sentence.contains(QStringLiteral("mistyped")), qPrintable(answer.sentence));
        QVERIFY(rig.issuer.orders.isEmpty());
    }

    void aReferenceIsToldOfOnlyToWhoSawTheKey()
    {
        Rig rig;
        rig.issuer.registry = Registry::Ripe;
        FakeIssuer::Held &held = rig.issued(10);
        const QString reference = held.terms.reference.toString();
        QCOMPARE(rig.check(reference).verdict, KeyAnswer::Verdict::Unclear);
        QCOMPARE(rig.check(held.text.revealText()).verdict, KeyAnswer::Verdict::Good);
        QCOMPARE(rig.check(reference).verdict, KeyAnswer::Verdict::Good);
    }

    void aLetterIsBelievedForWhatTheIssuerSigned()
    {
        Rig rig;
        rig.issuer.registry = Registry::Ripe;
        const FakeIssuer::Held held = rig.issued(10);
        const QString letter = rig.letterOf(held);
        const KeyAnswer answer = rig.check(letter);
        QCOMPARE(answer.verdict, KeyAnswer::Verdict::Good);
        QVERIFY(answer.note.contains(QStringLiteral("signed it on 2026-11-23")));
        rig.clock.advance(25h); // the statement is over, the key is not
        QCOMPARE(rig.check(letter).verdict, KeyAnswer::Verdict::Unclear);
        QCOMPARE(rig.check(held.text.revealText()).verdict, KeyAnswer::Verdict::Good);
        QCOMPARE(rig.check(letter).verdict, KeyAnswer::Verdict::Good);
    }

    void aLetterOfARevokedKeyIsNotBelievedByWhoSawTheKey()
    {
        Rig rig;
        rig.issuer.registry = Registry::Ripe;
        const FakeIssuer::Held held = rig.issued(10);
        const QString letter = rig.letterOf(held);
        QCOMPARE(rig.check(held.text.revealText()).verdict, KeyAnswer::Verdict::Good);
        QVERIFY(outcomeOf(rig.keys.revoke(held.terms.reference.toString(), QStringLiteral("left"))).ok());
        const KeyAnswer answer = rig.check(letter);
        QCOMPARE(answer.verdict, KeyAnswer::Verdict::Bad);
        QVERIFY(answer.sentence.contains(QStringLiteral("Revoked")));
    }

    void aForgedLetterIsNotBelieved()
    {
        Rig rig;
        FakeIssuer forger(rig.clock);
        forger.registry = Registry::Ripe;
        const FakeIssuer::Held &held =
            forger.issue({{QStringLiteral("192.0.2.0/24"), {}}}, customer, rig.clock.now() + 10 * aDay, {});
        Letter letter;
        letter.key.terms = held.terms;
        letter.key.statement = forger.statement(held.terms);
        letter.issuer = forger.url(); // his own, which would say yes
        const KeyAnswer named = rig.check(textOf(letter).toString());
        QCOMPARE(named.verdict, KeyAnswer::Verdict::Unclear);
        QVERIFY(named.sentence.contains(QStringLiteral("not the one that this desk trusts")));
        letter.issuer = rig.issuer.url(); // ours, which did not sign it
        const KeyAnswer signedByOther = rig.check(textOf(letter).toString());
        QCOMPARE(signedByOther.verdict, KeyAnswer::Verdict::Unclear);
        QVERIFY2(signedByOther.sentence.contains(QStringLiteral("does not hold")), qPrintable(signedByOther.sentence));
    }

    void aLetterMadeForUsIsBelievedByUsAndNobodyElse()
    {
        Rig rig;
        rig.issuer.registry = Registry::Ripe;
        const FakeIssuer::Held held = rig.issued(10);
        const QString letter = rig.letterOf(held, QStringLiteral("AS64510"));
        rig.keys.checkAs([] { return Asn(64510); });
        QCOMPARE(rig.check(letter).verdict, KeyAnswer::Verdict::Good);
        rig.keys.checkAs([] { return own; });
        const KeyAnswer other = rig.check(letter);
        QCOMPARE(other.verdict, KeyAnswer::Verdict::Unclear);
        QVERIFY2(other.sentence.contains(QStringLiteral("it is for AS64510 alone")), qPrintable(other.sentence));
    }

    void aKeyOfAnotherRegistryIsNotShownToTheIssuer()
    {
        Rig rig;
        rig.issuer.registry = Registry::Ripe;
        rig.issued(10);
        const KeyAnswer answer = rig.check(BearerKey::generate(Registry::Arin).toText().revealText());
        QCOMPARE(answer.verdict, KeyAnswer::Verdict::Unclear);
        QVERIFY2(answer.note.contains(QStringLiteral("shown to nobody")), qPrintable(answer.note));
        QVERIFY(rig.issuer.orders.isEmpty());
    }

    void aLetterOfManyPrefixesIsProvenByItsCodeToo()
    {
        Rig rig;
        rig.issuer.registry = Registry::Ripe;
        QList<PrefixWish> prefixes;
        for (int i = 0; i < 20; ++i)
            prefixes.append({QStringLiteral("2001:db8:%1::/48").arg(2 * i + 1), {}});
        const FakeIssuer::Held held = rig.issuer.issue(prefixes, customer, rig.clock.now() + 10 * aDay, {});
        QCOMPARE(rig.check(rig.letterOf(held)).verdict, KeyAnswer::Verdict::Good);
    }

    void aLettersTextComesBackAsItWas()
    {
        Rig rig;
        const FakeIssuer::Held held = rig.issued(10);
        const auto text = LetterText::parse(rig.letterOf(held));
        QVERIFY(text.ok());
        QCOMPARE(text->reference, held.terms.reference);
        QCOMPARE(text->issuer, rig.issuer.url());
        QVERIFY(!text->statement.isEmpty());
        QVERIFY(!LetterText::parse(u"RAK-LETTER/1 80K-nonsense https://issuer.example").ok());
        QVERIFY(!LetterText::parse(u"RAK-LETTER/1").ok());
        QVERIFY(!LetterText::parse(u"https://issuer.example").ok());
    }

    void whatHasEndedSinceItWasListedIsToldOnce()
    {
        Rig rig;
        const QString brief = rig.issued(1).terms.reference.toString();
        (void)rig.issued(10);
        QSignalSpy ended(&rig.keys, &Keys::ended);
        QVERIFY(outcomeOf(rig.keys.list()).ok());
        rig.clock.advance(std::chrono::hours(48));
        QVERIFY(outcomeOf(rig.keys.list()).ok());
        QVERIFY(outcomeOf(rig.keys.list()).ok());
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toString(), brief);
    }

    void eachReminderIsWrittenOnce()
    {
        Rig rig;
        QTemporaryDir folder;
        auto database = *Database::open(newDatabase(folder), rig.clock);
        rig.keys.remindIn(*database, [] { return own; });
        rig.issued(40);
        rig.issued(40).renews = true; // which needs nobody
        const auto reminders = [&] {
            if (!outcomeOf(rig.keys.list()).ok())
                qFatal("no list");
            return database->read([](QSqlDatabase &db) { return NoticeStore(db).waiting(own); }).result()->size();
        };
        QCOMPARE(reminders(), 0);
        rig.clock.advance(std::chrono::hours(24) * 11); // 29 days are left
        QCOMPARE(reminders(), 1);
        QCOMPARE(reminders(), 1);
        Keys otherDesk(
            rig.http, rig.clock, [](QUrl) -> QCoro::Task<Result<Secret>> { co_return Secret(); },
            [&rig] { return rig.issuer.url(); });
        otherDesk.remindIn(*database, [] { return own; });
        QVERIFY(outcomeOf(otherDesk.list()).ok());
        QCOMPARE(reminders(), 1);
        rig.clock.advance(std::chrono::hours(24) * 23); // 6 days
        QCOMPARE(reminders(), 2);
        const auto notices = database->read([](QSqlDatabase &db) { return NoticeStore(db).waiting(own); }).result();
        QCOMPARE(notices->first().kind, Notice::Kind::KeyEnding);
        QCOMPARE(notices->first().text,
                 QStringLiteral("Fibre for 192.0.2.0/24 up to /25 ends on 2027-01-02T00:00:00Z."));
        QTRY_VERIFY(database->isIdle());
    }
};

QTEST_GUILESS_MAIN(TstKeys)
#include "tst_keys.moc"
