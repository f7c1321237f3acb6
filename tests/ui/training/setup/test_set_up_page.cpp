#include "core/train/run/run_folder.h"
#include "core/train/run/training_run.h"
#include "core/train/settings_check.h"
#include "tests/support/make_model.h"
#include "tests/train/synthetic_photos.h"
#include "ui/adjust/fold_section.h"
#include "ui/adjust/slider_row.h"
#include "ui/training/setup/estimate_view.h"
#include "ui/training/setup/problem_line.h"
#include "ui/training/setup/set_up_page.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <memory>

using namespace autochrome;
namespace fs = std::filesystem;
using Remedy = SetUpProblem::Remedy;

namespace {

QJsonObject toObject(const TrainingSettings& settings)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(settings.toJson())).object();
}

/// Turns the editor of a value the way a hand would.
void turn(SettingRow* row)
{
    QWidget* editor = row->editor();
    if (auto* box = qobject_cast<QCheckBox*>(editor)) {
        box->click();
    } else if (auto* choice = qobject_cast<QComboBox*>(editor)) {
        choice->setFocus();
        QTest::keyClick(choice, choice->currentIndex() > 0 ? Qt::Key_Up : Qt::Key_Down);
    } else if (auto* slider = qobject_cast<SliderRow*>(editor)) {
        QTest::keyClick(slider->slider(), Qt::Key_Left);
    } else if (auto* spin = qobject_cast<QAbstractSpinBox*>(editor)) {
        QTest::keyClick(spin, Qt::Key_Up);
        if (!row->isChanged()) // at its most
            QTest::keyClick(spin, Qt::Key_Down);
    } else if (auto* field = qobject_cast<QLineEdit*>(editor)) {
        field->setText("4711");
        QTest::keyClick(field, Qt::Key_Return);
    }
}

void chooseData(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

} // namespace

class TestSetUpPage : public QObject
{
    Q_OBJECT

    QTemporaryDir home_;
    fs::path model_;

    QString path(const QString& name) const { return home_.filePath(name); }
    fs::path run(const char* name = "training/mine") const { return path(name).toStdString(); }
    TrainingLists lists(std::int64_t photos = 300, std::int64_t validation = 60) const
    {
        return {{path("photos").toStdString()}, {path("others").toStdString()}, photos, validation};
    }
    /// A page that is ready to start.
    std::unique_ptr<SetUpPage> readyPage() const
    {
        auto page = std::make_unique<SetUpPage>();
        page->setModelName("mine");
        page->setFolder(run());
        page->setLists(lists());
        page->resize(400, 900);
        page->show();
        return page;
    }
    static ProblemLine* lineWith(const SetUpPage& page, Remedy remedy)
    {
        for (ProblemLine* line : page.estimateView()->problemLines())
            if (line->problem().remedy == remedy)
                return line;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(home_.isValid());
        for (const char* name : {"config", "data", "models", "photos", "others"})
            QVERIFY(QDir(home_.path()).mkpath(QLatin1String(name)));
        qputenv("HOME", home_.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", path("config").toLocal8Bit());
        qputenv("XDG_DATA_HOME", path("data").toLocal8Bit());
        qputenv("XDG_DATA_DIRS", path("data").toLocal8Bit());
        qputenv("AUTOCHROME_MODELS", path("models").toLocal8Bit());
        qputenv("AUTOCHROME_CLI", AUTOCHROME_CLI);
        QCoreApplication::setOrganizationName("autochrome");
        QCoreApplication::setApplicationName("autochrome");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, path("config"));
        QLocale::setDefault(QLocale(QLocale::English));
        model_ = makeTestModel(path("models").toStdString());
        testing::writeSyntheticPhotos(path("photos"), 6);
        testing::writeSyntheticPhotos(path("others"), 3);
    }
    void init()
    {
        QSettings().clear();
        fs::remove_all(path("training").toStdString());
    }

    void presetsFillAllValues_data()
    {
        QTest::addColumn<QString>("preset");
        for (const char* name : {"house", "paper", "fine-tune"})
            QTest::newRow(name) << name;
    }

