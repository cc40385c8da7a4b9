// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/asn.h"

#include <QStringView>

#include <optional>

/// The names that objects go by (RFC 2622 sections 2 and 5).
namespace peerdesk {

enum class SetClass { AsSet, RouteSet };

/// "as-set", "route-set".
[[nodiscard]] QString toText(SetClass setClass);

/// "AS64500" alone, in any case: a bare number is none in RPSL.
[[nodiscard]] std::optional<Asn> asnOfRpsl(QStringView text);
/// AS-FOO, or parts between colons of which one is that and the others are that or AS numbers: AS64500:AS-FOO.
[[nodiscard]] bool isSetName(QStringView text, SetClass setClass);
/// The class whose name it is.
[[nodiscard]] std::optional<SetClass> setClassOf(QStringView name);
/// Of a maintainer or a source: a letter, then letters, digits, '-' and '_'.
[[nodiscard]] bool isObjectName(QStringView text);

} // namespace peerdesk
