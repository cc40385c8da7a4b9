// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace peerdesk {
namespace {

constexpr QLatin1String group("org.freedesktop.appearance");
constexpr QLatin1String key("color-scheme");

} // namespace

SystemScheme::SystemScheme(Scheme fallback, QObject *parent)
    : QObject(parent)
    , m_fallback(fallback)
    , m_scheme(fallback)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
    const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
    const QString settings = QStringLiteral("org.freedesktop.portal.Settings");
    bus.connect(service, path, settings, QStringLiteral("SettingChanged"), this,
                SLOT(portalChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
    read << QString(group) << QString(key);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        // Read wraps the value twice (xdg-desktop-portal documents it as a known oddity).
        if (reply.isValid())
            take(qvariant_cast<QDBusVariant>(reply.value().variant()).variant().toUInt());
        done->deleteLater();
    });
}

void SystemScheme::portalChanged(const QString &changedGroup, const QString &changedKey, const QDBusVariant &value)
{
    if (changedGroup == group && changedKey == key)
        take(value.variant().toUInt());
}

/// 0 no preference, 1 dark, 2 light.
void SystemScheme::take(uint preference)
{
    const Scheme scheme = preference == 1 ? Scheme::Dark : preference == 2 ? Scheme::Light : m_fallback;
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed();
}

} // namespace peerdesk
