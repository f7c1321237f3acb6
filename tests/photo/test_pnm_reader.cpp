#include "core/base/text.h"
#include "core/photo/formats/format_reader.h"
#include "core/photo/formats/recognition.h"
#include "core/photo/photo_reader.h"
#include "core/photo/small_picture.h"
#include "picture_files.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(autochrome::ErrorCode)

namespace {

Bytes bytesOf(const std::string& text)
{
    return {text.begin(), text.end()};
}

/// The channels of a picture, row after row.
QList<int> samplesOf(const cv::Mat& pixels)
{
    QList<int> samples;
    for (int y = 0; y < pixels.rows; ++y)
        for (int i = 0; i < pixels.cols * pixels.channels(); ++i)
            samples << (pixels.depth() == CV_16U ? int(pixels.ptr<std::uint16_t>(y)[i])
                                                 : int(pixels.ptr<std::uint8_t>(y)[i]));
    return samples;
}

} // namespace

class TestPnmReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<Bytes>("bytes");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("type");
        QTest::addColumn<QList<int>>("samples");
        const auto row = [](const char* tag, const std::string& file, const QSize& size, int type,
                            const QList<int>& samples) {
            QTest::newRow(tag) << bytesOf(file) << size << type << samples;
        };
        using namespace std::string_literals;
        row("P1", "P1\n3 2\n1 0 1\n0 0 1\n", {3, 2}, CV_8UC1, {0, 255, 0, 255, 255, 0});
        row("P1 without spaces", "P1 3 2 101\n001", {3, 2}, CV_8UC1, {0, 255, 0, 255, 255, 0});
        row("P2", "P2\n# a scan\n2 2 # two by two\n15\n0 15 # half\n7 8\n", {2, 2}, CV_8UC1,
            {0, 255, 119, 136});
        row("P2, 16 bit", "P2 2 1 65535 0 40000", {2, 1}, CV_16UC1, {0, 40000});
        row("P2, 10 bit", "P2 2 1 1023 1023 512", {2, 1}, CV_16UC1, {65535, 32800});
        row("P3", "P3 1 2 255 1 2 3 4 5 6", {1, 2}, CV_8UC3, {1, 2, 3, 4, 5, 6});
        row("P4", "P4\n10 2\n\x80\x40\x01\x00"s, {10, 2}, CV_8UC1,
            {0,   255, 255, 255, 255, 255, 255, 255, 255, 0,
             255, 255, 255, 255, 255, 255, 255, 0,   255, 255});
        row("P5", "P5 2 1 255\n\x01\xFF"s, {2, 1}, CV_8UC1, {1, 255});
        row("P5 whose first pixel is a space", "P5 2 1 255\n\x20\x0A"s, {2, 1}, CV_8UC1, {32, 10});
        row("P5, 16 bit", "P5 2 1 65535\n\x01\x02\xFF\xFF"s, {2, 1}, CV_16UC1, {258, 65535});
        row("P5, 1 bit", "P5 2 1 1\n\x00\x01"s, {2, 1}, CV_8UC1, {0, 255});
        row("P6", "P6\n1 2\n255\n\x01\x02\x03\x04\x05\x06"s, {1, 2}, CV_8UC3, {1, 2, 3, 4, 5, 6});
        row("P6, 16 bit", "P6 1 1 65535\n\x00\x01\x00\x02\x00\x03"s, {1, 1}, CV_16UC3, {1, 2, 3});
        const auto pam = [](const char* depth, const char* most, const char* kind) {
            return std::string("P7\n# made by hand\nWIDTH 1\nHEIGHT 2\nDEPTH ") + depth +
                   "\nMAXVAL " + most + "\nTUPLTYPE " + kind + "\nENDHDR\n";
        };
        row("P7, grey", pam("1", "255", "GRAYSCALE") + "\x07\x08"s, {1, 2}, CV_8UC1, {7, 8});
        row("P7, bits", pam("1", "1", "BLACKANDWHITE") + "\x00\x01"s, {1, 2}, CV_8UC1, {0, 255});
        row("P7, grey with alpha", pam("2", "255", "GRAYSCALE_ALPHA") + "\x07\x64\x08\xFF"s, {1, 2},
            CV_8UC4, {7, 7, 7, 100, 8, 8, 8, 255});
        row("P7, RGB", pam("3", "255", "RGB") + "\x01\x02\x03\x04\x05\x06"s, {1, 2}, CV_8UC3,
            {1, 2, 3, 4, 5, 6});
        row("P7, RGB with alpha, 16 bit",
            pam("4", "65535", "RGB_ALPHA") +
                "\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05\x00\x06\x00\x07\x00\x08"s,
            {1, 2}, CV_16UC4, {1, 2, 3, 4, 5, 6, 7, 8});
    }

    void reads()
    {
        QFETCH(Bytes, bytes);
        QFETCH(QSize, size);
        QFETCH(int, type);
        QFETCH(QList<int>, samples);
        const Result<Photo> photo = readPhoto(bytes, "plate.pnm");
        QVERIFY2(photo, photo ? "" : inWords(photo.error().message).c_str());
        QCOMPARE(formatName(photo->format), "PNM");
        QCOMPARE(QSize(photo->pixels.cols, photo->pixels.rows), size);
        QCOMPARE(photo->pixels.type(), type);
        QCOMPARE(samplesOf(photo->pixels), samples);
        QVERIFY(photo->warnings.empty() && photo->icc.empty());
        QCOMPARE(photo->orientation, 1);
    }

    void headersAndSmallPictures()
    {
        const QTemporaryDir folder;
        const fs::path path = folder.filePath("plate.pgm").toStdString();
        Bytes bytes = bytesOf("P5 400 200 1000\n");
        for (int i = 0; i < 400 * 200; ++i)
            bytes.insert(bytes.end(), {1, 0xF4}); // 500
        writeBytes(path, bytes);
        const Result<PhotoHeader> header = readPhotoHeader(path);
        QVERIFY(header);
        QCOMPARE(header->width, 400);
        QCOMPARE(header->height, 200);
        QCOMPARE(header->channels, 1);
        QCOMPARE(header->bitDepth, 10);
        const auto small = readSmallPicture(path, 40);
        QVERIFY(small);
        QCOMPARE(small->cols, 40);
        QVERIFY(std::abs(int(small->at<std::uint8_t>(5, 5)) - 128) <= 1);
    }

    void saysThatThereAreMore()
    {
        const std::string one = "P5 1 1 255\n\x05";
        const Result<Photo> photo = readPhoto(bytesOf(one + one), "plates.pgm");
        QVERIFY(photo);
        QCOMPARE(photo->warnings.size(), std::size_t(1));
    }

    void refuses_data()
    {
        QTest::addColumn<Bytes>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* tag, const std::string& file, ErrorCode code,
                            const char* says) {
            QTest::newRow(tag) << bytesOf(file) << code << QString(says);
        };
        const char* cut = "cut short";
        const char* damaged = "damaged";
        row("only the magic", "P5\n", ErrorCode::Corrupt, cut);
        row("without a height", "P5\n10", ErrorCode::Corrupt, cut);
        row("without a largest value", "P5\n10 10\n", ErrorCode::Corrupt, cut);
        row("without pixels", "P5\n10 10\n255\n", ErrorCode::Corrupt, cut);
        row("raw, cut", "P6\n2 2\n255\n0123456789", ErrorCode::Corrupt, cut);
        row("bits, cut", "P4\n17 2\n01234", ErrorCode::Corrupt, cut);
        row("16 bit, cut", "P5\n2 2\n65535\n0123456", ErrorCode::Corrupt, cut);
        row("plain, cut", "P2\n3 2\n255\n1 2 3 4 5", ErrorCode::Corrupt, cut);
        row("plain, cut behind a comment", "P2\n2 2\n255\n1 2 3 # and then", ErrorCode::Corrupt,
            cut);
        row("PAM, cut", "P7\nWIDTH 2\nHEIGHT 2\n", ErrorCode::Corrupt, cut);
        row("letters among the numbers", "P2\n2 2\n255\n1 2 three 4", ErrorCode::Corrupt, damaged);
        row("a 2 among bits", "P1\n2 2\n1 0 2 1", ErrorCode::Corrupt, damaged);
        row("above the largest value", "P2\n2 2\n100\n1 2 101 4", ErrorCode::Corrupt, damaged);
        row("above the largest value, raw", "P5\n2 1\n100\n0~", ErrorCode::Corrupt, damaged);
        row("a largest value of 0", "P5\n2 1\n0\n01", ErrorCode::Corrupt, damaged);
        row("a largest value of 65536", "P2\n2 1\n65536\n0 1", ErrorCode::Corrupt, damaged);
        row("no width", "P5\n0 5\n255\n01234", ErrorCode::Corrupt, damaged);
        row("PAM without a size", "P7\nDEPTH 1\nMAXVAL 255\nENDHDR\n0", ErrorCode::Corrupt,
            damaged);
        row("PAM with words for numbers", "P7\nWIDTH two\nENDHDR\n0", ErrorCode::Corrupt, damaged);
        row("PAM of five channels", "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 5\nMAXVAL 255\nENDHDR\n01234",
            ErrorCode::UnsupportedFormat, "5 channels");
        row("huge", "P5\n100000 100000\n255\n01", ErrorCode::TooLarge, "100000");
        row("wider than any picture", "P6\n99999999999999999999 2\n255\n01", ErrorCode::TooLarge,
            "memory");
        row("huge, plain", "P3\n100000 100000 255 1 2 3", ErrorCode::TooLarge, "100000");
        row("huge PAM", "P7\nWIDTH 100000\nHEIGHT 100000\nDEPTH 4\nMAXVAL 65535\nENDHDR\n0",
            ErrorCode::TooLarge, "100000");
        row("prose", "P1 is what the plate was called", ErrorCode::UnsupportedFormat, "format");
        row("XV's thumbnails", "P7 332\n#IMGINFO:512x440\n", ErrorCode::UnsupportedFormat,
            "format");
    }

    void refuses()
    {
        QFETCH(Bytes, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QString, says);
        const Result<Photo> photo = readPhoto(bytes, "plate.pnm");
        QVERIFY(!photo);
        const QString sentence = QString::fromStdString(inWords(photo.error().message));
        QVERIFY2(photo.error().code == code, qPrintable(sentence));
        QVERIFY2(sentence.contains("plate.pnm") && sentence.contains(says), qPrintable(sentence));
    }

    // A header that claims more is found out before anything of that size is made.
    void makesNothingThatIsNotThere_data()
    {
        QTest::addColumn<Bytes>("bytes");
        for (const char* file :
             {"P5\n20000 20000\n255\n0", "P4\n60000 60000\n0", "P1\n20000 9000 0",
              "P3\n9000 9000 255 0", "P5\n200000 200000\n255\n0"})
            QTest::newRow(QByteArray(file).left(16).replace('\n', ' ')) << bytesOf(file);
    }

    void makesNothingThatIsNotThere()
    {
        QFETCH(Bytes, bytes);
        class Watched : public WholePicture
        {
        public:
            void create(cv::Size, int) override { created = true; }
            bool created = false;
        };
        MemorySource source(bytes);
        Watched target;
        bool refused = false;
        try {
            decodePhoto(source, "claims.pnm", target, Progress());
        } catch (const ReadFailure&) {
            refused = true;
        }
        QVERIFY(refused && !target.created);
    }
};

QTEST_GUILESS_MAIN(TestPnmReader)
#include "test_pnm_reader.moc"
