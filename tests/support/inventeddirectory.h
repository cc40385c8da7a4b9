// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace peerdesk::test {

/// A handful of rows as PeeringDB would dump them, for tests that need a directory of their own. Every method
/// fills in what the reader needs; `more` adds or overrides fields.
class InventedDirectory
{
public:
    InventedDirectory()
    {
        for (const char *type : {"org", "fac", "net", "ix", "ixlan", "ixpfx", "netixlan", "ixfac", "netfac"})
            m_rows.insert(QString::fromLatin1(type), {});
    }

    void row(const QString &type, QJsonObject fields, const QJsonObject &more = {})
    {
        if (!fields.contains(QLatin1String("updated")))
            fields.insert(QStringLiteral("updated"), QStringLiteral("2026-11-01T00:00:00Z"));
        if (!fields.contains(QLatin1String("status")))
            fields.insert(QStringLiteral("status"), QStringLiteral("ok"));
        for (auto it = more.begin(); it != more.end(); ++it)
            fields.insert(it.key(), it.value());
        m_rows[type].append(fields);
    }
    /// The network's id is its ASN.
    void network(int asn, const QString &name, const QJsonObject &more = {})
    {
        row(QStringLiteral("net"),
            {{QStringLiteral("id"), asn}, {QStringLiteral("asn"), asn}, {QStringLiteral("name"), name}}, more);
    }
    void exchange(int id, const QString &name, const QStringList &prefixes, const QJsonObject &more = {})
    {
        row(QStringLiteral("ix"), {{QStringLiteral("id"), id}, {QStringLiteral("name"), name}}, more);
        row(QStringLiteral("ixlan"), {{QStringLiteral("id"), id}, {QStringLiteral("ix_id"), id}});
        for (const QString &prefix : prefixes)
            row(QStringLiteral("ixpfx"), {{QStringLiteral("id"), ++m_lastPrefix},
                                          {QStringLiteral("ixlan_id"), id},
                                          {QStringLiteral("prefix"), prefix}});
    }
    /// Empty addresses are null, as in PeeringDB.
    void port(int id, int asn, int exchange, const QString &address4, const QString &address6,
              const QJsonObject &more = {})
    {
        const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
        row(QStringLiteral("netixlan"),
            {{QStringLiteral("id"), id},
             {QStringLiteral("net_id"), asn},
             {QStringLiteral("asn"), asn},
             {QStringLiteral("ix_id"), exchange},
             {QStringLiteral("ixlan_id"), exchange},
             {QStringLiteral("ipaddr4"), orNull(address4)},
             {QStringLiteral("ipaddr6"), orNull(address6)},
             {QStringLiteral("speed"), 10000},
             {QStringLiteral("operational"), true}},
            more);
    }
    void facility(int id, const QString &name, const QJsonObject &more = {})
    {
        row(QStringLiteral("fac"), {{QStringLiteral("id"), id}, {QStringLiteral("name"), name}}, more);
    }

    [[nodiscard]] QStringList types() const { return m_rows.keys(); }
    [[nodiscard]] QByteArray dump(const QString &type) const
    {
        const QJsonObject document{{QStringLiteral("meta"), QJsonObject()},
                                   {QStringLiteral("data"), m_rows.value(type)}};
        return QJsonDocument(document).toJson(QJsonDocument::Compact);
    }
    /// Writes "<type>-0.json" for every type into a folder, which is made.
    [[nodiscard]] bool write(const QString &folder) const
    {
        bool good = QDir().mkpath(folder);
        for (const QString &type : types()) {
            QFile file(QStringLiteral("%1/%2-0.json").arg(folder, type));
            good = good && file.open(QIODevice::WriteOnly) && file.write(dump(type)) > 0;
        }
        return good;
    }

private:
    QMap<QString, QJsonArray> m_rows;
    int m_lastPrefix = 0;
};

} // namespace peerdesk::test
