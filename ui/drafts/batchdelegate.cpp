// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/batchdelegate.h"

#include "drafts/batchmodel.h"
#include "theme/palette.h"

#include <QCompleter>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPainter>

namespace peerdesk {
namespace {

constexpr auto filledProperty = "peerdeskFilled";

/// As the drafts keep them and as they are pasted; RFC 9234 names them so.
QStringList roleWords()
{
    QStringList list;
    for (const auto role :
         {BgpRole::Peer, BgpRole::Customer, BgpRole::Provider, BgpRole::RouteServer, BgpRole::RouteServerClient})
        list.append(toText(role));
    return list;
}

} // namespace

BatchDelegate::BatchDelegate(std::function<QStringList()> locationNames, QObject *parent)
    : RowDelegate(parent)
    , m_locationNames(std::move(locationNames))
{
}

void BatchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option.palette.color(role::accent), 1.5));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 3, 3);
    painter->restore();
}

QWidget *BatchDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto column = draftColumnOf(index.column());
    if (!column)
        return nullptr;
    auto *edit = new QLineEdit(parent);
    edit->setFrame(false);
    edit->setAutoFillBackground(true);
    edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    edit->setAccessibleDescription(index.data(Qt::AccessibleDescriptionRole).toString());
    if (column == DraftColumn::Secret)
        edit->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    if (column == DraftColumn::Location || column == DraftColumn::Role) {
        auto *completer = new QCompleter(column == DraftColumn::Role ? roleWords() : m_locationNames(), edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
    }
    return edit;
}

void BatchDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // Called again when the row below changes: what is being typed stays.
    if (editor->property(filledProperty).toBool())
        return;
    editor->setProperty(filledProperty, true);
    auto *edit = static_cast<QLineEdit *>(editor);
    edit->setText(static_cast<const BatchModel *>(index.model())->typedText(index));
    edit->selectAll();
}

void BatchDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, static_cast<QLineEdit *>(editor)->text(), Qt::EditRole);
}

void BatchDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(1, 1, -1, -2));
}

} // namespace peerdesk
