// Undo and redo over edits of every stage: the pixels are those of the recipe, whatever way led
// there and whatever the stages have kept of it.

#include "core/base/text.h"
#include "core/edit/recipe_parameters.h"
#include "core/edit/repair/damage_picture.h"
#include "core/edit/restoration.h"
#include "core/edit/tone/tone_stage.h"
#include "tests/edit/made_photo.h"
#include "tests/support/make_detector.h"
#include "tests/support/make_model.h"
#include "ui/document/edited_recipe.h"

#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>
#include <set>

using namespace autochrome;

namespace {

constexpr int edits = 300;
const cv::Size photoSize(72, 56);

/// What a person may do next, from a seed.
class Person
{
public:
    Person(std::uint64_t seed, DamageMask mask) : random_(seed), mask_(std::move(mask)) {}

    bool does(double probability) { return random_.uniform(0.0, 1.0) < probability; }

    /// Some recipe in which one thing is otherwise.
    Recipe changed(Recipe recipe)
    {
        const auto& rows = recipeParameters();
        const auto which = std::size_t(random_.uniform(0, int(rows.size()) + 4));
        if (which >= rows.size()) {
            changeMask(recipe.repair.mask);
            touched_.insert(maskKey);
            return recipe;
        }
        const RecipeParameter& row = rows[which];
        touched_.insert(row.key);
        if (row.kind == ParameterKind::Numbers)
            recipe.geometry.frame = someFrame();
        else
            row.set(recipe, does(0.3) ? row.usual() : someValue(row));
        return recipe;
    }

    const std::set<std::string>& touched() const { return touched_; }

private:
    ParameterValue someValue(const RecipeParameter& row)
    {
        switch (row.kind) {
        case ParameterKind::Switch:
            return does(0.5);
        case ParameterKind::Choice:
            return std::string(
                row.choices[std::size_t(random_.uniform(0, int(row.choices.size())))].name);
        case ParameterKind::Whole: // the network's size: the small ones, for it is slow
            return std::int64_t(row.range.least + row.range.multipleOf * random_.uniform(0, 2));
        case ParameterKind::Text:
            return std::string(does(0.5) ? "0,5 40,60 100,95" : "0,0 50,40 100,100");
        default:
            return row.range.least +
                   (row.range.most - row.range.least) * random_.uniform(1, 100) / 100;
        }
    }

    std::optional<Frame> someFrame()
    {
        const cv::Rect2d whole({}, photoSize);
        switch (random_.uniform(0, 4)) {
        case 0:
            return std::nullopt;
        case 1: // cropped
            return Frame::ofRectangle(
                {double(random_.uniform(0, 20)), double(random_.uniform(0, 20)),
                 double(random_.uniform(20, 50)), double(random_.uniform(20, 36))});
        case 2: // straightened
            return Frame::straightening(photoSize, random_.uniform(-20.0, 20.0));
        default: { // photographed from aside
            Frame frame = Frame::ofRectangle(whole);
            for (cv::Point2d& corner : frame.corners)
                corner = corner * 0.8 +
                         cv::Point2d(random_.uniform(3.0, 12.0), random_.uniform(3.0, 10.0));
            return frame;
        }
        }
    }

    void changeMask(DamageMask& mask)
    {
        if (does(0.2)) {
            mask = does(0.5) ? mask_ : DamageMask();
            return;
        }
        MaskStroke stroke{does(0.3), random_.uniform(0.5, 4.0), {}};
        for (int points = random_.uniform(1, 5); points > 0; --points)
            stroke.points.emplace_back(random_.uniform(0.0, double(photoSize.width)),
                                       random_.uniform(0.0, double(photoSize.height)));
        mask.strokes.push_back(stroke);
    }

    cv::RNG random_;
    DamageMask mask_; // with a file
    std::set<std::string> touched_;
};

bool isSame(const cv::Mat& one, const cv::Mat& other)
{
    return !one.empty() && one.size() == other.size() && one.type() == other.type() &&
           cv::norm(one.reshape(1), other.reshape(1), cv::NORM_INF) == 0;
}

Photo grainyPhoto(int type)
{
    Photo photo = photoOf(photoSize.height, photoSize.width, type);
    cv::Mat grain(photo.pixels.size(), CV_MAKETYPE(CV_16S, photo.pixels.channels()));
    cv::RNG random(5);
    random.fill(grain, cv::RNG::NORMAL, 0, photo.bitDepth() == 8 ? 4 : 1000);
    cv::add(photo.pixels, grain, photo.pixels, cv::noArray(), photo.pixels.depth());
    return photo;
}

} // namespace

class TestRandomEdits : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    std::shared_ptr<Colorizer> colorizer_;
    DamageMask mask_;

    cv::Mat pixelsOf(const Result<Rendering>& rendering)
    {
        return rendering ? wholeOf(*rendering, rendering->before()->bitDepth(), 64) : cv::Mat();
    }

