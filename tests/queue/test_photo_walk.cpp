#include "core/base/text.h"
#include "core/queue/intake/photo_walk.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <opencv2/imgcodecs.hpp>

using namespace autochrome;
namespace fs = std::filesystem;

class TestPhotoWalk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::vector<Error> problems_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_->path().toStdString()) / name;
    }

    void write(const std::string& name, std::size_t bytes = 10) const
    {
        fs::create_directories(at(name).parent_path());
        std::ofstream(at(name)) << std::string(bytes, 'x');
    }

    QStringList walk(const std::vector<fs::path>& inputs, const WalkFilter& filter = {})
    {
        QStringList names;
        problems_.clear();
        const auto done = walkPhotos(
            inputs, filter,
            [&](const FoundPhoto& photo) {
                names << QString::fromStdString(
                    photo.path.lexically_relative(folder_->path().toStdString()).native());
            },
            [&](Error problem) { problems_.push_back(std::move(problem)); });
        return done ? names : QStringList("failed");
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void findsInOrder()
    {
        write("box/b.tif");
        write("box/a.JPG");
        write("box/sub/c.png");
        write("box/readme.txt");
        write("box/.hidden.jpg");
        write("box/.cache/d.jpg");
        // A photo whose name does not say so.
        cv::imwrite(at("photo.png").native(), cv::Mat(8, 8, CV_8UC1, cv::Scalar(9)));
        fs::rename(at("photo.png"), at("box/plate_7"));
        QCOMPARE(walk({at("box")}),
                 (QStringList{"box/a.JPG", "box/b.tif", "box/plate_7", "box/sub/c.png"}));
        QVERIFY(problems_.empty());
        QCOMPARE(walk({at("box")}, {.recursive = false}),
                 (QStringList{"box/a.JPG", "box/b.tif", "box/plate_7"}));
        QCOMPARE(walk({at("box")}, {.formats = {FileFormat::Png}}),
                 (QStringList{"box/plate_7", "box/sub/c.png"}));
        QCOMPARE(walk({at("box")}, {.leftOut = at("box/sub")}).size(), 3);
        // A file that is named is taken, whatever it is; the reader will judge it.
        QCOMPARE(walk({at("box/readme.txt"), at("nowhere.jpg")}).size(), 2);
    }

    void sizes()
    {
        write("small.jpg", 10);
        write("large.jpg", 1000);
        QCOMPARE(walk({at("")}, {.smallest = 11}), QStringList{"large.jpg"});
        QCOMPARE(walk({at("")}, {.largest = 999}), QStringList{"small.jpg"});
    }

    // Links to folders lead in circles.
    void noLoops()
    {
        write("a/x.jpg");
        fs::create_directory_symlink(at(""), at("a/back"));
        fs::create_directory_symlink(at("a"), at("again"));
        QCOMPARE(walk({at("")}), QStringList{"a/x.jpg"});
        // The person may mean a link.
        QCOMPARE(walk({at("again")}), QStringList{"again/x.jpg"});
    }

    void problems()
    {
        fs::create_directory(at("empty"));
        write("good/a.jpg");
        QCOMPARE(walk({at("empty"), at("good")}), QStringList{"good/a.jpg"});
        QCOMPARE(problems_.size(), std::size_t(1));
        QCOMPARE(problems_[0].code, ErrorCode::NotFound);
        QVERIFY(inWords(problems_[0].message).find("empty") != std::string::npos);
    }

    void anyBytesInNames()
    {
        write("\xff\xfe.jpg");
        QCOMPARE(walk({at("")}).size(), 1);
    }

    void stops()
    {
        write("a.jpg");
        Progress progress;
        progress.cancel();
        const auto done = walkPhotos(
            {at("")}, {}, [](const FoundPhoto&) {}, [](const Error&) {}, progress);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
    }

    void lists()
    {
        std::ofstream(at("list")) << "# box 3\r\na.jpg\r\n\n/abs/b.tif\n";
        const auto paths = readPhotoList(at("list"), "/base");
        QVERIFY(paths);
        QCOMPARE(*paths, (std::vector<fs::path>{"/base/a.jpg", "/abs/b.tif"}));
        QCOMPARE(readPhotoList(at("none"), "/base").error().code, ErrorCode::NotFound);
    }

    // Every photo in just one part, the same wherever the folder is mounted.
    void shards()
    {
        int parts[3] = {};
        for (int i = 0; i < 300; ++i) {
            const std::string name = "/box/photo" + std::to_string(i) + ".tif";
            int in = 0;
            for (int part = 1; part <= 3; ++part) {
                const bool here = isInShard({"/mnt/a" + name, "/mnt/a", 0, 0}, part, 3);
                QCOMPARE(isInShard({"/other" + name, "/other", 0, 0}, part, 3), here);
                in += here;
                parts[part - 1] += here;
            }
            QCOMPARE(in, 1);
        }
        for (const int part : parts)
            QVERIFY(part > 60);
    }
};

QTEST_GUILESS_MAIN(TestPhotoWalk)
#include "test_photo_walk.moc"
