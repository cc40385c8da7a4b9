// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QStringList>

#include <memory>

class QCommandLineParser;

namespace peerdesk {

class CommandDesk;

/// peerdeskctl from its arguments to its exit status: finds the command, reads its options, runs it on the event loop.
/// What a command does is its own file's.
class Cli
{
public:
    explicit Cli(QList<Command> commands);
    ~Cli();

    /// Runs within the application's event loop and ends it.
    int run(const QStringList &arguments);

private:
    [[nodiscard]] const Command *find(const QStringList &words, int *used) const;
    /// Of all commands, or of those that begin with that word.
    [[nodiscard]] QString help(const QString &group) const;
    int dispatch(QStringList words);
    int start(const Command &command, const QStringList &arguments);

    const QList<Command> m_commands;
    std::unique_ptr<QCommandLineParser> m_parser;
    std::unique_ptr<CommandDesk> m_desk;
};

} // namespace peerdesk
