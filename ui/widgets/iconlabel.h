// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cell.h"

#include <QWidget>

class QLabel;

namespace peerdesk {

/// A Cell outside a table: icon, words and colour, with an optional smaller note beneath. Wraps.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(const Cell &cell, QWidget *parent = nullptr);

    void setCell(const Cell &cell);
    void setNote(const QString &note);
    /// Whether the words take the tone too, or only the icon.
    void setColoredText(bool colored);
    /// On by default; a line that must stay one line turns it off.
    void setWrapping(bool wrapping);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Cell m_cell;
    bool m_coloredText = true;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_note;
};

} // namespace peerdesk
