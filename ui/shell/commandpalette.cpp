// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandpalette.h"

#include "shell/palettedelegate.h"
#include "theme/palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace peerdesk {

bool fitsPalette(const PaletteEntry &entry, const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(), [&entry](const QString &word) {
        return entry.title.contains(word, Qt::CaseInsensitive) || entry.detail.contains(word, Qt::CaseInsensitive);
    });
}

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Command palette"));
    m_edit->setPlaceholderText(tr("Action, network, exchange or request"));
    m_edit->setAccessibleName(tr("Search for an action, network, exchange or request"));
    m_edit->addAction(icon(Icon::Search, Tint::Secondary), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Matches"));
    const int line = fontMetrics().height();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(line / 2, line / 2, line / 2, line / 2);
    layout->setSpacing(line / 2);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::addSource(PaletteSource source)
{
    m_sources.append(std::move(source));
}

void CommandPalette::open()
{
    const QWidget *window = parentWidget();
    const int line = fontMetrics().height();
    const int width = std::min(window->width() * 3 / 4, fontMetrics().averageCharWidth() * 90);
    resize(width, std::min(window->height() * 2 / 3, line * 26));
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, window->height() / 9)));
    m_edit->clear();
    search({});
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::search(const QString &typed)
{
    m_entries.clear();
    for (const PaletteSource &source : std::as_const(m_sources))
        m_entries.append(source(typed.trimmed()));
    m_model->clear();
    for (const PaletteEntry &entry : std::as_const(m_entries)) {
        auto *item = new QStandardItem(entry.title);
        item->setData(static_cast<int>(entry.icon), PaletteDelegate::IconRole);
        item->setData(entry.detail, PaletteDelegate::DetailRole);
        item->setData(entry.detail.isEmpty() ? entry.title : tr("%1, %2").arg(entry.title, entry.detail),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto deed = m_entries.at(index.row()).run;
    hide();
    if (deed)
        deed();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int row = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_list->setCurrentIndex(m_model->index(std::min(row + 1, last), 0));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentIndex(m_model->index(std::max(row - 1, 0), 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace peerdesk
