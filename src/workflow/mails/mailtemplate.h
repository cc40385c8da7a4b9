// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QMap>
#include <QString>

namespace peerdesk {

/// The words of one kind of mail, with names in braces where the particulars stand: {other_asn}. An operator may give
/// their own in a file: the first line "Subject: ...", an empty line, the text.
struct MailTemplate
{
    QString subject;
    QString body;

    /// What may stand in braces.
    static QStringList names();
    /// Invalid: the subject is missing, or a name is none of names().
    static Result<MailTemplate> parse(const QString &text);
    static MailTemplate ofRequests();
    static MailTemplate ofDecisions();
    static MailTemplate ofUnestablished();

    /// What a value holds stays as it is, braces and all.
    [[nodiscard]] MailTemplate filled(const QMap<QString, QString> &values) const;
};

} // namespace peerdesk
