// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include FUZZ_HEADER

#include <QCoreApplication>

namespace {

void nothing(QtMsgType type, const QMessageLogContext &, const QString &words)
{
    if (type != QtFatalMsg)
        return;
    std::fprintf(stderr, "%s\n", qPrintable(words));
    std::abort();
}

} // namespace

/// libFuzzer's entry, for each target of this folder: `./dev fuzz MINUTES NAME`.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv);
    static const auto previous = qInstallMessageHandler(nothing); // the log of a refusal costs more than the refusal
    Q_UNUSED(previous)
    static auto *target = new peerdesk::test::FUZZ_TARGET; // never destroyed: the application would be first
    target->read(QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size)));
    return 0;
}
