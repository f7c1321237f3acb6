#include "core/base/text.h"
#include "core/learn/survey/published_split.h"
#include "tests/support/varied_photos.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;
using namespace autochrome::testing;

namespace {

using Numbers = std::vector<std::int64_t>;

Survey surveyOf(const QString& path)
{
    return surveyPhotos({path.toStdString()}, {}, Progress()).value();
}

} // namespace

class TestPublishedSplit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sidesStayAsTheyWere();
    void whatLooksAlikeIsNotLearnedFrom();
    void everythingLooksAlike();
    void nothingUsable_data();
    void nothingUsable();
    void stops();
    void aListByItself();

private:
    QString path(const QString& name) const { return folder_.filePath(name); }

    QTemporaryDir folder_;
};

void TestPublishedSplit::initTestCase()
{
    for (int i = 0; i < 8; ++i)
        writePicture(path(QString("train/%1.png").arg(i)), variedPhoto(i));
    for (int i = 0; i < 4; ++i)
        writePicture(path(QString("check/%1.png").arg(i)), variedPhoto(100 + i));
    writePicture(path("train/grey.png"), cv::Mat(90, 90, CV_8UC3, cv::Scalar::all(90)));
    writePicture(path("check/grey.png"), cv::Mat(90, 90, CV_8UC3, cv::Scalar::all(90)));
    writePicture(path("grey/a.png"), cv::Mat(90, 90, CV_8UC3, cv::Scalar::all(90)));
}

void TestPublishedSplit::sidesStayAsTheyWere()
{
    const auto split = splitPublished(surveyOf(path("train")), surveyOf(path("check")), {});
    QVERIFY(split.has_value());
    QCOMPARE(split->train, (Numbers{0, 1, 2, 3, 4, 5, 6, 7}));
    QCOMPARE(split->validation, (Numbers{0, 1, 2, 3}));
    QVERIFY(split->withheld.empty());
}

void TestPublishedSplit::whatLooksAlikeIsNotLearnedFrom()
{
    cv::Mat half;
    cv::resize(variedPhoto(3), half, {}, 0.5, 0.5, cv::INTER_AREA);
    writePicture(path("alike/a.jpg"), half, 85);
    writePicture(path("alike/b.png"), variedPhoto(100));
    writePicture(path("alike/c.png"), variedPhoto(6)); // the same file
    const auto split = splitPublished(surveyOf(path("train")), surveyOf(path("alike")), {});
    QVERIFY(split.has_value());
    QCOMPARE(split->withheld, (Numbers{3, 6}));
    QCOMPARE(split->train, (Numbers{0, 1, 2, 4, 5, 7}));
    QCOMPARE(split->validation, (Numbers{0, 1, 2}));
}

void TestPublishedSplit::everythingLooksAlike()
{
    const Survey survey = surveyOf(path("train"));
    const auto split = splitPublished(survey, survey, {});
    QVERIFY(!split.has_value());
    QCOMPARE(split.error().code, ErrorCode::Usage);
}

void TestPublishedSplit::nothingUsable_data()
{
    QTest::addColumn<QString>("train");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("side");
    QTest::newRow("to learn from") << "grey"
                                   << "check"
                                   << "training";
    QTest::newRow("to check with") << "train"
                                   << "grey"
                                   << "validation";
}

void TestPublishedSplit::nothingUsable()
{
    QFETCH(QString, train);
    QFETCH(QString, check);
    QFETCH(QString, side);
    const auto split = splitPublished(surveyOf(path(train)), surveyOf(path(check)), {});
    QVERIFY(!split.has_value());
    QCOMPARE(split.error().code, ErrorCode::Corrupt);
    QVERIFY(QString::fromStdString(inWords(split.error().message)).contains(side));
}

void TestPublishedSplit::stops()
{
    Progress progress;
    progress.cancel();
    const auto split = splitPublished(surveyOf(path("train")), surveyOf(path("check")), progress);
    QVERIFY(!split.has_value());
    QCOMPARE(split.error().code, ErrorCode::Cancelled);
}

void TestPublishedSplit::aListByItself()
{
    const Survey survey = surveyOf(path("train"));
    const std::filesystem::path list = path("some.txt").toStdString();
    const auto written = writePhotoList(survey, {1, 4, 5}, list);
    QVERIFY(written.has_value());
    QCOMPARE(*written, std::int64_t(3));
    const Survey again = surveyOf(path("some.txt"));
    QCOMPARE(again.usable(), std::int64_t(3));
    QCOMPARE(again.photos[1].content, survey.photos[4].content);
    // It is what that survey was made of, and not replaced.
    QCOMPARE(writePhotoList(again, {0}, list).error().code, ErrorCode::SameAsSource);
    QCOMPARE(writePhotoList(survey, {}, list).value(), std::int64_t(0));
    QVERIFY(!std::filesystem::exists(list));
}

QTEST_GUILESS_MAIN(TestPublishedSplit)
#include "test_published_split.moc"
