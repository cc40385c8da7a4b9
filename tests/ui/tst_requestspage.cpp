// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskwindow.h"
#include "requests/requestspage.h"
#include "support/patience.h"
#include "widgets/detailpane.h"
#include "widgets/emptystate.h"
#include "widgets/filterbar.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"
#include "workflow/requestdesk.h"
#include "workflow/sessions/sessionexport.h"

#include <QAbstractButton>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

/// The page over the real service, a real database file and another network's endpoint that is the test's.
class TstRequestsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<DeskWindow> m_look;
    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<RequestsPage> m_page;

    [[nodiscard]] QAbstractButton *button(const QString &text) const
    {
        const auto buttons = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *candidate : buttons) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    [[nodiscard]] QString cell(int row, const QString &column) const
    {
        const auto *model = m_page->table()->tableModel();
        for (int i = 0; i < model->columnCount(); ++i) {
            if (model->columns().at(i).id == column)
                return model->index(row, i).data().toString();
        }
        return {};
    }
    void press(const QString &text)
    {
        QTRY_VERIFY2(button(text), qPrintable(text));
        QTest::mouseClick(button(text), Qt::LeftButton);
    }
    /// The other side approves those whose address of ours ends so, and rejects the rest with these words.
    void decide(const QStringList &approved, const QString &reason)
    {
        m_desk->endpoint.decide = [approved, reason](const QJsonObject &session) {
            const QString address = session[QStringLiteral("local_ip")].toString();
            return approved.contains(address) ? QStringLiteral("Approved") : QLatin1Char('!') + reason;
        };
    }
    void open(int rows)
    {
        m_page->setOwnAsn(own);
        QTRY_COMPARE(m_page->table()->tableModel()->rowCount(), rows);
        m_page->table()->setFocus();
    }

