// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "workflow/errortext.h"

#include <QCommandLineParser>

#include <cstdio>

namespace peerdesk {

QStringList Call::arguments() const
{
    return options.positionalArguments();
}

QString Call::option(const char *name) const
{
    return options.value(QString::fromLatin1(name));
}

bool Call::isSet(const char *name) const
{
    return options.isSet(QString::fromLatin1(name));
}

void Call::print(const Listing &listing) const
{
    print(listing.print(format));
}

void Call::print(const QByteArray &bytes) const
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void Call::note(const QString &sentence) const
{
    std::fprintf(stderr, "peerdeskctl: %s\n", qPrintable(forTerminal(sentence)));
}

ExitCode Call::fail(const Error &error, const QString &subject) const
{
    note(errorSentence(error, subject));
    return exitCodeOf(error);
}

ExitCode Call::misuse(const QString &sentence) const
{
    note(sentence);
    return ExitCode::Usage;
}

} // namespace peerdesk
