#include "core/learn/survey/train_split.h"
#include "tests/support/tar_writer.h"
#include "tests/support/varied_photos.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

using Contents = std::set<std::uint64_t>;

Survey surveyOf(const QStringList& paths)
{
    std::vector<std::filesystem::path> all;
    for (const QString& path : paths)
        all.emplace_back(path.toStdString());
    return surveyPhotos(all, {}, Progress()).value();
}

Contents contentsOf(const Survey& survey, const std::vector<std::int64_t>& photos)
{
    Contents contents;
    for (const std::int64_t photo : photos)
        contents.insert(survey.photos[std::size_t(photo)].content);
    return contents;
}

/// The group of near-copies of each photo on a side.
std::set<std::int64_t> groupsOf(const Survey& survey, const std::vector<std::int64_t>& photos)
{
    std::set<std::int64_t> groups;
    for (const std::int64_t photo : photos)
        groups.insert(survey.photos[std::size_t(photo)].firstAlike);
    return groups;
}

bool haveNothingInCommon(const std::set<std::int64_t>& a, const std::set<std::int64_t>& b)
{
    return std::none_of(a.begin(), a.end(), [&](auto group) { return b.contains(group); });
}

QStringList linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
}

} // namespace

Q_DECLARE_METATYPE(autochrome::SplitBy)

class TestTrainSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void partsTheUsablePhotos_data();
    void partsTheUsablePhotos();
    void followsFromTheContentsAlone_data();
    void followsFromTheContentsAlone();
    void foldersStayWhole();
    void aPhotoMoreMovesFewOthers();
    void bothSidesHoldAPhoto_data();
    void bothSidesHoldAPhoto();
    void foldersOfCopies();
    void nothingUsable();
    void wrongShare_data();
    void wrongShare();
    void listsHoldTheSides();
    void listsNamePhotosInArchives();
    void aSideWithoutPhotosHasNoList();
    void theListOfTheSurveyStays();
    void namesThatNoListCanHold();
    void unwritableFolder();

private:
    /// Forty photos in eight folders, each fourth twice: smaller and compressed, elsewhere.
    void writeCollection(const QString& path) const
    {
        for (int i = 0; i < 40; ++i) {
            writePicture(path + QString("/f%1/photo%2.png").arg(i % 8).arg(i), variedPhoto(i));
            if (i % 4)
                continue;
            cv::Mat half;
            cv::resize(variedPhoto(i), half, {}, 0.6, 0.6, cv::INTER_AREA);
            writePicture(path + QString("/f%1/copy%2.jpg").arg((i + 3) % 8).arg(i), half, 85);
        }
        writePicture(path + "/f0/grey.png", cv::Mat(90, 90, CV_8UC3, cv::Scalar::all(90)));
        writeBytes(path + "/f1/broken.png", "no picture");
        QFile::copy(path + "/f1/photo1.png", path + "/f1/same.png");
    }

    QString path(const QString& name) const { return folder_.filePath(name); }

    QTemporaryDir folder_;
};

void TestTrainSplit::initTestCase()
{
    writeCollection(path("collection"));
    for (int i = 0; i < 3; ++i)
        writePicture(path(QString("three/%1.png").arg(i)), variedPhoto(i));
}

void TestTrainSplit::partsTheUsablePhotos_data()
{
    QTest::addColumn<SplitBy>("by");
    QTest::addColumn<double>("share");
    for (double share : {0.05, 0.1, 0.25, 0.5, 0.9}) {
        QTest::addRow("hash %g", share) << SplitBy::Hash << share;
        QTest::addRow("folder %g", share) << SplitBy::Folder << share;
    }
}

void TestTrainSplit::partsTheUsablePhotos()
{
    QFETCH(SplitBy, by);
    QFETCH(double, share);
    const Survey survey = surveyOf({path("collection")});
    QCOMPARE(survey.usable(), std::int64_t(50));
    QCOMPARE(survey.nearCopies, std::int64_t(10));
    const auto split = splitPhotos(survey, {by, share});
    QVERIFY(split.has_value());
    QVERIFY(!split->train.empty() && !split->validation.empty());
    QCOMPARE(split->train.size() + split->validation.size() + split->withheld.size(),
             std::size_t(50));
    QVERIFY(
        haveNothingInCommon(groupsOf(survey, split->train), groupsOf(survey, split->validation)));
    const double unit = by == SplitBy::Hash ? 2 : 10; // the largest
    QVERIFY2(std::fabs(double(split->validation.size()) - 50 * share) <= unit,
             qPrintable(QString::number(split->validation.size())));
    for (const auto* side : {&split->train, &split->validation}) {
        QVERIFY(std::is_sorted(side->begin(), side->end()));
        for (const std::int64_t photo : *side)
            QVERIFY(survey.photos[std::size_t(photo)].use == PhotoUse::Usable);
    }
    if (by == SplitBy::Hash)
        QVERIFY(split->withheld.empty());
}

void TestTrainSplit::followsFromTheContentsAlone_data()
{
    QTest::addColumn<SplitBy>("by");
    QTest::newRow("hash") << SplitBy::Hash;
    QTest::newRow("folder") << SplitBy::Folder;
}

