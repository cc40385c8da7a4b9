// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/errorcodec.h"

#include "peeringapi/wirejson.h"

#include <QJsonArray>

#include <algorithm>

namespace peerdesk {
namespace {

using L = QLatin1String;

constexpr qsizetype maxFieldErrors = 2 * maxBatchSize;
constexpr qsizetype maxMessages = 20;

QStringList readMessages(const QJsonValue &value)
{
    QStringList messages;
    if (value.isString()) {
        messages.append(wordsOf(value.toString()));
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < std::min(array.size(), maxMessages); ++i) {
            if (array.at(i).isString())
                messages.append(wordsOf(array.at(i).toString()));
        }
    }
    messages.removeAll(QString());
    return messages;
}

/// Where FastAPI's `loc` is a list of steps ("body", "sessions", 1, "peer_ip"), the wire's path is made of it.
QString readFieldName(const QJsonValue &value)
{
    if (!value.isArray())
        return wordsOf(value.toString());
    QString path;
    for (const auto &step : value.toArray()) {
        if (step.isDouble())
            path += u'[' + QString::number(step.toInt()) + u']';
        else if (step.toString() != u"body")
            path += (path.isEmpty() ? QString() : QStringLiteral(".")) + wordsOf(step.toString());
    }
    return path;
}

FieldError readEntry(const QJsonObject &entry)
{
    FieldError error;
    error.field = readFieldName(memberOf(entry, {L("name"), L("field"), L("loc")}).value);
    error.itemId = memberOf(entry, {L("item_id"), L("itemToken")}).value.toString().left(maxIdLength);
    for (const auto name : {L("errors"), L("messages"), L("error"), L("message"), L("msg")}) {
        error.messages = readMessages(entry.value(name));
        if (!error.messages.isEmpty())
            break;
    }
    return error;
}

QList<FieldError> readList(const QJsonArray &list)
{
    QList<FieldError> errors;
    for (qsizetype i = 0; i < std::min(list.size(), maxFieldErrors); ++i) {
        const QJsonValue entry = list.at(i);
        if (entry.isObject())
            errors.append(readEntry(entry.toObject()));
        else if (entry.isString())
            errors.append(FieldError{{}, {wordsOf(entry.toString())}, {}});
    }
    return errors;
}

/// `{"peer_ip": ["This field is required."]}`, as Django REST framework has it.
QList<FieldError> readByFieldName(const QJsonObject &object, std::initializer_list<L> except)
{
    QList<FieldError> errors;
    for (auto it = object.begin(); it != object.end() && errors.size() < maxFieldErrors; ++it) {
        const QString name = it.key();
        if (std::any_of(except.begin(), except.end(), [&name](L other) { return name == other; }))
            continue;
        const QStringList messages = readMessages(it.value());
        if (!messages.isEmpty())
            errors.append({wordsOf(name), messages, {}});
    }
    return errors;
}

} // namespace

QJsonObject writeFieldErrors(const QList<FieldError> &errors)
{
    QJsonArray list;
    for (const FieldError &error : errors) {
        const QJsonArray messages = QJsonArray::fromStringList(error.messages);
        QJsonObject entry{{QStringLiteral("name"), error.field},
                          {QStringLiteral("errors"), messages},
                          {QStringLiteral("messages"), messages}};
        if (!error.itemId.isEmpty())
            entry.insert(QStringLiteral("item_id"), error.itemId);
        list.append(entry);
    }
    return {{QStringLiteral("errors"), list}, {QStringLiteral("field_errors"), list}};
}

QList<FieldError> readFieldErrors(const QJsonValue &errors)
{
    if (errors.isArray())
        return readList(errors.toArray());
    if (errors.isString())
        return {FieldError{{}, {wordsOf(errors.toString())}, {}}};
    const QJsonObject object = errors.toObject();
    for (const auto name : {L("errors"), L("field_errors")}) {
        const QJsonArray list = object.value(name).toArray();
        if (!list.isEmpty())
            return readList(list);
    }
    return readByFieldName(object, {});
}

RefusalWords readRefusal(const QByteArray &body)
{
    RefusalWords words;
    const auto parsed = parseWireJson(body, maxAnswerBytes);
    if (!parsed)
        return words;
    if (parsed->isArray()) {
        words.fields = readList(parsed->toArray());
        return words;
    }
    const QJsonObject object = parsed->toObject();
    words.contact = wordsOf(object.value(L("contact")).toString());
    words.text = wordsOf(memberOf(object, {L("message"), L("title"), L("code")}).value.toString());
    const QJsonValue detail = object.value(L("detail"));
    if (detail.isString())
        words.text = wordsOf(detail.toString());
    else
        words.fields = readList(detail.toArray());
    const QJsonValue errors = object.value(L("errors"));
    if (errors.isString())
        words.text = wordsOf(errors.toString());
    else
        words.fields += readFieldErrors(errors);
    if (object.contains(L("field_errors")) && words.fields.isEmpty())
        words.fields = readList(object.value(L("field_errors")).toArray());
    if (words.fields.isEmpty())
        words.fields = readByFieldName(object, {L("message"), L("title"), L("code"), L("detail"), L("contact"),
                                                L("errors"), L("field_errors"), L("type"), L("instance"),
                                                L("request_id"), L("requestId"), L("status")});
    return words;
}

} // namespace peerdesk
