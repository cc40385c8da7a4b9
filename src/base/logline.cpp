// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logline.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <atomic>
#include <cstdio>

namespace peerdesk {
namespace {

std::atomic<LogFormat> format = LogFormat::Text;
thread_local const QJsonObject *factsOfLine = nullptr; // on their way through Qt, which passes on words only

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

void writeJson(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QJsonObject line = factsOfLine ? *factsOfLine : QJsonObject();
    line.insert(QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    line.insert(QStringLiteral("level"), levelOf(type));
    line.insert(QStringLiteral("category"), QString::fromUtf8(context.category));
    line.insert(QStringLiteral("message"), message);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr); // one call, so that lines stay whole
}

} // namespace

void writeLogAs(LogFormat wanted)
{
    format = wanted;
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category}: %{message}"));
    qInstallMessageHandler(wanted == LogFormat::Json ? writeJson : nullptr);
}

void logFacts(const QLoggingCategory &category, const QString &words, const QJsonObject &facts)
{
    if (!category.isInfoEnabled())
        return;
    QString text = words;
    if (format == LogFormat::Json) {
        factsOfLine = &facts;
    } else {
        for (auto fact = facts.begin(); fact != facts.end(); ++fact)
            text += u' ' + fact.key() + u'=' + plain(*fact);
    }
    QMessageLogger(nullptr, 0, nullptr, category.categoryName()).info().noquote() << text;
    factsOfLine = nullptr;
}

} // namespace peerdesk
