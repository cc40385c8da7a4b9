// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/palette.h"

#include <QObject>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace peerdesk {

/// What the desktop prefers, light or dark, and when that changes. Qt 6.4 has no question for it (QStyleHints got
/// colorScheme in 6.5), so it is read from the desktop portal's `org.freedesktop.appearance color-scheme`; without
/// a portal the palette the platform brought decides. Owned by Theme; main thread.
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    /// `fallback` is what the platform's own palette looks like.
    explicit SystemScheme(Scheme fallback, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(uint preference);

    Scheme m_fallback;
    Scheme m_scheme;
};

} // namespace peerdesk
