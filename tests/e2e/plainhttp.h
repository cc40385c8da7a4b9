// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QUrl>

namespace peerdesk::test {

/// What came back over one connection; status 0 if it ended without an answer.
struct PlainAnswer
{
    int status = 0;
    QByteArray head; ///< as it came
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const;
};

/// HTTP as curl would speak it, written here a second time on purpose: what our own client and server might agree to
/// misunderstand, this does not share. One request, one connection. An empty token sends none.
[[nodiscard]] PlainAnswer askPlainly(const QByteArray &method, const QUrl &url, const QByteArray &token = {},
                                     const QByteArray &body = {});

} // namespace peerdesk::test
