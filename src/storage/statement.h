// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/asn.h"
#include "peering/ipaddress.h"
#include "peering/location.h"

#include <QList>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

#include <concepts>
#include <optional>

class QSqlDatabase;
class QSqlDriver;

namespace peerdesk {

class PreparedStatements;

/// One statement, for the stores only: values are bound in the order of the question marks and read in the order of the
/// columns, as the domain's types. Used on the thread of its connection. SQLite prepares it, and its connection keeps it
/// for the next who wants the same; Qt's driver for PostgreSQL would prepare, execute and forget it in three round trips,
/// during which everybody else's writing waits, so there it goes in one, with the values quoted by the driver.
class Statement
{
public:
    Statement(QSqlDatabase &database, const QString &sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(const QString &text);
    Statement &bind(std::integral auto number) { return bindNumber(static_cast<qlonglong>(number)); }
    Statement &bind(Asn asn) { return bindNumber(asn.number()); }
    Statement &bind(const IpAddress &address) { return bind(address.toString()); }
    Statement &bind(const Location &location) { return bind(location.toString()); }
    Statement &bindNull();
    template<class T> Statement &bindAll(const QList<T> &values)
    {
        for (const T &value : values)
            bind(value);
        return *this;
    }

    /// Runs a statement that gives no rows; the number of rows it changed.
    Result<int> run();
    /// The same, where the number does not matter.
    Result<void> execute();
    /// Runs and reads every row with `read(Statement &)`.
    template<class T, class F> Result<QList<T>> list(F read)
    {
        QList<T> rows;
        const auto started = run();
        if (!started)
            return started.error();
        while (next())
            rows.append(read(*this));
        const auto ended = check();
        if (!ended)
            return ended.error();
        return rows;
    }
    template<class T, class F> Result<std::optional<T>> first(F read)
    {
        const auto started = run();
        if (!started)
            return started.error();
        if (next())
            return std::optional<T>(read(*this));
        const auto ended = check();
        if (!ended)
            return ended.error();
        return std::optional<T>();
    }

    /// The next column of the current row.
    QString text();
    qint64 number();
    bool yes() { return number() != 0; }
    Asn asn() { return Asn(static_cast<std::uint32_t>(number())); }
    IpAddress address() { return IpAddress::parse(text()).value_or(IpAddress()); }
    Location location() { return Location::parse(text()).value_or(Location()); }

private:
    Statement &bindNumber(qlonglong number);
    Statement &bindValue(const QVariant &value);
    [[nodiscard]] QString withValues() const;
    bool next();
    Result<void> check() const;

    PreparedStatements *const m_kept; ///< where it goes back to; null for a connection that keeps none
    const QString m_sql;
    std::optional<QSqlQuery> m_query;
    QStringList m_literals;               ///< on PostgreSQL: the values, quoted
    const QSqlDriver *m_quotes = nullptr; ///< on PostgreSQL
    int m_column = 0;
    bool m_sound = false; ///< ready to run, and without an error since
    bool m_ran = false;
};

/// "?, ?, ?" for `count` values.
[[nodiscard]] QString placeholders(qsizetype count);

} // namespace peerdesk
