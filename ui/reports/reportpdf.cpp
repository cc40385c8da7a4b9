// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportpdf.h"

#include "reports/reportsummary.h"
#include "theme/palette.h"
#include "workflow/reports/reportwriter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <utility>

namespace peerdesk {
namespace {

struct ReportPdfWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::ReportPdf)
};

constexpr int dotsPerInch = 300;
constexpr double largestPoints = 8.5;
constexpr double smallestPoints = 4.5; ///< below this nobody reads; the last column is cut instead

/// Writes one report: measures its columns once, then fills page after page.
class Print
{
public:
    Print(const SessionReport &report, QPdfWriter &writer)
        : m_report(report)
        , m_writer(writer)
        , m_painter(&writer)
        , m_page(0, 0, writer.width(), writer.height())
        , m_palette(paletteFor(Scheme::Light))
    {
        for (const ReportRow &row : report.rows)
            m_rows.append(reportCells(row));
        chooseSize();
    }

    void run()
    {
        double y = heading();
        qsizetype fits = rowsBelow(y);
        const qsizetype perPage = rowsBelow(m_page.top());
        m_pages = 1 + static_cast<int>((std::max<qsizetype>(0, m_rows.size() - fits) + perPage - 1) / perPage);
        y = tableHead(y);
        for (const QStringList &row : std::as_const(m_rows)) {
            if (fits == 0) {
                footer();
                m_writer.newPage();
                ++m_number;
                y = tableHead(m_page.top());
                fits = perPage;
            }
            tableRow(row, y);
            y += m_line;
            --fits;
        }
        footer();
    }

private:
    [[nodiscard]] double bottom() const { return m_page.bottom() - 2.2 * m_line; } ///< the footer's room

    /// Under a table head that begins at `y`.
    [[nodiscard]] qsizetype rowsBelow(double y) const
    {
        return std::max<qsizetype>(1, static_cast<qsizetype>((bottom() - y) / m_line) - 1);
    }

    [[nodiscard]] QFont font(double points, QFont::Weight weight = QFont::Normal) const
    {
        QFont made = m_painter.font();
        made.setPointSizeF(points);
        made.setWeight(weight);
        // Any letter spacing turns ligatures off: a search for "Pacific" would miss the one glyph that stands
        // for "fi".
        made.setLetterSpacing(QFont::AbsoluteSpacing, 0.1);
        return made;
    }

    void measure(double points)
    {
        const QStringList headings = reportHeadings();
        const QFontMetricsF metrics(font(points), &m_writer);
        const QFontMetricsF strong(font(points, QFont::DemiBold), &m_writer);
        m_widths.fill(0, headings.size());
        for (qsizetype i = 0; i < headings.size(); ++i) {
            m_widths[i] = strong.horizontalAdvance(headings.at(i));
            for (const QStringList &row : std::as_const(m_rows))
                m_widths[i] = std::max(m_widths[i], metrics.horizontalAdvance(row.value(i)));
            m_widths[i] += metrics.averageCharWidth() * 2;
        }
        m_points = points;
        m_line = metrics.height() * 1.5;
    }

    void chooseSize()
    {
        const auto width = [this] {
            double sum = 0;
            for (const double one : std::as_const(m_widths))
                sum += one;
            return sum;
        };
        measure(largestPoints);
        if (width() > m_page.width())
            measure(std::max(smallestPoints, largestPoints * m_page.width() / width() * 0.99));
    }

    void text(const QRectF &rect, const QString &words, QPalette::ColorRole color = QPalette::Text)
    {
        m_painter.setPen(m_palette.color(color));
        m_painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip | Qt::TextSingleLine, words);
    }

    double heading()
    {
        const QString own = m_report.ownName.isEmpty() ? m_report.query.ownAsn.toString()
                                                       : m_report.query.ownAsn.toString() + u' ' + m_report.ownName;
        m_painter.setFont(font(15, QFont::DemiBold));
        double y = m_page.top();
        text({m_page.left(), y, m_page.width(), 2.2 * m_line}, ReportPdfWords::tr("Peering sessions of %1").arg(own));
        y += 2.3 * m_line;
        m_painter.setFont(font(m_points));
        for (const QString &line : reportSummaryLines(m_report)) {
            text({m_page.left(), y, m_page.width(), m_line}, line, role::secondaryText);
            y += m_line;
        }
        return y + m_line / 2;
    }

    double tableHead(double y)
    {
        m_painter.setFont(font(m_points, QFont::DemiBold));
        tableRow(reportHeadings(), y);
        m_painter.setFont(font(m_points));
        return y + m_line;
    }

    void tableRow(const QStringList &cells, double y)
    {
        double x = m_page.left();
        for (qsizetype i = 0; i < cells.size(); ++i) {
            text({x, y, m_widths.at(i), m_line}, cells.at(i));
            x += m_widths.at(i);
        }
        m_painter.setPen(QPen(m_palette.color(role::line), 2));
        m_painter.drawLine(QPointF(m_page.left(), y + m_line), QPointF(m_page.right(), y + m_line));
    }

    void footer()
    {
        m_painter.setFont(font(m_points));
        const QRectF rect(m_page.left(), m_page.bottom() - 1.4 * m_line, m_page.width(), m_line);
        text(rect, ReportPdfWords::tr("Made by Peerdesk, %1").arg(toRfc3339(m_report.madeAt)), role::secondaryText);
        m_painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter,
                           ReportPdfWords::tr("Page %1 of %2").arg(m_number).arg(m_pages));
    }

    const SessionReport &m_report;
    QPdfWriter &m_writer;
    QPainter m_painter;
    QRectF m_page;
    QPalette m_palette;
    QList<QStringList> m_rows;
    QList<double> m_widths;
    double m_points = largestPoints;
    double m_line = 0;
    int m_number = 1;
    int m_pages = 1;
};

} // namespace

QByteArray reportAsPdf(const SessionReport &report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(dotsPerInch);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(15, 14, 15, 12),
                                         QPageLayout::Millimeter));
        writer.setTitle(ReportPdfWords::tr("Peering sessions of %1").arg(report.query.ownAsn.toString()));
        writer.setCreator(QStringLiteral("Peerdesk"));
        Print(report, writer).run();
    }
    return bytes;
}

} // namespace peerdesk
