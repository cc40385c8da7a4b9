// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

class QAbstractItemView;
class QModelIndex;
class QWidget;

namespace peerdesk::test {

/// Uses the program's windows as a person does: it finds what can be seen by its name or its words, sends mouse and
/// key events to it, and knows the outcome only from what widgets then show. Everything waits until it can be done or
/// patience ends. The first thing that cannot be done is kept as failure(), and nothing more is done after it, so that
/// a story can be written without asking after each step.
///
/// A name is a widget's objectName, its accessible name or its text without the mnemonic, for which * stands for
/// whatever is there ("Draft * Sessions"); an enabled, visible widget of the uppermost window wins.
class Robot
{
public:
    explicit Robot(std::chrono::milliseconds patience = std::chrono::seconds(30));

    [[nodiscard]] bool failed() const { return !m_failure.isEmpty(); }
    [[nodiscard]] QString failure() const { return m_failure; }
    /// For the next step of a story, whatever became of the last.
    void forgive() { m_failure.clear(); }
    void fail(const QString &why);

    void click(const QString &name);
    /// Opens menus by the mouse: {"View", "Dark"}.
    void chooseFromMenu(const QStringList &path);
    void chooseFromBox(const QString &name, const QString &item);
    /// Replaces what the field holds.
    void type(const QString &name, const QString &text);
    /// To whoever has the focus.
    void press(const QKeySequence &keys);
    void typeHere(const QString &text);
    /// Clicks the first row that shows the text, in any column; scrolls to it with the wheel. Here and below an empty
    /// name stands for whichever list or table in sight has such a row.
    void clickRow(const QString &view, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void doubleClickRow(const QString &view, const QString &text);

    void waitForText(const QString &text);
    void waitForNoText(const QString &text);
    void waitForRow(const QString &view, const QString &text);
    void waitForRowCount(const QString &view, int atLeast);
    void waitUntil(const QString &what, const std::function<bool()> &holds);
    void waitUntil(const QString &what, const std::function<bool()> &holds, std::chrono::milliseconds patience);

    /// What a person can read now, a line for each widget and each visible row.
    [[nodiscard]] QString visibleText() const;
    /// The rows of a view, cells joined by " | ", whether scrolled into view or not.
    [[nodiscard]] QStringList rows(const QString &view);
    [[nodiscard]] bool canSee(const QString &name) const { return seek(name) != nullptr; }

    /// The uppermost window as a PNG.
    void takePicture(const QString &path);

private:
    [[nodiscard]] QWidget *seek(const QString &name) const;
    [[nodiscard]] QWidget *find(const QString &name);
    [[nodiscard]] QAbstractItemView *findView(const QString &name, const QString &text = {});
    [[nodiscard]] static QAbstractItemView *seekViewWith(const QString &text);
    [[nodiscard]] static QWidget *uppermost();
    [[nodiscard]] QWidget *focused();
    void bringIntoView(QAbstractItemView *view, const QModelIndex &index);
    [[nodiscard]] QModelIndex findRow(const QString &view, const QString &text);

    std::chrono::milliseconds m_patience;
    QString m_failure;
};

} // namespace peerdesk::test
