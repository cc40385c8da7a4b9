// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/qrcode.h"

#include <qrencode.h>

#include <memory>

namespace peerdesk {
namespace {

constexpr int quietZone = 4; // modules, ISO/IEC 18004 section 6.3.8

} // namespace

Result<QImage> qrCode(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_L), QRcode_free);
    if (!code)
        return Error(ErrorKind::Invalid, QStringLiteral("%1 bytes fit no QR code").arg(bytes.size()));
    const int width = code->width + 2 * quietZone;
    QImage image(width, width, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1) != 0)
                image.setPixel(x + quietZone, y + quietZone, qRgb(0, 0, 0));
        }
    }
    return image;
}

} // namespace peerdesk
