// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/drafts/draftreview.h"

#include "peering/validation.h"
#include "peeringapi/fieldpath.h"
#include "workflow/errortext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace peerdesk {
namespace {

using Kind = CellProblem::Kind;

QString reviewText(const char *source)
{
    return QCoreApplication::translate("DraftReview", source);
}

/// We are the initiator of everything we draft. What concerns the whole session stands where it would be
/// mended.
DraftColumn columnOf(Finding::Part part, Finding::Rule rule = Finding::Rule::AddressMissing)
{
    const bool ofRoles =
        rule == Finding::Rule::RolesDisagree || rule == Finding::Rule::BothMonitor || rule == Finding::Rule::AsnHidden;
    if (ofRoles)
        return DraftColumn::Role;
    switch (part) {
    case Finding::Part::InitiatorAddress:
        return DraftColumn::OwnAddress;
    case Finding::Part::Location:
        return DraftColumn::Location;
    case Finding::Part::Secret:
        return DraftColumn::Secret;
    case Finding::Part::ReceiverAddress:
    case Finding::Part::Whole:
        break;
    }
    return DraftColumn::OtherAddress;
}

DraftColumn columnOf(const FieldError &error)
{
    const auto own = draftColumnFromString(error.field);
    return own ? *own : columnOf(fieldTargetOf(error.field, Dialect::Orientation::Requestor).part);
}

/// A place as typed: "pdb:ix:42", or the name of an exchange that only one carries.
class TypedLocation
{
public:
    TypedLocation(const QString &text, const Places &places)
    {
        if (text.isEmpty())
            return;
        if (const auto parsed = Location::parse(text)) {
            m_location = *parsed;
            return;
        }
        const QList<Location> found = places.findExchanges(text);
        QList<Location> exact;
        std::copy_if(found.begin(), found.end(), std::back_inserter(exact), [&](const Location &location) {
            return places.locationName(location).compare(text, Qt::CaseInsensitive) == 0;
        });
        if (exact.size() == 1 || (exact.isEmpty() && found.size() == 1))
            m_location = exact.isEmpty() ? found.first() : exact.first();
        else if (found.isEmpty())
            m_problem = reviewText(QT_TRANSLATE_NOOP("DraftReview", "No exchange is called “%1”.")).arg(text);
        else
            m_problem = reviewText(QT_TRANSLATE_NOOP("DraftReview",
                                                     "Several exchanges match “%1”: type the number, such as %2."))
                            .arg(text, found.first().toString());
    }

    [[nodiscard]] const Location &location() const { return m_location; }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    Location m_location;
    QString m_problem;
};

class Reviewer
{
public:
    Reviewer(const Draft &draft, const DraftContext &context, const Places &places)
        : m_places(places)
    {
        m_review.draft = draft;
        m_review.otherName = places.networkName(draft.otherAsn);
        m_context.open = context.open;
        m_context.existing = context.existing;
    }

    DraftReview run()
    {
        for (const DraftRow &row : std::as_const(m_review.draft.rows))
            read(row);
        askDirectory();
        const QList<Finding> findings = validate(m_review.proposals, m_context);
        for (const Finding &finding : findings)
            note(finding);
        for (qsizetype i = 0; i < m_review.rows.size(); ++i)
            conclude(m_review.draft.rows.at(i), m_review.rows[i]);
        return m_review;
    }

private:
    void read(const DraftRow &row)
    {
        const TypedLocation typed(row.location, m_places);
        RowReview reviewed;
        reviewed.itemId = row.itemId;
        const QString name = typed.location().isValid() ? m_places.locationName(typed.location()) : QString();
        reviewed.location = name.isEmpty() ? row.location : name;
        reviewed.blank = row.isBlank();
        if (!typed.problem().isEmpty())
            reviewed.problems.append({DraftColumn::Location, Kind::Error, typed.problem()});
        SessionProposal proposal{.itemId = row.itemId,
                                 .initiator = m_review.draft.ownAsn,
                                 .receiver = m_review.draft.otherAsn,
                                 .initiatorAddress = {},
                                 .receiverAddress = {},
                                 .location = typed.location(),
                                 .sessionSecret = row.sessionSecret};
        readRole(row, proposal, reviewed);
        proposal.initiatorAddress = readAddress(row.ownAddress, DraftColumn::OwnAddress, reviewed);
        proposal.receiverAddress = readAddress(row.otherAddress, DraftColumn::OtherAddress, reviewed);
        reviewed.family = proposal.initiatorAddress.isValid() ? proposal.initiatorAddress.family()
                                                              : proposal.receiverAddress.family();
        if (!reviewed.blank) {
            m_rowOf.append(static_cast<int>(m_review.rows.size()));
            m_review.proposals.append(proposal);
        }
        m_review.rows.append(reviewed);
    }

