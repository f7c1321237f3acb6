// The figure that the program promises by is that of the file: measured after the reduction to the
// file's depth and behind its encoder, and written into the file itself.
#include "core/base/text.h"
#include "core/photo/metadata/history_note.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/photo/photo_writer.h"
#include "picture_files.h"
#include "tests/support/reference_lightness.h"

#include <QTemporaryDir>
#include <QtTest>
#include <numeric>
#include <opencv2/imgproc.hpp>
#include <zlib.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// Grain on gradients, as a scan has it: what encoders like least.
Photo scan(int type)
{
    Photo photo;
    photo.pixels = testPicture({200, 300}, type);
    cv::Mat noise(photo.pixels.size(), CV_MAKETYPE(CV_32F, photo.pixels.channels()));
    cv::theRNG().state = 7;
    cv::randn(noise, 0, CV_MAT_DEPTH(type) == CV_16U ? 1500 : 6);
    cv::Mat alpha;
    if (photo.pixels.channels() == 4)
        cv::extractChannel(photo.pixels, alpha, 3);
    cv::add(photo.pixels, noise, photo.pixels, cv::noArray(), CV_MAT_DEPTH(type));
    if (!alpha.empty()) {
        // Half of it is clear: what nobody sees has no lightness.
        alpha.setTo(cv::Scalar::all(CV_MAT_DEPTH(type) == CV_16U ? 65535 : 255));
        alpha.rowRange(0, 100).setTo(0);
        cv::insertChannel(alpha, photo.pixels, 3);
    }
    photo.source = "scan.tif";
    photo.sourceSha256 = std::string(64, 'a');
    return photo;
}

/// Colour at about the same L*, in the depth that the format takes.
cv::Mat coloured(const Photo& photo, int depth)
{
    cv::Mat rgb = photo.pixels;
    if (rgb.channels() == 1)
        cv::cvtColor(rgb, rgb, cv::COLOR_GRAY2RGB);
    rgb.convertTo(rgb, depth, depth == rgb.depth() ? 1.0 : depth == CV_8U ? 1 / 257.0 : 257.0);
    return rgb;
}

/// What the program says is measured again from the two pictures, by other code.
LightnessError measuredApart(const cv::Mat& source, const Photo& result)
{
    const cv::Mat a = referenceLab(source);
    const cv::Mat b = referenceLab(result.pixels, result.icc);
    std::vector<double> differences;
    const bool seen = source.channels() < 4;
    for (int y = 0; y < a.rows; ++y)
        for (int x = 0; x < a.cols; ++x)
            if (seen || y >= 100)
                differences.push_back(
                    std::abs(a.at<cv::Vec3d>(y, x)[0] - b.at<cv::Vec3d>(y, x)[0]));
    std::sort(differences.begin(), differences.end());
    const std::size_t beyond = differences.size() / 1000;
    return {differences.back(), differences[differences.size() - 1 - beyond],
            std::accumulate(differences.begin(), differences.end(), 0.0) /
                double(differences.size())};
}

bool checksumsHold(const Bytes& png)
{
    const auto number = [&png](std::size_t at) {
        return uLong(png[at]) << 24 | uLong(png[at + 1]) << 16 | uLong(png[at + 2]) << 8 |
               png[at + 3];
    };
    for (std::size_t at = 8; at + 12 <= png.size(); at += 12 + number(at)) {
        if (crc32(0, png.data() + at + 4, uInt(4 + number(at))) != number(at + 8 + number(at)))
            return false;
    }
    return true;
}

} // namespace

class TestWrittenLightness : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path at(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }

