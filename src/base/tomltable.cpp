// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tomltable.h"

#include <QCoreApplication>

#include <algorithm>
#include <stdexcept>
#include <utility>

// toml++ 3.3 has assertions where a file can break them ("[" with nothing after it): they throw here, in every build. It
// has more of them in functions that never throw; those end the program still, but no file reaches them.
#ifndef __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wterminate"
#endif
#undef NDEBUG
#define TOML_ASSERT(expression)                                                                                        \
    do {                                                                                                               \
        if (!(expression))                                                                                             \
            throw std::logic_error(#expression);                                                                       \
    } while (false)
#include <toml++/toml.h>
#ifndef __clang__
#pragma GCC diagnostic pop
#endif

namespace peerdesk {
namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString lineOf(const toml::source_region &source)
{
    return QStringLiteral("line %1: ").arg(source.begin.line);
}

/// The first line in which something but printable ASCII stands outside of strings and comments, where TOML 1.0 allows
/// no other; 0 for none. toml++ 3.3 is undefined over a letter there, and over a NUL byte.
qsizetype foreignLine(const QByteArray &text)
{
    QByteArray quote; // what ends the string or the comment that one is in
    qsizetype line = 1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        const bool breaks = c == '\n';
        if (breaks)
            ++line;
        if (c == '\0')
            return line;
        if (quote.isEmpty()) {
            if ((c < ' ' || c > '~') && c != '\t' && c != '\r' && !breaks)
                return line;
            if (c == '"' || c == '\'')
                quote = text.mid(i, 3) == QByteArray(3, c) ? QByteArray(3, c) : QByteArray(1, c);
            else if (c == '#')
                quote = "\n";
            if (quote.size() == 3)
                i += 2;
        } else if (quote.front() == '"' && c == '\\') {
            const QByteArray escaped = text.mid(i + 1, 1);
            if (escaped == "\"" || escaped == "\\")
                ++i;
        } else if (text.mid(i, quote.size()) == quote || (quote.size() == 1 && breaks)) {
            i += quote.size() - 1;
            quote.clear();
        }
    }
    return 0;
}

/// English in the daemon, which has no translations; the desk shows it at a field of a form.
QString faultText(const char *source)
{
    return QCoreApplication::translate("TomlTable", source);
}

} // namespace

/// A table and the file it is part of, which has to live as long.
struct TomlTable::Node
{
    std::shared_ptr<const toml::table> file;
    const toml::table *table;
    Lines lines = Lines::Told;

    [[nodiscard]] QString lineOf(const toml::source_region &source) const
    {
        return lines == Lines::Told ? peerdesk::lineOf(source) : QString();
    }
};

TomlTable::TomlTable(std::shared_ptr<const Node> node, QString path, Faults &faults)
    : m_node(std::move(node))
    , m_path(std::move(path))
    , m_faults(&faults)
{
}

TomlTable::TomlTable(TomlTable &&) noexcept = default;

TomlTable TomlTable::parse(const QByteArray &text, Faults &faults, Lines lines)
{
    std::shared_ptr<const toml::table> file = std::make_shared<toml::table>();
    const qsizetype foreign = foreignLine(text);
    const auto refuse = [&faults](const QString &line, const QString &what) {
        faults.append(FieldError{QString(), {line + what}, QString()});
    };
    try {
        if (foreign > 0)
            refuse(QStringLiteral("line %1: ").arg(foreign),
                   QStringLiteral("there is a character that TOML allows in quotes and comments only"));
        else
            file = std::make_shared<toml::table>(
                toml::parse(std::string_view(text.constData(), static_cast<size_t>(text.size()))));
    } catch (const toml::parse_error &error) {
        refuse(lineOf(error.source()), toQString(error.description()));
    } catch (const std::logic_error &) {
        refuse(QString(), QStringLiteral("this is not TOML: somewhere a name or a value is missing"));
    }
    return TomlTable(std::make_shared<Node>(Node{file, file.get(), lines}), {}, faults);
}

TomlTable::~TomlTable()
{
    if (!m_node)
        return;
    for (const auto &[key, value] : *m_node->table) {
        const QByteArray name(key.str().data(), static_cast<qsizetype>(key.str().size()));
        if (!m_asked.contains(name))
            m_faults->append(
                {m_path + QString::fromUtf8(name),
                 {m_node->lineOf(key.source()) + faultText(QT_TRANSLATE_NOOP("TomlTable", "is not a known key"))},
                 {}});
    }
}

bool TomlTable::has(const char *key) const
{
    return m_node->table->contains(key);
}

bool TomlTable::isText(const char *key) const
{
    const toml::node *value = m_node->table->get(key);
    return value && value->is_string();
}

