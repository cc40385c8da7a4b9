// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QWidget>

#include <chrono>
#include <functional>

class QTimer;

namespace peerdesk {

class BannerRow;

/// The visible countdown that stands in for "Are you sure?": what is about to happen, in how many seconds, and Undo.
/// Several may wait at once; the latest is shown and Undo takes the latest back. When the program ends before a
/// countdown does, nothing has happened.
class UndoBar : public QWidget
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent = nullptr);

    struct Deed
    {
        QString text;     ///< "Approving 2 sessions of AS64510"
        QString undone{}; ///< what undoing does, for the button's tooltip; may be empty
        std::function<void()> commit = nullptr;
        std::function<void()> undo = nullptr;
        bool done = false; ///< has happened already and can be taken back (a deleted draft): nothing is counted down
    };
    void begin(Deed deed, std::chrono::milliseconds wait);
    [[nodiscard]] int waiting() const { return static_cast<int>(m_waiting.size()); }

public Q_SLOTS:
    void undo();
    /// Everything that waits happens now.
    void commitAll();

Q_SIGNALS:
    void waitingChanged(int count);

private:
    struct Waiting
    {
        Deed deed;
        QDeadlineTimer until;
    };
    void tick();
    void refresh();

    QList<Waiting> m_waiting;
    BannerRow *m_row;
    QTimer *m_tick;
};

} // namespace peerdesk
