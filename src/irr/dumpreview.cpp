// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/dumpreview.h"

#include "irr/routeobject.h"

#include <QIODevice>

namespace peerdesk {
namespace {

/// Dumps of old registries are in Latin-1.
QByteArray asUtf8(const QByteArray &text)
{
    return QString::fromUtf8(text).contains(QChar::ReplacementCharacter) ? QString::fromLatin1(text).toUtf8() : text;
}

} // namespace

Result<DumpReview::Counts> DumpReview::read(QIODevice &dump)
{
    const RpslLimits limits;
    QByteArray text;
    qint64 line = 0;
    qint64 begin = 1;
    while (!dump.atEnd()) {
        const QByteArray next = dump.readLine(limits.lineCharacters * 4);
        if (next.isEmpty())
            return Error(ErrorKind::Storage, dump.errorString());
        if (next.endsWith('\n'))
            ++line;
        if (text.size() <= limits.bytes) // beyond it, it is refused for its size whatever follows
            text += next;
        if (!next.trimmed().isEmpty())
            continue;
        review(text, begin);
        text.clear();
        begin = line + 1;
    }
    review(text, begin);
    return m_counts;
}

void DumpReview::review(const QByteArray &text, qint64 line)
{
    const QByteArray start = text.trimmed();
    if (start.isEmpty() || ((start.startsWith('%') || start.startsWith('#')) && !start.contains('\n')))
        return;
    const auto object = RpslObject::parse(asUtf8(text));
    if (object) {
        judge(*object, line);
        return;
    }
    ++m_counts.faulty;
    m_complaint(line, object.error());
}

void DumpReview::judge(const RpslObject &object, qint64 line)
{
    if (object.className() != u"route" && object.className() != u"route6") {
        ++m_counts.others;
        return;
    }
    const auto route = RouteObject::read(object, object.value(u"source"));
    if (!route) {
        ++m_counts.faulty;
        m_complaint(line, route.error());
        return;
    }
    const auto key = m_trust.keyFor(route->prefix);
    if (!key)
        ++m_counts.locked;
    else if (*key)
        ++m_counts.needKey[toText(**key)];
    else
        ++m_counts.accepted;
}

} // namespace peerdesk
