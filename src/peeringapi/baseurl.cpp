// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/baseurl.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct BaseUrl
{
    Q_DECLARE_TR_FUNCTIONS(BaseUrl)
};

} // namespace

Result<QUrl> endpointBaseUrl(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isHttp = url.scheme() == u"https" || url.scheme() == u"http";
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        return Error(ErrorKind::Invalid, BaseUrl::tr("An endpoint is named by an https URL"));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return Error(ErrorKind::Invalid, BaseUrl::tr("An endpoint's URL has no user name, no query and no fragment"));
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

QUrl resourceUrl(const QUrl &base, const QStringList &segments)
{
    QString path = base.path(QUrl::FullyEncoded);
    for (const QString &segment : segments)
        path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(segment));
    QUrl url = base;
    url.setPath(path, QUrl::StrictMode);
    return url;
}

} // namespace peerdesk
