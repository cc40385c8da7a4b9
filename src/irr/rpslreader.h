// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/rpslobject.h"

namespace peerdesk {

/// Reads one object's text line by line, and goes on after a fault so that all of them (the first twenty) are told at
/// once. Made for one text by RpslObject::parse().
class RpslReader
{
public:
    explicit RpslReader(const RpslLimits &limits)
        : m_limits(limits)
    {
    }

    Result<RpslObject> read(QByteArrayView text);

private:
    void readLine(QString line);
    void readAttribute(const QString &line);
    void continueAttribute(const QString &line);
    void fault(const QString &words);
    [[nodiscard]] bool isFull() const;

    const RpslLimits m_limits;
    QList<RpslAttribute> m_attributes;
    QList<FieldError> m_faults;
    int m_line = 0;
    bool m_ended = false;   ///< a blank line came after the object
    bool m_second = false;  ///< and after that something else
    bool m_skipped = false; ///< the attribute that lines would continue was refused
};

} // namespace peerdesk
