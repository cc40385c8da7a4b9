// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/placesignin.h"

#include "workflow/account/account.h"

#include <QCoroTask>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace peerdesk {

PlaceSignIn::PlaceSignIn(Account &account, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_person(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_person->setTextFormat(Qt::PlainText);
    m_button->setAutoDefault(false);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->addWidget(m_button);
    line->addWidget(m_person, 1);
    connect(m_button, &QPushButton::clicked, this, &PlaceSignIn::signInOrOut);
    setAddress({});
}

void PlaceSignIn::setAddress(const QUrl &address)
{
    m_address = address;
    refreshPerson();
}

void PlaceSignIn::refreshPerson()
{
    showPerson({});
    if (m_address.isEmpty())
        return;
    QCoro::connect(m_account.personAt(m_address), this, [this, address = m_address](const QString &person) {
        if (m_address == address)
            showPerson(person);
    });
}

void PlaceSignIn::showPerson(const QString &person)
{
    const bool waiting = !m_signingInAt.isEmpty();
    m_signedIn = !person.isEmpty();
    m_button->setText(waiting ? tr("Cancel") : m_signedIn ? tr("Sign Out There") : tr("Sign In There"));
    m_button->setEnabled(waiting || !m_address.isEmpty());
    if (waiting)
        m_person->setText(tr("Waiting for the browser at %1").arg(m_signingInAt.host()));
    else
        m_person->setText(m_signedIn ? tr("Signed in as %1").arg(person) : tr("Not signed in"));
}

void PlaceSignIn::signInOrOut()
{
    if (!m_signingInAt.isEmpty()) {
        m_account.cancelSignInAt();
        return;
    }
    if (m_address.isEmpty())
        return;
    const QUrl address = m_address;
    if (m_signedIn) {
        QCoro::connect(m_account.signOutAt(address), this, [this](const Result<void> &) { refreshPerson(); });
        return;
    }
    m_signingInAt = address;
    showPerson({});
    QCoro::connect(m_account.signInAt(address), this, [this, address](const Result<QString> &person) {
        m_signingInAt.clear();
        refreshPerson();
        if (!person && person.error().kind != ErrorKind::Cancelled)
            Q_EMIT failed(person.error(), address.host());
        else
            Q_EMIT succeeded();
    });
}

} // namespace peerdesk
