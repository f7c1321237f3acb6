#include "core/edit/restoration.h"
#include "core/edit/tone/tone_stage.h"
#include "core/photo/photo_reader.h"
#include "tests/edit/made_photo.h"
#include "tests/support/make_model.h"
#include "tests/support/profiles.h"
#include "tests/support/reference_lightness.h"
#include "tests/support/verify_result.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <exiv2/exiv2.hpp>

using namespace autochrome;

/// The promise about L* holds against the photo as its tones were changed, down to the file.
class TestTonedExport : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    std::shared_ptr<Colorizer> colorizer_;

    std::filesystem::path folder() const { return folder_.path().toStdString(); }

    static Recipe toned()
    {
        Recipe recipe;
        recipe.colour.size = 128;
        recipe.finish.strength = 2;
        recipe.tone.exposure = 0.5;
        recipe.tone.contrast = 0.4;
        recipe.tone.localContrast = 0.6;
        recipe.tone.evening = 0.5;
        recipe.tone.curve = "0,4 50,55 100,96";
        return recipe;
    }

private Q_SLOTS:
    void initTestCase()
    {
        colorizer_ = Colorizer::open(makeTestModel(folder()).string(), "cpu").value();
    }

    void keepsTheTonedLightness_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("isWide");
        for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4})
            for (const bool isWide : {false, true})
                if (!isWide || CV_MAT_CN(type) > 1)
                    QTest::addRow("%d bit, %d channels%s", CV_MAT_DEPTH(type) == CV_8U ? 8 : 16,
                                  CV_MAT_CN(type), isWide ? ", wide" : "")
                        << type << isWide;
    }

    void keepsTheTonedLightness()
    {
        QFETCH(int, type);
        QFETCH(bool, isWide);
        Photo photo = photoOf(150, 200, type);
        if (isWide)
            photo.icc = testWideGamutProfile(2.2);
        Restoration restoration(photo);
        for (const TintHandling tint : {TintHandling::Drop, TintHandling::Keep}) {
            Recipe recipe = toned();
            recipe.finish.tint = tint;
            const auto rendering = restoration.render(recipe, *colorizer_);
            QVERIFY_RESULT(rendering);
            QVERIFY(rendering->before() != restoration.upright());
            QCOMPARE(rendering->before(), restoration.prepare(recipe).value()->photo);
            WriteOptions options;
            options.format = FileFormat::Tiff;
            options.overwrite = Overwrite::Replace;
            const auto written = exportRendering(*rendering, folder() / "result.tif", options);
            QVERIFY_RESULT(written);
            const auto result = readPhoto(written->path);
            QVERIFY_RESULT(result);
            const double most = CV_MAT_DEPTH(type) == CV_8U ? 0.5 : 0.02;
            const double difference = lightnessDifference(rendering->before()->pixels, photo.icc,
                                                          result->pixels, result->icc);
            QVERIFY2(difference <= most, qPrintable(QString::number(difference)));
            QVERIFY(rendering->luminanceError() <= most);
        }
    }

    // The history names each of the choices.
    void tellsOfItsTones()
    {
        Restoration restoration(photoOf(60, 80, CV_8UC1));
        const auto rendering = restoration.render(toned(), *colorizer_);
        QVERIFY_RESULT(rendering);
        WriteOptions options;
        options.format = FileFormat::Tiff;
        options.overwrite = Overwrite::Replace;
        const auto written = exportRendering(*rendering, folder() / "told.tif", options);
        QVERIFY_RESULT(written);
        auto image = Exiv2::ImageFactory::open(written->path.string());
        image->readMetadata();
        std::string told;
        for (const auto& datum : image->xmpData())
            told += datum.key() + '=' + datum.toString() + '\n';
        for (const char* part :
             {"exposure", "contrast", "local_contrast", "evening", "0,4 50,55 100,96"})
            QVERIFY2(told.find(part) != std::string::npos, told.c_str());
    }

    // What is seen until the network has looked again.
    void hasItsColoursOverOtherTones()
    {
        Restoration restoration(photoOf(150, 200, CV_8UC1));
        Recipe plain = toned();
        plain.tone = ToneSettings();
        const auto first = restoration.render(plain, *colorizer_);
        QVERIFY_RESULT(first);
        const auto prepared = restoration.prepare(toned()).value();
        const Rendering over = first->over(prepared);
        QCOMPARE(over.before(), prepared->photo);
        QCOMPARE(over.recipe(), plain); // whose colours they are
        QVERIFY(!over.networkRan());
        QVERIFY(lightnessDifference(over.before()->pixels, {}, wholeOf(over, 8, 64), {}) <= 0.5);
        QVERIFY(first->before() != over.before());
    }
};

QTEST_GUILESS_MAIN(TestTonedExport)
#include "test_toned_export.moc"
