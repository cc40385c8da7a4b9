// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/tour/stage.h"

#include "support/outcomeof.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::test {

namespace {

constexpr auto startDeadline = std::chrono::seconds(30);

} // namespace

Stage::~Stage()
{
    // Last started, first ended: programs leave before the display they are on.
    while (!m_children.empty())
        m_children.pop_back();
}

Result<void> Stage::set()
{
    using Part = Result<void> (Stage::*)();
    for (const Part part : {&Stage::setHome, &Stage::setDisplay, &Stage::setBus, &Stage::setWindowManager,
                            &Stage::setKeyring, &Stage::setNotifications}) {
        if (const auto done = (this->*part)(); !done)
            return done;
    }
    return {};
}

Result<lab::Child *> Stage::play(const QString &program, const QStringList &arguments, const QString &package,
                                 const QString &output)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return Error(ErrorKind::NotFound, u"%1 is missing: apt-get install %2"_s.arg(program, package));
    m_children.push_back(std::make_unique<lab::Child>(program));
    if (!output.isEmpty())
        m_children.back()->writeOutputTo(output);
    if (const auto started = m_children.back()->start(path, arguments); !started)
        return started.error();
    return m_children.back().get();
}

Result<void> Stage::setHome()
{
    const QDir home(m_home.path());
    for (const char *folder : {"run", "config", "data", "cache"}) {
        if (!home.mkpath(QString::fromLatin1(folder)))
            return Error(ErrorKind::Storage, m_home.path());
    }
    // QTemporaryDir is for its owner only, which XDG_RUNTIME_DIR must be.
    QFile::setPermissions(home.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("HOME", m_home.path().toUtf8());
    qputenv("XDG_RUNTIME_DIR", home.filePath(u"run"_s).toUtf8());
    qputenv("XDG_CONFIG_HOME", home.filePath(u"config"_s).toUtf8());
    qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8());
    qputenv("XDG_CACHE_HOME", home.filePath(u"cache"_s).toUtf8());
    for (const char *variable : {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "XDG_CURRENT_DESKTOP"})
        qunsetenv(variable);
    return {};
}

Result<void> Stage::setDisplay()
{
    const QStringList arguments{u"-displayfd"_s,   u"1"_s,         u"-screen"_s, u"0"_s,
                                u"1600x1000x24"_s, u"-nolisten"_s, u"tcp"_s};
    const auto server = play(u"Xvfb"_s, arguments, u"xvfb"_s);
    if (!server)
        return server.error();
    const auto number = outcomeOf((*server)->line(startDeadline), 60'000);
    if (!number)
        return number.error();
    qputenv("DISPLAY", ":" + *number);
    return {};
}

Result<void> Stage::setBus()
{
    const QStringList arguments{u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s};
    const auto bus = play(u"dbus-daemon"_s, arguments, u"dbus"_s);
    if (!bus)
        return bus.error();
    const auto address = outcomeOf((*bus)->line(startDeadline), 60'000);
    if (!address)
        return address.error();
    qputenv("DBUS_SESSION_BUS_ADDRESS", *address);
    return {};
}

Result<void> Stage::setWindowManager()
{
    // Without one no window ever becomes the active one.
    const auto manager = play(u"openbox"_s, {u"--sm-disable"_s}, u"openbox"_s);
    return manager ? Result<void>() : Result<void>(manager.error());
}

Result<void> Stage::setKeyring()
{
    const QStringList arguments{u"--foreground"_s, u"--components=secrets"_s, u"--unlock"_s};
    const auto keyring = play(u"gnome-keyring-daemon"_s, arguments, u"gnome-keyring"_s);
    if (!keyring)
        return keyring.error();
    (*keyring)->say("tour");
    return waitForService(u"org.freedesktop.secrets"_s);
}

Result<void> Stage::setNotifications()
{
    const auto daemon = play(u"dunst"_s, {u"-print"_s}, u"dunst"_s, notificationsFile());
    if (!daemon)
        return daemon.error();
    return waitForService(u"org.freedesktop.Notifications"_s);
}

Result<void> Stage::waitForService(const QString &name)
{
    const QString connection = u"stage"_s;
    const QString address = QString::fromUtf8(qgetenv("DBUS_SESSION_BUS_ADDRESS"));
    const QDBusConnection bus = QDBusConnection::connectToBus(address, connection);
    const bool there = bus.isConnected()
                       && QTest::qWaitFor([&] { return bus.interface()->isServiceRegistered(name).value(); }, 30'000);
    QDBusConnection::disconnectFromBus(connection);
    if (!there)
        return Error(ErrorKind::Unavailable, u"nobody serves %1"_s.arg(name));
    return {};
}

} // namespace peerdesk::test
