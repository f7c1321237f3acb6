#include "core/learn/survey/near_copies.h"
#include "tests/support/varied_photos.h"

#include <QtTest>
#include <bit>
#include <random>
#include <thread>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

/// Looks that differ by their hashes alone.
std::vector<PhotoLook> looksWith(const std::vector<std::uint64_t>& hashes)
{
    std::vector<PhotoLook> looks;
    for (const std::uint64_t hash : hashes)
        looks.push_back({hash, {}});
    return looks;
}

cv::Mat reencoded(const cv::Mat& photo, const char* extension, int quality)
{
    std::vector<uchar> bytes;
    const int key = std::string(extension) == ".jpg" ? int(cv::IMWRITE_JPEG_QUALITY)
                                                     : int(cv::IMWRITE_WEBP_QUALITY);
    cv::imencode(extension, photo, bytes, {key, quality});
    return cv::imdecode(bytes, cv::IMREAD_COLOR);
}

cv::Mat changed(const cv::Mat& photo, const QString& change)
{
    cv::Mat result;
    if (change == "half")
        cv::resize(photo, result, {}, 0.5, 0.5, cv::INTER_AREA);
    else if (change == "twice")
        cv::resize(photo, result, {}, 2, 2, cv::INTER_CUBIC);
    else if (change == "odd size")
        cv::resize(photo, result, {301, 219}, 0, 0, cv::INTER_AREA);
    else if (change == "jpeg")
        result = reencoded(photo, ".jpg", 40);
    else if (change == "webp")
        result = reencoded(photo, ".webp", 50);
    else if (change == "lighter")
        photo.convertTo(result, -1, 0.85, 30);
    else if (change == "mirrored")
        cv::flip(photo, result, 1);
    else if (change == "turned")
        cv::rotate(photo, result, cv::ROTATE_90_CLOCKWISE);
    return result;
}

/// All with all, as the definition says.
std::vector<std::int64_t> groupsOneByOne(const std::vector<std::uint64_t>& hashes, int bits)
{
    std::vector<std::int64_t> groups(hashes.size());
    for (std::size_t i = 0; i < hashes.size(); ++i)
        groups[i] = std::int64_t(i);
    for (bool isChanged = true; isChanged;) {
        isChanged = false;
        for (std::size_t a = 0; a < hashes.size(); ++a)
            for (std::size_t b = 0; b < hashes.size(); ++b)
                if (groups[b] < groups[a] && std::popcount(hashes[a] ^ hashes[b]) <= bits) {
                    groups[a] = groups[b];
                    isChanged = true;
                }
    }
    return groups;
}

} // namespace

class TestNearCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsCopies_data()
    {
        QTest::addColumn<bool>("isCopy");
        for (const char* change : {"half", "twice", "odd size", "jpeg", "webp", "lighter"})
            QTest::newRow(change) << true;
        for (const char* change : {"mirrored", "turned"})
            QTest::newRow(change) << false;
    }

    void knowsCopies()
    {
        QFETCH(bool, isCopy);
        for (int number = 0; number < 30; ++number) {
            const cv::Mat photo = variedPhoto(number, 400, 300);
            const cv::Mat other = changed(photo, QTest::currentDataTag());
            QVERIFY2(areNearCopies(lookOf(photo), lookOf(other)) == isCopy,
                     qPrintable(QString::number(number)));
        }
    }

    void othersAreFar()
    {
        for (int number = 0; number < 60; ++number)
            QVERIFY(!areNearCopies(lookOf(variedPhoto(number)), lookOf(variedPhoto(number + 1)),
                                   2 * nearCopyBits));
    }

    void evenAreasDoNotHashTheirNoise()
    {
        cv::Mat wall(200, 300, CV_8UC3, cv::Scalar(120, 130, 140));
        cv::RNG random(7);
        cv::Mat noise(wall.size(), CV_8UC3);
        random.fill(noise, cv::RNG::UNIFORM, 0, 12);
        QCOMPARE(lookOf(wall + noise).hash, std::uint64_t(0));
    }

    // Light falls over both from the left to the right: one hash, two pictures.
    void equalHashesAreNotEnough()
    {
        cv::Mat even(120, 160, CV_8UC3), sudden(120, 160, CV_8UC3);
        for (int x = 0; x < 160; ++x) {
            even.col(x).setTo(cv::Scalar::all(40 + x));
            sudden.col(x).setTo(cv::Scalar::all(x < 130 ? 40 + x / 4 : x + 90));
        }
        QCOMPARE(lookOf(even).hash, lookOf(sudden).hash);
        QVERIFY(!areNearCopies(lookOf(even), lookOf(sudden)));
        const std::vector<PhotoLook> looks{lookOf(even), lookOf(sudden), lookOf(even)};
        const std::vector<std::int64_t> expected{0, 1, 0};
        QCOMPARE(groupNearCopies(looks), expected);
    }

    void groupsAreThoseOfAllPairs_data()
    {
        QTest::addColumn<int>("bits");
        for (int bits : {0, 1, 3, 4, 6, 7, 12})
            QTest::addRow("%d bits", bits) << bits;
    }

    // Few bits are used, so that groups of every size and chains of near-copies come about.
    void groupsAreThoseOfAllPairs()
    {
        QFETCH(int, bits);
        std::mt19937_64 random(5);
        std::vector<std::uint64_t> hashes;
        for (int i = 0; i < 120; ++i) {
            const std::uint64_t base = random();
            hashes.push_back(base);
            for (int copy = 0; copy < i % 4; ++copy) {
                std::uint64_t near = base;
                for (std::uint64_t flips = random() % 7; flips > 0; --flips)
                    near ^= std::uint64_t(1) << random() % 64;
                hashes.push_back(near);
            }
        }
        std::shuffle(hashes.begin(), hashes.end(), random);
        QCOMPARE(groupNearCopies(looksWith(hashes), bits), groupsOneByOne(hashes, bits));
    }

    void copiesOfFewAreThoseOfAllPairs_data() { groupsAreThoseOfAllPairs_data(); }

    void copiesOfFewAreThoseOfAllPairs()
    {
        QFETCH(int, bits);
        std::mt19937_64 random(6);
        std::vector<std::uint64_t> few, many;
        for (int i = 0; i < 40; ++i)
            few.push_back(random());
        for (int i = 0; i < 300; ++i) {
            many.push_back(few[std::size_t(i) % few.size()]);
            for (std::uint64_t flips = random() % 12; flips > 0; --flips)
                many.back() ^= std::uint64_t(1) << random() % 64;
        }
        const std::vector<bool> found = haveNearCopies(looksWith(many), looksWith(few), bits);
        for (std::size_t i = 0; i < many.size(); ++i)
            QCOMPARE(bool(found[i]), std::any_of(few.begin(), few.end(), [&](auto hash) {
                         return std::popcount(hash ^ many[i]) <= bits;
                     }));
        QVERIFY(haveNearCopies({}, looksWith(few)).empty());
        QCOMPARE(haveNearCopies(looksWith(few), {}), std::vector<bool>(few.size(), false));
    }

    // A hundred thousand hashes that share a band, no two of them alike, are five billion pairs.
    void stops()
    {
        std::mt19937_64 random(13);
        std::vector<std::uint64_t> hashes;
        while (hashes.size() < 100'000)
            hashes.push_back(random() << 16);
        const std::vector<PhotoLook> looks = looksWith(hashes);
        Progress progress;
        std::thread hand([&] {
            QThread::msleep(100);
            progress.cancel();
        });
        QElapsedTimer timer;
        timer.start();
        groupNearCopies(looks, nearCopyBits, progress);
        const qint64 stopped = timer.elapsed();
        hand.join();
        QVERIFY2(stopped < 1500, qPrintable(QString::number(stopped)));
    }

    void exactlyAsManyBits()
    {
        const std::vector<std::uint64_t> hashes{0, 0xF, 0x1F0000000, 0};
        const std::vector<std::int64_t> expected{0, 0, 2, 0};
        QCOMPARE(groupNearCopies(looksWith(hashes), 4), expected);
    }

    void nothing() { QVERIFY(groupNearCopies({}).empty()); }

    // Two hundred thousand photos in seconds: comparing all pairs would take minutes.
    void manyAreGroupedSoon()
    {
        std::mt19937_64 random(11);
        std::vector<std::uint64_t> hashes(100'000, 0x123456789abcdef);
        while (hashes.size() < 200'000)
            hashes.push_back(random());
        const std::vector<PhotoLook> looks = looksWith(hashes);
        QElapsedTimer timer;
        timer.start();
        const auto groups = groupNearCopies(looks);
        qInfo() << timer.elapsed() << "ms";
        QCOMPARE(groups[99'999], std::int64_t(0));
        QCOMPARE(groups[150'000], std::int64_t(150'000));
    }
};

QTEST_GUILESS_MAIN(TestNearCopies)
#include "test_near_copies.moc"
