// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/asn.h"

#include <QAbstractButton>

namespace peerdesk {

/// Which of our own networks the desk works for: number and name, and a menu where there are several.
class AsnSwitch : public QAbstractButton
{
    Q_OBJECT

public:
    struct OwnNetwork
    {
        Asn asn;
        QString name;
        bool operator==(const OwnNetwork &) const = default;
    };

    explicit AsnSwitch(QWidget *parent = nullptr);

    void setNetworks(const QList<OwnNetwork> &networks, Asn current);
    [[nodiscard]] Asn current() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(Asn asn);
    /// "Other network": typed by a person to look around.
    void otherRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openMenu();

    QList<OwnNetwork> m_networks;
    Asn m_current;
};

} // namespace peerdesk
