// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace peerdesk {

/// The parameters of an OAuth request: a query or a body of application/x-www-form-urlencoded (RFC 6749 appendix B).
class FormFields
{
public:
    /// Invalid if a name comes twice (RFC 6749 sections 3.1 and 3.2).
    [[nodiscard]] static Result<FormFields> parse(const QByteArray &encoded);

    /// Empty if it is not there; an empty value counts as absent (RFC 6749 section 3.1).
    [[nodiscard]] QString value(const char *name) const { return m_values.value(QString::fromLatin1(name)); }

private:
    QHash<QString, QString> m_values;
};

} // namespace peerdesk
