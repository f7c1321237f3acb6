#include "core/base/text.h"
#include "core/learn/loop/settings_check.h"
#include "core/learn/loop/training_parameters.h"
#include "set_up_page_test.h"
#include "ui/tools/slider_row.h"
#include "ui/training/data/data_page.h"
#include "ui/training/figures/colour_figures.h"
#include "ui/training/setup/setting_row.h"
#include "ui/training/setup/setting_section.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

using namespace autochrome;

class TestSetUpPage : public SetUpPageTest
{
    Q_OBJECT

private Q_SLOTS:
    void presetsFillAllValues_data()
    {
        QTest::addColumn<QString>("preset");
        for (const char* name : {"house", "paper", "fine-tune"})
            QTest::newRow(name) << name;
    }

    void presetsFillAllValues()
    {
        QFETCH(QString, preset);
        SetUpPage page(&draft_);
        page.show();
        QComboBox* box = nullptr;
        for (auto* found : page.findChildren<QComboBox*>())
            if (found->findData("paper") >= 0)
                box = found;
        QVERIFY(box);
        chooseData(box, preset);
        const TrainingSettings expected = *TrainingSettings::ofPreset(preset.toStdString());
        QCOMPARE(toObject(draft_.settings()), toObject(expected));
        QVERIFY(!page.form()->differsFromPreset());
        for (const SettingRow* row : page.form()->rows()) {
            QVERIFY2(!row->isChanged(), row->key().data());
            if (const auto* parameter = findParameter(trainingParameters(), row->key()))
                QVERIFY2(row->value() == parameter->of(expected), row->key().data());
        }
    }

    void everyValueHasAnEditor_data()
    {
        QTest::addColumn<QString>("key");
        const QJsonObject values = toObject(TrainingSettings::house());
        for (const QString& key : values.keys())
            if (key != "preset")
                QTest::newRow(qPrintable(key)) << key;
        for (const char* key :
             {"device", "threads", "workers", "checkpointMinutes", "validationMinutes"})
            QTest::newRow(key) << key;
    }

    // Every value that decides on a training can be changed by hand, changes nothing but itself, is
    // marked, reaches the trainer and can be put back.
    void everyValueHasAnEditor()
    {
        QFETCH(QString, key);
        SetUpPage page(&draft_);
        page.show();
        TrainingSettings start = TrainingSettings::house();
        start.keepBest = true; // patience wants it
        start.photoWeight = 1; // and this vividness
        if (key == "minutes")
            start.minutes = 20;
        if (key == "steps")
            start.steps = 500;
        draft_.setSettings(start);
        SettingRow* row = page.form()->row(key.toStdString());
        QVERIFY2(row, "no editor");
        QTRY_VERIFY(key != "device" || qobject_cast<QComboBox*>(row->editor())->count() > 1);
        for (SettingSection* section : page.form()->sections())
            section->setFolded(false);
        QVERIFY(row->isVisible() && row->isEnabled());
        QVERIFY(!row->editor()->accessibleName().isEmpty());
        QVERIFY(!row->editor()->toolTip().isEmpty());
        const TrainingOrder before = page.order();
        const ParameterValue valueBefore = row->value();
        turn(row);
        QVERIFY2(row->value() != valueBefore, "nothing changed");
        QVERIFY(row->isChanged() || key == "keepBest");

        TrainingSettings expected = before.settings;
        const auto* parameter = findParameter(trainingParameters(), key.toStdString());
        if (parameter)
            parameter->set(expected, row->value());
        QCOMPARE(toObject(draft_.settings()), toObject(expected));
        QVERIFY(checkSettings(draft_.settings()).has_value());
        const auto words = [&](const TrainingOrder& order) {
            return order.arguments(lists(), "out", "settings.json");
        };
        QCOMPARE(words(page.order()) == words(before), parameter != nullptr);

        QVERIFY(page.writeOrder(run()).has_value());
        const auto read = settingsFromFile(TrainingOrder::settingsFile(run()), {});
        QVERIFY2(read.has_value(), read ? "" : inWords(read.error().message).c_str());
        QCOMPARE(read->toJson(), draft_.settings().toJson());
        if (row->isChanged()) {
            QTest::mouseClick(row->putBackButton(), Qt::LeftButton);
            QVERIFY(!row->isChanged());
        }
    }

