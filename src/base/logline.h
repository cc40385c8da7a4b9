// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLoggingCategory>

#include <utility>
#include <variant>

namespace peerdesk {

/// How the lines of a program that runs unattended look: for people at a terminal, or one JSON object a line for
/// whatever collects logs.
enum class LogFormat { Text, Json };

/// On stderr, from now on. Any thread may log.
void writeLogAs(LogFormat format);

/// Numbers, short texts and truth values under their names.
using LogFact = std::variant<bool, qint64, double, QString>;
using LogFacts = QList<std::pair<const char *, LogFact>>;

/// A line with facts beside its words: "answered status=200" or {"message": "answered", "status": 200}. Like everything
/// that is logged, nothing secret.
void logFacts(const QLoggingCategory &category, const QString &words, const LogFacts &facts);

} // namespace peerdesk
