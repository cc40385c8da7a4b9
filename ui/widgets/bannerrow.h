// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/statuslook.h"

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;
class QLabel;

namespace peerdesk {

/// One coloured line across a page: an icon, a sentence, buttons. What MessageBar and UndoBar are made of.
class BannerRow : public QWidget
{
    Q_OBJECT

public:
    BannerRow(Icon icon, Tone tone, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    void addButton(QAbstractButton *button);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recolor();

    Icon m_iconName;
    Tone m_tone;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_line;
};

} // namespace peerdesk
