// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace peerdesk {

/// A push button that shows the key that does the same, and may stand for an action: then it follows the action's
/// text, icon, key and availability.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);
    ActionButton(const QIcon &icon, const QString &text, QWidget *parent = nullptr);

    /// The accent's fill: at most one a page.
    void setPrimary(bool primary);
    void setKeyHint(const QString &key);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(const QAction *action);
    [[nodiscard]] int keyWidth() const;

    QString m_key;
};

} // namespace peerdesk
