// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"
#include "theme/palette.h"
#include "theme/statuslook.h"
#include "theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace peerdesk;

class TstTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextCanBeReadOnEverySurface_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << static_cast<int>(Scheme::Light);
        QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
    }
    void everyTextCanBeReadOnEverySurface()
    {
        QFETCH(int, scheme);
        const QPalette palette = paletteFor(static_cast<Scheme>(scheme));
        const QList<QPalette::ColorRole> surfaces = {QPalette::Base, QPalette::Window, role::sidebar, QPalette::Button};
        for (const auto surface : surfaces) {
            const QColor ground = palette.color(surface);
            QVERIFY(contrast(palette.color(QPalette::Text), ground) >= 4.5);
            QVERIFY(contrast(palette.color(role::secondaryText), ground) >= 4.5);
            QVERIFY(contrast(palette.color(role::accent), ground) >= 4.5);
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(palette.color(role::onAccent), palette.color(role::accent)) >= 4.5);
    }

    void everyStatusColourCanBeReadOnPlainAndSelectedRows_data() { everyTextCanBeReadOnEverySurface_data(); }
    void everyStatusColourCanBeReadOnPlainAndSelectedRows()
    {
        QFETCH(int, scheme);
        const QPalette palette = paletteFor(static_cast<Scheme>(scheme));
        const QList<QPalette::ColorRole> surfaces = {QPalette::Base, QPalette::Window, role::sidebar,
                                                     QPalette::Highlight};
        for (int tone = static_cast<int>(Tone::Plain); tone <= static_cast<int>(Tone::Offered); ++tone) {
            const QColor color = toneColor(static_cast<Tone>(tone), palette);
            for (const auto surface : surfaces) {
                const double ratio = contrast(color, palette.color(surface));
                QVERIFY2(ratio >= 4.5,
                         qPrintable(QStringLiteral("tone %1 on role %2: %3").arg(tone).arg(surface).arg(ratio)));
            }
        }
    }

    void everyStatusHasAShapeAWordAndNoTwinInBoth()
    {
        QSet<QString> words;
        QSet<int> shapes;
        for (int status = static_cast<int>(Status::Draft); status <= static_cast<int>(Status::Withdrawn); ++status) {
            const StatusLook look = statusLook(static_cast<Status>(status));
            QVERIFY(look.icon != Icon::None);
            words.insert(look.word);
            shapes.insert(static_cast<int>(look.icon));
        }
        QCOMPARE(words.size(), 12);
        QCOMPARE(shapes.size(), 12);
    }

    void everyIconDrawsSomethingInTheColourAskedFor_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("150 %") << 1.5;
        QTest::newRow("200 %") << 2.0;
    }
    void everyIconDrawsSomethingInTheColourAskedFor()
    {
        QFETCH(double, ratio);
        for (int i = 1; i <= static_cast<int>(Icon::Peerdesk); ++i) {
            const QPixmap pixmap = iconPixmap(static_cast<Icon>(i), 16, ratio, QColor(Qt::red));
            QCOMPARE(pixmap.width(), static_cast<int>(std::lround(16 * ratio)));
            QCOMPARE(pixmap.devicePixelRatio(), ratio);
            const QImage image = pixmap.toImage();
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    inked += pixel.alpha() > 128 && pixel.red() > 200 && pixel.green() < 60;
                }
            }
            QVERIFY2(inked >= 3, qPrintable(QString::number(i)));
        }
    }

    void anIconFollowsThePalette()
    {
        const QIcon search = icon(Icon::Search);
        const auto darkest = [&search] {
            const QImage image = search.pixmap(32, 32).toImage();
            int sum = 0;
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > 200) {
                        sum += image.pixelColor(x, y).lightness();
                        ++count;
                    }
                }
            }
            return count ? sum / count : -1;
        };
        Theme theme;
        theme.setChoice(Theme::Choice::Light);
        QVERIFY(darkest() < 80);
        theme.setChoice(Theme::Choice::Dark);
        QVERIFY(darkest() > 180);
        QVERIFY(isDark(QApplication::palette()));
    }
};

QTEST_MAIN(TstTheme)
#include "tst_theme.moc"
