// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/asn.h"
#include "peering/ipaddress.h"
#include "peering/location.h"
#include "storage/preparedstatements.h"

#include <QList>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

#include <concepts>
#include <optional>

class QSqlDatabase;
class QSqlDriver;

namespace peerdesk {

/// One statement, for the stores only: values are bound in the order of the question marks and read in the order of the
/// columns, as the domain's types. Used on the thread of its connection. SQLite prepares it, and PreparedStatements keeps
/// it for the next who wants the same. Elsewhere it goes through Qt's driver, in one text with the values quoted by the
/// driver: the one for PostgreSQL would prepare, execute and forget it in three round trips, during which everybody else's
/// writing waits.
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
    /// The same, where one row is claimed, ended or added: false if somebody else did it first.
    Result<bool> changedOne();
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
    enum class Row { None, Waiting, Read };

    Statement &bindNumber(qlonglong number);
    Statement &bindLiteral(const QVariant &value);
    [[nodiscard]] QString withValues() const;
    bool step();
    bool next();
    Result<void> check() const;

    const QString m_sql;
    // On SQLite's own interface:
    PreparedStatements *const m_kept; ///< where it goes back to
    PreparedStatements::Prepared m_prepared;
    int m_bound = 0;
    Row m_row = Row::None; ///< whether the step before gave a row, and somebody has come to it
    // Through Qt's driver:
    std::optional<QSqlQuery> m_query;
    const QSqlDriver *m_quotes = nullptr;
    QStringList m_literals; ///< the values, quoted

    int m_column = 0;
    bool m_sound = false; ///< without an error so far
};

/// "?, ?, ?" for `count` values.
[[nodiscard]] QString placeholders(qsizetype count);

} // namespace peerdesk
