// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "lab/child.h"

#include <QCoroTask>
#include <QUrl>

#include <memory>

namespace peerdesk::lab {

/// peerdeskd as somebody of the lab runs it: a folder with its configuration and database, and the process. What it
/// answers for is the configuration's, which is whoever's part it plays. The process ends with this object.
class EndpointProcess
{
public:
    /// `name` stands before each line of its log, `folder` exists.
    EndpointProcess(QString name, QString program, QString folder);
    ~EndpointProcess();
    EndpointProcess(const EndpointProcess &) = delete;
    EndpointProcess &operator=(const EndpointProcess &) = delete;

    void setEnvironment(const QString &variable, const QString &value);
    /// Its log goes to that file in place of ours. Before start().
    void writeLogTo(const QString &file) { m_logFile = file; }

    /// Until it can be called. `configuration` is without its address and database, which are free ones at first and
    /// the same ever after. Unavailable if it ended instead.
    QCoro::Task<Result<void>> start(QString configuration);
    /// What `peerdeskd credential issue` prints.
    QCoro::Task<Result<Secret>> credential(QStringList words);
    /// Reads its configuration and the files that it names again (SIGHUP).
    void reload() const;
    void stop();

    [[nodiscard]] QString databasePath() const;
    [[nodiscard]] QUrl listening() const { return m_listening; }
    [[nodiscard]] QUrl publicUrl() const { return m_publicUrl; }
    [[nodiscard]] QUrl whois() const { return m_whois; } ///< empty unless it keeps route objects

private:
    [[nodiscard]] std::unique_ptr<Child> child(const QString &name) const;
    [[nodiscard]] QString configurationPath() const;
    Result<void> write(const QString &configuration) const;

    const QString m_name;
    const QString m_program;
    const QString m_folder;
    QString m_logFile;
    QList<std::pair<QString, QString>> m_environment;
    std::unique_ptr<Child> m_process;
    QUrl m_listening;
    QUrl m_publicUrl;
    QUrl m_whois;
};

} // namespace peerdesk::lab
