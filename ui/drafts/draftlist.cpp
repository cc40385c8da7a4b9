// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/draftlist.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct DraftListWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::DraftList)
};

QString stateInWords(const DraftEntry &entry)
{
    if (entry.sending)
        return statusLook(Status::Sending).word;
    if (entry.problems > 0)
        return DraftListWords::tr("%n problem(s)", nullptr, entry.problems);
    return entry.sessions == 0 ? DraftListWords::tr("Empty") : DraftListWords::tr("Ready");
}

Cell state(const DraftEntry &entry)
{
    Cell cell{.icon = Icon::CircleCheck, .tone = Tone::Established};
    if (entry.sending) {
        cell = statusCell(statusLook(Status::Sending));
        cell.text.clear();
    } else if (entry.problems > 0) {
        cell = {.text = QString::number(entry.problems), .icon = Icon::CircleAlert, .tone = Tone::Rejected};
    } else if (entry.sessions == 0) {
        cell = {.icon = Icon::Pencil, .tone = Tone::Muted};
    }
    cell.toolTip = cell.spoken = stateInWords(entry);
    return cell;
}

QString nameOf(const DraftEntry &entry)
{
    return entry.name.isEmpty() ? entry.asn.toString() : entry.name;
}

} // namespace

DraftEntry draftEntry(const DraftReview &review, bool sending)
{
    return {review.draft.id,       review.draft.otherAsn, review.otherName,
            review.sessionCount(), review.problemCount(), sending};
}

RowTraits<DraftEntry> draftEntryTraits()
{
    RowTraits<DraftEntry> traits;
    traits.key = [](const DraftEntry &entry) { return entry.id; };
    traits.sentence = [](const DraftEntry &entry) {
        return DraftListWords::tr("%1 %2, %3, %4")
            .arg(entry.asn.toString(), entry.name, DraftListWords::tr("%n session(s)", nullptr, entry.sessions),
                 stateInWords(entry));
    };
    traits.columns = {
        {{.id = QStringLiteral("asn"), .title = DraftListWords::tr("ASN"), .width = 7, .numeric = true},
         [](const DraftEntry &entry) { return Cell{.text = QString::number(entry.asn.number())}; },
         [](const DraftEntry &entry) { return SortKey(double(entry.asn.number())); }},
        {{.id = QStringLiteral("network"), .title = DraftListWords::tr("Network"), .stretch = true},
         [](const DraftEntry &entry) { return Cell{.text = nameOf(entry)}; }},
        {{.id = QStringLiteral("sessions"), .title = DraftListWords::tr("Sessions"), .width = 7, .numeric = true},
         [](const DraftEntry &entry) { return Cell{.text = QString::number(entry.sessions)}; },
         [](const DraftEntry &entry) { return SortKey(double(entry.sessions)); }},
        {{.id = QStringLiteral("state"), .title = DraftListWords::tr("Check"), .width = 5}, state},
    };
    return traits;
}

} // namespace peerdesk
