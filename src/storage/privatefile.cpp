// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/privatefile.h"

#include "base/id.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace peerdesk {
namespace {

Error systemError(const QString &path)
{
    return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(errno))));
}

mode_t modeIn(const QString &folder)
{
    struct stat info = {};
    const bool shared = ::stat(QFile::encodeName(folder).constData(), &info) == 0 && (info.st_mode & S_ISGID) != 0;
    return shared ? 0660 : 0600;
}

Result<int> createExclusively(const QString &path)
{
    const mode_t mode = modeIn(QFileInfo(path).absolutePath());
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode);
    if (file < 0)
        return errno == EEXIST ? Error(ErrorKind::Conflict, path) : systemError(path);
    (void)::fchmod(file, mode); // whatever the umask took away
    return file;
}

} // namespace

Result<void> ensurePrivateFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(QFileInfo(folder).absolutePath())
            || (::mkdir(QFile::encodeName(folder).constData(), 0700) != 0 && errno != EEXIST))
            return systemError(folder);
    }
    const auto file = createExclusively(path);
    if (file)
        ::close(*file);
    else if (file.error().kind != ErrorKind::Conflict)
        return file.error();
    return {};
}

Result<void> createPrivateFile(const QString &path, const QByteArray &content)
{
    const QString draft = QStringLiteral("%1.%2").arg(path, newUuid());
    const auto file = createExclusively(draft);
    if (!file)
        return file.error();
    const bool written = ::write(*file, content.constData(), static_cast<size_t>(content.size())) == content.size()
                         && ::fsync(*file) == 0;
    Result<void> result;
    // link() rather than rename(): it fails where somebody else was first.
    if (!written)
        result = systemError(path);
    else if (::link(QFile::encodeName(draft).constData(), QFile::encodeName(path).constData()) != 0)
        result = errno == EEXIST ? Error(ErrorKind::Conflict, path) : systemError(path);
    ::close(*file);
    ::unlink(QFile::encodeName(draft).constData());
    return result;
}

Result<QByteArray> readPrivateFile(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return errno == ENOENT ? Error(ErrorKind::NotFound, path) : systemError(path);
    if ((info.st_mode & S_IRWXO) != 0)
        return Error(
            ErrorKind::Storage,
            QCoreApplication::translate("PrivateFile", "%1 may be read by every user of this machine").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return file.readAll();
}

} // namespace peerdesk
