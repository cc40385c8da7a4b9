// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace peerdesk {

/// Installs Peerdesk's and Qt's own translations for the locale's user interface languages; English keeps the source
/// text and takes only its plural forms from the file. Main thread, once, before the first window.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace peerdesk
