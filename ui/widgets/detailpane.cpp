// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detailpane.h"

#include "theme/palette.h"
#include "widgets/flowlayout.h"
#include "widgets/iconlabel.h"
#include "widgets/linkbutton.h"
#include "widgets/relativetime.h"
#include "widgets/smalltable.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace peerdesk {
namespace {

QFont scaled(const QFont &font, double factor, QFont::Weight weight)
{
    QFont changed = font;
    if (font.pointSizeF() > 0)
        changed.setPointSizeF(font.pointSizeF() * factor);
    changed.setWeight(weight);
    return changed;
}

} // namespace

DetailPane::DetailPane(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Details"));
    auto *inside = new QWidget;
    const int line = fontMetrics().height();
    auto *outer = new QVBoxLayout(inside);
    // Tables reach half a line further to both sides than everything else, so that their words stand flush with it.
    const int side = line * 8 / 9 - line / 2;
    outer->setContentsMargins(side, line * 7 / 9, side, line);
    outer->setSpacing(0);

    m_nothing = label({}, inside);
    m_nothing->setForegroundRole(role::secondaryText);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_all = new QWidget(inside);
    auto *all = new QVBoxLayout(m_all);
    all->setContentsMargins({});
    all->setSpacing(0);
    m_title = label({}, m_all);
    m_title->setFont(scaled(font(), 1.3, QFont::DemiBold));
    m_subtitle = label({}, m_all);
    m_subtitle->setForegroundRole(role::secondaryText);
    m_buttons = new QWidget(m_all);
    new FlowLayout(m_buttons, line / 2);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_subtitle, m_buttons})
        widget->setContentsMargins(line / 2, 0, line / 2, 0);
    m_buttons->hide();
    m_header = new QVBoxLayout;
    m_body = new QVBoxLayout;
    m_footer = new QVBoxLayout;
    for (QVBoxLayout *part : {m_header, m_body, m_footer})
        part->setSpacing(line / 2);
    m_header->setContentsMargins(line / 2, 0, line / 2, 0);
    m_footer->setContentsMargins(line / 2, 0, line / 2, 0);

    all->addWidget(m_title);
    all->addWidget(m_subtitle);
    all->addSpacing(line * 4 / 5);
    all->addWidget(m_buttons);
    all->addSpacing(line * 3 / 4);
    all->addLayout(m_header);
    all->addSpacing(line / 2);
    all->addLayout(m_body);
    all->addSpacing(line / 2);
    all->addLayout(m_footer);
    all->addStretch(1);
    outer->addWidget(m_nothing);
    outer->addWidget(m_all, 1);
    setWidget(inside);
    setNothing({});
}

QLabel *DetailPane::label(const QString &text, QWidget *parent) const
{
    auto *made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QSize DetailPane::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 46, fontMetrics().height() * 30};
}

void DetailPane::addButton(QWidget *button)
{
    m_buttons->layout()->addWidget(button);
    m_buttons->show();
}

void DetailPane::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget);
}

void DetailPane::addFooterWidget(QWidget *widget)
{
    m_footer->addWidget(widget);
}

void DetailPane::setNothing(const QString &text)
{
    m_content = {};
    m_nothing->setText(text);
    m_nothing->show();
    m_all->hide();
}

void DetailPane::setContent(const DetailContent &content)
{
    if (content == m_content && m_all->isVisibleTo(widget()))
        return;
    const bool sameThing = content.key == m_content.key;
    const int scrolled = verticalScrollBar()->value();
    m_content = content;
    m_nothing->hide();
    m_all->show();
    rebuild();
    if (sameThing) {
        widget()->layout()->activate();
        verticalScrollBar()->setValue(scrolled);
    } else {
        verticalScrollBar()->setValue(0);
    }
}

void DetailPane::rebuild()
{
    m_title->setText(m_content.title);
    m_subtitle->setText(m_content.subtitle);
    m_subtitle->setVisible(!m_content.subtitle.isEmpty());
    const auto *table = m_blocks ? qobject_cast<SmallTable *>(m_blocks->focusWidget()) : nullptr;
    const QString focused = table && table->hasFocus() ? table->objectName() : QString();
    const int row = table ? table->currentIndex().row() : 0;
    // The old blocks may hold the button that brought us here.
    if (m_blocks) {
        m_body->removeWidget(m_blocks);
        m_blocks->hide();
        m_blocks->deleteLater();
    }
    m_blocks = new QWidget(m_all);
    auto *layout = new QVBoxLayout(m_blocks);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 3);
    const int pad = fontMetrics().height() / 2;
    for (const DetailContent::Block &block : std::as_const(m_content.blocks)) {
        QWidget *widget = std::visit([this](const auto &it) { return build(it); }, block);
        const QMargins own = widget->contentsMargins();
        if (!std::holds_alternative<DetailContent::Table>(block))
            widget->setContentsMargins(pad, own.top(), pad, own.bottom());
        layout->addWidget(widget);
    }
    m_body->addWidget(m_blocks);
    m_blocks->show();
    // News under the hands of somebody who walks through a table leave the hands where they are.
    if (auto *again = focused.isEmpty() ? nullptr : m_blocks->findChild<SmallTable *>(focused)) {
        again->setCurrentIndex(again->model()->index(std::min(row, again->model()->rowCount() - 1), 0));
        again->setFocus(Qt::OtherFocusReason);
    }
}

