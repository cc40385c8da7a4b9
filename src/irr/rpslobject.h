// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

namespace peerdesk {

/// One attribute of an RPSL object as it was written: "members: AS1, # ours" and the lines that continue it.
struct RpslAttribute
{
    QString name;      ///< in lower case
    QStringList lines; ///< at least one; without blanks around them, comments kept
    int line = 0;      ///< where it begins in the text that was read, from 1; 0 for one that was not read

    /// The lines as one, without comments (RFC 2622 section 2).
    [[nodiscard]] QString value() const;
    /// The value's parts between commas, without empty ones.
    [[nodiscard]] QStringList list() const;

    bool operator==(const RpslAttribute &other) const { return name == other.name && lines == other.lines; }
};

/// What one object may take. An as-set of the largest networks has some ten thousand members.
struct RpslLimits
{
    qsizetype bytes = 512 * 1024;
    qsizetype lineCharacters = 4096;
    qsizetype attributes = 4096;
};

/// An object of the Routing Policy Specification Language (RFC 2622 section 2) as text: attributes in their order,
/// whatever their names. What a class demands of its attributes is RpslTemplate's, what they mean is RouteObject's and
/// SetObject's. A plain value, any thread.
class RpslObject
{
public:
    /// Exactly one object, in UTF-8, with comment and blank lines around it. Control characters and marks that turn the
    /// direction of writing are refused: objects are read at terminals. Invalid with the faults by "line 7".
    static Result<RpslObject> parse(QByteArrayView text, const RpslLimits &limits = {});

    RpslObject() = default;
    explicit RpslObject(QList<RpslAttribute> attributes)
        : m_attributes(std::move(attributes))
    {
    }

    [[nodiscard]] const QList<RpslAttribute> &attributes() const { return m_attributes; }
    /// The name and the value of its first attribute; empty for an object without any.
    [[nodiscard]] QString className() const;
    [[nodiscard]] QString key() const;
    /// The first of that name; null if there is none.
    [[nodiscard]] const RpslAttribute *find(QStringView name) const;
    /// Its value; empty if there is none.
    [[nodiscard]] QString value(QStringView name) const;
    void append(const QString &name, const QString &value);
    template<class Predicate> void removeIf(Predicate unwanted) { m_attributes.removeIf(unwanted); }

    /// Each attribute's value begins in column 17, as registries print them; ends with a line break.
    [[nodiscard]] QString toText() const;

private:
    QList<RpslAttribute> m_attributes;
};

/// "line 7" as the faults of an object's text name it; empty for an attribute that was not read from one.
[[nodiscard]] QString lineName(int line);

} // namespace peerdesk
