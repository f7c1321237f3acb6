#include "core/learn/data/shards/shard_source.h"

#include "core/learn/data/old_print.h"
#include "core/learn/data/photo_source.h"
#include "core/learn/data/prior.h"
#include "core/learn/data/shard_maker.h"
#include "core/learn/data/shards/tensor_old_print.h"
#include "core/learn/data/shards/tensor_sampler.h"
#include "tests/support/synthetic_photos.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <limits>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

double meanDifference(const torch::Tensor& a, const torch::Tensor& b)
{
    return (a - b).abs().mean().item<double>();
}

} // namespace

class TestShardSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void labIsThatOfThePhotoSource();
    void samplesAreThoseOfThePhotoSource();
    void agesAsThePhotoSourceDoes();
    void sameSeedSameBatches();
    void anEpochShowsEveryPhoto();
    void priorKnowsTheColours();
    void sceneIsWholeAndScaled();
    void leavesOutWhatCannotBeUsed();
    void refusals_data();
    void refusals();
    void twoSizesDoNotMix();

private:
    std::filesystem::path folder(const QString& name) const
    {
        return folder_.filePath(name).toStdString();
    }
    PhotoIndex index(const QString& name) const
    {
        return PhotoIndex::build({folder(name)}, Progress()).value();
    }
    std::unique_ptr<ShardSource> open(const QString& name, std::uint64_t seed,
                                      double agedShare = 0) const
    {
        std::vector<std::filesystem::path> paths;
        for (const auto& entry : std::filesystem::directory_iterator(folder(name)))
            paths.push_back(entry.path());
        std::sort(paths.begin(), paths.end());
        return ShardSource::open(paths, seed, torch::kCPU, agedShare).value();
    }

    QTemporaryDir folder_;
};

void TestShardSource::initTestCase()
{
    writeSyntheticPhotos(folder_.filePath("photos"), 10);
    ShardOptions options;
    options.side = 128;
    options.perShard = 4;
    options.threads = 2;
    const auto counts = makeShards(index("photos"), folder("shards"), options, Progress());
    QVERIFY(counts.has_value());
    QCOMPARE(counts->photos, std::int64_t(10));
    QCOMPARE(counts->shards, std::int64_t(3));

    QDir().mkpath(folder_.filePath("one"));
    cv::imwrite(folder_.filePath("one/photo.png").toStdString(), syntheticPhoto(3, 256, 192));
    options.side = 192;
    QVERIFY(makeShards(index("one"), folder("shards-one"), options, Progress()).has_value());

    // Shards are not made over others.
    const auto again = makeShards(index("one"), folder("shards"), options, Progress());
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().code, ErrorCode::Usage);
}

void TestShardSource::labIsThatOfThePhotoSource()
{
    torch::manual_seed(1);
    const torch::Tensor srgb = torch::rand({1, 3, 40, 50});
    const torch::Tensor lab = labOf(srgb);
    const torch::Tensor bgr = srgb[0].flip(0).permute({1, 2, 0}).contiguous();
    const cv::Mat picture(40, 50, CV_32FC3, bgr.data_ptr<float>());
    cv::Mat expected;
    cv::cvtColor(picture, expected, cv::COLOR_BGR2Lab);
    const torch::Tensor truth = torch::from_blob(expected.data, {40, 50, 3}).permute({2, 0, 1});
    const torch::Tensor difference = (lab[0] - truth).abs();
    QVERIFY2(difference.max().item<double>() < 0.6, "OpenCV interpolates in a table");
    QVERIFY(difference.mean().item<double>() < 0.1);
}

void TestShardSource::samplesAreThoseOfThePhotoSource()
{
    // One photo, so that both choose it; the same numbers cut the same part.
    PhotoSource photos(index("one"), 5, 1);
    const auto shards = open("shards-one", 5);
    for (const BatchRequest request : {BatchRequest{0, 6, 64}, BatchRequest{6, 3, 96}}) {
        photos.request(request);
        shards->request(request);
        const auto a = photos.take();
        const auto b = shards->take();
        QVERIFY(a.has_value() && b.has_value());
        QCOMPARE(a->luminance.sizes().vec(), b->luminance.sizes().vec());
        QCOMPARE(a->ab.sizes().vec(), b->ab.sizes().vec());
        QVERIFY(meanDifference(a->luminance, b->luminance) < 0.01); // of 1
        QVERIFY(meanDifference(a->ab, b->ab) < 1.0);                // CIE units
    }
}

void TestShardSource::agesAsThePhotoSourceDoes()
{
    PhotoSource photos(index("one"), 5, 1);
    photos.request({0, 1, 128});
    const torch::Tensor luminance = photos.take()->luminance;
    int same = 0;
    int compared = 0;
    double changed = 0;
    for (int seed = 0; seed < 120; ++seed) {
        Random random{std::uint64_t(seed)};
        Random again{std::uint64_t(seed)};
        const OldPrintFaults faults = OldPrintFaults::draw(random);
        const torch::Tensor made = aged(luminance, {faults}, 1);
        QVERIFY(made.isfinite().all().item<bool>());
        QVERIFY(made.min().item<double>() >= 0 && made.max().item<double>() <= 1);
        if (faults.grain > 0)
            continue; // drawn differently
        torch::Tensor copy = luminance.clone().contiguous();
        cv::Mat expected(128, 128, CV_32FC1, copy.data_ptr<float>());
        ageLuminance(expected, again);
        const torch::Tensor truth =
            torch::from_blob(expected.data, {1, 1, 128, 128}, torch::kFloat32);
        ++compared;
        same += meanDifference(made, truth) < 0.01;
        changed += meanDifference(made, luminance);
    }
    QVERIFY(compared > 30);
    QVERIFY2(same > compared * 9 / 10, qPrintable(QString("%1 of %2").arg(same).arg(compared)));
    QVERIFY(changed / compared > 0.02);
}