bool TomlTable::hasFault(const char *key) const
{
    const QString path = m_path + QString::fromLatin1(key);
    return std::any_of(m_faults->begin(), m_faults->end(),
                       [&path](const FieldError &fault) { return fault.field == path; });
}

void TomlTable::fault(const char *key, const QString &message)
{
    const toml::node *value = m_node->table->get(key);
    const toml::source_region &source = value ? value->source() : m_node->table->source();
    m_faults->append({m_path + QString::fromLatin1(key), {m_node->lineOf(source) + message}, {}});
}

QString TomlTable::text(const char *key, const std::optional<QString> &fallback)
{
    m_asked.insert(key);
    const toml::node *value = m_node->table->get(key);
    if (!value) {
        if (!fallback)
            fault(key, faultText(QT_TRANSLATE_NOOP("TomlTable", "is missing")));
        return fallback.value_or(QString());
    }
    if (const auto *string = value->as_string())
        return toQString(string->get());
    fault(key, faultText(QT_TRANSLATE_NOOP("TomlTable", "must be a string")));
    return {};
}

bool TomlTable::yes(const char *key, bool fallback)
{
    m_asked.insert(key);
    const toml::node *value = m_node->table->get(key);
    if (!value)
        return fallback;
    if (const auto *boolean = value->as_boolean())
        return boolean->get();
    fault(key, faultText(QT_TRANSLATE_NOOP("TomlTable", "must be true or false")));
    return fallback;
}

std::optional<qint64> TomlTable::number(const char *key, qint64 least, qint64 most)
{
    m_asked.insert(key);
    const toml::node *value = m_node->table->get(key);
    if (!value)
        return std::nullopt;
    const auto *integer = value->as_integer();
    if (integer && integer->get() >= least && integer->get() <= most)
        return integer->get();
    fault(key, faultText(QT_TRANSLATE_NOOP("TomlTable", "must be a whole number from %1 to %2")).arg(least).arg(most));
    return std::nullopt;
}

QStringList TomlTable::texts(const char *key)
{
    m_asked.insert(key);
    const toml::node *value = m_node->table->get(key);
    QStringList list;
    if (!value)
        return list;
    const toml::array *array = value->as_array();
    if (!array || !array->is_homogeneous(toml::node_type::string)) {
        if (!array || !array->empty())
            fault(key, faultText(QT_TRANSLATE_NOOP("TomlTable", "must be a list of strings")));
        return list;
    }
    for (const toml::node &element : *array)
        list.append(toQString(element.as_string()->get()));
    return list;
}

QList<qint64> TomlTable::numbers(const char *key, qint64 least, qint64 most)
{
    m_asked.insert(key);
    const toml::node *value = m_node->table->get(key);
    QList<qint64> list;
    if (!value)
        return list;
    const QString expected =
        faultText(QT_TRANSLATE_NOOP("TomlTable", "must be a list of whole numbers from %1 to %2")).arg(least).arg(most);
    const toml::array *array = value->as_array();
    if (!array) {
        fault(key, expected);
        return list;
    }
    for (const toml::node &element : *array) {
        const auto *integer = element.as_integer();
        if (!integer || integer->get() < least || integer->get() > most) {
            fault(key, expected);
            return {};
        }
        list.append(integer->get());
    }
    return list;
}

QList<std::shared_ptr<TomlTable>> TomlTable::tables(const char *key)
{
    m_asked.insert(key);
    const toml::node *value = m_node->table->get(key);
    QList<std::shared_ptr<TomlTable>> list;
    if (!value)
        return list;
    const toml::array *array = value->as_array();
    if (!array || !array->is_array_of_tables()) {
        fault(key, QStringLiteral("must be written as [[%1]]").arg(QString::fromLatin1(key)));
        return list;
    }
    for (const toml::node &element : *array) {
        const QString path = QStringLiteral("%1%2[%3].").arg(m_path, QString::fromLatin1(key)).arg(list.size() + 1);
        const auto node = std::make_shared<Node>(Node{m_node->file, element.as_table(), m_node->lines});
        list.append(std::shared_ptr<TomlTable>(new TomlTable(node, path, *m_faults)));
    }
    return list;
}

std::shared_ptr<TomlTable> TomlTable::table(const char *key)
{
    m_asked.insert(key);
    const toml::node *value = m_node->table->get(key);
    const toml::table *found = value ? value->as_table() : nullptr;
    if (value && !found)
        fault(key, QStringLiteral("must be written as [%1]").arg(QString::fromLatin1(key)));
    std::shared_ptr<const toml::table> file = m_node->file;
    if (!found) {
        file = std::make_shared<toml::table>();
        found = file.get();
    }
    const QString path = m_path + QString::fromLatin1(key) + u'.';
    return std::shared_ptr<TomlTable>(
        new TomlTable(std::make_shared<Node>(Node{file, found, m_node->lines}), path, *m_faults));
}

} // namespace peerdesk
