// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inbound/inboundrow.h"
#include "widgets/changingactions.h"
#include "widgets/tablepage.h"
#include "workflow/inbound/inbound.h"

#include <QSet>
#include <QTimer>

class QAction;
class QPushButton;

namespace peerdesk {

class BringUp;
class ReasonBar;
class SessionDeeds;

/// Triage of what other networks ask: the table, the evidence beside it, and a key for each decision. A
/// decision is for the marked requests, else for the current one, and there for the chosen sessions, else for
/// all that are undecided. The countdown and the carrying out are Inbound's; here the next undecided row is
/// selected. Main thread.
class InboundPage : public TablePage
{
    Q_OBJECT

public:
    InboundPage(Inbound &inbound, BringUp &bringUp, const Clock &clock, QWidget *parent = nullptr);

    void setOwnAsn(Asn own);
    /// Who decides, as the audit log and the other people of the desk will read it.
    void setPerson(const QString &who) { m_person = who; }
    /// Why nothing can be changed here; empty if it can.
    void setReadOnly(const QString &why) { m_changes->setForbidden(why); }
    /// How many requests wait for a decision, and since when the oldest does (0 for none).
    [[nodiscard]] int undecidedCount() const;
    [[nodiscard]] UtcMs oldestUndecided() const;
    /// Makes the request that this session belongs to the current one, whatever the filter hides; false if it is of none.
    bool showSession(const QString &sessionId);

Q_SIGNALS:
    void countChanged(int undecided);

private:
    /// What the next decision is about.
    struct Target
    {
        QList<InboundDecision::Seen> sessions;
        QString whose; ///< "AS64510", or "3 networks"
    };

    void addActions();
    void reload();
    void take(QList<InboundRequest> requests);
    void refreshRows();
    void showCurrent();
    void showHistory(const QString &id);
    void follow(const QString &id, const QList<DecisionOutcome> &outcomes);
    void decide(Verdict verdict, const QString &reason = {});
    void askReason();
    void takeDown(const QList<Session> &sessions);
    void undo();
    void mark();
    void selectNextUndecided(const QStringList &decided);
    void updateActions();
    void fail(const Error &error);

    [[nodiscard]] const InboundRequest *find(const QString &id) const;
    [[nodiscard]] const InboundRequest *current() const { return find(currentKey()); }
    [[nodiscard]] QStringList targetRequests() const;
    [[nodiscard]] Target target() const;
    [[nodiscard]] std::optional<Verdict> waitingFor(const InboundRequest &request) const;

    Inbound &m_inbound;
    BringUp &m_bringUp;
    const Clock &m_clock;
    Asn m_own;
    QString m_person;
    QList<InboundRequest> m_requests;
    QSet<QString> m_chosen; ///< sessions of the current request
    DetailContent::Timeline m_history;
    QString m_historyOf;
    int m_counted = -1;
    bool m_chosenFirst = false; ///< since there are rows
    bool m_loading = false;
    bool m_stale = false;

    RowModel<InboundRow> *m_model;
    ReasonBar *m_reason;
    ChangingActions *m_changes;
    SessionDeeds *m_deeds;
    QList<QPushButton *> m_decisions; ///< Approve, Reject, Hold
    QAction *m_approve = nullptr;
    QAction *m_rejectAction = nullptr;
    QAction *m_hold = nullptr;
    QAction *m_undoAction = nullptr;
    QTimer m_ages;
};

} // namespace peerdesk
