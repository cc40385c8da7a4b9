// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/textfield.h"

#include "theme/statuslook.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace peerdesk {

TextField::TextField(Check check, QWidget *parent)
    : QWidget(parent)
    , m_check(std::move(check))
    , m_edit(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height() / 5);
    layout->addWidget(m_edit);
    layout->addWidget(m_problem);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::editingFinished, this, &TextField::commit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { setProblem({}); });
}

void TextField::setText(const QString &text)
{
    m_committed = text;
    // Never under the hands of who is typing.
    if (!m_edit->hasFocus() && m_edit->text() != text) {
        m_edit->setText(text);
        setProblem({});
    }
}

QString TextField::text() const
{
    return m_edit->text().trimmed();
}

void TextField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void TextField::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_edit->setAccessibleDescription(problem);
    colourProblem();
}

void TextField::colourProblem()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, toneColor(Tone::Rejected, colours));
    m_problem->setPalette(colours);
}

void TextField::commit()
{
    if (m_check) {
        const QString problem = m_check(text());
        setProblem(problem);
        if (!problem.isEmpty())
            return;
    }
    if (text() == m_committed)
        return;
    m_committed = text();
    Q_EMIT committed(m_committed);
}

void TextField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_problem)
        colourProblem();
}

} // namespace peerdesk
