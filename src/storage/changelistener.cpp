// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changelistener.h"

#include "base/logging.h"
#include "storage/postgresqlconnection.h"

#include <QSqlDriver>
#include <QThread>
#include <QTimer>

#include <future>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto heartbeat = 2s; // a server that went away says nothing

/// Lives on the listener's thread, from the thread's start to its end.
class Ear : public QObject
{
public:
    Ear(DatabaseAddress address, std::function<void()> changed)
        : m_address(std::move(address))
        , m_changed(std::move(changed))
    {
    }

    void begin()
    {
        connect(&m_heartbeat, &QTimer::timeout, this, &Ear::look);
        m_heartbeat.start(heartbeat);
        listen();
        m_begun.set_value();
    }
    void waitUntilItListens() { m_begun.get_future().wait(); }

private:
    void look()
    {
        const bool hears = m_connection && m_connection->run(QStringLiteral("SELECT 1"));
        if (hears)
            return;
        m_connection.reset();
        if (listen())
            m_changed();
    }

    bool listen()
    {
        auto opened = SqlConnection::open(m_address, SqlConnection::Access::ReadOnly);
        if (!opened)
            return false;
        m_connection = std::move(*opened);
        QSqlDriver *driver = m_connection->database().driver();
        connect(driver, &QSqlDriver::notification, this, [this] { m_changed(); });
        if (driver->subscribeToNotification(PostgreSqlConnection::channel()))
            return true;
        qCWarning(lcStorage) << "The database server does not tell of changes";
        m_connection.reset();
        return false;
    }

    const DatabaseAddress m_address;
    const std::function<void()> m_changed;
    QTimer m_heartbeat{this};
    std::promise<void> m_begun;
    std::unique_ptr<SqlConnection> m_connection;
};

} // namespace

ChangeListener::ChangeListener(const DatabaseAddress &address, std::function<void()> changed)
    : m_thread(std::make_unique<QThread>())
{
    m_thread->setObjectName(QStringLiteral("db-listen"));
    auto *ear = new Ear(address, std::move(changed));
    ear->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::started, ear, &Ear::begin);
    QObject::connect(m_thread.get(), &QThread::finished, ear, &QObject::deleteLater);
    m_thread->start();
    ear->waitUntilItListens();
}

ChangeListener::~ChangeListener()
{
    m_thread->quit();
    m_thread->wait();
}

} // namespace peerdesk
