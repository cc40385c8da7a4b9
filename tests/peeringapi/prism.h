// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QUrl>

namespace peerdesk::test {

/// Stoplight Prism in a process of its own on loopback: a server made of an API document, or a judge between a
/// client and a server. Somebody else's reading of what we send and answer.
class Prism
{
public:
    ~Prism()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(5000);
    }

    /// False, with why() in words, if Prism is missing or does not come up.
    bool mock(const QString &document) { return start({QStringLiteral("mock"), document}); }
    bool proxy(const QString &document, const QUrl &server)
    {
        return start({QStringLiteral("proxy"), QStringLiteral("--errors"), document, server.toString()});
    }
    [[nodiscard]] QString why() const { return m_why; }
    [[nodiscard]] QUrl url() const { return m_url; }

private:
    bool start(const QStringList &arguments)
    {
        const QString program = QStringLiteral(PEERDESK_NODE_MODULES "/.bin/prism");
        if (!QFileInfo::exists(program)) {
            m_why = QStringLiteral("Prism is not installed as %1 (./dev node installs it)").arg(program);
            return false;
        }
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program, arguments
                                     + QStringList{QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                                                   QStringLiteral("-p"), QStringLiteral("0")});
        static const QRegularExpression listening(QStringLiteral("listening on (http://127\\.0\\.0\\.1:\\d+)"));
        QString said;
        while (true) {
            if (!m_process.waitForReadyRead(60'000)) {
                m_why = QStringLiteral("Prism did not come up: %1 %2").arg(m_process.errorString(), said);
                return false;
            }
            said += QString::fromUtf8(m_process.readAll());
            if (const auto match = listening.match(said); match.hasMatch()) {
                m_url = QUrl(match.captured(1));
                return true;
            }
        }
    }

    QProcess m_process;
    QString m_why;
    QUrl m_url;
};

} // namespace peerdesk::test
