// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/listquery.h"

#include "peeringapi/wirejson.h"

#include <QUrlQuery>

#include <algorithm>

namespace peerdesk {
namespace {

/// QUrlQuery does not give back every other character as it was, U+FFFF for one.
bool isPrintable(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::all_of(characters.begin(), characters.end(), [](uint c) { return QChar::isPrint(c); });
}

} // namespace

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
        wire.addQueryItem(QStringLiteral("request_id"), QString::fromLatin1(QUrl::toPercentEncoding(query.requestId)));
    if (query.maxResults > 0)
        wire.addQueryItem(QStringLiteral("max_results"), QString::number(std::min(query.maxResults, maxPageSize)));
    if (query.nextToken)
        wire.addQueryItem(QStringLiteral("next_token"), QString::fromLatin1(QUrl::toPercentEncoding(*query.nextToken)));
    return wire;
}

Result<ListQuery> decodeListQuery(const QUrlQuery &wire)
{
    ListQuery query;
    QList<FieldError> errors;
    // The later names are those of the interface of 2023 and of the Smithy model.
    const auto value = [&wire](std::initializer_list<const char *> names) {
        for (const char *name : names) {
            if (wire.hasQueryItem(QString::fromLatin1(name)))
                return wire.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
        }
        return QString();
    };
    if (const QString asn = value({"asn"}); !asn.isEmpty()) {
        query.asn = Asn::parse(asn);
        if (!query.asn)
            errors.append({QStringLiteral("asn"), {QStringLiteral("must be an AS number from 1 to 4294967295")}, {}});
    }
    if (const QString type = value({"location_type", "peer_type"}); type.compare(u"public", Qt::CaseInsensitive) == 0)
        query.kind = Location::Kind::Exchange;
    else if (type.compare(u"private", Qt::CaseInsensitive) == 0)
        query.kind = Location::Kind::Facility;
    else if (!type.isEmpty())
        errors.append({QStringLiteral("location_type"), {QStringLiteral("must be \"public\" or \"private\"")}, {}});
    if (const QString max = value({"max_results", "maxResults"}); !max.isEmpty()) {
        bool isNumber = false;
        const qlonglong number = max.toLongLong(&isNumber);
        if (!isNumber || number < 0)
            errors.append({QStringLiteral("max_results"), {QStringLiteral("must be a number from 0 to 100")}, {}});
        query.maxResults = static_cast<int>(std::clamp<qlonglong>(number, 0, maxPageSize));
    }
    if (const QString token = value({"next_token", "nextToken"}); !token.isNull())
        query.nextToken = token;
    if (query.nextToken && !isPrintable(*query.nextToken))
        errors.append({QStringLiteral("next_token"), {QStringLiteral("must be one that a page gave")}, {}});
    query.requestId = value({"request_id", "requestId"});
    if (query.requestId.size() > maxIdLength)
        errors.append({QStringLiteral("request_id"), {QStringLiteral("is too long")}, {}});
    else if (!isPrintable(query.requestId))
        errors.append({QStringLiteral("request_id"), {QStringLiteral("must be of printable characters")}, {}});
    if (!errors.isEmpty())
        return Error(ErrorKind::Invalid, QStringLiteral("A parameter cannot be read"), errors);
    return query;
}

} // namespace peerdesk
