// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace peerdesk {

/// Tells systemd how it goes (sd_notify(3)): datagrams to the socket that NOTIFY_SOCKET names, and nothing at all where
/// nobody listens. While the event loop turns it is told so, as often as WATCHDOG_USEC asks for. One per program, main
/// thread.
class Supervisor : public QObject
{
    Q_OBJECT

public:
    explicit Supervisor(QObject *parent = nullptr);

    void ready(const QString &status);
    void reloading();
    void stopping();

private:
    void tell(const QByteArray &state) const;

    const QByteArray m_socket;
    QTimer m_watchdog;
};

} // namespace peerdesk
