// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/asn.h"

#include <QProcess>
#include <QStandardPaths>

namespace peerdesk::test {

inline bool hasBgpq4()
{
    return !QStandardPaths::findExecutable(QStringLiteral("bgpq4")).isEmpty();
}

/// The prefixes that bgpq4 lets an AS announce in IPv4, by what a registry in another process answers at `whois`
/// ("127.0.0.1:4343"); "failed", with its words, if it could not build a filter.
inline QStringList filterOf(const QString &whois, Asn origin)
{
    QProcess bgpq4;
    // -p: numbers that no registry has given away are refused without it.
    bgpq4.start(QStringLiteral("bgpq4"), {QStringLiteral("-p"), QStringLiteral("-F"), QStringLiteral("%n/%l\\n"),
                                          QStringLiteral("-h"), whois, origin.toString()});
    if (!bgpq4.waitForFinished(30'000) || bgpq4.exitStatus() != QProcess::NormalExit || bgpq4.exitCode() != 0)
        return {QStringLiteral("failed"), QString::fromUtf8(bgpq4.readAllStandardError())};
    return QString::fromUtf8(bgpq4.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace peerdesk::test
