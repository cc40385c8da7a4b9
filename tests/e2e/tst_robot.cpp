// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/robot.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using peerdesk::test::Robot;

namespace {

/// A window with one of everything the robot can use; `said` tells what was done to it.
class ToyWindow : public QMainWindow
{
public:
    ToyWindow()
    {
        auto *centre = new QWidget;
        auto *layout = new QVBoxLayout(centre);
        layout->addWidget(said);
        auto *field = new QLineEdit;
        field->setObjectName("name"_L1);
        field->setText("old"_L1);
        layout->addWidget(field);
        auto *greet = new QPushButton(u"&Greet"_s);
        layout->addWidget(greet);
        auto *loud = new QCheckBox(u"Loud"_s);
        layout->addWidget(loud);
        auto *colour = new QComboBox;
        colour->setAccessibleName(u"Colour"_s);
        colour->addItems({u"Red"_s, u"Green"_s, u"Blue"_s});
        layout->addWidget(colour);
        auto *table = new QTableView;
        table->setObjectName("table"_L1);
        table->setModel(&model);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        layout->addWidget(table);
        auto *hidden = new QLabel(u"never shown"_s);
        hidden->hide();
        layout->addWidget(hidden);
        setCentralWidget(centre);

        for (int row = 0; row < 300; ++row)
            model.appendRow(
                {new QStandardItem(u"AS%1"_s.arg(64500 + row)), new QStandardItem(u"Network %1"_s.arg(row))});

        connect(greet, &QPushButton::clicked, this, [=, this] {
            // As after a call over the network: the outcome shows later.
            QTimer::singleShot(50, this, [=, this] {
                said->setText((loud->isChecked() ? u"HELLO "_s : u"Hello "_s) + field->text());
            });
        });
        connect(colour, &QComboBox::currentTextChanged, said, &QLabel::setText);
        connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this](const QModelIndex &index) { said->setText(u"row %1"_s.arg(index.row())); });
        QMenu *view = menuBar()->addMenu(u"&View"_s);
        view->addAction(u"&Dark"_s, QKeySequence(Qt::CTRL | Qt::Key_D), this,
                        [this] { said->setText(u"it is dark"_s); });
        view->addAction(u"Locked"_s)->setEnabled(false);
        resize(500, 400);
    }

    QLabel *said = new QLabel(u"nothing yet"_s);
    QStandardItemModel model;
};

} // namespace

class TstRobot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<ToyWindow>();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void itTypesClicksAndReadsTheOutcome()
    {
        Robot robot;
        robot.type(u"name"_s, u"Ada"_s);
        robot.click(u"Greet"_s);
        robot.waitForText(u"Hello Ada"_s);
        robot.click(u"Loud"_s);
        robot.click(u"Greet"_s);
        robot.waitForText(u"HELLO Ada"_s);
        QVERIFY2(!robot.failed(), qPrintable(robot.failure()));
    }

    void itChoosesFromBoxesAndMenusAndPressesShortcuts()
    {
        Robot robot;
        robot.chooseFromBox(u"Colour"_s, u"Blue"_s);
        robot.waitUntil(u"blue is said"_s, [this] { return m_window->said->text() == u"Blue"_s; });
        robot.chooseFromMenu({u"View"_s, u"Dark"_s});
        robot.waitForText(u"it is dark"_s);
        robot.chooseFromBox(u"Colour"_s, u"Red"_s);
        robot.press(QKeySequence(Qt::CTRL | Qt::Key_D));
        robot.waitForText(u"it is dark"_s);
        QVERIFY2(!robot.failed(), qPrintable(robot.failure()));
    }

    void itScrollsToARowAndClicksIt()
    {
        Robot robot;
        robot.clickRow(u"table"_s, u"Network 250"_s);
        robot.waitForText(u"row 250"_s);
        robot.clickRow(u"table"_s, u"AS64503 "_s);
        robot.waitForText(u"row 3"_s);
        robot.clickRow({}, u"Network 7"_s);
        robot.waitForText(u"row 7"_s);
        QCOMPARE(robot.rows(u"table"_s).size(), 300);
        QVERIFY2(!robot.failed(), qPrintable(robot.failure()));
    }

    void itSeesOnlyWhatIsVisible()
    {
        const Robot robot;
        QVERIFY(robot.visibleText().contains(u"nothing yet"_s));
        QVERIFY(robot.visibleText().contains(u"AS64500 | Network 0"_s));
        QVERIFY(!robot.visibleText().contains(u"Network 250"_s));
        QVERIFY(!robot.visibleText().contains(u"never shown"_s));
    }

    void itStopsAtWhatCannotBeDone_data()
    {
        QTest::addColumn<std::function<void(Robot &)>>("deed");
        QTest::addColumn<QString>("complaint");
        using Deed = std::function<void(Robot &)>;
        QTest::newRow("no such widget") << Deed([](Robot &robot) { robot.click(u"Fly"_s); }) << u"Fly"_s;
        QTest::newRow("no such text") << Deed([](Robot &robot) { robot.waitForText(u"Bye"_s); }) << u"Bye"_s;
        QTest::newRow("no such row") << Deed([](Robot &robot) { robot.clickRow(u"table"_s, u"AS1 "_s); }) << u"AS1 "_s;
        QTest::newRow("no such entry") << Deed([](Robot &robot) {
            robot.chooseFromMenu({u"View"_s, u"Light"_s});
        }) << u"Light"_s;
        QTest::newRow("a locked entry") << Deed([](Robot &robot) {
            robot.chooseFromMenu({u"View"_s, u"Locked"_s});
        }) << u"Locked"_s;
        QTest::newRow("not on offer") << Deed([](Robot &robot) { robot.chooseFromBox(u"Colour"_s, u"Pink"_s); })
                                      << u"Pink"_s;
        QTest::newRow("no table") << Deed([](Robot &robot) { (void)robot.rows(u"Greet"_s); }) << u"Greet"_s;
    }
    void itStopsAtWhatCannotBeDone()
    {
        QFETCH(std::function<void(Robot &)>, deed);
        QFETCH(QString, complaint);
        Robot robot(std::chrono::milliseconds(50));
        deed(robot);
        QVERIFY(robot.failed());
        QVERIFY2(robot.failure().contains(complaint), qPrintable(robot.failure()));
        // What follows is not even tried.
        robot.type(u"name"_s, u"Eve"_s);
        QVERIFY(!robot.visibleText().contains(u"Eve"_s));
    }

    void itTakesPictures()
    {
        QTemporaryDir folder;
        Robot robot;
        robot.takePicture(folder.filePath(u"toy.png"_s));
        QVERIFY2(!robot.failed(), qPrintable(robot.failure()));
        QCOMPARE(QImage(folder.filePath(u"toy.png"_s)).size(), m_window->size());
        robot.takePicture(folder.filePath(u"absent/toy.png"_s));
        QVERIFY(robot.failed());
    }

private:
    std::unique_ptr<ToyWindow> m_window;
};

QTEST_MAIN(TstRobot)
#include "tst_robot.moc"
