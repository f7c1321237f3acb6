#include "core/edit/restoration.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "tests/support/make_model.h"
#include "tests/support/profiles.h"
#include "tests/support/reference_lightness.h"
#include "tests/support/verify_result.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <filesystem>
#include <opencv2/imgproc.hpp>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes profile(const std::string& name)
{
    if (name == "srgb")
        return testSrgbProfile();
    if (name == "wide")
        return testWideGamutProfile(2.2);
    if (name == "scanner")
        return testScannerProfile();
    if (name == "grey22")
        return testGreyProfile(2.2);
    return {};
}

// Smooth shades with every few codes in them, dark and light ends included.
cv::Mat shades(int depth, int channels)
{
    cv::Mat coarse(12, 9, CV_MAKETYPE(depth, channels));
    cv::theRNG().state = 31;
    cv::randu(coarse, 0, depth == CV_8U ? 256 : 65536);
    cv::Mat pixels;
    cv::resize(coarse, pixels, {150, 200}, 0, 0, cv::INTER_LINEAR);
    pixels.rowRange(0, 10).setTo(cv::Scalar::all(0));
    pixels.rowRange(10, 20).setTo(cv::Scalar::all(depth == CV_8U ? 255 : 65535));
    return pixels;
}

// A source file on disk, written without this program's colour code.
fs::path sourceFile(const fs::path& folder, const std::string& name, const cv::Mat& pixels,
                    const Bytes& icc, FileFormat format)
{
    MatRowSource rows(pixels);
    ResultInfo info;
    info.icc = icc;
    info.resolution = {300, 300, Resolution::Unit::Inch};
    WriteOptions options;
    options.format = format;
    options.overwrite = Overwrite::Replace;
    return writePhoto(rows, info, folder / name, options, {}).value().path;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

    QTemporaryDir temporary_;
    fs::path folder_;
    std::shared_ptr<Colorizer> colorizer_;
    Recipe recipe_;

    Result<Rendering> rendered(const fs::path& source)
    {
        auto photo = readPhoto(source);
        if (!photo)
            return tl::make_unexpected(photo.error());
        return Restoration(std::move(*photo)).render(recipe_, *colorizer_);
    }

private Q_SLOTS:
    void initTestCase()
    {
        folder_ = temporary_.path().toStdString();
        colorizer_ = Colorizer::open(makeTestModel(folder_).string(), "cpu").value();
        recipe_.colour.size = 128;
        recipe_.finish.strength = 2;
    }

    // From file to file: the decoded result has the decoded source's L* at every pixel.
    void keepsLuminanceInTheFile_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("channels");
        QTest::addColumn<QString>("icc");
        QTest::addColumn<int>("format");
        for (const int depth : {8, 16})
            for (const auto& [channels, icc] : {std::pair{1, "none"},
                                                {1, "grey22"},
                                                {3, "none"},
                                                {3, "srgb"},
                                                {3, "wide"},
                                                {3, "scanner"},
                                                {4, "none"},
                                                {4, "wide"}})
                for (const FileFormat format : {FileFormat::Tiff, FileFormat::Png})
                    QTest::addRow("%d bit, %d channels, %s, %s", depth, channels, icc,
                                  formatName(format))
                        << depth << channels << icc << int(format);
    }

    void keepsLuminanceInTheFile()
    {
        QFETCH(int, depth);
        QFETCH(int, channels);
        QFETCH(QString, icc);
        QFETCH(int, format);
        const Bytes bytes = profile(icc.toStdString());
        const cv::Mat pixels = shades(depth == 8 ? CV_8U : CV_16U, channels);
        const fs::path source = sourceFile(folder_, "source", pixels, bytes, FileFormat::Tiff);
        const auto rendering = rendered(source);
        QVERIFY(rendering);
        WriteOptions options;
        options.format = FileFormat(format);
        options.overwrite = Overwrite::Replace;
        const auto written = exportRendering(*rendering, folder_ / "result", options);
        QVERIFY_RESULT(written);
        const auto result = readPhoto(written->path);
        QVERIFY(result);
        QCOMPARE(result->bitDepth(), depth);
        QCOMPARE(result->pixels.channels(), channels == 4 ? 4 : 3);
        QVERIFY(!result->icc.empty());
        if (channels > 1 && !bytes.empty())
            QCOMPARE(result->icc, bytes);
        const double difference = lightnessDifference(pixels, bytes, result->pixels, result->icc);
        QVERIFY2(difference <= (depth == 8 ? 0.5 : 0.02), qPrintable(QString::number(difference)));
        QVERIFY(std::fabs(result->resolution.x - 300) < 0.1);
        cv::Mat spread;
        cv::extractChannel(result->pixels, spread, 0);
        cv::Mat blue;
        cv::extractChannel(result->pixels, blue, 2);
        QVERIFY(cv::norm(spread, blue, cv::NORM_INF) > 0); // it has colour
    }

    void labelsTheResult()
    {
        const fs::path source =
            sourceFile(folder_, "portrait.tif", shades(CV_16U, 1), {}, FileFormat::Tiff);
        const auto rendering = rendered(source);
        QVERIFY(rendering);
        WriteOptions options;
        options.format = FileFormat::Tiff;
        const auto written = exportRendering(*rendering, folder_ / "out.tif", options);
        QVERIFY(written);
        const auto result = readPhoto(written->path);
        QVERIFY(result);
        const Provenance provenance = provenanceOf(result->metadata);
        QCOMPARE(provenance.modelName, std::string("test-model"));
        QCOMPARE(provenance.modelSha256, colorizer_->modelSha256());
        QCOMPARE(provenance.parameters.at("strength"), std::string("2"));
        QCOMPARE(provenance.parameters.at("size"), std::string("128"));
        QVERIFY(result->metadata.value("Exif.Image.Software").find("Autochrome") !=
                std::string::npos);
        // What is shown before saving is what is written.
        const Metadata shown = exportMetadata(*rendering);
        QCOMPARE(result->metadata.value("Xmp.iptcExt.DigitalSourceType"),
                 shown.value("Xmp.iptcExt.DigitalSourceType"));
    }

    void eightBitFormatsGetEightBits()
    {
        const fs::path source =
            sourceFile(folder_, "deep.tif", shades(CV_16U, 3), {}, FileFormat::Tiff);
        const auto rendering = rendered(source);
        QVERIFY(rendering);
        for (const FileFormat format : {FileFormat::Jpeg, FileFormat::WebP, FileFormat::Bmp}) {
            WriteOptions options;
            options.format = format;
            options.overwrite = Overwrite::Replace;
            const auto written = exportRendering(
                *rendering, folder_ / (std::string("eight.") + formatExtension(format)), options);
            QVERIFY_RESULT(written);
            const auto result = readPhoto(written->path);
            QVERIFY(result);
            QCOMPARE(result->bitDepth(), 8);
            QCOMPARE(result->pixels.size(), cv::Size(150, 200));
        }
    }

    void leavesTheSourceAlone()
    {
        const fs::path source =
            sourceFile(folder_, "original.png", shades(CV_8U, 1), {}, FileFormat::Png);
        const std::string before = sha256OfFile(source).value();
        const auto time = fs::last_write_time(source);
        const auto rendering = rendered(source);
        QVERIFY(rendering);
        WriteOptions options;
        options.format = FileFormat::Png;
        options.overwrite = Overwrite::Replace;
        const auto refused = exportRendering(*rendering, source, options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::SameAsSource);
        QVERIFY(exportRendering(*rendering, folder_ / "coloured.png", options));
        QCOMPARE(sha256OfFile(source).value(), before);
        QCOMPARE(fs::last_write_time(source), time);
    }

    void noticesAChangedSource()
    {
        const fs::path source =
            sourceFile(folder_, "moving.png", shades(CV_8U, 1), {}, FileFormat::Png);
        const auto rendering = rendered(source);
        QVERIFY(rendering);
        sourceFile(folder_, "moving.png", shades(CV_8U, 3), {}, FileFormat::Png);
        WriteOptions options;
        options.format = FileFormat::Png;
        options.overwrite = Overwrite::Replace;
        const auto written = exportRendering(*rendering, folder_ / "moved.png", options);
        QVERIFY(written);
        QVERIFY(!written->warnings.empty());
    }

    void canBeCancelled()
    {
        const fs::path source =
            sourceFile(folder_, "stop.png", shades(CV_8U, 1), {}, FileFormat::Png);
        const auto rendering = rendered(source);
        QVERIFY(rendering);
        Progress progress;
        progress.cancel();
        const fs::path target = folder_ / "stopped.png";
        WriteOptions options;
        options.format = FileFormat::Png;
        const auto written = exportRendering(*rendering, target, options, progress);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(!fs::exists(target));
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "test_export.moc"
