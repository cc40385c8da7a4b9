// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbound/reasonbar.h"

#include "theme/statuslook.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace peerdesk {
namespace {

const QString settingsKey = QStringLiteral("inbound/reasons");
constexpr qsizetype remembered = 8;

} // namespace

ReasonBar::ReasonBar(QWidget *parent)
    : QWidget(parent)
    , m_question(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_take(new QPushButton(this))
{
    for (QLabel *label : {m_question, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_question->setBuddy(m_reason);
    m_reason->setPlaceholderText(tr("Reason, told to the other network"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(500);
    m_take->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_question);
    layout->addWidget(m_reason);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(m_reason, &QLineEdit::returnPressed, this, &ReasonBar::take);
    connect(m_take, &QPushButton::clicked, this, &ReasonBar::take);
    connect(cancel, &QPushButton::clicked, this, &ReasonBar::close);
    hide();
}

void ReasonBar::open(const QString &question, const QString &deed, std::function<void(const QString &)> given)
{
    m_question->setText(question);
    m_take->setText(deed);
    m_given = std::move(given);
    m_problem->hide();
    m_reason->clear();
    auto *completer = new QCompleter(QSettings().value(settingsKey).toStringList(), m_reason);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    delete m_reason->completer();
    m_reason->setCompleter(completer);
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void ReasonBar::close()
{
    hide();
    Q_EMIT closed();
}

void ReasonBar::take()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_problem->setText(tr("A reason is needed: the other network is told."));
        QPalette colors = palette();
        colors.setColor(QPalette::WindowText, toneColor(Tone::Rejected, colors));
        m_problem->setPalette(colors);
        m_problem->show();
        m_reason->setAccessibleDescription(m_problem->text());
        return;
    }
    QSettings settings;
    QStringList reasons = settings.value(settingsKey).toStringList();
    reasons.removeAll(reason);
    reasons.prepend(reason);
    settings.setValue(settingsKey, reasons.mid(0, remembered));
    m_given(reason);
    close();
}

void ReasonBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace peerdesk