private Q_SLOTS:
    void isThatOfTheFile_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<FileFormat>("format");
        QTest::addColumn<int>("quality");
        QTest::addColumn<bool>("kept");
        QTest::newRow("16 bit, PNG") << CV_16UC1 << FileFormat::Png << 92 << true;
        QTest::newRow("16 bit, TIFF") << CV_16UC3 << FileFormat::Tiff << 92 << true;
        QTest::newRow("16 bit, BMP") << CV_16UC1 << FileFormat::Bmp << 92 << true;
        QTest::newRow("16 bit, JPEG 92") << CV_16UC1 << FileFormat::Jpeg << 92 << false;
        QTest::newRow("16 bit, JPEG 60") << CV_16UC1 << FileFormat::Jpeg << 60 << false;
        QTest::newRow("16 bit, WebP") << CV_16UC1 << FileFormat::WebP << 92 << false;
        QTest::newRow("8 bit, PNG") << CV_8UC1 << FileFormat::Png << 92 << true;
        QTest::newRow("8 bit, JPEG 92") << CV_8UC3 << FileFormat::Jpeg << 92 << false;
        QTest::newRow("8 bit, clear above, WebP") << CV_8UC4 << FileFormat::WebP << 92 << false;
        QTest::newRow("8 bit, clear above, PNG") << CV_8UC4 << FileFormat::Png << 92 << true;
        QTest::newRow("16 bit, clear above, TIFF") << CV_16UC4 << FileFormat::Tiff << 92 << true;
    }

    void isThatOfTheFile()
    {
        QFETCH(int, type);
        QFETCH(FileFormat, format);
        QFETCH(int, quality);
        QFETCH(bool, kept);
        const Photo photo = scan(type);
        const bool deep = format == FileFormat::Png || format == FileFormat::Tiff;
        MatRowSource rows(coloured(photo, deep ? CV_MAT_DEPTH(type) : CV_8U));
        ResultInfo info;
        info.metadata = resultMetadata(photo, {"House", "0123", {}}, photo.pixels.size(), true);
        info.original = &photo;
        const auto written =
            writePhoto(rows, info, at("out"),
                       {.format = format, .quality = quality, .overwrite = Overwrite::Replace}, {});
        QVERIFY2(written, written ? "" : inWords(written.error().message).c_str());
        QVERIFY(written->lightness);

        const auto result = readPhoto(written->path);
        QVERIFY(result);
        const LightnessError& said = *written->lightness;
        const LightnessError apart = measuredApart(photo.pixels, *result);
        const auto figures = [](const LightnessError& e) {
            return QStringLiteral("%1 %2 %3").arg(e.greatest).arg(e.most).arg(e.mean);
        };
        const QString both = figures(said) + " instead of " + figures(apart);
        QVERIFY2(std::abs(said.greatest - apart.greatest) < 0.002, qPrintable(both));
        QVERIFY2(std::abs(said.most - apart.most) < 0.002, qPrintable(both));
        QVERIFY2(std::abs(said.mean - apart.mean) < 0.001, qPrintable(both));
        QCOMPARE(written->bitDepth, result->bitDepth());
        QCOMPARE(said.greatest <= promisedLightness(written->bitDepth), kept);

        // A broken promise is said in words.
        bool told = false;
        for (const Message& warning : written->warnings)
            told = told || inWords(warning).find("L*") != std::string::npos;
        QCOMPARE(told, !kept);

        // The figure stands in the file itself, and the file is sound.
        const auto noted = notedLightness(result->metadata);
        QVERIFY(noted);
        QVERIFY2(std::abs(noted->greatest - said.greatest) < 0.001 &&
                     std::abs(noted->most - said.most) < 0.001 &&
                     std::abs(noted->mean - said.mean) < 0.001,
                 qPrintable(figures(*noted)));
        QCOMPARE(result->sourceSha256, written->sha256);
        if (format == FileFormat::Png)
            QVERIFY(checksumsHold(readBytes(written->path)));
        QCOMPARE(provenanceOf(result->metadata).modelName, std::string("House"));
    }

    // What was clear lies on white afterwards, and so it is compared.
    void comparesOnWhite()
    {
        const Photo photo = scan(CV_8UC4);
        MatRowSource rows(photo.pixels);
        ResultInfo info;
        info.original = &photo;
        const auto written = writePhoto(rows, info, at("flat.jpg"),
                                        {.format = FileFormat::Jpeg, .quality = 100}, {});
        QVERIFY(written && written->lightness);
        QVERIFY2(written->lightness->greatest < 5,
                 qPrintable(QString::number(written->lightness->greatest)));
    }

    void measuresNothingWithoutAnOriginal()
    {
        MatRowSource rows(testPicture({40, 30}, CV_8UC3));
        const auto written =
            writePhoto(rows, {}, at("plain.jpg"), {.format = FileFormat::Jpeg, .quality = 5}, {});
        QVERIFY(written && !written->lightness);
        QVERIFY(written->warnings.empty());
    }

    // Metadata that finds no room in the file takes the figure with it.
    void notesBesideTheFile()
    {
        const Photo photo = scan(CV_8UC1);
        ResultInfo info;
        info.metadata = resultMetadata(photo, {"House", "0123", {}}, photo.pixels.size(), true);
        {
            const Exiv2Session session;
            info.metadata.data().xmp["Xmp.photoshop.Instructions"] = std::string(90'000, 'x');
        }
        info.original = &photo;
        MatRowSource rows(coloured(photo, CV_8U));
        const auto written = writePhoto(rows, info, at("long.jpg"), {}, {});
        QVERIFY2(written, written ? "" : inWords(written.error().message).c_str());
        QFile sidecar(QString::fromStdString(written->path.string() + ".xmp"));
        QVERIFY(sidecar.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(sidecar.readAll())
                    .contains(QString::fromStdString(lightnessNote(*written->lightness))));
    }
};

QTEST_GUILESS_MAIN(TestWrittenLightness)
#include "test_written_lightness.moc"