    void backToThePreset()
    {
        SetUpPage page(&draft_);
        page.show();
        QPushButton* back = nullptr;
        for (auto* button : page.findChildren<QPushButton*>())
            if (button->text().contains("preset"))
                back = button;
        QVERIFY(back);
        draft_.setSettings(TrainingSettings::paper());
        QVERIFY(!back->isEnabled());
        turn(page.form()->row("batchSize"));
        turn(page.form()->row("encoderRate"));
        turn(page.form()->row("threads"));
        QVERIFY(back->isEnabled());
        QVERIFY(page.form()->sections()[1]->header()->text().contains("1 changed"));
        back->click();
        QCOMPARE(page.form()->sections()[1]->header()->text(), QString("Photos"));
        QCOMPARE(toObject(draft_.settings()), toObject(TrainingSettings::paper()));
        QCOMPARE(page.order().machine.threads, 1); // no matter of the preset
        QVERIFY(!back->isEnabled());
    }

    void lengthsExcludeEachOther()
    {
        SetUpPage page(&draft_);
        page.show();
        auto* measuredIn = qobject_cast<QComboBox*>(page.form()->row("length")->editor());
        chooseData(measuredIn, "minutes");
        QVERIFY(draft_.settings().minutes > 0);
        QVERIFY(page.form()->row("minutes")->isVisible());
        QVERIFY(!page.form()->row("epochs")->isVisible());
        chooseData(measuredIn, "steps");
        QVERIFY(draft_.settings().minutes == 0 && draft_.settings().steps > 0);
        QTest::mouseClick(page.form()->row("length")->putBackButton(), Qt::LeftButton);
        QCOMPARE(toObject(draft_.settings()), toObject(TrainingSettings::fineTune()));
    }

    // The figures of the photos show it, too, and whoever moves it there moves it here.
    void lambdaIsOneValue()
    {
        SetUpPage page(&draft_);
        page.show();
        DataPage photos(&draft_);
        const auto shown = [&] { return std::get<double>(page.form()->row("lambda")->value()); };
        draft_.setLambda(0.5);
        QCOMPARE(shown(), 0.5);
        QCOMPARE(photos.figures()->lambda(), 0.5);
        turn(page.form()->row("lambda"));
        QVERIFY(draft_.settings().lambda < 0.5);
        QCOMPARE(photos.figures()->lambda(), draft_.settings().lambda);
        photos.figures()->lambdaRow()->slider()->setValue(70);
        QCOMPARE(shown(), 0.7);
        QVERIFY(page.form()->row("lambda")->isChanged());
        QCOMPARE(page.order().settings.lambda, 0.7);
        chooseData(page.findChild<QComboBox*>(QStringLiteral("preset")), "paper");
        QCOMPARE(photos.figures()->lambda(), TrainingSettings::paper().lambda);
        draft_.setLambda(9);
        QCOMPARE(shown(), 1.0);
    }

