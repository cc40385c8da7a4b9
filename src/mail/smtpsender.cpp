// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/smtpsender.h"

#include <QCoroFuture>
#include <QScopeGuard>
#include <QThreadPool>
#include <QUrl>
#include <QtConcurrentRun>

#include <curl/curl.h>
#include <openssl/crypto.h>

#include <array>
#include <cstring>
#include <memory>

namespace peerdesk {
namespace {

struct Upload
{
    QByteArray bytes;
    qsizetype at = 0;
};

size_t readUpload(char *buffer, size_t size, size_t count, void *context)
{
    auto *upload = static_cast<Upload *>(context);
    const auto length = std::min(static_cast<qsizetype>(size * count), upload->bytes.size() - upload->at);
    std::memcpy(buffer, upload->bytes.constData() + upload->at, static_cast<size_t>(length));
    upload->at += length;
    return static_cast<size_t>(length);
}

ErrorKind kindOf(CURLcode code, long reply)
{
    switch (code) {
    case CURLE_LOGIN_DENIED:
        return ErrorKind::Unauthenticated;
    case CURLE_OPERATION_TIMEDOUT:
        return ErrorKind::TimedOut;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_USE_SSL_FAILED:
        return ErrorKind::Unreachable;
    default:
        break;
    }
    if (reply >= 500)
        return ErrorKind::Denied;
    return reply >= 400 ? ErrorKind::Unavailable : ErrorKind::Unreachable;
}

/// Blocks; curl's own thread-safety asks for nothing more than one handle per call.
Result<void> sendNow(const SmtpSettings &settings, const MailMessage &message)
{
    // The pool's thread lives on: what TLS keeps for it (generators of random numbers) need not.
    const auto end = qScopeGuard([] { OPENSSL_thread_stop(); });
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    const auto from = mailAddressIn(message.from);
    const auto to = mailAddressIn(message.to);
    if (!curl || !from || !to)
        return Error(ErrorKind::Invalid, QStringLiteral("no address to send from or to"));
    const bool tls = settings.security == SmtpSettings::Security::Tls;
    const QByteArray url = QStringLiteral("%1://%2:%3")
                               .arg(tls ? QStringLiteral("smtps") : QStringLiteral("smtp"), settings.host)
                               .arg(settings.port)
                               .toUtf8();
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, to->toLatin1().constData()), curl_slist_free_all);
    Upload upload{message.toWire()};
    std::array<char, CURL_ERROR_SIZE> fault{};
    const auto set = [&curl](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    const QByteArray user = settings.user.toUtf8();
    const QByteArray password = settings.password.reveal();
    const QByteArray certificates = settings.certificates.toUtf8();
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, fault.data());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_URL, url.constData());
    set(CURLOPT_USE_SSL,
        static_cast<long>(settings.security == SmtpSettings::Security::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!certificates.isEmpty())
        set(CURLOPT_CAINFO, certificates.constData());
    if (!user.isEmpty()) {
        set(CURLOPT_USERNAME, user.constData());
        set(CURLOPT_PASSWORD, password.constData());
    }
    const auto patience = std::chrono::duration_cast<std::chrono::seconds>(settings.patience).count();
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(patience));
    set(CURLOPT_TIMEOUT, static_cast<long>(patience));
    const QByteArray sender = from->toLatin1();
    set(CURLOPT_MAIL_FROM, sender.constData());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, readUpload);
    set(CURLOPT_READDATA, &upload);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_OK)
        return {};
    long reply = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &reply);
    const char *words = fault[0] == '\0' ? curl_easy_strerror(code) : fault.data();
    return Error(kindOf(code, reply), QString::fromUtf8(words));
}

} // namespace

SmtpSender::SmtpSender(SmtpSettings settings)
    : m_settings(std::move(settings))
{
    static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT); // before any thread uses it
    Q_UNUSED(once)
}

QCoro::Task<Result<void>> SmtpSender::send(MailMessage message)
{
    auto sending = QtConcurrent::run(sendNow, m_settings, message);
    const auto sent = co_await sending;
    co_return sent;
}

} // namespace peerdesk
