// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/wirejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>
#include <QVariant>

#include <algorithm>

namespace peerdesk {
namespace {

/// Brackets outside strings, counted without recursion, so that a deep document costs nothing.
bool isDeeperThan(const QByteArray &body, int limit)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > limit)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

bool isUtf8(const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString decoded = decoder.decode(body);
    return !decoder.hasError();
}

} // namespace

Result<QJsonValue> parseWireJson(const QByteArray &body, qsizetype maxBytes)
{
    if (body.size() > maxBytes)
        return Error(ErrorKind::Invalid, QStringLiteral("The body is larger than %1 bytes").arg(maxBytes));
    if (isDeeperThan(body, maxJsonDepth))
        return Error(ErrorKind::Invalid, QStringLiteral("The body is nested deeper than %1").arg(maxJsonDepth));
    if (!isUtf8(body))
        return Error(ErrorKind::Invalid, QStringLiteral("The body is not UTF-8"));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error(
            ErrorKind::Invalid,
            QStringLiteral("The body is not JSON: %1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    }
    if (document.isArray())
        return QJsonValue(document.array());
    return QJsonValue(document.object());
}

Member memberOf(const QJsonObject &object, std::initializer_list<QLatin1String> names)
{
    for (const QLatin1String name : names) {
        const auto found = object.constFind(name);
        if (found != object.constEnd() && !found->isNull())
            return {QString(name), *found};
    }
    return {QString(*names.begin()), QJsonValue(QJsonValue::Undefined)};
}

QString idTextOf(const QJsonValue &value)
{
    return value.isDouble() ? value.toVariant().toString() : value.toString();
}

QString wordsOf(const QString &text)
{
    QString words = text.left(maxWordsLength);
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n'; };
    std::replace_if(words.begin(), words.end(), isControl, QChar(u' '));
    return words.trimmed();
}

} // namespace peerdesk
