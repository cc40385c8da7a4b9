// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QUrl>

namespace peerdesk::test {

/// The system browser of the tour, with a person before it who agrees: follows the sign-in page's redirects and keeps
/// its cookies.
class Browser
{
public:
    explicit Browser(const QString &issuer);
    void open(const QUrl &url);

private:
    QUrl m_control;
    QNetworkAccessManager m_network;
};

} // namespace peerdesk::test
