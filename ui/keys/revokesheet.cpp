// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/revokesheet.h"

#include <QLineEdit>
#include <QPushButton>

namespace peerdesk {

RevokeSheet::RevokeSheet(const QString &name, QWidget *parent)
    : Sheet(tr("Revoke"), tr("Revoke"), parent)
{
    addText(tr("%1 ends for good, and the route objects that hang on it fall.").arg(name));
    auto *reason = new QLineEdit(this);
    reason->setMaxLength(500);
    addRow(tr("Reason"), reason, tr("Kept by the issuer."));
    setReady(false);
    connect(reason, &QLineEdit::textChanged, this,
            [this](const QString &text) { setReady(!text.trimmed().isEmpty()); });
    connect(deed(), &QPushButton::clicked, this, [this, reason] {
        Q_EMIT revoked(reason->text().trimmed());
        close();
    });
}

} // namespace peerdesk
