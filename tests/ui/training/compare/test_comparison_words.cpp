#include "ui/training/compare/comparison_words.h"

#include <QtTest>

using namespace autochrome;

namespace {

constexpr double noise = 0.05;

GroupChange groupOf(PhotoGroup::Kind kind, double decibels, double ciede)
{
    GroupChange change;
    change.group.kind = kind;
    change.photos = 500;
    change.changes[std::size_t(Metric::AbPsnr)] = Change{500, 27, 27 + decibels, noise};
    change.changes[std::size_t(Metric::Ciede2000)] = Change{500, 9, 9 + ciede, noise};
    return change;
}

} // namespace

class TestComparisonWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Two figures that disagree are both told.
    void verdict_data()
    {
        QTest::addColumn<double>("decibels"); // on the other photos
        QTest::addColumn<double>("ciede");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("doesNotSay");
        QTest::newRow("nothing") << 0.01 << 0.01 << "within the noise"
                                 << "CIEDE2000";
        QTest::newRow("worse for the eye alone") << -0.01 << 0.4 << "grew from 9.00 to 9.40"
                                                 << "";
        QTest::newRow("better for the eye alone") << 0.01 << -0.4 << "fell from 9.00 to 8.60"
                                                  << "";
        QTest::newRow("worse by both") << -0.5 << 0.4 << "that much was forgotten"
                                       << "CIEDE2000";
        QTest::newRow("better by both") << 0.5 << -0.4 << "0.50 dB better"
                                        << "CIEDE2000";
        QTest::newRow("better in dB, worse for the eye") << 0.5 << 0.4 << "grew from 9.00 to 9.40"
                                                         << "";
    }

    void verdict()
    {
        QFETCH(double, decibels);
        QFETCH(double, ciede);
        QFETCH(QString, says);
        QFETCH(QString, doesNotSay);
        Comparison comparison{"old", "1", "new", "2", {}};
        comparison.groups = {groupOf(PhotoGroup::Kind::These, 1, -1),
                             groupOf(PhotoGroup::Kind::Others, decibels, ciede)};
        const QString verdict = ComparisonWords::verdict(comparison);
        QVERIFY2(verdict.startsWith("On these photos “new” is 1.00 dB better than “old”."),
                 qPrintable(verdict));
        QVERIFY2(verdict.contains(says), qPrintable(verdict));
        QVERIFY2(doesNotSay.isEmpty() || !verdict.contains(doesNotSay), qPrintable(verdict));
    }
};

QTEST_GUILESS_MAIN(TestComparisonWords)
#include "test_comparison_words.moc"
