// What becomes of an open photo, without a window and without a network. What it does with one is
// tested in the window.
#include "ui/document/photo_development.h"

#include "ui/document/colorizer_service.h"
#include "ui/document/edited_recipe.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>

using namespace autochrome;

namespace {

constexpr int patience = 30000; // ms

/// A photo of 60 x 40 pixels that is being developed.
struct Developed
{
    explicit Developed(const QString& path) : development(path, &recipe, &service, &pool)
    {
        QObject::connect(&recipe, &EditedRecipe::edited, &development, [this] {
            development.wantRecipe();
            development.follow();
        });
    }

    bool isAtRest() const { return !development.work(); }
    void turn(Rotation rotation)
    {
        Recipe turned = recipe.now();
        turned.geometry.rotation = rotation;
        recipe.edit(turned);
    }
    cv::Size sizeOfBefore() const { return development.laid().photo->pixels.size(); }

    QThreadPool pool;
    ColorizerService service{&pool}; // has none
    EditedRecipe recipe;
    PhotoDevelopment development;
};

} // namespace

class TestPhotoDevelopment : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    QString photo_;

    QString written(const QString& name, int width, int height) const
    {
        const QString path = folder_.filePath(name);
        if (!cv::imwrite(path.toStdString(), cv::Mat(height, width, CV_8UC1, cv::Scalar(90))))
            throw std::runtime_error("cannot write " + path.toStdString());
        return path;
    }

private Q_SLOTS:
    void initTestCase();
    void isReadWithoutANetwork();
    void turnsWithoutANetwork();
    void changesItsTonesWithoutANetwork();
    void beginsAsItsKeptSettingsSay();
    void showsAResultUntilItIsEdited();
    void tellsWhyItCannotBeRead();
    void isReadAgainAfterItWasStopped();
    void givesItsPixelsBack();
};

void TestPhotoDevelopment::initTestCase()
{
    photo_ = written("a.png", 60, 40);
}

void TestPhotoDevelopment::isReadWithoutANetwork()
{
    Developed photo(photo_);
    QSignalSpy thumbnails(&photo.development, &PhotoDevelopment::thumbnailMade);
    photo.development.load();
    QVERIFY(photo.development.work());
    QTRY_VERIFY_WITH_TIMEOUT(photo.development.isRead() && photo.isAtRest(), patience);
    QCOMPARE(photo.sizeOfBefore(), cv::Size(60, 40));
    QCOMPARE(photo.development.bytes(), 60 * 40);
    QCOMPARE(thumbnails.size(), 1);
    QVERIFY(!photo.development.rendering());
    QVERIFY(!photo.development.isUpToDate());
}

void TestPhotoDevelopment::turnsWithoutANetwork()
{
    Developed photo(photo_);
    photo.development.load();
    QTRY_VERIFY_WITH_TIMEOUT(photo.development.isRead() && photo.isAtRest(), patience);
    QSignalSpy before(&photo.development, &PhotoDevelopment::beforeChanged);
    photo.turn(Rotation::Quarter);
    QTRY_VERIFY_WITH_TIMEOUT(photo.isAtRest(), patience);
    QCOMPARE(photo.sizeOfBefore(), cv::Size(40, 60));
    QCOMPARE(photo.development.photo()->pixels.size(), cv::Size(60, 40)); // as the file has it
    QCOMPARE(before.size(), 1);

    // Changed faster than it can be followed: the last one wins.
    photo.turn(Rotation::Half);
    photo.turn(Rotation::ThreeQuarters);
    photo.turn(Rotation::None);
    QTRY_VERIFY_WITH_TIMEOUT(photo.isAtRest() && photo.sizeOfBefore() == cv::Size(60, 40),
                             patience);
    QVERIFY(photo.development.laid().map.isIdentity());
}

void TestPhotoDevelopment::changesItsTonesWithoutANetwork()
{
    Developed photo(photo_);
    photo.development.load();
    QTRY_VERIFY_WITH_TIMEOUT(photo.development.isRead() && photo.isAtRest(), patience);
    QSignalSpy before(&photo.development, &PhotoDevelopment::tonesChanged);
    Recipe lighter;
    lighter.tone.exposure = 1;
    photo.recipe.edit(lighter);
    QTRY_COMPARE_WITH_TIMEOUT(before.size(), 1, patience);
    QVERIFY(photo.development.laid().photo->pixels.at<std::uint8_t>(20, 30) > 100);
    QCOMPARE(photo.development.photo()->pixels.at<std::uint8_t>(20, 30), std::uint8_t(90));
    QTRY_VERIFY_WITH_TIMEOUT(photo.isAtRest(), patience);
    QCOMPARE(photo.development.bytes(), 2 * 60 * 40);
}

