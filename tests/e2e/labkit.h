// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/child.h"

#include <QJsonObject>
#include <QUrl>

namespace peerdesk::test {

/// Ended, whether or not somebody has buried it yet.
[[nodiscard]] bool isGone(qint64 pid);

/// peerdesk-lab as a script uses it: started as a program, known by its first line. It ends with this object.
class LabKit
{
public:
    explicit LabKit(QStringList arguments = {});

    /// False, with why() in words.
    bool start();
    [[nodiscard]] QString why() const { return m_why; }
    /// Asks it to end and gives its exit code, or -1 if it would not.
    int stop();

    [[nodiscard]] QJsonObject description() const { return m_description; }
    [[nodiscard]] QJsonObject desk() const;
    /// By the name of its policy: "approves all" ...
    [[nodiscard]] QJsonObject network(const QString &policy) const;
    /// What the desk presents to that network.
    [[nodiscard]] QByteArray deskTokenFor(const QJsonObject &network) const;
    /// An event that the lab tells of on its later lines; empty if none comes in time.
    [[nodiscard]] QJsonObject nextEvent();
    /// A token for anybody of the lab, straight from its provider; people are numbered from 1 in the order of the
    /// description, the desk first.
    [[nodiscard]] QByteArray tokenFor(int person, const QString &endpoint) const;

    [[nodiscard]] qint64 pid() const { return m_process.pid(); }
    /// The processes that it has started, by /proc.
    [[nodiscard]] QList<qint64> children() const;
    void kill();

private:
    QStringList m_arguments;
    lab::Child m_process;
    QJsonObject m_description;
    QString m_why;
};

} // namespace peerdesk::test
