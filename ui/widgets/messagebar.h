// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/statuslook.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace peerdesk {

/// Page-scoped trouble: a sentence and at most one way forward. Announces itself to assistive technology, stays until
/// its cause is gone or somebody closes it, and never times out.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    struct Message
    {
        QString text;
        Tone tone = Tone::Rejected; ///< Rejected for errors, Pending for warnings, Approved for information
        QString action{};           ///< "Sign In Again"; empty for none
        std::function<void()> act{};
        bool closable = true;
    };

    explicit MessageBar(QWidget *parent = nullptr);

    /// One message an id: showing again replaces it, in place.
    void post(const QString &id, const Message &message);
    void clear(const QString &id);
    void clearAll();

private:
    QVBoxLayout *m_rows;
};

} // namespace peerdesk
