// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/policy.h"

#include <QTest>

using namespace peerdesk;

namespace {

using Verdict = PolicyRule::Verdict;

PolicyQuestion question(const char *address = "192.0.2.10")
{
    PolicyQuestion q;
    q.proposal.initiator = Asn(64496);
    q.proposal.receiver = Asn(64500);
    q.proposal.initiatorAddress = *IpAddress::parse(QString::fromLatin1(address));
    q.proposal.location = Location::exchange(42);
    q.initiator = Network();
    q.initiator->policy = QStringLiteral("Open");
    q.initiator->prefixes4 = 100;
    q.registered = true;
    return q;
}

PolicyRule rule(const char *name, Verdict verdict)
{
    PolicyRule r;
    r.name = QString::fromLatin1(name);
    r.verdict = verdict;
    return r;
}

} // namespace

class TstPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonIsAskedWhereNoRuleApplies()
    {
        QCOMPARE(Policy().decide(question()), (Policy::Decision{Verdict::Ask, {}, {}}));
    }

    void theFirstRuleThatAppliesDecides()
    {
        PolicyRule elsewhere = rule("elsewhere", Verdict::Reject);
        elsewhere.locations = {Location::exchange(7)};
        PolicyRule here = rule("here", Verdict::Reject);
        here.locations = {Location::exchange(7), Location::exchange(42)};
        here.reason = QStringLiteral("The port is full");
        const Policy policy({elsewhere, here, rule("everybody", Verdict::Approve)});
        QCOMPARE(policy.decide(question()),
                 (Policy::Decision{Verdict::Reject, QStringLiteral("here"), QStringLiteral("The port is full")}));
        PolicyQuestion other = question();
        other.proposal.location = Location::exchange(8);
        QCOMPARE(policy.decide(other).rule, QStringLiteral("everybody"));
    }

    void everyConditionMustHold()
    {
        PolicyRule r = rule("r", Verdict::Approve);
        r.family = Family::IPv4;
        r.networks = {Asn(64496)};
        r.policies = {QStringLiteral("open"), QStringLiteral("selective")};
        r.kind = Location::Kind::Exchange;
        r.minPrefixes = 10;
        r.maxPrefixes = 100;
        r.registered = true;
        QVERIFY(r.appliesTo(question()));

        QVERIFY(!r.appliesTo(question("2001:db8::10")));
        PolicyQuestion q = question();
        q.proposal.initiator = Asn(64497);
        QVERIFY(!r.appliesTo(q));
        q = question();
        q.initiator->policy = QStringLiteral("Restrictive");
        QVERIFY(!r.appliesTo(q));
        q = question();
        q.proposal.location = Location::facility(42);
        QVERIFY(!r.appliesTo(q));
        q = question();
        q.registered = false;
        QVERIFY(!r.appliesTo(q));
        for (const std::uint32_t prefixes : {9U, 101U}) {
            q = question();
            q.initiator->prefixes4 = prefixes;
            QVERIFY(!r.appliesTo(q));
        }
    }

    void whatIsNotDisclosedFulfilsNoCondition()
    {
        PolicyRule small = rule("small", Verdict::Approve);
        small.maxPrefixes = 1000;
        PolicyRule open = rule("open", Verdict::Approve);
        open.policies = {QStringLiteral("Open")};
        PolicyQuestion silent = question();
        silent.initiator->prefixes4 = std::nullopt;
        silent.initiator->policy.clear();
        PolicyQuestion stranger = question();
        stranger.initiator = std::nullopt;
        for (const PolicyQuestion &q : {silent, stranger}) {
            QVERIFY(!small.appliesTo(q));
            QVERIFY(!open.appliesTo(q));
        }
    }

    void prefixesAreCountedInTheFamilyOfTheSession()
    {
        PolicyRule small = rule("small", Verdict::Approve);
        small.maxPrefixes = 10;
        PolicyQuestion six = question("2001:db8::10");
        six.initiator->prefixes6 = 5;
        QVERIFY(small.appliesTo(six));
        QVERIFY(!small.appliesTo(question()));
    }

    void aRuleForEverybodyMeansPlainPeering()
    {
        const PolicyRule everybody = rule("everybody", Verdict::Approve);
        PolicyRule customers = everybody;
        customers.roles = {BgpRole::Customer};
        PolicyQuestion transit = question();
        transit.proposal.initiatorTerms.role = BgpRole::Customer;
        transit.proposal.receiverTerms.role = BgpRole::Provider;
        QVERIFY(everybody.appliesTo(question()));
        QVERIFY(!everybody.appliesTo(transit));
        QVERIFY(customers.appliesTo(transit));
        QVERIFY(!customers.appliesTo(question()));
        PolicyQuestion monitoring = question();
        monitoring.proposal.receiverTerms.monitoring = true;
        QVERIFY(!everybody.appliesTo(monitoring));
        QVERIFY(rule("nobody", Verdict::Reject).appliesTo(transit));
    }

    void conditionsOfOperatorsHoldOrDoNot()
    {
        PolicyQuestion q = question();
        q.sharedExchanges = 2;
        q.existingSessions = 1;
        q.sender = QStringLiteral("noc@as64496.example");
        q.initiator->asSet = QStringLiteral("RIPE::AS-EXAMPLE");
        q.initiator->traffic = QStringLiteral("1-5Gbps");
        q.initiator->types = {QStringLiteral("NSP"), QStringLiteral("Content")};
        q.initiator->scope = QStringLiteral("Europe");
        q.initiator->ratio = QStringLiteral("Balanced");
        const auto holds = [&q](const auto &set) {
            PolicyRule r = rule("r", Verdict::Ask);
            set(r);
            return r.appliesTo(q);
        };
        QVERIFY(holds([](PolicyRule &r) { r.minSharedExchanges = 2; }));
        QVERIFY(!holds([](PolicyRule &r) { r.minSharedExchanges = 3; }));
        QVERIFY(holds([](PolicyRule &r) { r.maxExistingSessions = 1; }));
        QVERIFY(!holds([](PolicyRule &r) { r.maxExistingSessions = 0; }));
        QVERIFY(!holds([](PolicyRule &r) { r.minExistingSessions = 2; }));
        QVERIFY(holds([](PolicyRule &r) { r.senders = {QStringLiteral("*@AS64496.example")}; }));
        QVERIFY(!holds([](PolicyRule &r) { r.senders = {QStringLiteral("*@example")}; }));
        q.sender.clear(); // nobody confirmed one
        QVERIFY(!holds([](PolicyRule &r) { r.senders = {QStringLiteral("*")}; }));
        QVERIFY(holds([](PolicyRule &r) { r.asSet = true; }));
        QVERIFY(!holds([](PolicyRule &r) { r.asSet = false; }));
        QVERIFY(!holds([](PolicyRule &r) { r.validKey = true; }));
        QVERIFY(holds([](PolicyRule &r) { r.validKey = false; }));
        q.validKey = true;
        QVERIFY(holds([](PolicyRule &r) { r.validKey = true; }));
        QVERIFY(holds([](PolicyRule &r) { r.minTrafficMbit = 1000; }));
        QVERIFY(!holds([](PolicyRule &r) { r.minTrafficMbit = 1001; }));
        QVERIFY(holds([](PolicyRule &r) { r.types = {QStringLiteral("content")}; }));
        QVERIFY(!holds([](PolicyRule &r) { r.types = {QStringLiteral("Cable/DSL/ISP")}; }));
        QVERIFY(holds([](PolicyRule &r) { r.scopes = {QStringLiteral("Global"), QStringLiteral("Europe")}; }));
        QVERIFY(!holds([](PolicyRule &r) { r.ratios = {QStringLiteral("Mostly Inbound")}; }));
        q.initiator->traffic.clear();
        QVERIFY(!holds([](PolicyRule &r) { r.minTrafficMbit = 0; })); // not disclosed
    }

    void theDirectorysTrafficMeansAtLeastItsLowerEnd()
    {
        QCOMPARE(leastTrafficOf(QStringLiteral("0-20Mbps")), std::optional(0U));
        QCOMPARE(leastTrafficOf(QStringLiteral("100-1000Mbps")), std::optional(100U));
        QCOMPARE(leastTrafficOf(QStringLiteral("10-20Gbps")), std::optional(10'000U));
        QCOMPARE(leastTrafficOf(QStringLiteral("100+Tbps")), std::optional(100'000'000U));
        QCOMPARE(leastTrafficOf(QString()), std::nullopt);
    }

    void aRuleEndsOnItsDay()
    {
        PolicyRule declined = rule("declined until", Verdict::Reject);
        declined.until = 1000;
        PolicyQuestion q = question();
        q.now = 999;
        QVERIFY(declined.appliesTo(q));
        q.now = 1000;
        QVERIFY(!declined.appliesTo(q));
    }

    void thePostureSpeaksWhereNoRuleApplies()
    {
        using Posture = Policy::Posture;
        PolicyQuestion unregistered = question();
        unregistered.registered = false;
        PolicyQuestion customer = question();
        customer.proposal.initiatorTerms.role = BgpRole::Customer;
        QCOMPARE(Policy({}, Posture::Open).decide(question()).verdict, Verdict::Approve);
        QCOMPARE(Policy({}, Posture::Open).decide(unregistered).verdict, Verdict::Ask);
        QCOMPARE(Policy({}, Posture::Open).decide(customer).verdict, Verdict::Ask);
        QCOMPARE(Policy({}, Posture::Selective).decide(question()).verdict, Verdict::Ask);
        const Policy::Decision refused = Policy({}, Posture::Restrictive).decide(question());
        QCOMPARE(refused.verdict, Verdict::Reject);
        QVERIFY(!refused.reason.isEmpty());
        for (const Posture posture : {Posture::Open, Posture::Selective, Posture::Restrictive})
            QCOMPARE(postureFromString(toText(posture)), std::optional(posture));
    }

    void theExplanationGoesRuleByRuleToTheOneThatDecides()
    {
        PolicyRule small = rule("small", Verdict::Approve);
        small.maxPrefixes = 10;
        const QStringList lines =
            Policy({small, rule("rest", Verdict::Ask), rule("never read", Verdict::Reject)}).explain(question());
        QCOMPARE(
            lines,
            (QStringList{QStringLiteral("Rule \"small\" does not apply: the number of prefixes is 100, more than 10"),
                         QStringLiteral("Rule \"rest\" applies: ask")}));
        QCOMPARE(Policy({}, Policy::Posture::Restrictive).explain(question()),
                 QStringList{QStringLiteral("No rule applies, the policy is restrictive: reject")});
    }

    void verdictsReadTheWayTheyAreWritten()
    {
        for (const Verdict verdict : {Verdict::Approve, Verdict::Reject, Verdict::Ask})
            QCOMPARE(verdictFromString(toText(verdict)), std::optional(verdict));
        QCOMPARE(verdictFromString(u"accept"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TstPolicy)
#include "tst_policy.moc"
