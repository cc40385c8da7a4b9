// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signincommands.h"

#include "auth/endpointsessions.h"
#include "cli/clitext.h"
#include "cli/desk.h"
#include "peeringapi/baseurl.h"

#include <QProcess>

namespace peerdesk {
namespace {

Result<QUrl> endpointNamed(const Call &call)
{
    if (call.arguments().size() != 1)
        return Error(ErrorKind::Invalid, CliText::tr("the address of one endpoint is needed"));
    return endpointBaseUrl(call.arguments().first());
}

/// The address is printed as well: the browser may be on another screen, and xdg-open may know none.
void showInBrowser(const Call &call, const QUrl &address)
{
    call.note(CliText::tr("Open this address in a browser on this machine:"));
    call.note(address.toString(QUrl::FullyEncoded));
    if (!call.isSet("no-browser"))
        QProcess::startDetached(QStringLiteral("xdg-open"), {address.toString(QUrl::FullyEncoded)});
}

QCoro::Task<ExitCode> signIn(Call call)
{
    const auto endpoint = endpointNamed(call);
    if (!endpoint)
        co_return call.misuse(endpoint.error().detail);
    const CodeFlow::Browser browser = [call](const QUrl &address) { showInBrowser(call, address); };
    auto signingIn = call.desk.endpointSessions().signIn(*endpoint, browser);
    const auto identity = co_await signingIn;
    if (!identity)
        co_return call.fail(identity.error(), endpoint->host());
    call.note(CliText::tr("Signed in at %1 as %2").arg(endpoint->host(), identity->toString()));
    co_return ExitCode::Done;
}

QCoro::Task<ExitCode> signOut(Call call)
{
    const auto endpoint = endpointNamed(call);
    if (!endpoint)
        co_return call.misuse(endpoint.error().detail);
    auto signingOut = call.desk.endpointSessions().signOut(*endpoint);
    const auto ended = co_await signingOut;
    co_return ended ? ExitCode::Done : call.fail(ended.error(), endpoint->host());
}

} // namespace

QList<Command> signInCommands()
{
    const QCommandLineOption noBrowser(QStringLiteral("no-browser"), CliText::tr("Only print the address to open."));
    return {
        {QStringLiteral("sign-in"),
         QStringLiteral("URL"),
         CliText::tr("Sign in at an endpoint, in the browser"),
         {noBrowser},
         signIn},
        {QStringLiteral("sign-out"), QStringLiteral("URL"), CliText::tr("Sign out at an endpoint"), {}, signOut},
    };
}

} // namespace peerdesk
