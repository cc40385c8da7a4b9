// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/asn.h"

#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace peerdesk {

class SettingsFile;

/// The endpoint of one's own network as a child of the desk, for who runs both on one machine: peerdeskd with a
/// configuration of the person's, while the settings say so. It is started again when it dies, ends with the desk, and
/// with it also when the desk is killed. Owned by app/services; GUI thread.
class OwnEndpoint : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off,
        Starting,
        Running,
        Failed,        ///< it ended and is started again after a pause
        Misconfigured, ///< it said that its configuration is wrong; nothing helps but changing that
    };
    Q_ENUM(State)

    /// What a new configuration is made of: what the desk and its endpoint have to share.
    struct Common
    {
        QString database; ///< a path, or an address of PostgreSQL
        QString databaseKey;
        QString mirror;
        QString contact;
        QList<Asn> networks;
    };

    /// `common` is asked when a configuration is written. An empty program: the one beside the desk, or in the path.
    OwnEndpoint(SettingsFile &settings, std::function<Common()> common, QString program = {},
                QObject *parent = nullptr);
    ~OwnEndpoint() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Where others call it; empty unless it runs.
    [[nodiscard]] QUrl publicUrl() const { return m_publicUrl; }
    /// What it said last before it ended.
    [[nodiscard]] QString lastWords() const { return m_lastWords; }

    /// From now on the settings are obeyed.
    void start();
    void stop();
    [[nodiscard]] bool isIdle() const { return m_process.state() == QProcess::NotRunning; }

    /// Writes a configuration that runs as it is, on loopback, for credentials of machines, and has the settings name
    /// it; an empty path takes one beside the desk's mirror. An existing file is named, but left as it is (Conflict).
    /// Storage if it cannot be written.
    Result<void> writeConfiguration(QString path);

Q_SIGNALS:
    void changed();

private:
    void obey();
    void run();
    void readFirstLine();
    void ended(int code, QProcess::ExitStatus status);
    void setState(State state);

    SettingsFile &m_settings;
    const std::function<Common()> m_common;
    const QString m_program;
    QProcess m_process;
    QTimer m_retry;
    QString m_configuration; ///< of the running one
    State m_state = State::Off;
    QUrl m_publicUrl;
    QString m_lastWords;
    int m_failures = 0; ///< in a row
    bool m_obeying = false;
};

} // namespace peerdesk
