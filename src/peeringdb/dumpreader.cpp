// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/dumpreader.h"

#include "peeringdb/intactrows.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstring>

namespace peerdesk {
namespace {

namespace json = simdjson::ondemand;

struct DumpReaderWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::DumpReader)
};

QString noObject()
{
    return DumpReaderWords::tr("is not an object");
}

static_assert(Dump::padding >= static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));

constexpr qsizetype problemsNamed = 20;
constexpr qint64 rowsBetweenChecks = 1024;

std::optional<std::int64_t> numberIn(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

/// "2026-02-12T20:01:14Z", with or without a fraction: PeeringDB's times are always UTC.
std::optional<std::int64_t> secondsIn(std::string_view text)
{
    if (text.size() < 19 || text[4] != '-' || text[7] != '-' || text[10] != 'T')
        return {};
    const auto part = [text](std::size_t from, std::size_t length) { return numberIn(text.substr(from, length)); };
    const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
    const auto hour = part(11, 2), minute = part(14, 2), second = part(17, 2);
    if (!year || !month || !day || !hour || !minute || !second)
        return {};
    const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok())
        return {};
    return std::chrono::sys_days(date).time_since_epoch().count() * 86400LL + *hour * 3600 + *minute * 60 + *second;
}

/// How many bytes of `bytes` the address takes: 4, 16, or 0 if it is none.
std::size_t addressIn(std::string_view text, std::array<char, 16> &bytes)
{
    char terminated[INET6_ADDRSTRLEN + 1] = {};
    if (text.size() >= sizeof terminated)
        return 0;
    std::memcpy(terminated, text.data(), text.size());
    if (inet_pton(AF_INET, terminated, bytes.data()) == 1)
        return 4;
    return inet_pton(AF_INET6, terminated, bytes.data()) == 1 ? 16 : 0;
}

QString quoted(std::string_view text)
{
    return QStringLiteral("\"%1\"").arg(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(60));
}

QString named(std::string_view field)
{
    return QString::fromLatin1(field.data(), static_cast<qsizetype>(field.size()));
}

} // namespace

/// The reading of one dump. simdjson's own types stay in this file: they cost every includer seconds.
class DumpReader::Pass
{
public:
    Pass(DumpReader &reader, const Dump &dump)
        : m_reader(reader)
        , m_dump(dump)
    {
    }

    Result<DumpCounts> run(const Take &take, const std::stop_token &stop)
    {
        const simdjson::padded_string_view text(m_dump.bytes().constData(),
                                                static_cast<std::size_t>(m_dump.bytes().size()),
                                                static_cast<std::size_t>(m_dump.bytes().capacity()));
        json::array rows;
        if (auto error = m_parser.iterate(text).get(m_document); error)
            return broken(error);
        if (auto error = m_document["data"].get_array().get(rows); error) {
            if (error == simdjson::NO_SUCH_FIELD || error == simdjson::INCORRECT_TYPE)
                return Error(ErrorKind::Invalid, DumpReaderWords::tr("%1 has no list \"data\"").arg(m_dump.name()));
            return broken(error);
        }
        for (auto element : rows) {
            ++m_row;
            m_rowStart = offset();
            if (m_row % rowsBetweenChecks == 0 && stop.stop_requested())
                return Error(ErrorKind::Cancelled);
            if (auto error = readElement(element); error)
                return broken(error);
            if (m_problem.isEmpty()) {
                ++m_counts.rows;
                m_counts.newest = std::max(m_counts.newest, m_result.updated);
                if (const auto taken = take(m_result); !taken)
                    return taken.error();
            }
        }
        return m_counts;
    }

private:
    simdjson::error_code readElement(simdjson::simdjson_result<json::value> element)
    {
        m_problem.clear();
        std::ranges::fill(m_reader.m_cells, DumpCell());
        m_result = {m_reader.m_cells, MirrorRow::Status::Live, 0};
        json::value value;
        json::json_type type = json::json_type::null;
        if (auto error = element.get(value); error)
            return error;
        if (auto error = value.type().get(type); error)
            return error;
        if (type != json::json_type::object) {
            skip(noObject());
            return simdjson::SUCCESS;
        }
        json::object object;
        if (auto error = value.get_object().get(object); error)
            return error;
        if (auto error = readFields(object); error)
            return error;
        finishRow();
        return simdjson::SUCCESS;
    }

