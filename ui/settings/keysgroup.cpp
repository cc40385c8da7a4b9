// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keysgroup.h"

#include "base/settings.h"
#include "settings/placesignin.h"
#include "settings/placetoken.h"
#include "widgets/messagebar.h"
#include "widgets/textfield.h"
#include "workflow/errortext.h"
#include "workflow/keys/keys.h"

namespace peerdesk {
namespace {

const QString placeFailure = QStringLiteral("keys");

} // namespace

KeysGroup::KeysGroup(SettingsFile &settings, Account &account, QWidget *parent)
    : SettingsGroup(tr("Keys"), parent)
    , m_settings(settings)
    , m_account(account)
    , m_messages(new MessageBar(this))
{
    addWide(m_messages);
    addPlace(tr("Issuer"),
             tr("The registry that the resources are from. What it says of keys and letters is believed."),
             QStringLiteral("https://rak.example.net"), [](Settings &all) -> QUrl & { return all.keys.issuer; });
    auto *checking = new PlaceToken(account, tr("Token for checking"), this);
    addRow(tr("Token for checking"), checking,
           tr("The issuer's credential for third parties, who check keys of others."));
    const auto refreshChecking = [this, checking] {
        const QUrl issuer = m_settings.current().keys.issuer;
        checking->setAddress(issuer.isEmpty() ? QUrl() : Keys::verifierPlace(issuer));
    };
    connect(&m_settings, &SettingsFile::changed, this, refreshChecking);
    refreshChecking();
    addPlace(tr("Registry"), tr("Where route objects are registered with keys."),
             QStringLiteral("https://irr.example.net"), [](Settings &all) -> QUrl & { return all.keys.registry; });
}

void KeysGroup::addPlace(const QString &label, const QString &note, const QString &placeholder,
                         QUrl &(*part)(Settings &settings))
{
    const auto check = [](const QString &text) {
        const bool fits = text.trimmed().isEmpty() || Keys::address(text);
        return fits ? QString() : tr("This is no http or https address.");
    };
    auto *address = new TextField(check, this);
    address->setPlaceholder(placeholder);
    auto *signIn = new PlaceSignIn(m_account, this);
    addRow(label, address, note);
    addRow(tr("Sign-in"), signIn);
    auto *token = new PlaceToken(m_account, tr("Token"), this);
    addRow(tr("Token"), token);
    const auto refresh = [this, address, signIn, token, part] {
        Settings current = m_settings.current();
        const QUrl place = part(current);
        address->setText(place.toString());
        signIn->setAddress(place);
        token->setAddress(place);
    };
    connect(address, &TextField::committed, this, [this, part](const QString &text) {
        Settings changed = m_settings.current();
        const auto typed = Keys::address(text);
        part(changed) = typed ? *typed : QUrl();
        m_settings.save(changed);
    });
    connect(signIn, &PlaceSignIn::failed, this, [this](const Error &error, const QString &host) {
        m_messages->post(placeFailure, {.text = errorSentence(error, host)});
    });
    connect(signIn, &PlaceSignIn::succeeded, this, [this] { m_messages->clear(placeFailure); });
    connect(&m_settings, &SettingsFile::changed, this, refresh);
    refresh();
}

} // namespace peerdesk
