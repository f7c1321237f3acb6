// Limits of memory in trees of control groups as the system shows them, made of files.

#include "core/base/control_group.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

namespace {

constexpr std::uint64_t unlimited = GroupMemory::unlimited;
using Files = QMap<QString, QByteArray>;

} // namespace

Q_DECLARE_METATYPE(Files)

class TestControlGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leastOfAllGroups_data();
    void leastOfAllGroups();
};

void TestControlGroup::leastOfAllGroups_data()
{
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<Files>("files");
    QTest::addColumn<std::uint64_t>("limit");
    QTest::addColumn<std::uint64_t>("left");

    const QByteArray nested = "0::/user.slice/app.scope\n";
    QTest::newRow("no groups") << QByteArray() << Files() << unlimited << unlimited;
    QTest::newRow("no limit") << nested
                              << Files{{"memory.max", "max\n"},
                                       {"user.slice/memory.max", "max\n"},
                                       {"user.slice/app.scope/memory.max", "max\n"}}
                              << unlimited << unlimited;
    QTest::newRow("outermost, as in a container")
        << QByteArray("0::/\n") << Files{{"memory.max", "1000\n"}, {"memory.current", "400\n"}}
        << std::uint64_t(1000) << std::uint64_t(600);
    QTest::newRow("the process's own group")
        << nested
        << Files{{"user.slice/app.scope/memory.max", "800\n"},
                 {"user.slice/app.scope/memory.current", "100\n"}}
        << std::uint64_t(800) << std::uint64_t(700);
    QTest::newRow("a group between") << nested
                                     << Files{{"user.slice/memory.max", "500\n"},
                                              {"user.slice/memory.current", "450\n"},
                                              {"user.slice/app.scope/memory.max", "800\n"},
                                              {"user.slice/app.scope/memory.current", "100\n"}}
                                     << std::uint64_t(500) << std::uint64_t(50);
    QTest::newRow("lowest limit and least left in two groups")
        << nested
        << Files{{"user.slice/memory.max", "2000\n"},
                 {"user.slice/memory.current", "1990\n"},
                 {"user.slice/app.scope/memory.max", "800\n"},
                 {"user.slice/app.scope/memory.current", "100\n"}}
        << std::uint64_t(800) << std::uint64_t(10);
    QTest::newRow("page cache is given back")
        << nested
        << Files{{"user.slice/memory.max", "1000\n"},
                 {"user.slice/memory.current", "900\n"},
                 {"user.slice/memory.stat", "anon 200\ninactive_file 300\nactive_file 150\n"}}
        << std::uint64_t(1000) << std::uint64_t(550);
    QTest::newRow("more in use than allowed")
        << nested
        << Files{{"user.slice/memory.max", "100\n"}, {"user.slice/memory.current", "150\n"}}
        << std::uint64_t(100) << std::uint64_t(0);
    QTest::newRow("another group's limit")
        << nested << Files{{"other.slice/memory.max", "100\n"}} << unlimited << unlimited;
    QTest::newRow("groups of both versions")
        << QByteArray("5:memory:/old\n0::/user.slice\n")
        << Files{{"user.slice/memory.max", "300\n"}, {"old/memory.max", "1\n"}}
        << std::uint64_t(300) << std::uint64_t(300);
    QTest::newRow("outside the namespace")
        << QByteArray("0::/../../other\n")
        << Files{{"memory.max", "700\n"}, {"../other/memory.max", "1\n"}} << std::uint64_t(700)
        << std::uint64_t(700);
}

void TestControlGroup::leastOfAllGroups()
{
    QFETCH(QByteArray, own);
    QFETCH(Files, files);
    QTemporaryDir folder;
    files.insert("../own", own);
    const QDir tree(folder.filePath("tree"));
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const QString path = QDir::cleanPath(tree.filePath(file.key()));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file.value()) == file.value().size());
    }
    const GroupMemory memory =
        groupMemory(folder.filePath("own").toStdString(), tree.path().toStdString());
    QTEST(memory.limit, "limit");
    QTEST(memory.left, "left");
}

QTEST_GUILESS_MAIN(TestControlGroup)
#include "test_control_group.moc"
