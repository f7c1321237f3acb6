#include "core/learn/damage/damage_score.h"

#include <QtTest>

using namespace autochrome;

class TestDamageScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWithinTheTolerance()
    {
        std::array<cv::Mat_<std::uint8_t>, damageKinds> truth;
        truth.fill(cv::Mat_<std::uint8_t>(20, 100, std::uint8_t(0)));
        for (auto& mask : truth)
            mask = mask.clone();
        cv::Mat unsure = cv::Mat::zeros(20, 100, CV_8U);
        // A line, of which half is found two pixels beside it; a spot that is not found; a place of
        // which nobody is sure; a false alarm.
        for (const DamageKind kind : {DamageKind::Any, DamageKind::Line})
            truth[std::size_t(kind)](cv::Rect(0, 5, 40, 1)).setTo(255);
        for (const DamageKind kind : {DamageKind::Any, DamageKind::Spot})
            truth[std::size_t(kind)](cv::Rect(60, 5, 10, 1)).setTo(255);
        unsure(cv::Rect(80, 5, 4, 1)).setTo(255);
        cv::Mat found = cv::Mat::zeros(20, 100, CV_8U);
        found(cv::Rect(0, 7, 18, 1)).setTo(1);
        found(cv::Rect(80, 5, 4, 1)).setTo(1);
        found(cv::Rect(90, 15, 2, 1)).setTo(1);
        cv::Mat kinds(20, 100, CV_8U, cv::Scalar(int(DamageKind::Line)));
        kinds(cv::Rect(90, 15, 2, 1)).setTo(int(DamageKind::Spot));

        DamageScore score;
        score.add(found, kinds, truth, unsure);
        QCOMPARE(score.precision(DamageKind::Any), 22.0 / 24);
        QCOMPARE(score.precision(DamageKind::Line), 1.0);
        QCOMPARE(score.precision(DamageKind::Spot), 0.0);
        QCOMPARE(score.recall(DamageKind::Line), 18.0 / 40);
        QCOMPARE(score.recall(DamageKind::Spot), 0.0);
        QCOMPARE(score.recall(DamageKind::Any), 18.0 / 50);
        QCOMPARE(score.touched(), 24.0 / 2000);
    }
};

QTEST_GUILESS_MAIN(TestDamageScore)
#include "test_damage_score.moc"
