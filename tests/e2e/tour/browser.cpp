// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/tour/browser.h"

#include "e2e/plainhttp.h"

#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::test {

Browser::Browser(const QString &issuer)
    : m_control(issuer)
{
    m_control.setPath(u"/_kit/state"_s);
}

void Browser::open(const QUrl &url)
{
    // The first person of the lab agrees without being shown the page.
    (void)askPlainly("POST", m_control, {}, R"({"login": "1"})");
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    QNetworkReply *reply = m_network.get(request);
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace peerdesk::test
