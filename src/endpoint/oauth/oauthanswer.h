// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpmessage.h"

#include <QJsonObject>

#include <optional>

namespace peerdesk {

class FormFields;
struct IssuedTokens;

// How the parts of signing in that programs speak to answer them (RFC 6749 sections 5.1 and 5.2).

[[nodiscard]] HttpResponse oauthJson(int status, const QJsonObject &body);
[[nodiscard]] HttpResponse oauthError(int status, const char *code, const QString &words);
/// What is ours to know (Storage, Internal) is logged and not told.
[[nodiscard]] HttpResponse oauthError(const Error &error);
[[nodiscard]] HttpResponse tokensOf(const Result<IssuedTokens> &issued);

/// What is wrong with who posts the form: the client must be the one we know, and authenticate as a public client does,
/// not at all.
[[nodiscard]] std::optional<HttpResponse> faultOfClient(const HttpRequest &request, const Result<FormFields> &fields);

} // namespace peerdesk
