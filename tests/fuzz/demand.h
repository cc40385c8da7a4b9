// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace peerdesk::test {

/// What must hold whatever the bytes are. Ends the program where it does not: a fuzzer sees nothing else.
inline void demand(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

} // namespace peerdesk::test
