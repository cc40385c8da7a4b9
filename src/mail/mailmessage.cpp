// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mailmessage.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace peerdesk {
namespace {

const QByteArray lineEnd = QByteArrayLiteral("\r\n");
constexpr qsizetype plainLimit = 60; // characters that stand as they are; more are encoded, and so folded
constexpr qsizetype wordBytes = 39;  // of UTF-8 in one encoded word, which may be 75 long (RFC 2047 section 2)
constexpr qsizetype bodyLineLength = 76;

bool isPlain(const QString &text)
{
    return text.size() <= plainLimit
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; })
           && !text.contains(QLatin1String("=?"));
}

/// RFC 2047 section 5: each word holds whole characters.
QByteArray encodedWords(const QString &text)
{
    QByteArray words;
    QByteArray piece;
    const auto flush = [&words, &piece] {
        if (!piece.isEmpty())
            words += (words.isEmpty() ? "" : "\r\n ") + ("=?utf-8?B?" + piece.toBase64() + "?=");
        piece.clear();
    };
    const auto characters = text.toUcs4();
    for (const auto character : characters) {
        const QByteArray bytes = QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1).toUtf8();
        if (piece.size() + bytes.size() > wordBytes)
            flush();
        piece += bytes;
    }
    flush();
    return words;
}

QByteArray unstructured(const QString &text)
{
    const QString line = text.simplified();
    return isPlain(line) ? line.toLatin1() : encodedWords(line);
}

/// "Name <address>", the name quoted or encoded; what has no address gives nothing.
QByteArray mailbox(const QString &text)
{
    const auto address = mailAddressIn(text);
    if (!address)
        return {};
    const QString name = text.left(text.indexOf(u'<')).simplified();
    if (name.isEmpty() || !text.contains(u'<'))
        return address->toLatin1();
    QString quoted = name;
    quoted.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    const QByteArray phrase = isPlain(name) ? '"' + quoted.toLatin1() + '"' : encodedWords(name);
    return phrase + " <" + address->toLatin1() + '>';
}

} // namespace

QByteArray MailMessage::toWire() const
{
    const QString domain = mailAddressIn(from).value_or(QString()).section(u'@', 1);
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(date, Qt::UTC);
    const QList<std::pair<QByteArray, QByteArray>> headers = {
        {"Date", QLocale::c().toString(when, QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toLatin1() + " +0000"},
        {"From", mailbox(from)},
        {"To", mailbox(to)},
        {"Subject", unstructured(subject)},
        {"Message-ID", '<' + id.toUtf8().toHex() + '@' + domain.toLatin1() + '>'},
        {"MIME-Version", "1.0"},
        {"Content-Type", "text/plain; charset=utf-8"},
        {"Content-Transfer-Encoding", "base64"},
        {"Auto-Submitted", "auto-generated"},
    };
    QByteArray wire;
    for (const auto &[name, value] : headers)
        wire += name + ": " + value + lineEnd;
    wire += lineEnd;
    QString text = body;
    const QByteArray encoded = text.replace(u'\n', QLatin1String("\r\n")).toUtf8().toBase64();
    for (qsizetype at = 0; at < encoded.size(); at += bodyLineLength)
        wire += encoded.mid(at, bodyLineLength) + lineEnd;
    return wire;
}

std::optional<QString> mailAddressIn(const QString &text)
{
    const qsizetype open = text.lastIndexOf(u'<');
    const qsizetype close = text.lastIndexOf(u'>');
    const QString address = open >= 0 && close > open ? text.mid(open + 1, close - open - 1) : text.trimmed();
    // Dot-atoms only (RFC 5322 section 3.4.1): a quoted local part is hardly anybody's, and could hold anything.
    static const QRegularExpression shape(QStringLiteral(
        "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+"
        "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\z"));
    return shape.match(address).hasMatch() ? std::optional(address) : std::nullopt;
}

} // namespace peerdesk
