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
        QCOMPARE(policy.decide(question()), (Policy::Decision{Verdict::Reject, QStringLiteral("here"), QStringLiteral("The port is full")}));
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

    void verdictsReadTheWayTheyAreWritten()
    {
        for (const Verdict verdict : {Verdict::Approve, Verdict::Reject, Verdict::Ask})
            QCOMPARE(verdictFromString(toText(verdict)), std::optional(verdict));
        QCOMPARE(verdictFromString(u"accept"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TstPolicy)
#include "tst_policy.moc"
