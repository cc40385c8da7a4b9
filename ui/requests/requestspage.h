// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requests/requestrow.h"
#include "widgets/changingactions.h"
#include "widgets/tablepage.h"
#include "workflow/places.h"
#include "workflow/requests/requests.h"

#include <QSet>
#include <QTimer>

class QAction;

namespace peerdesk {

class BringUp;
class SessionDeeds;

/// What we asked of other networks and what became of it: one row a request, one line a session with the
/// other side's own words beside it, and whatever a person can do next as a button. A deed is for the chosen
/// sessions of the current request, else for all to which it applies. Taking down an established session is
/// the one thing that is asked about. Main thread.
class RequestsPage : public TablePage
{
    Q_OBJECT

public:
    RequestsPage(Requests &requests, BringUp &bringUp, Places places, const Clock &clock, QWidget *parent = nullptr);

    void setOwnAsn(Asn own);
    /// Who acts, as the audit log will have it.
    void setPerson(const QString &who) { m_person = who; }
    /// Why nothing can be changed here; empty if it can.
    void setReadOnly(const QString &why) { m_changes->setForbidden(why); }
    /// The requests as the table shows them.
    [[nodiscard]] const QList<RequestRow> &rows() const { return m_model->rows(); }
    /// Makes the request that this session belongs to the current one, whatever the filter hides; false if it is of none.
    bool showSession(const QString &sessionId);
    void setUndoWait(std::chrono::milliseconds wait) { m_undoWait = wait; }

Q_SIGNALS:
    /// How many requests wait for a person.
    void countChanged(int waiting);
    /// How many wait for the other side, or to be sent.
    void inFlightChanged(int requests);
    /// Rejected sessions stand in this draft again.
    void draftMade(const QString &draftId);

private:
    void addDeeds();
    void addRequestActions();
    void reload();
    void take(QList<Request> requests);
    void refreshRows();
    void showCurrent();
    void showHistory();
    void showKeys();
    [[nodiscard]] const Request *current() const;
    [[nodiscard]] QString networkOf(Asn asn) const;
    void acceptOffers(const QList<Session> &sessions);
    void draftAgain(const QList<Session> &sessions);
    void wasCreated(const QList<Session> &sessions);
    void wasNotCreated(const QList<Session> &sessions);
    void withdraw(const QList<Session> &sessions);
    void takeDown(const QList<Session> &sessions);
    void askNow();

    Requests &m_requests;
    BringUp &m_bringUp;
    const Places m_places;
    const Clock &m_clock;
    Asn m_own;
    QString m_person;
    std::chrono::milliseconds m_undoWait{10'000};
    QList<Request> m_all;
    QSet<QString> m_chosen;
    QList<AuditEntry> m_history;
    QString m_historyOf;
    QList<SentKey> m_sentKeys;
    QString m_sentKeysOf;
    int m_waiting = -1;
    int m_inFlight = 0;
    bool m_loading = false;
    bool m_stale = false;

    RowModel<RequestRow> *m_model;
    ChangingActions *m_changes;
    SessionDeeds *m_deeds;
    QAction *m_ask = nullptr;
    QTimer m_ages;
    QTimer m_reload; ///< many changes are one reading
};

} // namespace peerdesk
