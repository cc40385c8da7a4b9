// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace peerdesk {

/// One key of the keyboard, drawn small, as in "[A] approve".
class Keycap : public QWidget
{
    Q_OBJECT

public:
    explicit Keycap(const QString &key, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] static int widthOf(const QString &key, const QFont &font);
    static void paint(QPainter *painter, const QRect &rect, const QString &key, const QFont &font,
                      const QPalette &palette, bool enabled);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace peerdesk
