// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

#include <optional>

namespace peerdesk {

/// The desktop's notification service (Desktop Notifications Specification 1.2) over D-Bus. It is asked for with
/// the first notification and may be missing: then unavailable() says why, each time, and nothing else happens.
/// Owned by Notices; GUI thread.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    /// Plain text; services that take markup get it escaped. `tag` comes back in activated().
    void send(const QString &title, const QString &body, const QString &tag);

Q_SIGNALS:
    void sent(const QString &tag);
    void unavailable(const QString &why);
    /// The person clicked on it.
    void activated(const QString &tag);

private:
    void askCapabilities(const QString &title, const QString &body, const QString &tag);
    void notify(const QString &title, const QString &body, const QString &tag);
    [[nodiscard]] bool listen();

    std::optional<QSet<QString>> m_capabilities;
    bool m_listening = false;
    QHash<uint, QString> m_shown; ///< tag by the service's number

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);
};

} // namespace peerdesk
