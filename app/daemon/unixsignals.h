// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace peerdesk {

/// SIGTERM, SIGINT and SIGHUP as Qt signals: the handler itself may only write to a pipe (signal-safety(7)), which the event
/// loop then reads. One per program.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void terminationRequested();
    void reloadRequested();
};

} // namespace peerdesk
