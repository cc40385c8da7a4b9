// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/keymail.h"

#include "rak/keyterms.h"
#include "storage/rakkeystore.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct MailWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyMail)
};

constexpr qsizetype prefixesShown = 20;

QString subjectOf(const QString &event, const QString &name)
{
    const QString reminder = QStringLiteral("reminder-");
    if (event.startsWith(reminder))
        return MailWords::tr("Key %1 expires within %n day(s)", nullptr, event.mid(reminder.size()).toInt()).arg(name);
    if (event == u"issued")
        return MailWords::tr("Key %1 was issued").arg(name);
    if (event == u"renewed")
        return MailWords::tr("Key %1 was renewed").arg(name);
    if (event == u"renewing")
        return MailWords::tr("Key %1 renews itself from now on").arg(name);
    if (event == u"not-renewing")
        return MailWords::tr("Key %1 does not renew itself any more").arg(name);
    if (event == u"revoked")
        return MailWords::tr("Key %1 was revoked").arg(name);
    if (event == u"withdrawn")
        return MailWords::tr("Key %1 was withdrawn").arg(name);
    return MailWords::tr("Key %1 has expired").arg(name);
}

QString prefixLines(const PrefixSet &prefixes)
{
    QString lines;
    for (const KeyPrefix &item : prefixes.items().mid(0, prefixesShown)) {
        lines += QStringLiteral("  ") + item.prefix.toString();
        if (item.maxLength != item.prefix.length())
            lines += MailWords::tr(" and more specifics up to /%1").arg(item.maxLength);
        lines += u'\n';
    }
    const qsizetype more = prefixes.items().size() - prefixesShown;
    if (more > 0)
        lines += MailWords::tr("  and %n more", nullptr, static_cast<int>(more)) + u'\n';
    return lines;
}

/// What follows from it for routes that stand on the key.
QString consequenceOf(const QString &event)
{
    if (event == u"issued" || event == u"renewed" || event == u"renewing" || event == u"not-renewing")
        return MailWords::tr("Route objects that stand on this key are valid until it expires.");
    if (event.startsWith(QLatin1String("reminder-")))
        return MailWords::tr("It can be renewed until then, not afterwards. Route objects that stand on it are removed "
                             "when it expires.");
    return MailWords::tr("Registries remove the route objects that stand on this key.");
}

} // namespace

KeyMail keyMail(const KeyTerms &terms, const StoredKey &key, const QString &event, const QString &issuer)
{
    const QString reference = terms.reference.toString();
    KeyMail mail;
    mail.subject = subjectOf(event, key.label.isEmpty() ? reference : key.label);
    mail.body = MailWords::tr("Key: %1").arg(reference) + u'\n';
    if (!key.label.isEmpty())
        mail.body += MailWords::tr("Label: %1").arg(key.label) + u'\n';
    mail.body += MailWords::tr("Origin: %1").arg(terms.origin.toString()) + u'\n';
    mail.body += MailWords::tr("Expires: %1").arg(toRfc3339(terms.expires)) + u'\n';
    if (!key.reason.isEmpty())
        mail.body += MailWords::tr("Reason: %1").arg(key.reason) + u'\n';
    mail.body += MailWords::tr("Prefixes:") + u'\n' + prefixLines(terms.prefixes);
    mail.body += u'\n' + consequenceOf(event) + u'\n' + issuer + u'\n';
    return mail;
}

} // namespace peerdesk
