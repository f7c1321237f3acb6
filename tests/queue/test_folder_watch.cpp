#include "core/base/text.h"
#include "core/queue/intake/folder_watch.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <sys/stat.h>
#include <unistd.h>

using namespace autochrome;
namespace fs = std::filesystem;

/// Photos that come while somebody looks.
class TestFolderWatch : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_->path().toStdString()) / name;
    }

    void write(const std::string& name, std::size_t bytes = 10) const
    {
        fs::create_directories(at(name).parent_path());
        std::ofstream(at(name)) << std::string(bytes, 'x');
    }

    // Names below the folder; "failed" on an error.
    QStringList look(FolderWatch& watch) const
    {
        const auto photos = watch.look();
        if (!photos)
            return {"failed"};
        QStringList names;
        for (const FoundPhoto& photo : *photos)
            names << QString::fromStdString(
                photo.path.lexically_relative(folder_->path().toStdString()).native());
        return names;
    }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        fs::create_directory(at("in"));
    }

    void findsEachOnce()
    {
        FolderWatch watch(at("in"), {});
        QCOMPARE(look(watch), QStringList());
        QVERIFY(watch.problems().empty()); // an empty folder is what one begins with
        write("in/b.jpg");
        write("in/deep/er/a.tif");
        write("in/readme.txt");
        write("in/.hidden.jpg");
        QCOMPARE(look(watch), QStringList());
        QCOMPARE(look(watch), (QStringList{"in/b.jpg", "in/deep/er/a.tif"}));
        write("in/c.png");
        QCOMPARE(look(watch), QStringList());
        const auto photos = watch.look();
        QVERIFY(photos && photos->size() == 1);
        QCOMPARE(photos->front().path, at("in/c.png"));
        QCOMPARE(photos->front().root, at("in"));
        QCOMPARE(photos->front().size, 10);
        QVERIFY(photos->front().modified != 0);
        // Changed, or gone and back: it is in the batch already.
        write("in/b.jpg", 20);
        fs::remove(at("in/c.png"));
        QCOMPARE(look(watch), QStringList());
        write("in/c.png");
        QCOMPARE(look(watch), QStringList());
        QCOMPARE(look(watch), QStringList());
    }

    void leavesWhatIsStillBeingCopied()
    {
        FolderWatch watch(at("in"), {});
        write("in/large.tif", 0);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(look(watch), QStringList()); // made, but nothing has come yet
        for (std::size_t bytes : {100, 200, 300}) {
            write("in/large.tif", bytes);
            QCOMPARE(look(watch), QStringList());
        }
        // Room was made for all of it first: only its time changes.
        fs::last_write_time(at("in/large.tif"),
                            fs::file_time_type::clock::now() - std::chrono::hours(1));
        QCOMPARE(look(watch), QStringList());
        QCOMPARE(look(watch), QStringList{"in/large.tif"});
    }

    // Without a photo's name its content tells, once it is whole.
    void namelessPhotos()
    {
        cv::imwrite(at("photo.png").native(), cv::Mat(8, 8, CV_8UC1, cv::Scalar(9)));
        FolderWatch watch(at("in"), {});
        write("in/plate_7");
        write("in/notes");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(look(watch), QStringList());
        fs::copy(at("photo.png"), at("in/plate_7"), fs::copy_options::overwrite_existing);
        QCOMPARE(look(watch), QStringList());
        QCOMPARE(look(watch), QStringList{"in/plate_7"});
    }

    void filters()
    {
        FolderWatch watch(at("in"), {.formats = {FileFormat::Png}, .leftOut = at("in/out")});
        write("in/a.png");
        write("in/b.jpg");
        write("in/out/c.png");
        QCOMPARE(look(watch), QStringList());
        QCOMPARE(look(watch), QStringList{"in/a.png"});
    }

    // A share that is not mounted for a while.
    void goneAndBack()
    {
        FolderWatch watch(at("in"), {});
        write("in/a.png");
        QCOMPARE(look(watch), QStringList());
        QCOMPARE(look(watch), QStringList{"in/a.png"});
        write("in/b.png");
        fs::rename(at("in"), at("elsewhere"));
        const auto gone = watch.look();
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
        QVERIFY(inWords(gone.error().message).find(at("in").native()) != std::string::npos);
        fs::rename(at("elsewhere"), at("in"));
        QCOMPARE(look(watch), QStringList());
        QCOMPARE(look(watch), QStringList{"in/b.png"});
        // It is not there yet, or a file is in its place.
        FolderWatch later(at("later"), {});
        QCOMPARE(look(later), QStringList{"failed"});
        write("later", 5);
        QCOMPARE(look(later), QStringList{"failed"});
        fs::remove(at("later"));
        write("later/c.png");
        QCOMPARE(look(later), QStringList());
        QCOMPARE(look(later), QStringList{"later/c.png"});
    }

    void links()
    {
        FolderWatch watch(at("in"), {});
        fs::create_symlink(at("nowhere.png"), at("in/broken.png"));
        fs::create_symlink("self.png", at("in/self.png"));
        fs::create_directory_symlink(at("in"), at("in/loop"));
        write("elsewhere/a.png");
        fs::create_symlink(at("elsewhere/a.png"), at("in/linked.png"));
        QCOMPARE(look(watch), QStringList());
        QCOMPARE(look(watch), QStringList{"in/linked.png"});
        QVERIFY(watch.problems().empty());
    }

    void unreadableFolderInside()
    {
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        FolderWatch watch(at("in"), {});
        write("in/a.png");
        write("in/locked/b.png");
        ::chmod(at("in/locked").c_str(), 0);
        QCOMPARE(look(watch), QStringList());
        QCOMPARE(watch.problems().size(), std::size_t(1));
        QCOMPARE(look(watch), QStringList{"in/a.png"});
        ::chmod(at("in/locked").c_str(), 0700);
        QCOMPARE(look(watch), QStringList());
        QVERIFY(watch.problems().empty());
        QCOMPARE(look(watch), QStringList{"in/locked/b.png"});
    }

    // What a look had found when it was stopped is found by the next.
    void stopped()
    {
        FolderWatch watch(at("in"), {});
        write("in/a.png");
        QCOMPARE(look(watch), QStringList());
        Progress progress;
        progress.cancel();
        QCOMPARE(watch.look(progress).error().code, ErrorCode::Cancelled);
        QCOMPARE(look(watch), QStringList{"in/a.png"});
    }

    void anyBytesInNames()
    {
        fs::create_directory(at("\xff"));
        FolderWatch watch(at("\xff"), {});
        write("\xff/\xfe.png");
        QCOMPARE(watch.look()->size(), std::size_t(0));
        QCOMPARE(watch.look()->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestFolderWatch)
#include "test_folder_watch.moc"
