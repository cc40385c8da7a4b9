// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/formfields.h"

#include <QUrl>

namespace peerdesk {
namespace {

QString decoded(QByteArray text)
{
    return QUrl::fromPercentEncoding(text.replace('+', ' '));
}

} // namespace

Result<FormFields> FormFields::parse(const QByteArray &encoded)
{
    FormFields fields;
    const QList<QByteArray> pairs = encoded.split('&');
    for (const QByteArray &pair : pairs) {
        if (pair.isEmpty())
            continue;
        const qsizetype sign = pair.indexOf('=');
        const QString name = decoded(sign < 0 ? pair : pair.left(sign));
        if (fields.m_values.contains(name))
            return Error(ErrorKind::Invalid, QStringLiteral("a parameter comes twice: %1").arg(name));
        fields.m_values.insert(name, sign < 0 ? QString() : decoded(pair.mid(sign + 1)));
    }
    return fields;
}

} // namespace peerdesk
