// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokenstore.h"

#include "auth/keychainquestion.h"

#include <QCoroSignal>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace peerdesk {
namespace {

constexpr int serviceStartMs = 5'000;
const QString probeKey = QStringLiteral("keychain-works");

TokenStore::State stateFor(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return TokenStore::State::Working;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return TokenStore::State::Locked;
    default:
        return TokenStore::State::Absent;
    }
}

} // namespace

TokenStore::TokenStore(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
}

QCoro::Task<Result<Secret>> TokenStore::read(QString key)
{
    if (const auto kept = m_memory.constFind(key); kept != m_memory.constEnd()) {
        if (kept->has_value())
            co_return **kept;
        co_return Error(ErrorKind::NotFound);
    }
    if (co_await isUnused())
        co_return Error(ErrorKind::NotFound);
    if (!co_await works())
        co_return Error(ErrorKind::Unavailable, trouble());

    auto *job = new QKeychain::ReadPasswordJob(m_service, this);
    job->setKey(key);
    const QKeychain::Error error = co_await finish(job);
    if (error == QKeychain::NoError)
        co_return Secret(job->binaryData());
    // A keyring that was locked meanwhile says "not found" too.
    co_await probe();
    if (m_state != State::Working)
        co_return Error(ErrorKind::Unavailable, trouble());
    co_return Error(ErrorKind::NotFound);
}

QCoro::Task<Result<void>> TokenStore::write(QString key, Secret secret)
{
    // Kept first: whatever becomes of the keychain, this run of the program has it.
    m_memory.insert(key, secret);
    if (!co_await works())
        co_return {};
    const State state = co_await writeEntry(key, secret);
    setState(state);
    // Another write of the same key may have come in between; then the memory holds the newer one.
    if (state == State::Working && m_memory.value(key) == secret)
        m_memory.remove(key);
    co_return {};
}

QCoro::Task<Result<void>> TokenStore::remove(QString key)
{
    m_memory.insert(key, std::nullopt);
    if (co_await isUnused())
        co_return {};
    if (!co_await works())
        co_return {};
    auto *job = new QKeychain::DeletePasswordJob(m_service, this);
    job->setKey(key);
    co_await finish(job);
    // A locked keyring reports success without having removed anything, so ask it in the way it answers truly.
    co_await probe();
    if (m_state == State::Working && !m_memory.value(key, std::nullopt).has_value())
        m_memory.remove(key);
    co_return {};
}

QCoro::Task<TokenStore::State> TokenStore::retry()
{
    co_await probe();
    if (m_state != State::Working)
        co_return m_state;
    const QStringList waiting = m_memory.keys();
    for (const QString &key : waiting) {
        const std::optional<Secret> kept = m_memory.value(key);
        if (kept)
            (void)co_await write(key, *kept);
        else
            (void)co_await remove(key);
    }
    co_return m_state;
}

bool TokenStore::isIdle() const
{
    return !findChild<KeychainQuestion *>() && !findChild<QDBusPendingCallWatcher *>();
}

void TokenStore::giveUp()
{
    m_givenUp = true;
    const QList<KeychainQuestion *> open = findChildren<KeychainQuestion *>();
    for (KeychainQuestion *question : open)
        question->giveUp();
}

QString TokenStore::trouble() const
{
    switch (m_state) {
    case State::Locked:
        return tr("The keychain is locked. Unlock it and try again; until then the sign-in ends with the program.");
    case State::Absent:
        return tr("No keychain service answers (on Debian: the packages gnome-keyring and libsecret-1-0, or KWallet). "
                  "The sign-in ends with the program.");
    case State::Unknown:
    case State::Working:
        break;
    }
    return {};
}

QCoro::Task<bool> TokenStore::works()
{
    if (m_state == State::Unknown)
        co_await probe();
    co_return m_state == State::Working;
}

QCoro::Task<bool> TokenStore::isUnused()
{
    if (m_state != State::Unknown || m_givenUp)
        co_return false;
    // https://specifications.freedesktop.org/secret-service/0.2/, "ReadAlias"; no such service, as with KWallet of old,
    // is an error here and left to probe().
    auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    call.setArguments({QStringLiteral("default")});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, serviceStartMs), this);
    if (!watcher->isFinished())
        co_await qCoro(watcher, &QDBusPendingCallWatcher::finished);
    const QDBusPendingReply<QDBusObjectPath> keyring = *watcher;
    watcher->deleteLater();
    co_return keyring.isValid() && keyring.value().path() == u"/";
}

QCoro::Task<void> TokenStore::probe()
{
    if (m_probing) {
        co_await qCoro(this, &TokenStore::probed);
        co_return;
    }
    m_probing = true;
    const Secret word(QByteArrayLiteral("yes"));
    const State state = co_await writeEntry(probeKey, word);
    m_probing = false;
    setState(state);
    Q_EMIT probed();
}

QCoro::Task<QKeychain::Error> TokenStore::finish(QKeychain::Job *job)
{
    if (m_givenUp) {
        job->deleteLater();
        co_return QKeychain::AccessDenied;
    }
    auto *question = new KeychainQuestion(job, this);
    co_await qCoro(question, &KeychainQuestion::answered);
    question->deleteLater();
    co_return question->error();
}

QCoro::Task<TokenStore::State> TokenStore::writeEntry(QString key, Secret secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service, this);
    job->setKey(key);
    job->setBinaryData(secret.reveal());
    const QKeychain::Error error = co_await finish(job);
    co_return stateFor(error);
}

void TokenStore::setState(State state)
{
    m_state = state;
    if (state == State::Working || m_told)
        return;
    m_told = true;
    Q_EMIT troubled(state);
}

} // namespace peerdesk
