// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/errortext.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

QString errorWords(const char *source)
{
    return QCoreApplication::translate("ErrorText", source);
}

/// What happened and whose side it is on.
QString openingWords(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 did not accept the input."));
    case ErrorKind::NotFound:
        return errorWords(
            QT_TRANSLATE_NOOP("ErrorText", "%1 does not know this, or does not show it to this network."));
    case ErrorKind::Conflict:
        return errorWords(
            QT_TRANSLATE_NOOP("ErrorText", "%1 reports a conflict: it exists already or was changed meanwhile."));
    case ErrorKind::Unauthenticated:
        return errorWords(
            QT_TRANSLATE_NOOP("ErrorText", "%1 does not accept the sign-in: it is missing, expired or refused."));
    case ErrorKind::Denied:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 knows who asks, but does not permit it."));
    case ErrorKind::NeedsHuman:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 asks to be contacted by a person."));
    case ErrorKind::Throttled:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 asks for fewer requests."));
    case ErrorKind::Unreachable:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be reached; nothing was sent."));
    case ErrorKind::TimedOut:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 did not answer in time; whether it acted is not known."));
    case ErrorKind::Unavailable:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 cannot serve at the moment."));
    case ErrorKind::Protocol:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 gave an answer that cannot be understood."));
    case ErrorKind::Storage:
        if (error.retryAfter) // a server that is away for a while, not our disk
            return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be used at the moment."));
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 could not be read or written on this machine."));
    case ErrorKind::Refused:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1: Peerdesk itself refused this."));
    case ErrorKind::Cancelled:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1: the work was cancelled."));
    case ErrorKind::Internal:
        break;
    }
    return errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1: a fault of Peerdesk itself."));
}

/// What happened, in `opening`, and its particulars.
QString withParticulars(const QString &opening, const Error &error)
{
    QStringList sentences = {opening};
    QString particulars = error.detail.trimmed();
    if (!particulars.isEmpty() && !particulars.endsWith(QLatin1Char('.')))
        particulars.append(QLatin1Char('.'));
    sentences << particulars << fieldSentences(error.fields);
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString whatNext(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
        if (error.fields.isEmpty())
            break;
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Correct the marked fields and try again."));
    case ErrorKind::Conflict:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Look at the present state before trying again."));
    case ErrorKind::Unauthenticated:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Sign in again."));
    case ErrorKind::Denied:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Ask its contact, or sign in as someone who may."));
    case ErrorKind::NeedsHuman:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Write to its contact."));
    case ErrorKind::Throttled:
    case ErrorKind::Unreachable:
    case ErrorKind::Unavailable:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "It will be tried again."));
    case ErrorKind::TimedOut:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Its state is looked up before anything is sent again."));
    case ErrorKind::Protocol:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Tell its contact."));
    case ErrorKind::Storage:
        if (error.retryAfter)
            return errorWords(QT_TRANSLATE_NOOP("ErrorText", "It will be tried again."));
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Check the free space and the rights of the file."));
    case ErrorKind::Internal:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Restart Peerdesk and report what happened."));
    case ErrorKind::NotFound:
    case ErrorKind::Refused:
    case ErrorKind::Cancelled:
        break;
    }
    return {};
}

QString whatHappened(const Error &error, const QString &subject)
{
    return withParticulars(openingWords(error).arg(subject), error);
}

QString inputSentence(const Error &error, const QString &name)
{
    if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::NotFound)
        return errorSentence(error, name);
    return withParticulars(errorWords(QT_TRANSLATE_NOOP("ErrorText", "%1 cannot be read.")).arg(name), error);
}

QString errorSentence(const Error &error, const QString &subject)
{
    QStringList sentences = {whatHappened(error, subject), whatNext(error)};
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString wayForward(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthenticated:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Sign In Again"));
    case ErrorKind::Throttled:
        if (error.retryAfter)
            return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Retry in %1 s")).arg(error.retryAfter->count());
        [[fallthrough]];
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Unavailable:
    case ErrorKind::Storage:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Retry"));
    default:
        return {};
    }
}

QString findingSentence(const Finding &finding)
{
    using Rule = Finding::Rule;
    switch (finding.rule) {
    case Rule::AsnUnusable:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "This AS number is reserved; no session can be with it."));
    case Rule::SameAsn:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Both ends are the same network."));
    case Rule::AddressMissing:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "An address is missing or is none."));
    case Rule::AddressUnusable:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "No session can end at this address."));
    case Rule::FamiliesDiffer:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "One address is IPv4, the other IPv6."));
    case Rule::SameAddress:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Both ends have the same address."));
    case Rule::LocationMissing:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "The exchange is missing or is none."));
    case Rule::LocationUnknown:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "The mirror does not know this exchange."));
    case Rule::OutsideLan:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "The address is in no peering LAN of this exchange."));
    case Rule::DifferentLans:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "The addresses are on different LANs of this exchange."));
    case Rule::NetworkOrBroadcast:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "This is the network or broadcast address of the LAN."));
    case Rule::RegisteredToAnother:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "PeeringDB registers this address to another network."));
    case Rule::Unregistered:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "PeeringDB does not register this address at this exchange."));
    case Rule::DuplicateInBatch:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "The same session stands in this batch twice."));
    case Rule::DuplicateOpen:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "An open request already asks for this session."));
    case Rule::DuplicateExisting:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "This session exists already."));
    case Rule::SecretTooLong:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "The session secret is longer than routers take (80 bytes)."));
    case Rule::SecretCharacters:
        return errorWords(
            QT_TRANSLATE_NOOP("ErrorText", "The session secret may hold printable ASCII without blanks only."));
    case Rule::RolesDisagree:
        return errorWords(
            QT_TRANSLATE_NOOP("ErrorText", "The BGP roles of the two ends do not go together (RFC 9234)."));
    case Rule::BothMonitor:
        return errorWords(QT_TRANSLATE_NOOP("ErrorText", "Both ends are said to monitor only."));
    case Rule::AsnHidden:
        return errorWords(
            QT_TRANSLATE_NOOP("ErrorText", "Only a route server may leave its AS number out of the path."));
    }
    return finding.message;
}

QString fieldSentences(const QList<FieldError> &fields)
{
    QStringList parts;
    for (const FieldError &field : fields) {
        const QString messages = field.messages.join(QStringLiteral(", "));
        parts.append(field.field.isEmpty() ? messages : QStringLiteral("%1: %2").arg(field.field, messages));
    }
    return parts.isEmpty() ? QString() : parts.join(QStringLiteral("; ")) + QLatin1Char('.');
}

} // namespace peerdesk
