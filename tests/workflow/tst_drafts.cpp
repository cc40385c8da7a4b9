// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/draftstore.h"
#include "storage/existingsessionstore.h"
#include "support/databaseplace.h"
#include "support/inventedplaces.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "support/patience.h"
#include "workflow/drafts/drafts.h"

#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

constexpr Asn own{64496};
constexpr Asn other{64511};
constexpr auto kestrel = "Kestrel IX"; // pdb:ix:7

PortPair pairAtKestrel(int host, Family family = Family::IPv4)
{
    const QString prefix = family == Family::IPv4 ? QStringLiteral("192.0.2.") : QStringLiteral("2001:db8:7::");
    PortPair pair;
    pair.exchangeId = 7;
    pair.ownAddress = *IpAddress::parse(prefix + QString::number(10));
    pair.otherAddress = *IpAddress::parse(prefix + QString::number(host));
    return pair;
}

} // namespace

class TstDrafts : public QObject
{
    Q_OBJECT

    template<class T> T valueOf(QCoro::Task<Result<T>> task)
    {
        const auto outcome = test::outcomeOf(std::move(task));
        if (!outcome) {
            qWarning() << "failed:" << toText(outcome.error().kind) << outcome.error().detail;
            return {};
        }
        return outcome.value();
    }

    /// A second program on the same file: what it sees has reached the disk.
    void reopen()
    {
        m_drafts.reset();
        m_database.reset();
        auto opened = Database::open(m_address, m_clock);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        m_database = std::move(*opened);
        m_drafts = std::make_unique<Drafts>(*m_database, m_clock, m_world.places());
    }

