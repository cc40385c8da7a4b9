// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpmessage.h"

#include <QString>
#include <QStringList>

namespace peerdesk {

/// What a person reads before they let a program act for them.
struct ConsentWords
{
    QString endpoint; ///< the host that asks
    QString person;
    QString program; ///< where it waits: "127.0.0.1:43211"
    QStringList networks;
    bool readOnly = false;
    QString action; ///< where the form goes
    QString token;  ///< proves that the form was ours
};

/// The pages of signing in: plain, without scripts and frames, with nothing of others in them but escaped words.
[[nodiscard]] HttpResponse consentPage(const ConsentWords &words);
[[nodiscard]] HttpResponse messagePage(int status, const QString &title, const QString &text);

} // namespace peerdesk
