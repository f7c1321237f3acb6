#include "ui/widgets/quiet_style.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QtTest>
#include <cmath>

using namespace autochrome;

namespace {

// WCAG 2.1, relative luminance.
double luminance(QRgb colour)
{
    const auto linear = [](int code) {
        const double v = code / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) +
           0.0722 * linear(qBlue(colour));
}

double contrast(QRgb a, QRgb b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class TestQuietStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(); }
    void controlsStandOut_data();
    void controlsStandOut();
};

void TestQuietStyle::controlsStandOut_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("control");
    QTest::addColumn<double>("wanted");
    for (const auto& [theme, name] : {std::pair(Theme::Light, "light"), {Theme::Dark, "dark"}}) {
        // An empty box has nothing but its outline (WCAG 2.1, 1.4.11); a field holds text.
        QTest::addRow("box, %s", name) << theme << QString("box") << 3.0;
        QTest::addRow("field, %s", name) << theme << QString("field") << 1.4;
        QTest::addRow("number, %s", name) << theme << QString("number") << 1.4;
    }
}

void TestQuietStyle::controlsStandOut()
{
    QFETCH(Theme, theme);
    QFETCH(QString, control);
    QFETCH(double, wanted);
    applyTheme(theme);
    QWidget window;
    QWidget* widget = control == "box"     ? static_cast<QWidget*>(new QCheckBox)
                      : control == "field" ? static_cast<QWidget*>(new QLineEdit)
                                           : new QSpinBox;
    widget->setParent(&window);
    widget->setFocusPolicy(Qt::NoFocus);
    widget->setGeometry(20, 20, std::max(40, widget->sizeHint().width()),
                        widget->sizeHint().height());
    window.resize(120, 80);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QImage picture = window.grab().toImage();
    const QRgb ground = picture.pixel(2, 2);
    // Down the left edge, past the middle of the control's height.
    const int y = widget->geometry().center().y();
    double best = 1;
    for (int x = widget->x(); x < widget->x() + 4; ++x)
        best = std::max(best, contrast(picture.pixel(x, y), ground));
    QVERIFY2(best >= wanted, qPrintable(QString::number(best)));
}

QTEST_MAIN(TestQuietStyle)
#include "test_quiet_style.moc"
