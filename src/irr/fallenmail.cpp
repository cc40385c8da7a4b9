// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/fallenmail.h"

#include "irr/irrwords.h"
#include "irr/maintainerstore.h"
#include "storage/mailstore.h"

#include <QMap>

namespace peerdesk {
namespace {

QString whatHappened(HungKey::Standing standing)
{
    switch (standing) {
    case HungKey::Standing::Expired:
        return IrrWords::tr("has expired");
    case HungKey::Standing::Revoked:
        return IrrWords::tr("was revoked by the holder of the addresses");
    case HungKey::Standing::Withdrawn:
        return IrrWords::tr("was withdrawn by its issuer");
    case HungKey::Standing::Unconfirmed:
        return IrrWords::tr("cannot be confirmed: its issuer has not answered for too long");
    case HungKey::Standing::Valid:
    case HungKey::Standing::Ended:
        break;
    }
    return IrrWords::tr("has ended");
}

QString whatFollows(UtcMs deleteAt, UtcMs now)
{
    if (deleteAt == 0)
        return IrrWords::tr("They come back by themselves when the issuer answers again.");
    if (deleteAt <= now)
        return IrrWords::tr("They have been deleted. New ones can be made with a new key.");
    return IrrWords::tr("They are deleted on %1, unless they are given another key.").arg(toRfc3339(deleteAt));
}

QueuedMail mailOf(const QList<RouteObject> &objects, HungKey::Standing standing, UtcMs deleteAt, UtcMs now)
{
    const QString key = objects.first().keyRef;
    QStringList names;
    for (const RouteObject &object : objects)
        names.append(object.key());
    QueuedMail mail;
    mail.kind = QueuedMail::Kind::Key;
    mail.requestId = QStringLiteral("irr %1 %2 %3 %4").arg(key, toText(standing), objects.first().maintainer).arg(now);
    mail.subject = IrrWords::tr("Route objects of %1 are gone: key %2").arg(objects.first().maintainer, key);
    mail.body = IrrWords::tr("The key %1 %2. Route objects that hang on it are in no answer any more, among them:")
                    .arg(key, whatHappened(standing))
                + QStringLiteral("\n\n    ") + names.join(QStringLiteral("\n    ")) + QStringLiteral("\n\n")
                + whatFollows(deleteAt, now) + u'\n';
    mail.createdAt = mail.nextTryAt = now;
    return mail;
}

} // namespace

Result<void> noteFallen(QSqlDatabase &database, const QList<RouteObject> &objects, HungKey::Standing standing,
                        UtcMs deleteAt, UtcMs now)
{
    QMap<std::pair<QString, QString>, QList<RouteObject>> groups;
    for (const RouteObject &object : objects)
        groups[{object.keyRef, object.maintainer}].append(object);
    for (const QList<RouteObject> &group : std::as_const(groups)) {
        const auto maintainer = MaintainerStore(database).maintainer(group.first().maintainer);
        if (!maintainer)
            return maintainer.error();
        if (!*maintainer || (*maintainer)->notify.isEmpty())
            continue;
        QueuedMail mail = mailOf(group, standing, deleteAt, now);
        mail.recipient = (*maintainer)->notify;
        if (const auto noted = MailStore(database).note(mail); !noted)
            return noted.error();
    }
    return {};
}

} // namespace peerdesk
