// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/keywish.h"

#include "rak/keybook.h"
#include "rak/keytext.h"
#include "rak/origin.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace peerdesk {
namespace {

struct WishWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::Issuer)
};

constexpr qsizetype longestLabel = 200;
constexpr qsizetype mostNotified = 10;

} // namespace

QString hashOf(const KeyWish &wish)
{
    const QStringList parts = {wish.origin.toString(),
                               toText(wish.prefixes),
                               QString::number(wish.notBefore),
                               QString::number(wish.expires),
                               wish.label,
                               wish.audience,
                               wish.notify.join(u'\n'),
                               wish.renews ? QStringLiteral("renews") : QString()};
    const QByteArray hash =
        QCryptographicHash::hash(parts.join(QChar(0x1f)).toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash);
}

Result<void> check(const KeyWish &wish, Registry registry, UtcMs now)
{
    QList<FieldError> faults;
    const auto fault = [&faults](const char *field, const QString &why) {
        faults.append({QString::fromLatin1(field), {why}, {}});
    };
    if (const auto origin = checkOrigin(wish.origin, registry); !origin)
        fault("asn", origin.error().detail);
    if (wish.prefixes.isEmpty())
        fault("prefixes", WishWords::tr("There is no prefix."));
    if (wish.expires <= std::max(now, wish.notBefore))
        fault("expires", WishWords::tr("A key ends after it begins, and not before now."));
    else if (wish.expires > latestExpiry(now))
        fault("expires", WishWords::tr("A key lives for a year at most: until %1.").arg(toRfc3339(latestExpiry(now))));
    else if (wish.renews && !mayRenewItself(wish.expires - std::max(now, wish.notBefore)))
        fault("auto_renew", WishWords::tr("A key that renews itself lives for a day at least."));
    if (wish.label.size() > longestLabel)
        fault("label", WishWords::tr("A label has %1 characters at most.").arg(longestLabel));
    if (holdsBearerKey(wish.label))
        fault("label", WishWords::tr("This holds a secret key; only a key's reference may be shown."));
    if (wish.notify.size() > mostNotified)
        fault("notify", WishWords::tr("At most %1 addresses are told.").arg(mostNotified));
    if (faults.isEmpty())
        return {};
    return Error(ErrorKind::Invalid, faults.first().messages.first(), faults);
}

bool mayRenewItself(UtcMs life)
{
    constexpr UtcMs aDay = UtcMs(24) * 60 * 60 * 1000;
    return life > aDay - 1000; // times are cut to seconds
}

UtcMs latestExpiry(UtcMs now)
{
    return QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).addYears(1).toMSecsSinceEpoch();
}

} // namespace peerdesk
