// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QUrl>

class QNetworkReply;

namespace peerdesk::test {

/// The system browser of the tour, with a person before it who agrees: follows the sign-in page's redirects, keeps its
/// cookies, and presses Allow on a page that asks.
class Browser
{
public:
    explicit Browser(const QString &issuer);
    void open(const QUrl &url);

private:
    void follow(QNetworkReply *reply);

    QUrl m_control;
    QNetworkAccessManager m_network;
};

} // namespace peerdesk::test
