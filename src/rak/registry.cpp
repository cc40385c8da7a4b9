// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/registry.h"

#include <array>

namespace peerdesk {
namespace {

constexpr std::array registryNames = {"RIPE", "ARIN", "LACNIC", "APNIC", "AFRINIC"};
constexpr int firstTest = static_cast<int>(Registry::RipeTest);

} // namespace

std::optional<Registry> registryOf(int number)
{
    const int region = number >= firstTest ? number - firstTest : number;
    if (region < 0 || region >= static_cast<int>(registryNames.size()))
        return std::nullopt;
    return static_cast<Registry>(number);
}

bool isTest(Registry registry)
{
    return static_cast<int>(registry) >= firstTest;
}

QString toText(Registry registry)
{
    const int number = static_cast<int>(registry);
    const QString name = QString::fromLatin1(registryNames.at(static_cast<size_t>(number % firstTest)));
    return isTest(registry) ? name + QStringLiteral(" test") : name;
}

QString digitsOf(Registry registry)
{
    return QStringLiteral("%1").arg(static_cast<int>(registry), 2, 10, QLatin1Char('0'));
}

} // namespace peerdesk
