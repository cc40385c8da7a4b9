// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include "storage/policystore.h"
#include "workflow/inbound/reception.h"
#include "workflow/policy/policies.h"
#include "workflow/policy/policyinforce.h"

#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

const QString me = QStringLiteral("R. Coordinator <noc@as64496.example>");
constexpr auto month = std::chrono::hours(28 * 24);

using Rule = QList<RuleField>;

Rule rule(const QString &name, const QString &verdict, const Rule &more = {})
{
    return Rule{{QStringLiteral("name"), {name}}, {QStringLiteral("verdict"), {verdict}}} + more;
}

PolicyForm form(const QList<Rule> &rules, Policy::Posture posture = Policy::Posture::Selective)
{
    return {posture, rules};
}

QStringList problemsOf(const PolicyForm &form)
{
    QList<RuleProblem> problems;
    (void)readPolicyForm(form, problems);
    QStringList words;
    for (const RuleProblem &problem : problems)
        words.append(QStringLiteral("%1 %2 %3").arg(problem.rule).arg(problem.key, problem.message));
    return words;
}

/// One session at the exchange, from one of their addresses.
IncomingRequest incoming(const QString &theirAddress)
{
    SessionProposal proposal;
    proposal.itemId = newUuid();
    proposal.initiator = otherAsn;
    proposal.receiver = ownAsn;
    proposal.initiatorAddress = ip(theirAddress);
    proposal.receiverAddress = ip(QStringLiteral("192.0.2.20"));
    proposal.location = Location::exchange(42);
    IncomingRequest request;
    request.request.proposals = {proposal};
    return request;
}

/// A network that approves everything by its configuration.
QList<ServedNetwork> approving()
{
    PolicyRule all;
    all.name = QStringLiteral("all");
    all.verdict = PolicyRule::Verdict::Approve;
    ServedNetwork network;
    network.asn = ownAsn;
    network.policy = Policy({all});
    return {network};
}

const Caller caller{{otherAsn}, QStringLiteral("M. Ops <noc@as64500.example>"), QStringLiteral("noc@as64500.example")};

} // namespace

