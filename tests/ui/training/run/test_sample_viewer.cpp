#include "ui/training/run/sample_canvas.h"
#include "ui/training/run/sample_viewer.h"

#include <QDir>
#include <QImage>
#include <QLabel>
#include <QSlider>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace autochrome;

/// Sample photos and the way through the validations.
class TestSampleViewer : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    std::unique_ptr<SampleViewer> viewer_;
    RunSamples samples_;

    /// A picture that says by its colour which it is.
    static QColor colourOf(int step, int photo) { return {step % 256, 60 * photo, 128}; }
    void write(const QString& of, int photo, QColor colour) const
    {
        QDir().mkpath(folder_.filePath(of));
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(colour);
        QVERIFY(image.save(QStringLiteral("%1/%2/%3.jpg").arg(folder_.path(), of).arg(photo), "jpg",
                           100));
    }
    void addStep(int step)
    {
        for (int photo = 0; photo < 3; ++photo)
            write(QString::number(step), photo, colourOf(step, photo));
        samples_.steps << SampleStep{step, 1};
    }
    QStringList captions() const
    {
        QStringList captions;
        for (const SampleCanvas::Panel& panel : viewer_->canvas()->panels())
            captions << panel.caption;
        return captions;
    }
    bool shows(int panel, QColor colour) const
    {
        const QImage picture = viewer_->canvas()->panels().value(panel).picture;
        if (picture.isNull())
            return false;
        const QColor is = picture.pixelColor(20, 15);
        return qAbs(is.red() - colour.red()) < 6 && qAbs(is.green() - colour.green()) < 6 &&
               qAbs(is.blue() - colour.blue()) < 6;
    }

