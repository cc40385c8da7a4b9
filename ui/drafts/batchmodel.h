// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drafts/batchline.h"

namespace peerdesk {

/// The rows of one draft, editable. A committed cell shows what was typed at once, unjudged, and is
/// announced; the judged draft follows with setReview(). A secret is shown and spoken as dots only: what is
/// edited is asked for with typedText(), by the editor alone.
class BatchModel : public RowModel<BatchLine>
{
    Q_OBJECT

public:
    explicit BatchModel(QObject *parent = nullptr);

    void setReview(const DraftReview &review);
    /// False while the draft is on its way out.
    void setEditable(bool editable) { m_editable = editable; }
    [[nodiscard]] QString typedText(const QModelIndex &index) const;

    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void cellTyped(const QString &itemId, DraftColumn column, const QString &text);

private:
    bool m_editable = true;
};

} // namespace peerdesk
