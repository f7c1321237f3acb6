#include "core/measure/comparison.h"

#include "core/measure/comparison_file.h"
#include "core/measure/comparison_report.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

using namespace autochrome;

namespace {

/// Judgements of two models on made-up photos; every third one a face, every fourth another's.
std::pair<Evaluation, Evaluation> judged(int photos, double gain, double spread)
{
    std::mt19937 random(5);
    std::normal_distribution<double> noise(0, 1);
    Evaluation before, after;
    before.model = "old";
    after.model = "new <&>";
    for (int i = 0; i < photos; ++i) {
        PhotoScore score;
        score.name = "photo" + std::to_string(i).append(".png");
        score.category = i % 2 ? "field" : "house";
        score.isOther = i % 4 == 3;
        score.isFace = i % 3 == 0;
        score.metrics.photos = 1;
        score.metrics.greyCiede2000 = 12 + noise(random);
        score.metrics.trueColourfulness = 40 + 8 * noise(random);
        score.trueChroma = 20 + 4 * noise(random);
        score.trueCentre = {60, 12, 14};
        for (Evaluation* model : {&before, &after}) {
            const double better = model == &after ? gain + spread * noise(random) : 0;
            score.metrics.abPsnr = 25 + noise(random) * 1e-3 + better + i % 5;
            score.metrics.abGain = score.metrics.abPsnr - 24;
            score.metrics.ciede2000 = score.metrics.greyCiede2000 * 0.8 - better;
            score.metrics.colourfulness = 30 + noise(random);
            score.ssim = 0.9 + 0.01 * noise(random);
            score.chroma = score.trueChroma + 3 * noise(random);
            score.centre = {60, 12 + 3 * noise(random), 14};
            model->photos.push_back(score);
        }
    }
    for (Evaluation* model : {&before, &after})
        summarise(*model);
    return {before, after};
}

const GroupChange& change(const Comparison& comparison, const char* title)
{
    for (const GroupChange& group : comparison.groups)
        if (groupTitle(group.group) == title)
            return group;
    qFatal("no group %s", title);
}

bool isNear(double got, double wanted)
{
    return std::fabs(got - wanted) < 1e-9 * std::max(1.0, std::fabs(wanted));
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // From the tables of the distribution.
    void student_data()
    {
        QTest::addColumn<double>("freedom");
        QTest::addColumn<double>("quantile");
        QTest::newRow("3") << 3.0 << 3.182;
        QTest::newRow("5") << 5.0 << 2.571;
        QTest::newRow("10") << 10.0 << 2.228;
        QTest::newRow("30") << 30.0 << 2.042;
        QTest::newRow("1000") << 1000.0 << 1.962;
    }

    void student()
    {
        QFETCH(double, freedom);
        QFETCH(double, quantile);
        QVERIFY2(std::fabs(studentT95(freedom) - quantile) < 0.06,
                 qPrintable(QString::number(studentT95(freedom))));
    }

    void groupsAreWhatTheyAreCalled()
    {
        const auto [before, after] = judged(24, 1, 0.1);
        const Comparison comparison = compareEvaluations(before, after);
        QStringList titles;
        for (const GroupChange& group : comparison.groups)
            titles << QString::fromStdString(groupTitle(group.group));
        // Every other photo is of the field, and every other one of those another's.
        QCOMPARE(titles,
                 (QStringList{"all", "these", "others", "field", "house", "field (others)"}));
        QCOMPARE(comparison.groups[0].photos, std::int64_t(24));
        QCOMPARE(change(comparison, "these").photos, std::int64_t(18));
        QCOMPARE(change(comparison, "others").photos, std::int64_t(6));
        QCOMPARE(change(comparison, "house").photos, std::int64_t(12));
        QCOMPARE(change(comparison, "field (others)").photos, std::int64_t(6));
        QCOMPARE(change(comparison, "all").of(Metric::Skin)->photos, std::int64_t(8));
    }

    // The mean's error is the paired standard error: sd of the differences over the root of n.
    void errorOfAMean()
    {
        const auto [before, after] = judged(30, 0.5, 0.7);
        double mean = 0, squares = 0;
        const double n = double(before.photos.size());
        std::vector<double> differences;
        for (std::size_t i = 0; i < before.photos.size(); ++i) {
            differences.push_back(after.photos[i].metrics.abPsnr - before.photos[i].metrics.abPsnr);
            mean += differences.back() / n;
        }
        for (const double difference : differences)
            squares += (difference - mean) * (difference - mean);
        const Comparison comparison = compareEvaluations(before, after);
        const Change& change = *comparison.groups.front().of(Metric::AbPsnr);
        QVERIFY(isNear(change.difference(), mean));
        QVERIFY(isNear(change.error, std::sqrt(squares / (n - 1)) / std::sqrt(n)));
        QVERIFY(isNear(change.before, before.mean.abPsnr));
        QVERIFY(isNear(change.after, after.mean.abPsnr));
    }

    // A ratio of sums and a correlation: each photo really left out, by another path.
    void errorsOfRatioAndCorrelation()
    {
        const auto [before, after] = judged(12, 0.5, 0.7);
        const Comparison comparison = compareEvaluations(before, after);
        const auto jackknife = [&](auto figure) {
            std::vector<double> left;
            for (std::size_t i = 0; i < before.photos.size(); ++i) {
                Evaluation rest[2] = {before, after};
                for (Evaluation& model : rest) {
                    model.photos.erase(model.photos.begin() + std::ptrdiff_t(i));
                    summarise(model);
                }
                left.push_back(figure(rest[1]) - figure(rest[0]));
            }
            const double n = double(left.size());
            double mean = 0, squares = 0;
            for (const double value : left)
                mean += value / n;
            for (const double value : left)
                squares += (value - mean) * (value - mean);
            return std::sqrt((n - 1) / n * squares);
        };
        const GroupChange& all = comparison.groups.front();
        const Change& ratio = *all.of(Metric::CiedeRatio);
        QVERIFY(isNear(ratio.after, after.mean.ciedeRatio));
        QVERIFY(
            isNear(ratio.error, jackknife([](const Evaluation& e) { return e.mean.ciedeRatio; })));
        const Change& correlation = *all.of(Metric::ChromaCorrelation);
        QVERIFY(isNear(correlation.before, before.chromaCorrelation));
        QVERIFY(std::fabs(correlation.error - jackknife([](const Evaluation& e) {
                              return e.chromaCorrelation;
                          })) < 1e-7);
        QVERIFY(isNear(all.of(Metric::Colourfulness)->after, after.mean.colourfulnessRatio));
    }

    void noiseIsCalledNoise_data()
    {
        QTest::addColumn<int>("photos");
        QTest::addColumn<double>("gain");
        QTest::addColumn<double>("spread");
        QTest::addColumn<int>("judgement");
        QTest::newRow("clearly better") << 30 << 0.8 << 0.5 << 1;
        QTest::newRow("clearly worse") << 30 << -0.8 << 0.5 << -1;
        QTest::newRow("noise") << 30 << 0.02 << 1.0 << 0;
        QTest::newRow("the same") << 30 << 0.0 << 0.0 << 0;
        QTest::newRow("two photos") << 2 << 0.8 << 0.0 << 0;
    }

    void noiseIsCalledNoise()
    {
        QFETCH(int, photos);
        QFETCH(double, gain);
        QFETCH(double, spread);
        QFETCH(int, judgement);
        auto [before, after] = judged(photos, gain, spread);
        if (gain == 0)
            after.photos = before.photos;
        const GroupChange all = compareEvaluations(before, after).groups.front();
        QCOMPARE(judgementOf(Metric::AbPsnr, *all.of(Metric::AbPsnr)), judgement);
        // Less of a difference in colour is better.
        QCOMPARE(judgementOf(Metric::Ciede2000, *all.of(Metric::Ciede2000)), judgement);
    }

    void colourfulnessIsBestAtOne()
    {
        QCOMPARE(judgementOf(Metric::Colourfulness, {30, 0.7, 0.9, 0.01}), 1);
        QCOMPARE(judgementOf(Metric::Colourfulness, {30, 0.9, 1.4, 0.01}), -1);
        QCOMPARE(judgementOf(Metric::Colourfulness, {30, 0.9, 0.91, 0.01}), 0);
    }

    void fileKeepsEverything()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const auto [before, after] = judged(16, 0.5, 0.3);
        ComparisonFile file{compareEvaluations(before, after),
                            {{"a \xff.png", "pictures/1.jpg", true, 0.5, -0.25}},
                            3};
        std::ofstream(path / ComparisonFile::fileName) << comparisonFileJson(file);
        const auto read = readComparisonFile(path);
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QCOMPARE(read->comparison.after, std::string("new <&>"));
        QCOMPARE(read->skipped, 3);
        QCOMPARE(read->photos.size(), std::size_t(1));
        QVERIFY(read->photos[0].isOther);
        QCOMPARE(read->photos[0].gainAfter, -0.25);
        QCOMPARE(read->comparison.groups.size(), file.comparison.groups.size());
        for (std::size_t i = 0; i < file.comparison.groups.size(); ++i) {
            const GroupChange& wanted = file.comparison.groups[i];
            const GroupChange& got = read->comparison.groups[i];
            QCOMPARE(groupTitle(got.group), groupTitle(wanted.group));
            QCOMPARE(got.photos, wanted.photos);
            for (const Metric figure : allMetrics) {
                QCOMPARE(got.of(figure).has_value(), wanted.of(figure).has_value());
                if (got.of(figure)) {
                    QCOMPARE(got.of(figure)->before, wanted.of(figure)->before);
                    QCOMPARE(got.of(figure)->error, wanted.of(figure)->error);
                }
            }
        }

        std::ofstream(path / ComparisonFile::fileName) << "{\"before\": {\"model\": \"x\"";
        QCOMPARE(readComparisonFile(path).error().code, ErrorCode::Corrupt);
        QCOMPARE(readComparisonFile(path / "none").error().code, ErrorCode::NotFound);
    }

    void reportsTellEachGroup()
    {
        const auto [before, after] = judged(24, 0.8, 0.3);
        const Comparison comparison = compareEvaluations(before, after);
        const QString html = QString::fromStdString(comparisonHtml(comparison));
        QVERIFY(html.contains("new &lt;&amp;&gt;")); // a name is no markup
        QVERIFY(!html.contains("new <"));
        QCOMPARE(html.count("<tr>"), 7); // a heading and six groups
        QVERIFY(html.contains("class=\"better\"") && html.contains("class=\"noise\""));
        const QString table = QString::fromStdString(comparisonTable(comparison));
        QCOMPARE(table.count('\n'), 8);
        QVERIFY(table.contains("field (others)"));
        QVERIFY(table.contains("*"));
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "test_comparison.moc"
