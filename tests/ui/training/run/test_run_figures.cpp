#include "ui/training/run/run_figures.h"

#include <QLabel>
#include <QLocale>
#include <QtTest>

using namespace autochrome;

/// The figures of a training.
class TestRunFigures : public QObject
{
    Q_OBJECT

    static RunState running()
    {
        RunState state;
        state.presence = RunState::Presence::Begun;
        TrainingStatus& s = state.status;
        s.phase = TrainingPhase::Training;
        s.step = 150;
        s.totalSteps = 1000;
        s.samples = 4800;
        s.photos = 3200;
        s.imagesPerSecond = 12.34;
        s.waitShare = 0.07;
        s.loss = 3.14159;
        s.crossEntropy = 2.5;
        s.regression = 0.0123;
        s.gradientNorm = 1.5;
        s.learningRate = 0.001;
        s.batchSize = 32;
        s.cropSize = 128;
        s.memory = 2'500'000'000;
        s.peakMemory = 3'000'000'000;
        s.skipped = {3, 5, 0, 1};
        s.device = "cpu";
        s.precision = "fp32";
        state.run = TrainingRun();
        state.run->settings.epochs = 10;
        return state;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void showsThem()
    {
        RunFigures figures;
        RunState state = running();
        figures.setState(state, 1.934);
        QCOMPARE(figures.text(RunFigures::Step), "150 of 1,000");
        QCOMPARE(figures.text(RunFigures::Epoch), "1.5 of 10");
        QCOMPARE(figures.text(RunFigures::Seen), "4,800");
        QCOMPARE(figures.text(RunFigures::Speed), "12.3");
        QCOMPARE(figures.text(RunFigures::Waiting), "7 % of the time");
        QCOMPARE(figures.text(RunFigures::Loss), "3.142");
        QCOMPARE(figures.text(RunFigures::CrossEntropy), "2.5");
        QCOMPARE(figures.text(RunFigures::Regression), "0.0123");
        QVERIFY(figures.text(RunFigures::PhotoError).isEmpty());
        state.status.photoError = 1.5;
        figures.setState(state, 1.934);
        QCOMPARE(figures.text(RunFigures::PhotoError), "1.5");
        QCOMPARE(figures.text(RunFigures::Gain), "1.93 dB");
        QCOMPARE(figures.text(RunFigures::Rate), "0.001");
        QCOMPARE(figures.text(RunFigures::Memory), "2.5 GB");
        QCOMPARE(figures.text(RunFigures::GpuMemory), QString());
        QCOMPARE(figures.text(RunFigures::PassedOver), "3 damaged, 5 grey, 1 too small");
        QCOMPARE(figures.text(RunFigures::Device), "CPU");

        state.status.device = "cuda:0";
        state.status.precision = "mixed";
        state.status.gpuMemory = 6'000'000'000;
        state.status.gpuMemorySize = 24'000'000'000;
        state.status.totalSteps = 0; // a length in minutes
        state.status.totalMinutes = 15;
        state.status.skipped = {};
        figures.setState(state, std::nullopt);
        QCOMPARE(figures.text(RunFigures::GpuMemory), "6.0 GB of 24.0 GB");
        QCOMPARE(figures.text(RunFigures::Step), "150");
        QCOMPARE(figures.text(RunFigures::Device), "CUDA:0, mixed precision");
        QCOMPARE(figures.text(RunFigures::Epoch), "1.5");
        QCOMPARE(figures.text(RunFigures::Gain), QString());
        QCOMPARE(figures.text(RunFigures::PassedOver), "no photo");

        // What is measured while it runs means nothing afterwards.
        state.status.phase = TrainingPhase::Stopped;
        figures.setState(state, std::nullopt);
        QCOMPARE(figures.text(RunFigures::Speed), QString());
        QCOMPARE(figures.text(RunFigures::Memory), QString());
        QCOMPARE(figures.text(RunFigures::Step), "150");
        figures.setState({}, std::nullopt);
        for (int figure = 0; figure < RunFigures::FigureCount; ++figure)
            QCOMPARE(figures.text(RunFigures::Figure(figure)), QString());
    }

    void usesTheWidth()
    {
        RunFigures figures;
        figures.setState(running(), 2.0);
        bool isWhole = true;
        const auto columns = [&](int width) {
            figures.resize(width, 600);
            figures.show();
            QTest::qWait(20);
            QSet<int> lefts;
            for (const QLabel* label : figures.findChildren<QLabel*>())
                if (label->isVisible()) {
                    lefts << label->x();
                    isWhole &= label->geometry().right() < width &&
                               label->width() >= label->minimumSizeHint().width();
                }
            return lefts.size() / 2;
        };
        QCOMPARE(columns(1000), 3);
        QCOMPARE(columns(350), 1);
        QCOMPARE(columns(640), 2);
        QVERIFY(isWhole);
        QVERIFY(figures.minimumSizeHint().width() < 340);
    }
};

QTEST_MAIN(TestRunFigures)
#include "test_run_figures.moc"
