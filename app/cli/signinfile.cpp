// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signinfile.h"

#include "cli/clitext.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace peerdesk {
namespace {

QCoro::Task<Result<Secret>> entryOf(Result<QJsonObject> file, QString key)
{
    if (!file)
        co_return file.error();
    if (!file->contains(key))
        co_return Error(ErrorKind::NotFound);
    co_return Secret(file->value(key).toString());
}

QCoro::Task<Result<void>> settled(Result<void> result)
{
    co_return result;
}

} // namespace

SessionShelf SignInFile::shelf() const
{
    SessionShelf shelf;
    shelf.read = [file = *this](const QString &key) { return entryOf(file.load(), key); };
    shelf.write = [file = *this](const QString &key, const Secret &entry) {
        return settled(file.change(key, entry.revealText()));
    };
    shelf.remove = [file = *this](const QString &key) { return settled(file.change(key, {})); };
    shelf.lockFile = m_path + QStringLiteral(".renewing");
    return shelf;
}

Result<QJsonObject> SignInFile::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return QJsonObject();
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (file.permissions() & others)
        return Error(ErrorKind::Refused,
                     CliText::tr("%1 holds tokens and is open to others: chmod 600 it").arg(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(m_path, file.errorString()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// An empty entry goes away.
Result<void> SignInFile::change(const QString &key, const QString &entry) const
{
    QDir().mkpath(QFileInfo(m_path).path());
    QLockFile lock(m_path + QStringLiteral(".lock")); // held for the time of two system calls
    if (!lock.lock())
        return Error(ErrorKind::Storage, m_path);
    auto object = load();
    if (!object)
        return object.error();
    if (entry.isEmpty())
        object->remove(key);
    else
        object->insert(key, entry);
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
                         && file.write(QJsonDocument(*object).toJson()) >= 0 && file.commit();
    if (!written)
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(m_path, file.errorString()));
    return {};
}

} // namespace peerdesk
