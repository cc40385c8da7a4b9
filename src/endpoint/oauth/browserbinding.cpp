// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/browserbinding.h"

#include "storage/envelope.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace peerdesk {
namespace {

const QByteArray cookieName = QByteArrayLiteral("__Host-peerdesk-sign-in");
const QByteArray cookieRules = QByteArrayLiteral("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=");
const QString sealContext = QStringLiteral("browser visit");

/// Each text of a visit under its name.
constexpr std::array<std::pair<const char *, QString BrowserVisit::*>, 10> texts{{
    {"redirect", &BrowserVisit::redirect},
    {"challenge", &BrowserVisit::challenge},
    {"client_state", &BrowserVisit::clientState},
    {"scope", &BrowserVisit::scope},
    {"state", &BrowserVisit::state},
    {"nonce", &BrowserVisit::nonce},
    {"verifier", &BrowserVisit::verifier},
    {"issuer", &BrowserVisit::issuer},
    {"grant", &BrowserVisit::grant},
    {"form_token", &BrowserVisit::formToken},
}};

/// The one cookie of ours; empty if there is none, or more than one.
QByteArray cookieOf(const HttpRequest &request)
{
    QByteArray found;
    for (const auto &[name, value] : request.headers.fields()) {
        if (name.compare("Cookie", Qt::CaseInsensitive) != 0)
            continue;
        const QList<QByteArray> pairs = value.split(';');
        for (const QByteArray &pair : pairs) {
            const QByteArray cookie = pair.trimmed();
            if (!cookie.startsWith(cookieName + '='))
                continue;
            if (!found.isEmpty())
                return {};
            found = cookie.mid(cookieName.size() + 1);
        }
    }
    return found;
}

} // namespace

Result<QByteArray> BrowserVisit::toCookie(const Envelope &envelope) const
{
    QJsonObject object{{QStringLiteral("until"), qint64(until)}};
    for (const auto &[name, member] : texts)
        object.insert(QString::fromLatin1(name), this->*member);
    const auto sealed = envelope.seal(Secret(QJsonDocument(object).toJson(QJsonDocument::Compact)), sealContext);
    if (!sealed)
        return sealed.error();
    return cookieName + '=' + sealed->toLatin1() + cookieRules + "600";
}

std::optional<BrowserVisit> BrowserVisit::of(const HttpRequest &request, const Envelope &envelope, UtcMs now)
{
    const auto plain = envelope.open(QString::fromLatin1(cookieOf(request)), sealContext);
    if (!plain || plain->isEmpty())
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(plain->reveal()).object();
    BrowserVisit visit;
    for (const auto &[name, member] : texts)
        visit.*member = object.value(QLatin1String(name)).toString();
    visit.until = object.value(QLatin1String("until")).toInteger();
    return now < visit.until ? std::optional(visit) : std::nullopt;
}

QByteArray BrowserVisit::forgetting()
{
    return cookieName + '=' + cookieRules + '0';
}

} // namespace peerdesk
