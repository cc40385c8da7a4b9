// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/sheet.h"
#include "workflow/keys/routeobjects.h"

class QLineEdit;

namespace peerdesk {

/// Asks for a route object, new or changed, and the key that lets it be registered, where it needs one; everything is
/// checked as it is typed, and what the registry refuses stands in the same place.
class RouteSheet : public Sheet
{
    Q_OBJECT

public:
    /// With a route to change it, or with one without id for a new one.
    RouteSheet(RouteObjects &routes, const RegisteredRoute &route, QWidget *parent);

private:
    void check();
    void save();
    [[nodiscard]] RouteForm form() const;

    RouteObjects &m_routes;
    const QString m_id;
    QLineEdit *m_prefix;
    QLineEdit *m_origin;
    QLineEdit *m_description;
    QLineEdit *m_maintainer;
    QLineEdit *m_key;
};

} // namespace peerdesk
