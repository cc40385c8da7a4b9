// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/sessions/sessionexport.h"

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

} // namespace

Result<void> exportSessions(const QList<Session> &sessions, const QString &path)
{
    const bool asJson = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error(ErrorKind::Storage, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(asJson ? json(sessions) : csv(sessions));
    if (!file.commit())
        return Error(ErrorKind::Storage, file.errorString());
    return {};
}

} // namespace peerdesk
