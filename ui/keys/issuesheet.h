// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/sheet.h"
#include "workflow/keys/keys.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace peerdesk {

class LastDay;

/// Asks for a new key and has it issued; everything is checked as it is typed, the prefixes against what the holder
/// holds. When it is not known what became of the order, the same one may be sent again and nothing else: the issuer
/// then gives the same key and no second.
class IssueSheet : public Sheet
{
    Q_OBJECT

public:
    IssueSheet(Keys &keys, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void issued(const peerdesk::FreshKey &key);

private:
    void check();
    void issue();
    void follow(const Result<FreshKey> &issued);
    [[nodiscard]] KeyForm form() const;
    void setLocked(bool locked);

    Keys &m_keys;
    const Clock &m_clock;
    AddressSpace m_held;
    QString m_id;
    QPlainTextEdit *m_prefixes;
    QLineEdit *m_origin;
    LastDay *m_until;
    QCheckBox *m_renews;
    QLineEdit *m_label;
    QLineEdit *m_audience;
    QLineEdit *m_notify;
};

} // namespace peerdesk
