// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/rpslreader.h"

#include "base/text.h"
#include "irr/irrwords.h"

#include <QStringDecoder>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr qsizetype mostFaults = 20;
constexpr qsizetype longestAttributeName = 64;

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool mayStandInName(QChar c)
{
    return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

bool isAttributeName(QStringView name)
{
    return !name.isEmpty() && name.size() <= longestAttributeName && isLetter(name.front())
           && std::all_of(name.begin(), name.end(), mayStandInName);
}

bool isContinuation(QChar first)
{
    return first == u' ' || first == u'\t' || first == u'+';
}

} // namespace

Result<RpslObject> RpslReader::read(QByteArrayView text)
{
    if (text.size() > m_limits.bytes)
        return Error(ErrorKind::Invalid,
                     IrrWords::tr("The object has %1 bytes; %2 are allowed").arg(text.size()).arg(m_limits.bytes));
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decode(text);
    if (decode.hasError())
        return Error(ErrorKind::Invalid, IrrWords::tr("The object is not UTF-8"));
    for (const QString &line : decoded.split(u'\n')) {
        ++m_line;
        readLine(line);
        if (isFull())
            break;
    }
    if (m_attributes.isEmpty() && m_faults.isEmpty())
        return Error(ErrorKind::Invalid, IrrWords::tr("There is no object in the text"));
    if (!m_faults.isEmpty())
        return Error(ErrorKind::Invalid, IrrWords::tr("The object cannot be read"), m_faults);
    return RpslObject(m_attributes);
}

void RpslReader::readLine(QString line)
{
    if (line.endsWith(u'\r'))
        line.chop(1);
    if (line.size() > m_limits.lineCharacters) {
        fault(IrrWords::tr("longer than %1 characters").arg(m_limits.lineCharacters));
        return;
    }
    line.replace(u'\t', u' ');
    if (terminalText(line) != line) {
        fault(IrrWords::tr("holds a character that cannot be printed"));
        return;
    }
    if (line.startsWith(u'#') || line.startsWith(u'%'))
        return;
    if (line.trimmed().isEmpty()) {
        m_ended = !m_attributes.isEmpty();
    } else if (m_ended) {
        fault(IrrWords::tr("begins a second object"));
        m_second = true;
    } else if (isContinuation(line.front())) {
        continueAttribute(line);
    } else {
        readAttribute(line);
    }
}

void RpslReader::readAttribute(const QString &line)
{
    const qsizetype colon = line.indexOf(u':');
    m_skipped = colon < 0 || !isAttributeName(QStringView(line).left(colon));
    if (colon < 0)
        fault(IrrWords::tr("has no colon after the attribute's name"));
    else if (m_skipped)
        fault(IrrWords::tr("does not begin with an attribute's name"));
    else if (m_attributes.size() >= m_limits.attributes)
        fault(IrrWords::tr("is one attribute more than the %1 allowed").arg(m_limits.attributes));
    else
        m_attributes.append(
            {.name = line.left(colon).toLower(), .lines = {line.mid(colon + 1).trimmed()}, .line = m_line});
}

void RpslReader::continueAttribute(const QString &line)
{
    if (m_skipped)
        return;
    if (m_attributes.isEmpty())
        fault(IrrWords::tr("continues an attribute, but there is none yet"));
    else
        m_attributes.last().lines.append(line.mid(1).trimmed());
}

void RpslReader::fault(const QString &words)
{
    m_faults.append({.field = lineName(m_line), .messages = {words}, .itemId = {}});
}

/// What stands after the object is one fault, whatever it is.
bool RpslReader::isFull() const
{
    return m_faults.size() >= mostFaults || (m_ended && m_second);
}

} // namespace peerdesk
