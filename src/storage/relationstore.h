// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/relation.h"

#include <QList>

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// What we think of other networks. Used within Database jobs.
class RelationStore
{
public:
    explicit RelationStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<void> save(const Relation &relation);
    Result<std::optional<Relation>> relation(Asn own, Asn other);
    Result<QList<Relation>> relations(Asn own);

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