private Q_SLOTS:
    void init()
    {
        samples_ = {};
        samples_.photos = 3;
        samples_.stamp = 1;
        for (int photo = 0; photo < 3; ++photo) {
            write("truth", photo, QColor(200, 60 * photo, 20));
            write("grey", photo, QColor(100, 100, 100));
        }
        for (const int step : {10, 20, 30, 40})
            addStep(step);
        viewer_ = std::make_unique<SampleViewer>();
        viewer_->resize(500, 400);
        viewer_->setFolder(folder_.path());
        viewer_->setSamples(samples_);
        viewer_->show();
        QVERIFY(QTest::qWaitForWindowExposed(viewer_.get()));
    }
    void cleanup() { viewer_.reset(); }

    void isEmptyAtFirst()
    {
        SampleViewer empty;
        QVERIFY(!empty.step());
        QVERIFY(!empty.canvas()->isVisibleTo(&empty));
        empty.showStep(3);
        QVERIFY(!empty.step());
    }

    void showsBeforeNowAndTruth()
    {
        QCOMPARE(viewer_->step(), std::optional<qint64>(40));
        QCOMPARE(captions(), QStringList({"Before", "Now", "Truth"}));
        QTRY_VERIFY(shows(0, QColor(100, 100, 100)));
        QTRY_VERIFY(shows(1, colourOf(40, 0)));
        QTRY_VERIFY(shows(2, QColor(200, 0, 20)));
        viewer_->setGains({{40, 1.934}});
        QVERIFY(viewer_->caption()->text().contains("1.93"));
        // It is painted, too.
        const QImage painted = viewer_->canvas()->grab().toImage();
        QVERIFY(qAbs(painted.pixelColor(painted.width() / 2, painted.height() / 3).red() - 40) < 8);
    }

    void goesThroughTheValidations()
    {
        QTest::keyClick(viewer_->canvas(), Qt::Key_Left);
        QCOMPARE(viewer_->step(), std::optional<qint64>(30));
        QTRY_VERIFY(shows(1, colourOf(30, 0)));
        QCOMPARE(captions()[1], "Step 30");
        QTest::keyClick(viewer_->canvas(), Qt::Key_Home);
        QCOMPARE(viewer_->step(), std::optional<qint64>(10));
        QTest::keyClick(viewer_->canvas(), Qt::Key_Left); // no further
        QCOMPARE(viewer_->step(), std::optional<qint64>(10));
        QCOMPARE(viewer_->slider()->value(), 0);
        viewer_->slider()->setValue(2);
        QCOMPARE(viewer_->step(), std::optional<qint64>(30));
        QTest::keyClick(viewer_->canvas(), Qt::Key_End);
        QCOMPARE(viewer_->step(), std::optional<qint64>(40));
    }

    void isSwiped()
    {
        SampleCanvas* canvas = viewer_->canvas();
        QTest::mousePress(canvas, Qt::LeftButton, {}, {300, 40});
        QTest::mouseMove(canvas, {300 - 50, 40});
        QCOMPARE(viewer_->step(), std::optional<qint64>(30));
        QTest::mouseMove(canvas, {300 - 100, 40});
        QCOMPARE(viewer_->step(), std::optional<qint64>(20));
        QTest::mouseMove(canvas, {300, 40});
        QCOMPARE(viewer_->step(), std::optional<qint64>(40));
        QTest::mouseMove(canvas, {0, 40});
        QCOMPARE(viewer_->step(), std::optional<qint64>(10));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, {0, 40});
        QTest::mouseMove(canvas, {200, 40}); // without a button nothing moves
        QCOMPARE(viewer_->step(), std::optional<qint64>(10));
    }

    void followsTheNewestUnlessAnotherIsChosen()
    {
        QVERIFY(viewer_->followsNewest());
        QVERIFY(!viewer_->newestButton()->isEnabled());
        addStep(50);
        viewer_->setSamples(samples_);
        QCOMPARE(viewer_->step(), std::optional<qint64>(50));
        viewer_->showStep(21);
        QCOMPARE(viewer_->step(), std::optional<qint64>(20));
        addStep(60);
        viewer_->setSamples(samples_);
        QCOMPARE(viewer_->step(), std::optional<qint64>(20));
        // The one that is looked at is thinned out: its neighbour.
        samples_.steps.removeAt(1);
        viewer_->setSamples(samples_);
        QCOMPARE(viewer_->step(), std::optional<qint64>(30));
        QTest::mouseClick(viewer_->newestButton(), Qt::LeftButton);
        QCOMPARE(viewer_->step(), std::optional<qint64>(60));
        addStep(70);
        viewer_->setSamples(samples_);
        QCOMPARE(viewer_->step(), std::optional<qint64>(70));
        samples_ = {}; // begun anew
        viewer_->setSamples(samples_);
        QVERIFY(!viewer_->step());
    }

    void choosesPhotos()
    {
        QVERIFY(viewer_->photoButton(2));
        QVERIFY(!viewer_->photoButton(3));
        QTest::mouseClick(viewer_->photoButton(2), Qt::LeftButton);
        QCOMPARE(viewer_->photo(), 2);
        QTRY_VERIFY(shows(1, colourOf(40, 2)));
        QTRY_VERIFY(shows(2, QColor(200, 120, 20)));
        QTest::keyClick(viewer_->canvas(), Qt::Key_Down);
        QCOMPARE(viewer_->photo(), 2);
        QTest::keyClick(viewer_->canvas(), Qt::Key_Up);
        QCOMPARE(viewer_->photo(), 1);
        QVERIFY(viewer_->photoButton(1)->isChecked());
    }

    void keepsOneBeside()
    {
        viewer_->showStep(20);
        QTest::mouseClick(viewer_->keepButton(), Qt::LeftButton);
        viewer_->showStep(40);
        QCOMPARE(captions(), QStringList({"Before", "Step 20", "Step 40", "Truth"}));
        QTRY_VERIFY(shows(1, colourOf(20, 0)) && shows(2, colourOf(40, 0)));
        QTest::mouseClick(viewer_->keepButton(), Qt::LeftButton);
        QCOMPARE(captions().size(), 3);
        viewer_->keepBeside(true);
        samples_.steps.removeLast(); // a resumed run lost it
        viewer_->setSamples(samples_);
        QVERIFY(!viewer_->keptStep());
        QVERIFY(!viewer_->keepButton()->isChecked());
    }

    void showsOtherPicturesOfTheSameStep()
    {
        QTRY_VERIFY(shows(1, colourOf(40, 0)));
        write("40", 0, Qt::white);
        samples_.steps.last().stamp = 2;
        viewer_->setSamples(samples_);
        QTRY_VERIFY(shows(1, Qt::white));
    }

    void doesWithoutAPicture()
    {
        QVERIFY(QFile::remove(folder_.filePath("30/0.jpg")));
        viewer_->showStep(30);
        QTRY_VERIFY(!viewer_->canvas()->panels()[1].isLoading);
        QVERIFY(viewer_->canvas()->panels()[1].picture.isNull());
        viewer_->grab();
    }
};

QTEST_MAIN(TestSampleViewer)
#include "test_sample_viewer.moc"
