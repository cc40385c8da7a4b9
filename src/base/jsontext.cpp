// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace peerdesk {
namespace {

template<class Char> bool needsEscape(Char c)
{
    return c == '"' || c == '\\' || static_cast<std::make_unsigned_t<Char>>(c) < 0x20;
}

/// RFC 8259 section 7.
void appendQuoted(std::string &json, const QString &text)
{
    json += '"';
    const auto *begin = text.utf16();
    const auto *end = begin + text.size();
    if (std::all_of(begin, end, [](ushort c) { return c < 0x80 && !needsEscape(c); })) {
        const std::size_t length = json.size();
        json.resize(length + static_cast<std::size_t>(text.size()));
        std::copy(begin, end, json.data() + length);
    } else {
        for (const char c : text.toUtf8()) {
            if (!needsEscape(c))
                json += c;
            else if (c == '"' || c == '\\')
                (json += '\\') += c;
            else
                (json += "\\u00") += QByteArray(1, c).toHex().constData();
        }
    }
    json += '"';
}

} // namespace

JsonText &JsonText::add(const char *name, const QString &text)
{
    begin(name);
    appendQuoted(m_members, text);
    return *this;
}

JsonText &JsonText::add(const char *name, double number)
{
    constexpr int enoughDigits = 15;
    if (!std::isfinite(number))
        return addRaw(name, "null");
    constexpr double wholeBelow = 1e15; // so far every whole number is one
    if (std::abs(number) < wholeBelow && number == std::floor(number))
        return addRaw(name, std::to_string(static_cast<qint64>(number)));
    return addRaw(name, QByteArray::number(number, 'g', enoughDigits).constData());
}

JsonText &JsonText::add(const char *name, const QJsonObject &object)
{
    return addRaw(name, QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
}

JsonText &JsonText::add(const char *name, const QStringList &texts)
{
    begin(name);
    char before = '[';
    for (const QString &text : texts) {
        m_members += before;
        appendQuoted(m_members, text);
        before = ',';
    }
    m_members += texts.isEmpty() ? "[]" : "]";
    return *this;
}

JsonText &JsonText::add(const char *name, const JsonText &object)
{
    addRaw(name, object.m_members.empty() ? std::string_view("{") : object.m_members);
    m_members += '}';
    return *this;
}

JsonText &JsonText::add(const char *name, const QList<JsonText> &objects)
{
    return addRaw(name, arrayOf(objects).constData());
}

QByteArray JsonText::bytes() const
{
    const std::string_view members = m_members.empty() ? std::string_view("{") : m_members;
    QByteArray all(static_cast<qsizetype>(members.size()) + 1, '}');
    members.copy(all.data(), members.size());
    return all;
}

QByteArray JsonText::arrayOf(const QList<JsonText> &objects)
{
    QByteArrayList list;
    for (const JsonText &object : objects)
        list.append(object.bytes());
    return '[' + list.join(',') + ']';
}

void JsonText::begin(const char *name)
{
    constexpr std::size_t enoughForMost = 512;
    if (m_members.empty())
        m_members.reserve(enoughForMost);
    m_members += m_members.empty() ? "{\"" : ",\"";
    m_members += name;
    m_members += "\":";
}

JsonText &JsonText::addRaw(const char *name, std::string_view json)
{
    begin(name);
    m_members += json;
    return *this;
}

} // namespace peerdesk
