// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/listquery.h"

#include "peeringapi/wirejson.h"

#include <QUrlQuery>

#include <algorithm>

namespace peerdesk {

QUrlQuery encodeListQuery(const ListQuery &query)
{
    QUrlQuery wire;
    if (query.asn)
        wire.addQueryItem(QStringLiteral("asn"), QString::number(query.asn->number()));
    if (query.kind)
        wire.addQueryItem(QStringLiteral("location_type"), *query.kind == Location::Kind::Facility
                                                               ? QStringLiteral("private")
                                                               : QStringLiteral("public"));
    if (!query.requestId.isEmpty())
        wire.addQueryItem(QStringLiteral("request_id"),
                          QString::fromLatin1(QUrl::toPercentEncoding(query.requestId)));
    if (query.maxResults > 0)
        wire.addQueryItem(QStringLiteral("max_results"), QString::number(std::min(query.maxResults, maxPageSize)));
    if (query.nextToken)
        wire.addQueryItem(QStringLiteral("next_token"),
                          QString::fromLatin1(QUrl::toPercentEncoding(*query.nextToken)));
    return wire;
}

Result<ListQuery> decodeListQuery(const QUrlQuery &wire)
{
    ListQuery query;
    QList<FieldError> errors;
    const auto value = [&wire](const char *name) {
        return wire.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    };
    if (const QString asn = value("asn"); !asn.isEmpty()) {
        query.asn = Asn::parse(asn);
        if (!query.asn)
            errors.append({QStringLiteral("asn"), {QStringLiteral("must be an AS number from 1 to 4294967295")}, {}});
    }
    if (const QString type = value("location_type"); type.compare(u"public", Qt::CaseInsensitive) == 0)
        query.kind = Location::Kind::Exchange;
    else if (type.compare(u"private", Qt::CaseInsensitive) == 0)
        query.kind = Location::Kind::Facility;
    else if (!type.isEmpty())
        errors.append(
            {QStringLiteral("location_type"), {QStringLiteral("must be \"public\" or \"private\"")}, {}});
    if (const QString max = value("max_results"); !max.isEmpty()) {
        bool isNumber = false;
        const qlonglong number = max.toLongLong(&isNumber);
        if (!isNumber || number < 0)
            errors.append({QStringLiteral("max_results"), {QStringLiteral("must be a number from 0 to 100")}, {}});
        query.maxResults = static_cast<int>(std::clamp<qlonglong>(number, 0, maxPageSize));
    }
    if (wire.hasQueryItem(QStringLiteral("next_token")))
        query.nextToken = value("next_token");
    query.requestId = value("request_id");
    if (query.requestId.size() > maxIdLength)
        errors.append({QStringLiteral("request_id"), {QStringLiteral("is too long")}, {}});
    if (!errors.isEmpty())
        return Error(ErrorKind::Invalid, QStringLiteral("A parameter cannot be read"), errors);
    return query;
}

} // namespace peerdesk
