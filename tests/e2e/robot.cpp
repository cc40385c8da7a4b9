// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/robot.h"

#include "e2e/visiblewords.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QScrollBar>
#include <QRegularExpression>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

namespace peerdesk::test {

namespace {

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).trimmed();
}

QString wordsOn(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return plain(button->text());
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        return field->placeholderText();
    return {};
}

bool isCalled(const QWidget *widget, const QString &name)
{
    if (name.contains(u'*')) {
        const QRegularExpression pattern(QRegularExpression::wildcardToRegularExpression(name));
        return pattern.match(wordsOn(widget)).hasMatch();
    }
    return widget->objectName() == name || plain(widget->accessibleName()) == name || wordsOn(widget) == name;
}

QModelIndex rowWith(const QAbstractItemModel *model, const QString &text)
{
    for (int row = 0; model && row < model->rowCount(); ++row) {
        if (wordsOfRow(model, row).contains(text))
            return model->index(row, 0);
    }
    return {};
}

QAction *actionCalled(const QList<QAction *> &actions, const QString &name)
{
    const auto found = std::ranges::find_if(actions, [&](const QAction *action) {
        return action->isVisible() && plain(action->text()).remove(QStringLiteral("…")) == name;
    });
    return found == actions.end() ? nullptr : *found;
}

} // namespace

Robot::Robot(std::chrono::milliseconds patience)
    : m_patience(patience)
{
}

void Robot::fail(const QString &why)
{
    if (m_failure.isEmpty())
        m_failure = why;
}

QWidget *Robot::uppermost()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    if (QWidget *active = QApplication::activeWindow())
        return active;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && !window->parentWidget())
            return window;
    }
    return nullptr;
}

QWidget *Robot::seek(const QString &name) const
{
    QList<QWidget *> windows{uppermost()};
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && !windows.contains(window))
            windows.append(window);
    }
    for (const QWidget *window : std::as_const(windows)) {
        if (!window)
            continue;
        QWidget *found = nullptr;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !widget->isEnabled() || !isCalled(widget, name))
                continue;
            if (!found || (qobject_cast<QLabel *>(found) && qobject_cast<QAbstractButton *>(widget)))
                found = widget; // a label that reads the same is nothing to use
        }
        if (found)
            return found;
    }
    return nullptr;
}

QWidget *Robot::find(const QString &name)
{
    waitUntil(QStringLiteral("there is a \"%1\" to use").arg(name), [&] { return seek(name) != nullptr; });
    return failed() ? nullptr : seek(name);
}

QAbstractItemView *Robot::seekViewWith(const QString &text)
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        for (auto *view : window->findChildren<QAbstractItemView *>()) {
            if (view->isVisible() && rowWith(view->model(), text).isValid())
                return view;
        }
    }
    return nullptr;
}

QAbstractItemView *Robot::findView(const QString &name, const QString &text)
{
    if (name.isEmpty())
        return seekViewWith(text);
    QWidget *widget = find(name);
    auto *view = qobject_cast<QAbstractItemView *>(widget);
    if (widget && !view)
        fail(QStringLiteral("\"%1\" is no list or table").arg(name));
    return view;
}

void Robot::click(const QString &name)
{
    QWidget *widget = find(name);
    if (!widget)
        return;
    QPoint spot = widget->rect().center();
    if (qobject_cast<QCheckBox *>(widget) || qobject_cast<QRadioButton *>(widget))
        spot.setX(std::min(10, widget->width() / 2)); // the words of a wide one end long before its middle
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, spot);
}

void Robot::chooseFromMenu(const QStringList &path)
{
    if (failed())
        return;
    QMenuBar *bar = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *candidate = window->findChild<QMenuBar *>(); candidate && candidate->isVisible())
            bar = candidate;
    }
    QAction *action = bar ? actionCalled(bar->actions(), path.value(0)) : nullptr;
    if (!action)
        return fail(QStringLiteral("there is no menu \"%1\"").arg(path.value(0)));
    QTest::mouseClick(bar, Qt::LeftButton, Qt::NoModifier, bar->actionGeometry(action).center());
    for (const QString &entry : path.mid(1)) {
        waitUntil(QStringLiteral("the menu before \"%1\" is open").arg(entry),
                  [] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()) != nullptr; });
        if (failed())
            return;
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        action = actionCalled(menu->actions(), entry);
        if (!action || !action->isEnabled()) {
            QTest::keyClick(menu, Qt::Key_Escape);
            return fail(QStringLiteral("the menu has no \"%1\" to choose").arg(entry));
        }
        QTest::mouseMove(menu, menu->actionGeometry(action).center());
        QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
    }
}

void Robot::chooseFromBox(const QString &name, const QString &item)
{
    QWidget *widget = find(name);
    auto *box = qobject_cast<QComboBox *>(widget);
    if (widget && !box)
        fail(QStringLiteral("\"%1\" is no box to choose from").arg(name));
    if (!box)
        return;
    const int wanted = box->findText(item, Qt::MatchContains);
    if (wanted < 0)
        return fail(QStringLiteral("\"%1\" does not offer \"%2\"").arg(name, item));
    box->setFocus(Qt::MouseFocusReason);
    for (int steps = box->count(); box->currentIndex() != wanted && steps > 0; --steps)
        QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
}

void Robot::type(const QString &name, const QString &text)
{
    QWidget *widget = find(name);
    if (!widget)
        return;
    QTest::mouseClick(widget, Qt::LeftButton);
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(widget, Qt::Key_Delete);
    QTest::keyClicks(widget, text);
}

