// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/citytable.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>

namespace peerdesk {
namespace {

/// The columns of GeoNames' main table.
enum Column { Name = 1, AsciiName = 2, AlternateNames = 3, Latitude = 4, Longitude = 5, Country = 8, Population = 14 };

/// Letters and digits in lower case, without accents: "Saint-Denis" and "saint denis" are one.
void appendFolded(QString &key, QStringView text)
{
    constexpr char16_t firstAfterLatin = 0x0250;
    const bool accented =
        std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x80 && c.unicode() < firstAfterLatin; });
    // Other scripts are compared as they are: taking 200,000 names apart would cost more than the fill.
    const QString decomposed = accented ? text.toString().normalized(QString::NormalizationForm_KD) : QString();
    for (const QChar c : accented ? QStringView(decomposed) : text) {
        if (c.isLetterOrNumber())
            key.append(c.toCaseFolded());
    }
}

/// What a place is known by; empty for a name without letters.
void makeKey(QString &key, QStringView country, QStringView name)
{
    key.truncate(0);
    appendFolded(key, country);
    key.append(QLatin1Char(' '));
    const qsizetype countryOnly = key.size();
    appendFolded(key, name);
    if (key.size() == countryOnly)
        key.truncate(0);
}

/// "São Paulo/SP" and "Washington, D.C." are known by what stands first.
QStringView firstPart(const QString &city)
{
    const auto end = std::ranges::find_if(city, [](QChar c) { return QStringView(u"/,(;").contains(c); });
    return QStringView(city).left(end - city.begin());
}

} // namespace

QStringList CityTable::usualFiles()
{
    QStringList files =
        QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, QStringLiteral("peerdesk/cities15000.txt"));
    files += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation,
                                       QStringLiteral("libtimezonemap/ui/cities15000.txt"));
    return files;
}

QString CityTable::findFile(const QStringList &candidates)
{
    const auto found = std::ranges::find_if(candidates, [](const QString &path) { return QFile::exists(path); });
    return found == candidates.end() ? QString() : *found;
}

Result<CityTable> CityTable::read(const QString &path, const QList<City> &wanted)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    CityTable table;
    for (const City &city : wanted) {
        makeKey(table.m_key, city.country, firstPart(city.name));
        if (!table.m_key.isEmpty())
            table.m_places.insert(table.m_key, {});
    }
    const QString text = QString::fromUtf8(file.readAll());
    for (const QStringView line : QStringView(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QList<QStringView> columns = line.split(QLatin1Char('\t'));
        if (columns.size() <= Population)
            continue;
        bool latitude = false;
        bool longitude = false;
        const Place place{columns.at(Latitude).toDouble(&latitude), columns.at(Longitude).toDouble(&longitude),
                          columns.at(Population).toLongLong()};
        if (!latitude || !longitude)
            continue;
        table.add(columns.at(Country), columns.at(Name), place);
        table.add(columns.at(Country), columns.at(AsciiName), place);
        for (const QStringView name : columns.at(AlternateNames).split(QLatin1Char(','), Qt::SkipEmptyParts))
            table.add(columns.at(Country), name, place);
    }
    return table;
}

void CityTable::add(QStringView country, QStringView name, const Place &place)
{
    makeKey(m_key, country, name);
    const auto wanted = m_places.find(m_key);
    if (wanted != m_places.end() && (!*wanted || (*wanted)->population < place.population))
        *wanted = place;
}

std::optional<CityTable::Place> CityTable::find(const City &city) const
{
    QString key;
    makeKey(key, city.country, firstPart(city.name));
    return m_places.value(key);
}

} // namespace peerdesk
