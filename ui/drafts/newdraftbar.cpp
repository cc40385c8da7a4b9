// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/newdraftbar.h"

#include "theme/statuslook.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace peerdesk {

NewDraftBar::NewDraftBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    const int gap = fontMetrics().height() / 2;
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(gap * 3 / 2, gap, gap * 3 / 2, gap);
    line->setSpacing(gap);
    auto *label = new QLabel(tr("Draft sessions with"), this);
    label->setBuddy(m_edit);
    m_edit->setPlaceholderText(tr("AS number"));
    m_edit->setAccessibleName(tr("AS number of the other network"));
    m_edit->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    m_problem->setTextFormat(Qt::PlainText);
    auto *begin = new QPushButton(tr("Begin"), this);
    begin->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    line->addWidget(label);
    line->addWidget(m_edit);
    line->addWidget(begin);
    line->addWidget(cancel);
    line->addWidget(m_problem, 1);
    connect(m_edit, &QLineEdit::returnPressed, this, &NewDraftBar::choose);
    connect(m_edit, &QLineEdit::textEdited, m_problem, &QLabel::clear);
    connect(begin, &QPushButton::clicked, this, &NewDraftBar::choose);
    connect(cancel, &QPushButton::clicked, this, &NewDraftBar::close);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    hide();
}

void NewDraftBar::open()
{
    m_edit->clear();
    m_problem->clear();
    show();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void NewDraftBar::close()
{
    hide();
    Q_EMIT closed();
}

void NewDraftBar::choose()
{
    const auto asn = Asn::parse(m_edit->text());
    if (asn && !asn->isUnusable()) {
        hide();
        Q_EMIT networkChosen(*asn);
        return;
    }
    m_problem->setText(tr("This is no AS number that can have sessions."));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, toneColor(Tone::Rejected, colors));
    m_problem->setPalette(colors);
    m_edit->setAccessibleDescription(m_problem->text());
}

void NewDraftBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace peerdesk
