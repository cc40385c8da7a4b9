// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/mirrorgroup.h"

#include "base/settings.h"
#include "settings/secretfield.h"
#include "widgets/textfield.h"
#include "workflow/account/account.h"

#include <QDir>
#include <QLabel>
#include <QSpinBox>

namespace peerdesk {
namespace {

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty();
}

QString sourceProblem(const QString &text)
{
    if (isWebAddress(text) || (QDir::isAbsolutePath(text) && QDir(text).exists()))
        return {};
    return MirrorGroup::tr("This is neither an https address nor a folder.");
}

QString apiProblem(const QString &text)
{
    return isWebAddress(text) ? QString() : MirrorGroup::tr("This is no https address.");
}

} // namespace

MirrorGroup::MirrorGroup(SettingsFile &settings, Account &account, QWidget *parent)
    : SettingsGroup(tr("Mirror of PeeringDB"), parent)
    , m_settings(settings)
    , m_account(account)
    , m_source(new TextField(sourceProblem, this))
    , m_api(new TextField(apiProblem, this))
    , m_interval(new QSpinBox(this))
    , m_key(new SecretField(tr("API key"), this))
{
    m_interval->setRange(0, 7 * 24 * 60);
    m_interval->setSingleStep(15);
    m_interval->setSuffix(tr(" min"));
    m_interval->setSpecialValueText(tr("Only when asked for"));
    m_interval->setKeyboardTracking(false);
    addRow(tr("Source"), m_source, tr("The public dumps, or a folder that holds them."));
    addRow(tr("Changes from"), m_api);
    addRow(tr("Refresh every"), m_interval, tr("PeeringDB asks for an hour or more."));
    addRow(tr("API key"), m_key,
           tr("Shows contacts that only signed-in readers see. Kept in the keychain, not in a file."));
    m_trouble = addNote({});

    connect(m_source, &TextField::committed, this, [this](const QString &text) {
        Settings changed = m_settings.current();
        changed.mirror.source = text;
        m_settings.save(changed);
    });
    connect(m_api, &TextField::committed, this, [this](const QString &text) {
        Settings changed = m_settings.current();
        changed.mirror.api = QUrl(text);
        m_settings.save(changed);
    });
    connect(m_interval, &QSpinBox::valueChanged, this, [this](int minutes) {
        Settings changed = m_settings.current();
        changed.mirror.interval = std::chrono::minutes(minutes);
        m_settings.save(changed);
    });
    connect(m_key, &SecretField::changed, this, [this](const Secret &key) {
        QCoro::connect(m_account.storeApiKey(key), this, [this](const Result<void> &) { refreshKey(); });
    });
    connect(&m_account, &Account::apiKeyChanged, this, &MirrorGroup::refreshKey);
    connect(&m_account, &Account::keychainTroubled, this, &MirrorGroup::refreshKey);
    connect(&m_settings, &SettingsFile::changed, this, &MirrorGroup::refresh);
    refresh();
    refreshKey();
}

void MirrorGroup::refresh()
{
    const MirrorSettings &mirror = m_settings.current().mirror;
    m_source->setText(mirror.source);
    m_api->setText(mirror.api.toString());
    m_interval->setValue(static_cast<int>(mirror.interval.count()));
}

void MirrorGroup::refreshKey()
{
    QCoro::connect(m_account.apiKey(), this, [this](const Secret &key) {
        m_key->setStored(!key.isEmpty());
        m_trouble->setText(m_account.keychainTrouble());
        m_trouble->setVisible(!m_trouble->text().isEmpty());
    });
}

} // namespace peerdesk
