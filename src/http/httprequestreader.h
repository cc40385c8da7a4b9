// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpmessage.h"

#include <functional>
#include <memory>

namespace peerdesk {

/// Bytes in, one strict HTTP/1.x request out; no socket, no clock (RFC 9112). Boost.Beast's parser does the
/// reading, and this file adds what it lets pass or sees only later: it waits for the blank line before it looks at
/// anything, so that what can be refused sooner (control characters, bare line feeds, folded lines, a first line
/// that is no HTTP/1) is refused here first; and Host missing or twice, a length given twice, any Transfer-Encoding but
/// `chunked`, and quotes in the header of a chunk are refused after it.
class HttpRequestReader
{
public:
    struct Limits
    {
        qsizetype headBytes = 16 * 1024;
        int fields = 100;
        qsizetype bodyBytes = 1024 * 1024;
    };
    enum class State { Head, Body, Complete, Refused };

    /// Looks at a head before a byte of its body is taken; false ends the reading there.
    using Screen = std::function<bool(HttpRequest &head)>;

    explicit HttpRequestReader(Limits limits, Screen screen = {});
    ~HttpRequestReader();

    /// Takes what belongs to the current request off the front of `buffer`. After Complete, the rest is the next
    /// request's; after Refused nothing more can be read from this connection.
    State read(QByteArray &buffer);

    /// The request that is complete. Makes the reader ready for the next one.
    [[nodiscard]] HttpRequest take();

    [[nodiscard]] State state() const { return m_state; }
    /// What the body takes in memory so far.
    [[nodiscard]] qsizetype bodyBytes() const;
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; }
    /// The head asks for "100 Continue" before it sends its body (RFC 9110 section 10.1.1).
    [[nodiscard]] bool expectsContinue() const { return m_expectsContinue; }
    [[nodiscard]] int refusalStatus() const { return m_refusalStatus; }
    [[nodiscard]] const QString &refusalReason() const { return m_refusalReason; }

private:
    struct Parser;

    void reset();
    State refuse(int status, const QString &reason);
    /// True once the blank line is there and all before it may go to the parser.
    bool scanHead(QByteArray &buffer);
    bool scanLine(QByteArrayView line);
    void parseHead(QByteArray &buffer);
    void parseBody(QByteArray &buffer);
    void checkFields();
    void readTarget(const QByteArray &target);

    const Limits m_limits;
    const Screen m_screen;
    std::unique_ptr<Parser> m_parser;
    HttpRequest m_request;
    State m_state = State::Head;
    qsizetype m_lineStart = 0; ///< of the line that is not yet complete
    qsizetype m_scanned = 0;
    int m_lines = 0;
    bool m_keepAlive = false;
    bool m_expectsContinue = false;
    bool m_ignoredEmptyLine = false;
    int m_refusalStatus = 0;
    QString m_refusalReason;
};

} // namespace peerdesk
