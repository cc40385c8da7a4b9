// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/pages.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace peerdesk {
namespace {

struct SignInPage
{
    Q_DECLARE_TR_FUNCTIONS(SignInPage)
};

const QByteArray style = QByteArrayLiteral(
    "body{font:16px/1.5 sans-serif;max-width:36em;margin:12vh auto;padding:0 1em;color:#1d1f23;background:#f6f6f7}"
    "button{font:inherit;padding:.5em 1.4em;margin-right:.6em}"
    "@media(prefers-color-scheme:dark){body{color:#e7e8ea;background:#26282c}}");

/// `formTargets`: where the form may go and be redirected to; browsers hold redirects after a form against it too.
HttpResponse page(int status, const QString &title, const QString &body, const QByteArray &formTargets)
{
    const QString html =
        QStringLiteral("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width\"><title>%1</title><style>%2</style>"
                       "</head><body><h1>%1</h1>%3</body></html>");
    HttpResponse response(status, html.arg(title.toHtmlEscaped(), QString::fromLatin1(style), body).toUtf8(),
                          "text/html; charset=utf-8");
    const QByteArray styleHash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    response.headers.set("Content-Security-Policy", "default-src 'none'; style-src 'sha256-" + styleHash
                                                        + "'; base-uri 'none'; frame-ancestors 'none'; form-action "
                                                        + formTargets);
    response.headers.set("X-Frame-Options", "DENY");
    response.headers.set("X-Content-Type-Options", "nosniff");
    // Not "no-referrer": browsers would then hide the form's Origin from us as well.
    response.headers.set("Referrer-Policy", "same-origin");
    return response;
}

QString paragraph(const QString &text)
{
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace

HttpResponse consentPage(const ConsentWords &words)
{
    QString body =
        paragraph(SignInPage::tr("Peerdesk, a program on this computer (%1), asks to act at %2 in the name of %3.")
                      .arg(words.program, words.endpoint, words.person));
    body +=
        paragraph(words.readOnly ? SignInPage::tr("It could see the BGP sessions of:")
                                 : SignInPage::tr("It could ask for BGP sessions, see them and take them back, for:"));
    body += QStringLiteral("<ul>");
    for (const QString &network : words.networks)
        body += QStringLiteral("<li>%1</li>").arg(network.toHtmlEscaped());
    body += QStringLiteral("</ul>");
    body += paragraph(SignInPage::tr("Refuse if this sign-in was not started in Peerdesk just now."));
    body += QStringLiteral("<form method=\"post\" action=\"%1\"><input type=\"hidden\" name=\"token\" value=\"%2\">"
                           "<button name=\"answer\" value=\"allow\">%3</button>"
                           "<button name=\"answer\" value=\"refuse\">%4</button></form>")
                .arg(words.action.toHtmlEscaped(), words.token.toHtmlEscaped(), SignInPage::tr("Allow").toHtmlEscaped(),
                     SignInPage::tr("Refuse").toHtmlEscaped());
    return page(200,
                SignInPage::tr("Let Peerdesk act for %n network(s)?", nullptr, static_cast<int>(words.networks.size())),
                body, "'self' http://" + words.program.toLatin1());
}

HttpResponse messagePage(int status, const QString &title, const QString &text)
{
    return page(status, title, paragraph(text), "'none'");
}

} // namespace peerdesk