    simdjson::error_code readFields(json::object object)
    {
        std::size_t position = 0;
        for (auto entry : object) {
            json::field field;
            if (auto error = std::move(entry).get(field); error)
                return error;
            const int column = columnAt(position++, field);
            if (column == ignored)
                continue;
            json::value value = field.value();
            if (auto error = column == statusColumn ? readStatus(value) : readCell(column, value); error)
                return error;
        }
        return simdjson::SUCCESS;
    }

    int columnAt(std::size_t position, const json::field &field)
    {
        auto &order = m_reader.m_order;
        if (position < order.size() && field.key().unsafe_is_equal(order[position].first))
            return order[position].second;
        // Names with escapes are none of ours: the raw text up to the quote is enough.
        const char *raw = field.key().raw();
        const std::string_view name(raw, static_cast<std::size_t>(std::strchr(raw, '"') - raw));
        const auto known = m_reader.m_columnOf.find(name);
        const int column = known == m_reader.m_columnOf.end() ? ignored : known->second;
        if (position >= order.size())
            order.resize(position + 1);
        order[position] = {std::string(name), column};
        return column;
    }

    simdjson::error_code readStatus(json::value &value)
    {
        std::string_view status;
        if (auto error = value.get_string().get(status); error)
            return error == simdjson::INCORRECT_TYPE ? simdjson::SUCCESS : error;
        if (status == "deleted")
            m_result.status = MirrorRow::Status::Deleted;
        else if (status != "ok" && !status.empty())
            m_result.status = MirrorRow::Status::Pending;
        return simdjson::SUCCESS;
    }

    simdjson::error_code readCell(int index, json::value &value)
    {
        json::json_type type = json::json_type::null;
        if (auto error = value.type().get(type); error)
            return error;
        switch (type) {
        case json::json_type::string: {
            std::string_view text;
            if (auto error = value.get_string().get(text); error)
                return error;
            textCell(index, text);
            return simdjson::SUCCESS;
        }
        case json::json_type::number: {
            double number = 0;
            if (auto error = value.get_double().get(number); error)
                return error;
            numberCell(index, number);
            return simdjson::SUCCESS;
        }
        case json::json_type::boolean: {
            bool flag = false;
            if (auto error = value.get_bool().get(flag); error)
                return error;
            if (kindOf(index) == ColumnKind::Flag)
                set(index, flag ? 1 : 0);
            return simdjson::SUCCESS;
        }
        case json::json_type::array:
            return kindOf(index) == ColumnKind::Words ? wordsCell(index, value) : simdjson::SUCCESS;
        case json::json_type::null: {
            bool isNull = false; // only the first letter was looked at so far
            const auto error = value.is_null().get(isNull);
            return error || isNull ? error : simdjson::N_ATOM_ERROR;
        }
        case json::json_type::object:
            break;
        }
        return simdjson::SUCCESS;
    }

    void textCell(int index, std::string_view text)
    {
        if (text.empty())
            return;
        DumpCell &cell = m_reader.m_cells[static_cast<std::size_t>(index)];
        switch (kindOf(index)) {
        case ColumnKind::Text:
        case ColumnKind::Words:
        case ColumnKind::Prefix:
            cell = {DumpCell::Type::Text, 0, 0, text};
            break;
        case ColumnKind::Address: {
            auto &bytes = m_reader.m_addresses[static_cast<std::size_t>(index)];
            const std::size_t length = addressIn(text, bytes);
            if (length == 0)
                skip(DumpReaderWords::tr("%1 %2 is no address").arg(named(column(index).field), quoted(text)));
            cell = {DumpCell::Type::Bytes, 0, 0, {bytes.data(), length}};
            break;
        }
        case ColumnKind::Time:
            if (const auto seconds = secondsIn(text))
                set(index, *seconds);
            break;
        case ColumnKind::Id:
        case ColumnKind::Number:
        case ColumnKind::Flag:
            if (const auto number = numberIn(text))
                numberCell(index, static_cast<double>(*number));
            break;
        case ColumnKind::Degrees:
            break;
        }
    }

    void numberCell(int index, double number)
    {
        constexpr double largest = 4294967295.0; // every number that is kept fits 32 bits
        switch (kindOf(index)) {
        case ColumnKind::Id:
            if (number >= 1 && number <= largest)
                set(index, static_cast<std::int64_t>(number));
            break;
        case ColumnKind::Number:
            if (number >= 0 && number <= largest)
                set(index, static_cast<std::int64_t>(number));
            break;
        case ColumnKind::Flag:
            set(index, number != 0 ? 1 : 0);
            break;
        case ColumnKind::Degrees:
            if (number >= -180 && number <= 180)
                m_reader.m_cells[static_cast<std::size_t>(index)] = {DumpCell::Type::Real, 0, number, {}};
            break;
        default:
            break;
        }
    }

