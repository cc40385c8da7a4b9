// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"
#include "workflow/sessions/bringup.h"

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QSet>

#include <functional>

class QAction;

namespace peerdesk {

class ActionButton;
class ChangingActions;
class TablePage;

/// What a person can do with the sessions of the request that a page shows: each deed an action in the menu and the
/// table and a button in the details, for as long as there is a session that it applies to; the first of them is the
/// page's primary button. Who has chosen some of the sessions means those. Owned by the page.
class SessionDeeds : public QObject
{
    Q_OBJECT

public:
    using Applies = std::function<bool(const Session &)>;
    using Act = std::function<void(const QList<Session> &)>;

    SessionDeeds(TablePage *page, ChangingActions *changes);

    QAction *add(Icon icon, const QString &text, const QKeySequence &key, Applies applies, Act act);
    /// Mark Configured, Mark Up and Export Approved. `who` acts, as the history will have it.
    void addBringUp(BringUp &bringUp, std::function<QString()> who);

    /// Whether the first one that applies is the page's primary button, or another is.
    enum class Rank { First, Beside };
    /// Of the request that is shown; none where there is none.
    void show(const QList<Session> &sessions, const QSet<QString> &chosen, Rank rank = Rank::First);
    /// Shows what went wrong, if anything did, as the fault of `subject`.
    void follow(QCoro::Task<Result<void>> answer, const QString &subject);
    void fail(const Error &error, const QString &subject);
    void clearMessages();

Q_SIGNALS:
    /// One of them was carried out, or somebody wants to see how things stand after a failure.
    void done();

private:
    struct Deed
    {
        QAction *action = nullptr;
        ActionButton *button = nullptr;
        Applies applies;
        QString wording;
    };

    [[nodiscard]] QList<Session> targets(const Applies &applies) const;
    void askForFile(BringUp &bringUp, const QList<Session> &sessions);

    TablePage *const m_page;
    ChangingActions *const m_changes;
    QList<Deed> m_deeds;
    QList<Session> m_sessions;
    QSet<QString> m_chosen;
};

[[nodiscard]] QStringList idsOf(const QList<Session> &sessions);

} // namespace peerdesk
