// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/installed.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

namespace peerdesk::test {
namespace {

constexpr int patienceMs = 30'000;

HttpClientSettings towardsLoopback()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

} // namespace

Installed::Installed(const QByteArray &extra)
    : http(towardsLoopback())
{
    const QString text =
        QStringLiteral("listen = \"127.0.0.1:0\"\npublic_url = \"%1\"\ncontact = \"peering@as64496.example\"\n"
                       "database = \"%2\"\ndatabase_key = \"%6\"\nmirror = \"%3\"\nallow_private_addresses = true\n"
                       "[[issuer]]\nissuer = \"%4\"\njwks = \"%5\"\nnetworks = \"any\"\n[[network]]\nasn = 64496\n")
            .arg(publicUrl().toString(), databasePath(), folder.filePath(QStringLiteral("mirror.db")), issuer.name(),
                 issuer.jwksAddress().toString(), database.keyPath());
    QFile file(configPath());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8() + extra) < 0)
        qFatal("%s cannot be written", qPrintable(configPath()));
}

Installed::~Installed()
{
    kill();
}

QString Installed::program()
{
    return QStringLiteral(PEERDESKD);
}

QUrl Installed::publicUrl()
{
    return QUrl(QStringLiteral("https://peering.as64496.example/v1"));
}

bool Installed::start()
{
    process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    if (ignoring != 0)
        process->setChildProcessModifier([signal = ignoring] { ::signal(signal, SIG_IGN); });
    if (!logFile.isEmpty())
        process->setStandardErrorFile(logFile, QIODevice::Append);
    process->start(program(), {QStringLiteral("--config"), configPath()});
    QByteArray line;
    const bool ready = QTest::qWaitFor(
        [&] {
            line += process->readAllStandardOutput();
            return line.endsWith('\n') || process->state() == QProcess::NotRunning;
        },
        patienceMs);
    const QList<QByteArray> words = line.trimmed().split(' ');
    if (!ready || words.size() != 3 || words.first() != "ready" || words.last() != publicUrl().toEncoded())
        return false;
    listening = QUrl(QString::fromLatin1(words.at(1)));
    return true;
}

void Installed::kill()
{
    if (!process)
        return;
    process->kill();
    process->waitForFinished();
}

int Installed::terminate()
{
    process->terminate();
    if (!QTest::qWaitFor([this] { return process->state() == QProcess::NotRunning; }, patienceMs))
        return -1;
    return process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
}

HttpRequest Installed::request(const QString &path, const QByteArray &method) const
{
    HttpRequest request(QUrl(listening.toString() + QStringLiteral("/v1") + path), method);
    request.headers.append("Authorization", "Bearer " + issuer.token(publicUrl(), 64500).reveal());
    return request;
}

HttpRequest Installed::post(const QJsonObject &batch) const
{
    HttpRequest sending = request(QStringLiteral("/sessions"), "POST");
    sending.headers.append("Content-Type", "application/json");
    sending.body = QJsonDocument(batch).toJson();
    return sending;
}

QByteArray Installed::credential(const QStringList &words) const
{
    QProcess command;
    command.start(program(), QStringList{QStringLiteral("credential")} + words
                                 + QStringList{QStringLiteral("--config"), configPath()});
    const bool ended = QTest::qWaitFor([&command] { return command.state() == QProcess::NotRunning; }, patienceMs);
    return ended && command.exitCode() == 0 ? command.readAllStandardOutput().trimmed() : QByteArray();
}

} // namespace peerdesk::test
