// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/smtpsender.h"
#include "workflow/mails/mails.h"

namespace peerdesk {

class TomlTable;

/// The table [mail]: through which server whom is told what. Without it no mail leaves.
struct MailConfig
{
    bool enabled = false;
    SmtpSettings server;
    QString passwordFile;
    MailRules rules;
    QString requestTemplate; ///< a file; empty: our own words
    QString decisionTemplate;
    QString unestablishedTemplate;

    /// Notes faults in the table.
    [[nodiscard]] static MailConfig read(TomlTable &top);
    /// With what the named files hold. Storage: one cannot be read, or everybody can; Invalid: a template or the
    /// certificate authorities are wrong.
    [[nodiscard]] Result<MailConfig> withFiles() const;
};

} // namespace peerdesk
