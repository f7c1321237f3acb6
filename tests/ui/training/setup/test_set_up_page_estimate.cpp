// What the page reckons, measures and warns of.

#include "core/learn/run/run_folder.h"
#include "core/learn/run/training_run.h"
#include "set_up_page_test.h"
#include "ui/training/setup/estimate_view.h"
#include "ui/training/setup/problem_line.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

using namespace autochrome;
namespace fs = std::filesystem;

class TestSetUpPageEstimate : public SetUpPageTest
{
    Q_OBJECT

private Q_SLOTS:
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
        draft_.setSettings(tiny);
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
        draft_.setSettings(tiny);
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
        QCOMPARE(record->settings.toJson(), draft_.settings().toJson());
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
        SetUpPage page(&draft_);
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
        page.startChoice()->setEncoder(path("gone.safetensors"));
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
        draft_.setSettings(huge);
        page->setLists(lists(100000, 60));
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(*page, Remedy::SmallerBatch), 30000);
        QVERIFY(page->startButton()->isEnabled()); // it is a guess
        ProblemLine* line = lineWith(*page, Remedy::SmallerBatch);
        const int fits = line->problem().number;
        QVERIFY(line->button()->text().contains(QString::number(fits)));
        QTest::mouseClick(line->button(), Qt::LeftButton);
        QCOMPARE(draft_.settings().batchSize, fits);
        QCOMPARE(draft_.settings().lateBatchSize, fits);
    }

    void smallCollectionsHaveRemedies()
    {
        const auto page = readyPage();
        draft_.setSettings(TrainingSettings::fineTune());
        page->setLists({{path("photos").toStdString()}, {}, 6, 0});
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(*page, Remedy::SmallerBatch), 30000);
        QVERIFY(!page->startButton()->isEnabled());
        QTest::mouseClick(lineWith(*page, Remedy::SmallerBatch)->button(), Qt::LeftButton);
        QCOMPARE(draft_.settings().batchSize, 6);
        QTRY_VERIFY(!lineWith(*page, Remedy::SmallerBatch));
        QTRY_VERIFY(lineWith(*page, Remedy::LastModel));
        QVERIFY(!page->startButton()->isEnabled());
        QTest::mouseClick(lineWith(*page, Remedy::LastModel)->button(), Qt::LeftButton);
        QVERIFY(!draft_.settings().keepBest);
        QTRY_VERIFY(page->startButton()->isEnabled());
    }

    void anotherNetworkHasARemedy()
    {
        const auto page = readyPage();
        TrainingSettings plain = TrainingSettings::fineTune();
        plain.architecture = "autochrome-plain_cnn-unet";
        draft_.setSettings(plain);
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(*page, Remedy::ModelsNetwork), 30000);
        QVERIFY(!page->startButton()->isEnabled());
        QTest::mouseClick(lineWith(*page, Remedy::ModelsNetwork)->button(), Qt::LeftButton);
        QCOMPARE(draft_.settings().architecture, std::string("autochrome-efficientnet_b0-unet"));
        QTRY_VERIFY(page->startButton()->isEnabled());
    }

    void offersASmallerBatchAfterAFailure()
    {
        const auto page = readyPage();
        draft_.setSettings(TrainingSettings::fineTune());
        page->offerSmallerBatch(8);
        QTRY_VERIFY_WITH_TIMEOUT(lineWith(*page, Remedy::SmallerBatch), 30000);
        QTest::mouseClick(lineWith(*page, Remedy::SmallerBatch)->button(), Qt::LeftButton);
        QCOMPARE(draft_.settings().batchSize, 8);
        QCOMPARE(draft_.settings().lateBatchSize, 8);
        QTRY_VERIFY(!lineWith(*page, Remedy::SmallerBatch));
    }
};

QTEST_MAIN(TestSetUpPageEstimate)
#include "test_set_up_page_estimate.moc"
