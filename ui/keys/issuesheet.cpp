// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/issuesheet.h"

#include "base/id.h"
#include "keys/lastday.h"
#include "workflow/errortext.h"

#include <QCheckBox>
#include <QCoroTask>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace peerdesk {

IssueSheet::IssueSheet(Keys &keys, const Clock &clock, QWidget *parent)
    : Sheet(tr("Issue Key"), tr("Issue Key"), parent)
    , m_keys(keys)
    , m_clock(clock)
    , m_id(newUuid())
    , m_prefixes(new QPlainTextEdit(this))
    , m_origin(new QLineEdit(this))
    , m_until(new LastDay(clock, this))
    , m_renews(new QCheckBox(tr("Renew automatically, as long as the resources are held"), this))
    , m_label(new QLineEdit(this))
    , m_audience(new QLineEdit(this))
    , m_notify(new QLineEdit(this))
{
    m_prefixes->setPlaceholderText(QStringLiteral("192.0.2.0/24\n2001:db8::/32 max 48\n198.51.100.0 - 198.51.100.130"));
    m_prefixes->setTabChangesFocus(true);
    m_prefixes->setFixedHeight(fontMetrics().lineSpacing() * 6);
    m_origin->setPlaceholderText(QStringLiteral("AS64500"));
    addRow(tr("Prefixes"), m_prefixes,
           tr("One a line. “max 48” lets more specifics be announced, down to that length."));
    addRow(tr("Announced by"), m_origin, tr("The AS may belong to anybody, in any region."));
    addRow(tr("Last day"), m_until, tr("In UTC. A year at most; a key can be renewed while it holds."));
    addRow(tr("Renewal"), m_renews);
    addRow(tr("Label"), m_label, tr("For this desk and the issuer: the customer, a ticket."));
    addRow(tr("Made for"), m_audience, tr("The AS of the one third party that may use it; empty for any."));
    addRow(tr("Told as well"), m_notify, tr("Mail addresses with commas between; the issuer tells the holder anyway."));
    connect(m_prefixes, &QPlainTextEdit::textChanged, this, &IssueSheet::check);
    for (QLineEdit *edit : {m_origin, m_label, m_audience})
        edit->setMaxLength(200);
    for (QLineEdit *edit : {m_origin, m_label, m_audience, m_notify})
        connect(edit, &QLineEdit::textChanged, this, &IssueSheet::check);
    connect(m_until, &QDateEdit::dateChanged, this, &IssueSheet::check);
    connect(deed(), &QPushButton::clicked, this, &IssueSheet::issue);
    QCoro::connect(m_keys.resources(), this, [this](const Result<AddressSpace> &held) {
        if (held)
            m_held = *held;
        check();
    });
    check();
}

KeyForm IssueSheet::form() const
{
    return {m_id,
            m_prefixes->toPlainText(),
            m_origin->text(),
            m_until->expiry(),
            m_label->text().trimmed(),
            m_audience->text().trimmed(),
            m_renews->isChecked(),
            m_notify->text()};
}

/// What is still empty is not wrong yet.
void IssueSheet::check()
{
    QStringList problems;
    const QList<FieldError> faults = checkKeyForm(form(), m_held, m_clock.now());
    for (const FieldError &fault : faults) {
        const bool untouched = (fault.field == u"prefixes" && m_prefixes->toPlainText().trimmed().isEmpty())
                               || (fault.field == u"origin" && m_origin->text().isEmpty());
        if (!untouched)
            problems.append(fault.messages.join(QLatin1Char(' ')));
    }
    setProblems(problems);
    setReady(faults.isEmpty());
}

void IssueSheet::setLocked(bool locked)
{
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_prefixes, m_origin, m_until, m_renews, m_label, m_audience, m_notify})
        field->setEnabled(!locked);
}

void IssueSheet::issue()
{
    setLocked(true);
    setReady(false);
    setHeld(true); // the key comes with the answer, and with no other
    QCoro::connect(m_keys.issue(form()), this, [this](const Result<FreshKey> &issued) { follow(issued); });
}

void IssueSheet::follow(const Result<FreshKey> &issued)
{
    setHeld(false);
    if (issued) {
        Q_EMIT this->issued(*issued);
        close();
        return;
    }
    const ErrorKind kind = issued.error().kind;
    setReady(true);
    if (kind == ErrorKind::TimedOut || kind == ErrorKind::Protocol || kind == ErrorKind::Cancelled) {
        setProblems({whatHappened(issued.error(), tr("The issuer")),
                     tr("The key may have been issued. Asking again gives the same key and no second one.")});
        deed()->setText(tr("Ask Again"));
        return;
    }
    // What is sent next will be another order.
    m_id = newUuid();
    setLocked(false);
    deed()->setText(tr("Issue Key"));
    QStringList problems;
    for (const FieldError &fault : issued.error().fields)
        problems.append(fault.messages.join(QLatin1Char(' ')));
    setProblems(problems.isEmpty() ? QStringList{errorSentence(issued.error(), tr("The issuer"))} : problems);
}

} // namespace peerdesk
