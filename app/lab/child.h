// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoroTask>
#include <QObject>
#include <QProcess>
#include <QPromise>

#include <chrono>

namespace peerdesk::lab {

/// A program that the lab runs and that must not outlive it: it is ended in order when this object goes, and by the
/// kernel when the lab itself is killed (PR_SET_PDEATHSIG). What it writes to stderr goes to ours with its name
/// before each line. Used on the main thread, which must live as long as the process: the kernel watches the thread
/// that started the child.
class Child : public QObject
{
    Q_OBJECT

public:
    explicit Child(QString name, QObject *parent = nullptr);
    ~Child() override;

    void setEnvironment(const QString &variable, const QString &value);
    /// Its stdout goes to that file and not to line(). Before start().
    void writeOutputTo(const QString &file);
    /// Its stderr goes to that file and not to ours. Before start().
    void writeErrorsTo(const QString &file);
    /// NotFound if the program is not there or cannot be run.
    Result<void> start(const QString &program, const QStringList &arguments);
    /// Writes to its stdin, all there ever is, and closes it.
    void say(const QByteArray &words);
    /// The next line of its stdout. Unavailable if it ended instead, TimedOut if it wrote nothing in time.
    QCoro::Task<Result<QByteArray>> line(std::chrono::milliseconds deadline);
    /// Exit code once it ended by itself, TimedOut otherwise.
    QCoro::Task<Result<int>> finished(std::chrono::milliseconds deadline);
    /// Asks it to end (SIGTERM), insists after `patience` (SIGKILL) and returns when it is gone.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(5));

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    void ended(int exitCode);

private:
    void passOnErrors();
    void stir();

    QString m_name;
    QProcess m_process;
    QPromise<void> m_stirred; ///< finished when it wrote something or ended, or patience did
};

} // namespace peerdesk::lab
