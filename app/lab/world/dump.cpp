// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world/dump.h"

#include "world/row.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

#include <functional>

namespace peerdesk::world {

namespace {

/// One list in PeeringDB's envelope, row by row, so that the real-size world is never held as a JSON tree.
class Listing
{
public:
    explicit Listing(std::function<bool(const Stamp &)> wanted)
        : m_wanted(std::move(wanted))
    {
    }

    void add(const Stamp &stamp, const std::function<QJsonObject()> &makeRow)
    {
        if (!m_wanted(stamp))
            return;
        if (!m_rows.isEmpty())
            m_rows += ",\n";
        m_rows += QJsonDocument(makeRow()).toJson(QJsonDocument::Compact);
    }
    template<class Row> void addAll(const World &world, const QList<Row> &rows)
    {
        for (const Row &each : rows)
            add(each, [&] { return row(world, each); });
    }
    [[nodiscard]] QByteArray inEnvelope(const QByteArray &meta) const
    {
        return "{\"meta\":" + meta + ",\"data\":[\n" + m_rows + "\n]}\n";
    }

private:
    std::function<bool(const Stamp &)> m_wanted;
    QByteArray m_rows;
};

void list(Listing &listing, const World &world, const QByteArray &type)
{
    if (type == "org") {
        listing.addAll(world, world.organisations);
    } else if (type == "net") {
        listing.addAll(world, world.networks);
    } else if (type == "ix") {
        listing.addAll(world, world.exchanges);
    } else if (type == "ixlan") {
        for (const Exchange &exchange : world.exchanges)
            listing.add(exchange, [&] { return lanRow(world, exchange); });
    } else if (type == "ixpfx") {
        for (const Exchange &exchange : world.exchanges) {
            for (const Family family : {Family::IPv4, Family::IPv6})
                listing.add(exchange, [&] { return prefixRow(world, exchange, family); });
        }
    } else if (type == "netixlan") {
        listing.addAll(world, world.ports);
    } else if (type == "fac") {
        listing.addAll(world, world.facilities);
    } else if (type == "ixfac") {
        listing.addAll(world, world.exchangeFacilities);
    } else if (type == "netfac") {
        listing.addAll(world, world.networkFacilities);
    } else if (type == "poc") {
        listing.addAll(world, world.contacts);
    }
}

} // namespace

QByteArray dump(const World &world, const QByteArray &type)
{
    Listing listing([](const Stamp &stamp) { return !stamp.deleted; });
    list(listing, world, type);
    return listing.inEnvelope("{\"generated\":" + QByteArray::number(world.asOf / 1000) + ".0}");
}

QByteArray changesSince(const World &world, const QByteArray &type, qint64 since)
{
    Listing listing([since](const Stamp &stamp) { return stamp.updated > since * 1000; });
    list(listing, world, type);
    return listing.inEnvelope("{}");
}

Result<void> writeDumps(const World &world, const QString &folder)
{
    for (const char *type : objectTypes) {
        QSaveFile file(QDir(folder).filePath(QStringLiteral("%1-0.json").arg(QLatin1StringView(type))));
        if (!file.open(QIODevice::WriteOnly) || file.write(dump(world, type)) < 0 || !file.commit())
            return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
    }
    return {};
}

} // namespace peerdesk::world
