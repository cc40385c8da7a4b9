// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filter.h"

#include "base/filterscanner.h"

#include <algorithm>

namespace peerdesk {
namespace {

bool rangeHolds(const Filter::Term &term, double number)
{
    return std::any_of(term.ranges.cbegin(), term.ranges.cend(), [&](const Filter::Term::Range &range) {
        switch (term.comparison) {
        case Filter::Comparison::Matches:
            return number >= range.from && number <= range.to;
        case Filter::Comparison::Less:
            return number < range.from;
        case Filter::Comparison::LessOrEqual:
            return number <= range.from;
        case Filter::Comparison::Greater:
            return number > range.from;
        case Filter::Comparison::GreaterOrEqual:
            return number >= range.from;
        }
        return false;
    });
}

bool textHolds(const Filter::Term &term, FilterField::Kind kind, const QString &text)
{
    return std::any_of(term.values.cbegin(), term.values.cend(), [&](const QString &value) {
        return kind == FilterField::Kind::Enum ? text.compare(value, Qt::CaseInsensitive) == 0
                                               : text.contains(value, Qt::CaseInsensitive);
    });
}

bool flagHolds(const Filter::Term &term, bool flag)
{
    const bool wanted = term.values.isEmpty() || isYes(term.values.first());
    return flag == wanted;
}

} // namespace

Filter Filter::parse(const QString &text, const QList<FilterField> &fields)
{
    Filter filter;
    filter.m_text = text;
    filter.m_terms = FilterScanner(text, fields).terms();
    filter.m_kinds.reserve(fields.size());
    for (int i = 0; i < fields.size(); ++i) {
        filter.m_kinds.append(fields.at(i).kind);
        if (fields.at(i).searched)
            filter.m_searched.append(i);
    }
    return filter;
}

bool Filter::termHolds(const Term &term, const FilterReader &read) const
{
    if (term.field < 0) {
        return std::any_of(m_searched.cbegin(), m_searched.cend(), [&](int field) {
            const FilterValue value = read(field);
            if (const auto *text = std::get_if<QString>(&value))
                return text->contains(term.values.first(), Qt::CaseInsensitive);
            if (const auto *number = std::get_if<double>(&value))
                return QString::number(*number, 'f', 0) == term.values.first();
            if (const auto *list = std::get_if<QStringList>(&value))
                return textHolds(term, FilterField::Kind::Text, list->join(u'\n'));
            return false;
        });
    }
    const FilterField::Kind kind = m_kinds.at(term.field);
    const FilterValue value = read(term.field);
    if (const auto *number = std::get_if<double>(&value))
        return rangeHolds(term, *number);
    if (const auto *flag = std::get_if<bool>(&value))
        return flagHolds(term, *flag);
    if (const auto *text = std::get_if<QString>(&value))
        return textHolds(term, kind, *text);
    if (const auto *list = std::get_if<QStringList>(&value)) {
        return std::any_of(list->cbegin(), list->cend(),
                           [&](const QString &text) { return textHolds(term, kind, text); });
    }
    return kind == FilterField::Kind::Flag && flagHolds(term, false);
}

bool Filter::matches(const FilterReader &read) const
{
    return std::all_of(m_terms.cbegin(), m_terms.cend(), [&](const Term &term) {
        return !term.problem.isEmpty() || termHolds(term, read) != term.negated;
    });
}

bool Filter::isEmpty() const
{
    return std::all_of(m_terms.cbegin(), m_terms.cend(), [](const Term &term) { return !term.problem.isEmpty(); });
}

std::optional<Filter::Term> Filter::firstProblem() const
{
    const auto found =
        std::find_if(m_terms.cbegin(), m_terms.cend(), [](const Term &term) { return !term.problem.isEmpty(); });
    return found == m_terms.cend() ? std::nullopt : std::optional(*found);
}

QString quotedFilterValue(const QString &value)
{
    QString plain = value;
    plain.remove(u'"');
    const bool bare = !plain.isEmpty() && std::none_of(plain.cbegin(), plain.cend(), [](QChar c) {
        return c.isSpace() || c == u',' || c == u':' || c == u'<' || c == u'>' || c == u'=';
    });
    return bare ? plain : u'"' + plain + u'"';
}

QString withFilterValue(const QString &text, const QList<FilterField> &fields, int field, const QString &value,
                        bool negated)
{
    const FilterField &wanted = fields.at(field);
    QString term = negated ? QStringLiteral("-") : QString();
    if (wanted.kind == FilterField::Kind::Flag)
        term = (isYes(value) != negated ? QString() : QStringLiteral("-")) + wanted.name;
    else
        term += wanted.name + u':' + quotedFilterValue(value);
    for (const Filter::Term &old : FilterScanner(text, fields).terms()) {
        if (old.field == field && old.comparison == Filter::Comparison::Matches && old.negated == negated) {
            QString changed = text;
            return changed.replace(old.start, old.length, term);
        }
    }
    const QString before = text.trimmed();
    return before.isEmpty() ? term : before + u' ' + term;
}

FilterCompletion completeFilter(const QString &text, qsizetype cursor, const QList<FilterField> &fields)
{
    FilterCompletion completion;
    const QList<Filter::Term> terms = FilterScanner(text.left(cursor), fields).terms();
    const bool inTerm = !terms.isEmpty() && terms.last().start + terms.last().length == cursor;
    completion.start = completion.length = 0;

    if (inTerm && terms.last().field >= 0 && terms.last().valueStart > terms.last().start) {
        const FilterField &field = fields.at(terms.last().field);
        const qsizetype comma = text.left(cursor).lastIndexOf(u',');
        completion.start = std::max(terms.last().valueStart, comma + 1);
        while (completion.start < cursor && text.at(completion.start).isSpace())
            ++completion.start;
        completion.length = cursor - completion.start;
        QString typed = text.mid(completion.start, completion.length);
        typed.remove(u'"');
        for (const QString &value : field.values) {
            if (value.startsWith(typed, Qt::CaseInsensitive))
                completion.entries.append({quotedFilterValue(value), field.title});
        }
        return completion;
    }

    completion.start = inTerm ? terms.last().start : cursor;
    if (inTerm && terms.last().negated)
        ++completion.start;
    completion.length = cursor - completion.start;
    const QString typed = text.mid(completion.start, completion.length);
    for (const FilterField &field : fields) {
        if (!field.name.startsWith(typed, Qt::CaseInsensitive))
            continue;
        const bool flag = field.kind == FilterField::Kind::Flag;
        const bool ordered = field.kind == FilterField::Kind::Number || field.kind == FilterField::Kind::Duration;
        completion.entries.append({field.name + (flag ? QString() : QString(ordered ? u'>' : u':')), field.title});
    }
    return completion;
}

} // namespace peerdesk
