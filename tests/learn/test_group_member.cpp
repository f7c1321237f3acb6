#include "core/learn/loop/group_member.h"

#include <QtTest>
#include <map>

using namespace autochrome;

using Variables = std::map<std::string, std::string>;
Q_DECLARE_METATYPE(Variables)

class TestGroupMember : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsItsPlace_data();
    void findsItsPlace();
    void refusals_data();
    void refusals();

private:
    static auto memberOf(const Variables& variables)
    {
        return GroupMember::fromEnvironment([&](const char* name) -> const char* {
            const auto found = variables.find(name);
            return found == variables.end() ? nullptr : found->second.c_str();
        });
    }
};

void TestGroupMember::findsItsPlace_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<int>("rank"); // -1: alone
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("localRank");

    const Variables place{{"MASTER_ADDR", "node1"}, {"MASTER_PORT", "29500"}};
    const auto with = [&](Variables more) {
        more.insert(place.begin(), place.end());
        return more;
    };
    QTest::newRow("nothing") << Variables{} << -1 << 1 << 0;
    QTest::newRow("torchrun") << with({{"RANK", "3"}, {"WORLD_SIZE", "4"}, {"LOCAL_RANK", "1"}})
                              << 3 << 4 << 1;
    QTest::newRow("torchrun beside Slurm")
        << with({{"RANK", "3"}, {"WORLD_SIZE", "4"}, {"SLURM_PROCID", "0"}, {"SLURM_NTASKS", "1"}})
        << 3 << 4 << 0;
    QTest::newRow("mpirun") << with({{"OMPI_COMM_WORLD_RANK", "1"},
                                     {"OMPI_COMM_WORLD_SIZE", "2"},
                                     {"OMPI_COMM_WORLD_LOCAL_RANK", "1"}})
                            << 1 << 2 << 1;
    QTest::newRow("srun") << with({{"SLURM_PROCID", "5"},
                                   {"SLURM_NTASKS", "8"},
                                   {"SLURM_LOCALID", "1"}})
                          << 5 << 8 << 1;
    QTest::newRow("a job of Slurm's without a meeting place")
        << Variables{{"SLURM_PROCID", "0"}, {"SLURM_NTASKS", "8"}} << -1 << 1 << 0;
    QTest::newRow("a world of one") << with({{"RANK", "0"}, {"WORLD_SIZE", "1"}}) << -1 << 1 << 0;
}

void TestGroupMember::findsItsPlace()
{
    QFETCH(Variables, variables);
    QFETCH(int, rank);
    QFETCH(int, size);
    QFETCH(int, localRank);
    const auto member = memberOf(variables);
    QVERIFY(member.has_value());
    QCOMPARE(member->has_value(), rank >= 0);
    if (rank < 0)
        return;
    QCOMPARE((*member)->rank, rank);
    QCOMPARE((*member)->size, size);
    QCOMPARE((*member)->localRank, localRank);
    QCOMPARE((*member)->address, std::string("node1"));
    QCOMPARE((*member)->port, 29500);
}

void TestGroupMember::refusals_data()
{
    QTest::addColumn<Variables>("variables");
    const auto row = [](const char* name, const char* rank, const char* size, const char* port) {
        QTest::newRow(name) << Variables{
            {"MASTER_ADDR", "node1"}, {"RANK", rank}, {"WORLD_SIZE", size}, {"MASTER_PORT", port}};
    };
    row("no rank", "", "2", "29500");
    row("rank beyond", "2", "2", "29500");
    row("negative rank", "-1", "2", "29500");
    row("no number", "0", "two", "29500");
    row("no size", "0", "", "29500");
    row("no port", "0", "2", "");
    row("port beyond", "0", "2", "65536");
}

void TestGroupMember::refusals()
{
    QFETCH(Variables, variables);
    const auto member = memberOf(variables);
    QVERIFY(!member.has_value());
    QCOMPARE(member.error().code, ErrorCode::Usage);
}

QTEST_GUILESS_MAIN(TestGroupMember)
#include "test_group_member.moc"