    void presetsFillAllValues()
    {
        QFETCH(QString, preset);
        SetUpPage page;
        page.show();
        QComboBox* box = nullptr;
        for (auto* found : page.findChildren<QComboBox*>())
            if (found->findData("paper") >= 0)
                box = found;
        QVERIFY(box);
        chooseData(box, preset);
        const TrainingSettings expected = *TrainingSettings::ofPreset(preset.toStdString());
        QCOMPARE(toObject(page.settings()), toObject(expected));
        QVERIFY(!page.form()->differsFromPreset());
        for (const SettingRow* row : page.form()->rows()) {
            QVERIFY2(!row->isChanged(), qPrintable(row->key()));
            if (const QJsonObject values = toObject(expected); values.contains(row->key()))
                QVERIFY2(isSame(row->value(), values[row->key()]), qPrintable(row->key()));
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
        SetUpPage page;
        page.show();
        TrainingSettings start = TrainingSettings::house();
        start.keepBest = true; // patience wants it
        if (key == "minutes")
            start.minutes = 20;
        if (key == "steps")
            start.steps = 500;
        page.setSettings(start);
        SettingRow* row = page.form()->row(key);
        QVERIFY2(row, "no editor");
        QTRY_VERIFY(key != "device" || qobject_cast<QComboBox*>(row->editor())->count() > 1);
        for (FoldSection* section : page.form()->sections())
            section->setFolded(false);
        QVERIFY(row->isVisible() && row->isEnabled());
        QVERIFY(!row->editor()->accessibleName().isEmpty());
        QVERIFY(!row->editor()->toolTip().isEmpty());
        const TrainingOrder before = page.order();
        const QJsonValue valueBefore = row->value();
        turn(row);
        QVERIFY2(!isSame(row->value(), valueBefore), "nothing changed");
        QVERIFY(row->isChanged() || key == "keepBest");

        QJsonObject expected = toObject(before.settings);
        if (expected.contains(key))
            expected[key] = row->value();
        QCOMPARE(toObject(page.settings()), expected);
        QVERIFY(checkSettings(page.settings()).has_value());
        const auto words = [&](const TrainingOrder& order) {
            return order.arguments(lists(), "out", "settings.json");
        };
        QCOMPARE(words(page.order()) == words(before), toObject(before.settings).contains(key));

        QVERIFY(page.writeOrder(run()).has_value());
        const auto read = settingsFromFile(TrainingOrder::settingsFile(run()), {});
        QVERIFY2(read.has_value(), read ? "" : read.error().userText.c_str());
        QCOMPARE(read->toJson(), page.settings().toJson());
        if (row->isChanged()) {
            QTest::mouseClick(row->putBackButton(), Qt::LeftButton);
            QVERIFY(!row->isChanged());
        }
    }

    void backToThePreset()
    {
        SetUpPage page;
        page.show();
        QPushButton* back = nullptr;
        for (auto* button : page.findChildren<QPushButton*>())
            if (button->text().contains("preset"))
                back = button;
        QVERIFY(back);
        page.setSettings(TrainingSettings::paper());
        QVERIFY(!back->isEnabled());
        turn(page.form()->row("batchSize"));
        turn(page.form()->row("encoderRate"));
        turn(page.form()->row("threads"));
        QVERIFY(back->isEnabled());
        QVERIFY(page.form()->sections()[1]->header()->text().contains("1 changed"));
        back->click();
        QCOMPARE(page.form()->sections()[1]->header()->text(), QString("Photos"));
        QCOMPARE(toObject(page.settings()), toObject(TrainingSettings::paper()));
        QCOMPARE(page.order().machine.threads, 1); // no matter of the preset
        QVERIFY(!back->isEnabled());
    }

    void lengthsExcludeEachOther()
    {
        SetUpPage page;
        page.show();
        auto* measuredIn = qobject_cast<QComboBox*>(page.form()->row("length")->editor());
        chooseData(measuredIn, "minutes");
        QVERIFY(page.settings().minutes > 0);
        QVERIFY(page.form()->row("minutes")->isVisible());
        QVERIFY(!page.form()->row("epochs")->isVisible());
        chooseData(measuredIn, "steps");
        QVERIFY(page.settings().minutes == 0 && page.settings().steps > 0);
        QTest::mouseClick(page.form()->row("length")->putBackButton(), Qt::LeftButton);
        QCOMPARE(toObject(page.settings()), toObject(TrainingSettings::fineTune()));
    }

    void lambdaIsSharedWithTheFigures()
    {
        SetUpPage page;
        page.show();
        QSignalSpy changed(&page, &SetUpPage::lambdaChanged);
        page.setLambda(0.5);
        QCOMPARE(page.settings().lambda, 0.5);
        QCOMPARE(changed.count(), 0);
        turn(page.form()->row("lambda"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.last().first().toDouble(), page.settings().lambda);
        QVERIFY(page.settings().lambda < 0.5);
        page.setLambda(9);
        QCOMPARE(page.settings().lambda, 1.0);
    }

    void argumentsNameEverything()
    {
        SetUpPage page;
        page.setModelName(" mine ");
        page.setEncoders({"/weights/encoder.safetensors"});
        QTRY_VERIFY(page.startChoice()->modelBox()->count() > 0);
        page.setStartModel("test-model");
        for (auto* field : page.findChildren<QLineEdit*>())
            if (field->placeholderText().contains("own photos"))
                field->setText("CC BY 4.0");
        MachineChoices machine;
        machine.device = "cpu";
        machine.threads = 2;
        machine.checkpointMinutes = 2.5;
        page.form()->setMachine(machine);
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

    void estimatesAtOnceAndAnew()
    {
        const auto page = readyPage();
        QTRY_VERIFY_WITH_TIMEOUT(page->estimateView()->text().contains("Time: about"), 30000);
        const QString first = page->estimateView()->text();
        QVERIFY2(first.contains("Memory: about") && first.contains("Disk: about"),
                 qPrintable(first));
        QTRY_VERIFY(page->startButton()->isEnabled());
        qobject_cast<QDoubleSpinBox*>(page->form()->row("epochs")->editor())->setValue(400);
        QVERIFY(!page->startButton()->isEnabled()); // until it is looked at
        QTRY_VERIFY(page->estimateView()->text() != first);
        QTRY_VERIFY(page->startButton()->isEnabled());
        QSignalSpy started(page.get(), &SetUpPage::startRequested);
        QTest::mouseClick(page->startButton(), Qt::LeftButton);
        QCOMPARE(started.count(), 1);
    }

    void staysSmoothWhileItReckons()
    {
        const auto page = readyPage();
        QElapsedTimer sinceLast;
        qint64 longest = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this,
                [&] { longest = std::max(longest, sinceLast.restart()); });
        QTRY_VERIFY_WITH_TIMEOUT(page->startButton()->isEnabled(), 30000);
        sinceLast.start();
        beat.start(5);
        for (int i = 0; i < 10; ++i) {
            turn(page->form()->row("batchSize"));
            QTest::qWait(30);
        }
        QTRY_VERIFY_WITH_TIMEOUT(page->startButton()->isEnabled(), 30000);
        qInfo() << "longest pause of the event loop:" << longest << "ms";
    }

    void measuresWithTheRealTrainer()
    {
        const auto page = readyPage();
        TrainingSettings tiny = TrainingSettings::fineTune();
        tiny.steps = 40;
        tiny.batchSize = tiny.lateBatchSize = 2;
        tiny.cropSize = tiny.lateCropSize = 32;
        page->setSettings(tiny);
        page->setLists(lists(6, 3));
        QPushButton* button = page->estimateView()->measureButton();
        QTRY_VERIFY_WITH_TIMEOUT(page->startButton()->isEnabled(), 30000);
        QVERIFY(button->isEnabled());
        QSignalSpy problem(page.get(), &SetUpPage::problem);
        const auto isMeasured = [&] {
            for (auto* label : page->estimateView()->findChildren<QLabel*>())
                if (label->text().startsWith("Measured"))
                    return true;
            return false;
        };
        // Cancelled at once and begun again.
        button->click();
        QCOMPARE(button->text(), QString("Cancel"));
        button->click();
        QVERIFY(button->text().contains("Measure"));
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(isMeasured() || problem.count() > 0, 120000);
        QVERIFY2(problem.isEmpty(), qPrintable(problem.value(0).value(1).toString()));
        QVERIFY(page->estimateView()->text().contains("Steps: 40 of"));
        QVERIFY(!fs::exists(run()));
        QTRY_VERIFY(page->startButton()->isEnabled());
        turn(page->form()->row("batchSize"));
        QTRY_VERIFY(!isMeasured());
    }

    // What the page hands over is what the trainer does.
    void theTrainerTakesTheOrder()
    {
        const auto page = readyPage();
        TrainingSettings tiny = TrainingSettings::fineTune();
        tiny.steps = 1;
        tiny.batchSize = tiny.lateBatchSize = 2;
        tiny.cropSize = tiny.lateCropSize = 32;
        tiny.validationPhotos = 1;
        tiny.weightDecay = 0.03;
        tiny.patience = 7;
        page->setSettings(tiny);
        page->setStartModel("test-model");
        QTRY_VERIFY(page->startChoice()->modelBox()->count() > 0);
        for (auto* field : page->findChildren<QLineEdit*>())
            if (field->placeholderText().contains("own photos"))
                field->setText("own photos, 1950–1960");
        QVERIFY(page->writeOrder(run()).has_value());
        QStringList words{"train"};
        for (const std::string& word : page->arguments(lists(), run()))
            words << QString::fromStdString(word);
        QProcess trainer;
        trainer.start(AUTOCHROME_CLI, words);
        QVERIFY(trainer.waitForFinished(120000));
        QVERIFY2(trainer.exitCode() == 0, trainer.readAllStandardError());
        const auto record = readTrainingRun(run());
        QVERIFY(record.has_value());
        QCOMPARE(record->settings.toJson(), page->settings().toJson());
        QCOMPARE(record->start, model_);
        QCOMPARE(record->name, std::string("mine"));
        QCOMPARE(record->notes.at("licence"), std::string("own photos, 1950–1960"));
        QVERIFY(fs::exists(run() / "mine.safetensors"));
    }

    void tellsWhyItCannotMeasure()
    {
        const auto page = readyPage();
        QTRY_VERIFY_WITH_TIMEOUT(page->startButton()->isEnabled(), 30000);
        TrainingLists wrong = lists();
        wrong.train = {path("nowhere").toStdString()};
        page->setLists(wrong);
        QSignalSpy problem(page.get(), &SetUpPage::problem);
        page->estimateView()->measureButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(problem.count(), 1, 60000);
        QVERIFY(!problem[0][0].toString().isEmpty());
        QVERIFY2(problem[0][1].toString().contains("nowhere"),
                 qPrintable(problem[0][1].toString()));
        QVERIFY(page->estimateView()->measureButton()->text().contains("Measure"));

        qputenv("AUTOCHROME_CLI", "/no/such/program");
        page->estimateView()->measureButton()->click();
        qputenv("AUTOCHROME_CLI", AUTOCHROME_CLI);
        QCOMPARE(problem.count(), 2);
        QVERIFY(problem[1][0].toString().contains("/no/such/program"));
    }

    void saysWhatIsInTheWay()
    {
        SetUpPage page;
        page.show();
        page.setFolder(run());
        page.setModelName("mine");
        const auto reason = [&] { return page.obstacle(); };
        QTRY_VERIFY(page.startChoice()->modelBox()->count() > 0);
        QVERIFY(reason().contains("photos"));
        QVERIFY(!page.startButton()->isEnabled());
        QVERIFY(page.startButton()->accessibleDescription().contains("photos"));
        page.setLists(lists());
        QTRY_VERIFY_WITH_TIMEOUT(page.startButton()->isEnabled(), 30000);
        page.setModelName("a/b");
        QVERIFY(reason().contains("/"));
        QVERIFY(!page.startButton()->isEnabled());
        page.setModelName("mine");
        QTRY_VERIFY(page.startButton()->isEnabled());

        auto lock = lockRunFolder(run());
        QVERIFY(lock.has_value());
        page.recheck();
        QTRY_VERIFY2(reason().contains("A training runs in the folder"), qPrintable(reason()));
        QVERIFY(!page.startButton()->isEnabled());
        lock = tl::make_unexpected(Error{});
        page.recheck();
        QTRY_VERIFY(page.startButton()->isEnabled());

        // A training that was kept is not written over.
        QFile checkpoint(QString::fromStdString(RunFolder(run()).checkpoint().string()));
        QVERIFY(checkpoint.open(QIODevice::WriteOnly));
        page.recheck();
        QTRY_VERIFY2(reason().contains("“mine”"), qPrintable(reason()));
        QTRY_VERIFY(lineWith(page, Remedy::OtherName));
        connect(&page, &SetUpPage::modelNameChanged, &page, [&](const QString& name) {
            page.setFolder(path("training/" + name).toStdString());
        });
        QTest::mouseClick(lineWith(page, Remedy::OtherName)->button(), Qt::LeftButton);
        QCOMPARE(page.modelName(), QString("mine-2"));
        QTRY_VERIFY(page.startButton()->isEnabled());

        chooseData(page.startChoice()->kindBox(), int(StartChoice::Kind::Nothing));
        QTRY_VERIFY(page.startButton()->isEnabled());
        page.setEncoders({path("gone.safetensors")});
        page.startChoice()->setKind(StartChoice::Kind::Encoder);
        page.recheck();
        QTRY_VERIFY2(reason().contains("gone.safetensors"), qPrintable(reason()));
    }

    void aTakenNameIsSaid()
    {
        const auto page = readyPage();
        page->setModelName("test-model");
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(*page, Remedy::OtherName), 30000);
        QVERIFY(page->startButton()->isEnabled()); // the library finds a number for it
        QTest::mouseClick(lineWith(*page, Remedy::OtherName)->button(), Qt::LeftButton);
        QCOMPARE(page->modelName(), QString("test-model-2"));
        QTRY_VERIFY(!lineWith(*page, Remedy::OtherName));
    }

    void tooMuchMemoryHasARemedy()
    {
        const auto page = readyPage();
        TrainingSettings huge = TrainingSettings::house();
        huge.batchSize = huge.lateBatchSize = 4096;
        huge.cropSize = huge.lateCropSize = 512;
        page->setSettings(huge);
        page->setLists(lists(100000, 60));
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(*page, Remedy::SmallerBatch), 30000);
        QVERIFY(page->startButton()->isEnabled()); // it is a guess
        ProblemLine* line = lineWith(*page, Remedy::SmallerBatch);
        const int fits = line->problem().number;
        QVERIFY(line->button()->text().contains(QString::number(fits)));
        QTest::mouseClick(line->button(), Qt::LeftButton);
        QCOMPARE(page->settings().batchSize, fits);
        QCOMPARE(page->settings().lateBatchSize, fits);
    }

