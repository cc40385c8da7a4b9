// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include "settings/deskgroup.h"
#include "settings/endpointsgroup.h"
#include "settings/keysgroup.h"
#include "settings/mirrorgroup.h"
#include "settings/ownendpointgroup.h"
#include "settings/signingroup.h"

#include <QVBoxLayout>

namespace peerdesk {

SettingsPage::SettingsPage(SettingsFile &settings, Account &account, Endpoints &endpoints, OwnEndpoint &ownEndpoint,
                           QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    auto *column = new QWidget(content);
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 105);
    auto *groups = new QVBoxLayout(column);
    const int unit = fontMetrics().height();
    groups->setContentsMargins(unit * 2, unit, unit * 2, unit);
    groups->setSpacing(0);
    groups->addWidget(new SignInGroup(settings, account, column));
    groups->addWidget(new MirrorGroup(settings, account, column));
    m_endpoints = new EndpointsGroup(account, endpoints, column);
    groups->addWidget(m_endpoints);
    groups->addWidget(new KeysGroup(settings, account, column));
    groups->addWidget(new OwnEndpointGroup(settings, ownEndpoint, column));
    groups->addWidget(new DeskGroup(settings, column));
    groups->addStretch(1);
    auto *across = new QHBoxLayout(content);
    across->setContentsMargins({});
    across->addWidget(column, 1);
    across->addStretch(0);

    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Settings"));
}

void SettingsPage::setReadOnly(const QString &why)
{
    m_endpoints->setReadOnly(why);
}

} // namespace peerdesk
