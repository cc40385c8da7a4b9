// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/rpslnames.h"

#include <algorithm>

namespace peerdesk {
namespace {

constexpr qsizetype longestName = 128;

bool isNameLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isNameCharacter(QChar c)
{
    return isNameLetter(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

QStringView prefixOf(SetClass setClass)
{
    return setClass == SetClass::AsSet ? u"AS-" : u"RS-";
}

} // namespace

QString toText(SetClass setClass)
{
    return setClass == SetClass::AsSet ? QStringLiteral("as-set") : QStringLiteral("route-set");
}

std::optional<Asn> asnOfRpsl(QStringView text)
{
    return text.startsWith(u"AS", Qt::CaseInsensitive) ? Asn::parse(text) : std::nullopt;
}

bool isObjectName(QStringView text)
{
    return !text.isEmpty() && text.size() <= longestName && isNameLetter(text.front())
           && std::all_of(text.begin(), text.end(), isNameCharacter);
}

bool isSetName(QStringView text, SetClass setClass)
{
    if (text.size() > longestName)
        return false;
    bool named = false;
    for (const QStringView part : text.split(u':')) {
        const bool ofClass =
            part.startsWith(prefixOf(setClass), Qt::CaseInsensitive) && part.size() > 3 && isObjectName(part);
        if (!ofClass && (!asnOfRpsl(part) || part != part.trimmed()))
            return false;
        named = named || ofClass;
    }
    return named;
}

std::optional<SetClass> setClassOf(QStringView name)
{
    for (const SetClass setClass : {SetClass::AsSet, SetClass::RouteSet}) {
        if (isSetName(name, setClass))
            return setClass;
    }
    return {};
}

} // namespace peerdesk
