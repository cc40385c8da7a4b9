// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingsgroup.h"

#include "theme/palette.h"

#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>

namespace peerdesk {
namespace {

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

SettingsGroup::SettingsGroup(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    const int unit = fontMetrics().height();
    m_grid->setContentsMargins(0, unit, 0, unit);
    m_grid->setHorizontalSpacing(unit);
    m_grid->setVerticalSpacing(unit / 3);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 22);
    m_grid->setColumnStretch(1, 1);
    QLabel *heading = plain(title, this);
    QFont large = heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    heading->setFont(large);
    heading->setContentsMargins(0, 0, 0, unit / 3);
    m_grid->addWidget(heading, 0, 0, 1, 2);
    setAccessibleName(title);
}

void SettingsGroup::addRow(const QString &label, QWidget *field, const QString &note)
{
    const int row = m_grid->rowCount();
    QLabel *words = plain(label, this);
    words->setBuddy(field);
    // In the middle of the field's first line, however high the field is.
    words->setMinimumHeight(std::min(field->sizeHint().height(), fontMetrics().height() * 2));
    m_grid->addWidget(words, row, 0, Qt::AlignTop);
    const bool narrow = qobject_cast<QSpinBox *>(field) != nullptr;
    m_grid->addWidget(field, row, 1, narrow ? Qt::AlignLeft : Qt::Alignment());
    QWidget *named = field->focusProxy() ? field->focusProxy() : field;
    if (named->accessibleName().isEmpty())
        named->setAccessibleName(label);
    if (!note.isEmpty())
        addNote(note);
}

void SettingsGroup::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

QLabel *SettingsGroup::addNote(const QString &text)
{
    QLabel *note = plain(text, this);
    note->setForegroundRole(role::secondaryText);
    QFont small = note->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    note->setFont(small);
    m_grid->addWidget(note, m_grid->rowCount(), 1);
    return note;
}

} // namespace peerdesk
