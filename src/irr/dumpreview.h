// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/rpslobject.h"
#include "irr/trust.h"

#include <QMap>

#include <functional>

class QIODevice;

namespace peerdesk {

/// What the registry would make of another's objects, read from a dump of RPSL one by one, whatever its size: which
/// routes it would take as they are, which need a key and from whom, and which it would refuse. Nothing is stored.
class DumpReview
{
public:
    struct Counts
    {
        qint64 accepted = 0;
        QMap<QString, qint64> needKey; ///< by the registry that vouches for their addresses
        qint64 locked = 0;             ///< nobody vouches for their addresses, or not for all
        qint64 faulty = 0;
        qint64 others = 0; ///< of classes that are not kept here
    };
    /// The first line of an object and what is wrong with it.
    using Complaint = std::function<void(qint64 line, const Error &error)>;

    DumpReview(const Trust &trust, Complaint complaint)
        : m_trust(trust)
        , m_complaint(std::move(complaint))
    {
    }

    /// To its end. Storage if it cannot be read.
    Result<Counts> read(QIODevice &dump);

private:
    void review(const QByteArray &text, qint64 line);
    void judge(const RpslObject &object, qint64 line);

    const Trust &m_trust;
    const Complaint m_complaint;
    Counts m_counts;
};

} // namespace peerdesk
