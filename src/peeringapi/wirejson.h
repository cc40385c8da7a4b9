// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

#include <initializer_list>

namespace peerdesk {

// JSON from a stranger, before anyone looks for field names in it.

constexpr qsizetype maxRequestBytes = 1 << 20;
constexpr qsizetype maxAnswerBytes = 16 << 20;
constexpr int maxJsonDepth = 32;
constexpr qsizetype maxBatchSize = 1000;
constexpr qsizetype maxPageEntries = 10'000;
constexpr qsizetype maxIdLength = 128;
constexpr qsizetype maxKeyProofs = 100;
constexpr qsizetype maxStatementBytes = 256 * 1024;
constexpr qsizetype maxWordsLength = 1000;

/// An object or an array, or Invalid: too large, too deep, not UTF-8, not JSON.
[[nodiscard]] Result<QJsonValue> parseWireJson(const QByteArray &body, qsizetype maxBytes);

/// The first of the names that the object has, with its value; an undefined value if it has none.
struct Member
{
    QString name;
    QJsonValue value;

    [[nodiscard]] bool isAbsent() const { return value.isUndefined() || value.isNull(); }
};
[[nodiscard]] Member memberOf(const QJsonObject &object, std::initializer_list<QLatin1String> names);

/// An id, which some servers write as a number; empty for anything else.
[[nodiscard]] QString idTextOf(const QJsonValue &value);

/// Words of the other side for people: control characters become blanks, overlong ones are cut.
[[nodiscard]] QString wordsOf(const QString &text);

} // namespace peerdesk
