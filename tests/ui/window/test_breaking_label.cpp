#include "ui/widgets/breaking_label.h"
#include "ui/widgets/row_text.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>
#include <QtTest>

using namespace autochrome;

class TestBreakingLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverAsksForMoreThanALittle_data();
    void neverAsksForMoreThanALittle();
    void isHighEnoughForItsText();
    void drawsTheEndOfALongWord();
    void keepsAndCopiesTheTextAsItIs();
    void shortensInTheMiddle_data();
    void shortensInTheMiddle();
};

void TestBreakingLabel::neverAsksForMoreThanALittle_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a word") << QString(300, 'm');
    QTest::newRow("a path") << "/" + QString("folder_without_a_space/").repeated(20);
    QTest::newRow("sentences") << QString("Some words here. ").repeated(40);
}

void TestBreakingLabel::neverAsksForMoreThanALittle()
{
    QFETCH(QString, text);
    const BreakingLabel label(text);
    QVERIFY(label.minimumSizeHint().width() <= label.fontMetrics().averageCharWidth() * 12);
    QVERIFY(label.sizeHint().width() <= label.fontMetrics().averageCharWidth() * 64);
}

void TestBreakingLabel::isHighEnoughForItsText()
{
    QWidget window;
    QVBoxLayout layout(&window);
    BreakingLabel label(QString(200, 'm'));
    layout.addWidget(&label);
    layout.addStretch();
    const int line = label.fontMetrics().height();
    QVERIFY(label.heightForWidth(200) > 8 * line);
    QCOMPARE(label.heightForWidth(100000), BreakingLabel("m").heightForWidth(100000));
    window.resize(220, 800);
    window.show();
    QVERIFY(label.height() >= label.heightForWidth(label.width()));
}

void TestBreakingLabel::drawsTheEndOfALongWord()
{
    BreakingLabel label(QString(60, ' ').replace(' ', '.') + "MMMM");
    label.resize(120, label.heightForWidth(120));
    label.ensurePolished();
    const QImage image = label.grab().toImage();
    // The last line is drawn, and within the label.
    const int from = image.height() - int(label.fontMetrics().height() * image.devicePixelRatio());
    int dark = 0;
    for (int y = from; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark +=
                std::abs(qGray(image.pixel(x, y)) - qGray(image.pixel(image.width() - 1, 0))) > 80;
    QVERIFY2(dark > 40, qPrintable(QString::number(dark)));
}

void TestBreakingLabel::keepsAndCopiesTheTextAsItIs()
{
    const QString name = "scan_" + QString(100, 'x') + ".tif";
    const BreakingLabel label(name);
    QCOMPARE(label.text(), name); // no zero-width spaces for a screen reader to stumble over
    QCOMPARE(label.actions().size(), 1);
    label.actions().front()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), name);
}

void TestBreakingLabel::shortensInTheMiddle_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("short") << "a.tif"
                           << "a.tif";
    QTest::newRow("just fits") << "0123456789"
                               << "0123456789";
    QTest::newRow("long") << "abcdefghijklmnop.tif"
                          << "abcd…p.tif";
    QTest::newRow("no half characters")
        << QString::fromUcs4(U"abc\U0001F600efgh\U0001F600jklm") << "abc…jklm";
}

void TestBreakingLabel::shortensInTheMiddle()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    QCOMPARE(shortenedName(name, 10), shown);
}

QTEST_MAIN(TestBreakingLabel)
#include "test_breaking_label.moc"
