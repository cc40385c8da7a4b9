// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace peerdesk {

/// Two or three words of which one holds: "Networks | Locations".
class SegmentSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentSwitch(const QStringList &words, QWidget *parent = nullptr);

    [[nodiscard]] int current() const;
    void setCurrent(int index);

Q_SIGNALS:
    void currentChanged(int index);

private:
    QButtonGroup *m_group;
};

} // namespace peerdesk
