// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseaddress.h"
#include "support/requiretool.h"

#include <QTemporaryDir>

namespace peerdesk::test {

class PostgreSqlKit;

/// Where a test keeps its database. Each program registered with peerdesk_database_test() runs twice: on SQLite, where
/// this is a file of that name in `folder`, and on a PostgreSQL server of its own (PEERDESK_TEST_DATABASE=postgresql),
/// where it is a new database whose key lies in `folder`.
DatabaseAddress newDatabase(const QTemporaryDir &folder, const QString &name = QStringLiteral("desk.sqlite"));
/// The same without any table.
DatabaseAddress newEmptyDatabase(const QTemporaryDir &folder);

/// The server that newDatabase() makes its databases at.
PostgreSqlKit &postgreSql();

[[nodiscard]] bool onPostgreSql();
/// What keeps the tests from running; empty for nothing. Starts the server.
QString whyNoDatabase();

/// For initTestCase().
#define REQUIRE_DATABASE() REQUIRE_TOOL(peerdesk::test::whyNoDatabase().isEmpty(), peerdesk::test::whyNoDatabase())

} // namespace peerdesk::test
