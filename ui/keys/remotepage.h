// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "widgets/tablepage.h"

#include <QUrl>

namespace peerdesk {

/// A page whose rows are kept at another place and asked for there: when it comes to the front after a while, when it
/// is told to, and never twice at once. Says what went wrong, and what can be done about it.
class RemotePage : public TablePage
{
    Q_OBJECT

public:
    /// Asks again, if a place is set up.
    void reload();

Q_SIGNALS:
    void settingsWanted();
    /// Nobody is signed in at that place, or no more.
    void signInWanted(const QUrl &place);

protected:
    RemotePage(const QString &id, const Clock &clock, QWidget *parent);

    /// Empty while none is set up.
    [[nodiscard]] virtual QUrl place() const = 0;
    /// Ends in answered() or failed().
    virtual void ask() = 0;
    void answered();
    void failed(const Error &error);
    /// What somebody did could not be done.
    void fail(const Error &error);
    void say(const QString &sentence);
    /// Between the filter and the table: what can be done without a row.
    void addDeeds(const QList<QWidget *> &buttons);

    void showEvent(QShowEvent *event) override;

private:
    void asked();
    void post(const QString &id, const Error &error);

    const Clock &m_clock;
    const QString m_id;
    const QString m_deedId; ///< messages that the next list does not clear
    UtcMs m_readAt = 0;
    bool m_loading = false;
    bool m_stale = false;
};

} // namespace peerdesk
