#include "core/base/text.h"
#include "core/queue/run/batch_runner.h"
#include "tests/support/make_model.h"

#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <fcntl.h>
#include <opencv2/imgcodecs.hpp>
#include <thread>
#include <unistd.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// Saves a photo again and again, in place, from the moment that it is made.
class RestlessPhoto
{
public:
    explicit RestlessPhoto(const fs::path& path) : descriptor_(::open(path.c_str(), O_RDWR))
    {
        bytes_.resize(std::size_t(fs::file_size(path)) - header);
        thread_ = std::thread([this] {
            for (int shade = 0; !still_; ++shade) {
                std::fill(bytes_.begin(), bytes_.end(), std::uint8_t(shade));
                (void)!::pwrite(descriptor_, bytes_.data(), bytes_.size(), header);
            }
        });
    }
    ~RestlessPhoto()
    {
        rest();
        ::close(descriptor_);
    }
    RestlessPhoto(const RestlessPhoto&) = delete;
    RestlessPhoto& operator=(const RestlessPhoto&) = delete;

    void rest()
    {
        still_ = true;
        if (thread_.joinable())
            thread_.join();
    }

private:
    static constexpr std::size_t header = 54; // of a BMP
    int descriptor_;
    std::vector<std::uint8_t> bytes_;
    std::atomic<bool> still_ = false;
    std::thread thread_;
};

} // namespace

/// A photo of the queue that somebody writes to while it is read.
class TestChangingPhoto : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

private Q_SLOTS:
    void isTriedAgain_data()
    {
        QTest::addColumn<bool>("ends");
        QTest::newRow("until it is still") << true;
        QTest::newRow("but not for ever") << false;
    }

    void isTriedAgain()
    {
        QFETCH(bool, ends);
        const fs::path root = fs::path(folder_.path().toStdString()) / QTest::currentDataTag();
        fs::create_directories(root);
        const fs::path restless = root / "a.bmp";
        const fs::path still = root / "b.png";
        cv::imwrite(restless.native(), cv::Mat(5000, 400, CV_8UC3, cv::Scalar(9, 9, 9)));
        cv::imwrite(still.native(), cv::Mat(60, 80, CV_8UC1, cv::Scalar(90)));
        auto journal =
            std::make_shared<JournalThread>(Journal::open(root / "queue.sqlite").value());
        BatchSettings settings;
        settings.model = makeTestModel(root, TestModel::Coloured).native();
        settings.recipe.colour.size = 128;
        journal
            ->ask([&](Journal& j) {
                const std::vector<NewJob> jobs{{restless, {}, 0, 0}, {still, {}, 0, 0}};
                return j.addJobs(j.addBatch("test", settings).value(), jobs).value();
            })
            .get();

        std::vector<std::string> order;
        int begun = 0;
        {
            RestlessPhoto writer(restless);
            RunListener listener;
            listener.started = [&](const Job& job) {
                if (job.source == restless && ++begun == 2 && ends)
                    writer.rest();
            };
            listener.ended = [&](const Job& job, const PhotoOutcome&) {
                order.push_back(job.source.name());
            };
            BatchRunner runner(journal, {.device = "cpu"}, listener);
            const auto summary = runner.run(Progress());
            QVERIFY(summary.has_value());
            QCOMPARE(summary->done, ends ? 2 : 1);
            QCOMPARE(summary->failed, ends ? 0 : 1);
        }
        QCOMPARE(begun, ends ? 2 : 3);
        QCOMPARE(order, (std::vector<std::string>{"b.png", "a.bmp"})); // the others first
        const Job job = journal->ask([](Journal& j) { return j.jobs({}).value().back(); }).get();
        QCOMPARE(job.source, restless);
        QCOMPARE(job.attempts, begun);
        if (!ends) {
            QCOMPARE(job.outcome.error->code, ErrorCode::Unreadable);
            QVERIFY(inWords(job.outcome.error->message).find("changed") != std::string::npos);
            QVERIFY(!fs::exists(root / "a_colour.png"));
        }
    }
};

QTEST_GUILESS_MAIN(TestChangingPhoto)
#include "test_changing_photo.moc"
