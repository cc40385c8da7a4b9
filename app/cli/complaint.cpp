// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/complaint.h"

#include "base/text.h"
#include "cli/clitext.h"
#include "workflow/errortext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk {
namespace {

QString sideOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
        return QStringLiteral("input");
    case ErrorKind::Denied:
    case ErrorKind::NeedsHuman:
    case ErrorKind::Throttled:
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Unavailable:
    case ErrorKind::Protocol:
        return QStringLiteral("there");
    default:
        return QStringLiteral("here");
    }
}

/// As workflow/errortext has it, except where the window would do something by itself or has a button.
QString nextOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Invalid:
        return error.fields.isEmpty() ? QString() : CliText::tr("Correct the input and try again.");
    case ErrorKind::Unauthenticated:
        return CliText::tr("Put a current token into the credentials file.");
    case ErrorKind::Throttled:
    case ErrorKind::Unreachable:
    case ErrorKind::Unavailable:
        return error.retryAfter ? CliText::tr("Try again in %1 s.").arg(error.retryAfter->count())
                                : CliText::tr("Try again later.");
    case ErrorKind::TimedOut:
        return CliText::tr("\"peerdeskctl requests poll\" looks what became of it.");
    default:
        return whatNext(error);
    }
}

QByteArray line(const QStringList &sentences)
{
    QStringList said = sentences;
    said.removeAll(QString());
    return QStringLiteral("peerdeskctl: %1\n").arg(terminalText(said.join(u' '))).toUtf8();
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonArray described(const QList<FieldError> &fields)
{
    QJsonArray all;
    for (const FieldError &field : fields) {
        QJsonObject one{{QStringLiteral("field"), field.field},
                        {QStringLiteral("messages"), QJsonArray::fromStringList(field.messages)}};
        if (!field.itemId.isEmpty())
            one[QStringLiteral("item_id")] = field.itemId;
        all.append(one);
    }
    return all;
}

} // namespace

QByteArray complaint(const Error &error, const QString &subject, OutputFormat format)
{
    QString message = subject.isEmpty() ? error.detail : whatHappened(error, subject);
    const QString next = nextOf(error);
    if (format != OutputFormat::Json) {
        if (!message.endsWith(u'.') && !next.isEmpty())
            message.append(u'.');
        return line(QStringList{message, next});
    }
    QJsonObject object{{QStringLiteral("kind"), toText(error.kind)},
                       {QStringLiteral("message"), message},
                       {QStringLiteral("side"), sideOf(error.kind)}};
    if (!next.isEmpty())
        object[QStringLiteral("next")] = next;
    if (error.retryAfter)
        object[QStringLiteral("retry_after")] = static_cast<qint64>(error.retryAfter->count());
    if (!error.fields.isEmpty())
        object[QStringLiteral("fields")] = described(error.fields);
    return line(object);
}

QByteArray remark(const QString &sentence, OutputFormat format)
{
    if (format != OutputFormat::Json)
        return line(QStringList{sentence});
    return line(QJsonObject{{QStringLiteral("kind"), QStringLiteral("note")}, {QStringLiteral("message"), sentence}});
}

} // namespace peerdesk
