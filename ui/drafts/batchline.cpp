// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/batchline.h"

#include "workflow/rolewords.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("BatchLine", source);
}

QString typed(const DraftRow &row, DraftColumn column)
{
    switch (column) {
    case DraftColumn::Location:
        return row.location;
    case DraftColumn::OwnAddress:
        return row.ownAddress;
    case DraftColumn::OtherAddress:
        return row.otherAddress;
    case DraftColumn::Secret:
        return row.sessionSecret.isEmpty() ? QString() : QStringLiteral("••••••");
    case DraftColumn::Role:
        return row.role;
    case DraftColumn::Note:
        break;
    }
    return row.note;
}

/// What is typed says what we are; the other end is what follows from it.
Cell roleCell(Cell cell, const EndTerms &terms)
{
    EndTerms theirs;
    theirs.role = counterpartOf(terms.role);
    cell.text = termsText(terms);
    cell.toolTip = words(QT_TRANSLATE_NOOP("BatchLine", "We are %1 at this session, they are %2"))
                       .arg(termsText(terms), termsText(theirs));
    return cell;
}

/// The worst that is said of the cell decides how it is marked.
Cell marked(Cell cell, const BatchLine &line, DraftColumn column)
{
    bool warns = false;
    bool wrong = false;
    for (const CellProblem &problem : line.review.problems) {
        if (problem.column != column)
            continue;
        wrong |= problem.kind == CellProblem::Kind::Error;
        warns |= problem.kind != CellProblem::Kind::Error;
    }
    if (!wrong && !warns)
        return cell;
    const QString said = line.review.problemText(column);
    if (wrong || !line.row.overridden)
        cell.problem = said;
    if (!wrong) {
        cell.icon = Icon::TriangleAlert;
        cell.problemTone = Tone::Pending;
    }
    cell.toolTip = line.row.overridden ? words(QT_TRANSLATE_NOOP("BatchLine", "Sent anyway: %1")).arg(said) : said;
    return cell;
}

Cell cellFor(const BatchLine &line, DraftColumn column)
{
    Cell cell{.text = typed(line.row, column)};
    cell.mono = column == DraftColumn::OwnAddress || column == DraftColumn::OtherAddress;
    cell.secondary = column == DraftColumn::Note;
    if (column == DraftColumn::Location) {
        cell.text = line.review.location;
        if (cell.text != line.row.location)
            cell.toolTip = line.row.location;
    }
    if (column == DraftColumn::Role && !line.review.blank) {
        cell.secondary = cell.text.isEmpty();
        if (const auto terms = ownTerms(line.row))
            cell = roleCell(cell, *terms);
    }
    if (column == DraftColumn::Secret && !cell.text.isEmpty())
        cell.spoken = words(QT_TRANSLATE_NOOP("BatchLine", "a secret is set"));
    return marked(cell, line, column);
}

Cell verdict(const BatchLine &line)
{
    if (line.review.blank)
        return {.text = words(QT_TRANSLATE_NOOP("BatchLine", "Empty, not sent")), .secondary = true};
    for (const bool errorsFirst : {true, false}) {
        for (const CellProblem &problem : line.review.problems) {
            const bool error = problem.kind == CellProblem::Kind::Error;
            if (error != errorsFirst || (!error && line.row.overridden))
                continue;
            QString text = problem.sentence;
            if (problem.kind == CellProblem::Kind::Remote)
                text = words(QT_TRANSLATE_NOOP("BatchLine", "They said: %1")).arg(text);
            return {.text = text,
                    .icon = error ? Icon::CircleAlert : Icon::TriangleAlert,
                    .tone = error ? Tone::Rejected : Tone::Pending,
                    .toolTip = text};
        }
    }
    if (line.row.overridden && !line.review.problems.isEmpty())
        return {.text = words(QT_TRANSLATE_NOOP("BatchLine", "Ready, warning overridden")),
                .icon = Icon::CircleCheck,
                .tone = Tone::Pending,
                .toolTip = line.review.problems.first().sentence};
    return {
        .text = words(QT_TRANSLATE_NOOP("BatchLine", "Ready")), .icon = Icon::CircleCheck, .tone = Tone::Established};
}

QString sentence(const BatchLine &line)
{
    return words(QT_TRANSLATE_NOOP("BatchLine", "Row %1, %2, %3 to %4: %5"))
        .arg(line.number)
        .arg(line.review.location, line.row.ownAddress, line.row.otherAddress, verdict(line).text);
}

RowColumn<BatchLine> editable(const QString &id, const QString &title, DraftColumn column, int width)
{
    return {{.id = id, .title = title, .width = width},
            [column](const BatchLine &line) { return cellFor(line, column); }};
}

} // namespace

std::optional<DraftColumn> draftColumnOf(int column)
{
    switch (static_cast<BatchColumn>(column)) {
    case BatchColumn::Location:
        return DraftColumn::Location;
    case BatchColumn::OwnAddress:
        return DraftColumn::OwnAddress;
    case BatchColumn::OtherAddress:
        return DraftColumn::OtherAddress;
    case BatchColumn::Secret:
        return DraftColumn::Secret;
    case BatchColumn::Note:
        return DraftColumn::Note;
    case BatchColumn::Role:
        return DraftColumn::Role;
    case BatchColumn::Number:
    case BatchColumn::Verdict:
        break;
    }
    return {};
}

int columnOf(DraftColumn column)
{
    int found = 0;
    while (draftColumnOf(found) != column)
        ++found;
    return found;
}

QList<BatchLine> batchLines(const DraftReview &review)
{
    QList<BatchLine> lines;
    for (qsizetype i = 0; i < review.draft.rows.size(); ++i)
        lines.append({static_cast<int>(i) + 1, review.draft.rows.at(i), review.rows.at(i)});
    return lines;
}

RowTraits<BatchLine> batchTraits()
{
    RowTraits<BatchLine> traits;
    traits.key = [](const BatchLine &line) { return line.row.itemId; };
    traits.sentence = sentence;
    traits.columns = {
        {{.id = QStringLiteral("number"), .title = QStringLiteral("#"), .width = 2, .numeric = true},
         [](const BatchLine &line) { return Cell{.text = QString::number(line.number), .secondary = true}; }},
        editable(QStringLiteral("location"), words(QT_TRANSLATE_NOOP("BatchLine", "Exchange")), DraftColumn::Location,
                 15),
        editable(QStringLiteral("own"), words(QT_TRANSLATE_NOOP("BatchLine", "Our address")), DraftColumn::OwnAddress,
                 20),
        editable(QStringLiteral("other"), words(QT_TRANSLATE_NOOP("BatchLine", "Their address")),
                 DraftColumn::OtherAddress, 20),
        editable(QStringLiteral("role"), words(QT_TRANSLATE_NOOP("BatchLine", "Our role")), DraftColumn::Role, 8),
        editable(QStringLiteral("secret"), words(QT_TRANSLATE_NOOP("BatchLine", "Secret")), DraftColumn::Secret, 6),
        editable(QStringLiteral("note"), words(QT_TRANSLATE_NOOP("BatchLine", "Note")), DraftColumn::Note, 9),
        {{.id = QStringLiteral("verdict"),
          .title = words(QT_TRANSLATE_NOOP("BatchLine", "Check")),
          .width = 24,
          .stretch = true},
         verdict},
    };
    return traits;
}

} // namespace peerdesk
