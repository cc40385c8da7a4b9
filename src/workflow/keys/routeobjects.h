// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/keys/jsoninterface.h"
#include "workflow/keys/registeredroute.h"

#include <QObject>

namespace peerdesk {

/// What a maintainer does with route objects at a registry that takes them only with keys (/irr/v1): list, create,
/// change, delete, and see what falls when. The registry keeps them; a key goes through once and is kept nowhere.
/// Failures are JsonInterface's. Owned by app/services, lives as long as the program; main thread.
class RouteObjects : public QObject
{
    Q_OBJECT

public:
    /// `registry` is asked whenever it is needed: it is a setting. Empty: none is set up.
    RouteObjects(HttpClient &http, const Clock &clock, TokenSource tokens, std::function<QUrl()> registry,
                 QObject *parent = nullptr);

    [[nodiscard]] QUrl registry() const { return m_registry(); }

    QCoro::Task<Result<QList<RegisteredRoute>>> list();
    /// Creates it, or changes it if the form has an id. Invalid, with fields, before anything is sent; Denied where it
    /// needs a key, or another.
    QCoro::Task<Result<void>> save(RouteForm form);
    QCoro::Task<Result<void>> remove(QString id);

Q_SIGNALS:
    /// Something was changed from here.
    void changed();

private:
    QCoro::Task<Result<void>> send(JsonCall call);
    [[nodiscard]] Error notSetUp() const;

    const std::function<QUrl()> m_registry;
    const JsonInterface m_interface;
};

/// What is wrong with a form before it is sent, under "prefix", "origin", "mnt_by" and "key"; empty if nothing is.
/// Whether it needs a key is the registry's to say.
[[nodiscard]] QList<FieldError> checkRouteForm(const RouteForm &form);

} // namespace peerdesk
