// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/labkit.h"

#include "e2e/plainhttp.h"
#include "support/outcomeof.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::test {

namespace {

constexpr auto startDeadline = std::chrono::minutes(3); // sanitizers, and a machine with other things to do

} // namespace

bool isGone(qint64 pid)
{
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return true;
    const QByteArray text = stat.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) == "Z";
}

LabKit::LabKit(QStringList arguments)
    : m_arguments(std::move(arguments))
    , m_process(u"peerdesk-lab"_s)
{
}

bool LabKit::start()
{
    // It is ended amid its calls; what those still hold is nobody's leak.
    const QString sanitizer = QString::fromLocal8Bit(qgetenv("ASAN_OPTIONS"));
    m_process.setEnvironment(u"ASAN_OPTIONS"_s,
                             sanitizer + (sanitizer.isEmpty() ? QString() : u":"_s) + u"detect_leaks=0"_s);
    const QString program = QCoreApplication::applicationDirPath() + "/peerdesk-lab"_L1;
    if (const auto started = m_process.start(program, m_arguments); !started) {
        m_why = started.error().detail;
        return false;
    }
    const auto line = outcomeOf(m_process.line(startDeadline), 200'000);
    if (!line) {
        m_why = line.error().detail;
        return false;
    }
    m_description = QJsonDocument::fromJson(*line).object();
    m_why = m_description.isEmpty() ? u"its first line is no JSON object: "_s + QString::fromUtf8(*line) : QString();
    return m_why.isEmpty();
}

int LabKit::stop()
{
    ::kill(static_cast<pid_t>(m_process.pid()), SIGTERM);
    const auto code = outcomeOf(m_process.finished(std::chrono::seconds(60)), 90'000);
    return code ? *code : -1;
}

void LabKit::kill()
{
    ::kill(static_cast<pid_t>(m_process.pid()), SIGKILL);
    (void)outcomeOf(m_process.finished(std::chrono::seconds(60)), 90'000);
}

QJsonObject LabKit::desk() const
{
    return m_description["desk"_L1].toObject();
}

QJsonObject LabKit::network(const QString &policy) const
{
    const QJsonArray networks = m_description["networks"_L1].toArray();
    for (const QJsonValue &network : networks) {
        if (network["policy"_L1].toString() == policy)
            return network.toObject();
    }
    return {};
}

QByteArray LabKit::deskTokenFor(const QJsonObject &network) const
{
    return desk()["tokens"_L1][network["endpoint"_L1].toString()].toString().toUtf8();
}

QJsonObject LabKit::nextEvent()
{
    const auto line = outcomeOf(m_process.line(std::chrono::seconds(60)), 90'000);
    return line ? QJsonDocument::fromJson(*line).object() : QJsonObject();
}

QByteArray LabKit::tokenFor(int person, const QString &endpoint) const
{
    QUrl control(m_description["provider"_L1].toString());
    control.setPath(u"/_kit/token"_s);
    const QJsonObject wish{{"user"_L1, QString::number(person)}, {"resource"_L1, endpoint}};
    const PlainAnswer answer = askPlainly("POST", control, {}, QJsonDocument(wish).toJson());
    return answer.json()["access_token"_L1].toString().toUtf8();
}

QList<qint64> LabKit::children() const
{
    QFile list(u"/proc/%1/task/%1/children"_s.arg(m_process.pid()));
    QList<qint64> pids;
    if (list.open(QIODevice::ReadOnly)) {
        for (const QByteArray &pid : list.readAll().split(' ')) {
            if (!pid.trimmed().isEmpty())
                pids.append(pid.toLongLong());
        }
    }
    return pids;
}

} // namespace peerdesk::test
