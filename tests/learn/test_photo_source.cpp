#include "core/learn/data/photo_source.h"
#include "core/learn/data/prior.h"
#include "tests/support/synthetic_photos.h"
#include "tests/support/tar_writer.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

PhotoSource sourceOf(const std::vector<std::filesystem::path>& paths, std::uint64_t seed,
                     int threads)
{
    return {PhotoIndex::build(paths, Progress()).value(), seed, threads};
}

} // namespace

class TestPhotoSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void batchesHaveTheirShape();
    void sameSeedSameBatches();
    void anEpochShowsEveryPhoto();
    void badPhotosAreCountedAndPassedOver();
    void nothingUsable();
    void takeWithoutRequest();
    void tarAndFolderGiveTheSamePhotos();
    void priorKnowsTheColours();
    void sceneIsWholeAndScaled();
    void missingData();
    void endsWithWorkLeft();

private:
    std::filesystem::path good() const { return folder_.filePath("good").toStdString(); }

    QTemporaryDir folder_;
};

void TestPhotoSource::initTestCase()
{
    QVERIFY(folder_.isValid());
    writeSyntheticPhotos(folder_.filePath("good"), 10);
}

void TestPhotoSource::batchesHaveTheirShape()
{
    PhotoSource source = sourceOf({good()}, 1, 2);
    QCOMPARE(source.photoCount(), std::int64_t(10));
    source.request({0, 4, 64});
    source.request({4, 2, 96});
    const auto first = source.take();
    QVERIFY(first.has_value());
    QVERIFY(first->luminance.sizes() == torch::IntArrayRef({4, 1, 64, 64}));
    QVERIFY(first->ab.sizes() == torch::IntArrayRef({4, 2, 16, 16}));
    QVERIFY(first->luminance.min().item<float>() >= 0);
    QVERIFY(first->luminance.max().item<float>() <= 1);
    QVERIFY(first->ab.abs().max().item<float>() > 5);
    QVERIFY(source.take()->luminance.sizes() == torch::IntArrayRef({2, 1, 96, 96}));
}

void TestPhotoSource::sameSeedSameBatches()
{
    PhotoSource one = sourceOf({good()}, 5, 1);
    PhotoSource three = sourceOf({good()}, 5, 3);
    PhotoSource other = sourceOf({good()}, 6, 1);
    // Far into the run, asked for in another order: a batch depends on its own numbers alone.
    three.request({0, 4, 64});
    three.request({36, 4, 64});
    QVERIFY(three.take().has_value());
    one.request({36, 4, 64});
    other.request({36, 4, 64});
    const auto a = one.take();
    const auto b = three.take();
    const auto c = other.take();
    QVERIFY(torch::equal(a->luminance, b->luminance));
    QVERIFY(torch::equal(a->ab, b->ab));
    QVERIFY(!torch::equal(a->luminance, c->luminance));
}

void TestPhotoSource::anEpochShowsEveryPhoto()
{
    // Chequers of grey and a colour whose hue says which photo it is.
    const QString path = folder_.filePath("hues");
    QDir().mkpath(path);
    constexpr int photos = 6;
    for (int i = 0; i < photos; ++i) {
        cv::Mat colour(1, 1, CV_8UC3, cv::Scalar(180.0 / photos * i, 220, 200));
        cv::cvtColor(colour, colour, cv::COLOR_HSV2BGR);
        cv::Mat bgr(64, 64, CV_8UC3, cv::Scalar(110, 110, 110));
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                if ((x / 8 + y / 8) % 2)
                    bgr.at<cv::Vec3b>(y, x) = colour.at<cv::Vec3b>(0, 0);
        cv::imwrite(path.toStdString() + "/" + std::to_string(i) + ".png", bgr);
    }
    PhotoSource source = sourceOf({path.toStdString()}, 2, 2);
    const auto hue = [](const torch::Tensor& ab) {
        return std::atan2(ab[1].mean().item<double>(), ab[0].mean().item<double>());
    };
    std::vector<double> hues;
    for (int i = 0; i < photos; ++i)
        hues.push_back(hue(source.scene(i, 64)->ab));
    std::set<std::vector<int>> orders;
    for (std::int64_t epoch = 0; epoch < 4; ++epoch) {
        source.request({epoch * photos, photos, 32});
        const auto batch = source.take();
        QVERIFY(batch.has_value());
        std::vector<int> order;
        for (int i = 0; i < photos; ++i) {
            const double seen = hue(batch->ab[i]);
            order.push_back(int(std::min_element(hues.begin(), hues.end(),
                                                 [seen](double a, double b) {
                                                     return std::cos(a - seen) > std::cos(b - seen);
                                                 }) -
                                hues.begin()));
        }
        QCOMPARE(int(std::set<int>(order.begin(), order.end()).size()), photos);
        orders.insert(order);
    }
    QVERIFY(orders.size() > 1); // epochs are shuffled anew
    QCOMPARE(source.skipped().total(), std::int64_t(0));
}

