// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/letterpdf.h"

#include "keys/qrcode.h"
#include "theme/palette.h"
#include "workflow/keys/keyanswer.h"
#include "workflow/keys/letter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace peerdesk {
namespace {

struct LetterPdfWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::LetterPdf)
};

constexpr int dotsPerInch = 300;
constexpr double textPoints = 10;
constexpr double prefixPoints = 9;
constexpr double smallPoints = 8;
constexpr int mostColumns = 4;
constexpr double codeMillimetres = 58;
constexpr double moduleMillimetres = 0.5; // finer ones are lost on an office printer or a telephone
constexpr double mostCodeMillimetres = 90;

/// Writes one letter from top to bottom.
class LetterPrint
{
public:
    LetterPrint(const Letter &letter, QPdfWriter &writer)
        : m_letter(letter)
        , m_writer(writer)
        , m_painter(&writer)
        , m_page(0, 0, writer.width(), writer.height())
        , m_palette(paletteFor(Scheme::Light))
    {
    }

    void run()
    {
        heading();
        authorisation();
        facts();
        prefixes();
        footer();
    }

private:
    [[nodiscard]] double lineHeight() const { return m_painter.fontMetrics().height() * 1.25; }
    [[nodiscard]] double bottom() const { return m_page.bottom() - 2 * lineHeight(); }

