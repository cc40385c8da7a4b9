// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/prefixset.h"

#include "rak/addressrange.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace peerdesk {
namespace {

struct PrefixWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::PrefixSet)
};

constexpr qsizetype maxFaults = 100;

struct Candidate
{
    KeyPrefix item;
    qsizetype line = 0;
};

bool comesBefore(const KeyPrefix &a, const KeyPrefix &b)
{
    const IpAddress &one = a.prefix.network();
    const IpAddress &other = b.prefix.network();
    return one == other ? a.prefix.length() < b.prefix.length() : isBefore(one, other);
}

/// Goes through the lines once and keeps what is wrong with them.
class LineCheck
{
public:
    void read(const QList<PrefixWish> &wishes)
    {
        for (m_line = 0; m_line < wishes.size() && m_candidates.size() <= PrefixSet::maxCount; ++m_line)
            read(wishes.at(m_line));
        if (m_candidates.isEmpty() && m_faults.isEmpty())
            m_faults.append({QStringLiteral("prefixes"), {PrefixWords::tr("There is no prefix.")}, {}});
        if (m_candidates.size() > PrefixSet::maxCount)
            m_faults.append({QStringLiteral("prefixes"),
                             {PrefixWords::tr("A key takes %1 prefixes; these are more.").arg(PrefixSet::maxCount)},
                             {}});
    }

    QList<KeyPrefix> distinct()
    {
        std::sort(m_candidates.begin(), m_candidates.end(), [](const Candidate &a, const Candidate &b) {
            return comesBefore(a.item, b.item) || (a.item.prefix == b.item.prefix && a.line < b.line);
        });
        QList<KeyPrefix> items;
        for (const Candidate &candidate : qAsConst(m_candidates)) {
            // In this order whatever holds a block stands before it, and nothing that is kept holds another.
            if (!items.isEmpty() && items.last().prefix.contains(candidate.item.prefix.network()))
                overlap(candidate, items.last().prefix);
            else
                items.append(candidate.item);
        }
        return items;
    }

    [[nodiscard]] const QList<FieldError> &faults() const { return m_faults; }

private:
    void add(qsizetype line, const char *part, const QString &message)
    {
        if (m_faults.size() < maxFaults)
            m_faults.append({QStringLiteral("prefixes[%1].%2").arg(line).arg(QLatin1String(part)), {message}, {}});
    }

    void read(const PrefixWish &wish)
    {
        const auto range = AddressRange::parse(wish.text);
        if (!range)
            return add(m_line, "prefix", range.error().detail);
        const QList<IpPrefix> blocks = range->toPrefixes();
        for (const IpPrefix &block : blocks) {
            const int longest = wish.maxLength.value_or(block.length());
            if (longest < block.length() || longest > block.network().bitLength())
                return add(m_line, "max_length",
                           PrefixWords::tr("The longest length for %1 is from %2 to %3, not %4.")
                               .arg(block.toString())
                               .arg(block.length())
                               .arg(block.network().bitLength())
                               .arg(longest));
            m_candidates.append({{block, longest}, m_line});
        }
    }

    void overlap(const Candidate &candidate, const IpPrefix &holder)
    {
        const QString words =
            candidate.item.prefix == holder
                ? PrefixWords::tr("%1 stands in the list already.").arg(holder.toString())
                : PrefixWords::tr("%1 lies within %2, which is in the list as well: a longest length for that one, or "
                                  "a key of its own, says what is meant.")
                      .arg(candidate.item.prefix.toString(), holder.toString());
        add(candidate.line, "prefix", words);
    }

    qsizetype m_line = 0;
    QList<Candidate> m_candidates;
    QList<FieldError> m_faults;
};

Result<PrefixWish> wishIn(const QJsonValue &json, qsizetype line)
{
    const QString path = QStringLiteral("prefixes[%1]").arg(line);
    const auto refused = [](const QString &field, const QString &why) {
        return Error(ErrorKind::Invalid, why, {{field, {why}, {}}});
    };
    if (json.isString())
        return PrefixWish{json.toString(), std::nullopt};
    const QJsonObject object = json.toObject();
    if (!object.value(QLatin1String("prefix")).isString())
        return refused(path + QStringLiteral(".prefix"), PrefixWords::tr("A prefix is missing."));
    PrefixWish wish{object.value(QLatin1String("prefix")).toString(), std::nullopt};
    const QJsonValue longest = object.value(QLatin1String("max_length"));
    if (!longest.isUndefined() && !longest.isNull()) {
        wish.maxLength = longest.toInt(-1);
        if (wish.maxLength < 0)
            return refused(path + QStringLiteral(".max_length"), PrefixWords::tr("A length is a whole number."));
    }
    if (object.size() > (object.contains(QLatin1String("max_length")) ? 2 : 1))
        return refused(path, PrefixWords::tr("A prefix has “prefix” and “max_length”, and nothing else."));
    return wish;
}

} // namespace

Result<PrefixSet> PrefixSet::make(const QList<PrefixWish> &wishes)
{
    LineCheck check;
    check.read(wishes);
    PrefixSet set;
    if (check.faults().isEmpty())
        set.m_items = check.distinct();
    if (!check.faults().isEmpty())
        return Error(ErrorKind::Invalid, check.faults().first().messages.first(), check.faults());
    return set;
}

Result<PrefixSet> PrefixSet::fromJson(const QJsonValue &json)
{
    const QJsonArray array = json.toArray();
    if (!json.isArray() || array.size() > maxCount) {
        const QString why = json.isArray() ? PrefixWords::tr("A key takes %1 prefixes; these are more.").arg(maxCount)
                                           : PrefixWords::tr("The prefixes are a list.");
        return Error(ErrorKind::Invalid, why, {{QStringLiteral("prefixes"), {why}, {}}});
    }
    QList<PrefixWish> wishes;
    for (qsizetype line = 0; line < array.size(); ++line) {
        const auto wish = wishIn(array.at(line), line);
        if (!wish)
            return wish.error();
        wishes.append(*wish);
    }
    return make(wishes);
}

QJsonArray PrefixSet::toJson() const
{
    QJsonArray array;
    for (const KeyPrefix &item : m_items)
        array.append(QJsonObject{{QStringLiteral("prefix"), item.prefix.toString()},
                                 {QStringLiteral("max_length"), item.maxLength}});
    return array;
}

bool PrefixSet::covers(const IpPrefix &route) const
{
    const auto after = std::upper_bound(
        m_items.begin(), m_items.end(), route.network(),
        [](const IpAddress &address, const KeyPrefix &item) { return isBefore(address, item.prefix.network()); });
    if (!route.isValid() || after == m_items.begin())
        return false;
    const KeyPrefix &item = *std::prev(after);
    return item.prefix.contains(route.network()) && route.length() >= item.prefix.length()
           && route.length() <= item.maxLength;
}

} // namespace peerdesk
