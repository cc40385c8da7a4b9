// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filteredit.h"

#include "theme/icons.h"
#include "theme/palette.h"
#include "theme/statuslook.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QTextLayout>

#include <algorithm>

namespace peerdesk {

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_offers(new QStandardItemModel(this))
{
    addAction(icon(Icon::Search, Tint::Secondary), QLineEdit::LeadingPosition);
    m_completer->setModel(m_offers);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCompletionRole(Qt::UserRole);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterEdit::complete);
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::reparse);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::offerCompletion);
    connect(this, &QLineEdit::cursorPositionChanged, this, qOverload<>(&QWidget::update));
}

void FilterEdit::setFields(const QList<FilterField> &fields)
{
    m_fields = fields;
    reparse();
}

void FilterEdit::reparse()
{
    m_filter = Filter::parse(text(), m_fields);
    // Room between the terms for the frames around them; the placeholder has none.
    const qreal spacing = text().isEmpty() ? 0 : fontMetrics().height() / 4.0;
    if (QFont spaced = font(); spaced.wordSpacing() != spacing) {
        spaced.setWordSpacing(spacing);
        setFont(spaced);
    }
    update();
}

bool FilterEdit::isBeingTyped(const Filter::Term &term) const
{
    return hasFocus() && cursorPosition() > term.start && cursorPosition() <= term.start + term.length;
}

void FilterEdit::offerCompletion()
{
    const FilterCompletion completion = completeFilter(text(), cursorPosition(), m_fields);
    m_offers->clear();
    const bool onlyWhatIsThere =
        completion.entries.size() == 1
        && completion.entries.first().insert == text().mid(completion.start, completion.length);
    const bool nothingTyped = completion.length == 0 && completion.start == cursorPosition()
                              && (cursorPosition() == 0 || text().at(cursorPosition() - 1).isSpace());
    if (!onlyWhatIsThere && !nothingTyped) {
        for (const auto &entry : completion.entries) {
            auto *item = new QStandardItem(
                entry.note.isEmpty() ? entry.insert
                                     : tr("%1    %2", "completion and its meaning").arg(entry.insert, entry.note));
            item->setData(entry.insert, Qt::UserRole);
            m_offers->appendRow(item);
        }
    }
    if (m_offers->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QRect at = cursorRect();
    at.setWidth(std::min(width(), fontMetrics().averageCharWidth() * 48));
    at.moveBottom(height());
    m_completer->complete(at);
}

void FilterEdit::complete(const QString &insert)
{
    const FilterCompletion completion = completeFilter(text(), cursorPosition(), m_fields);
    QString changed = text();
    changed.replace(completion.start, completion.length, insert);
    setText(changed);
    setCursorPosition(static_cast<int>(completion.start + insert.size()));
    Q_EMIT textEdited(changed);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_completer->popup()->isVisible()) {
        const int key = event->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Escape) {
            event->ignore(); // the completion's popup answers these
            return;
        }
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offerCompletion();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (text().isEmpty() || layoutDirection() == Qt::RightToLeft)
        return;
    // QLineEdit does not say where its characters are, but where its cursor is; the rest follows from the font.
    QTextLayout layout(text(), font(), this);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    const qreal origin = cursorRect().center().x() + 0.5 - line.cursorToX(cursorPosition());

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect inside = rect().adjusted(fontMetrics().height() * 6 / 5, 0, -4, 0);
    painter.setClipRect(inside);
    const qreal pad = fontMetrics().height() / 5.0;
    const int height = fontMetrics().height() + 3;
    for (const Filter::Term &term : m_filter.terms()) {
        const bool wrong = !term.problem.isEmpty() && !isBeingTyped(term);
        if (!wrong && term.field < 0)
            continue;
        const qreal left = origin + line.cursorToX(static_cast<int>(term.start)) - pad;
        const qreal right = origin + line.cursorToX(static_cast<int>(term.start + term.length)) + pad;
        const QRectF frame(left, (this->height() - height) / 2.0, right - left, height);
        painter.setPen(
            QPen(wrong ? toneColor(Tone::Rejected, palette()) : palette().color(role::strongLine), wrong ? 1.5 : 1.0));
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
}

} // namespace peerdesk
