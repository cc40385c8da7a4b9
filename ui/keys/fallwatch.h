// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "workflow/keys/registeredroute.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace peerdesk {

class Keys;

/// After a key has ended, has the registry asked again every few seconds, until it answers with none of the objects that
/// hang on the key any more, or three minutes are over: it learns of the end from the issuer at its own pace.
/// Main thread; owned by the page that shows the objects.
class FallWatch : public QObject
{
    Q_OBJECT

public:
    /// `known` is what the registry last said, and outlives this; `ask` asks it again.
    FallWatch(Keys &keys, const Clock &clock, const QList<RegisteredRoute> &known, std::function<void()> ask);

    void setPace(std::chrono::milliseconds pace) { m_pace.setInterval(pace); }

private:
    void look();

    const Clock &m_clock;
    const QList<RegisteredRoute> &m_known;
    const std::function<void()> m_ask;
    QStringList m_ended; ///< references of keys on which something stood when it was last looked
    UtcMs m_until = 0;
    QTimer m_pace;
};

} // namespace peerdesk
