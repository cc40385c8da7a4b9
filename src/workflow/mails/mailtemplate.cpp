// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/mails/mailtemplate.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace peerdesk {
namespace {

struct MailWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::MailTemplate)
};

const QRegularExpression &placeholder()
{
    static const QRegularExpression name(QStringLiteral("\\{([a-z_]+)\\}"));
    return name;
}

QString fill(const QString &text, const QMap<QString, QString> &values)
{
    QString filled;
    qsizetype at = 0;
    for (auto it = placeholder().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        filled += text.sliced(at, match.capturedStart() - at) + values.value(match.captured(1));
        at = match.capturedEnd();
    }
    return filled + text.sliced(at);
}

} // namespace

QStringList MailTemplate::names()
{
    return {QStringLiteral("own_asn"),   QStringLiteral("other_asn"),  QStringLiteral("other_name"),
            QStringLiteral("requester"), QStringLiteral("request_id"), QStringLiteral("sessions"),
            QStringLiteral("endpoint"),  QStringLiteral("contact")};
}

Result<MailTemplate> MailTemplate::parse(const QString &text)
{
    const QString whole = QString(text).remove(u'\r');
    const qsizetype end = whole.indexOf(QLatin1String("\n\n"));
    const QString first = whole.left(end);
    if (end < 0 || !first.startsWith(QLatin1String("Subject: ")) || first.contains(u'\n'))
        return Error(ErrorKind::Invalid, QStringLiteral("must begin with \"Subject: \" and an empty line after it"));
    for (auto it = placeholder().globalMatch(whole); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!names().contains(name))
            return Error(ErrorKind::Invalid,
                         QStringLiteral("{%1} is none of {%2}").arg(name, names().join(QStringLiteral("}, {"))));
    }
    return MailTemplate{first.sliced(9).trimmed(), whole.sliced(end + 2)};
}

MailTemplate MailTemplate::ofRequests()
{
    return {
        MailWords::tr("{other_asn} {other_name} asks for BGP sessions with {own_asn}"),
        MailWords::tr("{requester} asks in the name of {other_asn} {other_name} for BGP sessions with {own_asn}:\n\n"
                      "{sessions}\n"
                      "Those that are pending wait for a decision at the desk (Peerdesk, Inbound).\n\n"
                      "Request {request_id} at {endpoint}\n")};
}

MailTemplate MailTemplate::ofDecisions()
{
    return {
        MailWords::tr("{own_asn} has decided on the BGP sessions that {other_asn} asked for"),
        MailWords::tr(
            "What {own_asn} has decided on the BGP sessions that {requester} asked for in the name of {other_asn}:\n\n"
            "{sessions}\n"
            "Request {request_id} at {endpoint}\n"
            "Questions to {contact}\n")};
}

MailTemplate MailTemplate::ofUnestablished()
{
    return {MailWords::tr("{own_asn} has taken back BGP sessions with {other_asn}"),
            MailWords::tr(
                "{requester} asked in the name of {other_asn} for BGP sessions with {own_asn}. They were approved, "
                "and {own_asn} has taken them back:\n\n"
                "{sessions}\n"
                "Request {request_id} at {endpoint}\n"
                "Questions to {contact}\n")};
}

MailTemplate MailTemplate::filled(const QMap<QString, QString> &values) const
{
    return {fill(subject, values), fill(body, values)};
}

} // namespace peerdesk
