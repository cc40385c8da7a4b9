// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/endpoints/endpointaddress.h"

#include "peeringapi/baseurl.h"

namespace peerdesk {

Result<QUrl> endpointAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    const bool hasScheme = text.contains(QStringLiteral("://"));
    return endpointBaseUrl(hasScheme ? text : QStringLiteral("https://") + text);
}

} // namespace peerdesk