void TestPhotoDevelopment::beginsAsItsKeptSettingsSay()
{
    Developed photo(photo_);
    Recipe kept;
    kept.geometry.rotation = Rotation::Quarter;
    photo.development.setRecipeFinder([kept](const PhotoMark&) {
        KeptRecipe found;
        found.state = KeptRecipe::State::Kept;
        found.recipe = kept;
        return found;
    });
    connect(&photo.development, &PhotoDevelopment::recipeLookedUp, &photo.recipe,
            [&](const PhotoMark&, const KeptRecipe& found) {
                QVERIFY(!photo.development.isRead()); // nobody has seen it lie otherwise
                photo.recipe.beginWith(found.recipe);
            });
    QSignalSpy before(&photo.development, &PhotoDevelopment::beforeChanged);
    photo.development.load();
    QTRY_VERIFY_WITH_TIMEOUT(photo.development.isRead() && photo.isAtRest(), patience);
    QCOMPARE(photo.recipe.now(), kept);
    QCOMPARE(photo.sizeOfBefore(), cv::Size(40, 60));
    QCOMPARE(before.size(), 0); // it lay so from the start
}

void TestPhotoDevelopment::showsAResultUntilItIsEdited()
{
    Developed photo(photo_);
    const QString result = written("result.png", 60, 40);
    photo.development.showResult(result);
    photo.development.load();
    QTRY_VERIFY_WITH_TIMEOUT(photo.development.result() && photo.isAtRest(), patience);
    QCOMPARE(photo.development.resultPath(), result);
    photo.turn(Rotation::Quarter);
    QVERIFY(photo.development.resultPath().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(photo.isAtRest(), patience);
    QVERIFY(!photo.development.result()); // it does not lie over the photo any more
    QCOMPARE(photo.sizeOfBefore(), cv::Size(40, 60));
}

void TestPhotoDevelopment::tellsWhyItCannotBeRead()
{
    Developed photo(folder_.filePath("no.png"));
    QList<ErrorCode> told;
    connect(&photo.development, &PhotoDevelopment::readFailed, this,
            [&](const Error& error) { told << error.code; });
    photo.development.load();
    QTRY_VERIFY_WITH_TIMEOUT(photo.isAtRest(), patience);
    QCOMPARE(told, QList{ErrorCode::NotFound});
    QVERIFY(!photo.development.isRead());
}

void TestPhotoDevelopment::isReadAgainAfterItWasStopped()
{
    Developed photo(photo_);
    QList<ErrorCode> told;
    connect(&photo.development, &PhotoDevelopment::readFailed, this,
            [&](const Error& error) { told << error.code; });
    photo.pool.setMaxThreadCount(1);
    photo.development.load();
    photo.development.cancel();
    photo.development.load(); // wanted again before the first has ended
    QTRY_VERIFY_WITH_TIMEOUT(photo.development.isRead() && photo.isAtRest(), patience);
    QVERIFY(told.isEmpty());
}

void TestPhotoDevelopment::givesItsPixelsBack()
{
    Developed photo(photo_);
    photo.development.load();
    QTRY_VERIFY_WITH_TIMEOUT(photo.development.isRead() && photo.isAtRest(), patience);
    photo.turn(Rotation::Quarter);
    photo.development.unload(); // not while something is done with them
    QVERIFY(photo.development.isRead());
    QTRY_VERIFY_WITH_TIMEOUT(photo.isAtRest(), patience);
    photo.development.unload();
    QVERIFY(!photo.development.isRead());
    QCOMPARE(photo.development.bytes(), 0);
    photo.development.load();
    QTRY_VERIFY_WITH_TIMEOUT(photo.development.isRead() && photo.isAtRest(), patience);
    QCOMPARE(photo.sizeOfBefore(), cv::Size(40, 60)); // what was chosen stays
}

QTEST_GUILESS_MAIN(TestPhotoDevelopment)
#include "test_photo_development.moc"
