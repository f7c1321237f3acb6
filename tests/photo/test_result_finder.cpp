#include "core/photo/result_finder.h"

#include "core/photo/photo_writer.h"
#include "picture_files.h"
#include "source_photos.h"

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <memory>

using namespace autochrome;
namespace fs = std::filesystem;

class TestResultFinder : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_->path().toStdString()) / name;
    }

    fs::path result(const std::string& name, const std::string& sha256) const
    {
        return writeTestResult(at(name), sha256);
    }

    static bool none(const fs::path&) { return false; }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void looksAtWhatTheResultsSay()
    {
        ResultFinder finder(numberedCopy);
        const fs::path wanted = at("a.png");
        QVERIFY(!finder.find(wanted, "one", none));
        const fs::path first = result("a.png", "one");
        const fs::path second = result("a.png", "two");
        const fs::path third = result("a.png", "three");
        QCOMPARE(second, at("a (2).png"));
        QCOMPARE(finder.find(wanted, "one", none), std::optional(first));
        QCOMPARE(finder.find(wanted, "two", none), std::optional(second));
        QCOMPARE(finder.find(wanted, "three", none), std::optional(third));
        QVERIFY(!finder.find(wanted, "four", none));
        // What came meanwhile counts, what went does not.
        const fs::path fourth = result("a.png", "four");
        QCOMPARE(finder.find(wanted, "four", none), std::optional(fourth));
        fs::remove(second);
        QVERIFY(!finder.find(wanted, "two", none));
    }

    // Two folders with the same photo: each gets its result.
    void resultsOfThisRunAreNoReason()
    {
        ResultFinder finder(numberedCopy);
        const fs::path mine = result("a.png", "one");
        const auto isMine = [&](const fs::path& path) { return path == mine; };
        QVERIFY(!finder.find(at("a.png"), "one", isMine));
        const fs::path earlier = result("a.png", "one");
        QCOMPARE(finder.find(at("a.png"), "one", isMine), std::optional(earlier));
    }

    // Nobody knows what it is: it is left, and the photo too, as the person said.
    void whatSaysNothingIsLeftAlone()
    {
        ResultFinder finder(numberedCopy);
        writeBytes(at("a.png"), {1});
        QCOMPARE(finder.find(at("a.png"), "one", none), std::optional(at("a.png")));
        writeBytes(at("b (2).png"), {1});
        result("b.png", "two");
        QVERIFY(!finder.find(at("b.png"), "one", none)); // only under the name itself
    }
};

QTEST_GUILESS_MAIN(TestResultFinder)
#include "test_result_finder.moc"
