// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/sheet.h"
#include "workflow/keys/keyform.h"

class QCheckBox;

namespace peerdesk {

class LastDay;

/// Asks until when keys are renewed, and whether they renew automatically from then on; one may be changed without the
/// other.
class RenewSheet : public Sheet
{
    Q_OBJECT

public:
    /// `renewing` is how the keys are now, partially if some are and some are not.
    RenewSheet(const QStringList &names, Qt::CheckState renewing, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void renewed(const peerdesk::RenewalForm &form);

private:
    void check();
    [[nodiscard]] RenewalForm form() const;

    const Qt::CheckState m_before;
    QCheckBox *m_moves;
    LastDay *m_until;
    QCheckBox *m_renews;
};

} // namespace peerdesk
