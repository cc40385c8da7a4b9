// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/ripequery.h"

#include "irr/irrdquery.h"
#include "irr/rpsltemplate.h"

namespace peerdesk {
namespace {

using Asked = WhoisQuery::Subject;

Error unclear(const QString &words)
{
    return Error(ErrorKind::Invalid, words);
}

/// Of one line, from left to right.
class FlagReader
{
public:
    explicit FlagReader(const QString &text)
        : m_words(text.split(u' ', Qt::SkipEmptyParts))
    {
        m_query.style = WhoisQuery::Style::Ripe;
    }

    Result<WhoisQuery> read()
    {
        while (!m_words.isEmpty() && m_words.first().startsWith(u'-') && m_query.subject == Asked::Nothing) {
            const auto read = readFlag(m_words.takeFirst().mid(1));
            if (!read)
                return read.error();
        }
        if (m_words.isEmpty())
            return m_query;
        if (m_query.subject != Asked::Nothing)
            return unclear(QStringLiteral("More than one query: %1").arg(m_words.first()));
        m_query.subject = Asked::Anything;
        m_query.word = m_words.join(u' ').toUpper();
        m_query.prefix = prefixOfQuery(m_query.word).value_or(IpPrefix());
        return m_query;
    }

private:
    /// The flags with one letter that change how much RIPE's own server says are accepted, and change nothing.
    Result<void> readFlag(const QString &flag)
    {
        if (flag == u"k")
            m_query.keepOpen = true;
        else if (flag == u"a")
            m_query.selectAll = true;
        else if (flag == u"s")
            return take([this](const QString &value) { m_query.sources = value.toUpper().split(u','); });
        else if (flag == u"T")
            return readClasses();
        else if (flag == u"V")
            return take([](const QString &) {});
        else if (flag == u"t")
            return readTemplate();
        else if (flag == u"i")
            return readInverse();
        else if (flag.size() == 1 && QStringView(u"xlLMm").contains(flag))
            return readMatch(flag.front());
        else if (flag.size() != 1 || !QStringView(u"rFBGCb").contains(flag))
            return unclear(QStringLiteral("Unrecognised flag/search: %1").arg(flag));
        return {};
    }

    template<class F> Result<void> take(F use)
    {
        if (m_words.isEmpty())
            return unclear(QStringLiteral("Missing argument for flag/search"));
        use(m_words.takeFirst());
        return {};
    }

    Result<void> readClasses()
    {
        const auto taken = take([this](const QString &value) { m_query.classes = value.toLower().split(u','); });
        for (const QString &name : std::as_const(m_query.classes)) {
            if (!RpslTemplate::of(name))
                return unclear(QStringLiteral("Unknown object class: %1").arg(name));
        }
        return taken;
    }

    Result<void> readTemplate()
    {
        m_query.subject = Asked::Template;
        const auto taken = take([this](const QString &value) { m_query.word = value.toLower(); });
        if (taken && !RpslTemplate::of(m_query.word))
            return unclear(QStringLiteral("Unknown object class: %1").arg(m_query.word));
        if (!m_words.isEmpty()) { // -T, from a client that sends lower case
            m_query.classes = {std::exchange(m_query.word, {})};
            m_query.subject = Asked::Nothing;
        }
        return taken;
    }

    Result<void> readInverse()
    {
        if (m_words.size() < 2)
            return unclear(QStringLiteral("Missing argument for flag/search"));
        const QString attribute = m_words.takeFirst().toLower();
        const QString value = m_words.takeFirst().toUpper();
        if (attribute == u"mnt-by") {
            m_query.subject = Asked::Maintained;
            m_query.word = value;
            return {};
        }
        const auto origin = Asn::parse(value);
        if (attribute != u"origin")
            return unclear(
                QStringLiteral("Inverse attribute search not supported for %1, only: origin, mnt-by").arg(attribute));
        if (!origin)
            return unclear(QStringLiteral("Invalid AS number: %1").arg(value));
        m_query.subject = Asked::OfOrigin;
        m_query.origin = *origin;
        return {};
    }

    Result<void> readMatch(QChar flag)
    {
        QString text;
        if (const auto taken = take([&text](const QString &value) { text = value; }); !taken)
            return taken;
        const auto prefix = prefixOfQuery(text);
        if (!prefix)
            return unclear(QStringLiteral("Invalid input for route search: %1").arg(text));
        m_query.subject = Asked::Routes;
        m_query.prefix = *prefix;
        m_query.match = flag == u'x'   ? PrefixMatch::Exact
                        : flag == u'l' ? PrefixMatch::LessSpecific
                        : flag == u'L' ? PrefixMatch::AllLessSpecific
                                       : PrefixMatch::AllMoreSpecific;
        return {};
    }

    QStringList m_words;
    WhoisQuery m_query;
};

} // namespace

Result<WhoisQuery> parseRipeQuery(const QString &text)
{
    return FlagReader(text).read();
}

} // namespace peerdesk
