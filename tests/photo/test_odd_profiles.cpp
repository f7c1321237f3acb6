// Profiles that are not as they should be: what they mean reaches the result, or the person is
// told.

#include "core/base/text.h"
#include "core/photo/photo_reader.h"
#include "core/photo/photo_writer.h"
#include "core/photo/profile/colour_space.h"
#include "core/photo/profile/icc_repair.h"
#include "picture_maker.h"
#include "tests/support/profiles.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <zlib.h>

using namespace autochrome;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(autochrome::FileFormat)

namespace {

std::uint32_t number(const Bytes& bytes, std::size_t at)
{
    return std::uint32_t(bytes[at]) << 24 | std::uint32_t(bytes[at + 1]) << 16 |
           std::uint32_t(bytes[at + 2]) << 8 | bytes[at + 3];
}

void setNumber(Bytes& bytes, std::size_t at, std::size_t value)
{
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = std::uint8_t(value >> (24 - 8 * i));
}

/// Where the table's entry of a tag begins.
std::size_t entryOf(const Bytes& profile, const char* tag)
{
    for (std::size_t at = 132; at + 12 <= profile.size(); at += 12) {
        if (std::memcmp(profile.data() + at, tag, 4) == 0)
            return at;
    }
    qFatal("no such tag");
}

Bytes wide()
{
    return testWideGamutProfile(2.2);
}

Bytes withByte(std::size_t at, std::uint8_t value)
{
    Bytes profile = wide();
    profile[at] = value;
    return profile;
}

Bytes padded()
{
    Bytes profile = wide();
    profile.resize(profile.size() + 16);
    return profile;
}

Bytes withoutIlluminant()
{
    Bytes profile = wide();
    std::fill_n(profile.begin() + 68, 12, std::uint8_t(0));
    return profile;
}

Bytes withLength(std::size_t length)
{
    Bytes profile = wide();
    setNumber(profile, 0, length);
    return profile;
}

/// A tag whose data lies behind the end.
Bytes withTagOutside(const char* tag)
{
    Bytes profile = wide();
    setNumber(profile, entryOf(profile, tag) + 4, profile.size() + 64);
    return profile;
}

/// A tag whose data begins at an odd place.
Bytes withOddTag(const char* tag)
{
    Bytes profile = wide();
    const std::size_t entry = entryOf(profile, tag);
    const std::size_t offset = number(profile, entry + 4);
    const std::size_t length = number(profile, entry + 8);
    const Bytes data(profile.begin() + std::ptrdiff_t(offset),
                     profile.begin() + std::ptrdiff_t(offset + length));
    profile.push_back(0);
    setNumber(profile, entry + 4, profile.size());
    profile.insert(profile.end(), data.begin(), data.end());
    setNumber(profile, 0, profile.size());
    return profile;
}

/// A PNG with this profile, which libpng itself would not write.
Bytes pngWith(const cv::Mat& picture, const Bytes& profile)
{
    Bytes data = {'o', 'd', 'd', 0, 0};
    Bytes packed(compressBound(profile.size()));
    uLongf size = packed.size();
    compress2(packed.data(), &size, profile.data(), profile.size(), 6);
    data.insert(data.end(), packed.begin(), packed.begin() + std::ptrdiff_t(size));
    Bytes chunk(8);
    setNumber(chunk, 0, data.size());
    std::memcpy(chunk.data() + 4, "iCCP", 4);
    chunk.insert(chunk.end(), data.begin(), data.end());
    const auto crc = crc32(0, chunk.data() + 4, uInt(chunk.size() - 4));
    chunk.resize(chunk.size() + 4);
    setNumber(chunk, chunk.size() - 4, crc);
    Bytes png = pngBytes(picture, {.gamma = 0.7}); // which the profile outweighs
    constexpr std::ptrdiff_t behindHeader = 8 + 25;
    png.insert(png.begin() + behindHeader, chunk.begin(), chunk.end());
    return png;
}

/// A JPEG whose profile stands in two parts, of which only these are there.
Bytes jpegWithParts(const cv::Mat& picture, const Bytes& profile, std::size_t firstPart, bool first,
                    bool second)
{
    Bytes jpeg = jpegBytes(picture);
    Bytes markers;
    const auto add = [&](std::uint8_t part, std::size_t from, std::size_t to) {
        const std::size_t length = 16 + to - from;
        markers.insert(markers.end(),
                       {0xFF, 0xE2, std::uint8_t(length >> 8), std::uint8_t(length)});
        const char name[] = "ICC_PROFILE";
        markers.insert(markers.end(), name, name + 12);
        markers.push_back(part);
        markers.push_back(2);
        markers.insert(markers.end(), profile.begin() + std::ptrdiff_t(from),
                       profile.begin() + std::ptrdiff_t(to));
    };
    if (first)
        add(1, 0, firstPart);
    if (second)
        add(2, firstPart, profile.size());
    jpeg.insert(jpeg.begin() + 2, markers.begin(), markers.end());
    return jpeg;
}

cv::Vec3f linearOf(const ColourSpace& space, const cv::Mat& pixels)
{
    cv::Mat linear;
    space.toLinearSrgb(pixels, linear);
    return linear.at<cv::Vec3f>(0);
}

} // namespace