// The same photos elsewhere, under other names, in another order: the same sides.
void TestTrainSplit::followsFromTheContentsAlone()
{
    QFETCH(SplitBy, by);
    const QString other = path("moved/far/away");
    QDir(path("moved")).removeRecursively();
    writeCollection(other);
    QStringList roots;
    for (int i = 0; i < 8; ++i) {
        QVERIFY(QDir().rename(other + QString("/f%1").arg(i), other + QString("/%1f").arg(9 - i)));
        roots.prepend(other + QString("/%1f").arg(9 - i));
    }
    std::rotate(roots.begin(), roots.begin() + 3, roots.end());
    const Survey here = surveyOf({path("collection")});
    const Survey there = surveyOf(roots);
    const auto first = splitPhotos(here, {by, 0.2});
    const auto second = splitPhotos(there, {by, 0.2});
    QVERIFY(contentsOf(here, first->validation) == contentsOf(there, second->validation));
    QVERIFY(contentsOf(here, first->train) == contentsOf(there, second->train));
}

void TestTrainSplit::foldersStayWhole()
{
    const Survey survey = surveyOf({path("collection")});
    const auto split = splitPhotos(survey, {SplitBy::Folder, 0.3});
    const auto folders = [&](const std::vector<std::int64_t>& photos) {
        std::set<std::string> names;
        for (const std::int64_t photo : photos)
            names.insert(std::filesystem::path(survey.index.name(photo)).parent_path().string());
        return names;
    };
    const auto train = folders(split->train);
    for (const std::string& folder : folders(split->validation))
        QVERIFY(!train.contains(folder));
    QVERIFY(!folders(split->validation).empty());
}

// A collection that grows keeps its sides, all but a photo or two at the border.
void TestTrainSplit::aPhotoMoreMovesFewOthers()
{
    const QString grown = path("grown");
    writeCollection(grown);
    const Survey before = surveyOf({grown});
    const auto first = splitPhotos(before, {SplitBy::Hash, 0.2});
    for (int i = 100; i < 105; ++i)
        writePicture(grown + QString("/new/%1.png").arg(i), variedPhoto(i));
    const Survey after = surveyOf({grown});
    const auto second = splitPhotos(after, {SplitBy::Hash, 0.2});
    const Contents validated = contentsOf(before, first->validation);
    const Contents trained = contentsOf(after, second->train);
    int moved = 0;
    for (const std::uint64_t content : validated)
        moved += trained.contains(content);
    QVERIFY2(moved <= 4, qPrintable(QString::number(moved)));
}

void TestTrainSplit::bothSidesHoldAPhoto_data()
{
    QTest::addColumn<int>("photos");
    QTest::addColumn<double>("share");
    for (int photos : {2, 3, 5})
        for (double share : {0.001, 0.1, 0.5, 0.999})
            QTest::addRow("%d photos, %g", photos, share) << photos << share;
    QTest::newRow("a single photo") << 1 << 0.5;
}

void TestTrainSplit::bothSidesHoldAPhoto()
{
    QFETCH(int, photos);
    QFETCH(double, share);
    QTemporaryDir few;
    for (int i = 0; i < photos; ++i)
        writePicture(few.filePath(QString("%1/%1.png").arg(i)), variedPhoto(i));
    const Survey survey = surveyOf({few.path()});
    for (const SplitBy by : {SplitBy::Hash, SplitBy::Folder}) {
        const auto split = splitPhotos(survey, {by, share});
        QVERIFY(split.has_value());
        QVERIFY(!split->train.empty());
        QCOMPARE(split->validation.empty(), photos == 1);
    }
}

void TestTrainSplit::foldersOfCopies()
{
    for (int i = 0; i < 3; ++i) {
        cv::Mat half;
        cv::resize(variedPhoto(i), half, {}, 0.5, 0.5, cv::INTER_AREA);
        writePicture(path(QString("twice/a/%1.png").arg(i)), variedPhoto(i));
        writePicture(path(QString("twice/b/%1.png").arg(i)), half);
    }
    const Survey survey = surveyOf({path("twice")});
    const auto byFolder = splitPhotos(survey, {SplitBy::Folder, 0.5});
    QVERIFY(!byFolder.has_value());
    QCOMPARE(byFolder.error().code, ErrorCode::Usage);
    QVERIFY(splitPhotos(survey, {SplitBy::Hash, 0.5}).has_value());
}

void TestTrainSplit::nothingUsable()
{
    writePicture(path("grey/a.png"), cv::Mat(90, 90, CV_8UC3, cv::Scalar::all(90)));
    const auto split = splitPhotos(surveyOf({path("grey")}), {});
    QVERIFY(!split.has_value());
    QCOMPARE(split.error().code, ErrorCode::Corrupt);
}

void TestTrainSplit::wrongShare_data()
{
    QTest::addColumn<double>("share");
    for (double share : {0.0, 1.0, -0.1, 7.0, std::nan("")})
        QTest::addRow("%g", share) << share;
}

