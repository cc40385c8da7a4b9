// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rowmodel.h"
#include "workflow/policy/policytrial.h"

#include <QWidget>

class QLabel;

namespace peerdesk {

class TableView;

/// What a policy that was tried would have made of the requests of the last weeks: the sums, and each session that it
/// would have judged otherwise.
class TrialPane : public QWidget
{
    Q_OBJECT

public:
    explicit TrialPane(const Clock &clock, QWidget *parent = nullptr);

    void setTrial(const PolicyTrial &trial, int weeks);
    /// The policy was changed since.
    void setStale();

Q_SIGNALS:
    void closed();

private:
    static RowTraits<TrialChange> traits(const Clock &clock);

    QString m_sums;
    QLabel *m_title;
    RowModel<TrialChange> *m_model;
    TableView *m_table;
};

} // namespace peerdesk
