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
QByteArray quoted(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (std::none_of(utf8.begin(), utf8.end(), needsEscape))
        return '"' + utf8 + '"';
    QByteArray escaped = "\"";
    for (const char c : utf8) {
        if (!needsEscape(c))
            escaped += c;
        else if (c == '"' || c == '\\')
            escaped += QByteArray("\\") + c;
        else
            escaped += "\\u00" + QByteArray(1, c).toHex();
    }
    return escaped + '"';
}

} // namespace

JsonText &JsonText::add(const char *name, const QString &text)
{
    return addRaw(name, quoted(text));
}

JsonText &JsonText::add(const char *name, double number)
{
    constexpr int enoughDigits = 15;
    return addRaw(name, std::isfinite(number) ? QByteArray::number(number, 'g', enoughDigits) : "null");
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

JsonText &JsonText::addRaw(const char *name, const QByteArray &json)
{
    if (m_members.isEmpty())
        m_members.reserve(512); // most objects need no more
    m_members += m_members.isEmpty() ? '{' : ',';
    m_members += '"';
    m_members += name;
    m_members += "\":";
    m_members += json;
    return *this;
}

} // namespace peerdesk
