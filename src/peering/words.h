// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace peerdesk {

// One line of a table that gives each value of an enumeration its word: the word that the database, exports
// and the command line use, never translated. A table is a constexpr array of these.
template<class Enum> struct Word
{
    Enum value;
    const char *text;
};

template<class Words, class Enum> QString wordOf(const Words &words, Enum value)
{
    for (const auto &word : words) {
        if (word.value == value)
            return QString::fromLatin1(word.text);
    }
    return {};
}

// The value of a word in any case; nothing for a word that the table does not have.
template<class Enum, class Words> std::optional<Enum> valueOf(const Words &words, QStringView text)
{
    for (const auto &word : words) {
        if (text.compare(QLatin1String(word.text), Qt::CaseInsensitive) == 0)
            return word.value;
    }
    return {};
}

} // namespace peerdesk
