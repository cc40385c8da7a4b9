// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace peerdesk {

/// A field that a page or report lets a person filter by. The list of fields is the page's; its order is the index
/// that a row's callback is asked with.
struct FilterField
{
    enum class Kind {
        Text,     ///< `:` finds the words anywhere in the value
        Enum,     ///< `:` wants the whole word, one of `values`
        Number,   ///< 12, 1.5, 10k, 1G; `:` also takes 3..8
        Duration, ///< 90s, 5min, 2h, 14d, 3w; the row's value is milliseconds
        Flag,     ///< a bare word: `peered`, `-peered`; also `peered:no`
    };

    QString name;  ///< as typed, lower case with dashes
    QString title; ///< what it means, translated, shown beside the completion
    Kind kind = Kind::Text;
    QStringList values;    ///< offered as completion; of an Enum also the only ones that are valid
    bool searched = false; ///< free text looks here
};

/// What a row says for one field; nothing, where it is not known. Comparisons with nothing are false.
using FilterValue = std::variant<std::monostate, bool, double, QString, QStringList>;
using FilterReader = std::function<FilterValue(int field)>;

/// A filter expression as typed: free text, `field:value[,value]`, `-field:value`, `field>value`, quotes. Parsed once,
/// then asked for every row. All terms must hold; of a term's values one must. A term that is not valid says where
/// and why, and takes no part in matching, so that the table stays useful while somebody types.
/// A value type of its text and the fields it was parsed with; any thread.
class Filter
{
public:
    enum class Comparison { Matches, Less, LessOrEqual, Greater, GreaterOrEqual };

    struct Term
    {
        qsizetype start = 0; ///< span in the text, with sign and quotes
        qsizetype length = 0;
        qsizetype valueStart = 0; ///< where the values begin; equals `start` for free text
        int field = -1;           ///< -1 for free text
        bool negated = false;
        Comparison comparison = Comparison::Matches;
        QStringList values;
        QString problem; ///< why it is not valid, a translated sentence; empty when it is

        struct Range
        {
            double from = 0;
            double to = 0;
        };
        QList<Range> ranges; ///< numbers and durations, as wide as one value or `3..8` says
    };

    Filter() = default;
    [[nodiscard]] static Filter parse(const QString &text, const QList<FilterField> &fields);

    [[nodiscard]] bool matches(const FilterReader &read) const;
    /// No term restricts anything.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QList<Term> &terms() const { return m_terms; }
    /// The first term that is not valid.
    [[nodiscard]] std::optional<Term> firstProblem() const;

private:
    [[nodiscard]] bool termHolds(const Term &term, const FilterReader &read) const;

    QString m_text;
    QList<Term> m_terms;
    QList<FilterField::Kind> m_kinds;
    QList<int> m_searched;
};

/// The value with quotes where it needs them to be read back as one.
[[nodiscard]] QString quotedFilterValue(const QString &value);

/// The text with `field:value` in it: in place of another `field:` term, else at the end. "Filter by this value".
[[nodiscard]] QString withFilterValue(const QString &text, const QList<FilterField> &fields, int field,
                                      const QString &value, bool negated = false);

/// What could stand at the cursor: names of fields, or values of the field being typed.
struct FilterCompletion
{
    struct Entry
    {
        QString insert; ///< replaces the span
        QString note;   ///< the field's title
    };
    qsizetype start = 0;
    qsizetype length = 0;
    QList<Entry> entries;
};
[[nodiscard]] FilterCompletion completeFilter(const QString &text, qsizetype cursor, const QList<FilterField> &fields);

} // namespace peerdesk
