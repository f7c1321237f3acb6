#include "core/base/text.h"
#include "core/colour/colour_bins.h"
#include "core/learn/data/photo_source.h"
#include "core/learn/survey/survey.h"
#include "tests/support/tar_writer.h"
#include "tests/support/varied_photos.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>
#include <mutex>
#include <numeric>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

Result<Survey> survey(const QStringList& paths, const SurveySettings& settings = {})
{
    std::vector<std::filesystem::path> all;
    for (const QString& path : paths)
        all.emplace_back(path.toStdString());
    return surveyPhotos(all, settings, Progress());
}

void writeGrey(const QString& path, int number)
{
    cv::Mat grey;
    cv::cvtColor(variedPhoto(number), grey, cv::COLOR_BGR2GRAY);
    writePicture(path, grey);
}

void writeSepia(const QString& path, int number)
{
    cv::Mat grey, bgr;
    cv::cvtColor(variedPhoto(number), grey, cv::COLOR_BGR2GRAY);
    cv::cvtColor(grey, bgr, cv::COLOR_GRAY2BGR);
    cv::multiply(bgr, cv::Scalar(0.6, 0.8, 1), bgr);
    writePicture(path, bgr);
}

QStringList namesOf(const Survey& survey, PhotoUse why)
{
    QStringList names;
    for (const LeftOutPhoto& photo : survey.leftOut)
        if (photo.why == why)
            names << QString::fromStdString(photo.name).section('/', -1);
    return names;
}

} // namespace

class TestSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatIsThere_data();
    void tellsWhatIsThere();
    void namesAFewAndCountsAll();
    void sizesAreThoseOfTheFiles();
    void judgesAndCountsColoursAsTheTrainer();
    void copiesCountOnceInTheColours();
    void publishedSetsGiveTheirTrainingPhotos();
    void onlyGreyPhotos();
    void missingData_data();
    void missingData();
    void tellsHowFarItIs();
    void stops();
    void spreads_data();
    void spreads();

private:
    QTemporaryDir folder_;
};

void TestSurvey::initTestCase()
{
    const QString mixed = folder_.filePath("mixed/");
    for (int i = 0; i < 6; ++i)
        writePicture(mixed + QString("year%1/photo%2.png").arg(i % 2).arg(i), variedPhoto(i));
    QVERIFY(QFile::copy(mixed + "year0/photo0.png", mixed + "year1/the-same.png"));
    cv::Mat half;
    cv::resize(variedPhoto(2), half, {}, 0.5, 0.5, cv::INTER_AREA);
    writePicture(mixed + "year1/small-copy.jpg", half, 80);
    writeGrey(mixed + "grey.png", 10);
    writeSepia(mixed + "sepia.png", 11);
    writePicture(mixed + "tiny.png", variedPhoto(12, 40, 30));
    writeBytes(mixed + "broken.jpg", "\xFF\xD8\xFF\xE0 no picture");
    writeBytes(mixed + "empty.png", "");
    writeBytes(mixed + "notes.txt", "no photo");

    QByteArray archive;
    QDirIterator files(mixed, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        archive +=
            tarMember(QDir(mixed).relativeFilePath(file.fileName()).toStdString(), file.readAll());
    }
    writeBytes(folder_.filePath("mixed.tar"), archive + tarEnd());
}

void TestSurvey::tellsWhatIsThere_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("threads");
    QTest::newRow("folder") << "mixed" << 3;
    QTest::newRow("folder, one thread") << "mixed" << 1;
    QTest::newRow("archive") << "mixed.tar" << 2;
}

void TestSurvey::tellsWhatIsThere()
{
    QFETCH(QString, source);
    QFETCH(int, threads);
    SurveySettings settings;
    settings.threads = threads;
    const auto found = survey({folder_.filePath(source)}, settings);
    QVERIFY(found.has_value());
    QCOMPARE(found->index.count(), std::int64_t(13));
    QCOMPARE(found->usable(), std::int64_t(7));
    QCOMPARE(found->nearCopies, std::int64_t(1));
    QCOMPARE(namesOf(*found, PhotoUse::Corrupt).size(), 2);
    QCOMPARE(found->count(PhotoUse::Corrupt), std::int64_t(2));
    QCOMPARE(namesOf(*found, PhotoUse::Grey).size(), 1);
    QVERIFY(namesOf(*found, PhotoUse::Grey)[0].endsWith("grey.png"));
    QVERIFY(namesOf(*found, PhotoUse::Toned).value(0).endsWith("sepia.png"));
    QVERIFY(namesOf(*found, PhotoUse::Small).value(0).endsWith("tiny.png"));
    QCOMPARE(found->count(PhotoUse::Duplicate), std::int64_t(1));
    QCOMPARE(std::accumulate(found->counts.begin(), found->counts.end(), std::int64_t(0)),
             found->index.count());
    for (const LeftOutPhoto& photo : found->leftOut) {
        QCOMPARE(photo.same.empty(), photo.why != PhotoUse::Duplicate);
        QCOMPARE(found->index.address(photo.number), photo.name);
        QVERIFY(found->photos[std::size_t(photo.number)].use == photo.why);
    }
    QVERIFY(found->seconds > 0);
}

