// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/renewsheet.h"

#include "keys/lastday.h"

#include <QCheckBox>
#include <QPushButton>

namespace peerdesk {

RenewSheet::RenewSheet(const QStringList &names, Qt::CheckState renewing, const Clock &clock, QWidget *parent)
    : Sheet(tr("Renew"), tr("Renew"), parent)
    , m_before(renewing)
    , m_moves(new QCheckBox(tr("Renew now"), this))
    , m_until(new LastDay(clock, this))
    , m_renews(new QCheckBox(tr("Renew automatically, as long as the resources are held"), this))
{
    constexpr qsizetype shown = 8;
    QStringList lines = names.mid(0, shown);
    if (lines.size() < names.size())
        lines.append(tr("and %n more", nullptr, static_cast<int>(names.size() - shown)));
    addText(tr("The key stays the same, with its prefixes and its AS; only its end moves."));
    addText(lines.join(QLatin1Char('\n')));
    m_moves->setChecked(true);
    m_renews->setTristate(renewing == Qt::PartiallyChecked);
    m_renews->setCheckState(renewing);
    addWide(m_moves);
    addRow(tr("New last day"), m_until, tr("In UTC, a year from now at most."));
    addWide(m_renews);
    for (QCheckBox *box : {m_moves, m_renews})
        connect(box, &QCheckBox::stateChanged, this, &RenewSheet::check);
    connect(deed(), &QPushButton::clicked, this, [this] {
        Q_EMIT renewed(form());
        close();
    });
}

RenewalForm RenewSheet::form() const
{
    RenewalForm form;
    if (m_moves->isChecked())
        form.expires = m_until->expiry();
    if (m_renews->checkState() != m_before)
        form.renews = m_renews->isChecked();
    return form;
}

void RenewSheet::check()
{
    const RenewalForm wanted = form();
    m_until->setEnabled(wanted.expires != 0);
    deed()->setText(wanted.expires != 0 ? tr("Renew") : tr("Change"));
    setReady(wanted.expires != 0 || wanted.renews);
}

} // namespace peerdesk
