// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/networkchoice.h"

#include "widgets/iconlabel.h"
#include "workflow/account/account.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace peerdesk {
namespace {

Cell standing(const OwnNetwork &network)
{
    if (network.proven)
        return {.text = NetworkChoice::tr("May send requests"), .icon = Icon::ShieldCheck, .tone = Tone::Established};
    if (network.typed)
        return {.text = NetworkChoice::tr("Typed, to look around"), .icon = Icon::Info, .tone = Tone::Muted};
    return {.text = NetworkChoice::tr("To look around: this person may only read it at PeeringDB"),
            .icon = Icon::Lock,
            .tone = Tone::Muted};
}

} // namespace

NetworkChoice::NetworkChoice(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins({});
    m_rows->setSpacing(fontMetrics().height() / 4);
    setAccessibleName(tr("Networks"));
}

void NetworkChoice::setNetworks(const QList<OwnNetwork> &networks, Asn current)
{
    const Asn before = chosen().isValid() ? chosen() : current;
    for (QAbstractButton *button : m_group->buttons())
        m_group->removeButton(button);
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < networks.size(); ++i) {
        const OwnNetwork &network = networks.at(i);
        // Words from outside: an ampersand in a name is no shortcut.
        QString name = QStringLiteral("%1  %2").arg(network.asn.toString(), network.name).trimmed();
        auto *radio = new QRadioButton(name.replace(u'&', QStringLiteral("&&")), this);
        const Cell cell = standing(network);
        radio->setAccessibleDescription(cell.text);
        radio->setProperty("asn", network.asn.number());
        auto *note = new IconLabel(cell, this);
        note->setContentsMargins(fontMetrics().height() * 3 / 2, 0, 0, fontMetrics().height() / 4);
        m_group->addButton(radio, i);
        m_rows->addWidget(radio);
        m_rows->addWidget(note);
        if (i == 0 || network.asn == before)
            radio->setChecked(true);
    }
}

Asn NetworkChoice::chosen() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? Asn(button->property("asn").toUInt()) : Asn();
}

} // namespace peerdesk
