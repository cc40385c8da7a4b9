// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk::test {

/// What the desk asks of a network of the lab, written out by hand for the wire: a session of each family between
/// their first ports in a city.
class Wish
{
public:
    Wish(Asn other, const QString &city, Asn own = world::cast::desk)
    {
        using namespace Qt::Literals::StringLiterals;
        static const world::World world = world::makeWorld();
        const int exchange = world.exchangeIn(city);
        const auto portOf = [&](Asn asn) {
            const int network = world.indexOf(asn);
            return *std::find_if(world.ports.begin(), world.ports.end(), [=](const world::Port &port) {
                return port.network == network && port.exchange == exchange;
            });
        };
        const world::Port ours = portOf(own);
        const world::Port theirs = portOf(other);
        const QString location = u"pdb:ix:%1"_s.arg(world.exchanges.at(exchange).id);
        for (const bool six : {false, true}) {
            sessions.append(QJsonObject{
                {"item_id"_L1, (six ? u"six"_s : u"four"_s) + QString::number(other.number())},
                {"local_asn"_L1, static_cast<qint64>(own.number())},
                {"local_ip"_L1, (six ? ours.address6 : ours.address4).toString()},
                {"peer_asn"_L1, static_cast<qint64>(other.number())},
                {"peer_ip"_L1, (six ? theirs.address6 : theirs.address4).toString()},
                {"peer_type"_L1, u"public"_s},
                {"location"_L1, QJsonObject{{"id"_L1, location}, {"type"_L1, u"public"_s}}},
            });
        }
        requestId = u"00000000-%1-4000-8000-0000%2"_s.arg(world.exchanges.at(exchange).id, 4, 10, QLatin1Char('0'))
                        .arg(other.number(), 8, 10, QLatin1Char('0'));
    }

    [[nodiscard]] QByteArray json() const
    {
        using namespace Qt::Literals::StringLiterals;
        return QJsonDocument(QJsonObject{{"request_id"_L1, requestId}, {"sessions"_L1, sessions}}).toJson();
    }

    QString requestId;
    QJsonArray sessions;
};

} // namespace peerdesk::test
