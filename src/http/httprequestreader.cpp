// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httprequestreader.h"

// The only file that includes Beast: its parser alone costs seconds to compile.
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>

namespace peerdesk {
namespace {

namespace beast = boost::beast::http;

/// The parser takes for granted that who asks again about a last chunk has five bytes of it, "0\r\n\r\n". Nothing is
/// decided by less.
bool beginsLastChunk(const QByteArray &buffer)
{
    return buffer.size() < 5 && buffer.startsWith('0') && buffer.contains("\r\n");
}

/// What the parser left unread begins with a chunk's header that has a quote in it. The end of the line does not end a
/// quoted extension for the parser, so that what it says would depend on how the bytes come.
bool quotesInChunkHeader(QByteArrayView unread)
{
    if (unread.startsWith("\r\n"))
        unread = unread.sliced(2); // of the chunk before
    const qsizetype end = unread.indexOf("\r\n");
    return (end < 0 ? unread : unread.first(end)).contains('"');
}

QByteArray bytes(boost::beast::string_view view)
{
    return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

bool isControl(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\n') || c == 0x7f;
}

} // namespace

struct HttpRequestReader::Parser : beast::request_parser<beast::string_body>
{
    Parser() { on_chunk_header(m_refuseQuotes); }

private:
    /// Nobody needs a quoted extension (RFC 9112 section 7.1.1), and a line feed could hide in it.
    std::function<void(std::uint64_t, boost::beast::string_view, boost::system::error_code &)> m_refuseQuotes =
        [](std::uint64_t /*size*/, boost::beast::string_view extensions, boost::system::error_code &error) {
            if (extensions.find('"') != boost::beast::string_view::npos)
                error = beast::error::bad_chunk_extension;
        };
};

HttpRequestReader::HttpRequestReader(Limits limits, Screen screen)
    : m_limits(limits)
    , m_screen(std::move(screen))
{
    reset();
}

HttpRequestReader::~HttpRequestReader() = default;

void HttpRequestReader::reset()
{
    m_parser = std::make_unique<Parser>();
    m_parser->header_limit(static_cast<std::uint32_t>(m_limits.headBytes));
    m_parser->body_limit(static_cast<std::uint64_t>(m_limits.bodyBytes));
    m_parser->eager(false);
    m_request = {};
    m_state = State::Head;
    m_lineStart = 0;
    m_scanned = 0;
    m_lines = 0;
    m_keepAlive = false;
    m_expectsContinue = false;
    m_ignoredEmptyLine = false;
}

HttpRequestReader::State HttpRequestReader::refuse(int status, const QString &reason)
{
    m_refusalStatus = status;
    m_refusalReason = reason;
    m_keepAlive = false;
    return m_state = State::Refused;
}

HttpRequestReader::State HttpRequestReader::read(QByteArray &buffer)
{
    if (m_state == State::Head && scanHead(buffer))
        parseHead(buffer);
    if (m_state == State::Body)
        parseBody(buffer);
    return m_state;
}

qsizetype HttpRequestReader::bodyBytes() const
{
    return static_cast<qsizetype>(m_parser->get().body().size());
}

HttpRequest HttpRequestReader::take()
{
    HttpRequest request = std::move(m_request);
    reset();
    return request;
}

bool HttpRequestReader::scanHead(QByteArray &buffer)
{
    for (; m_scanned < buffer.size(); ++m_scanned) {
        const char c = buffer.at(m_scanned);
        if (m_scanned >= m_limits.headBytes) {
            refuse(431, QStringLiteral("the header is too large"));
            return false;
        }
        if (isControl(c)) {
            refuse(400, QStringLiteral("a control character in the header"));
            return false;
        }
        const bool afterReturn = m_scanned > 0 && buffer.at(m_scanned - 1) == '\r';
        if ((c == '\n') != afterReturn) {
            refuse(400, QStringLiteral("a line that does not end with CR LF"));
            return false;
        }
        if (c != '\n')
            continue;
        if (m_scanned == 1 && !m_ignoredEmptyLine) {
            m_ignoredEmptyLine = true; // one before the request (RFC 9112 section 2.2)
            buffer.remove(0, 2);
            m_scanned = -1;
            continue;
        }
        const QByteArrayView line = QByteArrayView(buffer).sliced(m_lineStart, m_scanned - 1 - m_lineStart);
        m_lineStart = m_scanned + 1;
        if (line.isEmpty())
            return true;
        if (!scanLine(line))
            return false;
    }
    return false;
}

bool HttpRequestReader::scanLine(QByteArrayView line)
{
    ++m_lines;
    if (m_lines == 1 && !line.endsWith(" HTTP/1.1") && !line.endsWith(" HTTP/1.0"))
        refuse(400, QStringLiteral("not a request of HTTP/1.1 or HTTP/1.0"));
    else if (line.startsWith(' ') || line.startsWith('\t'))
        refuse(400, QStringLiteral("a folded header line"));
    else if (m_lines > m_limits.fields + 1)
        refuse(431, QStringLiteral("too many header fields"));
    return m_state == State::Head;
}

void HttpRequestReader::parseHead(QByteArray &buffer)
{
    boost::system::error_code error;
    const auto used = m_parser->put(boost::asio::buffer(buffer.constData(), static_cast<size_t>(buffer.size())), error);
    buffer.remove(0, static_cast<qsizetype>(used));
    if (error == beast::error::body_limit) {
        refuse(413, QStringLiteral("the body is too large"));
        return;
    }
    if (error == beast::error::header_limit) {
        refuse(431, QStringLiteral("the header is too large"));
        return;
    }
    if (error || !m_parser->is_header_done()) {
        refuse(400, QStringLiteral("the request cannot be read: %1").arg(QString::fromStdString(error.message())));
        return;
    }
    // Taken here and not at the end: what a chunked body appends as trailer fields is not to be believed.
    const auto &message = m_parser->get();
    m_request.method = bytes(message.method_string());
    for (const auto &field : message)
        m_request.headers.append(bytes(field.name_string()), bytes(field.value()));
    m_keepAlive = message.keep_alive();
    m_state = State::Body;
    checkFields();
    if (m_state == State::Body)
        readTarget(bytes(message.target()));
    if (m_state == State::Body && m_screen && !m_screen(m_request))
        refuse(0, {}); // whoever screens has the answer
    m_parser->eager(true);
}

void HttpRequestReader::checkFields()
{
    const HttpHeaders &headers = m_request.headers;
    const bool current = m_parser->get().version() == 11;
    if (headers.count("Host") > 1 || (current && !headers.contains("Host"))) {
        refuse(400, QStringLiteral("exactly one Host field is needed"));
        return;
    }
    if (headers.count("Content-Length") > 1) {
        refuse(400, QStringLiteral("more than one Content-Length field"));
        return;
    }
    if (headers.contains("Transfer-Encoding")) {
        const bool chunked = headers.count("Transfer-Encoding") == 1
                             && headers.value("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) == 0;
        // With a length beside it or in HTTP/1.0, two readers could disagree where the request ends (RFC 9112 6.1).
        if (!chunked || !current || headers.contains("Content-Length")) {
            refuse(400, QStringLiteral("the body's extent is ambiguous"));
            return;
        }
    }
    if (const QByteArray expect = headers.value("Expect"); !expect.isEmpty()) {
        if (expect.compare("100-continue", Qt::CaseInsensitive) != 0)
            refuse(417, QStringLiteral("an unknown expectation"));
        m_expectsContinue = current;
    }
}

void HttpRequestReader::readTarget(const QByteArray &target)
{
    const QByteArray host = m_request.headers.value("Host");
    const bool hostIsPlain = std::none_of(host.begin(), host.end(), [](char c) {
        return c == '/' || c == '?' || c == '#' || c == '@' || c == ' ' || c == ',';
    });
    QByteArray text;
    if (target.startsWith('/'))
        text = "http://" + (host.isEmpty() ? QByteArrayLiteral("localhost") : host) + target;
    else if (target.startsWith("http://") || target.startsWith("https://"))
        text = target;
    m_request.url = QUrl::fromEncoded(text, QUrl::StrictMode);
    if (!hostIsPlain || text.isEmpty() || target.contains('#') || !m_request.url.isValid()
        || m_request.url.host().isEmpty())
        refuse(400, QStringLiteral("the request target or Host cannot be read"));
}

void HttpRequestReader::parseBody(QByteArray &buffer)
{
    boost::system::error_code error;
    while (!m_parser->is_done() && !buffer.isEmpty() && !(m_parser->chunked() && beginsLastChunk(buffer))) {
        const auto used =
            m_parser->put(boost::asio::buffer(buffer.constData(), static_cast<size_t>(buffer.size())), error);
        buffer.remove(0, static_cast<qsizetype>(used));
        if (error == beast::error::need_more && m_parser->chunked() && quotesInChunkHeader(buffer))
            error = beast::error::bad_chunk_extension;
        if (error == beast::error::need_more)
            break;
        if (error == beast::error::body_limit) {
            refuse(413, QStringLiteral("the body is too large"));
            return;
        }
        if (error) {
            refuse(400, QStringLiteral("the body cannot be read: %1").arg(QString::fromStdString(error.message())));
            return;
        }
    }
    if (m_parser->is_done()) {
        m_request.body = QByteArray::fromStdString(m_parser->get().body());
        m_state = State::Complete;
    } else if (buffer.size() > m_limits.headBytes) {
        refuse(400, QStringLiteral("a chunk header or trailer without end"));
    }
}

} // namespace peerdesk
