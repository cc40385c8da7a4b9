// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/sessionexport.h"

#include "base/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

namespace peerdesk {
namespace {

struct Field
{
    const char *name;
    QString (*text)(const Session &);
};

const std::array fields = {
    Field{"own_asn", [](const Session &s) { return QString::number(s.ownAsn.number()); }},
    Field{"other_asn", [](const Session &s) { return QString::number(s.otherAsn().number()); }},
    Field{"location", [](const Session &s) { return s.proposal.location.toString(); }},
    Field{"family", [](const Session &s) { return toText(s.proposal.family()); }},
    Field{"own_ip", [](const Session &s) { return s.ownAddress().toString(); }},
    Field{"other_ip", [](const Session &s) { return s.otherAddress().toString(); }},
    Field{"secret", [](const Session &s) { return s.proposal.sessionSecret.revealText(); }},
    Field{"configure_by", [](const Session &s) { return toRfc3339(s.configureBy); }},
    Field{"note", [](const Session &s) { return s.note; }},
    Field{"id", [](const Session &s) { return s.id; }},
};

QByteArray csv(const QList<Session> &sessions)
{
    QStringList names;
    for (const Field &field : fields)
        names.append(QString::fromLatin1(field.name));
    QByteArray lines = csvLine(names);
    for (const Session &session : sessions) {
        QStringList cells;
        for (const Field &field : fields)
            cells.append(field.text(session));
        lines += csvLine(cells);
    }
    return lines;
}

QByteArray json(const QList<Session> &sessions)
{
    QJsonArray array;
    for (const Session &session : sessions) {
        QJsonObject object;
        for (const Field &field : fields)
            object.insert(QString::fromLatin1(field.name), field.text(session));
        object.insert(QStringLiteral("own_asn"), qint64(session.ownAsn.number()));
        object.insert(QStringLiteral("other_asn"), qint64(session.otherAsn().number()));
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

/// For reading aloud and for pasting into a ticket; a line break within a note would start a line of its own.
QByteArray plain(const QList<Session> &sessions)
{
    QByteArray text;
    for (const Session &session : sessions) {
        if (!text.isEmpty())
            text += '\n';
        for (const Field &field : fields) {
            const QString value = field.text(session).simplified();
            if (!value.isEmpty())
                text += QStringLiteral("%1: %2\n").arg(QString::fromLatin1(field.name), value).toUtf8();
        }
    }
    return text;
}

} // namespace

std::optional<ExportFormat> exportFormatFromString(const QString &text)
{
    if (text == u"csv")
        return ExportFormat::Csv;
    if (text == u"json")
        return ExportFormat::Json;
    if (text == u"plain")
        return ExportFormat::Plain;
    return {};
}

QByteArray exportSessions(const QList<Session> &sessions, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return csv(sessions);
    case ExportFormat::Json:
        return json(sessions);
    case ExportFormat::Plain:
        break;
    }
    return plain(sessions);
}

Result<void> exportSessions(const QList<Session> &sessions, const QString &path)
{
    const bool json = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error(ErrorKind::Storage, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(exportSessions(sessions, json ? ExportFormat::Json : ExportFormat::Csv));
    if (!file.commit())
        return Error(ErrorKind::Storage, file.errorString());
    return {};
}

} // namespace peerdesk
