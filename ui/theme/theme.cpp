// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/deskstyle.h"
#include "theme/systemscheme.h"

#include <QApplication>
#include <QStyle>

namespace peerdesk {

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_system(new SystemScheme(isDark(QApplication::palette()) ? Scheme::Dark : Scheme::Light, this))
    , m_fusion(QApplication::style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0)
{
    if (m_fusion)
        QApplication::setStyle(new DeskStyle);
    connect(m_system, &SystemScheme::changed, this, &Theme::apply);
    apply();
}

Scheme Theme::scheme() const
{
    switch (m_choice) {
    case Choice::Light:
        return Scheme::Light;
    case Choice::Dark:
        return Scheme::Dark;
    case Choice::System:
        break;
    }
    return m_system->scheme();
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    // A native style keeps the platform's palette, unless somebody asked for the other scheme.
    if (!m_fusion && m_choice == Choice::System)
        QApplication::setPalette(QPalette());
    else
        QApplication::setPalette(paletteFor(scheme()));
}

} // namespace peerdesk