void TestShardSource::sameSeedSameBatches()
{
    const auto first = open("shards", 9, 0.5);
    const auto second = open("shards", 9, 0.5);
    const auto other = open("shards", 10, 0.5);
    for (const auto& source : {first.get(), other.get()})
        for (int i = 0; i < 3; ++i)
            source->request({8 * i, 8, 64});
    for (int i = 0; i < 3; ++i) {
        second->request({8 * i, 8, 64});
        const auto a = first->take();
        const auto b = second->take();
        QVERIFY(torch::equal(a->luminance, b->luminance));
        QVERIFY(torch::equal(a->ab, b->ab));
        QVERIFY(!torch::equal(a->ab, other->take()->ab));
    }
    QVERIFY(!first->take().has_value()); // nothing was requested
}

void TestShardSource::anEpochShowsEveryPhoto()
{
    const auto source = open("shards", 2);
    QCOMPARE(source->photoCount(), std::int64_t(10));
    // Each photo has colours of its own, so their means tell them apart.
    source->request({0, 10, 64});
    source->request({10, 10, 64});
    for (int epoch = 0; epoch < 2; ++epoch) {
        const torch::Tensor means = source->take()->ab.mean({2, 3});
        for (int i = 0; i < 10; ++i)
            for (int j = 0; j < i; ++j)
                QVERIFY(!torch::allclose(means[i], means[j], 1e-4, 1e-3));
    }
}

void TestShardSource::priorKnowsTheColours()
{
    const ColourBins& bins = ColourBins::srgb();
    PhotoSource photos(index("photos"), 1, 1);
    const auto shards = open("shards", 1);
    const auto expected = measurePrior(photos, bins, 100, Progress());
    const auto prior = measurePrior(*shards, bins, 100, Progress());
    QVERIFY(expected.has_value() && prior.has_value());
    double difference = 0;
    for (std::size_t i = 0; i < prior->size(); ++i)
        difference += std::abs((*prior)[i] - (*expected)[i]);
    QVERIFY2(difference < 0.2, qPrintable(QString::number(difference)));
}

void TestShardSource::sceneIsWholeAndScaled()
{
    const auto source = open("shards-one", 1);
    PhotoSource photos(index("one"), 1, 1);
    const auto scene = source->scene(0, 96);
    const auto expected = photos.scene(0, 96);
    QVERIFY(scene.has_value() && expected.has_value());
    QCOMPARE(scene->luminance.sizes().vec(), (std::vector<std::int64_t>{1, 1, 96, 128}));
    QCOMPARE(scene->ab.sizes().vec(), (std::vector<std::int64_t>{2, 96, 128}));
    QVERIFY(meanDifference(scene->luminance, expected->luminance) < 0.01);
    QVERIFY(meanDifference(scene->ab, expected->ab) < 1.0);
}

void TestShardSource::leavesOutWhatCannotBeUsed()
{
    writeSyntheticPhotos(folder_.filePath("mixed"), 2);
    cv::imwrite(folder_.filePath("mixed/grey.png").toStdString(),
                cv::Mat(90, 90, CV_8UC3, cv::Scalar(120, 120, 120)));
    cv::imwrite(folder_.filePath("mixed/tiny.png").toStdString(), syntheticPhoto(1, 20, 12));
    QFile broken(folder_.filePath("mixed/broken.jpg"));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    broken.close();
    ShardOptions options;
    options.side = 64;
    const auto counts = makeShards(index("mixed"), folder("shards-mixed"), options, Progress());
    QVERIFY(counts.has_value());
    QCOMPARE(counts->photos, std::int64_t(2));
    QCOMPARE(counts->skipped.corrupt, std::int64_t(1));
    QCOMPARE(counts->skipped.grey, std::int64_t(1));
    QCOMPARE(counts->skipped.small, std::int64_t(1));
    QCOMPARE(open("shards-mixed", 1)->photoCount(), std::int64_t(2));
}

void TestShardSource::refusals_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<float>("aspect");
    QTest::addColumn<int>("cut"); // bytes off the end
    QTest::addColumn<bool>("isGood");
    QTest::newRow("good") << 32 << 1.5f << 0 << true;
    QTest::newRow("too small") << 16 << 1.5f << 0 << false;
    QTest::newRow("aspect of nothing") << 32 << 0.0f << 0 << false;
    QTest::newRow("no number") << 32 << std::numeric_limits<float>::quiet_NaN() << 0 << false;
    QTest::newRow("cut off") << 32 << 1.5f << 100 << false;
}

void TestShardSource::refusals()
{
    QFETCH(int, side);
    QFETCH(float, aspect);
    QFETCH(int, cut);
    QFETCH(bool, isGood);
    const auto path = folder("refused.safetensors");
    const std::vector<std::uint8_t> pixels(std::size_t(side * side * 3), 9);
    QVERIFY(PhotoShard::write(path, side, pixels, {aspect}, {}).has_value());
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - std::uintmax_t(cut));
    const auto shard = PhotoShard::open(path);
    QCOMPARE(shard.has_value(), isGood);
    QVERIFY(!PhotoShard::open(folder("none.safetensors")).has_value());
}

void TestShardSource::twoSizesDoNotMix()
{
    const auto mixed = ShardSource::open({folder("shards") / "photos-000.safetensors",
                                          folder("shards-one") / "photos-000.safetensors"},
                                         1, torch::kCPU);
    QVERIFY(!mixed.has_value());
    QCOMPARE(mixed.error().code, ErrorCode::Usage);
}

QTEST_GUILESS_MAIN(TestShardSource)
#include "test_shard_source.moc"