/// The policy as it is edited at the desk.
class TstPolicies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void everyConditionOutlivesItsText()
    {
        const PolicyForm all =
            form({rule(QStringLiteral("a \"quoted\" \\ name"), QStringLiteral("reject"),
                       {{QStringLiteral("reason"), {QStringLiteral("no\tdeal – yet")}},
                        {QStringLiteral("until"), {QStringLiteral("2027-02-28")}},
                        {QStringLiteral("network"), {QStringLiteral("64511")}},
                        {QStringLiteral("sender"), {QStringLiteral("*@as64500.example")}},
                        {QStringLiteral("valid_rak"), {QStringLiteral("true")}},
                        {QStringLiteral("location_type"), {QStringLiteral("public")}},
                        {QStringLiteral("exchange"), {QStringLiteral("26"), QStringLiteral("42")}},
                        {QStringLiteral("facility"), {QStringLiteral("17")}},
                        {QStringLiteral("family"), {QStringLiteral("ipv6")}},
                        {QStringLiteral("role"), {QStringLiteral("peer"), QStringLiteral("customer")}},
                        {QStringLiteral("registered"), {QStringLiteral("true")}},
                        {QStringLiteral("peeringdb_policy"), {QStringLiteral("Open")}},
                        {QStringLiteral("network_type"), {QStringLiteral("NSP")}},
                        {QStringLiteral("scope"), {QStringLiteral("Europe")}},
                        {QStringLiteral("ratio"), {QStringLiteral("Balanced")}},
                        {QStringLiteral("as_set"), {QStringLiteral("false")}},
                        {QStringLiteral("min_prefixes"), {QStringLiteral("1")}},
                        {QStringLiteral("max_prefixes"), {QStringLiteral("1000")}},
                        {QStringLiteral("min_traffic_mbit"), {QStringLiteral("100")}},
                        {QStringLiteral("min_shared_exchanges"), {QStringLiteral("2")}},
                        {QStringLiteral("min_existing_sessions"), {QStringLiteral("0")}},
                        {QStringLiteral("max_existing_sessions"), {QStringLiteral("4")}}})},
                 Policy::Posture::Restrictive);
        QCOMPARE(int(all.rules.first().size()), int(ruleFieldKinds().size()));
        QCOMPARE(problemsOf(all), QStringList());
        const auto policy = readPolicyText(policyText(all));
        QVERIFY(policy);
        QCOMPARE(policyText(formOf(*policy)), policyText(all));
        QVERIFY(formOf(*policy) == all);
    }

    void whatIsTypedWrongIsSaidAtItsField_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *key, const QStringList &values, const char *message) {
            QTest::newRow(name) << QString::fromLatin1(key) << values << QString::fromLatin1(message);
        };
        row("words instead of numbers", "exchange", {QStringLiteral("DE-CIX")}, "must be a list of whole numbers");
        row("a number too large", "max_prefixes", {QStringLiteral("99999999999")}, "must be a whole number");
        row("quotes that would end the string", "min_prefixes", {QStringLiteral("\"\n[[rule]]")},
            "must be a whole number");
        row("no day", "until", {QStringLiteral("soon")}, "must be a day");
        row("no role", "role", {QStringLiteral("friend")}, "must be of provider");
        row("nothing at all", "network", {}, "is empty");
        row("a list of nothing", "scope", {QString()}, "is empty");
        row("an empty choice", "family", {QString()}, "is empty");
        row("a reason nobody hears", "reason", {QStringLiteral("x")}, "is only told with a rejection");
    }
    void whatIsTypedWrongIsSaidAtItsField()
    {
        QFETCH(QString, key);
        QFETCH(QStringList, values);
        QFETCH(QString, message);
        const QStringList problems =
            problemsOf(form({rule(QStringLiteral("right"), QStringLiteral("ask")),
                             rule(QStringLiteral("wrong"), QStringLiteral("ask"), {{key, values}})}));
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().startsWith(QStringLiteral("1 %1 %2").arg(key, message)),
                 qPrintable(problems.first()));
    }

    void networksAreTypedAsPeopleNameThem()
    {
        QList<RuleProblem> problems;
        const auto policy = readPolicyForm(
            form({rule(QStringLiteral("a"), QStringLiteral("ask"),
                       {{QStringLiteral("network"), {QStringLiteral("AS64500"), QStringLiteral("64511")}}})}),
            problems);
        QVERIFY(policy);
        QCOMPARE(policy->rules().first().networks, QList({Asn(64500), Asn(64511)}));
    }

    void aSavedPolicyIsInForceAndTheLogSaysWhoMadeIt()
    {
        Desk desk;
        Policies policies(desk.database(), desk.clock, exampleWorld());
        const auto nothing = outcomeOf(policies.state(ownAsn));
        QVERIFY(nothing && !nothing->isDesks() && nothing->textInForce().isEmpty());

        const PolicyForm first = form({rule(QStringLiteral("all"), QStringLiteral("approve"))});
        const auto saved = outcomeOf(policies.save(ownAsn, first, nothing->version(), me));
        QVERIFY(saved && saved->isDesks());
        QCOMPARE(saved->desk->who, me);
        const PolicyForm second = form({rule(QStringLiteral("none"), QStringLiteral("reject")),
                                        rule(QStringLiteral("all"), QStringLiteral("ask"))},
                                       Policy::Posture::Open);
        desk.clock.advance(std::chrono::seconds(1));
        const auto changed = outcomeOf(policies.save(ownAsn, second, saved->version(), me));
        QVERIFY(changed);
        desk.clock.advance(std::chrono::seconds(1));
        QVERIFY(outcomeOf(policies.takeBack(ownAsn, changed->version(), me)));
        QVERIFY(!outcomeOf(policies.state(ownAsn))->isDesks());

        const auto history = outcomeOf(policies.history(ownAsn));
        QCOMPARE(history->size(), 3);
        QCOMPARE(history->at(0).why, QStringLiteral("added \"all\""));
        QCOMPARE(history->at(1).who, me);
        QCOMPARE(history->at(1).why, QStringLiteral("selective to open, added \"none\", changed \"all\""));
        QCOMPARE(history->at(2).toState, QStringLiteral("file"));
    }

    void ofTwoWhoSaveTheSecondIsToldOfTheFirst()
    {
        Desk desk;
        Policies policies(desk.database(), desk.clock, exampleWorld());
        const PolicyForm some = form({rule(QStringLiteral("all"), QStringLiteral("ask"))});
        QVERIFY(outcomeOf(policies.save(ownAsn, some, 0, me)));
        const auto second = outcomeOf(policies.save(ownAsn, some, 0, QStringLiteral("Somebody else")));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QVERIFY(second.error().detail.contains(me));
    }

    void nothingUnreadableIsSaved()
    {
        Desk desk;
        Policies policies(desk.database(), desk.clock, exampleWorld());
        const auto saved =
            outcomeOf(policies.save(ownAsn, form({rule(QStringLiteral("a"), QStringLiteral("maybe"))}), 0, me));
        QCOMPARE(saved.error().kind, ErrorKind::Invalid);
        QCOMPARE(outcomeOf(policies.save(ownAsn, form({}), 0, QString())).error().kind, ErrorKind::Invalid);
        QVERIFY(!outcomeOf(policies.state(ownAsn))->desk);
    }

    void whatIsSavedHoldsForTheNextRequestAtEveryEndpoint()
    {
        Desk desk;
        Reception one(desk.database(), desk.clock, exampleWorld(), approving());
        Reception another(desk.database(), desk.clock, exampleWorld(), approving());
        Policies policies(desk.database(), desk.clock, exampleWorld());
        const auto approved = outcomeOf(one.receive(incoming(QStringLiteral("192.0.2.10")), caller));
        QCOMPARE(approved->accepted.first().approval, Approval::Approved);
        QVERIFY(!outcomeOf(one.policyInForce(ownAsn))->desk);

        const auto saved =
            outcomeOf(policies.save(ownAsn,
                                    form({rule(QStringLiteral("moving"), QStringLiteral("reject"),
                                               {{QStringLiteral("reason"), {QStringLiteral("We are moving")}}})}),
                                    0, me));
        QVERIFY(saved);
        for (Reception *reception : {&one, &another}) {
            const QString address = reception == &one ? QStringLiteral("192.0.2.11") : QStringLiteral("192.0.2.12");
            const auto rejected = outcomeOf(reception->receive(incoming(address), caller));
            QCOMPARE(rejected->rejected.size(), 1);
            QCOMPARE(rejected->rejected.first().messages, QStringList{QStringLiteral("We are moving")});
            QCOMPARE(outcomeOf(reception->policyInForce(ownAsn))->desk->who, me);
        }
        QVERIFY(outcomeOf(policies.takeBack(ownAsn, saved->version(), me)));
        const auto again = outcomeOf(another.receive(incoming(QStringLiteral("192.0.2.13")), caller));
        QCOMPARE(again->accepted.first().approval, Approval::Approved);
    }

    void aPolicyThatThisProgramCannotReadLeavesEverythingToAPerson()
    {
        Desk desk;
        const StoredPolicy newer{ownAsn,
                                 StoredPolicy::Origin::Desk,
                                 QStringLiteral("[[rule]]\nname = \"a\"\nverdict = \"approve\"\nmoon_phase = 3\n"),
                                 me,
                                 desk.clock.now(),
                                 0};
        QVERIFY(desk.database().write([newer](QSqlDatabase &db) { return PolicyStore(db).save(newer); }).result());
        Reception reception(desk.database(), desk.clock, exampleWorld(), approving());
        const auto asked = outcomeOf(reception.receive(incoming(QStringLiteral("192.0.2.10")), caller));
        QCOMPARE(asked->accepted.first().approval, Approval::Pending);
        QVERIFY(desk.session(asked->accepted.first().id).explanation.contains(QStringLiteral("moon_phase")));
    }

    void theDeskSeesWhatTheConfigurationSays()
    {
        Desk desk;
        Reception reception(desk.database(), desk.clock, exampleWorld(), approving());
        QVERIFY(outcomeOf(reception.publishPolicies(QStringLiteral("peerdeskd at noc"))));
        Policies policies(desk.database(), desk.clock, exampleWorld());
        const auto state = outcomeOf(policies.state(ownAsn));
        QVERIFY(!state->isDesks() && state->file);
        QCOMPARE(state->file->who, QStringLiteral("peerdeskd at noc"));
        QCOMPARE(readPolicyText(state->textInForce())->rules().first().name, QStringLiteral("all"));
        // The same once more is no change that others would have to look at.
        QVERIFY(outcomeOf(reception.publishPolicies(QStringLiteral("peerdeskd at noc"))));
        QCOMPARE(outcomeOf(policies.state(ownAsn))->file->version, state->file->version);
    }

    void aTrialSaysWhatWouldBeJudgedOtherwise()
    {
        Desk desk;
        const Request old = desk.asked({QStringLiteral("192.0.2.10")});
        desk.clock.advance(std::chrono::hours(29 * 24));
        const Request recent = desk.asked({QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.11")});
        Policies policies(desk.database(), desk.clock, exampleWorld());
        const PolicyForm registered = form({rule(QStringLiteral("registered"), QStringLiteral("approve"),
                                                 {{QStringLiteral("registered"), {QStringLiteral("true")}}})});
        const auto trial = outcomeOf(policies.tryOut(ownAsn, registered, month));
        QVERIFY(trial);
        QCOMPARE(trial->requests, 1); // the other one is too old
        QCOMPARE(trial->sessions, 2);
        QCOMPARE(trial->approved, 1);
        QCOMPARE(trial->asked, 1); // the second address stands in no directory
        QCOMPARE(trial->changes.size(), 1);
        const TrialChange &change = trial->changes.first();
        QCOMPARE(change.sessionId, recent.sessions.first().id);
        QCOMPARE(change.before.verdict, PolicyRule::Verdict::Ask);
        QCOMPARE(change.after.rule, QStringLiteral("registered"));
        QCOMPARE(change.locationName, QStringLiteral("Example-IX"));

        // Once it is in force nothing would be judged otherwise.
        QVERIFY(outcomeOf(policies.save(ownAsn, registered, 0, me)));
        QVERIFY(outcomeOf(policies.tryOut(ownAsn, registered, month))->changes.isEmpty());
        QCOMPARE(desk.session(old.sessions.first().id).approval, Approval::Pending); // a trial decides nothing
    }
};

QTEST_GUILESS_MAIN(TstPolicies)
#include "tst_policies.moc"
