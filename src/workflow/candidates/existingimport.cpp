// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/candidates/existingimport.h"

#include "base/csv.h"
#include "peeringdb/mirrorindex.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace peerdesk {
namespace {

QString importText(const char *source)
{
    return QCoreApplication::translate("ExistingImport", source);
}

/// One entry with the names it came with, in lower case, and where it stood.
struct Entry
{
    QString place; ///< "line 3", "entry 3"
    QHash<QString, QString> values;

    [[nodiscard]] QString value(std::initializer_list<const char *> names) const
    {
        for (const char *name : names) {
            const QString value = values.value(QString::fromLatin1(name));
            if (!value.isEmpty())
                return value;
        }
        return {};
    }
};

class Importer
{
public:
    Importer(Asn own, const QString &source, UtcMs now, const MirrorIndex &index)
        : m_own(own)
        , m_source(source)
        , m_now(now)
        , m_index(index)
    {
    }

    void read(const Entry &entry)
    {
        QStringList problems;
        ExistingSession session;
        session.ownAsn = m_own;
        session.source = m_source;
        session.importedAt = m_now;
        session.state = entry.value({"state", "status"});
        const QString asn = entry.value({"asn", "peer_asn", "remote_asn"});
        if (const auto parsed = Asn::parse(asn))
            session.otherAsn = *parsed;
        else
            problems << importText(QT_TRANSLATE_NOOP("ExistingImport", "\"%1\" is no AS number")).arg(asn);
        session.ownAddress = address(entry.value({"own_ip", "local_ip", "local_address"}), problems);
        session.otherAddress = address(
            entry.value({"other_ip", "peer_ip", "remote_ip", "neighbor", "neighbour", "peer_address"}), problems);
        if (session.ownAddress.isValid() && session.otherAddress.isValid()
            && session.ownAddress.family() != session.otherAddress.family())
            problems << importText(QT_TRANSLATE_NOOP("ExistingImport", "one address is IPv4, the other IPv6"));
        session.location = location(entry.value({"location", "ix_id", "ix", "exchange"}), session, problems);
        if (problems.isEmpty())
            m_sessions.append(session);
        else
            m_problems.append({entry.place, problems, {}});
    }

    void refuse(const QString &place, const QString &problem) { m_problems.append({place, {problem}, {}}); }

    [[nodiscard]] Result<QList<ExistingSession>> result() const
    {
        if (m_problems.isEmpty())
            return m_sessions;
        return Error(ErrorKind::Invalid,
                     importText(QT_TRANSLATE_NOOP("ExistingImport", "Nothing was imported from %1")).arg(m_source),
                     m_problems);
    }

private:
    static IpAddress address(const QString &value, QStringList &problems)
    {
        const auto parsed = IpAddress::parse(value);
        if (!parsed)
            problems << importText(QT_TRANSLATE_NOOP("ExistingImport", "\"%1\" is no IP address")).arg(value);
        return parsed.value_or(IpAddress());
    }

    Location location(const QString &value, const ExistingSession &session, QStringList &problems) const
    {
        bool isNumber = false;
        const uint number = value.toUInt(&isNumber);
        if (isNumber && number > 0)
            return Location::exchange(number);
        if (const auto parsed = Location::parse(value))
            return *parsed;
        if (!value.isEmpty()) {
            problems << importText(QT_TRANSLATE_NOOP("ExistingImport", "\"%1\" is no location such as pdb:ix:42"))
                            .arg(value);
            return {};
        }
        for (const Port &port : m_index.portsOf(m_own)) {
            if (session.ownAddress.isValid() && port.address(session.ownAddress.family()) == session.ownAddress)
                return Location::exchange(port.exchangeId);
        }
        problems << importText(
            QT_TRANSLATE_NOOP("ExistingImport", "no location is given, and the directory does not know our address"));
        return {};
    }

    const Asn m_own;
    const QString m_source;
    const UtcMs m_now;
    const MirrorIndex &m_index;
    QList<ExistingSession> m_sessions;
    QList<FieldError> m_problems;
};

QString asText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString().trimmed();
}

void importJson(const QByteArray &json, Importer &importer)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (document.isNull()) {
        importer.refuse(importText(QT_TRANSLATE_NOOP("ExistingImport", "byte %1")).arg(problem.offset),
                        problem.errorString());
        return;
    }
    const QJsonArray list =
        document.isArray() ? document.array() : document.object().value(QLatin1String("sessions")).toArray();
    int number = 0;
    for (const QJsonValue &element : list) {
        Entry entry;
        entry.place = importText(QT_TRANSLATE_NOOP("ExistingImport", "entry %1")).arg(++number);
        const QJsonObject object = element.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            entry.values.insert(it.key().toLower(), asText(it.value()));
        importer.read(entry);
    }
}

void importCsv(const QByteArray &csv, Importer &importer)
{
    QList<int> numbers;
    QList<QStringList> lines = readCsv(QString::fromUtf8(csv), &numbers);
    if (lines.isEmpty()) {
        importer.refuse({}, importText(QT_TRANSLATE_NOOP("ExistingImport", "the file is empty")));
        return;
    }
    QStringList names;
    for (const QString &name : lines.takeFirst())
        names.append(name.toLower().replace(QLatin1Char(' '), QLatin1Char('_')));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        Entry entry;
        entry.place = importText(QT_TRANSLATE_NOOP("ExistingImport", "line %1")).arg(numbers.at(i + 1));
        if (lines.at(i).size() > names.size()) {
            importer.refuse(entry.place,
                            importText(QT_TRANSLATE_NOOP("ExistingImport", "more cells than the first line names")));
            continue;
        }
        for (qsizetype cell = 0; cell < lines.at(i).size(); ++cell)
            entry.values.insert(names.at(cell), lines.at(i).at(cell));
        importer.read(entry);
    }
}

} // namespace

Result<QList<ExistingSession>> readExistingSessions(const QByteArray &text, Asn own, const QString &source, UtcMs now,
                                                    const MirrorIndex &index)
{
    Importer importer(own, source, now, index);
    const QByteArray start = text.trimmed().left(1);
    if (start == "[" || start == "{")
        importJson(text, importer);
    else
        importCsv(text, importer);
    return importer.result();
}

} // namespace peerdesk
