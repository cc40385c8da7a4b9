// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "lab/child.h"
#include "lab/lab.h"

#include <QCoroTask>
#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace peerdesk::lab {

/// The program around the lab: its options, the lines on stdout, and the desktop that `--run` opens in it. Lives in
/// main().
class LabProgram : public QObject
{
    Q_OBJECT

public:
    explicit LabProgram(QObject *parent = nullptr);

    /// False, after saying why on stderr, if the command line makes no sense.
    [[nodiscard]] bool readArguments(const QStringList &arguments);
    void start();

private:
    QCoro::Task<void> run();
    void openDesktop();

    const SystemClock m_clock;
    QTemporaryDir m_temporary;
    Lab::Settings m_settings;
    QString m_desktop; ///< the program of --run; empty for none
    std::unique_ptr<Lab> m_lab;
    std::unique_ptr<Child> m_desktopProcess; ///< ends before the lab it looks at
    QCoro::Task<void> m_running;
};

} // namespace peerdesk::lab