void TestPhotoSource::badPhotosAreCountedAndPassedOver()
{
    const QString path = folder_.filePath("mixed");
    writeSyntheticPhotos(path, 4);
    const std::string base = path.toStdString();
    cv::imwrite(base + "/grey.png", cv::Mat(96, 96, CV_8UC3, cv::Scalar(90, 90, 90)));
    cv::imwrite(base + "/tinted.png", cv::Mat(96, 96, CV_8UC3, cv::Scalar(60, 100, 140)));
    cv::imwrite(base + "/tiny.png", syntheticPhoto(1, 40, 30));
    QFile text(path + "/text.jpg");
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("not a picture");
    text.close();
    QFile empty(path + "/empty.webp");
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QFile whole(path + "/house/photo0.png");
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile half(path + "/half.png");
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write(whole.read(60));
    half.close();
    QFile note(path + "/readme.txt");
    QVERIFY(note.open(QIODevice::WriteOnly));
    note.close();

    PhotoSource source = sourceOf({base}, 3, 2);
    QCOMPARE(source.photoCount(), std::int64_t(10));
    for (int batch = 0; batch < 10; ++batch) {
        source.request({batch * 4, 4, 32});
        QVERIFY(source.take().has_value());
    }
    const SkipCounts skipped = source.skipped();
    QCOMPARE(skipped.corrupt, std::int64_t(3));
    QCOMPARE(skipped.grey, std::int64_t(1));
    QCOMPARE(skipped.toned, std::int64_t(1));
    QCOMPARE(skipped.small, std::int64_t(1));
}

void TestPhotoSource::nothingUsable()
{
    const QString path = folder_.filePath("hopeless");
    QDir().mkpath(path);
    for (int i = 0; i < 3; ++i)
        cv::imwrite(path.toStdString() + "/" + std::to_string(i) + ".png",
                    cv::Mat(64, 64, CV_8UC3, cv::Scalar(80, 80, 80)));
    PhotoSource source = sourceOf({path.toStdString()}, 1, 2);
    source.request({0, 2, 32});
    const auto batch = source.take();
    QVERIFY(!batch.has_value());
    QVERIFY(!measurePrior(source, ColourBins::srgb(), 100, Progress()).has_value());
}

void TestPhotoSource::takeWithoutRequest()
{
    PhotoSource source = sourceOf({good()}, 1, 1);
    QVERIFY(!source.take().has_value());
}

void TestPhotoSource::tarAndFolderGiveTheSamePhotos()
{
    QByteArray archive;
    std::vector<std::string> names{"field/photo1.png", "field/photo3.png", "house/photo0.png"};
    const QString copy = folder_.filePath("three");
    for (const std::string& name : names) {
        QFile file(QString::fromStdString((good() / name).string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        archive += tarMember(name, file.readAll());
        QDir().mkpath(copy + "/" + QFileInfo(QString::fromStdString(name)).path());
        QVERIFY(file.copy(copy + "/" + QString::fromStdString(name)));
    }
    const QString tarPath = folder_.filePath("three.tar");
    QFile tar(tarPath);
    QVERIFY(tar.open(QIODevice::WriteOnly));
    tar.write(archive + tarEnd());
    tar.close();

    PhotoSource fromTar = sourceOf({tarPath.toStdString()}, 1, 1);
    PhotoSource fromFolder = sourceOf({copy.toStdString()}, 1, 1);
    QCOMPARE(fromTar.photoCount(), std::int64_t(3));
    fromTar.request({0, 3, 32});
    fromFolder.request({0, 3, 32});
    QVERIFY(torch::equal(fromTar.take()->ab, fromFolder.take()->ab));
    QCOMPARE(fromTar.origins().at(0).name, std::string("three.tar"));
    QCOMPARE(fromTar.origins().at(0).photos, std::int64_t(3));
    QCOMPARE(fromTar.origins().at(0).sha256.size(), std::size_t(64));
}

void TestPhotoSource::priorKnowsTheColours()
{
    PhotoSource source = sourceOf({good()}, 1, 2);
    const ColourBins& bins = ColourBins::srgb();
    const auto prior = measurePrior(source, bins, 100, Progress());
    QVERIFY(prior.has_value());
    QVERIFY(std::fabs(std::accumulate(prior->begin(), prior->end(), 0.0) - 1) < 1e-5);
    // The photos have a green field and a blue sky; there is no magenta in them.
    QVERIFY(prior->at(std::size_t(bins.nearest(-30, 35))) > 1e-3f);
    QVERIFY(prior->at(std::size_t(bins.nearest(80, -50))) < 1e-6f);

    Progress stopped;
    stopped.cancel();
    QVERIFY(!measurePrior(source, bins, 100, stopped).has_value());
}

void TestPhotoSource::sceneIsWholeAndScaled()
{
    PhotoSource source = sourceOf({good()}, 1, 1);
    const auto scene = source.scene(0, 96);
    QVERIFY(scene.has_value());
    QVERIFY(scene->luminance.sizes() == torch::IntArrayRef({1, 1, 96, 128}));
    QVERIFY(scene->ab.sizes() == torch::IntArrayRef({2, 96, 128}));
    QVERIFY(scene->luminance.max().item<float>() <= 1.001f);
    QVERIFY(scene->ab[1][4].mean().item<float>() < -10); // sky above
    QVERIFY(scene->ab[1][92].mean().item<float>() > 10); // field below
}

void TestPhotoSource::missingData()
{
    const auto none = PhotoIndex::build({"/nonexistent/photos"}, Progress());
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    const QString path = folder_.filePath("bare");
    QDir().mkpath(path);
    QVERIFY(!PhotoIndex::build({path.toStdString()}, Progress()).has_value());
}

void TestPhotoSource::endsWithWorkLeft()
{
    PhotoSource source = sourceOf({good()}, 1, 2);
    for (int batch = 0; batch < 50; ++batch)
        source.request({batch * 32, 32, 128});
    // Leaving the scope must neither hang nor crash.
}

QTEST_GUILESS_MAIN(TestPhotoSource)
#include "test_photo_source.moc"
