// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rowmodel.h"
#include "widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace peerdesk;

namespace {

struct Row
{
    int asn = 0;
    QString name;
    bool operator==(const Row &) const = default;
};

const QList<FilterField> fields = {
    {QStringLiteral("asn"), {}, FilterField::Kind::Number, {}, true},
    {QStringLiteral("name"), {}, FilterField::Kind::Text, {}, true},
};

RowTraits<Row> traits()
{
    RowTraits<Row> traits;
    traits.key = [](const Row &row) { return QString::number(row.asn); };
    traits.columns = {
        {{.id = QStringLiteral("asn"), .title = QStringLiteral("ASN"), .numeric = true, .filterField = 0},
         [](const Row &row) { return Cell{.text = QString::number(row.asn)}; },
         [](const Row &row) { return SortKey(double(row.asn)); }},
        {{.id = QStringLiteral("name"), .title = QStringLiteral("Network"), .stretch = true, .filterField = 1},
         [](const Row &row) { return Cell{.text = row.name}; }},
    };
    traits.filterValue = [](const Row &row, int field) -> FilterValue {
        if (field == 0)
            return double(row.asn);
        return row.name;
    };
    return traits;
}

QList<Row> many(int count)
{
    QList<Row> rows;
    for (int i = 0; i < count; ++i)
        rows.append({64'000 + i, QStringLiteral("Network %1").arg(i)});
    return rows;
}

} // namespace

class TstTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void aRefreshMovesNothingAndResetsNothing()
    {
        RowModel<Row> model(traits());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        TableView view({});
        view.setTableModel(&model);
        view.resize(400, 300);
        view.show();
        model.setRows(many(1000));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy moves(&view, &TableView::currentKeyChanged);
        view.setCurrentKey(QStringLiteral("64500"));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 7);
        const int place = view.rowViewportPosition(model.rowOf(QStringLiteral("64500")));
        moves.clear();

        // Ten networks appear above, one vanishes below, one is renamed.
        QList<Row> rows = many(1000);
        rows.removeAt(900);
        rows[500].name = QStringLiteral("Renamed");
        for (int i = 0; i < 10; ++i)
            rows.prepend({100 + i, QStringLiteral("New")});
        model.setRows(rows);

        QCOMPARE(resets.count(), 0);
        QCOMPARE(moves.count(), 0);
        QCOMPARE(view.currentKey(), QStringLiteral("64500"));
        QCOMPARE(view.rowViewportPosition(model.rowOf(QStringLiteral("64500"))), place);
        QCOMPARE(model.find(QStringLiteral("64500"))->name, QStringLiteral("Renamed"));
        QCOMPARE(model.rowCount(), 1009);
    }

    void theSameRowsAgainSayNothing()
    {
        RowModel<Row> model(traits());
        model.setRows(many(10));
        QSignalSpy layouts(&model, &QAbstractItemModel::layoutChanged);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setRows(many(10));
        QCOMPARE(layouts.count() + changes.count(), 0);

        QList<Row> rows = many(10);
        rows[3].name = QStringLiteral("Renamed");
        model.setRows(rows);
        QCOMPARE(layouts.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.first().first().toModelIndex().row(), 3);
    }

    void aFilteredRowIsTakenUpAgainWhenTheFilterGoes()
    {
        RowModel<Row> model(traits());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        TableView view({});
        view.setTableModel(&model);
        model.setRows(many(100));
        view.setCurrentKey(QStringLiteral("64010"));
        model.setFilter(Filter::parse(QStringLiteral("asn>64050"), fields));
        QCOMPARE(model.rowCount(), 49);
        QCOMPARE(model.rowOf(QStringLiteral("64010")), -1);
        model.setFilter({});
        QCOMPARE(view.currentKey(), QStringLiteral("64010"));
        QCOMPARE(view.selectedKeys(), QStringList{QStringLiteral("64010")});
    }

    void sortingKeepsTheCurrentRow()
    {
        RowModel<Row> model(traits());
        TableView view({});
        view.setTableModel(&model);
        model.setRows(many(100));
        view.setCurrentKey(QStringLiteral("64010"));
        view.sortByColumn(0, Qt::DescendingOrder);
        QCOMPARE(model.keyAt(0), QStringLiteral("64099"));
        QCOMPARE(view.currentKey(), QStringLiteral("64010"));
        view.sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(model.keyAt(0), QStringLiteral("64000"));
        QCOMPARE(model.keyAt(1), QStringLiteral("64001"));
        QCOMPARE(model.keyAt(2), QStringLiteral("64010")); // "Network 10" before "Network 2": words, not numbers
    }

    void marksStayWithTheirRows()
    {
        RowModel<Row> model(traits());
        model.setMarkingEnabled(true);
        model.setRows(many(10));
        QVERIFY(model.setData(model.index(2, 0), Qt::Checked, Qt::CheckStateRole));
        model.setMarked(QStringLiteral("64007"), true);
        model.sort(0, Qt::DescendingOrder);
        QCOMPARE(model.markedKeys(), QStringList({QStringLiteral("64007"), QStringLiteral("64002")}));
        model.setFilter(Filter::parse(QStringLiteral("asn<64005"), fields));
        QCOMPARE(model.markedKeys(), QStringList{QStringLiteral("64002")});
    }

    void aHiddenRowsMarkIsNotActedUpon()
    {
        RowModel<Row> model(traits());
        model.setMarkingEnabled(true);
        model.setRows(many(3));
        model.setMarked(QStringLiteral("64001"), true);
        model.setOnlyKeys({QStringLiteral("64002")});
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.markedKeys().isEmpty());
    }

    void columnsAreRemembered()
    {
        RowModel<Row> model(traits());
        {
            TableView view(QStringLiteral("tst-table"));
            view.setTableModel(&model);
            view.setColumnWidth(0, 177);
            view.sortByColumn(1, Qt::DescendingOrder);
        }
        TableView view(QStringLiteral("tst-table"));
        view.setTableModel(&model);
        QCOMPARE(view.columnWidth(0), 177);
        view.sortAtFirst(0, Qt::AscendingOrder);
        QCOMPARE(view.horizontalHeader()->sortIndicatorSection(), 1);
    }

    void rowsSpeakASentence()
    {
        RowTraits<Row> speaking = traits();
        speaking.sentence = [](const Row &row) {
            return QStringLiteral("AS%1 %2, pending").arg(row.asn).arg(row.name);
        };
        RowModel<Row> model(speaking);
        model.setRows(many(1));
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("AS64000 Network 0, pending"));
    }
};

QTEST_MAIN(TstTable)
#include "tst_table.moc"