    void smallCollectionsHaveRemedies()
    {
        const auto page = readyPage();
        page->setSettings(TrainingSettings::fineTune());
        page->setLists({{path("photos").toStdString()}, {}, 6, 0});
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(*page, Remedy::SmallerBatch), 30000);
        QVERIFY(!page->startButton()->isEnabled());
        QTest::mouseClick(lineWith(*page, Remedy::SmallerBatch)->button(), Qt::LeftButton);
        QCOMPARE(page->settings().batchSize, 6);
        QTRY_VERIFY(!lineWith(*page, Remedy::SmallerBatch));
        QTRY_VERIFY(lineWith(*page, Remedy::LastModel));
        QVERIFY(!page->startButton()->isEnabled());
        QTest::mouseClick(lineWith(*page, Remedy::LastModel)->button(), Qt::LeftButton);
        QVERIFY(!page->settings().keepBest);
        QTRY_VERIFY(page->startButton()->isEnabled());
    }

    void anotherNetworkHasARemedy()
    {
        const auto page = readyPage();
        TrainingSettings plain = TrainingSettings::fineTune();
        plain.architecture = "autochrome-plain_cnn-unet";
        page->setSettings(plain);
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(*page, Remedy::ModelsNetwork), 30000);
        QVERIFY(!page->startButton()->isEnabled());
        QTest::mouseClick(lineWith(*page, Remedy::ModelsNetwork)->button(), Qt::LeftButton);
        QCOMPARE(page->settings().architecture, std::string("autochrome-efficientnet_b0-unet"));
        QTRY_VERIFY(page->startButton()->isEnabled());
    }

    void offersASmallerBatchAfterAFailure()
    {
        const auto page = readyPage();
        page->setSettings(TrainingSettings::fineTune());
        page->offerSmallerBatch(8);
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(*page, Remedy::SmallerBatch), 30000);
        QTest::mouseClick(lineWith(*page, Remedy::SmallerBatch)->button(), Qt::LeftButton);
        QCOMPARE(page->settings().batchSize, 8);
        QCOMPARE(page->settings().lateBatchSize, 8);
        QTRY_VERIFY(!lineWith(*page, Remedy::SmallerBatch));
    }

    void remembersTheLastSetUp()
    {
        TrainingSettings chosen = TrainingSettings::paper();
        chosen.minutes = 45;
        chosen.lambda = 0.37;
        {
            SetUpPage page;
            page.show();
            page.setSettings(chosen);
            page.setModelName("Oma");
            turn(page.form()->row("workers"));
            chooseData(page.startChoice()->kindBox(), int(StartChoice::Kind::Nothing));
            page.form()->sections()[1]->setFolded(false);
        }
        SetUpPage page;
        QCOMPARE(toObject(page.settings()), toObject(chosen));
        QCOMPARE(page.modelName(), QString("Oma"));
        QCOMPARE(page.order().machine.workers, 1);
        QCOMPARE(page.startChoice()->kind(), StartChoice::Kind::Nothing);
        QVERIFY(!page.form()->sections()[1]->isFolded());

        // Rubbish in the settings file is as none.
        QSettings().setValue("training/setUp", "{\"settings\": {\"batchSize\": -7}, \"name\": 3");
        SetUpPage fresh;
        QCOMPARE(toObject(fresh.settings()), toObject(TrainingSettings::fineTune()));
    }

    void isReachableByKeyboardAndFitsADock()
    {
        const auto page = readyPage();
        for (FoldSection* section : page->form()->sections())
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
