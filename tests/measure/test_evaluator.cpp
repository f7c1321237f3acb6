#include "core/base/text.h"
#include "core/measure/evaluation_report.h"
#include "core/measure/truth.h"
#include "core/photo/profile/colour_space.h"
#include "tests/support/make_model.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace autochrome;
namespace fs = std::filesystem;

class TestEvaluator : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path root_;

    PhotoIndex photos() const { return PhotoIndex::build({root_ / "truth"}, Progress()).value(); }

    EvaluationPlan plan(TestModel kind = TestModel::Coloured) const
    {
        EvaluationPlan plan;
        plan.models = {makeTestModel(root_ / "models", kind).string()};
        plan.device = "cpu";
        plan.recipe.colour.size = 128;
        return plan;
    }

private Q_SLOTS:
    void initTestCase()
    {
        root_ = folder_.path().toStdString();
        fs::create_directories(root_ / "truth");
        fs::create_directories(root_ / "models");
        for (int i = 0; i < 4; ++i) {
            cv::Mat bgr(96 + 16 * i, 120, CV_8UC3, cv::Scalar(200, 140, 60));
            cv::circle(bgr, {60, 50}, 20 + 4 * i, cv::Scalar(40, 60, 180), cv::FILLED);
            cv::imwrite((root_ / "truth" / (std::to_string(i) + ".png")).string(), bgr);
        }
        cv::imwrite((root_ / "truth/grey.png").string(), cv::Mat(80, 80, CV_8UC3, {90, 90, 90}));
        std::ofstream(root_ / "truth/broken.jpg") << "no picture";
    }

    void judgesWhatCanBeJudged()
    {
        const auto result = evaluate(photos(), plan(), Progress());
        QVERIFY2(result, result ? "" : inWords(result.error().message).c_str());
        QCOMPARE(result->evaluations.size(), std::size_t(1));
        const Evaluation& e = result->evaluations[0];
        QCOMPARE(e.model, std::string("test-model"));
        QCOMPARE(e.photos.size(), std::size_t(4));
        QCOMPARE(e.mean.photos, std::int64_t(4));
        QCOMPARE(result->skipped.size(), std::size_t(2));
        QCOMPARE(result->rows[0].size(), std::size_t(4));
        for (const PhotoScore& photo : e.photos) {
            // The promise to keep L*, in 16 bit.
            QVERIFY2(photo.luminanceError < 0.02,
                     qPrintable(QString::number(photo.luminanceError)));
            QVERIFY(photo.trueChroma > 10);
            QVERIFY(photo.ssim > 0 && photo.ssim <= 1);
        }
        QVERIFY(e.frechet < 0); // four photos are no distribution
    }

    // A network without colour at strength 0 scores exactly as the grey photo does.
    void greyIsTheBaseline()
    {
        EvaluationPlan grey = plan();
        grey.recipe.finish.strength = 0;
        const auto result = evaluate(photos(), grey, Progress());
        QVERIFY(result);
        const ColourMetrics& mean = result->evaluations[0].mean;
        QVERIFY(std::fabs(mean.abGain) < 0.02);
        QVERIFY(std::fabs(mean.ciedeRatio - 1) < 0.005);
        QVERIFY(mean.colourfulnessRatio < 0.02);
        QVERIFY(std::fabs(mean.psnr - mean.greyPsnr) < 0.05);
    }

    // Two faces, one light and one dark, by their names.
    void reportsSkin()
    {
        fs::create_directories(root_ / "people/faces");
        cv::imwrite((root_ / "people/faces/light.png").string(),
                    cv::Mat(80, 80, CV_8UC3, {160, 185, 225}));
        cv::imwrite((root_ / "people/faces/dark.png").string(),
                    cv::Mat(80, 80, CV_8UC3, {40, 55, 90}));
        cv::imwrite((root_ / "people/house.png").string(), cv::Mat(80, 80, CV_8UC3, {40, 60, 200}));
        EvaluationPlan faces = plan();
        faces.faces = "/faces/";
        const auto people = PhotoIndex::build({root_ / "people"}, Progress()).value();
        const auto result = evaluate(people, faces, Progress());
        QVERIFY(result);
        const auto& skin = result->evaluations[0].skin;
        QCOMPARE(skin.size(), std::size_t(2));
        QCOMPARE(skin[0].name, std::string("light"));
        QCOMPARE(skin[1].name, std::string("dark"));
        for (const SkinTones& tones : skin) {
            QCOMPARE(tones.photos, 1);
            QVERIFY(tones.trueHue > 30 && tones.trueHue < 80); // skin is orange
            QVERIFY(tones.trueChroma > 10 && tones.trueChroma < 40);
        }
        QVERIFY(QString::fromStdString(evaluationTable(*result)).contains("skin, dark"));
    }

    // Folders are categories; photos of other kinds are judged apart.
    void judgesGroupsApart()
    {
        for (const char* folder : {"kinds/red/deep", "kinds/blue", "rest/blue"})
            fs::create_directories(root_ / folder);
        const auto flat = [&](const char* name, cv::Scalar colour) {
            cv::Mat bgr(80, 80, CV_8UC3, colour);
            cv::circle(bgr, {40, 40}, 20, {90, 120, 150}, cv::FILLED);
            cv::imwrite((root_ / name).string(), bgr);
        };
        flat("kinds/red/deep/1.png", {40, 50, 200});
        flat("kinds/red/deep/2.png", {60, 30, 180});
        flat("kinds/blue/1.png", {200, 120, 40});
        flat("kinds/top.png", {40, 180, 60});
        flat("rest/blue/1.png", {220, 90, 60});
        EvaluationPlan both = plan();
        both.categories = true;
        both.models.push_back(makeTestModel(root_ / "models", TestModel::Sepia).string());
        const auto kinds = PhotoIndex::build({root_ / "kinds"}, Progress()).value();
        const auto rest = PhotoIndex::build({root_ / "rest"}, Progress()).value();
        const auto result = evaluate(kinds, both, Progress(), &rest);
        QVERIFY2(result, result ? "" : inWords(result.error().message).c_str());
        for (const Evaluation& model : result->evaluations) {
            QCOMPARE(model.photos.size(), std::size_t(5));
            QStringList titles;
            for (const GroupMetrics& figures : model.groups) {
                titles << QString::fromStdString(groupTitle(figures.group));
                double gain = 0, ciede = 0, grey = 0, count = 0;
                for (const PhotoScore& photo : model.photos) {
                    const bool isRest = photo.name.find("/rest/") != std::string::npos;
                    const bool isIn =
                        titles.back() == "these"    ? !isRest
                        : titles.back() == "others" ? isRest
                        : titles.back() == "kinds"
                            ? photo.name.find("top") != std::string::npos
                            : !isRest == !titles.back().contains("others") &&
                                  photo.name.find(titles.back().section(' ', 0, 0).toStdString()) !=
                                      std::string::npos;
                    if (!isIn)
                        continue;
                    ++count;
                    gain += photo.metrics.abGain;
                    ciede += photo.metrics.ciede2000;
                    grey += photo.metrics.greyCiede2000;
                }
                QCOMPARE(double(figures.mean.photos), count);
                QVERIFY(std::fabs(figures.mean.abGain - gain / count) < 1e-9);
                QVERIFY(std::fabs(figures.mean.ciedeRatio - ciede / grey) < 1e-9);
            }
            QCOMPARE(titles, (QStringList{"these", "others", "blue", "kinds", "red/deep",
                                          "blue (others)"}));
        }
        // The second model's sheet shows the first one's result beside its own.
        QVERIFY(result->rows[0][0].before.empty());
        QVERIFY(!result->rows[1][0].before.empty());
        const cv::Mat one = contactStrip(result->rows[0][0], 100, 0);
        const cv::Mat two = contactStrip(result->rows[1][0], 100, 0);
        QCOMPARE(one.size(), cv::Size(300, 100));
        QCOMPARE(two.size(), cv::Size(400, 100));
        QCOMPARE(cv::norm(one.colRange(100, 200), two.colRange(100, 200)), 0.0);
        QVERIFY(cv::norm(two.colRange(100, 200), two.colRange(200, 300)) > 0);
        const QString html = QString::fromStdString(evaluationHtml(*result, both));
        QVERIFY(html.indexOf("against") < html.indexOf("Each model")); // it leads
        QVERIFY(html.contains("red/deep"));
        const QString table = QString::fromStdString(evaluationTable(*result));
        QCOMPARE(table.count("blue (others)"), 3); // each model, and the difference
    }

    void reportsAreWhole()
    {
        EvaluationPlan two = plan();
        two.models.push_back(two.models[0]);
        two.limit = 3;
        const auto result = evaluate(photos(), two, Progress());
        QVERIFY(result);
        const auto json = nlohmann::json::parse(evaluationJson(*result, two));
        QCOMPARE(json["models"].size(), std::size_t(2));
        QCOMPARE(json["models"][0]["photos"].size() + json["skipped"].size(), std::size_t(3));
        QVERIFY(json["models"][0]["mean"]["encoderFrechet"].is_null());
        const QString html = QString::fromStdString(evaluationHtml(*result, two));
        QVERIFY(html.contains("data:image/jpeg;base64,"));
        QVERIFY(!html.contains("http")); // self-contained
        const QString table = QString::fromStdString(evaluationTable(*result));
        QCOMPARE(table.section("(left grey)", 0, 0).count("test-model"), 2);
        QVERIFY(table.contains("(left grey)"));
        const cv::Mat sheet = contactSheet(result->rows[0]);
        QVERIFY(!sheet.empty() && sheet.type() == CV_8UC3);
    }

    void saysWhatIsWrong()
    {
        EvaluationPlan missing = plan();
        missing.models = {"no-such-model"};
        const auto without = evaluate(photos(), missing, Progress());
        QVERIFY(!without);
        QCOMPARE(without.error().code, ErrorCode::ModelMissing);

        fs::create_directories(root_ / "useless");
        fs::copy_file(root_ / "truth/grey.png", root_ / "useless/grey.png",
                      fs::copy_options::overwrite_existing);
        const auto useless = PhotoIndex::build({root_ / "useless"}, Progress()).value();
        const auto nothing = evaluate(useless, plan(), Progress());
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::Corrupt);

        Progress stopped;
        stopped.cancel();
        const auto cancelled = evaluate(photos(), plan(), stopped);
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    }

    // Lab of the truth and of the grey photo made from it agree in L*, whatever the profile.
    void truthIsReadThroughItsProfile()
    {
        cv::Mat bgr(32, 32, CV_8UC3, cv::Scalar(200, 140, 60));
        std::vector<std::uint8_t> png;
        cv::imencode(".png", bgr, png);
        const auto truth = readTruth(png, "flat.png", 16);
        QVERIFY(truth);
        QCOMPARE(truth->lab.size(), cv::Size(16, 16));
        const cv::Vec3f lab = truth->lab.at<cv::Vec3f>(8, 8);
        QVERIFY(std::fabs(lab[0] - 55.97) < 0.1); // R 60, G 140, B 200
        QVERIFY(lab[2] < -30);
        cv::Mat lightness;
        ColourSpace::of(truth->grey).luminance(truth->grey.pixels, lightness);
        QVERIFY(std::fabs(lightness.at<float>(8, 8) - lab[0]) < 0.01);
    }
};

QTEST_GUILESS_MAIN(TestEvaluator)
#include "test_evaluator.moc"
