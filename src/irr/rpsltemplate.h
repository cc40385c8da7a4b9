// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/rpslobject.h"

#include <span>

namespace peerdesk {

/// What a class of objects demands of its attributes (RFC 2622, RFC 4012): which there are, which must be there, which
/// may be repeated. The values are looked at by whoever reads the object.
class RpslTemplate
{
public:
    struct Rule
    {
        enum class Presence { Mandatory, Optional, Generated };
        enum class Number { Single, Multiple };

        QStringView name;
        Presence presence;
        Number number;
    };

    /// Null for a class that this registry does not keep.
    [[nodiscard]] static const RpslTemplate *of(QStringView className);

    [[nodiscard]] const Rule *rule(QStringView attribute) const;
    /// Unknown, missing and repeated attributes; Invalid with the faults by line.
    [[nodiscard]] Result<void> check(const RpslObject &object) const;
    /// What the registry adds itself: not taken from anybody.
    [[nodiscard]] bool isGenerated(QStringView attribute) const;
    /// As "-t route" prints it.
    [[nodiscard]] QString toText() const;

    explicit constexpr RpslTemplate(std::span<const Rule> rules)
        : m_rules(rules)
    {
    }

private:
    std::span<const Rule> m_rules; ///< the first names the class
};

} // namespace peerdesk