    simdjson::error_code wordsCell(int index, json::value &value)
    {
        json::array list;
        if (auto error = value.get_array().get(list); error)
            return error;
        m_reader.m_words.clear();
        for (auto element : list) {
            std::string_view word;
            if (auto error = element.get_string().get(word); error == simdjson::INCORRECT_TYPE)
                continue;
            else if (error)
                return error;
            if (!m_reader.m_words.empty())
                m_reader.m_words += '\n';
            m_reader.m_words += word;
        }
        if (!m_reader.m_words.empty())
            m_reader.m_cells[static_cast<std::size_t>(index)] = {DumpCell::Type::Text, 0, 0, m_reader.m_words};
        return simdjson::SUCCESS;
    }

    void finishRow()
    {
        for (std::size_t i = 0; i < m_reader.m_cells.size(); ++i) {
            const MirrorColumn &column = m_reader.m_table.columns[i];
            const DumpCell &cell = m_reader.m_cells[i];
            if (column.field == "updated")
                m_result.updated = cell.integer;
            // A tombstone needs no more than its id.
            const bool wanted = column.required && (i == 0 || m_result.status != MirrorRow::Status::Deleted);
            if (wanted && cell.type == DumpCell::Type::Null)
                skip(DumpReaderWords::tr("%1 is missing").arg(named(column.field)));
        }
    }

    void skip(const QString &why)
    {
        if (!m_problem.isEmpty())
            return;
        const qint64 id = m_reader.m_cells.front().integer;
        m_problem = DumpReaderWords::tr("%1: row %2%3 %4", "file, number, id, what is wrong")
                        .arg(m_dump.name())
                        .arg(m_row)
                        .arg(id > 0 ? QStringLiteral(" (id %1):").arg(id) : QStringLiteral(":"), why);
        ++m_counts.skipped;
        if (m_counts.problems.size() < problemsNamed)
            m_counts.problems.append(m_problem);
    }

    Error broken(simdjson::error_code code)
    {
        const QByteArray &bytes = m_dump.bytes();
        if (m_row == 0)
            return Error(ErrorKind::Invalid,
                         DumpReaderWords::tr("%1 is broken: %2, of %3 in all: %4", "file, whole rows, bytes, why")
                             .arg(m_dump.name(), toText(IntactRows::of({bytes.data(), std::size_t(bytes.size())})))
                             .arg(bytes.size())
                             .arg(QString::fromLatin1(simdjson::error_message(code))));
        const qint64 at = std::max(offset(), m_rowStart);
        return Error(ErrorKind::Invalid, DumpReaderWords::tr("%1 is broken in row %2, near byte %3: %4")
                                             .arg(m_dump.name())
                                             .arg(m_row)
                                             .arg(at)
                                             .arg(QString::fromLatin1(simdjson::error_message(code))));
    }

    qint64 offset()
    {
        const char *at = nullptr;
        // Before the first row the document may not even have begun, and has no place to ask for.
        if (m_row == 0)
            return 0;
        if (m_document.current_location().get(at))
            return m_dump.bytes().size();
        return std::clamp<qint64>(at - m_dump.bytes().constData(), 0, m_dump.bytes().size());
    }

    void set(int index, std::int64_t value)
    {
        m_reader.m_cells[static_cast<std::size_t>(index)] = {DumpCell::Type::Integer, value, 0, {}};
    }
    [[nodiscard]] const MirrorColumn &column(int index) const
    {
        return m_reader.m_table.columns[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] ColumnKind kindOf(int index) const { return column(index).kind; }

    static constexpr int ignored = -1;

public:
    static constexpr int statusColumn = -2;

private:
    DumpReader &m_reader;
    const Dump &m_dump;
    json::parser m_parser;
    json::document m_document;
    DumpCounts m_counts;
    MirrorRow m_result;
    QString m_problem;
    qint64 m_row = 0;
    qint64 m_rowStart = 0;
};

DumpReader::DumpReader(const MirrorTable &table)
    : m_table(table)
    , m_cells(table.columns.size())
    , m_addresses(table.columns.size())
{
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        m_columnOf.emplace(table.columns[i].field, static_cast<int>(i));
    m_columnOf.emplace("status", Pass::statusColumn);
}

DumpReader::~DumpReader() = default;

Result<DumpCounts> DumpReader::read(const Dump &dump, const Take &take, const std::stop_token &stop)
{
    return Pass(*this, dump).run(take, stop);
}

} // namespace peerdesk
