// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "peering/asn.h"
#include "theme/icons.h"
#include "widgets/rowmodel.h"
#include "workflow/drafts/drafts.h"

#include <QSet>
#include <QWidget>

#include <chrono>

class QAction;
class QSplitter;
class QStackedWidget;

namespace peerdesk {

class BatchPane;
class ChangingActions;
class EmptyState;
class Keys;
class MessageBar;
class NewDraftBar;
class TableView;
class UndoBar;
struct DirectoryHit;
struct DraftEntry;
struct KeyChoice;

/// The drafts of one of our networks: the list of them, and the batch of the chosen one to type into.
/// Everything that is committed goes to Drafts at once; what is shown while its answer is on the way is what
/// was typed. Sending waits for a countdown here and is then announced as sendConfirmed(). Main thread.
class DraftsPage : public QWidget
{
    Q_OBJECT

public:
    DraftsPage(Drafts &drafts, const Clock &clock, QWidget *parent = nullptr);
    ~DraftsPage() override;

    void setOwnAsn(Asn own);
    /// Why nothing can be changed here; empty if it can.
    void setReadOnly(const QString &why);
    void setUndoWait(std::chrono::milliseconds wait) { m_undoWait = wait; }
    void showDraft(const QString &id);
    /// How New Draft finds networks by what is typed.
    void setNetworkSearch(std::function<QList<DirectoryHit>(const QString &)> search);
    /// Where keys to go along are chosen from; before, none can be.
    void setKeys(Keys *keys);
    [[nodiscard]] MessageBar *messages() const { return m_messages; }

Q_SIGNALS:
    /// How many drafts there are.
    void countChanged(int count);
    /// The countdown ran out and nobody called it back. `version` is the draft that was looked at.
    void sendConfirmed(const QString &draftId, qint64 version);

private:
    void addActions();
    void showEmpty();
    QAction *act(Icon icon, const QString &text, const QKeySequence &key, void (DraftsPage::*slot)());
    void layOut();
    void reload();
    void take(const QList<DraftReview> &reviews);
    void refresh();
    void showCurrent();
    [[nodiscard]] const DraftReview *current() const;
    /// Waits for the answer and shows it; of several under way only the last one's, so that cells do not jump
    /// back.
    void follow(Drafts::Answer answer, std::function<void(const DraftReview &)> then = {});
    void fail(const Error &error);

    void begin(Asn other);
    void newDraft();
    void addRow();
    void duplicateRows();
    void removeRows();
    void paste();
    void nextProblem();
    void acceptWarnings();
    void chooseKeys();
    void showKeys(const QList<KeyChoice> &choices);
    void deleteDraft();
    void send();
    void undo();

    Drafts &m_drafts;
    Keys *m_keys = nullptr;
    const Clock &m_clock;
    Asn m_own;
    std::chrono::milliseconds m_undoWait{10'000};

    QList<DraftReview> m_reviews;
    QSet<QString> m_sending;
    QString m_current;
    int m_underWay = 0;
    bool m_loading = false;
    bool m_stale = false;

    RowModel<DraftEntry> *m_model;
    MessageBar *m_messages;
    UndoBar *m_undo;
    NewDraftBar *m_newDraft;
    TableView *m_list;
    BatchPane *m_batch = nullptr;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    ChangingActions *m_changes;
    QAction *m_send = nullptr;
    QList<QAction *> m_rowActions;   ///< shown on the batch
    QList<QAction *> m_draftActions; ///< need a draft
};

} // namespace peerdesk
