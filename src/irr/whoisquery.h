// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "irr/routestore.h"
#include "peering/asn.h"
#include "peering/ipaddress.h"

#include <QByteArrayView>
#include <QStringList>

namespace peerdesk {

/// One line of the whois service, understood: the queries of the Internet Routing Registry Daemon ("!gAS64500"), which
/// programs send, and those of RIPE's whois ("-T route 192.0.2.0/24"), which people type. Some clients send everything
/// in lower case, so case means something only in "-l" and "-L". A plain value, made by parse() alone.
struct WhoisQuery
{
    enum class Style { Irrd, Ripe };
    enum class Subject {
        Nothing,     ///< flags alone
        KeepOpen,    ///< !! : no answer at all
        Quit,        ///< !q
        Identify,    ///< !n
        IdleTime,    ///< !t
        Select,      ///< !s
        Selected,    ///< !s-lc
        Version,     ///< !v
        Serials,     ///< !j
        Prefixes,    ///< !g, !6: of an origin
        SetPrefixes, ///< !a: of the origins in a set
        Members,     ///< !i
        Routes,      ///< !r, -x, -l, -L, -M
        Origins,     ///< !r,o
        Object,      ///< !m
        Maintained,  ///< !o, -i mnt-by
        OfOrigin,    ///< -i origin
        Template,    ///< -t
        Anything,    ///< a word alone
    };

    Style style = Style::Irrd;
    Subject subject = Subject::Nothing;
    QString word; ///< a name in upper case; of a Template the class, of Identify what the client says
    Asn origin;
    IpPrefix prefix;
    PrefixMatch match = PrefixMatch::Exact;
    Family family = Family::None; ///< none: both
    bool recursive = false;
    bool keepOpen = false;  ///< -k
    bool selectAll = false; ///< -a
    int seconds = 0;        ///< of IdleTime
    QStringList sources;    ///< in upper case; empty: as before
    QStringList classes;    ///< in lower case; empty: all
    QString className;      ///< of an Object

    /// Without its line end. Invalid, in the protocol's words, for what is no query.
    static Result<WhoisQuery> parse(QByteArrayView line);
    [[nodiscard]] static Style styleOf(QByteArrayView line) { return line.startsWith('!') ? Style::Irrd : Style::Ripe; }
};

} // namespace peerdesk
