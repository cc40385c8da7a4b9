// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace peerdesk {
namespace {

bool needsEscape(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

/// RFC 8259 section 7.
void appendQuoted(QByteArray &json, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    json += '"';
    if (std::none_of(utf8.begin(), utf8.end(), needsEscape)) {
        json += utf8;
    } else {
        for (const char c : utf8) {
            if (!needsEscape(c))
                json += c;
            else if (c == '"' || c == '\\')
                (json += '\\') += c;
            else
                (json += "\\u00") += QByteArray(1, c).toHex();
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
    const bool isWhole = std::abs(number) < wholeBelow && number == std::floor(number);
    return addRaw(name, isWhole ? QByteArray::number(static_cast<qint64>(number))
                                : QByteArray::number(number, 'g', enoughDigits));
}

JsonText &JsonText::add(const char *name, const QJsonObject &object)
{
    return addRaw(name, QJsonDocument(object).toJson(QJsonDocument::Compact));
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
    constexpr qsizetype enoughForMost = 512;
    if (m_members.isEmpty())
        m_members.reserve(enoughForMost);
    m_members += m_members.isEmpty() ? "{\"" : ",\"";
    m_members += name;
    m_members += "\":";
}

JsonText &JsonText::addRaw(const char *name, const QByteArray &json)
{
    begin(name);
    m_members += json;
    return *this;
}

} // namespace peerdesk
