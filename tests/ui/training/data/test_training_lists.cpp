#include "core/base/text.h"
#include "tests/ui/training/data/data_fixture.h"
#include "ui/training/data/training_lists.h"

#include <QSet>
#include <QtTest>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

std::shared_ptr<const Survey> surveyOf(const QString& source,
                                       DataSplit part = DataSplit::Everything)
{
    SurveySettings settings;
    settings.split = part;
    return std::make_shared<const Survey>(
        surveyPhotos({source.toStdString()}, settings, Progress()).value());
}

TrainingData dataOf(const QString& source, SplitBy by = SplitBy::Hash, double share = 0.2)
{
    TrainingData data{.kind = data_kind::folder, .sources = {source}, .survey = surveyOf(source)};
    data.split = splitPhotos(*data.survey, {by, share}).value();
    return data;
}

std::vector<std::filesystem::path> paths(const QString& one)
{
    return {one.toStdString()};
}

} // namespace

class TestTrainingLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsHoldTheSides_data();
    void listsHoldTheSides();
    void aPublishedSetKeepsItsSides();
    void onePhotoIsForTraining();
    void onlyWhatIsOnTheListsCounts();
    void aRemovedFolderIsTold();
    void anotherFolderIsNotFooledByOldLists();
    void errorsAreTold();

private:
    DataFixture fixture_;
};

void TestTrainingLists::listsHoldTheSides_data()
{
    QTest::addColumn<bool>("archived");
    QTest::newRow("folder") << false;
    QTest::newRow("archive") << true;
}

void TestTrainingLists::listsHoldTheSides()
{
    QFETCH(bool, archived);
    const QString folder = fixture_.makeMixed("mixed");
    const TrainingData data = dataOf(archived ? DataFixture::archive(folder) : folder);
    const QString target = fixture_.path("new/lists");
    const auto lists = writeTrainingLists(data, target.toStdString());
    QVERIFY(lists.has_value());
    QVERIFY(lists->train == paths(target + "/train.txt"));
    QVERIFY(lists->validation == paths(target + "/validation.txt"));
    QCOMPARE(lists->photos, std::int64_t(data.split.train.size()));
    QCOMPARE(lists->validationPhotos, std::int64_t(data.split.validation.size()));
    QCOMPARE(lists->photos + lists->validationPhotos, std::int64_t(25)); // 24 and a smaller copy
    QCOMPARE(DataFixture::linesOf(target + "/train.txt").size(), int(lists->photos));
    // The lists are what the trainer reads.
    const auto train = surveyOf(target + "/train.txt");
    QCOMPARE(train->usable(), lists->photos);
    QCOMPARE(train->usable(), train->index.count());
    QCOMPARE(surveyOf(target + "/validation.txt")->usable(), lists->validationPhotos);
}

void TestTrainingLists::aPublishedSetKeepsItsSides()
{
    const QString set = fixture_.path("places");
    fixture_.makeGood("places/train", 12);
    fixture_.makeGood("places/val", 5, 40);
    TrainingData data{.kind = data_kind::published, .sources = {set}};
    data.survey = surveyOf(set, DataSplit::Train);
    data.validationSurvey = surveyOf(set, DataSplit::Validation);
    for (int i = 0; i < 12; ++i)
        data.split.train.push_back(i);
    data.split.validation = {0, 1, 2, 3, 4};
    const auto lists = writeTrainingLists(data, fixture_.path("places-lists").toStdString());
    QVERIFY(lists.has_value());
    QCOMPARE(lists->photos, std::int64_t(12));
    QCOMPARE(lists->validationPhotos, std::int64_t(5));
    for (const QString& line : DataFixture::linesOf(fixture_.path("places-lists/train.txt")))
        QVERIFY2(line.startsWith(set + "/train/"), qPrintable(line));
    for (const QString& line : DataFixture::linesOf(fixture_.path("places-lists/validation.txt")))
        QVERIFY2(line.startsWith(set + "/val/"), qPrintable(line));
}

void TestTrainingLists::onePhotoIsForTraining()
{
    const auto lists = writeTrainingLists(dataOf(fixture_.makeGood("one", 1)),
                                          fixture_.path("one-lists").toStdString());
    QVERIFY(lists.has_value());
    QCOMPARE(lists->photos, std::int64_t(1));
    QVERIFY(lists->validation.empty());
    QCOMPARE(lists->validationPhotos, std::int64_t(0));
    QVERIFY(!QFile::exists(fixture_.path("one-lists/validation.txt")));
}

void TestTrainingLists::onlyWhatIsOnTheListsCounts()
{
    const QString folder = fixture_.makeGood("odd", 4);
    writePicture(folder + "/two\nlines.png", variedPhoto(60));
    const TrainingData data = dataOf(folder, SplitBy::Hash, 0.3);
    const auto lists = writeTrainingLists(data, fixture_.path("odd-lists").toStdString());
    QVERIFY(lists.has_value());
    QCOMPARE(data.split.train.size() + data.split.validation.size(), std::size_t(5));
    QCOMPARE(lists->photos + lists->validationPhotos, std::int64_t(4));
}

void TestTrainingLists::aRemovedFolderIsTold()
{
    const QString folder = fixture_.makeGood("gone", 6);
    const TrainingData data = dataOf(folder);
    QVERIFY(QDir(folder).removeRecursively());
    const auto lists = writeTrainingLists(data, fixture_.path("gone-lists").toStdString());
    QVERIFY(!lists.has_value());
    QCOMPARE(lists.error().code, ErrorCode::NotFound);
    QVERIFY(QString::fromStdString(inWords(lists.error().message)).contains(folder));
    QVERIFY(!QFile::exists(fixture_.path("gone-lists/train.txt")));
}

void TestTrainingLists::anotherFolderIsNotFooledByOldLists()
{
    const QString target = fixture_.path("again");
    QVERIFY(writeTrainingLists(dataOf(fixture_.makeGood("many", 8)), target.toStdString()));
    QVERIFY(QFile::exists(target + "/validation.txt"));
    const auto lists =
        writeTrainingLists(dataOf(fixture_.makeGood("single", 1, 70)), target.toStdString());
    QVERIFY(lists.has_value());
    QCOMPARE(DataFixture::linesOf(target + "/train.txt").size(), 1);
    QVERIFY(!QFile::exists(target + "/validation.txt"));
}

void TestTrainingLists::errorsAreTold()
{
    const QString folder = fixture_.makeGood("few", 4);
    const TrainingData data = dataOf(folder);
    const auto inFile =
        writeTrainingLists(data, (folder + "/year0/photo0.png/lists").toStdString());
    QVERIFY(!inFile.has_value());
    QCOMPARE(inFile.error().code, ErrorCode::WriteFailed);

    const auto nothing = writeTrainingLists({}, fixture_.path("nothing").toStdString());
    QVERIFY(!nothing.has_value());
    QCOMPARE(nothing.error().code, ErrorCode::Usage);

    // A list the photos came from is not replaced by one made of it.
    const QString mine = fixture_.path("mine/train.txt");
    writeBytes(mine, "../few/year0/photo0.png\n../few/year1/photo1.png\n");
    const auto same = writeTrainingLists(dataOf(mine), fixture_.path("mine").toStdString());
    QVERIFY(!same.has_value());
    QCOMPARE(same.error().code, ErrorCode::SameAsSource);
    QCOMPARE(DataFixture::linesOf(mine).size(), 2);
}

QTEST_GUILESS_MAIN(TestTrainingLists)
#include "test_training_lists.moc"
