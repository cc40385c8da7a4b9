// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests/requestdetail.h"

#include "widgets/relativetime.h"
#include "workflow/rolewords.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace peerdesk {
namespace {

struct RequestDetailWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RequestDetail)
};

/// Only what the other side added to what was asked is an offer.
QString remark(const Session &session)
{
    if (session.status() == Status::Approved && session.configureBy != 0)
        return RequestDetailWords::tr("to be configured by %1").arg(exactTime(session.configureBy));
    if (session.status() == Status::Down && !session.bgpState.isEmpty())
        return session.bgpState;
    return {};
}

/// Two routers at one exchange: their addresses tell the sessions apart.
bool isOneOfSeveral(const Request &request, const Session &session)
{
    return std::count_if(request.sessions.begin(), request.sessions.end(),
                         [&session](const Session &other) {
                             return other.proposal.location == session.proposal.location
                                    && other.proposal.family() == session.proposal.family();
                         })
           > 1;
}

DetailContent::Table sessionTable(const Request &request, const RequestSurroundings &around)
{
    DetailContent::Table table{
        QStringLiteral("sessions"),
        {{.id = QStringLiteral("session"), .title = RequestDetailWords::tr("Session"), .stretch = true},
         {.id = QStringLiteral("status"), .title = RequestDetailWords::tr("Status"), .width = 16}},
        {}};
    for (const Session &session : request.sessions) {
        const bool chosen = around.chosen.contains(session.id);
        Cell name{.text = sessionName(session, around.locationName), .icon = chosen ? Icon::Check : Icon::None};
        if (isOneOfSeveral(request, session))
            name.text = RequestDetailWords::tr("%1 %2", "session and address")
                            .arg(name.text, session.otherAddress().toString());
        if (!session.proposal.isPlainPeering())
            name.text = RequestDetailWords::tr("%1, as %2", "session and our role")
                            .arg(name.text, termsText(session.proposal.initiatorTerms));
        name.toolTip = RequestDetailWords::tr("ours %1, theirs %2")
                           .arg(session.ownAddress().toString(), session.otherAddress().toString());
        name.spoken = chosen ? RequestDetailWords::tr("%1, chosen").arg(name.text) : name.text;
        Cell status = statusCell(statusLook(session.status()));
        status.toolTip = remark(session);
        table.rows.append({session.id, {name, status}});
    }
    return table;
}

/// A line of the timeline: what several sessions became at the same moment is said once.
struct Step
{
    AuditEntry first;
    QStringList sessions;

    [[nodiscard]] bool takes(const AuditEntry &entry) const
    {
        return entry.at == first.at && entry.who == first.who && entry.toState == first.toState
               && entry.why == first.why;
    }
};

QList<Step> stepsOf(QList<AuditEntry> history, const QMap<QString, QString> &names)
{
    std::stable_sort(history.begin(), history.end(), [](const AuditEntry &one, const AuditEntry &other) {
        return std::pair(one.at, one.nounVersion) < std::pair(other.at, other.nounVersion);
    });
    QList<Step> steps;
    for (const AuditEntry &entry : std::as_const(history)) {
        const auto same =
            std::find_if(steps.begin(), steps.end(), [&entry](const Step &step) { return step.takes(entry); });
        if (same == steps.end())
            steps.append({entry, {names.value(entry.nounId)}});
        else
            same->sessions.append(names.value(entry.nounId));
    }
    return steps;
}

DetailContent::Timeline timeline(const Request &request, const RequestSurroundings &around)
{
    QMap<QString, QString> names;
    for (const Session &session : request.sessions)
        names.insert(session.id, sessionName(session, around.locationName));
    DetailContent::Timeline told;
    told.now = around.now;
    const QList<Step> steps = stepsOf(around.history, names);
    for (const Step &step : steps) {
        if (step.first.toState == failedAttempt) {
            told.entries.append(
                {step.first.at, RequestDetailWords::tr("An attempt failed"), step.first.why, Tone::Rejected});
            continue;
        }
        const auto status = statusFromString(step.first.toState);
        if (!status)
            continue;
        const StatusLook look = statusLook(*status);
        const auto count = static_cast<int>(step.sessions.size());
        const QString what = count == 1 ? RequestDetailWords::tr("%1: %2").arg(step.sessions.first(), look.word)
                                        : RequestDetailWords::tr("%n session(s): %1", nullptr, count).arg(look.word);
        const QString note = step.first.why.isEmpty()
                                 ? step.first.who
                                 : RequestDetailWords::tr("%1: %2").arg(step.first.who, step.first.why);
        told.entries.append({step.first.at, what, note, look.tone});
    }
    return told;
}

} // namespace

QString sessionName(const Session &session, const std::function<QString(const Location &)> &locationName)
{
    const QString name = locationName(session.proposal.location);
    const QString family = session.proposal.family() == Family::IPv6 ? QStringLiteral("v6") : QStringLiteral("v4");
    return RequestDetailWords::tr("%1 %2").arg(name.isEmpty() ? session.proposal.location.toString() : name, family);
}

DetailContent requestDetail(const Request &request, const RequestSurroundings &around)
{
    DetailContent content;
    content.key = request.id;
    content.title = around.networkName.isEmpty() ? request.otherAsn.toString() : around.networkName;
    content.subtitle = request.sentAt == 0
                           ? RequestDetailWords::tr("%1 · not sent yet").arg(request.otherAsn.toString())
                           : RequestDetailWords::tr("%1 · asked %2 through the API")
                                 .arg(request.otherAsn.toString(), relativeTime(request.sentAt, around.now));
    content.blocks << sessionTable(request, around);
    QStringList said;
    for (const Session &session : request.sessions) {
        const QString name = sessionName(session, around.locationName);
        const QString words = RequestDetailWords::tr("%1: “%2”").arg(name, session.reason);
        if (!session.reason.isEmpty() && !said.contains(words))
            content.blocks << DetailContent::Text{words, statusLook(session.status()).tone};
        said.append(words);
        if (!session.note.isEmpty())
            content.blocks << DetailContent::Text{.text = RequestDetailWords::tr("%1: %2").arg(name, session.note),
                                                  .secondary = true};
    }
    for (const SentKey &key : around.keys)
        content.blocks << DetailContent::Text{.text = sentKeySentence(key),
                                              .tone = key.way == SentKey::Way::Alone ? Tone::Pending : Tone::Muted};
    if (!request.lastError.isEmpty())
        content.blocks << DetailContent::Text{request.lastError, Tone::Rejected};
    const DetailContent::Timeline told = timeline(request, around);
    if (!told.entries.isEmpty())
        content.blocks << DetailContent::Section{RequestDetailWords::tr("Timeline")} << told;
    return content;
}

} // namespace peerdesk