private Q_SLOTS:
    void initTestCase();
    void endAtTheSamePixels_data();
    void endAtTheSamePixels();
    void recipesOfTheVersionBeforeOpen();
};

void TestRandomEdits::initTestCase()
{
    const std::filesystem::path folder = folder_.path().toStdString();
    colorizer_ = Colorizer::open(makeTestModel(folder).string(), "cpu").value();
    makeWhiteDetector(folder);
    qputenv("AUTOCHROME_MODELS", folder_.path().toUtf8());
    cv::Mat picture = cv::Mat::zeros(photoSize, CV_8U);
    cv::line(picture, {5, 50}, {60, 3}, cv::Scalar(255), 2);
    const std::filesystem::path file = folder / "mask.png";
    QVERIFY(cv::imwrite(file.string(), picture));
    mask_ = maskOfFile(file).value();
}

void TestRandomEdits::endAtTheSamePixels_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("seed");
    QTest::newRow("grey, 8 bit") << CV_8UC1 << 1907;
    QTest::newRow("colours, 16 bit") << CV_16UC3 << 1935;
}

void TestRandomEdits::endAtTheSamePixels()
{
    QFETCH(int, type);
    QFETCH(int, seed);
    const Photo photo = grainyPhoto(type);
    Person person(std::uint64_t(seed), mask_);
    Restoration restoration(photo);
    EditedRecipe recipe;
    std::vector<Recipe> steps{recipe.now()}; // what undo has to bring back
    std::size_t at = 0;
    const auto isAsFresh = [&] {
        const cv::Mat pixels = pixelsOf(restoration.render(recipe.now(), *colorizer_));
        const cv::Mat fresh = pixelsOf(Restoration(photo).render(recipe.now(), *colorizer_));
        return isSame(pixels, fresh);
    };
    const auto isPreparedAsFresh = [&] {
        const auto made = restoration.prepare(recipe.now());
        const auto fresh = Restoration(photo).prepare(recipe.now());
        return made && fresh && isSame((*made)->photo->pixels, (*fresh)->photo->pixels);
    };
    int done = 0;
    for (int step = 0; done < edits; ++step) {
        if (person.does(0.25) && at > 0) {
            recipe.undoStack()->undo();
            --at;
        } else if (person.does(0.3) && at + 1 < steps.size()) {
            recipe.undoStack()->redo();
            ++at;
        } else {
            const Recipe next = person.changed(recipe.now());
            if (next == recipe.now())
                continue;
            recipe.edit(next);
            steps.resize(++at);
            steps.push_back(next);
            ++done;
        }
        QVERIFY(recipe.now() == steps[at]);
        // The network takes its time: the stages before it are looked at more often.
        if (step % 60 == 0)
            QVERIFY2(isAsFresh(), recipe.now().toJson().c_str());
        else if (step % 30 == 0) // what is kept on the way
            (void)restoration.render(recipe.now(), *colorizer_);
        else if (step % 6 == 0)
            QVERIFY2(isPreparedAsFresh(), recipe.now().toJson().c_str());
    }
    QVERIFY2(isAsFresh(), recipe.now().toJson().c_str());
    const Recipe last = recipe.now();
    while (recipe.undoStack()->canUndo())
        recipe.undoStack()->undo();
    QVERIFY(recipe.now() == Recipe() && isAsFresh());
    while (recipe.undoStack()->canRedo())
        recipe.undoStack()->redo();
    QVERIFY(recipe.now() == steps.back() && isAsFresh());
    for (std::size_t i = steps.size() - 1; i > at; --i)
        recipe.undoStack()->undo();
    QVERIFY(recipe.now() == last && isAsFresh());

    // Every stage has had its turn, and what is kept in a file is the same recipe.
    for (const RecipeParameter& row : recipeParameters())
        QVERIFY2(person.touched().contains(row.key), row.key);
    QVERIFY(person.touched().contains(maskKey));
    const auto read = Recipe::fromJson(last.toJson());
    QVERIFY(read && *read == last);
}

void TestRandomEdits::recipesOfTheVersionBeforeOpen()
{
    const auto old = Recipe::fromJson(R"({"version": 1, "size": 128, "temperature": 0.6,
                                          "effort": "fast", "strength": 1.25, "tint": "keep"})");
    QVERIFY2(old, old ? "" : inWords(old.error().message).c_str());
    Recipe same;
    same.colour.size = 128;
    same.vividness.temperature = 0.6;
    same.colour.effort = Effort::Fast;
    same.finish.strength = 1.25;
    same.finish.tint = TintHandling::Keep;
    QVERIFY(*old == same);
    Restoration restoration(grainyPhoto(CV_8UC3));
    const cv::Mat pixels = pixelsOf(restoration.render(*old, *colorizer_));
    QCOMPARE(pixels.size(), photoSize);
    QCOMPARE(cv::norm(pixels, pixelsOf(restoration.render(same, *colorizer_)), cv::NORM_INF), 0.0);
}

QTEST_GUILESS_MAIN(TestRandomEdits)
#include "test_random_edits.moc"
