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
thread_local const LogFacts *factsOfLine = nullptr; // on their way through Qt, which passes on words only

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

QString plain(const QJsonValue &fact)
{
    const QString text = fact.isDouble() ? QString::number(fact.toDouble(), 'g', 15) : fact.toVariant().toString();
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

void writeJson(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    JsonText line;
    line.add("time", timeOfLine(SystemClock().now()));
    line.add("level", levelOf(type));
    line.add("category", QString::fromUtf8(context.category));
    line.add("message", message);
    for (const auto &[name, value] : factsOfLine ? *factsOfLine : LogFacts()) {
        if (value.isDouble())
            line.add(name, value.toDouble());
        else if (value.isBool())
            line.add(name, value.toBool());
        else
            line.add(name, value.toString());
    }
    const QByteArray text = line.bytes() + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr); // one call, so that lines stay whole
}

} // namespace

void writeLogAs(LogFormat wanted)
{
    format = wanted;
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category}: %{message}"));
    qInstallMessageHandler(wanted == LogFormat::Json ? writeJson : nullptr);
}

void logFacts(const QLoggingCategory &category, const QString &words, const LogFacts &facts)
{
    if (!category.isInfoEnabled())
        return;
    QString text = words;
    if (format == LogFormat::Json) {
        factsOfLine = &facts;
    } else {
        for (const auto &[name, value] : facts)
            text += u' ' + QLatin1String(name) + u'=' + plain(value);
    }
    QMessageLogger(nullptr, 0, nullptr, category.categoryName()).info().noquote() << text;
    factsOfLine = nullptr;
}

} // namespace peerdesk
