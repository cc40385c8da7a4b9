// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/tour/browser.h"

#include "e2e/plainhttp.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::test {

namespace {

/// As browsers do, it takes loopback for safe enough for Secure cookies.
class CookieJar : public QNetworkCookieJar
{
public:
    bool setCookiesFromUrl(const QList<QNetworkCookie> &cookies, const QUrl &url) override
    {
        QList<QNetworkCookie> taken = cookies;
        for (QNetworkCookie &cookie : taken)
            cookie.setSecure(false);
        return QNetworkCookieJar::setCookiesFromUrl(taken, url);
    }
};

} // namespace

Browser::Browser(const QString &issuer)
    : m_control(issuer)
{
    m_network.setCookieJar(new CookieJar);
    m_control.setPath(u"/_kit/state"_s);
}

void Browser::open(const QUrl &url)
{
    // The first person of the lab agrees without being shown the page.
    (void)askPlainly("POST", m_control, {}, R"({"login": "1"})");
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    follow(m_network.get(request));
}

void Browser::follow(QNetworkReply *reply)
{
    QObject::connect(reply, &QNetworkReply::finished, &m_network, [this, reply] {
        reply->deleteLater();
        static const QRegularExpression form(
            u"<form method=\"post\" action=\"([^\"]*)\".* name=\"token\" value=\"([^\"]*)\""_s,
            QRegularExpression::DotMatchesEverythingOption);
        const auto consent = form.match(QString::fromUtf8(reply->readAll()));
        if (!consent.hasMatch())
            return;
        QNetworkRequest request(reply->url().resolved(QUrl(consent.captured(1))));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        request.setRawHeader("Origin", reply->url().adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toEncoded());
        const QByteArray answer = "token=" + QUrl::toPercentEncoding(consent.captured(2)) + "&answer=allow";
        follow(m_network.post(request, answer));
    });
}

} // namespace peerdesk::test