    /// The other end is what follows from ours (RFC 9234 section 4.2).
    static void readRole(const DraftRow &row, SessionProposal &proposal, RowReview &reviewed)
    {
        if (const auto terms = ownTerms(row)) {
            proposal.initiatorTerms = *terms;
            proposal.receiverTerms.role = counterpartOf(terms->role);
            return;
        }
        reviewed.problems.append(
            {DraftColumn::Role, Kind::Error,
             reviewText(QT_TRANSLATE_NOOP("DraftReview", "“%1” is no role: peer, customer, provider, rs or rs-client."))
                 .arg(row.role)});
    }

    static IpAddress readAddress(const QString &text, DraftColumn column, RowReview &row)
    {
        const auto address = IpAddress::parse(text);
        if (!address && !text.isEmpty())
            row.problems.append({column, Kind::Error,
                                 reviewText(QT_TRANSLATE_NOOP("DraftReview", "“%1” is no IP address.")).arg(text)});
        return address.value_or(IpAddress());
    }

    void askDirectory()
    {
        QList<SessionProposal> atExchanges;
        std::copy_if(m_review.proposals.begin(), m_review.proposals.end(), std::back_inserter(atExchanges),
                     [](const SessionProposal &proposal) { return proposal.location.isPublic(); });
        m_context.exchanges = factsOf(m_places, atExchanges);
    }

    /// What was typed and could not be read has been said already, in better words than "is missing".
    void note(const Finding &finding)
    {
        RowReview &row = m_review.rows[m_rowOf.at(finding.index)];
        const DraftColumn column = columnOf(finding.part, finding.rule);
        const bool missing =
            finding.rule == Finding::Rule::AddressMissing || finding.rule == Finding::Rule::LocationMissing;
        if (missing && !row.problemText(column).isEmpty())
            return;
        const Kind kind = finding.severity == Finding::Severity::Error ? Kind::Error : Kind::Warning;
        row.problems.append({column, kind, findingSentence(finding)});
    }

    void conclude(const DraftRow &row, RowReview &reviewed)
    {
        for (const FieldError &error : row.remoteErrors)
            reviewed.problems.append({columnOf(error), Kind::Remote, error.messages.join(QStringLiteral("; "))});
        for (const DraftColumn column : draftColumns) {
            FieldError blocking{toText(column), {}, row.itemId};
            for (const CellProblem &problem : std::as_const(reviewed.problems)) {
                if (problem.column == column && (problem.kind == Kind::Error || !row.overridden))
                    blocking.messages.append(problem.sentence);
            }
            if (!blocking.messages.isEmpty())
                m_review.blocking.append(blocking);
            reviewed.blocked |= !blocking.messages.isEmpty();
        }
    }

    const Places &m_places;
    ValidationContext m_context;
    DraftReview m_review;
    QList<int> m_rowOf; ///< the row of each proposal
};

} // namespace

QString RowReview::problemText(DraftColumn column) const
{
    QStringList sentences;
    for (const CellProblem &problem : problems) {
        if (problem.column == column)
            sentences.append(problem.sentence);
    }
    return sentences.join(u' ');
}

std::optional<EndTerms> ownTerms(const DraftRow &row)
{
    return row.role.isEmpty() ? EndTerms() : endTermsFromString(row.role);
}

DraftReview review(const Draft &draft, const DraftContext &context, const Places &places)
{
    return Reviewer(draft, context, places).run();
}

Draft withRemoteErrors(Draft draft, const QList<FieldError> &errors, Dialect::Orientation orientation)
{
    for (DraftRow &row : draft.rows) {
        row.remoteErrors.clear();
        for (const FieldError &error : errors) {
            if (error.itemId != row.itemId)
                continue;
            FieldError placed = error;
            placed.field = toText(columnOf(fieldTargetOf(error.field, orientation).part));
            row.remoteErrors.append(placed);
        }
        if (!row.remoteErrors.isEmpty())
            row.overridden = false;
    }
    return draft;
}

} // namespace peerdesk
