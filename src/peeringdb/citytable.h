// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace peerdesk {

/// Where cities lie, for exchanges whose facilities have no coordinates. The table is GeoNames'
/// cities15000.txt (CC BY 4.0, credited in the desk's About page), found on the machine, never shipped.
/// Immutable once read.
class CityTable
{
public:
    struct Place
    {
        double latitude = 0;
        double longitude = 0;
        qint64 population = 0;
    };

    struct City
    {
        QString name;
        QString country; ///< ISO 3166-1 alpha-2
    };

    /// Where Debian's libtimezonemap-data puts it, and in XDG data folders as "peerdesk/cities15000.txt".
    [[nodiscard]] static QStringList usualFiles();
    /// The first of `candidates` that exists; empty if none does.
    [[nodiscard]] static QString findFile(const QStringList &candidates = usualFiles());
    /// Looks the cities up in tab-separated lines as GeoNames' readme describes them; lines that are not are
    /// passed over. What is not asked for here is not kept: the table has 200,000 spellings.
    [[nodiscard]] static Result<CityTable> read(const QString &path, const QList<City> &wanted);

    /// The city in any of the table's spellings, without regard to case and accents, and up to a "/", "," or
    /// "(". The largest of that name in the country.
    [[nodiscard]] std::optional<Place> find(const City &city) const;

private:
    void add(QStringView country, QStringView name, const Place &place);

    QHash<QString, std::optional<Place>> m_places; ///< by "cc name", folded
    QString m_key;                                 ///< kept, so that reading makes no string per spelling
};

} // namespace peerdesk
