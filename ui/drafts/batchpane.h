// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "workflow/drafts/draftreview.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace peerdesk {

class ActionButton;
class BatchModel;
class BatchTable;
class LinkButton;

/// One draft: whose, how many sessions, what keeps it from being sent, and its rows. Shows and announces;
/// what is done with an edit is the page's.
class BatchPane : public QWidget
{
    Q_OBJECT

public:
    /// The first action is the primary one; the others stand at the far end.
    BatchPane(QAction *send, const QList<QAction *> &rowActions, std::function<QStringList()> locationNames,
              QWidget *parent = nullptr);

    void setReview(const DraftReview &review, UtcMs now);
    /// While it is on its way out: nothing can be edited, and this stands where the problems were.
    void setBusy(const QString &why);

    [[nodiscard]] BatchTable *table() const { return m_table; }
    [[nodiscard]] BatchModel *model() const { return m_model; }
    /// What opens the choice of keys, and says how many go along.
    [[nodiscard]] QWidget *keysLink() const;
    /// Whether there is an issuer to choose keys of.
    void offerKeys(bool offered);
    /// Why Send is not available; empty if it is.
    [[nodiscard]] QString reason() const;
    void goToNextProblem();

Q_SIGNALS:
    void warningsAccepted(const QStringList &itemIds);
    void keysWanted();

private:
    void showReason();
    [[nodiscard]] QStringList rowsWithWarningsOnly() const;

    DraftReview m_review;
    QString m_busy;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_reason;
    LinkButton *m_problems;
    LinkButton *m_accept;
    LinkButton *m_keys;
    BatchModel *m_model;
    BatchTable *m_table;
};

} // namespace peerdesk
