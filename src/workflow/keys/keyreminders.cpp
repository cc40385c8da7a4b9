// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/keys/keyreminders.h"

#include "peering/notice.h"
#include "storage/database.h"
#include "storage/noticestore.h"
#include "workflow/keys/keyanswer.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <array>

namespace peerdesk {
namespace {

struct KeyReminderWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyReminders)
};

constexpr UtcMs aDay = 24LL * 60 * 60 * 1000;
constexpr std::array reminderDays = {1, 7, 30};

/// The narrowest limit that has been passed; 0 for none. The wider ones are of no use any more. One that renews itself
/// needs nobody.
int reminderDue(const HeldKey &key, UtcMs now)
{
    if (key.renews || key.terms.status(now) != KeyStatus::Valid)
        return 0;
    for (const int days : reminderDays) {
        if (key.terms.expires - now <= days * aDay)
            return days;
    }
    return 0;
}

Notice reminderOf(const HeldKey &key, int days, Asn own, UtcMs now)
{
    Notice notice;
    notice.id = QStringLiteral("key-ending/%1/%2/%3").arg(key.id()).arg(key.terms.serial.number()).arg(days);
    notice.kind = Notice::Kind::KeyEnding;
    notice.ownAsn = own;
    notice.otherAsn = key.terms.origin;
    notice.text = KeyReminderWords::tr("%1 for %2 ends on %3.")
                      .arg(key.label.isEmpty() ? key.id() : key.label, prefixesInWords(key.terms.prefixes),
                           toRfc3339(key.terms.expires));
    notice.at = now;
    return notice;
}

} // namespace

KeyReminders::KeyReminders(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

QCoro::Task<Result<void>> KeyReminders::look(Asn own, QList<HeldKey> keys)
{
    const UtcMs now = m_clock.now();
    QList<Notice> due;
    for (const HeldKey &key : std::as_const(keys)) {
        if (const int days = reminderDue(key, now); days != 0)
            due.append(reminderOf(key, days, own, now));
    }
    due.removeIf([this](const Notice &notice) { return m_told.contains(notice.id); });
    if (due.isEmpty() || !own.isValid())
        co_return Result<void>();
    auto writing = m_database.write([due](QSqlDatabase &db) -> Result<void> {
        NoticeStore store(db);
        for (const Notice &notice : due) {
            if (const auto added = store.addOnce(notice); !added)
                return added;
        }
        return {};
    });
    const auto written = co_await writing;
    if (written) {
        for (const Notice &notice : std::as_const(due))
            m_told.insert(notice.id);
    }
    co_return written;
}

} // namespace peerdesk