    DraftReview twoRows()
    {
        return valueOf(m_drafts->add(own, other, {pairAtKestrel(20), pairAtKestrel(20, Family::IPv6)}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    DatabaseAddress m_address;
    test::ManualClock m_clock;
    test::InventedPlaces m_world;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Drafts> m_drafts;

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_address = test::newDatabase(*m_folder);
        m_world = {};
        m_world.addExchange(7, QString::fromLatin1(kestrel),
                            {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8:7::/64")});
        m_world.addExchange(8, QStringLiteral("Heron IX"), {QStringLiteral("198.51.100.0/24")});
        m_world.addPort(7, own, {QStringLiteral("192.0.2.10"), QStringLiteral("2001:db8:7::10")});
        m_world.addPort(7, other, {QStringLiteral("192.0.2.20"), QStringLiteral("2001:db8:7::20")});
        m_world.addNetwork(other, QStringLiteral("Aurora Content"));
        reopen();
    }

    void cleanup()
    {
        m_drafts.reset();
        m_database.reset();
    }

    void candidatesBecomeADraftThatCouldBeSentAtOnce()
    {
        const DraftReview review = twoRows();
        QCOMPARE(review.sessionCount(), 2);
        QCOMPARE(review.problemCount(), 0);
        QVERIFY(review.isReady());
        QCOMPARE(review.otherName, QStringLiteral("Aurora Content"));
        QCOMPARE(review.rows.at(0).location, QString::fromLatin1(kestrel));
        QCOMPARE(review.rows.at(1).family, Family::IPv6);
        const auto proposals = valueOf(m_drafts->proposals(review.draft.id));
        QCOMPARE(proposals.size(), 2);
        QCOMPARE(proposals.at(0).initiator, own);
        QCOMPARE(proposals.at(0).receiver, other);
        QCOMPARE(proposals.at(0).receiverAddress.toString(), QStringLiteral("192.0.2.20"));
        QCOMPARE(proposals.at(0).itemId, review.draft.rows.at(0).itemId);
    }

    void aNetworkHasOneDraftAndNoCandidateTwice()
    {
        const DraftReview first = twoRows();
        const DraftReview second = valueOf(m_drafts->add(own, other, {pairAtKestrel(20), pairAtKestrel(21)}));
        QCOMPARE(second.draft.id, first.draft.id);
        QCOMPARE(second.sessionCount(), 3);
        QCOMPARE(valueOf(m_drafts->drafts(own)).size(), 1);
        QCOMPARE(valueOf(m_drafts->add(own, Asn(64510), {})).sessionCount(), 0);
        QCOMPARE(valueOf(m_drafts->drafts(own)).size(), 2);
        QVERIFY(valueOf(m_drafts->drafts(Asn(64497))).isEmpty());
    }

    void whatWasTypedIsThereAfterACrashEvenWhereItIsWrong()
    {
        const DraftReview draft = twoRows();
        const QString itemId = draft.draft.rows.at(0).itemId;
        const QString id = draft.draft.id;
        valueOf(m_drafts->edit(id, itemId, DraftColumn::OtherAddress, QStringLiteral("192.0.2.")));
        valueOf(m_drafts->edit(id, itemId, DraftColumn::Secret, QStringLiteral("pepper")));
        valueOf(m_drafts->edit(id, itemId, DraftColumn::Note, QStringLiteral("ring before Friday")));
        reopen();
        const DraftReview found = valueOf(m_drafts->draft(id));
        QCOMPARE(found.draft.rows.at(0).otherAddress, QStringLiteral("192.0.2."));
        QCOMPARE(found.draft.rows.at(0).sessionSecret.revealText(), QStringLiteral("pepper"));
        QCOMPARE(found.draft.rows.at(0).note, QStringLiteral("ring before Friday"));
        QCOMPARE(found.draft.rows.at(0).itemId, itemId);
        QVERIFY(!found.isReady());
    }

    void badCellsAreNamed_data()
    {
        QTest::addColumn<DraftColumn>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<DraftColumn>("marked");
        QTest::addColumn<QString>("said");
        QTest::newRow("no address") << DraftColumn::OwnAddress << QStringLiteral("192.0.2.999")
                                    << DraftColumn::OwnAddress << QStringLiteral("“192.0.2.999” is no IP address.");
        QTest::newRow("missing") << DraftColumn::OtherAddress << QString() << DraftColumn::OtherAddress
                                 << QStringLiteral("An address is missing or is none.");
        QTest::newRow("outside") << DraftColumn::OtherAddress << QStringLiteral("203.0.113.4")
                                 << DraftColumn::OtherAddress
                                 << QStringLiteral("The address is in no peering LAN of this exchange.");
        QTest::newRow("families") << DraftColumn::OtherAddress << QStringLiteral("2001:db8:7::20")
                                  << DraftColumn::OtherAddress
                                  << QStringLiteral("One address is IPv4, the other IPv6.");
        QTest::newRow("nowhere") << DraftColumn::Location << QStringLiteral("Dodo IX") << DraftColumn::Location
                                 << QStringLiteral("No exchange is called “Dodo IX”.");
        QTest::newRow("ambiguous") << DraftColumn::Location << QStringLiteral("IX") << DraftColumn::Location
                                   << QStringLiteral(
                                          "Several exchanges match “IX”: type the number, such as pdb:ix:7.");
        QTest::newRow("role") << DraftColumn::Role << QStringLiteral("friend") << DraftColumn::Role
                              << QStringLiteral("“friend” is no role");
        QTest::newRow("a path without the peer") << DraftColumn::Role << QStringLiteral("peer no-asn")
                                                 << DraftColumn::Role << QStringLiteral("route server");
        QTest::newRow("secret") << DraftColumn::Secret << QStringLiteral("two words") << DraftColumn::Secret
                                << QStringLiteral("The session secret may hold printable ASCII without blanks only.");
    }

    void badCellsAreNamed()
    {
        QFETCH(DraftColumn, column);
        QFETCH(QString, text);
        QFETCH(DraftColumn, marked);
        QFETCH(QString, said);
        const DraftReview draft = twoRows();
        const DraftReview edited = valueOf(m_drafts->edit(draft.draft.id, draft.draft.rows.at(0).itemId, column, text));
        QVERIFY(edited.rows.at(0).problemText(marked).contains(said));
        QVERIFY(edited.rows.at(0).blocked);
        QVERIFY(!edited.rows.at(1).blocked);
        const auto proposals = test::outcomeOf(m_drafts->proposals(draft.draft.id));
        QVERIFY(!proposals.ok());
        QCOMPARE(proposals.error().kind, ErrorKind::Invalid);
        QCOMPARE(proposals.error().fields.first().itemId, draft.draft.rows.at(0).itemId);
        QCOMPARE(proposals.error().fields.first().field, toText(marked));
    }

    void aRoleIsKeptAndTheOtherEndHasItsCounterpart()
    {
        const DraftReview draft = twoRows();
        const QString id = draft.draft.id;
        QVERIFY(draft.proposals.first().isPlainPeering());
        valueOf(m_drafts->edit(id, draft.draft.rows.at(0).itemId, DraftColumn::Role, QStringLiteral("Customer")));
        valueOf(m_drafts->edit(id, draft.draft.rows.at(1).itemId, DraftColumn::Role, QStringLiteral("rs no-asn")));
        reopen();
        const auto proposals = valueOf(m_drafts->proposals(id));
        QCOMPARE(proposals.at(0).initiatorTerms.role, BgpRole::Customer);
        QCOMPARE(proposals.at(0).receiverTerms.role, BgpRole::Provider);
        QCOMPARE(proposals.at(1).initiatorTerms, (EndTerms{BgpRole::RouteServer, false}));
        QCOMPARE(proposals.at(1).receiverTerms, EndTerms{BgpRole::RouteServerClient});
    }

    void anExchangeMayBeTypedByName()
    {
        const DraftReview draft = twoRows();
        const DraftReview edited = valueOf(m_drafts->edit(draft.draft.id, draft.draft.rows.at(0).itemId,
                                                          DraftColumn::Location, QStringLiteral("kestrel ix")));
        QVERIFY(edited.isReady());
        QCOMPARE(edited.proposals.at(0).location.toString(), QStringLiteral("pdb:ix:7"));
        QCOMPARE(edited.draft.rows.at(0).location, QStringLiteral("kestrel ix"));
    }

    void aWarningBlocksUntilAPersonOverridesItAndAgainAfterAnEdit()
    {
        const DraftReview draft = valueOf(m_drafts->add(own, other, {pairAtKestrel(77)}));
        const QString id = draft.draft.id;
        const QString itemId = draft.draft.rows.at(0).itemId;
        QCOMPARE(draft.rows.at(0).problems.first().kind, CellProblem::Kind::Warning);
        QVERIFY(!draft.isReady());
        const DraftReview overridden = valueOf(m_drafts->setOverridden(id, {itemId}, true));
        QVERIFY(overridden.isReady());
        QVERIFY(!overridden.rows.at(0).problemText(DraftColumn::OtherAddress).isEmpty());
        QVERIFY(valueOf(m_drafts->edit(id, itemId, DraftColumn::Note, QStringLiteral("seen"))).isReady());
        const DraftReview edited =
            valueOf(m_drafts->edit(id, itemId, DraftColumn::OtherAddress, QStringLiteral("192.0.2.78")));
        QVERIFY(!edited.isReady());
    }

    void anErrorCannotBeOverridden()
    {
        m_world.addPort(7, Asn(64499), {QStringLiteral("192.0.2.30")});
        const DraftReview draft = valueOf(m_drafts->add(own, other, {pairAtKestrel(30)}));
        const DraftReview overridden =
            valueOf(m_drafts->setOverridden(draft.draft.id, {draft.draft.rows.at(0).itemId}, true));
        QVERIFY(!overridden.isReady());
    }

    void aSessionThatExistsIsNotDraftedAgain()
    {
        const ExistingSession existing{own,
                                       other,
                                       Location::exchange(7),
                                       *IpAddress::parse(u"192.0.2.10"),
                                       *IpAddress::parse(u"192.0.2.20"),
                                       {},
                                       QStringLiteral("router"),
                                       m_clock.now()};
        auto written = m_database->write([existing](QSqlDatabase &db) {
            return ExistingSessionStore(db).replaceSource(own, QStringLiteral("router"), {existing});
        });
        QTRY_VERIFY(written.isFinished());
        const DraftReview draft = twoRows();
        QVERIFY(draft.rows.at(0).problemText(DraftColumn::OtherAddress).contains(QStringLiteral("exists already")));
        QVERIFY(!draft.rows.at(1).blocked);
    }

    void blankRowsAreNeitherJudgedNorSent()
    {
        const DraftReview draft = twoRows();
        const DraftReview with = valueOf(m_drafts->addBlankRow(draft.draft.id, draft.draft.rows.at(0).itemId));
        QCOMPARE(with.rows.size(), 3);
        QVERIFY(with.rows.at(1).blank);
        QVERIFY(with.isReady());
        QCOMPARE(with.sessionCount(), 2);
        const DraftReview empty = valueOf(
            m_drafts->removeRows(draft.draft.id, {draft.draft.rows.at(0).itemId, draft.draft.rows.at(1).itemId}));
        QVERIFY(!empty.isReady());
        QCOMPARE(empty.problemCount(), 0);
    }

    void rowsOfASpreadsheetArePastedWhereTheCursorIs()
    {
        const DraftReview draft = twoRows();
        const QString text = QStringLiteral("Kestrel IX\t192.0.2.10\t192.0.2.21\tpepper\tsecond router\r\n"
                                            "pdb:ix:7\t192.0.2.10\t192.0.2.22\r\n");
        const DraftReview pasted = valueOf(m_drafts->paste(draft.draft.id, draft.draft.rows.at(0).itemId, text));
        QCOMPARE(pasted.rows.size(), 4);
        QCOMPARE(pasted.draft.rows.at(1).otherAddress, QStringLiteral("192.0.2.21"));
        QCOMPARE(pasted.draft.rows.at(1).sessionSecret.revealText(), QStringLiteral("pepper"));
        QCOMPARE(pasted.draft.rows.at(1).note, QStringLiteral("second router"));
        QCOMPARE(pasted.draft.rows.at(2).otherAddress, QStringLiteral("192.0.2.22"));
        QVERIFY(pasted.draft.rows.at(1).itemId != pasted.draft.rows.at(2).itemId);
    }

    void filesAreReadWithTheirOwnColumnNames()
    {
        const auto csv =
            readDraftRows(QStringLiteral("\ufeffASN;Exchange;Their IP;Our IP;MD5;Speed\n"
                                         "AS64511;\"Kestrel; IX\";192.0.2.20;192.0.2.10;\"a \"\"b\";10G\n\n"));
        QVERIFY(csv.ok());
        QCOMPARE(csv->size(), 1);
        QCOMPARE(csv->first().otherAsn, other);
        QCOMPARE(csv->first().row.location, QStringLiteral("Kestrel; IX"));
        QCOMPARE(csv->first().row.ownAddress, QStringLiteral("192.0.2.10"));
        QCOMPARE(csv->first().row.otherAddress, QStringLiteral("192.0.2.20"));
        QCOMPARE(csv->first().row.sessionSecret.revealText(), QStringLiteral("a \"b"));

        const auto json = readDraftRowsFromJson(R"({"sessions": [{"asn": 64511, "location": "pdb:ix:7",
                                                    "own_ip": "192.0.2.10", "other_ip": "192.0.2.20"}]})");
        QVERIFY(json.ok());
        QCOMPARE(json->first().otherAsn, other);
        QCOMPARE(json->first().row.location, QStringLiteral("pdb:ix:7"));

        QCOMPARE(readDraftRows(QStringLiteral("location,note\npdb:ix:7,x")).error().kind, ErrorKind::Invalid);
        QCOMPARE(readDraftRows(QStringLiteral("asn,own_ip\nfoo,192.0.2.1")).error().kind, ErrorKind::Invalid);
        QCOMPARE(readDraftRowsFromJson("[").error().kind, ErrorKind::Invalid);
        QCOMPARE(readDraftRowsFromJson("{}").error().kind, ErrorKind::Invalid);
    }

    void aCopyIsARowOfItsOwnAndADuplicateUntilItIsEdited()
    {
        const DraftReview draft = twoRows();
        const DraftReview copied = valueOf(m_drafts->duplicateRows(draft.draft.id, {draft.draft.rows.at(0).itemId}));
        QCOMPARE(copied.rows.size(), 3);
        QCOMPARE(copied.draft.rows.at(1).otherAddress, QStringLiteral("192.0.2.20"));
        QVERIFY(copied.rows.at(1).itemId != copied.rows.at(0).itemId);
        QVERIFY(copied.rows.at(1).blocked);
        QVERIFY(!copied.rows.at(0).blocked);
    }

    void removedRowsComeBackWhereTheyWere()
    {
        const DraftReview draft = twoRows();
        const DraftRow row = draft.draft.rows.at(0);
        QCOMPARE(valueOf(m_drafts->removeRows(draft.draft.id, {row.itemId})).rows.size(), 1);
        const DraftReview back = valueOf(m_drafts->restoreRows(draft.draft.id, {{0, row}}));
        QCOMPARE(back.rows.size(), 2);
        QCOMPARE(back.draft.rows.at(0).itemId, row.itemId);
    }

    void aDeletedDraftComesBackForAWhile()
    {
        const DraftReview draft = twoRows();
        const QString id = draft.draft.id;
        QVERIFY(test::outcomeOf(m_drafts->remove(id)).ok());
        QVERIFY(valueOf(m_drafts->drafts(own)).isEmpty());
        QCOMPARE(test::outcomeOf(m_drafts->draft(id)).error().kind, ErrorKind::NotFound);
        QCOMPARE(test::outcomeOf(m_drafts->edit(id, draft.rows.at(0).itemId, DraftColumn::Note, {})).error().kind,
                 ErrorKind::NotFound);
        m_clock.advance(9min);
        QCOMPARE(valueOf(m_drafts->restore(id)).rows.size(), 2);
        QVERIFY(test::outcomeOf(m_drafts->remove(id)).ok());
        m_clock.advance(11min);
        QCOMPARE(test::outcomeOf(m_drafts->restore(id)).error().kind, ErrorKind::NotFound);
    }

    void aDraftBegunMeanwhileIsTakenInByTheRestoredOne()
    {
        const DraftReview draft = twoRows();
        QVERIFY(test::outcomeOf(m_drafts->remove(draft.draft.id)).ok());
        valueOf(m_drafts->add(own, other, {pairAtKestrel(21)}));
        const DraftReview restored = valueOf(m_drafts->restore(draft.draft.id));
        QCOMPARE(restored.rows.size(), 3);
        QCOMPARE(valueOf(m_drafts->drafts(own)).size(), 1);
    }

    void whatTheOtherSideSaidLandsInTheCellsUntilTheyAreEdited()
    {
        const DraftReview draft = twoRows();
        const QString itemId = draft.draft.rows.at(1).itemId;
        const QList<FieldError> errors = {
            {QStringLiteral("sessions[1].local_ip"), {QStringLiteral("not yours")}, itemId},
            {QStringLiteral("sessions[1].location"),
             {QStringLiteral("no port free"), QStringLiteral("try later")},
             itemId},
            {QStringLiteral("sessions[9].location"), {QStringLiteral("strange")}, QStringLiteral("unknown")},
        };
        auto written = m_database->write([this, id = draft.draft.id, errors](QSqlDatabase &db) {
            DraftStore store(db, m_database->envelope());
            return store.update(withRemoteErrors(*store.draft(id), errors, Dialect::Orientation::Requestor),
                                m_clock.now());
        });
        QTRY_VERIFY(written.isFinished());
        reopen();
        const DraftReview found = valueOf(m_drafts->draft(draft.draft.id));
        QCOMPARE(found.problemCount(), 2);
        QCOMPARE(found.rows.at(1).problemText(DraftColumn::OwnAddress), QStringLiteral("not yours"));
        QCOMPARE(found.rows.at(1).problemText(DraftColumn::Location), QStringLiteral("no port free; try later"));
        QVERIFY(valueOf(m_drafts->setOverridden(draft.draft.id, {itemId}, true)).isReady());
        const DraftReview edited = valueOf(
            m_drafts->edit(draft.draft.id, itemId, DraftColumn::OtherAddress, QStringLiteral("2001:db8:7::20")));
        QVERIFY(edited.rows.at(1).problems.isEmpty());
    }

    void aReceiverOrientedEndpointMeansTheOtherAddressByItsOwn()
    {
        Draft draft;
        draft.rows.emplaceBack().itemId = QStringLiteral("a");
        const Draft marked = withRemoteErrors(
            draft, {{QStringLiteral("sessions[0].local_ip"), {QStringLiteral("x")}, QStringLiteral("a")}},
            Dialect::Orientation::Receiver);
        QCOMPARE(marked.rows.first().remoteErrors.first().field, toText(DraftColumn::OtherAddress));
    }

    void twoDesksMayEditDifferentCells()
    {
        const DraftReview draft = twoRows();
        auto second = Database::open(m_database->address(), m_clock);
        QVERIFY(second.ok());
        Drafts colleague(**second, m_clock, m_world.places());
        const QString id = draft.draft.id;
        const QString itemId = draft.draft.rows.at(0).itemId;
        valueOf(colleague.edit(id, itemId, DraftColumn::Note, QStringLiteral("theirs")));
        valueOf(m_drafts->edit(id, itemId, DraftColumn::Secret, QStringLiteral("ours")));
        const DraftReview both = valueOf(colleague.draft(id));
        QCOMPARE(both.draft.rows.at(0).note, QStringLiteral("theirs"));
        QCOMPARE(both.draft.rows.at(0).sessionSecret.revealText(), QStringLiteral("ours"));
    }
};

QTEST_GUILESS_MAIN(TstDrafts)
#include "tst_drafts.moc"
