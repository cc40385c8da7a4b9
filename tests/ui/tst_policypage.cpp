// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "deskwindow.h"
#include "policy/policypage.h"
#include "policy/wordsbutton.h"
#include "storage/database.h"
#include "storage/requeststore.h"
#include "support/inventedplaces.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "widgets/tableview.h"
#include "workflow/policy/policies.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace peerdesk;

namespace {

constexpr Asn own{64496};
constexpr Asn kestrel{64510};
const QString me = QStringLiteral("R. Coordinator <noc@as64496.example>");
const QString colleague = QStringLiteral("M. Ops <ops@as64496.example>");

using Rule = QList<RuleField>;

Rule rule(const QString &name, const QString &verdict, const Rule &more = {})
{
    return Rule{{QStringLiteral("name"), {name}}, {QStringLiteral("verdict"), {verdict}}} + more;
}

} // namespace

/// The policy as a person edits it, over the real service and a real database file.
class TstPolicyPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::DeskWindow> m_look;
    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;
    test::InventedPlaces m_world;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Policies> m_policies;
    std::unique_ptr<PolicyPage> m_page;

    [[nodiscard]] TableView *table() const { return editor<TableView>(QStringLiteral("Rules of the policy")); }
    [[nodiscard]] QString shown(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList ruleNames() const
    {
        QStringList names;
        for (int row = 0; row + 1 < table()->model()->rowCount(); ++row)
            names.append(shown(row, 1));
        return names;
    }
    [[nodiscard]] QAction *action(const QString &text) const
    {
        const auto actions = m_page->actions();
        for (QAction *candidate : actions) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    template<class Editor> [[nodiscard]] Editor *editor(const QString &label) const
    {
        const auto editors = m_page->findChildren<Editor *>();
        for (Editor *candidate : editors) {
            if (candidate->accessibleName() == label && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    void addCondition(const QString &label)
    {
        const auto menus = m_page->findChildren<QMenu *>();
        for (const QMenu *menu : menus) {
            for (QAction *choice : menu->actions()) {
                if (choice->text() == label && menu->parentWidget()->isVisible()) {
                    choice->trigger();
                    return;
                }
            }
        }
        QFAIL(qPrintable(label + QStringLiteral(" is not offered")));
    }

    void type(const QString &label, const QString &text)
    {
        auto *edit = editor<QLineEdit>(label);
        QVERIFY2(edit, qPrintable(label));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Tab);
    }

    [[nodiscard]] PolicyState state() { return *test::outcomeOf(m_policies->state(own)); }

    void save(const QList<Rule> &rules, const QString &who)
    {
        QVERIFY(test::outcomeOf(m_policies->save(own, {Policy::Posture::Selective, rules}, state().version(), who)));
    }

    void asked(const QStringList &addresses)
    {
        Request request;
        request.id = newId(m_clock.now());
        request.direction = Direction::Inbound;
        request.ownAsn = own;
        request.otherAsn = kestrel;
        request.requester = QStringLiteral("K. Peer <noc@as64510.example>");
        request.requesterAddress = QStringLiteral("noc@as64510.example");
        request.createdAt = m_clock.now();
        for (const QString &address : addresses) {
            Session session;
            session.id = newId(m_clock.now());
            session.requestId = request.id;
            session.ownAsn = own;
            session.approval = Approval::Pending;
            session.createdAt = session.updatedAt = m_clock.now();
            session.proposal.itemId = newUuid();
            session.proposal.initiator = kestrel;
            session.proposal.receiver = own;
            session.proposal.initiatorAddress = *IpAddress::parse(address);
            session.proposal.receiverAddress = *IpAddress::parse(u"192.0.2.10");
            session.proposal.location = Location::exchange(7);
            request.sessions.append(session);
        }
        const auto job = [request, envelope = m_database->envelope()](QSqlDatabase &db) {
            return RequestStore(db, envelope).insert(request, request.requester);
        };
        QVERIFY(m_database->write(job).result());
    }

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<test::DeskWindow>(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = {};
        m_world.addNetwork(kestrel, QStringLiteral("Kestrel Hosting"));
        m_world.addExchange(7, QStringLiteral("DE-CIX Frankfurt"), {QStringLiteral("192.0.2.0/24")});
        m_world.addPort(7, own, {QStringLiteral("192.0.2.10")});
        m_world.addPort(7, kestrel, {QStringLiteral("192.0.2.20")});
        m_database = std::move(*Database::open(m_folder->filePath(QStringLiteral("desk.db")), m_clock));
        m_policies = std::make_unique<Policies>(*m_database, m_clock, m_world.places());
        m_page = std::make_unique<PolicyPage>(*m_policies, m_clock);
        m_page->setUndoWait(std::chrono::seconds(0));
        m_page->setPerson(me);
        m_page->setOwnAsn(own);
        m_page->resize(1240, 780);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(action(QStringLiteral("Add Rule"))->isEnabled());
    }
    void cleanup()
    {
        m_page.reset();
        (void)state(); // what the page asked for last has been answered
        m_policies.reset();
        m_database.reset();
    }

    void aRuleIsWrittenTriedAndSaved()
    {
        asked({QStringLiteral("192.0.2.20"), QStringLiteral("192.0.2.30")});
        action(QStringLiteral("Add Rule"))->trigger();
        type(QStringLiteral("Name"), QStringLiteral("registered ones"));
        auto *verdict = editor<QComboBox>(QStringLiteral("Verdict"));
        verdict->setCurrentIndex(0);
        Q_EMIT verdict->activated(0);
        addCondition(QStringLiteral("Both addresses in PeeringDB"));
        addCondition(QStringLiteral("Exchanges"));
        type(QStringLiteral("Exchanges"), QStringLiteral("7"));
        QTRY_VERIFY(says(QStringLiteral("DE-CIX Frankfurt"))); // what the number stands for
        QCOMPARE(shown(0, 1), QStringLiteral("registered ones"));
        QCOMPARE(shown(0, 2), QStringLiteral("Approve"));
        QVERIFY(shown(0, 3).contains(QStringLiteral("DE-CIX Frankfurt")));

        action(QStringLiteral("Try It"))->trigger();
        QTRY_VERIFY(says(QStringLiteral("it approves 1, rejects 0 and leaves 1 to a person")));
        m_look->picture(m_page.get(), QStringLiteral("policy-tried"));
        QVERIFY(!state().isDesks()); // nothing is in force before it is saved

        action(QStringLiteral("Save Policy"))->trigger();
        QTRY_VERIFY(state().isDesks());
        QTRY_VERIFY(says(QStringLiteral("edited by %1").arg(me)));
        QCOMPARE(readPolicyText(state().textInForce())->rules().first().locations, QList{Location::exchange(7)});
        QVERIFY(!action(QStringLiteral("Save Policy"))->isEnabled());
    }

    void whatIsWrongIsSaidAtItsFieldAndCannotBeSaved()
    {
        action(QStringLiteral("Add Override"))->trigger();
        type(QStringLiteral("Networks"), QStringLiteral("Kestrel"));
        QTRY_VERIFY(says(QStringLiteral("Networks must be a list of whole numbers")));
        QVERIFY(!action(QStringLiteral("Save Policy"))->isEnabled());
        QVERIFY(!action(QStringLiteral("Try It"))->isEnabled());
        QVERIFY(action(QStringLiteral("Save Policy"))->toolTip().contains(QStringLiteral("1 problem")));
        m_look->picture(m_page.get(), QStringLiteral("policy-problem"));
        type(QStringLiteral("Networks"), QStringLiteral("AS64510"));
        QTRY_VERIFY(says(QStringLiteral("Kestrel Hosting")));
        QVERIFY(action(QStringLiteral("Save Policy"))->isEnabled());
    }

    void rulesAreMovedDuplicatedAndRemovedWithUndo()
    {
        save({rule(QStringLiteral("a"), QStringLiteral("ask")), rule(QStringLiteral("b"), QStringLiteral("reject"))},
             colleague);
        QTRY_COMPARE(ruleNames(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        table()->selectRow(1);
        action(QStringLiteral("Move Up"))->trigger();
        QCOMPARE(ruleNames(), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
        action(QStringLiteral("Duplicate"))->trigger();
        QCOMPARE(ruleNames(), QStringList({QStringLiteral("b"), QStringLiteral("b 2"), QStringLiteral("a")}));
        m_page->setUndoWait(std::chrono::hours(1));
        action(QStringLiteral("Remove"))->trigger();
        QCOMPARE(ruleNames(), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
        action(QStringLiteral("Undo"))->trigger();
        QCOMPARE(ruleNames(), QStringList({QStringLiteral("b"), QStringLiteral("b 2"), QStringLiteral("a")}));
        action(QStringLiteral("Discard Changes"))->trigger();
        QCOMPARE(ruleNames(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    }

    void aColleaguesPolicyComesAtOnceButNotOverWhatIsBeingEdited()
    {
        save({rule(QStringLiteral("a"), QStringLiteral("ask"))}, colleague);
        QTRY_COMPARE(ruleNames(), QStringList({QStringLiteral("a")}));
        table()->selectRow(0);
        type(QStringLiteral("Name"), QStringLiteral("mine"));
        save({rule(QStringLiteral("theirs"), QStringLiteral("ask"))}, colleague);
        QTRY_VERIFY(says(colleague + QStringLiteral(" changed the policy meanwhile")));
        QCOMPARE(ruleNames(), QStringList({QStringLiteral("mine")}));
        action(QStringLiteral("Save Policy"))->trigger();
        QTRY_VERIFY(says(QStringLiteral("reports a conflict")));
        QVERIFY(state().textInForce().contains(QStringLiteral("theirs")));
    }

    void wordsOfTheDirectoryAreTickedAndNotTyped()
    {
        action(QStringLiteral("Add Rule"))->trigger();
        addCondition(QStringLiteral("Their policy"));
        auto *words = editor<WordsButton>(QStringLiteral("Their policy"));
        QVERIFY(words);
        words->menu()->actions().first()->setChecked(true);
        QTRY_COMPARE(words->text(), QStringLiteral("Open"));
        QVERIFY(shown(0, 3).contains(QStringLiteral("Their policy: Open")));
    }

    void whereNoRuleAppliesThePolicyHasAName()
    {
        table()->selectRow(table()->model()->rowCount() - 1);
        const auto postures = m_page->findChildren<QRadioButton *>();
        QCOMPARE(postures.size(), 3);
        postures.first()->click();
        QCOMPARE(shown(0, 2), QStringLiteral("Open"));
        action(QStringLiteral("Save Policy"))->trigger();
        QTRY_VERIFY(state().textInForce().contains(QStringLiteral("policy = \"open\"")));
        m_look->picture(m_page.get(), QStringLiteral("policy-posture"));
    }

    void whoMayOnlyLookIsToldWhy()
    {
        save({rule(QStringLiteral("a"), QStringLiteral("ask"))}, colleague);
        QTRY_COMPARE(ruleNames(), QStringList({QStringLiteral("a")}));
        const QString why = QStringLiteral("The role at the database may look");
        m_page->setReadOnly(why);
        table()->selectRow(0);
        for (const char *name : {"Add Rule", "Add Override", "Duplicate", "Remove", "Save Policy", "Add Condition"})
            QVERIFY2(!action(QString::fromLatin1(name))->isEnabled(), name);
        QVERIFY(!editor<QLineEdit>(QStringLiteral("Name"))->isEnabled());
        QCOMPARE(action(QStringLiteral("Save Policy"))->toolTip(), why);
        QVERIFY(action(QStringLiteral("Try It"))->isEnabled()); // which changes nothing
        m_page->setReadOnly({});
        QVERIFY(action(QStringLiteral("Add Rule"))->isEnabled());
        QVERIFY(editor<QLineEdit>(QStringLiteral("Name"))->isEnabled());
    }

    void theConfigurationsPolicyCanBePutBackInForce()
    {
        save({rule(QStringLiteral("a"), QStringLiteral("ask"))}, colleague);
        QTRY_VERIFY(action(QStringLiteral("Use the Policy of the Configuration"))->isEnabled());
        action(QStringLiteral("Use the Policy of the Configuration"))->trigger();
        QTRY_VERIFY(!state().isDesks());
        QTRY_COMPARE(ruleNames(), QStringList());
    }
};

QTEST_MAIN(TstPolicyPage)
#include "tst_policypage.moc"
