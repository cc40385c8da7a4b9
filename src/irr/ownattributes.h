// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "irr/irrwords.h"
#include "irr/rpsltemplate.h"

namespace peerdesk {

/// The faults of one object's values, by line.
class RpslFaults
{
public:
    void add(const RpslAttribute &where, const QString &words)
    {
        m_faults.append(
            {.field = where.line > 0 ? lineName(where.line) : where.name, .messages = {words}, .itemId = {}});
    }
    [[nodiscard]] bool isEmpty() const { return m_faults.isEmpty(); }
    [[nodiscard]] Error error() const
    {
        return Error(ErrorKind::Invalid, IrrWords::tr("The object holds values that are none"), m_faults);
    }

private:
    QList<FieldError> m_faults;
};

/// What objects of every class have and the registry minds itself: who maintains them, where they belong, and what it
/// adds when it shows them.
struct OwnAttributes
{
    QString maintainer; ///< in upper case
    QString text;       ///< the object without what is added

    /// Invalid with the faults by line: the object does not follow `rules`, or belongs to another source.
    static Result<OwnAttributes> read(const RpslObject &object, const RpslTemplate &rules, const QString &source);
    /// The lines that end an object: a remark (unless empty), when it was made and changed, and where it belongs.
    [[nodiscard]] static QString added(const QString &remark, UtcMs createdAt, UtcMs updatedAt, const QString &source);
};

} // namespace peerdesk