class TestOddProfiles : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    fs::path at(const std::string& name) const
    {
        return fs::path(folder_.path().toStdString()) / name;
    }

private Q_SLOTS:
    void repairs_data();
    void repairs();
    void convertsWhatNoFileHolds_data();
    void convertsWhatNoFileHolds();
    void readsProfilesThatLibpngRefuses_data();
    void readsProfilesThatLibpngRefuses();
    void greyPngKeepsItsProfile();
    void tellsOfHalfAProfile_data();
    void tellsOfHalfAProfile();
    void leavesSoundOnesAlone();
};

void TestOddProfiles::repairs_data()
{
    QTest::addColumn<Bytes>("profile");
    QTest::newRow("padded") << padded();
    QTest::newRow("length too small") << withLength(200);
    QTest::newRow("length too large") << withLength(wide().size() + 5000);
    QTest::newRow("no illuminant") << withoutIlluminant();
    QTest::newRow("odd illuminant") << withByte(70, 0x11);
    QTest::newRow("odd intent") << withByte(67, 9);
    QTest::newRow("very odd intent") << withByte(64, 0xFF);
    QTest::newRow("name outside") << withTagOutside("desc");
    QTest::newRow("tag at an odd place") << withOddTag("rTRC");
}

/// Read, written as PNG by default and read again, the colours are what the profile means.
void TestOddProfiles::repairs()
{
    QFETCH(Bytes, profile);
    const cv::Mat picture(8, 8, CV_8UC3, cv::Scalar(40, 200, 90));
    const fs::path source = at("odd.tif");
    writeTiffFile(source, picture, {.icc = profile});
    const Result<Photo> photo = readPhoto(source);
    QVERIFY(photo);
    QVERIFY(!photo->icc.empty());
    QCOMPARE(photo->warnings.size(), std::size_t(1));
    QVERIFY2(inWords(photo->warnings[0]).find("odd.tif") != std::string::npos,
             inWords(photo->warnings[0]).c_str());

    const ColourSpace space = ColourSpace::of(*photo);
    const ColourSpace result = space.resultSpace();
    QVERIFY(result.profile() == photo->icc);
    Photo meant = *photo;
    meant.icc = wide();
    const cv::Vec3f expected = linearOf(ColourSpace::of(meant), picture);
    QVERIFY(cv::norm(linearOf(space, picture) - expected) < 1e-5);

    MatRowSource rows(picture);
    const Result<WrittenPhoto> written = writePhoto(rows, {photo->icc, {}, {}}, at("result.png"),
                                                    {.format = FileFormat::Png}, source);
    QVERIFY2(written, written ? "" : inWords(written.error().message).c_str());
    const Result<Photo> back = readPhoto(written->path);
    QVERIFY(back);
    QVERIFY(back->warnings.empty());
    QVERIFY(cv::norm(linearOf(ColourSpace::of(*back), back->pixels) - expected) < 1e-5);
}

void TestOddProfiles::convertsWhatNoFileHolds_data()
{
    QTest::addColumn<int>("depth");
    QTest::newRow("8 bit") << CV_8U;
    QTest::newRow("16 bit") << CV_16U;
}

/// An abstract profile, which no picture may have, but whose colours are plain: the result is in
/// sRGB.
void TestOddProfiles::convertsWhatNoFileHolds()
{
    QFETCH(int, depth);
    Bytes profile = testScannerProfile();
    std::memcpy(profile.data() + 12, "abst", 4); // ICC.1:2010, 7.2.5: the profile's class
    const fs::path source = at("class.tif");
    const cv::Mat picture = testPicture({64, 48}, CV_MAKETYPE(depth, 3));
    writeTiffFile(source, picture, {.icc = profile});
    const Result<Photo> photo = readPhoto(source);
    QVERIFY(photo);
    QVERIFY(!photo->icc.empty());
    QCOMPARE(photo->warnings.size(), std::size_t(1));
    QVERIFY2(inWords(photo->warnings[0]).find("sRGB") != std::string::npos,
             inWords(photo->warnings[0]).c_str());

    const ColourSpace space = ColourSpace::of(*photo);
    QVERIFY(!space.isSrgb());
    const ColourSpace result = space.resultSpace();
    QVERIFY(result.isSrgb());
}

