#include "core/learn/loop/network_blend.h"
#include "core/network/tensor_io.h"

#include <QtTest>

using namespace autochrome;

class TestNetworkBlend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void liesBetween_data();
    void liesBetween();
    void leavesBothAsTheyAre();
};

void TestNetworkBlend::liesBetween_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("the one") << 1.0;
    QTest::newRow("the other") << 0.0;
    QTest::newRow("half") << 0.5;
    QTest::newRow("a quarter") << 0.25;
}

void TestNetworkBlend::liesBetween()
{
    QFETCH(double, share);
    const ColorizerNetwork a(5);
    const ColorizerNetwork b(5);
    const torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : stateOf(*a))
        if (name.ends_with("running_var") || name.ends_with("num_batches_tracked"))
            tensor.fill_(9);
    const ColorizerNetwork blend = blendOf(a, b, share);
    const auto first = stateOf(*a);
    const auto second = stateOf(*b);
    for (const auto& [name, tensor] : stateOf(*blend)) {
        if (tensor.is_floating_point())
            QVERIFY2(torch::allclose(tensor, first.at(name) * share + second.at(name) * (1 - share),
                                     1e-5, 1e-6),
                     name.c_str());
        else
            QVERIFY2(torch::equal(tensor, second.at(name)), name.c_str());
    }
    QVERIFY(!blend->is_training());
}

void TestNetworkBlend::leavesBothAsTheyAre()
{
    const torch::NoGradGuard noGrad;
    const ColorizerNetwork a(5);
    const ColorizerNetwork b(5);
    a->head_ab->bias.fill_(3);
    b->head_ab->bias.fill_(7);
    const ColorizerNetwork blend = blendOf(a, b, 0.5);
    blend->head_ab->bias.fill_(100);
    QCOMPARE(a->head_ab->bias[0].item<float>(), 3.0F);
    QCOMPARE(b->head_ab->bias[0].item<float>(), 7.0F);
}

QTEST_GUILESS_MAIN(TestNetworkBlend)
#include "test_network_blend.moc"
