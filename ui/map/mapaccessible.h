// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace peerdesk {

class MapWidget;

/// The map for assistive technology: each place or cluster is a button with a name, which can be pressed.
class MapAccessible : public QAccessibleWidget
{
public:
    explicit MapAccessible(MapWidget *map);
    ~MapAccessible() override;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;

private:
    [[nodiscard]] MapWidget *map() const;

    mutable QHash<int, QAccessible::Id> m_children;
};

/// Makes Qt ask for a MapAccessible whenever a MapWidget is to be read. More than once is harmless.
void installMapAccessibility();

} // namespace peerdesk