void TestSurvey::namesAFewAndCountsAll()
{
    for (int i = 0; i < 8; ++i)
        writeGrey(folder_.filePath(QString("greys/%1.png").arg(i)), i);
    writeBytes(folder_.filePath("greys/broken.png"), "no picture");
    SurveySettings settings;
    settings.namedForEachReason = 3;
    const auto found = survey({folder_.filePath("greys")}, settings);
    QCOMPARE(found->count(PhotoUse::Grey), std::int64_t(8));
    QCOMPARE(namesOf(*found, PhotoUse::Grey), QStringList({"0.png", "1.png", "2.png"}));
    QCOMPARE(namesOf(*found, PhotoUse::Corrupt), QStringList{"broken.png"});
}

// A large JPEG is decoded at a fraction of its size, but it is as large as it is.
void TestSurvey::sizesAreThoseOfTheFiles()
{
    writePicture(folder_.filePath("sizes/large.jpg"), variedPhoto(1, 3000, 2001));
    writePicture(folder_.filePath("sizes/tall.png"), variedPhoto(2, 200, 500));
    writePicture(folder_.filePath("sizes/tiny.png"), variedPhoto(3, 20, 30));
    writeBytes(folder_.filePath("sizes/broken.png"), "no picture");
    const auto found = survey({folder_.filePath("sizes")});
    QCOMPARE(found->shortSide.least, 20.0);
    QCOMPARE(found->shortSide.median, 200.0);
    QCOMPARE(found->shortSide.most, 2001.0);
    QCOMPARE(found->longSide.least, 30.0);
    QCOMPARE(found->longSide.median, 500.0);
    QCOMPARE(found->longSide.most, 3000.0);
    QCOMPARE(found->megapixels.median, 0.1);
    QCOMPARE(found->megapixels.most, 6.003);
}

void TestSurvey::judgesAndCountsColoursAsTheTrainer()
{
    const QString path = folder_.filePath("same");
    for (int i = 0; i < 5; ++i)
        writePicture(path + QString("/%1.png").arg(i), variedPhoto(i));
    writeGrey(path + "/grey.png", 1);
    writeSepia(path + "/sepia.png", 2);
    writeBytes(path + "/broken.png", "no picture");
    writePicture(path + "/tiny.png", variedPhoto(7, 47, 90));
    const auto found = survey({path});
    PhotoSource source(PhotoIndex::build({path.toStdString()}, Progress()).value(), 1, 2);
    const auto colours = source.colourHistogram(ColourBins::srgb(), 1000, Progress());
    QVERIFY(colours.has_value());
    QVERIFY(found->colours == *colours);
    const SkipCounts skipped = source.skipped();
    QCOMPARE(found->count(PhotoUse::Corrupt), skipped.corrupt);
    QCOMPARE(found->count(PhotoUse::Grey), skipped.grey);
    QCOMPARE(found->count(PhotoUse::Toned), skipped.toned);
    QCOMPARE(found->count(PhotoUse::Small), skipped.small);
}

void TestSurvey::copiesCountOnceInTheColours()
{
    const QString path = folder_.filePath("copied");
    writePicture(path + "/a.png", variedPhoto(1));
    const auto alone = survey({path});
    for (int i = 0; i < 5; ++i)
        QVERIFY(QFile::copy(path + "/a.png", path + QString("/copy%1.png").arg(i)));
    const auto many = survey({path, path});
    QCOMPARE(many->index.count(), std::int64_t(12));
    QCOMPARE(many->usable(), std::int64_t(1));
    QCOMPARE(many->count(PhotoUse::Duplicate), std::int64_t(11));
    QVERIFY(many->colours == alone->colours);
}

