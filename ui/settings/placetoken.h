// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secretfield.h"

#include <QUrl>

namespace peerdesk {

class Account;

/// The token that one address hands out by itself, kept in the keychain by Account. Nothing can be stored while there is
/// no address.
class PlaceToken : public SecretField
{
    Q_OBJECT

public:
    PlaceToken(Account &account, const QString &name, QWidget *parent = nullptr);

    void setAddress(const QUrl &address);

private:
    void refresh();

    Account &m_account;
    QUrl m_address;
};

} // namespace peerdesk
