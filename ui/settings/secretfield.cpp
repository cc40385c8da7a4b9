// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secretfield.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace peerdesk {

SecretField::SecretField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_store(new QPushButton(tr("Store"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setAccessibleName(name);
    m_store->setAutoDefault(false);
    m_store->setEnabled(false);
    m_remove->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_store);
    layout->addWidget(m_remove);
    setFocusProxy(m_edit);
    setAccessibleName(name);
    connect(m_edit, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_store->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretField::store);
    connect(m_store, &QPushButton::clicked, this, &SecretField::store);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT changed(Secret()); });
    setStored(false);
}

void SecretField::setStored(bool stored)
{
    m_edit->setPlaceholderText(stored ? tr("Stored; paste to replace") : tr("Paste"));
    m_remove->setVisible(stored);
}

void SecretField::store()
{
    const Secret secret(m_edit->text().trimmed());
    if (secret.isEmpty())
        return;
    m_edit->clear();
    Q_EMIT changed(secret);
}

} // namespace peerdesk
