// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filter.h"

#include <QCoreApplication>

namespace peerdesk {

/// Cuts a filter expression into terms and judges each: the half of Filter that reads text. Used by Filter alone.
class FilterScanner
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::FilterScanner)

public:
    FilterScanner(const QString &text, const QList<FilterField> &fields)
        : m_text(text)
        , m_fields(fields)
    {
    }

    [[nodiscard]] QList<Filter::Term> terms();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text.at(m_at); }
    void skipBlanks();
    [[nodiscard]] Filter::Term readTerm();
    void readFreeText(Filter::Term &term);
    [[nodiscard]] QString readName() const;
    [[nodiscard]] bool looksLikeAddress() const;
    void readComparison(Filter::Term &term);
    void readValues(Filter::Term &term);
    [[nodiscard]] QString readValue(Filter::Term &term, bool stopAtComma);
    void judge(Filter::Term &term) const;
    void judgeAmounts(Filter::Term &term, FilterField::Kind kind) const;

    const QString &m_text;
    const QList<FilterField> &m_fields;
    qsizetype m_at = 0;
};

[[nodiscard]] bool isYes(QStringView value);
/// "1.5G" is 1.5e9.
[[nodiscard]] std::optional<double> numberWithUnit(QStringView text);
/// "14d" in milliseconds; a bare number counts days.
[[nodiscard]] std::optional<double> durationWithUnit(QStringView text);

} // namespace peerdesk
