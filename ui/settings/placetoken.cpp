// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/placetoken.h"

#include "workflow/account/account.h"

#include <QCoroTask>

namespace peerdesk {

PlaceToken::PlaceToken(Account &account, const QString &name, QWidget *parent)
    : SecretField(name, parent)
    , m_account(account)
{
    connect(this, &SecretField::changed, this, [this](const Secret &token) {
        QCoro::connect(m_account.storeEndpointToken(m_address, token), this,
                       [this](const Result<void> &) { refresh(); });
    });
    setAddress({});
}

void PlaceToken::setAddress(const QUrl &address)
{
    m_address = address;
    setEnabled(!address.isEmpty());
    refresh();
}

void PlaceToken::refresh()
{
    setStored(false);
    if (m_address.isEmpty())
        return;
    QCoro::connect(m_account.hasEndpointToken(m_address), this, [this, address = m_address](bool stored) {
        if (m_address == address)
            setStored(stored);
    });
}

} // namespace peerdesk
