// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/notices/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace peerdesk {
namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString defaultAction = QStringLiteral("default"); // a click on the notification itself

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
}

void DesktopNotifier::send(const QString &title, const QString &body, const QString &tag)
{
    if (m_capabilities)
        notify(title, body, tag);
    else
        askCapabilities(title, body, tag);
}

void DesktopNotifier::askCapabilities(const QString &title, const QString &body, const QString &tag)
{
    if (!listen()) {
        Q_EMIT unavailable(tr("There is no session bus."));
        return;
    }
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, title, body, tag] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError()) {
            Q_EMIT unavailable(reply.error().message());
            return;
        }
        const QStringList list = reply.value();
        m_capabilities = QSet<QString>(list.begin(), list.end());
        notify(title, body, tag);
    });
}

void DesktopNotifier::notify(const QString &title, const QString &body, const QString &tag)
{
    const bool markup = m_capabilities->contains(QStringLiteral("body-markup"));
    QStringList actions;
    if (m_capabilities->contains(QStringLiteral("actions")))
        actions = {defaultAction, tr("Open Peerdesk")};
    const QVariantMap hints = {{QStringLiteral("desktop-entry"), QStringLiteral("net.peerdesk.Peerdesk")},
                               {QStringLiteral("category"), QStringLiteral("network")}};
    QDBusMessage message = call(QStringLiteral("Notify"));
    message.setArguments({QStringLiteral("Peerdesk"), 0U, QStringLiteral("net.peerdesk.Peerdesk"), title,
                          markup ? body.toHtmlEscaped() : body, actions, hints, -1});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, tag] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            m_capabilities.reset(); // another service may answer next time
            Q_EMIT unavailable(reply.error().message());
            return;
        }
        m_shown.insert(reply.value(), tag);
        Q_EMIT sent(tag);
    });
}

bool DesktopNotifier::listen()
{
    if (m_listening)
        return true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    m_listening = bus.isConnected()
                  && bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this,
                                 SLOT(actionInvoked(uint, QString)))
                  && bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                                 SLOT(notificationClosed(uint, uint)));
    return m_listening;
}

void DesktopNotifier::actionInvoked(uint id, const QString &action)
{
    if (action == defaultAction && m_shown.contains(id))
        Q_EMIT activated(m_shown.value(id));
}

void DesktopNotifier::notificationClosed(uint id, uint)
{
    m_shown.remove(id);
}

} // namespace peerdesk
