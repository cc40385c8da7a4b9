// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/batchmodel.h"

#include "workflow/drafts/draftrows.h"

namespace peerdesk {

BatchModel::BatchModel(QObject *parent)
    : RowModel<BatchLine>(batchTraits(), parent)
{
}

void BatchModel::setReview(const DraftReview &review)
{
    setRows(batchLines(review));
}

QString BatchModel::typedText(const QModelIndex &index) const
{
    const DraftRow &row = rowAt(index.row()).row;
    switch (draftColumnOf(index.column()).value_or(DraftColumn::Note)) {
    case DraftColumn::Location:
        return row.location;
    case DraftColumn::OwnAddress:
        return row.ownAddress;
    case DraftColumn::OtherAddress:
        return row.otherAddress;
    case DraftColumn::Secret:
        return row.sessionSecret.revealText();
    case DraftColumn::Role:
        return row.role;
    case DraftColumn::Note:
        break;
    }
    return row.note;
}

bool BatchModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto column = draftColumnOf(index.column());
    if (role != Qt::EditRole || !column)
        return RowModel<BatchLine>::setData(index, value, role);
    const QString text = value.toString();
    if (text == typedText(index))
        return true;
    QList<BatchLine> lines = rows();
    const QString itemId = keyAt(index.row());
    for (BatchLine &line : lines) {
        if (line.row.itemId != itemId)
            continue;
        setCell(line.row, *column, text);
        line.review.problems.removeIf([&](const CellProblem &problem) { return problem.column == *column; });
        if (column == DraftColumn::Location)
            line.review.location = text.trimmed();
    }
    setRows(lines);
    Q_EMIT cellTyped(itemId, *column, text);
    return true;
}

Qt::ItemFlags BatchModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RowModel<BatchLine>::flags(index);
    flags.setFlag(Qt::ItemIsEditable, m_editable && draftColumnOf(index.column()).has_value());
    return flags;
}

} // namespace peerdesk
