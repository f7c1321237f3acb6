#include "core/edit/chain.h"

#include <QtTest/QTest>

using namespace autochrome;

namespace {

// Three stages that count: what they make is told apart by its type.
struct First
{
    int value;
};
struct Second
{
    int value;
};
struct Third
{
    int value;
};

int runs[3];
bool secondFails = false;

Result<First> first(const std::shared_ptr<const int>& in, const int& settings, const Progress&)
{
    ++runs[0];
    return First{*in + settings};
}

Result<Second> second(const std::shared_ptr<const First>& in, const double& settings,
                      const Progress& progress)
{
    ++runs[1];
    if (secondFails)
        return failure(ErrorCode::Internal, "no");
    progress.report(0.5, "half");
    return Second{in->value * int(settings)};
}

Result<Third> third(const std::shared_ptr<const Second>& in, const double& settings,
                    const Progress&)
{
    ++runs[2];
    return Third{in->value + int(settings)};
}

const Stage<int, int, First> firstStage{"first", 1, first};
const Stage<First, double, Second> secondStage{"second", 2, second};
const Stage<Second, double, Third> thirdStage{"third", 1, third};

auto made()
{
    return Chain(
        Step(firstStage, Rework::Before, [](const Order& o) { return o.recipe.colour.size; }),
        Step(secondStage, Rework::Network,
             [](const Order& o) { return o.recipe.vividness.temperature; }),
        Step(thirdStage, Rework::Finish, [](const Order& o) { return o.recipe.finish.strength; }));
}

Recipe recipeOf(int size, double temperature, double strength)
{
    Recipe recipe;
    recipe.colour.size = size;
    recipe.vividness.temperature = temperature;
    recipe.finish.strength = strength;
    return recipe;
}

} // namespace

class TestChain : public QObject
{
    Q_OBJECT

    std::optional<decltype(made())> chain_;
    std::shared_ptr<const int> input_ = std::make_shared<const int>(1);

    template <class Wanted = Third>
    int value(const Recipe& recipe, const Progress& progress = Progress())
    {
        std::vector<StageTime> times;
        const auto made = chain_->make<Wanted>(input_, Order{recipe}, progress, times);
        return made ? (*made)->value : -1;
    }

    QList<int> counted() { return {runs[0], runs[1], runs[2]}; }

private Q_SLOTS:
    void init()
    {
        chain_.emplace(made());
        std::fill(std::begin(runs), std::end(runs), 0);
        secondFails = false;
    }

    void runsOnlyWhatChanged()
    {
        QCOMPARE(value(recipeOf(2, 5, 7)), (1 + 2) * 5 + 7);
        QCOMPARE(counted(), QList<int>({1, 1, 1}));
        QCOMPARE(value(recipeOf(2, 5, 7)), 22);
        QCOMPARE(counted(), QList<int>({1, 1, 1}));
        QCOMPARE(value(recipeOf(2, 5, 8)), 23);
        QCOMPARE(counted(), QList<int>({1, 1, 2}));
        QCOMPARE(value(recipeOf(3, 5, 8)), 28);
        QCOMPARE(counted(), QList<int>({2, 2, 3}));
    }

    void goesNoFurtherThanIsWanted()
    {
        QCOMPARE(value<First>(recipeOf(2, 5, 7)), 3);
        QCOMPARE(counted(), QList<int>({1, 0, 0}));
        QCOMPARE(value(recipeOf(2, 5, 7)), 22);
        QCOMPARE(counted(), QList<int>({1, 1, 1}));
        // What was made of another input is not taken for this one's.
        QCOMPARE(value<First>(recipeOf(4, 5, 7)), 5);
        QCOMPARE(value(recipeOf(2, 5, 7)), 22);
        QCOMPARE(counted(), QList<int>({3, 2, 2}));
    }

    void makesAgainWhatWasForgottenOnlyIfItIsNeeded()
    {
        QCOMPARE(value(recipeOf(2, 5, 7)), 22);
        chain_->step<Second>().forget();
        QCOMPARE(chain_->rework(Order{recipeOf(2, 5, 7)}), Rework::Nothing);
        QCOMPARE(chain_->rework(Order{recipeOf(2, 5, 9)}), Rework::Network);
        QCOMPARE(value(recipeOf(2, 5, 7)), 22);
        QCOMPARE(counted(), QList<int>({1, 1, 1}));
        QCOMPARE(value(recipeOf(2, 5, 9)), 24);
        QCOMPARE(counted(), QList<int>({1, 2, 2}));
    }

    void tellsWhatIsToBeDone()
    {
        QCOMPARE(chain_->rework(Order{recipeOf(2, 5, 7)}), Rework::Before);
        value(recipeOf(2, 5, 7));
        QCOMPARE(chain_->rework(Order{recipeOf(2, 5, 7)}), Rework::Nothing);
        QCOMPARE(chain_->rework(Order{recipeOf(2, 5, 8)}), Rework::Finish);
        QCOMPARE(chain_->rework(Order{recipeOf(2, 6, 8)}), Rework::Network);
        QCOMPARE(chain_->rework(Order{recipeOf(1, 5, 7)}), Rework::Before);
        QCOMPARE(chain_->rework(Order{recipeOf(1, 1, 1)}, Order{recipeOf(1, 2, 1)}),
                 Rework::Network);
    }

    void anErrorLeavesNothingWrongBehind()
    {
        QCOMPARE(value(recipeOf(2, 5, 7)), 22);
        secondFails = true;
        QCOMPARE(value(recipeOf(2, 6, 7)), -1);
        QCOMPARE(chain_->rework(Order{recipeOf(2, 5, 7)}), Rework::Network);
        secondFails = false;
        QCOMPARE(value(recipeOf(2, 6, 7)), 25);
        QCOMPARE(runs[0], 1);
    }

    void sharesItsProgressAmongTheStages()
    {
        std::vector<double> heard;
        Progress progress([&](double fraction, const Message&) { heard.push_back(fraction); });
        value(recipeOf(2, 5, 7), progress);
        QCOMPARE(heard, std::vector<double>({0.5})); // a quarter, and half of the next two
        progress.cancel();
        QVERIFY_EXCEPTION_THROWN(value(recipeOf(1, 5, 7), progress), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "test_chain.moc"