void TestSurvey::publishedSetsGiveTheirTrainingPhotos()
{
    const QString set = folder_.filePath("places365/");
    for (int i = 0; i < 4; ++i)
        writePicture(set + QString("data_256/a/attic/%1.jpg").arg(i), variedPhoto(i));
    writePicture(set + "val_256/v.jpg", variedPhoto(9));
    writeBytes(set + "places365_train_standard.txt",
               "/a/attic/0.jpg 0\n/a/attic/1.jpg 0\n/a/attic/2.jpg 0\n/a/attic/gone.jpg 0\n");
    writeBytes(set + "places365_val.txt", "v.jpg 0\n");
    const auto found = survey({set});
    QVERIFY(found.has_value());
    QCOMPARE(found->index.count(), std::int64_t(4));
    QCOMPARE(found->usable(), std::int64_t(3));
    QCOMPARE(namesOf(*found, PhotoUse::Corrupt), QStringList{"gone.jpg"});
}

void TestSurvey::onlyGreyPhotos()
{
    const QString path = folder_.filePath("all-grey");
    for (int i = 0; i < 3; ++i)
        writeGrey(path + QString("/%1.png").arg(i), i);
    const auto found = survey({path});
    QVERIFY(found.has_value());
    QCOMPARE(found->usable(), std::int64_t(0));
    QCOMPARE(found->count(PhotoUse::Grey), std::int64_t(3));
    QCOMPARE(std::accumulate(found->colours.begin(), found->colours.end(), 0.0), 0.0);
}

void TestSurvey::missingData_data()
{
    QTest::addColumn<bool>("exists");
    QTest::newRow("empty folder") << true;
    QTest::newRow("no folder") << false;
}

void TestSurvey::missingData()
{
    QFETCH(bool, exists);
    const QString path = folder_.filePath(exists ? "bare" : "nowhere");
    if (exists)
        QDir().mkpath(path);
    const auto found = survey({path});
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::NotFound);
    QVERIFY(!inWords(found.error().message).empty());
}

void TestSurvey::tellsHowFarItIs()
{
    std::mutex mutex;
    double last = 0;
    QStringList sentences;
    const Progress progress([&](double fraction, const Message& text) {
        const std::lock_guard lock(mutex);
        last = fraction;
        sentences << QString::fromStdString(inWords(text));
    });
    QVERIFY(surveyPhotos({folder_.filePath("mixed").toStdString()}, {}, progress).has_value());
    QCOMPARE(last, 1.0);
    QVERIFY(sentences.contains("Looked at 13 of 13 photos"));
    QCOMPARE(sentences.last(), QStringLiteral("Comparing the photos"));
}

void TestSurvey::stops()
{
    Progress progress;
    progress.cancel();
    const auto found = surveyPhotos({folder_.filePath("mixed").toStdString()}, {}, progress);
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::Cancelled);

    // Before the digest of an archive is made, which takes minutes for a large one.
    const auto archive = surveyPhotos({folder_.filePath("mixed.tar").toStdString()}, {}, progress);
    QVERIFY(!archive.has_value());
    QCOMPARE(archive.error().code, ErrorCode::Cancelled);

    // In the last moment, when every photo was looked at.
    Progress* late = nullptr;
    Progress stopping([&](double, const Message& text) {
        if (inWords(text) == "Comparing the photos")
            late->cancel();
    });
    late = &stopping;
    const auto compared = surveyPhotos({folder_.filePath("mixed").toStdString()}, {}, stopping);
    QVERIFY(!compared.has_value());
    QCOMPARE(compared.error().code, ErrorCode::Cancelled);
}

void TestSurvey::spreads_data()
{
    QTest::addColumn<QVector<double>>("values");
    QTest::addColumn<double>("median");
    QTest::newRow("none") << QVector<double>{} << 0.0;
    QTest::newRow("one") << QVector<double>{4} << 4.0;
    QTest::newRow("two") << QVector<double>{9, 4} << 4.0;
    QTest::newRow("three") << QVector<double>{9, 4, 5} << 5.0;
}

void TestSurvey::spreads()
{
    QFETCH(QVector<double>, values);
    QFETCH(double, median);
    const Spread spread = spreadOf({values.begin(), values.end()});
    QCOMPARE(spread.median, median);
    QVERIFY(spread.least <= median && median <= spread.most);
}

QTEST_GUILESS_MAIN(TestSurvey)
#include "test_survey.moc"
