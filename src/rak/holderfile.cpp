// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/holderfile.h"

#include "peering/asn.h"
#include "rak/addressspace.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace peerdesk {
namespace {

constexpr qsizetype faultsNamed = 100;

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Reads entry after entry and keeps what is wrong with them.
class EntryReader
{
public:
    StoredHolder read(const QJsonObject &entry, qsizetype line)
    {
        m_path = QStringLiteral("holders[%1]").arg(line);
        StoredHolder holder;
        holder.id = textIn(entry, "id");
        holder.name = textIn(entry, "name");
        holder.email = textIn(entry, "email");
        if (holder.id.isEmpty())
            fault("id", QStringLiteral("is missing"));
        else if (m_ids.contains(holder.id))
            fault("id", QStringLiteral("stands in the file twice: %1").arg(holder.id));
        m_ids.insert(holder.id);
        readIdentities(entry, holder);
        readAsns(entry, holder);
        readResources(entry, holder);
        holder.digest = sha256(QJsonDocument(entry).toJson(QJsonDocument::Compact));
        return holder;
    }

    [[nodiscard]] const QList<FieldError> &faults() const { return m_faults; }

private:
    void fault(const char *key, const QString &why)
    {
        if (m_faults.size() < faultsNamed)
            m_faults.append({m_path + u'.' + QLatin1String(key), {why}, {}});
    }

    /// Whoever misspells a type would take a holder's keys away, had it been read as nothing.
    QString textIn(const QJsonObject &entry, const char *key)
    {
        const QJsonValue value = entry.value(QLatin1String(key));
        if (!value.isUndefined() && !value.isString())
            fault(key, QStringLiteral("is a text"));
        return value.toString();
    }

    QJsonArray listIn(const QJsonObject &entry, const char *key)
    {
        const QJsonValue value = entry.value(QLatin1String(key));
        if (!value.isUndefined() && !value.isArray())
            fault(key, QStringLiteral("is a list"));
        return value.toArray();
    }

    void readIdentities(const QJsonObject &entry, StoredHolder &holder)
    {
        const QJsonArray identities = listIn(entry, "identities");
        for (const QJsonValue &value : identities) {
            const HolderIdentity identity{value.toObject().value(QLatin1String("issuer")).toString(),
                                          value.toObject().value(QLatin1String("subject")).toString()};
            if (identity.issuer.isEmpty() || identity.subject.isEmpty())
                fault("identities", QStringLiteral("need an issuer and a subject each"));
            else
                holder.identities.append(identity);
        }
    }

    void readAsns(const QJsonObject &entry, StoredHolder &holder)
    {
        const QJsonArray asns = listIn(entry, "asns");
        for (const QJsonValue &value : asns) {
            const auto asn = Asn::parse(QString::number(value.toInteger()));
            if (asn)
                holder.identities.append({QString(), asn->toString()});
            else
                fault("asns", QStringLiteral("are numbers from 1 to 4294967295"));
        }
    }

    void readResources(const QJsonObject &entry, StoredHolder &holder)
    {
        QList<AddressRange> ranges;
        if (!entry.contains(QLatin1String("resources")))
            fault("resources", QStringLiteral("is missing; [] is none"));
        const QJsonArray resources = listIn(entry, "resources");
        for (const QJsonValue &value : resources) {
            const auto range = AddressRange::parse(value.toString());
            if (range)
                ranges.append(*range);
            else
                fault("resources", QStringLiteral("%1: %2").arg(value.toString(), range.error().detail));
        }
        const AddressSpace space(ranges);
        for (const AddressRange &range : space.ranges())
            holder.resources.append(range.toString());
    }

    QString m_path;
    QSet<QString> m_ids;
    QList<FieldError> m_faults;
};

} // namespace

Result<HolderFile> HolderFile::parse(const QByteArray &json)
{
    const QJsonValue list = QJsonDocument::fromJson(json).object().value(QLatin1String("holders"));
    if (!list.isArray())
        return Error(ErrorKind::Invalid,
                     QStringLiteral("the file of holders is no JSON object with a list \"holders\""));
    HolderFile file;
    file.hash = sha256(json);
    EntryReader reader;
    const QJsonArray entries = list.toArray();
    for (qsizetype line = 0; line < entries.size(); ++line)
        file.holders.append(reader.read(entries.at(line).toObject(), line)); // what is no object has no id
    if (!reader.faults().isEmpty())
        return Error(ErrorKind::Invalid, QStringLiteral("the file of holders has faults"), reader.faults());
    return file;
}

} // namespace peerdesk
