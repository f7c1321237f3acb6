// A photo with all that belongs to it, read without a window.
#include "ui/document/opened_photo.h"

#include "core/base/sha256.h"
#include "core/edit/restoration.h"

#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>

using namespace autochrome;
namespace fs = std::filesystem;
using State = KeptRecipe::State;

class TestOpenedPhoto : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path photo_;

    fs::path written(const std::string& name, int width, int height) const
    {
        cv::Mat picture(height, width, CV_8UC1);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                picture.at<uchar>(y, x) = uchar(3 * x + y);
        const fs::path path = fs::path(folder_.path().toStdString()) / name;
        if (!cv::imwrite(path.native(), picture))
            throw std::runtime_error("cannot write " + path.native());
        return path;
    }

    static Recipe turned(Rotation rotation)
    {
        Recipe recipe;
        recipe.geometry.rotation = rotation;
        return recipe;
    }

    static RecipeFinder finding(State state, const Recipe& recipe, PhotoMark* asked = nullptr)
    {
        return [=](const PhotoMark& mark) {
            if (asked)
                *asked = mark;
            KeptRecipe kept;
            kept.state = state;
            kept.recipe = recipe;
            return kept;
        };
    }

    static cv::Size sizeOf(const OpenedPhoto& opened) { return opened.laid.photo->pixels.size(); }

private Q_SLOTS:
    void initTestCase() { photo_ = written("a.png", 60, 40); }

    void isLaidByTheRecipe()
    {
        const auto opened = openPhoto({photo_, turned(Rotation::Quarter), {}, {}}, Progress());
        QVERIFY(opened);
        QCOMPARE(opened->restoration->upright()->pixels.size(), cv::Size(60, 40));
        QCOMPARE(sizeOf(*opened), cv::Size(40, 60));
        QCOMPARE(opened->laid.map.preparedSize(), cv::Size(40, 60));
        QCOMPARE(opened->laid.small.size(), cv::Size(40, 60));
        QVERIFY(!opened->profileName.isEmpty());
        QVERIFY(!opened->kept);
        QVERIFY(!opened->result);
    }

    void keptSettingsGoFirst_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("areFollowed");
        QTest::newRow("kept") << int(State::Kept) << true;
        QTest::newRow("renamed") << int(State::Renamed) << true;
        QTest::newRow("none") << int(State::None) << false;
        QTest::newRow("another photo's") << int(State::OtherPhoto) << false;
        QTest::newRow("damaged") << int(State::Unusable) << false;
        QTest::newRow("newer") << int(State::Newer) << false;
    }

    void keptSettingsGoFirst()
    {
        QFETCH(int, state);
        QFETCH(bool, areFollowed);
        PhotoMark asked;
        const RecipeFinder find = finding(State(state), turned(Rotation::Quarter), &asked);
        const auto opened = openPhoto({photo_, Recipe(), find, {}}, Progress());
        QVERIFY(opened);
        QCOMPARE(sizeOf(*opened), areFollowed ? cv::Size(40, 60) : cv::Size(60, 40));
        QCOMPARE(opened->kept->state, State(state)); // whoever keeps them says what is to be said
        QCOMPARE(asked, (PhotoMark{photo_, 0, sha256OfFile(photo_).value()}));
        QCOMPARE(opened->mark, asked);
    }

    void comesWithItsResult()
    {
        // Of the photo as it lies: turned.
        const QString result = QString::fromStdString(written("result.png", 40, 60).native());
        const auto opened = openPhoto({photo_, turned(Rotation::Quarter), {}, result}, Progress());
        QVERIFY(opened);
        QVERIFY(opened->result && *opened->result);
        QCOMPARE((*opened->result)->photo->pixels.size(), cv::Size(40, 60));
    }

    void aResultThatCannotBeShownIsToldOf_data()
    {
        QTest::addColumn<QString>("result");
        QTest::addColumn<int>("code");
        QTest::newRow("another size")
            << QString::fromStdString(written("small.png", 20, 40).native())
            << int(ErrorCode::Usage);
        QTest::newRow("gone") << folder_.filePath("gone.png") << int(ErrorCode::NotFound);
    }

    void aResultThatCannotBeShownIsToldOf()
    {
        QFETCH(QString, result);
        QFETCH(int, code);
        const auto opened = openPhoto({photo_, Recipe(), {}, result}, Progress());
        QVERIFY(opened); // the photo is not to blame
        QCOMPARE(sizeOf(*opened), cv::Size(60, 40));
        QVERIFY(opened->result && !*opened->result);
        QCOMPARE(int(opened->result->error().code), code);
    }

    void cannotBeRead()
    {
        const auto opened = openPhoto({photo_.parent_path() / "no.png", {}, {}, {}}, Progress());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NotFound);
    }

    void isStopped()
    {
        Progress progress;
        progress.cancel();
        const auto opened = openPhoto({photo_, {}, {}, {}}, progress);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Cancelled);
    }

    // Stopped while the settings are looked for: the result is not read any more, and the photo is
    // not shown without it.
    void isStoppedBeforeItsResult()
    {
        Progress progress;
        const RecipeFinder find = [&](const PhotoMark&) {
            progress.cancel();
            return KeptRecipe();
        };
        const QString result = QString::fromStdString(written("result.png", 60, 40).native());
        const auto opened = openPhoto({photo_, {}, find, result}, progress);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestOpenedPhoto)
#include "test_opened_photo.moc"
