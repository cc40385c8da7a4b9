// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/irrdquery.h"

namespace peerdesk {
namespace {

using Subject = WhoisQuery::Subject;

constexpr int longestIdle = 1000; // seconds, as IRRd has it

Error faulty(const QString &words)
{
    return Error(ErrorKind::Invalid, words);
}

WhoisQuery about(Subject subject, const QString &word = {})
{
    WhoisQuery query;
    query.subject = subject;
    query.word = word;
    return query;
}

Result<WhoisQuery> idleTime(const QString &parameter)
{
    bool isNumber = false;
    WhoisQuery query = about(Subject::IdleTime);
    query.seconds = parameter.toInt(&isNumber);
    if (!isNumber || query.seconds < 1 || query.seconds > longestIdle)
        return faulty(QStringLiteral("Invalid value for timeout: %1").arg(parameter));
    return query;
}

Result<WhoisQuery> sources(const QString &parameter)
{
    if (parameter.compare(u"-lc", Qt::CaseInsensitive) == 0)
        return about(Subject::Selected);
    WhoisQuery query = about(Subject::Select);
    query.sources = parameter.toUpper().split(u',');
    return query;
}

Result<WhoisQuery> prefixesOfOrigin(const QString &parameter, Family family)
{
    const auto origin = Asn::parse(parameter);
    if (!origin)
        return faulty(QStringLiteral("Invalid AS number: %1").arg(parameter));
    WhoisQuery query = about(Subject::Prefixes);
    query.origin = *origin;
    query.family = family;
    return query;
}

/// Clients find out whether a server knows !a by asking for no set at all, and compare what comes with these words.
Result<WhoisQuery> prefixesOfSet(QString parameter)
{
    WhoisQuery query = about(Subject::SetPrefixes);
    if (parameter.startsWith(u'4') || parameter.startsWith(u'6')) {
        query.family = parameter.startsWith(u'4') ? Family::IPv4 : Family::IPv6;
        parameter.remove(0, 1);
    }
    if (parameter.isEmpty())
        return faulty(QStringLiteral("Missing required set name for A query"));
    query.word = parameter.toUpper();
    return query;
}

Result<WhoisQuery> members(QString parameter)
{
    WhoisQuery query = about(Subject::Members);
    query.recursive = parameter.endsWith(u",1");
    if (query.recursive)
        parameter.chop(2);
    query.word = parameter.toUpper();
    return query;
}

Result<WhoisQuery> routes(const QString &parameter)
{
    const auto prefix = prefixOfQuery(parameter.section(u',', 0, 0));
    if (!prefix)
        return faulty(QStringLiteral("Invalid input for route search: %1").arg(parameter));
    WhoisQuery query = about(Subject::Routes);
    query.prefix = *prefix;
    const QString option = parameter.section(u',', 1);
    if (option == u"o" || option == u"O")
        query.subject = Subject::Origins;
    else if (option == u"l")
        query.match = PrefixMatch::LessSpecific;
    else if (option == u"L")
        query.match = PrefixMatch::AllLessSpecific;
    else if (option == u"M" || option == u"m")
        query.match = PrefixMatch::AllMoreSpecific;
    else if (!option.isEmpty())
        return faulty(QStringLiteral("Invalid route search option: %1").arg(option));
    return query;
}

Result<WhoisQuery> object(const QString &parameter)
{
    const qsizetype comma = parameter.indexOf(u',');
    if (comma < 0)
        return faulty(QStringLiteral("Invalid argument for object lookup: %1").arg(parameter));
    WhoisQuery query = about(Subject::Object, parameter.mid(comma + 1).trimmed().toUpper());
    query.className = parameter.left(comma).toLower();
    return query;
}

} // namespace

std::optional<IpPrefix> prefixOfQuery(QStringView text)
{
    if (text.contains(u'/'))
        return IpPrefix::parse(text);
    const auto address = IpAddress::parse(text);
    return address ? std::optional<IpPrefix>(IpPrefix(*address, address->bitLength())) : std::nullopt;
}

Result<WhoisQuery> parseIrrdQuery(const QString &text)
{
    if (text.isEmpty())
        return faulty(QStringLiteral("Missing IRRd command"));
    const QChar command = text.front() == u'J' ? QChar(u'J') : text.front().toLower();
    const QString parameter = text.mid(1).trimmed();
    if (parameter.isEmpty() && QStringView(u"tg6ijmnors").contains(command))
        return faulty(QStringLiteral("Missing parameter for %1 query").arg(command));
    switch (command.unicode()) {
    case u'!':
        return about(Subject::KeepOpen);
    case u'q':
        return about(Subject::Quit);
    case u'n':
        return about(Subject::Identify, parameter);
    case u't':
        return idleTime(parameter);
    case u's':
        return sources(parameter);
    case u'v':
        return about(Subject::Version);
    case u'g':
        return prefixesOfOrigin(parameter, Family::IPv4);
    case u'6':
        return prefixesOfOrigin(parameter, Family::IPv6);
    case u'a':
        return prefixesOfSet(parameter);
    case u'i':
        return members(parameter);
    case u'r':
        return routes(parameter);
    case u'm':
        return object(parameter);
    case u'o':
        return about(Subject::Maintained, parameter.toUpper());
    case u'j':
        return about(Subject::Serials, parameter.toUpper());
    default:
        return faulty(QStringLiteral("Unrecognised command: %1").arg(command));
    }
}

} // namespace peerdesk
