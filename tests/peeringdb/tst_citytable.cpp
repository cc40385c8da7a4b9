// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/citytable.h"

#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

namespace {

/// A line as GeoNames writes it; the columns between are of no interest here.
QByteArray line(const char *name, const char *alternates, double latitude, double longitude, const char *country,
                int population)
{
    return QByteArray("1\t") + name + '\t' + name + '\t' + alternates + '\t' + QByteArray::number(latitude) + '\t'
           + QByteArray::number(longitude) + "\tP\tPPL\t" + country + "\t\t01\t\t\t\t" + QByteArray::number(population)
           + "\t\t0\tEtc/UTC\t2026-01-01\n";
}

} // namespace

class TstCityTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_folder.filePath(QStringLiteral("cities.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(line("Nordhafen", "Port du Nord,North Haven", 50, 8, "XA", 900000));
        file.write(line("Nordhafen", "", 10, 20, "XA", 16000));
        file.write(line("Nordhafen", "", -30, 40, "XB", 5000000));
        file.write(line("S\xc3\xa3o Inventado", "", -23, -46, "XB", 80000));
        file.write("not a line of the table\n");
        file.close();
    }

    void theLargestOfThatNameInTheCountryIsFound()
    {
        QCOMPARE(find("Nordhafen", "XA")->latitude, 50.0);
        QCOMPARE(find("Nordhafen", "XB")->latitude, -30.0);
        QVERIFY(!find("Nordhafen", "XC"));
        QVERIFY(!find("", "XA"));
    }

    void spellingsAccentsAndAdditionsAreForgiven()
    {
        for (const char *spelling :
             {"NORTH HAVEN", "north-haven", "Port du Nord", "Nordhafen/Region", "Nordhafen, XA", "Nordhafen (Harbour)"})
            QVERIFY2(find(spelling, "xa"), spelling);
        QVERIFY(find("Sao Inventado/SP", "XB"));
    }

    void anAbsentTableIsAnErrorWithItsName()
    {
        const auto table = CityTable::read(m_folder.filePath(QStringLiteral("none.txt")), {});
        QVERIFY(!table);
        QVERIFY(table.error().detail.contains(QLatin1String("none.txt")));
        QCOMPARE(CityTable::findFile({m_folder.filePath(QStringLiteral("none.txt"))}), QString());
    }

private:
    std::optional<CityTable::Place> find(const char *city, const char *country)
    {
        const CityTable::City wanted{QString::fromUtf8(city), QString::fromUtf8(country)};
        const auto table = CityTable::read(m_folder.filePath(QStringLiteral("cities.txt")), {wanted});
        return table ? table->find(wanted) : std::nullopt;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TstCityTable)
#include "tst_citytable.moc"
