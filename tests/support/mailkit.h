// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/smtpsender.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace peerdesk::test {

/// The mail server of tests/support/mailserver.py in a process of its own, on loopback; it ends with the test.
class MailKit
{
public:
    ~MailKit();

    enum class Tls { None, StartTls };
    /// False, with why() in words, if python3-aiosmtpd or openssl is missing. `arguments` as mailserver.py describes them.
    bool start(Tls tls = Tls::None, const QStringList &arguments = {});
    void stop();
    [[nodiscard]] QString why() const { return m_why; }

    /// How to reach it.
    [[nodiscard]] SmtpSettings settings() const;
    /// What it has taken since the last call; waits until `count` have come.
    QList<QJsonObject> taken(int count);

private:
    bool makeCertificate();

    QProcess m_process;
    QTemporaryDir m_folder;
    Tls m_tls = Tls::None;
    quint16 m_port = 0;
    QString m_why;
};

} // namespace peerdesk::test