/// Who has the focus, once the window manager has given the keyboard to the window that was opened last.
QWidget *Robot::focused()
{
    waitUntil(QStringLiteral("the uppermost window has the keyboard"), [] {
        const QWidget *modal = QApplication::activeModalWidget();
        return !modal || modal->isActiveWindow();
    });
    return failed() ? nullptr : QApplication::focusWidget();
}

void Robot::press(const QKeySequence &keys)
{
    if (failed())
        return;
    QWidget *receiver = QApplication::activePopupWidget();
    if (receiver && receiver->focusWidget())
        receiver = receiver->focusWidget();
    if (!receiver)
        receiver = focused();
    if (!receiver)
        receiver = uppermost();
    if (!receiver)
        return fail(QStringLiteral("no window takes keys"));
    for (int index = 0; index < keys.count(); ++index)
        QTest::keyClick(receiver, keys[static_cast<uint>(index)].key(),
                        keys[static_cast<uint>(index)].keyboardModifiers());
}

void Robot::typeHere(const QString &text)
{
    QWidget *receiver = focused();
    if (!receiver)
        return fail(QStringLiteral("nothing has the focus to type into"));
    QTest::keyClicks(receiver, text);
}

QModelIndex Robot::findRow(const QString &view, const QString &text)
{
    waitForRow(view, text);
    const QAbstractItemView *found = failed() ? nullptr : findView(view, text);
    return found ? rowWith(found->model(), text) : QModelIndex();
}

void Robot::bringIntoView(QAbstractItemView *view, const QModelIndex &index)
{
    const QScrollBar *bar = view->verticalScrollBar();
    for (int turns = 0; turns < 2000; ++turns) {
        const QRect place = view->visualRect(index);
        const QRect seen = view->viewport()->rect();
        if (place.top() >= 0 && place.bottom() <= seen.bottom())
            return;
        const int direction = place.top() < 0 ? 1 : -1;
        const int before = bar->value();
        const QPointF middle = QPointF(seen.center());
        QWheelEvent wheel(middle, view->viewport()->mapToGlobal(middle), {}, QPoint(0, direction * 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view->viewport(), &wheel);
        if (bar->value() == before)
            return; // as near as it comes
    }
}

void Robot::clickRow(const QString &view, const QString &text, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = findRow(view, text);
    if (!index.isValid())
        return;
    QAbstractItemView *found = findView(view, text);
    bringIntoView(found, index);
    QTest::mouseClick(found->viewport(), Qt::LeftButton, modifiers, found->visualRect(index).center());
}

void Robot::doubleClickRow(const QString &view, const QString &text)
{
    clickRow(view, text);
    const QModelIndex index = findRow(view, text);
    if (!index.isValid())
        return;
    QAbstractItemView *found = findView(view, text);
    QTest::mouseDClick(found->viewport(), Qt::LeftButton, Qt::NoModifier, found->visualRect(index).center());
}

void Robot::waitUntil(const QString &what, const std::function<bool()> &holds)
{
    waitUntil(what, holds, m_patience);
}

void Robot::waitUntil(const QString &what, const std::function<bool()> &holds, std::chrono::milliseconds patience)
{
    if (!failed() && !QTest::qWaitFor(holds, static_cast<int>(patience.count())))
        fail(
            QStringLiteral("waited %1 s in vain until %2").arg(static_cast<double>(patience.count()) / 1000).arg(what));
}

void Robot::waitForText(const QString &text)
{
    waitUntil(QStringLiteral("\"%1\" can be read").arg(text), [&] { return visibleText().contains(text); });
}

void Robot::waitForNoText(const QString &text)
{
    waitUntil(QStringLiteral("\"%1\" cannot be read any more").arg(text),
              [&] { return !visibleText().contains(text); });
}

void Robot::waitForRow(const QString &view, const QString &text)
{
    waitUntil(QStringLiteral("a row of \"%1\" says \"%2\"").arg(view, text), [&] {
        const auto *found = view.isEmpty() ? seekViewWith(text) : qobject_cast<QAbstractItemView *>(seek(view));
        return found && rowWith(found->model(), text).isValid();
    });
}

void Robot::waitForRowCount(const QString &view, int atLeast)
{
    waitUntil(QStringLiteral("\"%1\" has %2 rows").arg(view).arg(atLeast), [&] {
        const auto *found = qobject_cast<QAbstractItemView *>(seek(view));
        return found && found->model() && found->model()->rowCount() >= atLeast;
    });
}

QString Robot::visibleText() const
{
    QStringList lines;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            lines += visibleWords(window);
    }
    return lines.join(QLatin1Char('\n'));
}

QStringList Robot::rows(const QString &view)
{
    QStringList all;
    const QAbstractItemView *found = findView(view);
    for (int row = 0; found && row < found->model()->rowCount(); ++row)
        all.append(wordsOfRow(found->model(), row));
    return all;
}

void Robot::takePicture(const QString &path)
{
    // What has just changed is laid out and shown in the next turn of the loop.
    bool turned = false;
    QMetaObject::invokeMethod(
        qApp, [&turned] { turned = true; }, Qt::QueuedConnection);
    waitUntil(QStringLiteral("the window is at rest"), [&turned] { return turned; });
    QWidget *window = failed() ? nullptr : uppermost();
    if (window && !window->window()->grab().save(path))
        fail(QStringLiteral("the picture %1 could not be written").arg(path));
}

} // namespace peerdesk::test
