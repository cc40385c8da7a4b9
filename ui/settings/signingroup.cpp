// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/signingroup.h"

#include "base/settings.h"
#include "widgets/textfield.h"
#include "widgets/iconlabel.h"
#include "workflow/account/account.h"
#include "workflow/endpoints/endpointaddress.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>

namespace peerdesk {
namespace {

QString issuerProblem(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"https" || url.scheme() == u"http";
    return web && !url.host().isEmpty() ? QString() : SignInGroup::tr("This is no https address.");
}

QString endpointProblem(const QString &text)
{
    return text.isEmpty() || endpointAddress(text) ? QString() : SignInGroup::tr("This is no https address.");
}

QString clientIdProblem(const QString &text)
{
    return text.isEmpty() ? SignInGroup::tr("The provider gives one to every application.") : QString();
}

Cell standing(const Account &account)
{
    const QString person = account.person();
    switch (account.state()) {
    case Account::State::SignedIn:
        return {
            .text = SignInGroup::tr("Signed in as %1").arg(person), .icon = Icon::UserCheck, .tone = Tone::Established};
    case Account::State::Expired:
        return {.text = SignInGroup::tr("The sign-in of %1 has expired").arg(person),
                .icon = Icon::TriangleAlert,
                .tone = Tone::Pending};
    case Account::State::SigningIn:
        return {.text = SignInGroup::tr("Waiting for the browser"), .icon = Icon::Hourglass, .tone = Tone::Muted};
    case Account::State::SignedOut:
        break;
    }
    return {.text = SignInGroup::tr("Nobody is signed in"), .icon = Icon::User, .tone = Tone::Muted};
}

} // namespace

SignInGroup::SignInGroup(SettingsFile &settings, Account &account, QWidget *parent)
    : SettingsGroup(tr("Sign-in"), parent)
    , m_settings(settings)
    , m_account(account)
    , m_person(new IconLabel(Cell(), this))
    , m_button(new QPushButton(this))
    , m_endpoint(new TextField(endpointProblem, this))
    , m_issuer(new TextField(issuerProblem, this))
    , m_clientId(new TextField(clientIdProblem, this))
    , m_port(new QSpinBox(this))
{
    m_button->setAutoDefault(false);
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("Any free one"));
    m_port->setKeyboardTracking(false);

    auto *person = new QWidget(this);
    auto *line = new QHBoxLayout(person);
    line->setContentsMargins({});
    line->addWidget(m_person, 1, Qt::AlignVCenter);
    line->addWidget(m_button);
    addRow(tr("Person"), person);
    addRow(
        tr("Own endpoint"), m_endpoint,
        tr("Its address is enough: it sends the browser on to PeeringDB. Empty: the provider below is asked directly."));
    addRow(tr("Provider"), m_issuer, tr("The issuer's address; where it answers is found by discovery."));
    addRow(tr("Client ID"), m_clientId);
    addRow(tr("Redirect port"), m_port, tr("On this machine alone. A fixed one only if the provider insists on it."));

    connect(m_button, &QPushButton::clicked, this, &SignInGroup::act);
    connect(m_endpoint, &TextField::committed, this, [this](const QString &text) {
        Settings changed = m_settings.current();
        changed.provider.endpoint = text.isEmpty() ? QUrl() : *endpointAddress(text);
        m_settings.save(changed);
    });
    connect(m_issuer, &TextField::committed, this, [this](const QString &text) {
        Settings changed = m_settings.current();
        changed.provider.issuer = QUrl(text);
        m_settings.save(changed);
    });
    connect(m_clientId, &TextField::committed, this, [this](const QString &text) {
        Settings changed = m_settings.current();
        changed.provider.clientId = text;
        m_settings.save(changed);
    });
    connect(m_port, &QSpinBox::valueChanged, this, [this](int port) {
        Settings changed = m_settings.current();
        changed.provider.redirectPort = static_cast<std::uint16_t>(port);
        m_settings.save(changed);
    });
    connect(&m_account, &Account::changed, this, &SignInGroup::refresh);
    connect(&m_settings, &SettingsFile::changed, this, &SignInGroup::refresh);
    refresh();
}

void SignInGroup::refresh()
{
    const ProviderSettings &provider = m_settings.current().provider;
    m_endpoint->setText(provider.endpoint.toString());
    m_issuer->setText(provider.issuer.toString());
    m_clientId->setText(provider.clientId);
    m_port->setValue(provider.redirectPort);
    m_person->setCell(standing(m_account));
    const Account::State state = m_account.state();
    m_endpoint->setEnabled(state == Account::State::SignedOut
                           || state == Account::State::Expired); // signing out needs it
    switch (m_account.state()) {
    case Account::State::SignedIn:
        m_button->setText(tr("Sign Out"));
        return;
    case Account::State::Expired:
        m_button->setText(tr("Sign In Again"));
        return;
    case Account::State::SigningIn:
        m_button->setText(tr("Cancel"));
        return;
    case Account::State::SignedOut:
        m_button->setText(tr("Sign In"));
        return;
    }
}

void SignInGroup::act()
{
    switch (m_account.state()) {
    case Account::State::SignedIn:
        m_account.signOut();
        return;
    case Account::State::SigningIn:
        m_account.cancelSignIn();
        return;
    case Account::State::SignedOut:
    case Account::State::Expired:
        m_account.signIn();
        return;
    }
}

} // namespace peerdesk
