// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "candidates/directorywords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace peerdesk {
namespace {

struct DirectoryWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::DirectoryWords)
};

const QRegularExpression &bandPattern()
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d+)(?:-(\\d+)|(\\+))?\\s*([KMGT])bps\\s*$"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

double unitOf(QChar letter)
{
    switch (letter.toUpper().unicode()) {
    case u'K':
        return 1e3;
    case u'M':
        return 1e6;
    case u'G':
        return 1e9;
    default:
        return 1e12;
    }
}

} // namespace

QString trafficText(const QString &band)
{
    const auto match = bandPattern().match(band);
    if (!match.hasMatch())
        return band;
    QString amount = match.captured(1);
    if (!match.captured(2).isEmpty())
        amount += QStringLiteral("–") + match.captured(2);
    else
        amount += match.captured(3);
    return amount + u' ' + match.captured(4) + QStringLiteral("bps");
}

std::optional<double> trafficBits(const QString &band)
{
    const auto match = bandPattern().match(band);
    if (!match.hasMatch())
        return {};
    const double low = match.captured(1).toDouble();
    const double high = match.captured(2).isEmpty() ? low : match.captured(2).toDouble();
    return (low + high) / 2 * unitOf(match.captured(4).at(0));
}

QString speedText(std::uint32_t mbit)
{
    if (mbit == 0)
        return {};
    const QLocale locale;
    return mbit >= 1000 ? locale.toString(mbit / 1000.0, 'g', 4) + u'G' : locale.toString(mbit) + u'M';
}

QString prefixLimitText(const std::optional<std::uint32_t> &limit)
{
    return limit && *limit > 0 ? QLocale().toString(*limit) : DirectoryWords::tr("not disclosed");
}

QString prefixLimitsText(const std::optional<std::uint32_t> &limit4, const std::optional<std::uint32_t> &limit6)
{
    if (limit4.value_or(0) == 0 && limit6.value_or(0) == 0)
        return DirectoryWords::tr("not disclosed");
    return DirectoryWords::tr("%1 / %2", "prefix limits, IPv4 and IPv6")
        .arg(prefixLimitText(limit4), prefixLimitText(limit6));
}

QString relationWord(Relation::Kind kind)
{
    switch (kind) {
    case Relation::Kind::None:
        return DirectoryWords::tr("None");
    case Relation::Kind::Customer:
        return DirectoryWords::tr("Customer");
    case Relation::Kind::Upstream:
        return DirectoryWords::tr("Upstream");
    case Relation::Kind::Peer:
        return DirectoryWords::tr("Peer");
    case Relation::Kind::Never:
        return DirectoryWords::tr("Never");
    case Relation::Kind::Declined:
        return DirectoryWords::tr("Declined");
    }
    return {};
}

} // namespace peerdesk
