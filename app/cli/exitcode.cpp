// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcode.h"

#include <QCoreApplication>

namespace peerdesk {

ExitCode exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
        return ExitCode::Usage;
    case ErrorKind::NotFound:
        return ExitCode::NotFound;
    case ErrorKind::Conflict:
        return ExitCode::Conflict;
    case ErrorKind::Unauthenticated:
    case ErrorKind::Denied:
        return ExitCode::NotAllowed;
    case ErrorKind::NeedsHuman:
    case ErrorKind::Refused:
        return ExitCode::Refused;
    case ErrorKind::Throttled:
    case ErrorKind::Unreachable:
    case ErrorKind::Unavailable:
        return ExitCode::Unavailable;
    case ErrorKind::TimedOut:
    case ErrorKind::Protocol:
        return ExitCode::Unknown;
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        break;
    }
    return ExitCode::Failed;
}

QString exitCodeHelp()
{
    return QCoreApplication::translate("peerdeskctl", "Exit status:\n"
                                                      "  0  done\n"
                                                      "  1  failed on this machine\n"
                                                      "  2  the command line or the input is wrong\n"
                                                      "  3  no such thing\n"
                                                      "  4  no good credential, or the right is missing\n"
                                                      "  5  not reached, or asked to wait: try again later\n"
                                                      "  6  somebody else was first\n"
                                                      "  7  done in part: some sessions were not accepted or decided\n"
                                                      "  8  sent, and the outcome is not known yet\n"
                                                      "  9  refused, by the other side or by a rule here\n");
}

} // namespace peerdesk
