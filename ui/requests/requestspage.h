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

class ActionButton;

/// What we asked of other networks and what became of it: one row a request, one line a session with the
/// other side's own words beside it, and whatever a person can do next as a button. A deed is for the chosen
/// sessions of the current request, else for all to which it applies. Taking down an established session is
/// the one thing that is asked about. Main thread.
class RequestsPage : public TablePage
{
    Q_OBJECT

public:
    RequestsPage(Requests &requests, Places places, const Clock &clock, QWidget *parent = nullptr);

    void setOwnAsn(Asn own);
    /// Who acts, as the audit log will have it.
    void setPerson(const QString &who) { m_person = who; }
    /// Why nothing can be changed here; empty if it can.
    void setReadOnly(const QString &why) { m_changes->setForbidden(why); }
    /// The requests as the table shows them.
    [[nodiscard]] const QList<RequestRow> &rows() const { return m_model->rows(); }
    /// Makes the request that this session belongs to the current one, whatever the filter hides.
    void showSession(const QString &sessionId);
    void setUndoWait(std::chrono::milliseconds wait) { m_undoWait = wait; }

Q_SIGNALS:
    /// How many requests wait for a person.
    void countChanged(int waiting);
    /// Rejected sessions stand in this draft again.
    void draftMade(const QString &draftId);

private:
    /// Something a person can do to sessions, shown while it applies to one of them.
    struct Deed
    {
        QAction *action = nullptr;
        ActionButton *button = nullptr;
        std::function<bool(const Session &)> applies;
        QString wording; ///< "Withdraw %1"; %1 is how many
    };

    void addDeeds();
    QAction *addDeed(Icon icon, const QString &text, const QKeySequence &key,
                     std::function<bool(const Session &)> applies, void (RequestsPage::*act)(const QList<Session> &));
    void addRequestActions();
    void reload();
    void take(QList<Request> requests);
    void refreshRows();
    void showCurrent();
    void showHistory();
    void showKeys();
    void updateDeeds();
    [[nodiscard]] const Request *current() const;
    [[nodiscard]] QList<Session> targets(const std::function<bool(const Session &)> &applies) const;
    [[nodiscard]] QString networkOf(Asn asn) const;
    /// Shows what went wrong, if anything did.
    void follow(Requests::Answer<void> answer, const QString &subject);
    void fail(const Error &error, const QString &subject);

    void acceptOffers(const QList<Session> &sessions);
    void markConfigured(const QList<Session> &sessions);
    void markUp(const QList<Session> &sessions);
    void draftAgain(const QList<Session> &sessions);
    void wasCreated(const QList<Session> &sessions);
    void wasNotCreated(const QList<Session> &sessions);
    void withdraw(const QList<Session> &sessions);
    void takeDown(const QList<Session> &sessions);
    void exportApproved(const QList<Session> &sessions);
    void askNow();
    void writeExport(const QString &path, const QStringList &sessionIds);

    Requests &m_requests;
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
    bool m_loading = false;
    bool m_stale = false;

    RowModel<RequestRow> *m_model;
    ChangingActions *m_changes;
    QList<Deed> m_deeds;
    QAction *m_ask = nullptr;
    QTimer m_ages;
    QTimer m_reload; ///< many changes are one reading
};

} // namespace peerdesk
