#include "core/learn/loop/training_parameters.h"
#include "ui/training/setup/model_name.h"
#include "ui/training/setup/number_box.h"
#include "ui/training/setup/setting_row.h"
#include "ui/widgets/wheel_filter.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>
#include <memory>

using namespace autochrome;

namespace {

ParameterFacts facts(const char* key)
{
    return *findParameter(trainingParameters(), key);
}

std::int64_t whole(const SettingRow& row)
{
    return std::get<std::int64_t>(row.value());
}

} // namespace

class TestSettingRow : public QObject
{
    Q_OBJECT

    static void type(QWidget* field, const QString& text)
    {
        auto* edit = field->findChild<QLineEdit*>();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void numbersOfAllSizes_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("rate") << 3e-5 << "0.00003";
        QTest::newRow("third") << 3e-4 << "0.0003";
        QTest::newRow("whole") << 10.0 << "10";
        QTest::newRow("average") << 0.998 << "0.998";
        QTest::newRow("nothing") << 0.0 << "0";
        QTest::newRow("sum") << 0.1 + 0.2 << "0.3";
    }

    void numbersOfAllSizes()
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        NumberBox box;
        box.setRange(0, 1000);
        box.setValue(value);
        QCOMPARE(box.text(), text);
        NumberBox other;
        other.setRange(0, 1000);
        other.setValue(1);
        type(&other, text);
        QVERIFY(std::abs(other.value() - value) < 1e-12);
    }

    void ratesAreSteppedByTheirSize()
    {
        NumberBox box(NumberBox::Steps::Scaled);
        box.setRange(0, 1);
        box.setValue(3e-4);
        const auto after = [&](int steps) {
            box.stepBy(steps);
            return box.text();
        };
        QCOMPARE(after(1), QString("0.0005"));
        QCOMPARE(after(1), QString("0.001"));
        QCOMPARE(after(1), QString("0.002"));
        QCOMPARE(after(-2), QString("0.0005"));
        QCOMPARE(after(-1), QString("0.0002"));
        QCOMPARE(after(100), QString("1"));
        QCOMPARE(after(-100), QString("0"));
        QCOMPARE(after(1), QString("0.00000001"));
        type(&box, "3e-5");
        QCOMPARE(box.value(), 3e-5);
        type(&box, "7"); // out of range: what was there stays
        QCOMPARE(box.value(), 3e-5);
    }

    void marksAndPutsBack()
    {
        SettingRow row(facts("batchSize"));
        row.show();
        row.setUsual(32);
        row.setValue(32);
        QVERIFY(!row.putBackButton()->isVisible());
        QSignalSpy edited(&row, &SettingRow::edited);
        type(row.editor(), "12");
        QCOMPARE(edited.count(), 1); // not one for each digit
        QCOMPARE(whole(row), 12);
        QVERIFY(row.isChanged() && row.putBackButton()->isVisible());
        QVERIFY(row.findChild<QLabel*>()->font().bold());
        QVERIFY(row.putBackButton()->toolTip().contains("32"));
        QVERIFY(row.putBackButton()->accessibleName().contains("Photos"));
        QTest::mouseClick(row.putBackButton(), Qt::LeftButton);
        QCOMPARE(edited.count(), 2);
        QCOMPARE(whole(row), 32);
        QVERIFY(!row.putBackButton()->isVisible() && !row.findChild<QLabel*>()->font().bold());
    }

    void saysNothingWhileItIsTakenApart_data()
    {
        QTest::addColumn<QString>("key");
        for (const char* key : {"batchSize", "agedShare", "seed"})
            QTest::newRow(key) << key;
    }

    void saysNothingWhileItIsTakenApart()
    {
        QFETCH(QString, key);
        auto row = std::make_unique<SettingRow>(facts(key.toLatin1().constData()));
        row->show();
        QVERIFY(QTest::qWaitForWindowActive(row.get()));
        int edits = 0;
        connect(row.get(), &SettingRow::edited, this, [&] { ++edits; });
        auto* field = qobject_cast<QLineEdit*>(row->editor());
        if (!field)
            field = row->editor()->findChild<QLineEdit*>();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, "12");
        row.reset();
        QCOMPARE(edits, 0);
    }

    void cropsAreMultiples()
    {
        SettingRow row(facts("cropSize"));
        row.setValue(128);
        type(row.editor(), "150");
        QCOMPARE(whole(row), 160);
        QCOMPARE(qobject_cast<QSpinBox*>(row.editor())->value(), 160);
        type(row.editor(), "5"); // below the least
        QVERIFY(whole(row) >= 32 && whole(row) % 32 == 0);
    }

    void sharesArePercents()
    {
        SettingRow row(facts("agedShare"));
        row.setUsual(0.35);
        row.setValue(0.35);
        auto* box = qobject_cast<QDoubleSpinBox*>(row.editor());
        QCOMPARE(box->text(), QString("35 %"));
        type(box, "12.5");
        QCOMPARE(std::get<double>(row.value()), 0.125);
        box->setValue(35);
        QVERIFY(!row.isChanged());
        box->setValue(0);
        QCOMPARE(box->text(), QString("none"));
    }

    void aValueThatIsOnlyShownStaysAsItIs()
    {
        SettingRow row(facts("lambda"));
        row.setValue(0.12345);
        row.commit();
        QCOMPARE(std::get<double>(row.value()), 0.12345);
    }

    void theWheelScrollsThePage()
    {
        installWheelFilter();
        SettingRow row(facts("batchSize"));
        row.setValue(32);
        row.show();
        const auto turn = [&] {
            QWheelEvent event({5, 5}, row.editor()->mapToGlobal(QPointF(5, 5)), {}, {0, 120},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(row.editor(), &event);
        };
        turn();
        QCOMPARE(whole(row), 32);
        row.activateWindow();
        row.editor()->setFocus();
        QTRY_VERIFY(row.editor()->hasFocus());
        turn();
        QCOMPARE(whole(row), 33);
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("plain") << "archive" << true;
        QTest::newRow("with spaces") << "Oma Käthes Fotos 1950" << true;
        QTest::newRow("Japanese") << QString::fromUtf8("古い写真") << true;
        QTest::newRow("nothing") << "" << false;
        QTest::newRow("blank") << "   " << false;
        QTest::newRow("a folder") << "a/b" << false;
        QTest::newRow("up") << ".." << false;
        QTest::newRow("hidden") << ".x" << false;
        QTest::newRow("an option") << "-x" << false;
        QTest::newRow("a new line") << "a\nb" << false;
        QTest::newRow("colon") << "a:b" << false;
        QTest::newRow("endless") << QString(81, 'x') << false;
    }

    void names()
    {
        QFETCH(QString, name);
        QFETCH(bool, isGood);
        QCOMPARE(modelNameProblem(name).isEmpty(), isGood);
    }

    void freeNames()
    {
        const QTemporaryDir place;
        QVERIFY(QDir(place.path()).mkdir("x-2"));
        const std::filesystem::path folder = place.path().toStdString();
        QCOMPARE(freeModelName("y", {"x"}, folder), QString("y"));
        QCOMPARE(freeModelName("x", {"x"}, folder), QString("x-3"));
        QCOMPARE(freeModelName("x", {"x"}, {}), QString("x-2"));
    }
};

QTEST_MAIN(TestSettingRow)
#include "test_setting_row.moc"