    void useFont(double points, QFont::Weight weight = QFont::Normal, bool mono = false)
    {
        QFont font = mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : m_plain;
        font.setPointSizeF(points);
        font.setWeight(weight);
        // Any letter spacing turns ligatures off, which a search for the words would miss.
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.1);
        m_painter.setFont(font);
    }

    /// Wrapped within the width; leaves the pen below it.
    void paragraph(const QString &words, double width, QPalette::ColorRole color = QPalette::Text)
    {
        m_painter.setPen(m_palette.color(color));
        const QRectF room(m_page.left(), m_y, width, m_page.height());
        const int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
        const QRectF taken = m_painter.boundingRect(room, flags, words);
        m_painter.drawText(room, flags, words);
        m_y += taken.height() + lineHeight() * 0.5;
    }

    void heading()
    {
        useFont(18, QFont::DemiBold);
        paragraph(LetterPdfWords::tr("Letter of authorisation"), m_page.width());
        useFont(textPoints);
        paragraph(LetterPdfWords::tr("To originate routes, %1").arg(toRfc3339(m_letter.madeAt)), m_page.width(),
                  role::secondaryText);
        m_y += lineHeight();
    }

    void authorisation()
    {
        const KeyTerms &terms = m_letter.key.terms;
        const QString origin =
            m_letter.originName.isEmpty()
                ? terms.origin.toString()
                : LetterPdfWords::tr("%1 (%2)", "AS number and name").arg(terms.origin.toString(), m_letter.originName);
        paragraph(
            LetterPdfWords::tr("%1, the holder of the resources listed below, authorises %2 to announce them with "
                               "its AS number as origin, and its upstream networks to accept them, until %3. "
                               "After that moment, or once the key has been revoked, this letter authorises "
                               "nothing.")
                .arg(m_letter.holder, origin, toRfc3339(terms.expires)),
            m_page.width());
        m_y += lineHeight() * 0.5;
    }

    /// On the left what can be typed, on the right what can be scanned.
    void facts()
    {
        const double top = m_y;
        const LetterText code = textOf(m_letter);
        const auto image = qrCode(code.toString());
        const double millimetres =
            image ? std::clamp(image->width() * moduleMillimetres, codeMillimetres, mostCodeMillimetres) : 0;
        const double side = millimetres / 25.4 * dotsPerInch;
        const double width = m_page.width() - side - lineHeight();
        const KeyTerms &terms = m_letter.key.terms;
        const QList<std::pair<QString, QString>> lines = {
            {LetterPdfWords::tr("Reference"), terms.reference.toString()},
            {LetterPdfWords::tr("Registry"), toText(terms.reference.registry)},
            {LetterPdfWords::tr("Issuer"), m_letter.issuer.toString(QUrl::FullyEncoded)},
            {LetterPdfWords::tr("Serial"), QString::number(terms.serial.number())},
            {LetterPdfWords::tr("Valid until"), toRfc3339(terms.expires)},
        };
        for (const auto &[label, value] : lines) {
            useFont(smallPoints);
            paragraph(label, width, role::secondaryText);
            m_y -= lineHeight() * 0.4;
            useFont(textPoints, QFont::DemiBold);
            paragraph(value, width);
        }
        useFont(smallPoints);
        paragraph(code.statement.isEmpty()
                      ? LetterPdfWords::tr(
                          "The code holds the reference and the issuer, and proves nothing by itself: the issuer "
                          "says whether it holds, to whom the key was shown.")
                      : LetterPdfWords::tr("The code also holds what the issuer has signed of it."),
                  width, role::secondaryText);
        if (image) {
            // Whole dots for each module: a resampled code is hard to read.
            const int dots = std::max(1, static_cast<int>(side) / image->width());
            const QImage scaled = image->scaled(image->width() * dots, image->width() * dots);
            m_painter.drawImage(QPointF(m_page.right() - scaled.width(), top), scaled);
            m_y = std::max(m_y, top + scaled.height());
        }
        m_y += lineHeight();
    }

    void prefixes()
    {
        const QList<KeyPrefix> &items = m_letter.key.terms.prefixes.items();
        useFont(textPoints, QFont::DemiBold);
        paragraph(LetterPdfWords::tr("%n prefix(es)", nullptr, static_cast<int>(items.size())), m_page.width());
        useFont(prefixPoints, QFont::Normal, true);
        m_painter.setPen(m_palette.color(QPalette::Text));
        QStringList texts;
        double widest = 1;
        for (const KeyPrefix &item : items) {
            texts.append(prefixInWords(item));
            widest = std::max(widest, m_painter.fontMetrics().horizontalAdvance(texts.last()) + lineHeight());
        }
        const int columns = std::clamp(static_cast<int>(m_page.width() / widest), 1, mostColumns);
        const double width = m_page.width() / columns;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const auto column = static_cast<int>(i % columns);
            if (i > 0 && column == 0) {
                m_y += lineHeight();
                if (m_y + lineHeight() > bottom())
                    turnPage();
            }
            m_painter.drawText(QRectF(m_page.left() + column * width, m_y, width, lineHeight()),
                               Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, texts.at(i));
        }
    }

    void turnPage()
    {
        footer();
        m_writer.newPage();
        ++m_number;
        m_y = m_page.top();
        useFont(prefixPoints, QFont::Normal, true);
        m_painter.setPen(m_palette.color(QPalette::Text));
    }

    /// On every page, so that a lone one can be told whose it is.
    void footer()
    {
        useFont(smallPoints);
        m_painter.setPen(m_palette.color(role::secondaryText));
        const QRectF rect(m_page.left(), m_page.bottom() - lineHeight(), m_page.width(), lineHeight());
        m_painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                           LetterPdfWords::tr("Made by Peerdesk for %1").arg(m_letter.key.id()));
        m_painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, LetterPdfWords::tr("Page %1").arg(m_number));
    }

    const Letter &m_letter;
    QPdfWriter &m_writer;
    QPainter m_painter;
    const QFont m_plain = m_painter.font();
    const QRectF m_page;
    const QPalette m_palette;
    double m_y = 0;
    int m_number = 1;
};

} // namespace

QByteArray letterAsPdf(const Letter &letter)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(dotsPerInch);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(22, 20, 22, 16),
                                         QPageLayout::Millimeter));
        writer.setTitle(LetterPdfWords::tr("Letter of authorisation %1").arg(letter.key.id()));
        writer.setCreator(QStringLiteral("Peerdesk"));
        LetterPrint(letter, writer).run();
    }
    return bytes;
}

} // namespace peerdesk