QWidget *DetailPane::valueWidget(const DetailContent::Field &field, QWidget *parent)
{
    const Cell &value = field.value;
    if (!field.link.isEmpty()) {
        auto *link = new LinkButton(value.text, parent);
        link->setToolTip(field.link.toDisplayString());
        connect(link, &QAbstractButton::clicked, this, [this, url = field.link] { Q_EMIT linkActivated(url); });
        return link;
    }
    if (value.icon != Icon::None) {
        auto *words = new IconLabel(value, parent);
        words->setColoredText(false);
        return words;
    }
    QLabel *text = label(value.text, parent);
    if (value.mono) {
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSizeF(font().pointSizeF() > 0 ? font().pointSizeF() * 0.95 : fixed.pointSizeF());
        text->setFont(fixed);
    }
    if (value.strong)
        text->setFont(scaled(text->font(), 1, QFont::DemiBold));
    if (value.secondary)
        text->setForegroundRole(role::secondaryText);
    text->setToolTip(value.toolTip);
    return text;
}

QWidget *DetailPane::build(const DetailContent::Fields &fields)
{
    auto *form = new QWidget(m_blocks);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(fontMetrics().height());
    grid->setVerticalSpacing(fontMetrics().height() / 4);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 14);
    int row = 0;
    for (const auto &field : fields.fields) {
        QLabel *name = label(field.label, form);
        name->setForegroundRole(role::secondaryText);
        name->setTextInteractionFlags(Qt::NoTextInteraction);
        grid->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeading);
        QWidget *value = valueWidget(field, form);
        value->setAccessibleName(field.label);
        grid->addWidget(value, row, 1);
        ++row;
    }
    return form;
}

QWidget *DetailPane::build(const DetailContent::Section &section)
{
    QString text = section.title;
    if (section.count >= 0)
        text = tr("%1  %2", "section title and its count").arg(text, QLocale().toString(section.count));
    QLabel *heading = label(text, m_blocks);
    heading->setForegroundRole(role::secondaryText);
    heading->setFont(scaled(font(), 0.95, QFont::DemiBold));
    heading->setContentsMargins(0, fontMetrics().height() * 2 / 3, 0, 0);
    return heading;
}

QWidget *DetailPane::build(const DetailContent::Text &text)
{
    return new IconLabel(Cell{.text = text.text, .tone = text.tone, .secondary = text.secondary}, m_blocks);
}

QWidget *DetailPane::build(const DetailContent::Table &table)
{
    auto *small = new SmallTable(table, m_blocks);
    small->setObjectName(table.id);
    connect(small, &SmallTable::rowActivated, this,
            [this, id = table.id](const QString &key) { Q_EMIT rowActivated(id, key); });
    return small;
}

QWidget *DetailPane::build(const DetailContent::Evidence &evidence)
{
    auto *list = new QWidget(m_blocks);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 2);
    for (const auto &line : evidence.lines) {
        auto *row = new IconLabel(Cell{.text = line.text, .icon = line.icon, .tone = line.tone}, list);
        row->setColoredText(false);
        row->setNote(line.note);
        layout->addWidget(row);
    }
    return list;
}

QWidget *DetailPane::build(const DetailContent::Timeline &timeline)
{
    auto *list = new QWidget(m_blocks);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(fontMetrics().height() / 2);
    grid->setVerticalSpacing(fontMetrics().height() / 3);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &entry : timeline.entries) {
        QLabel *time = label(clockTime(entry.at, timeline.now), list);
        time->setForegroundRole(role::secondaryText);
        time->setToolTip(exactTime(entry.at));
        time->setWordWrap(false);
        grid->addWidget(time, row, 0, Qt::AlignTop | Qt::AlignLeading);
        auto *what = new IconLabel(Cell{.text = entry.text, .tone = entry.tone}, list);
        what->setNote(entry.note);
        grid->addWidget(what, row, 1);
        ++row;
    }
    return list;
}

void DetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace peerdesk
