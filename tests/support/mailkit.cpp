// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailkit.h"

#include "support/firstline.h"
#include "support/openssl.h"

#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>

namespace peerdesk::test {

MailKit::~MailKit()
{
    stop();
}

bool MailKit::start(Tls tls, const QStringList &arguments)
{
    m_tls = tls;
    QStringList all = {QStringLiteral(PEERDESK_SOURCE_DIR "/tests/support/mailserver.py")};
    if (tls == Tls::StartTls) {
        if (!makeCertificate())
            return false;
        all += {QStringLiteral("--certificate"), m_folder.filePath(QStringLiteral("certificate.pem")),
                QStringLiteral("--key"), m_folder.filePath(QStringLiteral("key.pem"))};
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("/usr/bin/python3"), all + arguments); // which has the module of the Debian package
    m_port = firstLineOf(m_process).toUShort();
    m_why = QStringLiteral("the mail server did not start (Debian: python3-aiosmtpd)");
    return m_port != 0;
}

void MailKit::stop()
{
    m_process.closeWriteChannel(); // which ends it
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

SmtpSettings MailKit::settings() const
{
    SmtpSettings settings;
    settings.host = QStringLiteral("localhost");
    settings.port = m_port;
    settings.security = m_tls == Tls::StartTls ? SmtpSettings::Security::StartTls : SmtpSettings::Security::None;
    if (m_tls == Tls::StartTls)
        settings.certificates = m_folder.filePath(QStringLiteral("certificate.pem"));
    return settings;
}

QList<QJsonObject> MailKit::taken(int count)
{
    QList<QJsonObject> mails;
    const auto read = [this, &mails, count] {
        while (m_process.canReadLine())
            mails.append(QJsonDocument::fromJson(m_process.readLine()).object());
        return mails.size() >= count;
    };
    if (!QTest::qWaitFor(read, 30'000))
        qFatal("%d of %d mails came", int(mails.size()), count);
    return mails;
}

bool MailKit::makeCertificate()
{
    const bool made = runOpenSsl(
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
         QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
         QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
         QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost"), QStringLiteral("-keyout"),
         m_folder.filePath(QStringLiteral("key.pem")), QStringLiteral("-out"),
         m_folder.filePath(QStringLiteral("certificate.pem"))});
    if (!made)
        m_why = QStringLiteral("openssl made no certificate (Debian: openssl)");
    return made;
}

} // namespace peerdesk::test
