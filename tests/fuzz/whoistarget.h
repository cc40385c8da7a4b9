// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz/demand.h"
#include "irr/whoisanswer.h"
#include "irr/whoissession.h"

namespace peerdesk::test {

/// Lines of one connection to the query service, up to where the database would be asked. Whatever is answered has its
/// form: clients count its bytes.
class WhoisTarget
{
public:
    void read(const QByteArray &bytes)
    {
        WhoisSession session(QStringLiteral("OURS"), std::chrono::seconds(30));
        for (const QByteArray &line : bytes.split('\n')) {
            const auto query = WhoisQuery::parse(line);
            if (!query) {
                demand(query.error().kind == ErrorKind::Invalid, "A fault is the client's");
                const QByteArray fault = faultAnswer(WhoisQuery::styleOf(line), query.error().detail);
                demand(fault.startsWith('F') ? fault.count('\n') == 1 : fault.endsWith("\n\n\n"),
                       "A fault is one line");
                continue;
            }
            if (const auto answer = session.answer(*query))
                checkAnswer(query->style, *answer);
            demand(session.idleTime() > std::chrono::seconds(0), "A connection has its time");
        }
    }

private:
    static void checkAnswer(WhoisQuery::Style style, const QByteArray &answer)
    {
        if (style == WhoisQuery::Style::Ripe || !answer.startsWith('A'))
            return;
        const qsizetype head = answer.indexOf('\n') + 1;
        const qsizetype length = answer.mid(1, head - 2).toLongLong();
        demand(answer.size() == head + length + 2 && answer.endsWith("\nC\n"), "A length is exact");
    }
};

} // namespace peerdesk::test
