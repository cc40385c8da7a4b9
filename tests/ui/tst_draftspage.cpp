// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskwindow.h"
#include "drafts/batchmodel.h"
#include "drafts/batchpane.h"
#include "drafts/batchtable.h"
#include "drafts/draftspage.h"
#include "drafts/keymenu.h"
#include "drafts/newdraftbar.h"
#include "http/httpclient.h"
#include "storage/database.h"
#include "storage/draftstore.h"
#include "support/fakeissuer.h"
#include "support/inventedplaces.h"
#include "support/manualclock.h"
#include "support/outcomeof.h"
#include "support/patience.h"
#include "widgets/emptystate.h"
#include "widgets/messagebar.h"
#include "widgets/undobar.h"
#include "workflow/keys/keys.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QTemporaryDir>

using namespace peerdesk;
using namespace std::chrono_literals;

namespace {

constexpr Asn own{64496};
constexpr Asn aurora{64511};
constexpr Asn kestrel{64510};

int at(DraftColumn column)
{
    return columnOf(column);
}

} // namespace

/// The page over the real service and a real database file; only the directory and the clock are the test's.
class TstDraftsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::DeskWindow> m_look;
    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;
    test::InventedPlaces m_world;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Drafts> m_drafts;
    std::unique_ptr<DraftsPage> m_page;

    [[nodiscard]] BatchTable *table() const { return m_page->findChild<BatchTable *>(); }
    [[nodiscard]] BatchModel *model() const { return m_page->findChild<BatchPane *>()->model(); }
    [[nodiscard]] QString shown(int row, DraftColumn column) const
    {
        return model()->index(row, at(column)).data().toString();
    }
    [[nodiscard]] QString said(int row, DraftColumn column) const
    {
        return model()->index(row, at(column)).data(Qt::AccessibleDescriptionRole).toString();
    }
    [[nodiscard]] Draft stored() const
    {
        const auto drafts = test::outcomeOf(m_drafts->drafts(own));
        return drafts.ok() && !drafts->isEmpty() ? drafts->first().draft : Draft();
    }
    [[nodiscard]] QAbstractButton *button(const QString &text) const
    {
        const auto buttons = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *candidate : buttons) {
            if (candidate->text() == text && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }

    void draft(Asn other, const QList<QStringList> &rows)
    {
        QList<DraftRow> drafted;
        for (const QStringList &cells : rows) {
            DraftRow row;
            row.itemId = QStringLiteral("%1-%2").arg(other.number()).arg(drafted.size());
            row.location = cells.value(0);
            row.ownAddress = cells.value(1);
            row.otherAddress = cells.value(2);
            row.sessionSecret = Secret(cells.value(3));
            row.note = cells.value(4);
            drafted.append(row);
        }
        const auto added = test::outcomeOf(m_drafts->addRows(own, other, drafted));
        QVERIFY(added.ok());
        m_page->showDraft(added->draft.id);
        QTRY_COMPARE(model()->rowCount(), static_cast<int>(rows.size()));
    }

    void clickCell(int row, DraftColumn column)
    {
        const QRect cell = table()->visualRect(model()->index(row, at(column)));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
    }

    /// Types into the current cell as a person does: the first key opens the editor.
    void type(const QString &text, Qt::Key finish = Qt::Key_Return)
    {
        QTest::keyClick(table(), Qt::Key_Return);
        auto *editor = table()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, finish);
    }

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<test::DeskWindow>(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = {};
        m_world.addExchange(7, QStringLiteral("Kestrel IX"),
                            {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8:7::/64")});
        m_world.addExchange(8, QStringLiteral("Heron IX"), {QStringLiteral("198.51.100.0/24")});
        m_world.addPort(7, own, {QStringLiteral("192.0.2.10"), QStringLiteral("2001:db8:7::10")});
        m_world.addPort(7, aurora, {QStringLiteral("192.0.2.20"), QStringLiteral("2001:db8:7::20")});
        m_world.addPort(8, own, {QStringLiteral("198.51.100.10")});
        m_world.addPort(8, kestrel, {QStringLiteral("198.51.100.20")});
        m_world.addNetwork(aurora, QStringLiteral("Aurora Content"));
        m_world.addNetwork(kestrel, QStringLiteral("Kestrel Hosting"));
        auto opened = Database::open(m_folder->filePath(QStringLiteral("desk.db")), m_clock);
        QVERIFY(opened.ok());
        m_database = std::move(*opened);
        m_drafts = std::make_unique<Drafts>(*m_database, m_clock, m_world.places());
        m_page = std::make_unique<DraftsPage>(*m_drafts, m_clock);
        m_page->resize(1180, 620);
        m_page->setOwnAsn(own);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        // The service outlives what it has under way: writes and reads end in the order in which they were
        // asked.
        QVERIFY(!test::outcomeOf(m_drafts->remove(QStringLiteral("nothing"))).ok());
        QVERIFY(test::outcomeOf(m_drafts->drafts(own)).ok());
        m_drafts.reset();
        m_database.reset();
    }

    void aNewDraftIsBegunByTheNameOfTheNetwork()
    {
        m_page->setNetworkSearch([](const QString &typed) {
            QList<DirectoryHit> hits;
            for (const auto &[asn, name] : {std::pair{aurora, QStringLiteral("Aurora Fibre")},
                                            std::pair{kestrel, QStringLiteral("Aurora Cloud")}}) {
                if (name.startsWith(typed, Qt::CaseInsensitive))
                    hits.append({asn, {}, name});
            }
            return hits;
        });
        QTest::mouseClick(button(QStringLiteral("New Draft")), Qt::LeftButton);
        auto *edit = m_page->findChild<NewDraftBar *>()->findChild<QLineEdit *>();
        QTest::keyClicks(edit, QStringLiteral("aurora"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->accessibleDescription().startsWith(QLatin1String("Several networks")));
        QTest::keyClicks(edit, QStringLiteral(" cloud"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(stored().otherAsn, kestrel);
    }

    void withoutDraftsTheWayForwardIsOffered()
    {
        auto *empty = m_page->findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        m_look->picture(m_page.get(), QStringLiteral("drafts-empty"));
        QTest::mouseClick(button(QStringLiteral("New Draft")), Qt::LeftButton);
        auto *bar = m_page->findChild<NewDraftBar *>();
        auto *edit = bar->findChild<QLineEdit *>();
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("23456"));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->accessibleDescription().isEmpty());
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, QStringLiteral("AS64511"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(model()->rowCount(), 1);
        QTRY_VERIFY(table()->hasFocus());
        QCOMPARE(stored().otherAsn, aurora);
    }

    void keysOfOursGoAlongUnlessTheyWereMadeForSomebodyElse()
    {
        test::FakeIssuer issuer(m_clock);
        const QList<PrefixWish> prefix = {{QStringLiteral("192.0.2.0/24"), {}}};
        const UtcMs tomorrow = m_clock.now() + std::chrono::milliseconds(24h).count();
        const QString good = issuer.issue(prefix, own, tomorrow, QStringLiteral("ours")).terms.reference.toString();
        issuer.issue(prefix, own, m_clock.now(), QStringLiteral("old"));
        HttpClientSettings local;
        local.allowPrivate = true;
        HttpClient http(local);
        Keys keys(
            http, m_clock, [](QUrl) -> QCoro::Task<Result<Secret>> { co_return Secret(QStringLiteral("holder")); },
            [&issuer] { return issuer.url(); });
        m_page->setKeys(&keys);
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        QTRY_VERIFY(button(QStringLiteral("No key as proof")));
        QTest::mouseClick(button(QStringLiteral("No key as proof")), Qt::LeftButton);
        QTRY_VERIFY(m_page->findChild<KeyMenu *>());
        auto *menu = m_page->findChild<KeyMenu *>();
        QTRY_VERIFY(menu->isVisible());
        QCOMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("ours: AS64496 may announce 192.0.2.0/24"));
        QVERIFY(!menu->actions().last()->isEnabled());
        QVERIFY2(menu->actions().last()->text().contains(QStringLiteral("(expired on ")),
                 qPrintable(menu->actions().last()->text()));
        m_look->picture(menu, QStringLiteral("drafts-keys"));
        menu->actions().first()->trigger();
        menu->close();
        QTRY_VERIFY(button(QStringLiteral("1 key(s) as proof")));
        QCOMPARE(stored().keys, QStringList{good});
        m_page->setKeys(nullptr);
    }

    void typingIsSavedAndJudgedCellByCell()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        QCOMPARE(shown(0, DraftColumn::Location), QStringLiteral("Kestrel IX"));
        QVERIFY(button(QStringLiteral("Send 1 Session(s)"))->isEnabled());
        clickCell(0, DraftColumn::OtherAddress);
        type(QStringLiteral("203.0.113.5"));
        QTRY_COMPARE(said(0, DraftColumn::OtherAddress),
                     QStringLiteral("The address is in no peering LAN of this exchange."));
        QCOMPARE(stored().rows.at(0).otherAddress, QStringLiteral("203.0.113.5"));
        QVERIFY(!button(QStringLiteral("Send 1 Session(s)"))->isEnabled());
        QVERIFY(button(QStringLiteral("1 problem(s)")));
        clickCell(0, DraftColumn::OtherAddress);
        type(QStringLiteral("192.0.2.20"));
        QTRY_VERIFY(button(QStringLiteral("Send 1 Session(s)"))->isEnabled());
        QVERIFY(said(0, DraftColumn::OtherAddress).isEmpty());
    }

    void lettersGoIntoTheCellAndTabGoesOn()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        clickCell(0, DraftColumn::Secret);
        QTest::keyClick(table(), Qt::Key_J);
        auto *editor = table()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("j"));
        QVERIFY(editor->echoMode() != QLineEdit::Normal);
        QTest::keyClicks(editor, QStringLiteral("am"));
        QTest::keyClick(editor, Qt::Key_Tab);
        QTRY_COMPARE(table()->currentIndex().column(), at(DraftColumn::Note));
        QTRY_COMPARE(stored().rows.at(0).sessionSecret.revealText(), QStringLiteral("jam"));
        QVERIFY(!shown(0, DraftColumn::Secret).contains(QStringLiteral("jam")));
        const QModelIndex secret = model()->index(0, at(DraftColumn::Secret));
        for (const int role :
             {int(Qt::DisplayRole), int(Qt::EditRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
            QVERIFY(!secret.data(role).toString().contains(QStringLiteral("jam")));
    }

    void problemsAreVisitedOneAfterTheOther()
    {
        draft(aurora, {{QStringLiteral("Dodo IX"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")},
                       {QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")},
                       {QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.99")}});
        QTest::mouseClick(button(QStringLiteral("2 problem(s)")), Qt::LeftButton);
        QCOMPARE(table()->currentIndex(), model()->index(0, at(DraftColumn::Location)));
        QTest::keyClick(table(), Qt::Key_F8);
        QCOMPARE(table()->currentIndex(), model()->index(2, at(DraftColumn::OtherAddress)));
        QTest::keyClick(table(), Qt::Key_F8);
        QCOMPARE(table()->currentIndex(), model()->index(0, at(DraftColumn::Location)));
    }

    void aWarningIsOverriddenWithOneClick()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.99")}});
        QTest::mouseClick(button(QStringLiteral("Send 1 row(s) despite the warning")), Qt::LeftButton);
        QTRY_VERIFY(button(QStringLiteral("Send 1 Session(s)"))->isEnabled());
        QVERIFY(stored().rows.at(0).overridden);
    }

    void rowsArePastedFromASpreadsheetAndValuesIntoACell()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        clickCell(0, DraftColumn::Note);
        QGuiApplication::clipboard()->setText(QStringLiteral("Kestrel IX\t2001:db8:7::10\t2001:db8:7::20\tpepper\tsix\n"
                                                             "Heron IX\t198.51.100.10\t198.51.100.44\n"));
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(model()->rowCount(), 3);
        QCOMPARE(shown(1, DraftColumn::OtherAddress), QStringLiteral("2001:db8:7::20"));
        QCOMPARE(stored().rows.at(1).sessionSecret.revealText(), QStringLiteral("pepper"));
        clickCell(0, DraftColumn::Note);
        QGuiApplication::clipboard()->setText(QStringLiteral("ring first"));
        QTest::keyClick(table(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(stored().rows.at(0).note, QStringLiteral("ring first"));
        QCOMPARE(model()->rowCount(), 3);
    }

    void aDuplicatedRowAndARemovedOneCanBeUndone()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        clickCell(0, DraftColumn::Note);
        QTest::keyClick(table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(model()->rowCount(), 2);
        QVERIFY(said(1, DraftColumn::OtherAddress).contains(QStringLiteral("twice")));
        clickCell(0, DraftColumn::Note);
        QTest::keyClick(table(), Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(model()->rowCount(), 1);
        QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(model()->rowCount(), 2);
        QCOMPARE(stored().rows.at(0).itemId, QStringLiteral("64511-0"));
    }

    void newsDoNotDisturbWhatIsBeingTyped()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        clickCell(0, DraftColumn::Note);
        QTest::keyClick(table(), Qt::Key_Return);
        auto *editor = table()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("half a thou"));
        QVERIFY(test::outcomeOf(m_drafts->edit(stored().id, QStringLiteral("64511-0"), DraftColumn::Secret,
                                               QStringLiteral("from elsewhere")))
                    .ok());
        QTRY_VERIFY(!said(0, DraftColumn::Secret).isEmpty());
        QCOMPARE(editor->text(), QStringLiteral("half a thou"));
        QTest::keyClicks(editor, QStringLiteral("ght"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(stored().rows.at(0).note, QStringLiteral("half a thought"));
    }

    void sendingWaitsAndCanBeCalledBack()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        QSignalSpy sent(m_page.get(), &DraftsPage::sendConfirmed);
        clickCell(0, DraftColumn::Note);
        QTest::keyClick(table(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_page->findChild<UndoBar *>()->isVisible());
        QVERIFY(!button(QStringLiteral("Send 1 Session(s)"))->isEnabled());
        QVERIFY(!table()->currentIndex().flags().testFlag(Qt::ItemIsEditable));
        QTest::mouseClick(button(QStringLiteral("Undo")), Qt::LeftButton);
        QVERIFY(button(QStringLiteral("Send 1 Session(s)"))->isEnabled());
        QCOMPARE(sent.count(), 0);
        m_page->setUndoWait(1ms);
        QTest::mouseClick(button(QStringLiteral("Send 1 Session(s)")), Qt::LeftButton);
        QTRY_COMPARE(sent.count(), 1);
        QCOMPARE(sent.first().first().toString(), stored().id);
    }

    void aRoleIsTypedLikeEverythingElse()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        QCOMPARE(shown(0, DraftColumn::Role), QStringLiteral("peer"));
        clickCell(0, DraftColumn::Role);
        type(QStringLiteral("customer"));
        QTRY_COMPARE(stored().rows.at(0).role, QStringLiteral("customer"));
        QTRY_COMPARE(shown(0, DraftColumn::Role), QStringLiteral("customer"));
        clickCell(0, DraftColumn::Role);
        type(QStringLiteral("friend"));
        QTRY_VERIFY(said(0, DraftColumn::Role).contains(QStringLiteral("is no role")));
        QVERIFY(!button(QStringLiteral("Send 1 Session(s)"))->isEnabled());
        m_look->picture(m_page.get(), QStringLiteral("drafts-role"));
    }

    void whoMayOnlyLookCannotTypeOrSend()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        const QString why = QStringLiteral("The role at the database may look");
        m_page->setReadOnly(why);
        clickCell(0, DraftColumn::Note);
        QVERIFY(!table()->currentIndex().flags().testFlag(Qt::ItemIsEditable));
        QAbstractButton *send = button(QStringLiteral("Send 1 Session(s)"));
        QVERIFY(!send->isEnabled());
        QCOMPARE(send->toolTip(), why);
        m_page->setReadOnly({});
        QVERIFY(send->isEnabled());
        QVERIFY(table()->currentIndex().flags().testFlag(Qt::ItemIsEditable));
    }

    void aDeletedDraftComesBackWithUndo()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        QTest::keyClick(table(), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_page->findChild<EmptyState *>()->isVisible());
        QTest::mouseClick(button(QStringLiteral("Undo")), Qt::LeftButton);
        QTRY_VERIFY(!m_page->findChild<EmptyState *>()->isVisible());
        QTRY_COMPARE(model()->rowCount(), 1);
    }

    void whatTheOtherSideSaidIsInTheCell()
    {
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20")}});
        const QList<FieldError> errors = {{QStringLiteral("sessions[0].peer_ip"),
                                           {QStringLiteral("<b>router is full</b>")},
                                           QStringLiteral("64511-0")}};
        auto written = m_database->write([this, id = stored().id, errors](QSqlDatabase &db) {
            DraftStore store(db, m_database->envelope());
            return store.update(withRemoteErrors(*store.draft(id), errors, Dialect::Orientation::Requestor),
                                m_clock.now());
        });
        QTRY_VERIFY(written.isFinished());
        QTRY_COMPARE(said(0, DraftColumn::OtherAddress), QStringLiteral("<b>router is full</b>"));
        QVERIFY(!button(QStringLiteral("Send 1 Session(s)"))->isEnabled());
    }

    void aPageFullOfEverythingIsWorthLookingAt()
    {
        draft(kestrel,
              {{QStringLiteral("Heron IX"), QStringLiteral("198.51.100.10"), QStringLiteral("198.51.100.20")}});
        draft(aurora, {{QStringLiteral("pdb:ix:7"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.20"),
                        QStringLiteral("pepper"), QStringLiteral("primary")},
                       {QStringLiteral("pdb:ix:7"), QStringLiteral("2001:db8:7::10"), QStringLiteral("2001:db8:7::20")},
                       {QStringLiteral("Kestrel IX"), QStringLiteral("192.0.2.10"), QStringLiteral("192.0.2.77")},
                       {QStringLiteral("Dodo IX"),
                        QStringLiteral("192.0.2.300"),
                        QStringLiteral("192.0.2.20"),
                        {},
                        QStringLiteral("second router")},
                       {QStringLiteral("Heron IX"), QStringLiteral("198.51.100.10"), QStringLiteral("203.0.113.9")},
                       {}});
        clickCell(2, DraftColumn::OtherAddress);
        m_look->picture(m_page.get(), QStringLiteral("drafts"));
        QCOMPARE(model()->rowCount(), 6);
    }
};

QTEST_MAIN(TstDraftsPage)
#include "tst_draftspage.moc"
