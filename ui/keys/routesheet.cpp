// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/routesheet.h"

#include "workflow/errortext.h"

#include <QCoroTask>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>

namespace peerdesk {

RouteSheet::RouteSheet(RouteObjects &routes, const RegisteredRoute &route, QWidget *parent)
    : Sheet(route.id.isEmpty() ? tr("Create Route Object") : tr("Change Route Object"),
            route.id.isEmpty() ? tr("Create") : tr("Change"), parent)
    , m_routes(routes)
    , m_id(route.id)
    , m_prefix(new QLineEdit(this))
    , m_origin(new QLineEdit(this))
    , m_description(new QLineEdit(route.description, this))
    , m_maintainer(new QLineEdit(route.maintainer, this))
    , m_key(new QLineEdit(this))
{
    m_prefix->setPlaceholderText(QStringLiteral("192.0.2.0/24"));
    m_origin->setPlaceholderText(QStringLiteral("AS64500"));
    if (!m_id.isEmpty()) {
        // The two are what the object is.
        m_prefix->setText(route.prefix.toString());
        m_origin->setText(route.origin.toString());
        m_prefix->setReadOnly(true);
        m_origin->setReadOnly(true);
    }
    m_key->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    addRow(tr("Prefix"), m_prefix);
    addRow(tr("Announced by"), m_origin);
    addRow(tr("Description"), m_description);
    addRow(tr("Maintainer"), m_maintainer);
    addRow(
        tr("Key"), m_key,
        m_id.isEmpty()
            ? tr("As the holder of the prefix gave it; needed unless nobody vouches for the space. It is shown to the "
                 "registry and not kept.")
            : tr("Needed only for the object to stand on another key, or to be answered again. It is shown to the "
                 "registry and not kept."));
    for (QLineEdit *edit : {m_prefix, m_origin, m_description, m_maintainer, m_key}) {
        edit->setMaxLength(500);
        connect(edit, &QLineEdit::textChanged, this, &RouteSheet::check);
    }
    connect(deed(), &QPushButton::clicked, this, &RouteSheet::save);
    check();
}

RouteForm RouteSheet::form() const
{
    return {
        m_id, m_prefix->text(), m_origin->text(), m_description->text(), m_maintainer->text(), Secret(m_key->text())};
}

/// What is still empty is not wrong yet.
void RouteSheet::check()
{
    const QList<FieldError> faults = checkRouteForm(form());
    const QHash<QString, QLineEdit *> edits = {{QStringLiteral("prefix"), m_prefix},
                                               {QStringLiteral("origin"), m_origin},
                                               {QStringLiteral("mnt_by"), m_maintainer},
                                               {QStringLiteral("key"), m_key}};
    QStringList problems;
    for (const FieldError &fault : faults) {
        if (!edits.value(fault.field)->text().isEmpty())
            problems.append(fault.messages.join(QLatin1Char(' ')));
    }
    setProblems(problems);
    setReady(faults.isEmpty());
}

void RouteSheet::save()
{
    setReady(false);
    setHeld(true);
    QCoro::connect(m_routes.save(form()), this, [this](const Result<void> &saved) {
        setHeld(false);
        if (saved) {
            close();
            return;
        }
        setReady(true);
        setProblems({errorSentence(saved.error(), tr("The registry"))});
    });
}

} // namespace peerdesk