    void argumentsNameEverything()
    {
        SetUpPage page(&draft_);
        page.setModelName(" mine ");
        page.startChoice()->setEncoder("/weights/encoder.safetensors");
        QTRY_VERIFY(page.startChoice()->modelBox()->count() > 0);
        page.setStartModel("test-model");
        for (auto* field : page.findChildren<QLineEdit*>())
            if (field->placeholderText().contains("own photos"))
                field->setText("CC BY 4.0");
        MachineChoices machine;
        machine.device = "cpu";
        machine.threads = 2;
        machine.checkpointMinutes = 2.5;
        draft_.setMachine(machine);
        std::vector<std::string> words = page.arguments(lists(), "/run");
        const auto after = [&](const std::string& option) {
            const auto found = std::find(words.begin(), words.end(), option);
            return found == words.end() ? std::string("none") : *(found + 1);
        };
        QCOMPARE(after("--data"), path("photos").toStdString());
        QCOMPARE(after("--val"), path("others").toStdString());
        QCOMPARE(after("--out"), std::string("/run"));
        QCOMPARE(after("--name"), std::string("mine"));
        QCOMPARE(after("--settings"), std::string("/run/settings.json"));
        QCOMPARE(after("--from"), model_.string());
        QCOMPARE(after("--encoder"), std::string("none"));
        QCOMPARE(after("--device"), std::string("cpu"));
        QCOMPARE(after("--threads"), std::string("2"));
        QCOMPARE(after("--checkpoint-minutes"), std::string("2.5"));
        QCOMPARE(after("--note"), std::string("licence=CC BY 4.0"));

        chooseData(page.startChoice()->kindBox(), int(StartChoice::Kind::Encoder));
        words = page.arguments(lists(), "/run");
        QCOMPARE(after("--encoder"), std::string("/weights/encoder.safetensors"));
        QCOMPARE(after("--from"), std::string("none"));
        chooseData(page.startChoice()->kindBox(), int(StartChoice::Kind::Nothing));
        words = page.arguments(lists(), "/run");
        QCOMPARE(after("--encoder"), std::string("none"));
        page.setStartModel("test-model");
        words = page.arguments(lists(), "/run");
        QCOMPARE(after("--from"), model_.string());
    }

    void remembersTheLastSetUp()
    {
        TrainingSettings chosen = TrainingSettings::paper();
        chosen.minutes = 45;
        chosen.lambda = 0.37;
        {
            SetUpPage page(&draft_);
            page.show();
            draft_.setSettings(chosen);
            page.setModelName("Oma");
            turn(page.form()->row("workers"));
            chooseData(page.startChoice()->kindBox(), int(StartChoice::Kind::Nothing));
            page.form()->sections()[1]->setFolded(false);
        }
        SetUpPage page(&draft_);
        QCOMPARE(toObject(draft_.settings()), toObject(chosen));
        QCOMPARE(page.modelName(), QString("Oma"));
        QCOMPARE(page.order().machine.workers, 1);
        QCOMPARE(page.startChoice()->kind(), StartChoice::Kind::Nothing);
        QVERIFY(!page.form()->sections()[1]->isFolded());

        // Rubbish in the settings file is as none.
        QSettings().setValue("training/setUp", "{\"settings\": {\"batchSize\": -7}, \"name\": 3");
        SetUpPage fresh(&draft_);
        QCOMPARE(toObject(draft_.settings()), toObject(TrainingSettings::fineTune()));
    }

    void remembersWhatWasOnceKeptAsNumbers()
    {
        QSettings().setValue("training/setUp",
                             R"({"device": "cpu", "threads": 3, "workers": -1,
                                 "checkpointMinutes": 2.5, "validationMinutes": 4})");
        const SetUpPage page(&draft_);
        QCOMPARE(draft_.machine().device, std::string("cpu"));
        QCOMPARE(draft_.machine().threads, 3);
        QCOMPARE(draft_.machine().workers, 0); // there is no such number of threads
        QCOMPARE(draft_.machine().checkpointMinutes, 2.5);
        QCOMPARE(draft_.machine().validationMinutes, 4.0);
    }

    void isReachableByKeyboardAndFitsADock()
    {
        const auto page = readyPage();
        for (SettingSection* section : page->form()->sections())
            section->setFolded(false);
        QVERIFY2(page->minimumSizeHint().width() <= 380,
                 qPrintable(QString::number(page->minimumSizeHint().width())));
        for (auto* widget : page->findChildren<QWidget*>()) {
            const bool isControl = qobject_cast<QAbstractButton*>(widget) ||
                                   qobject_cast<QComboBox*>(widget) ||
                                   qobject_cast<QAbstractSpinBox*>(widget);
            if (isControl && widget->isVisible())
                QVERIFY2(widget->focusPolicy() & Qt::TabFocus, widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestSetUpPage)
#include "test_set_up_page.moc"
