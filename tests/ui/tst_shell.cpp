// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampledesk.h"

#include "shell/aboutbox.h"
#include "shell/commandpalette.h"
#include "shell/keysheet.h"
#include "shell/mainwindow.h"
#include "shell/sidebar.h"
#include "shell/statusstrip.h"
#include "support/patience.h"
#include "widgets/bannerrow.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/filteredit.h"
#include "widgets/messagebar.h"
#include "widgets/tablemodel.h"
#include "widgets/tablepage.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace peerdesk;

/// The sample window, pressed and typed into as a person would.
class TstShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_desk = std::make_unique<SampleDesk>();
        m_desk->window()->resize(1360, 860);
        m_desk->window()->show();
        m_desk->show(QStringLiteral("requests"));
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window()));
    }
    void cleanup() { m_desk.reset(); }

    void theSidebarChangesThePage()
    {
        auto *list = m_desk->window()->sidebar()->findChild<QListView *>();
        const QModelIndex inbound = list->model()->index(3, 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(inbound).center());
        QTRY_COMPARE(m_desk->window()->currentPage(), QStringLiteral("inbound"));
        QTest::keyClick(m_desk->window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->window()->currentPage(), QStringLiteral("requests"));
        QVERIFY(inbound.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("5 waiting")));
    }

    void quitAndAboutStandLastBehindALine()
    {
        MainWindow *window = m_desk->window();
        // What comes later, as the desk's own actions do, comes before them.
        window->addWindowAction(MenuPlace::File, Icon::Upload, QStringLiteral("Import Mirror…"));
        for (const auto &[title, last] : {std::pair{"&File", "Quit"}, {"&Help", "About Peerdesk"}}) {
            const auto menus = window->menuBar()->actions();
            const auto found = std::find_if(menus.cbegin(), menus.cend(), [title = title](const QAction *menu) {
                return menu->text() == QLatin1String(title);
            });
            QVERIFY(found != menus.cend());
            const QList<QAction *> entries = (*found)->menu()->actions();
            QVERIFY(entries.size() > 2);
            QCOMPARE(entries.last()->text(), QLatin1String(last));
            QVERIFY(entries.at(entries.size() - 2)->isSeparator());
        }
    }

    void aboutTellsVersionLicenceAndWhoseDataItIs()
    {
        QCoreApplication::setApplicationVersion(QStringLiteral("7.8.9"));
        const auto actions = m_desk->window()->findChildren<QAction *>();
        const auto about = std::find_if(actions.cbegin(), actions.cend(), [](const QAction *action) {
            return action->text() == QLatin1String("About Peerdesk");
        });
        QVERIFY(about != actions.cend());
        (*about)->trigger();
        auto *box = m_desk->window()->findChild<AboutBox *>();
        QVERIFY(box && box->isVisible());
        const QString words = box->text() + box->informativeText();
        for (const char *word : {"7.8.9", "GPL-3.0-or-later", "GeoNames", "CC BY 4.0", "Natural Earth", "PeeringDB"})
            QVERIFY2(words.contains(QLatin1String(word)), word);
        box->close();
    }

    void aButtonMayReplaceItsOwnMessage()
    {
        MessageBar bar;
        const auto post = [&bar](const QString &text, const std::function<void()> &act) {
            bar.post(QStringLiteral("mirror"), {text, Tone::Rejected, QStringLiteral("Try Again"), act});
        };
        post(QStringLiteral("first"), [post] { post(QStringLiteral("second"), {}); });
        bar.show();
        QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
        auto *row = bar.findChild<BannerRow *>(QStringLiteral("mirror"));
        QVERIFY(row);
        QCOMPARE(row->text(), QStringLiteral("second"));
    }

    void aFilterIsTypedExplainedAndCleared()
    {
        TablePage *page = m_desk->requests();
        page->table()->setFocus();
        QTest::keyClick(page->table(), Qt::Key_Slash);
        auto *edit = page->filterBar()->findChild<FilterEdit *>();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("asn>65000 statsu:x"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(page->table()->hasFocus());
        QCOMPARE(page->table()->tableModel()->rowCount(), 6);
        QTRY_VERIFY(edit->accessibleDescription().contains(QStringLiteral("statsu")));
        page->filterBar()->clear();
        QCOMPARE(page->table()->tableModel()->rowCount(), 8);
        QVERIFY(edit->accessibleDescription().isEmpty());
    }

    void completionFillsInAField()
    {
        auto *edit = m_desk->requests()->filterBar()->findChild<FilterEdit *>();
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("stat"));
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(edit->text(), QStringLiteral("status:"));
    }

    void aFilterThatHidesEverythingOffersTheWayBack()
    {
        TablePage *page = m_desk->requests();
        page->filterBar()->setText(QStringLiteral("nobodyiscalledthis"));
        QVERIFY(page->emptyState()->isVisible());
        QCOMPARE(page->emptyState()->kind(), EmptyState::Kind::FilteredOut);
        QTest::mouseClick(page->emptyState()->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(page->table()->isVisible());
        QCOMPARE(page->table()->tableModel()->rowCount(), 8);
    }

    void keysMoveBetweenRowsTableAndDetails()
    {
        TablePage *page = m_desk->requests();
        TableView *table = page->table();
        table->setFocus();
        table->setCurrentKey(table->tableModel()->keyAt(0));
        QTest::keyClick(table, Qt::Key_J);
        QTest::keyClick(table, Qt::Key_J);
        QCOMPARE(table->currentIndex().row(), 2);
        QTest::keyClick(table, Qt::Key_K);
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(page->detail()->hasFocus());
        QTest::keyClick(page->detail(), Qt::Key_Escape);
        QVERIFY(table->hasFocus());
    }

    void thePaletteFindsAndRunsAnAction()
    {
        QTest::keyClick(m_desk->window(), Qt::Key_K, Qt::ControlModifier);
        CommandPalette *palette = m_desk->window()->commandPalette();
        QVERIFY(palette->isVisible());
        auto *edit = palette->findChild<QLineEdit *>();
        QTest::keyClicks(edit, QStringLiteral("inbound reject"));
        auto *list = palette->findChild<QListView *>();
        QCOMPARE(list->model()->rowCount(), 1);
        QSignalSpy rejected(actionNamed(m_desk->inbound(), QStringLiteral("Reject")), &QAction::triggered);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(m_desk->window()->currentPage(), QStringLiteral("inbound"));
    }

    void everyActionOfThePageInFrontIsInAMenu()
    {
        m_desk->show(QStringLiteral("inbound"));
        QList<QAction *> inMenus;
        const auto menus = m_desk->window()->menuBar()->actions();
        for (const QAction *menu : menus)
            inMenus.append(menu->menu()->actions());
        const auto own = m_desk->inbound()->actions();
        for (QAction *action : own)
            QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
        QVERIFY(!inMenus.contains(actionNamed(m_desk->requests(), QStringLiteral("Accept Offer"))));
    }

    void theKeySheetOpensOnAQuestionMark()
    {
        m_desk->requests()->table()->setFocus();
        QTest::keyClick(m_desk->requests()->table(), Qt::Key_Question);
        auto *sheet = m_desk->window()->findChild<KeySheet *>();
        QVERIFY(sheet && sheet->isVisible());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }

    void undoTakesTheLatestDeedBackAndTheOthersHappen()
    {
        UndoBar bar;
        QStringList done;
        const auto deed = [&done](const QString &name) {
            return UndoBar::Deed{name,
                                 {},
                                 [&done, name] { done.append(name); },
                                 [&done, name] { done.append(QStringLiteral("undone ") + name); }};
        };
        bar.begin(deed(QStringLiteral("first")), std::chrono::minutes(1));
        bar.begin(deed(QStringLiteral("second")), std::chrono::minutes(1));
        QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(done, QStringList{QStringLiteral("undone second")});
        QCOMPARE(bar.waiting(), 1);
        bar.begin(deed(QStringLiteral("third")), std::chrono::milliseconds(0));
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(done.last(), QStringLiteral("third"));
        bar.commitAll();
        QCOMPARE(done.last(), QStringLiteral("first"));
        QVERIFY(!bar.isVisible());
    }

    void aDeedThatWaitsWhenTheWindowClosesNeverHappens()
    {
        bool done = false;
        {
            UndoBar bar;
            bar.begin({QStringLiteral("Approving"), {}, [&done] { done = true; }}, std::chrono::minutes(1));
        }
        QVERIFY(!done);
    }

    void aMessageStaysUntilItsCauseIsGone()
    {
        MessageBar bar;
        int pressed = 0;
        const MessageBar::Message message{QStringLiteral("<b>expired</b>"), Tone::Rejected,
                                          QStringLiteral("Sign In Again"), [&pressed] { ++pressed; }};
        bar.post(QStringLiteral("sign-in"), message);
        QVERIFY(bar.isVisibleTo(nullptr) || !bar.isHidden());
        const auto labels = bar.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(pressed, 1);
        QVERIFY(!bar.isHidden());
        bar.clear(QStringLiteral("sign-in"));
        QVERIFY(bar.isHidden());
    }

    void progressCanBeCancelled()
    {
        StatusStrip *status = m_desk->window()->status();
        QSignalSpy cancelled(status, &StatusStrip::cancelRequested);
        QVERIFY(status->findChild<QProgressBar *>()->isVisible());
        QTest::mouseClick(status->findChild<QToolButton *>(), Qt::LeftButton);
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(cancelled.first().first().toString(), QStringLiteral("mirror"));
        status->clearProgress(QStringLiteral("mirror"));
        QVERIFY(!status->findChild<QProgressBar *>()->isVisible());
    }

    void detailsAreRebuiltOnlyWhenTheyDiffer()
    {
        DetailPane *pane = m_desk->requests()->detail();
        const auto labels = pane->findChildren<QLabel *>();
        pane->setContent(pane->content());
        QCOMPARE(pane->findChildren<QLabel *>(), labels);
        DetailContent other = pane->content();
        other.subtitle = QStringLiteral("<i>AS64510</i>");
        pane->setContent(other);
        for (const QLabel *label : pane->findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

private:
    static QAction *actionNamed(const QWidget *page, const QString &text)
    {
        const auto actions = page->actions();
        for (QAction *action : actions) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

    std::unique_ptr<SampleDesk> m_desk;
};

QTEST_MAIN(TstShell)
#include "tst_shell.moc"
