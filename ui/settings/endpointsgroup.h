// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/networkendpoint.h"
#include "settings/settingsgroup.h"
#include "widgets/rowmodel.h"

class QLabel;
class QPushButton;

namespace peerdesk {

class Account;
class Endpoints;
class MessageBar;
class PlaceSignIn;
class PlaceToken;
class TableView;
class TextField;

/// The other networks' endpoints of the current network of ours: a table, and beneath it the one that is chosen, or
/// a new one. Signing in there needs nothing but its address; a token is for where that does not work. Both are kept in
/// the keychain.
class EndpointsGroup : public SettingsGroup
{
    Q_OBJECT

public:
    EndpointsGroup(Account &account, Endpoints &endpoints, QWidget *parent = nullptr);

    /// Why the list cannot be changed; empty if it can. Signing in is the desk's own matter.
    void setReadOnly(const QString &why);

private:
    struct Row
    {
        Asn asn;
        QUrl address;
        bool asked = false;
        QString lastError;

        bool operator==(const Row &) const = default;
    };

    static RowTraits<Row> traits();
    static Row rowOf(const NetworkEndpoint &endpoint);
    void refresh();
    void showRows(const QList<NetworkEndpoint> &endpoints);
    void showChosen();
    void save();
    void remove();
    void report(const Error &error);

    Account &m_account;
    Endpoints &m_endpoints;
    MessageBar *m_messages;
    RowModel<Row> *m_model;
    QLabel *m_none;
    TableView *m_table;
    TextField *m_asn;
    TextField *m_address;
    PlaceSignIn *m_signIn;
    PlaceToken *m_token;
    QString m_readOnly;
    QPushButton *m_new;
    QPushButton *m_save;
    QPushButton *m_remove;
};

} // namespace peerdesk
