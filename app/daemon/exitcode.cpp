// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/exitcode.h"

#include <QTextStream>

namespace peerdesk {

void complain(const QString &file, const Error &error)
{
    QTextStream out(stderr);
    out << file << ": " << error.detail << '\n';
    for (const FieldError &fault : error.fields)
        out << file << ": " << fault.messages.first()
            << (fault.field.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(fault.field)) << '\n';
}

} // namespace peerdesk
