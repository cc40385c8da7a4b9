// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpmessage.h"
#include "irr/routedesk.h"

#include <QJsonObject>

namespace peerdesk {

// The bodies of /irr/v1: the only file here that knows their field names.

struct ObjectWish
{
    RpslObject object;
    Proof proof;
};

/// From JSON, {"prefix", "origin", "descr", "remarks", "mnt_by", "key"} or {"rpsl", "key"}, or from RPSL as text/plain
/// with the key in the field Rak-Key. RPSL is the whole object; members of JSON stand for attributes of `before`, as RPSL,
/// and leave its others alone. Invalid, with fields.
[[nodiscard]] Result<ObjectWish> decodeObjectWish(const HttpRequest &request, const QString &source,
                                                  const QString &before = {});

[[nodiscard]] QJsonObject encodeRoute(const RouteObject &route, const QString &source);
/// RPSL for who asks for text/plain, else JSON.
[[nodiscard]] HttpResponse routeAnswer(int status, const RouteObject &route, const QString &source,
                                       const HttpRequest &request);
[[nodiscard]] HttpResponse routesAnswer(const QList<RouteObject> &routes, int limit, const QString &source,
                                        const HttpRequest &request);
[[nodiscard]] HttpResponse setAnswer(const SetObject &set, const QString &source, const HttpRequest &request);

} // namespace peerdesk
