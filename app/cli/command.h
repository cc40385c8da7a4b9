// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/clitext.h"
#include "cli/exitcode.h"
#include "cli/listing.h"

#include <QCommandLineOption>
#include <QCoroTask>
#include <QString>

#include <functional>

class QCommandLineParser;

namespace peerdesk {

class CommandDesk;

/// One run of a command: what it was asked, and where it says what it found. Everything it points to lives until the
/// program ends, so coroutines may keep it.
class Call
{
public:
    Call(CommandDesk &desk_, const QCommandLineParser &options_, OutputFormat format_)
        : desk(desk_)
        , options(options_)
        , format(format_)
    {
    }

    [[nodiscard]] QStringList arguments() const;
    [[nodiscard]] QString option(const char *name) const;
    [[nodiscard]] bool isSet(const char *name) const;

    void print(const Listing &listing) const;
    void print(const QByteArray &bytes) const;
    /// A remark beside the result, on stderr.
    void note(const QString &sentence) const;
    /// Says what went wrong, on stderr, and gives the code to end with. `subject` is whose fault it may be, as in
    /// workflow/errortext.
    [[nodiscard]] ExitCode fail(const Error &error, const QString &subject) const;
    /// The same for what this machine alone has to do with: what is wrong with the input, or not known here, is said
    /// as plainly as the error says it; `subject` is for failures of the disk.
    [[nodiscard]] ExitCode failHere(const Error &error, const QString &subject = CliText::tr("The desk")) const;
    [[nodiscard]] ExitCode unknown(const QString &sentence) const;
    [[nodiscard]] ExitCode misuse(const QString &sentence) const;

    CommandDesk &desk;
    const QCommandLineParser &options;
    OutputFormat format;
};

/// A word or two after "peerdeskctl", and what they do.
struct Command
{
    QString name;      ///< "inbound approve"
    QString arguments; ///< "SESSION..."
    QString summary;
    QList<QCommandLineOption> options;
    std::function<QCoro::Task<ExitCode>(Call)> run;
};

} // namespace peerdesk
