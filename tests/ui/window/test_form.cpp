#include "ui/widgets/form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>
#include <functional>

using namespace autochrome;

namespace {

/// The lowest row with ink of a widget, in its window. The texts are "xxx", so it is the baseline.
int inkBottom(const QWidget* widget, const QRect& part)
{
    const QImage image = const_cast<QWidget*>(widget->window())->grab().toImage();
    const QRect place(widget->mapTo(widget->window(), part.topLeft()), part.size());
    const QRgb ground = image.pixel(place.center().x(), place.top());
    for (int y = place.bottom(); y >= place.top(); --y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            if (std::abs(qGray(image.pixel(x, y)) - qGray(ground)) > 60)
                return y;
        }
    }
    return -1;
}

/// The inner part of a field, without its frame.
QRect inside(const QWidget* field)
{
    const int edge = 6;
    const int text = field->fontMetrics().horizontalAdvance("xx");
    int left = edge;
    if (qobject_cast<const QCheckBox*>(field))
        left = 22; // behind the box
    if (qobject_cast<const QPushButton*>(field))
        left = (field->width() - text) / 2;
    if (qobject_cast<const QLabel*>(field))
        return {0, 0, text, std::min(field->height(), field->fontMetrics().height())};
    return {left, edge - 1, text, field->height() - 2 * (edge - 1)};
}

using Maker = std::function<QWidget*()>;

} // namespace

Q_DECLARE_METATYPE(Maker)

class TestForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsStandOnTheLineOfTheirFields_data();
    void labelsStandOnTheLineOfTheirFields();
    void aRowOfControlsCounts();
    void aLabelAboveItsFieldStays();
};

void TestForm::labelsStandOnTheLineOfTheirFields_data()
{
    QTest::addColumn<Maker>("make");
    const auto row = [](const char* name, Maker make) { QTest::newRow(name) << make; };
    row("line edit", [] { return new QLineEdit("xxx"); });
    row("number", [] {
        auto* box = new QSpinBox;
        box->setPrefix("xxx ");
        return box;
    });
    row("choice", [] {
        auto* box = new QComboBox;
        box->addItem("xxx");
        return box;
    });
    row("check box", [] { return new QCheckBox("xxx"); });
    row("text of one line", [] { return new QLabel("xxx"); });
    row("text of several lines", [] {
        auto* label = new QLabel("xxx\nxxx\nxxx\nxxx");
        label->setWordWrap(true);
        return label;
    });
    row("tall field", [] {
        auto* field = new QLineEdit("xxx");
        field->setFixedHeight(60);
        return field;
    });
}

void TestForm::labelsStandOnTheLineOfTheirFields()
{
    QFETCH(Maker, make);
    QWidget window;
    auto* form = new Form(&window);
    QWidget* field = make();
    auto* label = new QLabel("xxx");
    form->addRow(label, field);
    window.resize(400, window.sizeHint().height());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTest::qWait(20);
    const int wanted = inkBottom(field, inside(field));
    const int got = inkBottom(label, label->rect());
    QVERIFY(wanted > 0 && got > 0);
    QVERIFY2(std::abs(wanted - got) <= 1, qPrintable(QStringLiteral("%1 %2").arg(wanted).arg(got)));
}

void TestForm::aRowOfControlsCounts()
{
    QWidget window;
    auto* form = new Form(&window);
    auto* field = new QLineEdit("xxx");
    auto* tall = new QPushButton("xxx");
    tall->setFixedHeight(50);
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field);
    layout->addWidget(tall);
    auto* label = new QLabel("xxx");
    form->addRow(label, row);
    window.resize(400, window.sizeHint().height());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTest::qWait(20);
    QVERIFY(std::abs(inkBottom(field, inside(field)) - inkBottom(label, label->rect())) <= 1);
}

void TestForm::aLabelAboveItsFieldStays()
{
    QWidget window;
    auto* form = new Form(&window);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    auto* label = new QLabel("xxx");
    auto* field = new QLineEdit("xxx");
    form->addRow(label, field);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(label->geometry().bottom() < field->geometry().top());
}

QTEST_MAIN(TestForm)
#include "test_form.moc"
