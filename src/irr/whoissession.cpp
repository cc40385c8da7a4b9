// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/whoissession.h"

#include "irr/rpsltemplate.h"
#include "irr/whoisanswer.h"

namespace peerdesk {

std::optional<QByteArray> WhoisSession::answer(const WhoisQuery &query)
{
    using Subject = WhoisQuery::Subject;
    for (const QString &source : query.sources) {
        if (source != m_source)
            return faultAnswer(query.style, QStringLiteral("One or more selected sources are unavailable."));
    }
    m_staysOpen = m_staysOpen || query.keepOpen || query.subject == Subject::KeepOpen;
    switch (query.subject) {
    case Subject::KeepOpen:
        return QByteArray();
    case Subject::Quit:
        end();
        return QByteArray();
    case Subject::IdleTime:
        m_idleTime = std::chrono::seconds(query.seconds);
        return doneAnswer(query.style);
    case Subject::Nothing:
    case Subject::Identify:
    case Subject::Select:
        return doneAnswer(query.style);
    case Subject::Selected:
        return dataAnswer(query.style, m_source.toLatin1());
    case Subject::Version:
        return dataAnswer(query.style, QByteArrayLiteral("Peerdesk -- version " PEERDESK_VERSION));
    case Subject::Template:
        return dataAnswer(query.style, RpslTemplate::of(query.word)->toText().toLatin1());
    default:
        return {};
    }
}

} // namespace peerdesk
