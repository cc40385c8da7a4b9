// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/keys/keys.h"

#include "base/logging.h"
#include "workflow/endpoints/endpointaddress.h"

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto firstLookAfter = 1min; // signing in comes first
constexpr auto lookEvery = 1h;

} // namespace

Keys::Keys(HttpClient &http, const Clock &clock, TokenSource tokens, std::function<QUrl()> issuer, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_issuer(std::move(issuer))
    , m_client(http, clock, std::move(tokens))
    , m_checker(http, clock, m_client)
{
    connect(&m_look, &QTimer::timeout, this, [this] {
        m_look.setInterval(lookEvery);
        lookForEnds().then([] {}, [](const std::exception &fault) { qCCritical(lcWorkflow) << fault.what(); });
    });
}

void Keys::remindIn(Database &database, std::function<Asn()> own)
{
    m_reminders = std::make_unique<KeyReminders>(database, m_clock);
    m_own = std::move(own);
    m_look.start(firstLookAfter);
}

Result<QUrl> Keys::address(const QString &typed)
{
    return endpointAddress(typed);
}

Error Keys::notSetUp() const
{
    return Error(ErrorKind::Refused, tr("No issuer of keys is set up."));
}

QCoro::Task<void> Keys::lookForEnds()
{
    if (m_issuer().isEmpty() || !m_own().isValid())
        co_return;
    auto listing = list();
    const auto listed = co_await listing;
    if (!listed)
        qCInfo(lcWorkflow).noquote() << "keys were not looked at:" << listed.error().detail;
}

QCoro::Task<Result<QList<HeldKey>>> Keys::list()
{
    const QUrl issuer = m_issuer();
    if (issuer.isEmpty())
        co_return notSetUp();
    auto listing = m_client.keys(issuer);
    const auto listed = co_await listing;
    if (listed)
        noteEnds(*listed);
    if (listed && m_reminders) {
        auto reminding = m_reminders->look(m_own(), *listed);
        if (const auto reminded = co_await reminding; !reminded)
            qCWarning(lcWorkflow).noquote() << "reminders of keys:" << reminded.error().detail;
    }
    co_return listed;
}

void Keys::noteEnds(const QList<HeldKey> &keys)
{
    const UtcMs now = m_clock.now();
    for (const HeldKey &key : keys) {
        const KeyStatus status = key.terms.status(now);
        if (status == KeyStatus::Valid || status == KeyStatus::NotYetValid)
            m_alive.insert(key.id());
        else if (m_alive.remove(key.id()))
            Q_EMIT ended(key.id());
    }
}

QCoro::Task<Result<AddressSpace>> Keys::resources()
{
    const QUrl issuer = m_issuer();
    if (issuer.isEmpty())
        co_return notSetUp();
    auto asking = m_client.resources(issuer);
    const auto held = co_await asking;
    if (!held && held.error().kind == ErrorKind::NotFound)
        co_return AddressSpace();
    co_return held;
}

QCoro::Task<Result<FreshKey>> Keys::issue(KeyForm form)
{
    const QUrl issuer = m_issuer();
    if (issuer.isEmpty())
        co_return notSetUp();
    const QList<FieldError> faults = checkKeyForm(form, {}, m_clock.now());
    if (!faults.isEmpty())
        co_return Error(ErrorKind::Invalid, {}, faults);
    auto issuing = m_client.issue(issuer, form);
    const auto issued = co_await issuing;
    if (issued)
        Q_EMIT changed();
    co_return issued;
}

QCoro::Task<Result<QList<Keys::Refusal>>> Keys::renew(QStringList references, RenewalForm form)
{
    const QUrl issuer = m_issuer();
    if (issuer.isEmpty())
        co_return notSetUp();
    QList<Refusal> refused;
    for (const QString &reference : std::as_const(references)) {
        auto renewing = m_client.renew(issuer, reference, form);
        if (const auto renewed = co_await renewing; !renewed)
            refused.append(Refusal{reference, renewed.error()});
    }
    Q_EMIT changed();
    co_return Result<QList<Refusal>>(refused);
}

QCoro::Task<Result<void>> Keys::revoke(QString reference, QString reason)
{
    const QUrl issuer = m_issuer();
    if (issuer.isEmpty())
        co_return notSetUp();
    auto revoking = m_client.revoke(issuer, reference, reason);
    const auto done = co_await revoking;
    if (done)
        m_alive.remove(reference);
    Q_EMIT changed();
    if (done)
        Q_EMIT ended(reference);
    co_return done;
}

QCoro::Task<Result<HeldKey>> Keys::withStatement(HeldKey key)
{
    const QUrl issuer = m_issuer();
    if (issuer.isEmpty())
        co_return notSetUp();
    auto asking = m_client.key(issuer, key.id());
    const auto known = co_await asking;
    // Without one the letter is checked at the issuer alone.
    if (!known && known.error().kind == ErrorKind::NotFound)
        co_return key;
    co_return known;
}

QCoro::Task<Result<QByteArray>> Keys::statement(QString reference)
{
    const QUrl issuer = m_issuer();
    if (issuer.isEmpty())
        co_return notSetUp();
    auto asking = m_client.key(issuer, reference);
    const auto known = co_await asking;
    if (!known)
        co_return known.error();
    co_return Result<QByteArray>(known->statement);
}

QCoro::Task<Result<QJsonArray>> Keys::roas(QString reference)
{
    const QUrl issuer = m_issuer();
    if (issuer.isEmpty())
        co_return notSetUp();
    auto asking = m_client.roas(issuer, reference);
    const auto listed = co_await asking;
    co_return listed;
}

QCoro::Task<Result<KeyAnswer>> Keys::check(Secret typed)
{
    const QUrl issuer = m_issuer();
    if (issuer.isEmpty())
        co_return notSetUp();
    const Asn asker = m_own ? m_own() : Asn();
    auto checking = m_checker.check(issuer, typed, asker);
    co_return co_await checking;
}

} // namespace peerdesk
