// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/browseraddress.h"

#include "theme/icons.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace peerdesk {

BrowserAddress::BrowserAddress(QWidget *parent, Qt::WindowFlags flags)
    : QWidget(parent, flags)
    , m_address(new QLineEdit(this))
    , m_copy(new QPushButton(icon(Icon::Copy), {}, this))
{
    setWindowTitle(tr("Sign-In"));
    auto *words =
        new QLabel(tr("No browser opened. Open this address in a browser on this machine; the sign-in goes on "
                      "by itself afterwards."),
                   this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_address->setReadOnly(true);
    m_address->setAccessibleName(tr("Address of the sign-in"));
    m_address->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_address->setMinimumWidth(m_address->fontMetrics().averageCharWidth() * 50);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address->text());
        m_copy->setText(tr("Copied"));
    });
    auto *layout = new QVBoxLayout(this);
    if (!isWindow())
        layout->setContentsMargins({});
    layout->addWidget(words);
    layout->addWidget(m_address);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
}

void BrowserAddress::setAddress(const QUrl &address)
{
    m_address->setText(address.toString(QUrl::FullyEncoded));
    m_address->setCursorPosition(0);
    m_copy->setText(tr("Copy Address"));
}

} // namespace peerdesk
