// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cell.h"

#include <QStatusBar>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QToolButton;

namespace peerdesk {

class IconLabel;

/// The line at the foot of the window: lasting facts at the left (who is signed in, the endpoint, what is in flight,
/// how old the mirror is), a note or the progress of one long task at the right.
class StatusStrip : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    /// One fact an id, in the order in which ids first came; an empty text hides it.
    void setFact(const QString &id, const Cell &fact);
    void setNote(const QString &text, const QString &toolTip = {});
    /// `total` 0 means of unknown length.
    void setProgress(const QString &task, const QString &text, qint64 done, qint64 total);
    void clearProgress(const QString &task);

Q_SIGNALS:
    void cancelRequested(const QString &task);

private:
    QHBoxLayout *m_facts;
    QLabel *m_note;
    QLabel *m_task;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QString m_taskId;
};

} // namespace peerdesk
