// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logline.h"

#include "base/clock.h"
#include "base/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <atomic>
#include <cstdio>

namespace peerdesk {
namespace {

std::atomic<LogFormat> format = LogFormat::Text;

QString levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("critical");
    case QtFatalMsg:
        break;
    }
    return QStringLiteral("fatal");
}

QString textOf(const LogFact &fact)
{
    if (const auto *text = std::get_if<QString>(&fact))
        return *text;
    if (const auto *truth = std::get_if<bool>(&fact))
        return *truth ? QStringLiteral("true") : QStringLiteral("false");
    const auto *whole = std::get_if<qint64>(&fact);
    return whole ? QString::number(*whole) : QString::number(std::get<double>(fact), 'g', 15);
}

QString plain(const LogFact &fact)
{
    const QString text = textOf(fact);
    const bool isWord = !text.isEmpty() && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c == u'"' || c == u'\\' || c == u'=' || c.isSpace() || !c.isPrint();
    });
    if (isWord)
        return text;
    const QByteArray quoted = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(quoted.mid(1, quoted.size() - 2));
}

/// "2026-11-23T14:02:00.123Z".
QString timeOfLine(UtcMs now)
{
    QString time = toRfc3339(now);
    time.insert(time.size() - 1, u'.' + QString::number(now % 1000 + 1000).sliced(1));
    return time;
}

void writeJson(QtMsgType type, const char *category, const QString &message, const LogFacts &facts)
{
    JsonText line;
    line.add("time", timeOfLine(SystemClock().now()));
    line.add("level", levelOf(type));
    line.add("category", QString::fromUtf8(category));
    line.add("message", message);
    for (const auto &[name, fact] : facts)
        std::visit([&line, name = name](const auto &value) { line.add(name, value); }, fact);
    const QByteArray text = line.bytes() + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr); // one call, so that lines stay whole
}

void writeWords(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    writeJson(type, context.category, message, {});
}

} // namespace

void writeLogAs(LogFormat wanted)
{
    format = wanted;
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category}: %{message}"));
    qInstallMessageHandler(wanted == LogFormat::Json ? writeWords : nullptr);
}

/// As JSON past Qt's own way of a message, which passes on words only.
void logFacts(const QLoggingCategory &category, const QString &words, const LogFacts &facts)
{
    if (!category.isInfoEnabled())
        return;
    if (format == LogFormat::Json)
        return writeJson(QtInfoMsg, category.categoryName(), words, facts);
    QString text = words;
    for (const auto &[name, fact] : facts)
        text += u' ' + QLatin1String(name) + u'=' + plain(fact);
    QMessageLogger(nullptr, 0, nullptr, category.categoryName()).info().noquote() << text;
}

} // namespace peerdesk
