// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/robot.h"
#include "e2e/tour/steplist.h"
#include "peering/asn.h"

#include <QJsonObject>

namespace peerdesk::test {

/// What a holder of addresses does with keys, told in steps: issues one, hangs route objects on it at the registry,
/// prints the letter and checks it as its receiver would, revokes, lets one end and loses what another is for. What it
/// comes to is seen from outside, in the filters
/// that bgpq4 builds. Part of Story, whose robot and list it uses.
class KeyChapter
{
public:
    /// `keys` is the part "rak" of the lab's description.
    KeyChapter(QJsonObject keys, Robot &robot, StepList &steps, QString pictures);

    void tell();

private:
    /// At the desk, with the mouse and the keyboard; the new key is on the clipboard afterwards.
    void issue(const QStringList &prefixes, const QString &label);
    void hang(const QString &prefix);
    void makeLetter();
    void checkLetter();
    void revoke();
    /// Past the desk, whose keys live for a day at least: as the holder's script does. The key is on the clipboard then.
    void issueByScript(const QString &prefix, int seconds);
    /// What the registry's book says from now on: these addresses are somebody else's.
    void transferAway(const QString &prefix);
    void waitForFilter(const QStringList &prefixes);

    void showPage(const QString &title);
    void picture(const QString &name);
    [[nodiscard]] QString path(const QString &name) const;

    const QJsonObject m_keys;
    Robot &m_robot;
    StepList &m_steps;
    const QString m_pictures;
    const Asn m_origin;
    const QStringList m_prefixes; ///< two of IPv4, then one of IPv6
    QString m_letter;             ///< the text of its code
};

} // namespace peerdesk::test