void TestTrainSplit::wrongShare()
{
    QFETCH(double, share);
    const auto split = splitPhotos(surveyOf({path("three")}), {SplitBy::Hash, share});
    QVERIFY(!split.has_value());
    QCOMPARE(split.error().code, ErrorCode::Usage);
}

void TestTrainSplit::listsHoldTheSides()
{
    const Survey survey = surveyOf({path("collection")});
    const auto split = splitPhotos(survey, {});
    QVERIFY(writeSplit(survey, *split, path("new/lists").toStdString()).has_value());
    const QStringList train = linesOf(path("new/lists/train.txt"));
    const QStringList validation = linesOf(path("new/lists/validation.txt"));
    QCOMPARE(train.size(), int(split->train.size()));
    QCOMPARE(validation.size(), int(split->validation.size()));
    for (const QString& line : train + validation) {
        QVERIFY2(QFileInfo(line).isAbsolute() && QFileInfo::exists(line), qPrintable(line));
        QVERIFY(!line.endsWith("grey.png") && !line.endsWith("broken.png") &&
                !line.endsWith("same.png"));
    }
    const Survey again = surveyOf({path("new/lists/train.txt")});
    QCOMPARE(again.usable(), std::int64_t(train.size()));
    QCOMPARE(again.index.count(), again.usable());
    std::vector<std::int64_t> all(again.photos.size());
    std::iota(all.begin(), all.end(), 0);
    QVERIFY(contentsOf(again, all) == contentsOf(survey, split->train));
}

void TestTrainSplit::listsNamePhotosInArchives()
{
    QByteArray archive;
    for (int i = 0; i < 6; ++i) {
        const QString photo = path(QString("packed/%1.png").arg(i));
        writePicture(photo, variedPhoto(i));
        QFile file(photo);
        QVERIFY(file.open(QIODevice::ReadOnly));
        archive +=
            tarMember(i % 2 ? "sub/" + std::to_string(i) + ".png" : std::to_string(i) + ".png",
                      file.readAll());
    }
    writeBytes(path("packed.tar"), archive + tarEnd());
    const Survey survey = surveyOf({path("packed.tar")});
    for (const SplitBy by : {SplitBy::Hash, SplitBy::Folder}) {
        const auto split = splitPhotos(survey, {by, 0.4});
        QVERIFY(writeSplit(survey, *split, path("packed-lists").toStdString()).has_value());
        const Survey train = surveyOf({path("packed-lists/train.txt")});
        const Survey validation = surveyOf({path("packed-lists/validation.txt")});
        QCOMPARE(train.usable() + validation.usable(), std::int64_t(6));
        QCOMPARE(train.usable(), std::int64_t(split->train.size()));
        if (by == SplitBy::Folder) // the archive's top folder and sub
            QCOMPARE(train.usable(), std::int64_t(3));
    }
}

void TestTrainSplit::aSideWithoutPhotosHasNoList()
{
    writePicture(path("single/a.png"), variedPhoto(1));
    writeBytes(path("single-lists/validation.txt"), "of an earlier split\n");
    const Survey survey = surveyOf({path("single")});
    const auto split = splitPhotos(survey, {});
    QVERIFY(writeSplit(survey, *split, path("single-lists").toStdString()).has_value());
    QCOMPARE(QDir(path("single-lists")).entryList(QDir::Files), QStringList{"train.txt"});
}

void TestTrainSplit::theListOfTheSurveyStays()
{
    const QByteArray lines = "../three/0.png\n../three/1.png\n../three/2.png\n";
    writeBytes(path("mine/train.txt"), lines);
    const Survey survey = surveyOf({path("mine/train.txt")});
    const auto split = splitPhotos(survey, {});
    const auto written = writeSplit(survey, *split, path("mine").toStdString());
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::SameAsSource);
    QCOMPARE(linesOf(path("mine/train.txt")).size(), 3);
    QVERIFY(!QFile::exists(path("mine/validation.txt")));
}

void TestTrainSplit::namesThatNoListCanHold()
{
    for (int i = 0; i < 4; ++i)
        writePicture(path(QString("odd/%1.png").arg(i)), variedPhoto(i));
    writePicture(path("odd/two\nlines.png"), variedPhoto(9));
    const Survey survey = surveyOf({path("odd")});
    QCOMPARE(survey.usable(), std::int64_t(5));
    const auto split = splitPhotos(survey, {SplitBy::Hash, 0.4});
    QVERIFY(writeSplit(survey, *split, path("odd-lists").toStdString()).has_value());
    const QStringList lines =
        linesOf(path("odd-lists/train.txt")) + linesOf(path("odd-lists/validation.txt"));
    QCOMPARE(lines.size(), 4);
}

void TestTrainSplit::unwritableFolder()
{
    const Survey survey = surveyOf({path("three")});
    const auto written = writeSplit(survey, splitPhotos(survey, {}).value(),
                                    path("three/0.png/lists").toStdString());
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
}

QTEST_GUILESS_MAIN(TestTrainSplit)
#include "test_train_split.moc"
