// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// Q_INIT_RESOURCE declares a global function and so must not stand inside a namespace.
static void registerCompiledTranslations()
{
    Q_INIT_RESOURCE(peerdesk_translations);
}

namespace peerdesk {

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    registerCompiledTranslations();
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    auto *ours = new QTranslator(&application);
    const QString folder = QStringLiteral(":/translations");
    if (ours->load(locale, QStringLiteral("peerdesk"), QStringLiteral("_"), folder)
        || ours->load(QStringLiteral("peerdesk_en"), folder))
        QCoreApplication::installTranslator(ours);
}

} // namespace peerdesk
