// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filterscanner.h"

#include <algorithm>
#include <array>

namespace peerdesk {
namespace {

struct Unit
{
    QLatin1String name;
    double factor;
};

/// The number at the front of the text, and the unit that follows it.
template<std::size_t N> std::optional<double> amount(QStringView text, const std::array<Unit, N> &units)
{
    qsizetype digits = 0;
    while (digits < text.size() && (text.at(digits).isDigit() || text.at(digits) == u'.'))
        ++digits;
    bool ok = false;
    const double number = text.left(digits).toDouble(&ok);
    if (!ok)
        return {};
    const QStringView unit = text.mid(digits);
    for (const Unit &known : units) {
        if (unit.compare(known.name, Qt::CaseInsensitive) == 0)
            return number * known.factor;
    }
    return {};
}

int fieldNamed(const QList<FilterField> &fields, QStringView name)
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [&](const FilterField &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == fields.cend() ? -1 : static_cast<int>(found - fields.cbegin());
}

bool isComparison(QChar c)
{
    return c == u':' || c == u'<' || c == u'>' || c == u'=';
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'_';
}

} // namespace

bool isYes(QStringView value)
{
    return value.compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0
           || value.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 || value == QLatin1String("1");
}

std::optional<double> numberWithUnit(QStringView text)
{
    static constexpr std::array units = {
        Unit{QLatin1String(""), 1.0},  Unit{QLatin1String("k"), 1e3},  Unit{QLatin1String("m"), 1e6},
        Unit{QLatin1String("g"), 1e9}, Unit{QLatin1String("t"), 1e12},
    };
    return amount(text, units);
}

std::optional<double> durationWithUnit(QStringView text)
{
    constexpr double second = 1000.0;
    constexpr double day = 86'400.0 * second;
    static constexpr std::array units = {
        Unit{QLatin1String(""), day},
        Unit{QLatin1String("s"), second},
        Unit{QLatin1String("m"), 60 * second},
        Unit{QLatin1String("min"), 60 * second},
        Unit{QLatin1String("h"), 3600 * second},
        Unit{QLatin1String("d"), day},
        Unit{QLatin1String("w"), 7 * day},
        Unit{QLatin1String("y"), 365 * day},
    };
    return amount(text, units);
}

QList<Filter::Term> FilterScanner::terms()
{
    QList<Filter::Term> found;
    m_at = 0;
    for (skipBlanks(); !atEnd(); skipBlanks()) {
        Filter::Term term = readTerm();
        if (term.problem.isEmpty())
            judge(term);
        found.append(term);
    }
    return found;
}

void FilterScanner::skipBlanks()
{
    while (!atEnd() && peek().isSpace())
        ++m_at;
}

QString FilterScanner::readName() const
{
    qsizetype end = m_at;
    while (end < m_text.size() && isNameCharacter(m_text.at(end)))
        ++end;
    return m_text.mid(m_at, end - m_at);
}

/// "fe80::1" is not a field called fe80.
bool FilterScanner::looksLikeAddress() const
{
    qsizetype colons = 0;
    for (qsizetype i = m_at; i < m_text.size() && !m_text.at(i).isSpace(); ++i) {
        const QChar c = m_text.at(i).toLower();
        const bool hex = c.isDigit() || (c >= u'a' && c <= u'f');
        if (c == u':')
            ++colons;
        else if (!hex && c != u'.' && c != u'/')
            return false;
    }
    return colons >= 2;
}

Filter::Term FilterScanner::readTerm()
{
    Filter::Term term;
    term.start = m_at;
    if (peek() == u'-' && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace()) {
        term.negated = true;
        ++m_at;
    }
    const QString name = readName();
    const qsizetype afterName = m_at + name.size();
    const bool compared = !name.isEmpty() && name.at(0).isLetter() && afterName < m_text.size()
                          && isComparison(m_text.at(afterName)) && !looksLikeAddress();
    const bool alone = afterName >= m_text.size() || m_text.at(afterName).isSpace();
    const int field = fieldNamed(m_fields, name);
    if (compared) {
        term.field = field;
        m_at = afterName;
        readComparison(term);
        if (field < 0)
            term.problem = tr("There is no field “%1” here").arg(name);
    } else if (alone && field >= 0 && m_fields.at(field).kind == FilterField::Kind::Flag) {
        term.field = field;
        term.valueStart = term.start;
        m_at = afterName;
    } else {
        readFreeText(term);
    }
    term.length = m_at - term.start;
    return term;
}

void FilterScanner::readFreeText(Filter::Term &term)
{
    term.valueStart = term.start;
    const QString value = readValue(term, false);
    if (value.isEmpty() && term.problem.isEmpty())
        term.problem = tr("Nothing to look for");
    term.values = {value};
}

void FilterScanner::readComparison(Filter::Term &term)
{
    const QChar first = peek();
    ++m_at;
    const bool orEqual = (first == u'<' || first == u'>') && peek() == u'=';
    if (orEqual)
        ++m_at;
    if (first == u'<')
        term.comparison = orEqual ? Filter::Comparison::LessOrEqual : Filter::Comparison::Less;
    else if (first == u'>')
        term.comparison = orEqual ? Filter::Comparison::GreaterOrEqual : Filter::Comparison::Greater;
    term.valueStart = m_at;
    readValues(term);
}

void FilterScanner::readValues(Filter::Term &term)
{
    while (true) {
        const QString value = readValue(term, true);
        if (!value.isEmpty())
            term.values.append(value);
        if (peek() != u',')
            return;
        ++m_at;
        // "open, selective" is one list; a comma at the very end waits for its value.
        const qsizetype afterComma = m_at;
        skipBlanks();
        if (atEnd()) {
            m_at = afterComma;
            return;
        }
    }
}

QString FilterScanner::readValue(Filter::Term &term, bool stopAtComma)
{
    if (peek() == u'"') {
        const qsizetype open = m_at;
        const qsizetype close = m_text.indexOf(u'"', open + 1);
        m_at = close < 0 ? m_text.size() : close + 1;
        if (close < 0)
            term.problem = tr("The quotation mark is not closed");
        return m_text.mid(open + 1, (close < 0 ? m_text.size() : close) - open - 1);
    }
    const qsizetype start = m_at;
    while (!atEnd() && !peek().isSpace() && !(stopAtComma && peek() == u','))
        ++m_at;
    return m_text.mid(start, m_at - start);
}

void FilterScanner::judge(Filter::Term &term) const
{
    if (term.field < 0)
        return;
    const FilterField &field = m_fields.at(term.field);
    const bool amounts = field.kind == FilterField::Kind::Number || field.kind == FilterField::Kind::Duration;
    const bool bareFlag = field.kind == FilterField::Kind::Flag && term.valueStart == term.start;
    if (term.values.isEmpty() && !bareFlag) {
        term.problem = tr("A value is missing after “%1”").arg(field.name);
    } else if (term.comparison != Filter::Comparison::Matches && !amounts) {
        term.problem = tr("“%1” cannot be compared with < or >, use a colon").arg(field.name);
    } else if (term.comparison != Filter::Comparison::Matches && term.values.size() > 1) {
        term.problem = tr("< and > take one value");
    } else if (amounts) {
        judgeAmounts(term, field.kind);
    } else if (field.kind == FilterField::Kind::Enum && !field.values.isEmpty()) {
        for (const QString &value : term.values) {
            if (!field.values.contains(value, Qt::CaseInsensitive)) {
                term.problem = tr("“%1” is none of: %2").arg(value, field.values.join(QStringLiteral(", ")));
                return;
            }
        }
    }
}

void FilterScanner::judgeAmounts(Filter::Term &term, FilterField::Kind kind) const
{
    const bool duration = kind == FilterField::Kind::Duration;
    const auto read = duration ? &durationWithUnit : &numberWithUnit;
    for (const QString &value : term.values) {
        const qsizetype dots = value.indexOf(QLatin1String(".."));
        const auto from = read(dots < 0 ? QStringView(value) : QStringView(value).left(dots));
        const auto to = dots < 0 ? from : read(QStringView(value).mid(dots + 2));
        if (!from || !to) {
            term.problem = duration ? tr("“%1” is no length of time, such as 2h or 14d").arg(value)
                                    : tr("“%1” is no number, such as 12 or 10G").arg(value);
            return;
        }
        term.ranges.append({*from, *to});
    }
}

} // namespace peerdesk
