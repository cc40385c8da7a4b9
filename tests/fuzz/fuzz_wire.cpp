// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/wiretarget.h"

/// libFuzzer's entry: `cmake --preset fuzz && ninja -C build/fuzz fuzz_wire`, then
/// `build/fuzz/bin/fuzz_wire -max_total_time=600 CORPUS tests/data/wire` with an empty folder for CORPUS.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const peerdesk::test::WireTarget target;
    target.read(QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size)));
    return 0;
}
