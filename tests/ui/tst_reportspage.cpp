// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecandidates.h"

#include "reports/reportpdf.h"
#include "reports/reportspage.h"
#include "support/manualclock.h"
#include "support/requiretool.h"
#include "widgets/filterbar.h"
#include "widgets/tablemodel.h"
#include "widgets/tableview.h"
#include "workflow/reports/reportwriter.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

class TstReportsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_page = std::make_unique<ReportsPage>(m_clock);
        m_page->resize(1180, 800);
    }
    void cleanup() { m_page.reset(); }

    void showingThePageAsksForTheReport()
    {
        QSignalSpy wanted(m_page.get(), &ReportsPage::reportWanted);
        m_page->show();
        QCOMPARE(wanted.count(), 1);
        const ReportQuery query = m_page->query();
        QCOMPARE(toRfc3339(query.from), QStringLiteral("2026-10-25T00:00:00Z"));
        QCOMPARE(toRfc3339(query.until), QStringLiteral("2026-11-24T00:00:00Z")); // today included
    }

    void periodAndFilterAreAskedFor()
    {
        m_page->show();
        QSignalSpy wanted(m_page.get(), &ReportsPage::reportWanted);
        auto *period = m_page->findChild<QComboBox *>();
        period->setFocus();
        QTest::keyClick(period, Qt::Key_Down);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(toRfc3339(m_page->query().from), QStringLiteral("2026-08-26T00:00:00Z"));
        m_page->filterBar()->setText(QStringLiteral("status:rejected"));
        QCOMPARE(m_page->query().filter, QStringLiteral("status:rejected"));
        m_page->filterBar()->setText(QStringLiteral("status:nonsense"));
        QVERIFY(m_page->query().filter.isEmpty()); // explained in the bar, and not sent
    }

    void rowsAndCountsAreShown()
    {
        m_page->setReport(sample::report());
        QCOMPARE(m_page->table()->tableModel()->rowCount(), 60);
        m_page->setReport({});
        QCOMPARE(m_page->table()->tableModel()->rowCount(), 0);
        for (const QAction *action : m_page->actions())
            QVERIFY(!action->isEnabled());
    }

    void everyFormatIsWritten_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("\"session_id\"");
        QTest::newRow("json") << QStringLiteral("json") << QByteArray("{");
        QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-");
    }
    void everyFormatIsWritten()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, begins);
        m_page->setReport(sample::report());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.") + ending);
        QVERIFY(m_page->exportTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
        QVERIFY(!m_page->exportTo(folder.filePath(QStringLiteral("missing/report.") + ending)));
    }

    void everyCellOfThePdfIsFoundBySearch()
    {
        const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        REQUIRE_TOOL(!tool.isEmpty(), QStringLiteral("pdftotext (poppler-utils) is not installed"));
        const SessionReport report = sample::report(90);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.pdf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reportAsPdf(report));
        file.close();
        QProcess process;
        process.start(tool, {QStringLiteral("-layout"), path, QStringLiteral("-")});
        QVERIFY(process.waitForFinished(60'000));
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        // pdftotext takes a row of single letters ("1 d 1 h") for one widely set word, so blanks do not count.
        const auto dense = [](QString words) { return words.remove(u' '); };
        const QString found = dense(text);
        for (const ReportRow &row : report.rows) {
            const QStringList cells = reportCells(row);
            for (const QString &cell : cells)
                QVERIFY2(found.contains(dense(cell)), qPrintable(cell));
        }
        const auto pages = text.count(u'\f');
        QVERIFY(pages > 1);
        QVERIFY2(text.contains(QStringLiteral("Page %1 of %1").arg(pages)), qPrintable(QString::number(pages)));
    }

private:
    test::ManualClock m_clock{sample::now()};
    std::unique_ptr<ReportsPage> m_page;
};

QTEST_MAIN(TstReportsPage)
#include "tst_reportspage.moc"
