// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/intactrows.h"

#include <QCoreApplication>

#include <simdjson.h>

namespace peerdesk {
namespace {

struct IntactRowsWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::IntactRows)
};

constexpr int insideDocument = 1;
constexpr int insideList = 2;

/// The byte behind the string that begins at `from`, or npos if it has no end or holds what strings may not.
std::size_t behindString(std::string_view text, std::size_t from)
{
    for (std::size_t at = from + 1; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
        else if (static_cast<unsigned char>(text[at]) < 0x20)
            break;
    }
    return std::string_view::npos;
}

} // namespace

IntactRows IntactRows::of(std::string_view text)
{
    IntactRows intact;
    int depth = 0;
    bool inRows = false;
    std::string_view name; // of the document's field that is being looked at
    std::size_t rowStart = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
        case '"': {
            const std::size_t behind = behindString(text, at);
            if (behind == std::string_view::npos)
                return intact;
            if (depth == insideDocument)
                name = text.substr(at, behind - at);
            at = behind - 1;
            break;
        }
        case '[':
        case '{':
            if (depth == insideDocument)
                inRows = name == "\"data\"" && text[at] == '[';
            if (depth == insideList)
                rowStart = at;
            ++depth;
            break;
        case ']':
        case '}':
            --depth;
            if (depth != insideList || !inRows)
                break;
            if (!simdjson::validate_utf8(text.data() + rowStart, at + 1 - rowStart))
                return intact;
            ++intact.rows;
            intact.end = static_cast<qint64>(at) + 1;
            break;
        default:
            break;
        }
    }
    return intact;
}

QString toText(const IntactRows &intact)
{
    if (intact.rows == 0)
        return IntactRowsWords::tr("no row is whole");
    return IntactRowsWords::tr("row %1 is the last whole one and ends at byte %2").arg(intact.rows).arg(intact.end);
}

} // namespace peerdesk
