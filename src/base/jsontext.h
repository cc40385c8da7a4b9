// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

class QJsonObject;

namespace peerdesk {

/// One JSON object, written straight into bytes in the order of the calls, for answers and lines of the log: what is
/// written once and looked into by nobody. QJsonObject sorts its members and keeps every text in a form of its own, which
/// costs more than reading a session from the database. Names are ours: plain ASCII, each given once.
class JsonText
{
public:
    JsonText &add(const char *name, const QString &text);
    template<std::integral T> JsonText &add(const char *name, T value)
    {
        if constexpr (std::same_as<T, bool>)
            return addRaw(name, value ? "true" : "false");
        else
            return addRaw(name, std::to_string(value));
    }
    /// A number that is none is written as null.
    JsonText &add(const char *name, double number);
    JsonText &add(const char *name, std::nullptr_t) { return addRaw(name, "null"); }
    JsonText &add(const char *name, const QStringList &texts);
    JsonText &add(const char *name, const JsonText &object);
    JsonText &add(const char *name, const QList<JsonText> &objects);
    JsonText &add(const char *name, const QJsonObject &object);

    /// In UTF-8, without a line break.
    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] static QByteArray arrayOf(const QList<JsonText> &objects);

private:
    void begin(const char *name);
    JsonText &addRaw(const char *name, std::string_view json);

    std::string m_members; ///< with the bracket that opens them; a QByteArray appends at ten times the cost
};

} // namespace peerdesk