private Q_SLOTS:
    void initTestCase() { m_look = std::make_unique<DeskWindow>(); }
    void cleanupTestCase() { m_look.reset(); }

    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_desk->places.addNetwork(other, QStringLiteral("Nordic Fibre"));
        m_page =
            std::make_unique<RequestsPage>(*m_desk->requests, *m_desk->bringUp, m_desk->places.places(), m_desk->clock);
        m_page->setPerson(person);
        m_page->resize(1180, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        QTRY_VERIFY(m_desk->requests->isIdle());
        // The service outlives what it has under way: reads end in the order in which they were asked.
        QVERIFY(outcomeOf(m_desk->requests->counts(own)).ok());
        m_desk.reset();
    }

    void nothingSentYetSaysSo()
    {
        open(0);
        QTRY_VERIFY(m_page->emptyState()->isVisible());
        QCOMPARE(m_page->emptyState()->kind(), EmptyState::Kind::NothingYet);
    }

    void partialApprovalIsANormalResultWithTheOtherSidesOwnWords()
    {
        decide({RequestDesk::ownAddress(0)}, QStringLiteral("We leave <b>this</b> exchange."));
        m_desk->sent(2);
        open(1);
        QCOMPARE(cell(0, QStringLiteral("status")), QStringLiteral("Partly approved"));
        QCOMPARE(cell(0, QStringLiteral("next")), QStringLiteral("Configure"));
        QTRY_VERIFY(shows(QStringLiteral("“We leave <b>this</b> exchange.”")));
        QVERIFY(button(QStringLiteral("Mark Configured (1)")));
        QVERIFY(button(QStringLiteral("Draft the Rejected Again (1)")));
        QVERIFY(!button(QStringLiteral("Take Down")));
    }

    void theRejectedAreDraftedAgain()
    {
        decide({}, QStringLiteral("full"));
        m_desk->sent(2);
        open(1);
        QSignalSpy made(m_page.get(), &RequestsPage::draftMade);
        press(QStringLiteral("Draft the Rejected Again"));
        QTRY_COMPARE(made.count(), 1);
        QCOMPARE(m_desk->drafts().first().id, made.first().first().toString());
        QCOMPARE(m_desk->drafts().first().rows.size(), 2);
    }

    void aPersonMarksSessionsConfiguredAndUp()
    {
        decide({RequestDesk::ownAddress(0), RequestDesk::ownAddress(1)}, {});
        const Request request = m_desk->sent(2);
        open(1);
        m_page->table()->setFocus();
        QTest::keyClick(m_page->table(), Qt::Key_C);
        QTRY_COMPARE(m_desk->statuses(request), QList<Status>({Status::Down, Status::Down}));
        QTRY_VERIFY(button(QStringLiteral("Mark Up")));
        QTest::keyClick(m_page->table(), Qt::Key_E);
        QTRY_COMPARE(m_desk->statuses(request), QList<Status>({Status::Established, Status::Established}));
        QTRY_COMPARE(cell(0, QStringLiteral("status")), QStringLiteral("Established"));
        QCOMPARE(cell(0, QStringLiteral("next")), QString());
        QTRY_VERIFY(shows(QStringLiteral("2 session(s): Established")));
    }

    void onlyTheChosenSessionIsMeant()
    {
        decide({RequestDesk::ownAddress(0), RequestDesk::ownAddress(1)}, {});
        const Request request = m_desk->sent(2);
        open(1);
        auto *sessions = m_page->detail()->findChild<QTableView *>();
        sessions->setFocus();
        sessions->setCurrentIndex(sessions->model()->index(0, 0));
        QTest::keyClick(sessions, Qt::Key_Return);
        press(QStringLiteral("Mark Configured (1)"));
        QTRY_COMPARE(m_desk->statuses(request).count(Status::Down), 1);
        QCOMPARE(m_desk->statuses(request).count(Status::Approved), 1);
    }

    void withdrawingWaitsAndCanBeCalledBack()
    {
        const Request request = m_desk->sent(1);
        open(1);
        press(QStringLiteral("Withdraw"));
        QVERIFY(shows(QStringLiteral("Withdrawing 1 session(s) from AS64500 Nordic Fibre")));
        press(QStringLiteral("Undo"));
        QVERIFY(!m_page->undoBar()->isVisible());
        QCOMPARE(m_desk->endpoint.asked("DELETE"), 0);
        m_page->setUndoWait(1ms);
        press(QStringLiteral("Withdraw"));
        QTRY_COMPARE(m_desk->statuses(request), QList<Status>({Status::Withdrawn}));
    }

    void takingDownAnEstablishedSessionAsksAndNamesIt()
    {
        decide({RequestDesk::ownAddress(0)}, {});
        const Request request = m_desk->sent(1);
        QVERIFY(outcomeOf(m_desk->bringUp->markEstablished({request.sessions.first().id}, person)).ok());
        open(1);
        press(QStringLiteral("Take Down"));
        auto *question = m_page->findChild<QMessageBox *>();
        QTRY_VERIFY(question && question->isVisible());
        QVERIFY(question->text().contains(QStringLiteral("AS64500 Nordic Fibre")));
        QVERIFY(question->informativeText().contains(RequestDesk::otherAddress(0)));
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!m_page->findChild<QMessageBox *>());
        QCOMPARE(m_desk->endpoint.asked("DELETE"), 0);
        press(QStringLiteral("Take Down"));
        question = m_page->findChild<QMessageBox *>();
        for (QAbstractButton *choice : question->buttons()) {
            if (question->buttonRole(choice) == QMessageBox::DestructiveRole)
                QTest::mouseClick(choice, Qt::LeftButton);
        }
        QTRY_COMPARE(m_desk->statuses(request), QList<Status>({Status::Withdrawn}));
    }

    void theTableIsFilteredByStatus()
    {
        decide({RequestDesk::ownAddress(0)}, QStringLiteral("full"));
        m_desk->sent(1);
        open(1);
        m_page->filterBar()->setText(QStringLiteral("status:rejected"));
        QCOMPARE(m_page->table()->tableModel()->rowCount(), 0);
        QCOMPARE(m_page->emptyState()->kind(), EmptyState::Kind::FilteredOut);
        m_page->filterBar()->setText(QStringLiteral("status:approved nordic"));
        QCOMPARE(m_page->table()->tableModel()->rowCount(), 1);
    }

    void whatIsExportedIsForItsOwnerOnly()
    {
        decide({RequestDesk::ownAddress(0)}, {});
        Request request = m_desk->sent(1);
        request.sessions.first().proposal.sessionSecret = Secret(QStringLiteral("=pepper"));
        const QString csv = m_desk->folder.filePath(QStringLiteral("sessions.csv"));
        const QString json = m_desk->folder.filePath(QStringLiteral("sessions.json"));
        QVERIFY(exportSessions(request.sessions, csv).ok());
        QVERIFY(exportSessions(request.sessions, json).ok());
        QFile table(csv);
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QByteArray text = table.readAll();
        QVERIFY(text.contains("\"pdb:ix:"));
        QVERIFY(text.contains("\"'=pepper\""));
        QFile program(json);
        QVERIFY(program.open(QIODevice::ReadOnly));
        QVERIFY(program.readAll().contains("\"=pepper\""));
        QCOMPARE(QFileInfo(csv).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aPageFullOfEverythingIsWorthLookingAt()
    {
        decide({RequestDesk::ownAddress(0), RequestDesk::ownAddress(1), RequestDesk::ownAddress(2)},
               QStringLiteral("We leave this exchange in December."));
        const Request request = m_desk->sent(5);
        m_desk->clock.advance(40min);
        QVERIFY(outcomeOf(m_desk->bringUp->markEstablished({request.sessions.first().id}, person)).ok());
        m_desk->clock.advance(2h);
        open(1);
        QTRY_VERIFY(shows(QStringLiteral("December")));
        m_look->picture(m_page.get(), QStringLiteral("requests"));
    }
};

QTEST_MAIN(TstRequestsPage)
#include "tst_requestspage.moc"
