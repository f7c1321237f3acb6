#include "ui/widgets/icon_theme.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QtTest>

using namespace autochrome;

namespace {

/// Mean lightness of an icon's opaque pixels, 0-255; -1 for an empty icon.
double lightnessOf(const QImage& picture)
{
    double sum = 0;
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            if (pixel.alpha() > 200) {
                sum += pixel.lightness();
                ++count;
            }
        }
    }
    return count > 0 ? sum / count : -1;
}

} // namespace

class TestIconTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNoPictureWithoutASize();
    void followsThePalette();
    void isSharpAtTwice();
    void isQuieterWhenDisabled();
    void tellsDarkFromLight();
    void keepsTextReadable_data();
    void keepsTextReadable();
};

void TestIconTheme::followsThePalette()
{
    const QIcon icon = themedIcon("open"); // one and the same icon
    applyTheme(Theme::Light);
    const double onLight = lightnessOf(icon.pixmap(32).toImage());
    applyTheme(Theme::Dark);
    const double onDark = lightnessOf(icon.pixmap(32).toImage());
    QVERIFY2(onLight >= 0 && onLight < 80, qPrintable(QString::number(onLight)));
    QVERIFY2(onDark > 180, qPrintable(QString::number(onDark)));
}

void TestIconTheme::isSharpAtTwice()
{
    const QPixmap pixmap = themedIcon("split").pixmap(QSize(20, 20), 2.0);
    QCOMPARE(pixmap.size(), QSize(40, 40));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void TestIconTheme::isQuieterWhenDisabled()
{
    applyTheme(Theme::Light);
    const QIcon icon = themedIcon("open");
    QVERIFY(lightnessOf(icon.pixmap(32, QIcon::Disabled).toImage()) >
            lightnessOf(icon.pixmap(32).toImage()) + 40);
}

void TestIconTheme::tellsDarkFromLight()
{
    QVERIFY(isDark(themePalette(Theme::Dark)));
    QVERIFY(!isDark(themePalette(Theme::Light)));
    for (Theme theme : {Theme::System, Theme::Light, Theme::Dark})
        QCOMPARE(themeFromId(themeId(theme)), theme);
    QCOMPARE(themeFromId("pink"), Theme::System);
}

void TestIconTheme::keepsTextReadable_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << int(Theme::Light);
    QTest::newRow("dark") << int(Theme::Dark);
}

void TestIconTheme::keepsTextReadable()
{
    // Contrast as WCAG 2.1 defines it: (L1 + 0.05) / (L2 + 0.05), at least 4.5 for text.
    QFETCH(int, theme);
    const QPalette palette = themePalette(Theme(theme));
    auto luminance = [](const QColor& colour) {
        auto linear = [](float c) {
            return c <= 0.04045F ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    auto contrast = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
        const double a = luminance(palette.color(text)) + 0.05;
        const double b = luminance(palette.color(ground)) + 0.05;
        return std::max(a, b) / std::min(a, b);
    };
    QVERIFY(contrast(QPalette::WindowText, QPalette::Window) >= 7);
    QVERIFY(contrast(QPalette::Text, QPalette::Base) >= 7);
    QVERIFY(contrast(QPalette::ButtonText, QPalette::Button) >= 7);
    QVERIFY(contrast(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
    QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Base) >= 4.5);
    QVERIFY(contrast(QPalette::PlaceholderText, QPalette::Window) >= 4.5);
    QVERIFY(contrast(QPalette::Link, QPalette::Base) >= 4.5);
}

void TestIconTheme::hasNoPictureWithoutASize()
{
    QTest::failOnWarning(QRegularExpression("Painter"));
    QVERIFY(themedIcon("open").pixmap(QSize(0, 0)).isNull());
    QVERIFY(themedIcon("open").pixmap(QSize(0, 16)).isNull());
    QVERIFY(!themedIcon("open").pixmap(QSize(16, 16)).isNull());
}

QTEST_MAIN(TestIconTheme)
#include "test_icon_theme.moc"
