// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/rpslobject.h"

#include "irr/rpslreader.h"

#include <algorithm>

namespace peerdesk {
namespace {

constexpr int valueColumn = 16;

QString withoutComment(const QString &line)
{
    const qsizetype comment = line.indexOf(u'#');
    return comment < 0 ? line : line.left(comment).trimmed();
}

} // namespace

QString RpslAttribute::value() const
{
    QStringList parts;
    for (const QString &line : lines) {
        const QString part = withoutComment(line);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(u' ');
}

QStringList RpslAttribute::list() const
{
    QStringList parts;
    for (const QString &part : value().split(u',')) {
        const QString trimmed = part.trimmed();
        if (!trimmed.isEmpty())
            parts.append(trimmed);
    }
    return parts;
}

Result<RpslObject> RpslObject::parse(QByteArrayView text, const RpslLimits &limits)
{
    return RpslReader(limits).read(text);
}

QString RpslObject::className() const
{
    return m_attributes.isEmpty() ? QString() : m_attributes.first().name;
}

QString RpslObject::key() const
{
    return m_attributes.isEmpty() ? QString() : m_attributes.first().value();
}

const RpslAttribute *RpslObject::find(QStringView name) const
{
    const auto found = std::find_if(m_attributes.begin(), m_attributes.end(),
                                    [name](const RpslAttribute &attribute) { return attribute.name == name; });
    return found == m_attributes.end() ? nullptr : &*found;
}

QString RpslObject::value(QStringView name) const
{
    const RpslAttribute *attribute = find(name);
    return attribute ? attribute->value() : QString();
}

void RpslObject::append(const QString &name, const QString &value)
{
    m_attributes.append({.name = name, .lines = {value}});
}

QString RpslObject::toText() const
{
    QString text;
    for (const RpslAttribute &attribute : m_attributes) {
        QString start = attribute.name + u':';
        for (const QString &line : attribute.lines) {
            // A line of blanks alone would end the object; "+" continues it (RFC 2622 section 2).
            if (line.isEmpty())
                text += start.isEmpty() ? QStringLiteral("+") : start;
            else
                text += start.leftJustified(std::max<qsizetype>(valueColumn, start.size() + 1)) + line;
            text += u'\n';
            start.clear();
        }
    }
    return text;
}

QString lineName(int line)
{
    return line > 0 ? QStringLiteral("line %1").arg(line) : QString();
}

} // namespace peerdesk
