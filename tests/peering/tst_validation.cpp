// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/validation.h"

#include <QTest>

using namespace peerdesk;

namespace {

IpAddress ip(const char *text)
{
    return *IpAddress::parse(QString::fromLatin1(text));
}

SessionProposal session(const char *initiator = "192.0.2.10", const char *receiver = "192.0.2.20")
{
    SessionProposal s;
    s.itemId = QStringLiteral("item");
    s.initiator = Asn(64496);
    s.receiver = Asn(64500);
    s.initiatorAddress = ip(initiator);
    s.receiverAddress = ip(receiver);
    s.location = Location::exchange(42);
    return s;
}

ValidationContext world()
{
    ExchangeFacts facts;
    facts.known = true;
    facts.lanPrefixes = {*IpPrefix::parse(u"192.0.2.0/24"), *IpPrefix::parse(u"198.51.100.0/24"),
                         *IpPrefix::parse(u"2001:db8:42::/64")};
    facts.registeredTo = {{ip("192.0.2.10"), Asn(64496)},    {ip("192.0.2.20"), Asn(64500)},
                          {ip("198.51.100.20"), Asn(64500)}, {ip("192.0.2.30"), Asn(64666)},
                          {ip("192.0.2.30"), Asn(64500)},    {ip("192.0.2.66"), Asn(64666)}};
    ValidationContext context;
    context.exchanges.insert(Location::exchange(42), facts);
    return context;
}

QList<Finding::Rule> rules(const QList<Finding> &findings)
{
    QList<Finding::Rule> list;
    for (const Finding &finding : findings)
        list.append(finding.rule);
    return list;
}

} // namespace

class TstValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCleanBatchHasNoFindings() { QVERIFY(validate({session()}, world()).isEmpty()); }

    void anAddressOfTwoNetworksServesBoth()
    {
        QVERIFY(validate({session("192.0.2.10", "192.0.2.30")}, world()).isEmpty());
    }

    void someAddressesAreNobodysAnywhere_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("usable");
        for (const char *bad : {"0.0.0.0", "0.1.2.3", "127.0.0.1", "169.254.3.4", "224.0.0.5", "240.0.0.1",
                                "255.255.255.255", "::", "::1", "::ffff:192.0.2.1", "fe80::1", "ff02::1"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
        for (const char *good : {"10.0.0.1", "100.64.0.1", "223.255.255.1", "2001:db8::1", "fd00::1"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
    }
    void someAddressesAreNobodysAnywhere()
    {
        QFETCH(QString, address);
        QFETCH(bool, usable);
        SessionProposal proposal = session();
        proposal.location = *Location::parse(u"pdb:fac:17"); // where nothing else is known
        proposal.initiatorAddress = ip(qPrintable(address));
        proposal.receiverAddress = ip(address.contains(u':') ? "2001:db8::99" : "192.0.2.99");
        const QList<Finding> findings = validate({proposal}, {});
        QCOMPARE(rules(findings), usable ? QList<Finding::Rule>() : QList{Finding::Rule::AddressUnusable});
        if (!usable)
            QCOMPARE(findings.first().part, Finding::Part::InitiatorAddress);
    }

    void eachMistakeIsNamedOnItsPart()
    {
        using Rule = Finding::Rule;
        const auto of = [](const SessionProposal &s) { return rules(validate({s}, world())); };

        QCOMPARE(of(session("203.0.113.1")), QList{Rule::OutsideLan});
        QCOMPARE(of(session("192.0.2.10", "198.51.100.20")), QList{Rule::DifferentLans});
        QCOMPARE(of(session("192.0.2.10", "192.0.2.66")), QList{Rule::RegisteredToAnother});
        QCOMPARE(of(session("192.0.2.10", "192.0.2.10")), QList{Rule::SameAddress});
        QCOMPARE(of(session("192.0.2.10", "2001:db8:42::1")), QList{Rule::FamiliesDiffer});
        QCOMPARE(of(session("192.0.2.10", "192.0.2.255")), (QList{Rule::NetworkOrBroadcast, Rule::Unregistered}));

        SessionProposal s = session();
        s.receiver = s.initiator;
        QVERIFY(of(s).contains(Rule::SameAsn));
        s = session();
        s.initiator = Asn(23456);
        QVERIFY(of(s).contains(Rule::AsnUnusable));
        s = session();
        s.receiverAddress = {};
        QCOMPARE(of(s), QList{Rule::AddressMissing});
        s = session();
        s.location = {};
        QCOMPARE(of(s), QList{Rule::LocationMissing});
        s = session();
        s.sessionSecret = Secret(QByteArray(81, 'x'));
        QCOMPARE(of(s), QList{Rule::SecretTooLong});
        s = session();
        s.sessionSecret = Secret(QByteArrayLiteral("two words"));
        QCOMPARE(of(s), QList{Rule::SecretCharacters});
    }

    void rolesMustBeEachOthersCounterparts()
    {
        using Rule = Finding::Rule;
        const auto of = [](EndTerms initiator, EndTerms receiver) {
            SessionProposal s = session();
            s.initiatorTerms = initiator;
            s.receiverTerms = receiver;
            return rules(validate({s}, world()));
        };
        for (int number = 0; number <= 4; ++number) {
            const BgpRole role = *bgpRoleFromNumber(number);
            for (int other = 0; other <= 4; ++other) {
                const bool pair = counterpartOf(role) == *bgpRoleFromNumber(other);
                QCOMPARE(of({role}, {*bgpRoleFromNumber(other)}),
                         pair ? QList<Rule>() : QList<Rule>{Rule::RolesDisagree});
            }
        }
        QVERIFY(!bgpRoleFromNumber(5));
        QVERIFY(!bgpRoleFromNumber(-1));
        QCOMPARE(of({BgpRole::Peer, true, true}, {BgpRole::Peer, true, true}), QList{Rule::BothMonitor});
        QCOMPARE(of({BgpRole::Peer, true, true}, {}), QList<Rule>());
        QCOMPARE(of({BgpRole::Peer, false}, {}), QList{Rule::AsnHidden});
        QCOMPARE(of({BgpRole::RouteServerClient}, {BgpRole::RouteServer, false}), QList<Rule>());
    }

    void termsReadTheWayTheyAreWritten()
    {
        for (const EndTerms &terms :
             {EndTerms(), EndTerms{BgpRole::RouteServer, false, true}, EndTerms{BgpRole::Customer, true, true}})
            QCOMPARE(endTermsFromString(toText(terms)), std::optional(terms));
        QVERIFY(!endTermsFromString(u""));
        QVERIFY(!endTermsFromString(u"peer loud"));
    }

    void whatPeeringDbDoesNotKnowIsAWarning()
    {
        const auto unregistered = validate({session("192.0.2.11")}, world());
        QCOMPARE(rules(unregistered), QList{Finding::Rule::Unregistered});
        QCOMPARE(unregistered.first().part, Finding::Part::InitiatorAddress);
        QVERIFY(!hasErrors(unregistered));

        SessionProposal s = session();
        s.location = Location::exchange(43);
        const auto unknown = validate({s}, world());
        QCOMPARE(rules(unknown), QList{Finding::Rule::LocationUnknown});
        QVERIFY(!hasErrors(unknown));
    }

    void duplicatesAreFoundWhoeverAsked()
    {
        using Rule = Finding::Rule;
        const auto twice = validate({session(), session()}, world());
        QCOMPARE(rules(twice), QList{Rule::DuplicateInBatch});
        QCOMPARE(twice.first().index, 1);

        SessionProposal mirrored = session("192.0.2.20", "192.0.2.10");
        std::swap(mirrored.initiator, mirrored.receiver);
        ValidationContext context = world();
        context.open = {mirrored};
        QCOMPARE(rules(validate({session()}, context)), QList{Rule::DuplicateOpen});
        context = world();
        context.existing = {session()};
        QCOMPARE(rules(validate({session()}, context)), QList{Rule::DuplicateExisting});
    }

    void facilitiesAreJudgedByAddressesAlone()
    {
        SessionProposal s = session("203.0.113.0", "203.0.113.1");
        s.location = Location::facility(17);
        QVERIFY(validate({s}, world()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstValidation)
#include "tst_validation.moc"