void TestOddProfiles::readsProfilesThatLibpngRefuses_data()
{
    repairs_data();
}

void TestOddProfiles::readsProfilesThatLibpngRefuses()
{
    QFETCH(Bytes, profile);
    const cv::Mat picture(8, 8, CV_8UC3, cv::Scalar(40, 200, 90));
    const Result<Photo> photo = readPhoto(pngWith(picture, profile), "odd.png");
    QVERIFY(photo);
    Photo meant = *photo;
    meant.icc = wide();
    QVERIFY(cv::norm(linearOf(ColourSpace::of(*photo), picture) -
                     linearOf(ColourSpace::of(meant), picture)) < 1e-5);
}

/// A grey profile beside a gamma of 0, as ImageMagick once wrote it.
void TestOddProfiles::greyPngKeepsItsProfile()
{
    Bytes png = pngWith(testPicture({8, 8}, CV_8UC1), testGreyProfile(1.8));
    const char name[] = "gAMA";
    const auto gamma = std::search(png.begin(), png.end(), name, name + 4);
    QVERIFY(gamma != png.end());
    const auto at = std::size_t(gamma - png.begin());
    setNumber(png, at + 4, 0);
    setNumber(png, at + 8, crc32(0, png.data() + at, 8));
    const Result<Photo> photo = readPhoto(png, "grey.png");
    QVERIFY(photo);
    QVERIFY(photo->icc == testGreyProfile(1.8));
    QVERIFY(photo->warnings.empty());
}

void TestOddProfiles::tellsOfHalfAProfile_data()
{
    QTest::addColumn<Bytes>("jpeg");
    QTest::addColumn<bool>("usable");
    const cv::Mat rgb = testPicture({20, 20}, CV_8UC3);
    const cv::Mat inks = testPicture({20, 20}, CV_8UC4);
    const Bytes whole = wide();
    // The colours first, the name last, as it may be cut off.
    Bytes nameLast = whole;
    const std::size_t entry = entryOf(nameLast, "desc");
    const std::size_t offset = number(whole, entry + 4);
    const std::size_t length = number(whole, entry + 8);
    setNumber(nameLast, entry + 4, whole.size());
    nameLast.insert(nameLast.end(), whole.begin() + std::ptrdiff_t(offset),
                    whole.begin() + std::ptrdiff_t(offset + length));
    setNumber(nameLast, 0, nameLast.size());
    QTest::newRow("second part missing")
        << jpegWithParts(rgb, whole, whole.size() / 2, true, false) << false;
    QTest::newRow("first part missing")
        << jpegWithParts(rgb, whole, whole.size() / 2, false, true) << false;
    QTest::newRow("second part missing, which only held the name")
        << jpegWithParts(rgb, nameLast, whole.size(), true, false) << true;
    QTest::newRow("of inks") << jpegWithParts(inks, whole, whole.size() / 2, true, false) << false;
}

void TestOddProfiles::tellsOfHalfAProfile()
{
    QFETCH(Bytes, jpeg);
    QFETCH(bool, usable);
    const Result<Photo> photo = readPhoto(jpeg, "half.jpg");
    QVERIFY(photo);
    // Exiv2 may find the metadata damaged by it, too.
    QVERIFY(std::ranges::any_of(photo->warnings, [](const Message& warning) {
        return inWords(warning).find("profile in “half.jpg”") != std::string::npos;
    }));
    QCOMPARE(photo->icc.empty(), !usable);
    if (!usable)
        return;
    Photo meant = *photo;
    meant.icc = wide();
    QVERIFY(cv::norm(linearOf(ColourSpace::of(*photo), photo->pixels) -
                     linearOf(ColourSpace::of(meant), photo->pixels)) < 1e-5);
}

void TestOddProfiles::leavesSoundOnesAlone()
{
    for (const Bytes& profile : {testSrgbProfile(), wide(), testProPhotoProfile(),
                                 testGreyProfile(2.2), testScannerProfile()}) {
        const auto repaired = repairedProfile(profile);
        QVERIFY(repaired);
        QVERIFY(*repaired == profile);
    }
}

QTEST_GUILESS_MAIN(TestOddProfiles)
#include "test_odd_profiles.moc"
