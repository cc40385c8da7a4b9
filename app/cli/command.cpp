// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/complaint.h"

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
    // Whether all of it got out is asked once, at the end (Cli::run).
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
}

void Call::note(const QString &sentence) const
{
    std::fputs(remark(sentence, format).constData(), stderr);
}

ExitCode Call::fail(const Error &error, const QString &subject) const
{
    std::fputs(complaint(error, subject, format).constData(), stderr);
    return exitCodeOf(error);
}

ExitCode Call::failHere(const Error &error, const QString &subject) const
{
    const bool ourFault = error.kind == ErrorKind::Storage || error.kind == ErrorKind::Internal;
    const bool speaksForItself = !ourFault && error.fields.isEmpty() && !error.detail.isEmpty();
    return fail(error, speaksForItself ? QString() : subject);
}

ExitCode Call::unknown(const QString &sentence) const
{
    return failHere(Error(ErrorKind::NotFound, sentence));
}

ExitCode Call::misuse(const QString &sentence) const
{
    return failHere(Error(ErrorKind::Invalid, sentence));
}

} // namespace peerdesk
