// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace peerdesk {

/// The client that every desktop and command line is (RFC 8252 section 8.4: a native program keeps no secret).
inline const QString nativeClientId = QStringLiteral("peerdesk");

/// An endpoint's name as it stands in tokens, letter by letter: in ASCII, as others would write its address (RFC 3986).
[[nodiscard]] inline QString audienceOf(const QUrl &publicUrl)
{
    return publicUrl.toString(QUrl::FullyEncoded);
}

/// Where the metadata of a server or resource with that name lies: the well-known part goes between the host and the
/// path (RFC 8414 section 3.1, RFC 9728 section 3.1).
[[nodiscard]] inline QUrl wellKnown(const QUrl &name, const QString &what)
{
    QUrl address = name.adjusted(QUrl::StripTrailingSlash);
    const QString path = address.path(QUrl::FullyEncoded);
    address.setPath(QStringLiteral("/.well-known/") + what + (path == u"/" ? QString() : path), QUrl::StrictMode);
    return address;
}

inline const QString resourceMetadata = QStringLiteral("oauth-protected-resource");
inline const QString serverMetadata = QStringLiteral("oauth-authorization-server");

} // namespace peerdesk
