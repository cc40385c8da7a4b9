// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <openssl/crypto.h>

namespace peerdesk {

Secret::~Secret()
{
    if (!m_bytes.isEmpty() && m_bytes.isDetached())
        OPENSSL_cleanse(m_bytes.data(), static_cast<size_t>(m_bytes.size()));
}

bool Secret::operator==(const Secret &other) const
{
    return m_bytes.size() == other.m_bytes.size()
           && CRYPTO_memcmp(m_bytes.constData(), other.m_bytes.constData(), static_cast<size_t>(m_bytes.size())) == 0;
}

} // namespace peerdesk
