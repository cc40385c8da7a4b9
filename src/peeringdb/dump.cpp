// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/dump.h"

#include "peeringdb/intactrows.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <zlib.h>

#include <algorithm>

namespace peerdesk {
namespace {

struct DumpWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::Dump)
};

constexpr qsizetype largestDump = qsizetype(1) << 30; // ten times what PeeringDB holds: a bomb, not a dump

bool isGzip(const QByteArray &bytes)
{
    return bytes.startsWith("\x1f\x8b");
}

/// The size that the last four bytes of a gzip file claim (RFC 1952 section 2.3.1), as a first guess.
qsizetype claimedSize(const QByteArray &gzip)
{
    if (gzip.size() < 18)
        return 0;
    const auto *tail = reinterpret_cast<const uchar *>(gzip.constData() + gzip.size() - 4);
    return static_cast<qsizetype>(tail[0] | tail[1] << 8 | tail[2] << 16 | static_cast<uint>(tail[3]) << 24);
}

class Inflater
{
public:
    Inflater() { m_ready = inflateInit2(&m_stream, 15 + 16) == Z_OK; }
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    Result<QByteArray> run(const QByteArray &gzip, const QString &name)
    {
        QByteArray plain;
        plain.resize(std::clamp<qsizetype>(claimedSize(gzip), 4096, std::min(largestDump, gzip.size() * 64)));
        plain.reserve(plain.size() + Dump::padding);
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(gzip.constData()));
        m_stream.avail_in = static_cast<uInt>(gzip.size());
        qsizetype filled = 0;
        int code = m_ready ? Z_OK : Z_MEM_ERROR;
        while (code == Z_OK) {
            if (filled == plain.size())
                plain.resize(plain.size() * 2);
            if (plain.size() > 2 * largestDump)
                return Error(ErrorKind::Invalid, DumpWords::tr("%1 is larger than any PeeringDB dump").arg(name));
            m_stream.next_out = reinterpret_cast<Bytef *>(plain.data() + filled);
            m_stream.avail_out = static_cast<uInt>(plain.size() - filled);
            code = inflate(&m_stream, Z_NO_FLUSH);
            filled = plain.size() - m_stream.avail_out;
            if (code == Z_STREAM_END && m_stream.avail_in > 0 && inflateReset(&m_stream) == Z_OK)
                code = Z_OK; // several members in one file, as parallel gzip writes them
        }
        if (code != Z_STREAM_END)
            return Error(ErrorKind::Invalid,
                         DumpWords::tr("%1: the gzip stream is broken at byte %2 (%3); of what it held before, %4")
                             .arg(name)
                             .arg(gzip.size() - m_stream.avail_in)
                             .arg(m_stream.msg ? QString::fromLatin1(m_stream.msg) : DumpWords::tr("it ends too early"),
                                  toText(IntactRows::of({plain.data(), static_cast<std::size_t>(filled)}))));
        plain.truncate(filled);
        return plain;
    }

private:
    z_stream m_stream = {};
    bool m_ready = false;
};

} // namespace

Dump::Dump(QByteArray bytes, QString name)
    : m_bytes(std::move(bytes))
    , m_name(std::move(name))
{
    if (m_bytes.capacity() < m_bytes.size() + padding)
        m_bytes.reserve(m_bytes.size() + padding);
}

Result<Dump> Dump::fromBytes(QByteArray bytes, const QString &name)
{
    if (!isGzip(bytes))
        return Dump(std::move(bytes), name);
    auto plain = Inflater().run(bytes, name);
    if (!plain)
        return plain.error();
    return Dump(std::move(plain).value(), name);
}

Result<Dump> Dump::fromFile(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(name, file.errorString()));
    QByteArray bytes;
    bytes.reserve(file.size() + padding);
    bytes.resize(file.size());
    const qint64 read = file.read(bytes.data(), bytes.size());
    if (read != bytes.size())
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(name, file.errorString()));
    return fromBytes(std::move(bytes), name);
}

QString Dump::findFile(const QString &folder, QStringView type)
{
    const QString plain = QStringLiteral("%1/%2-0.json").arg(folder, type);
    for (const QString &path : {plain, plain + QStringLiteral(".gz")}) {
        if (QFileInfo(path).isFile())
            return path;
    }
    return {};
}

} // namespace peerdesk
