#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/photo/photo_reader.h"
#include "picture_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fcntl.h>
#include <sys/stat.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

// Tall, so that its rows are read in several goes.
constexpr int width = 400;
constexpr int height = 3000;

Bytes picture(const QString& format, int shade)
{
    if (format == "png")
        return pngBytes(cv::Mat(height, width, CV_8UC1, cv::Scalar(shade)));
    return bmpBytes(width, height, 24, 0, {},
                    Bytes(std::size_t(3 * width * height), std::uint8_t(shade)));
}

/// As a program that saves in place does it: no moment without a file, no new one.
void overwrite(const fs::path& path, const Bytes& bytes)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    QVERIFY(descriptor >= 0);
    QCOMPARE(::pwrite(descriptor, bytes.data(), bytes.size(), 0), ssize_t(bytes.size()));
    QCOMPARE(::ftruncate(descriptor, off_t(bytes.size())), 0);
    ::close(descriptor);
}

} // namespace

/// A photo that somebody writes to while it is read.
class TestChangingSource : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    fs::path at(const std::string& name) const
    {
        return fs::path(folder_->path().toStdString()) / name;
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void oneMomentOnly_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("how");
        for (const char* format : {"bmp", "png"})
            for (const char* how : {"in place", "times set back", "another file"})
                QTest::addRow("%s, %s", format, how) << QString(format) << QString(how);
    }

    // Whatever comes out is one of the two pictures, with its own hash.
    void oneMomentOnly()
    {
        QFETCH(QString, format);
        QFETCH(QString, how);
        const fs::path path = at("photo");
        writeBytes(path, picture(format, 60));
        const Bytes second = picture(format, 200);
        struct stat times = {};
        if (how == "times set back") {
            const timespec old[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
            QCOMPARE(::utimensat(AT_FDCWD, path.c_str(), old, 0), 0);
        }
        QCOMPARE(::stat(path.c_str(), &times), 0);
        bool changed = false;
        const Progress progress([&](double fraction, const Message&) {
            if (changed || fraction < 0.2)
                return;
            changed = true;
            if (how == "another file") {
                writeBytes(at("new"), second);
                fs::rename(at("new"), path);
                return;
            }
            overwrite(path, second);
            const timespec before[2] = {times.st_atim, times.st_mtim};
            if (how == "times set back")
                ::utimensat(AT_FDCWD, path.c_str(), before, 0);
        });
        const Result<Photo> photo = readPhoto(path, progress);
        QVERIFY(changed);
        QVERIFY2(photo.has_value(), photo ? "" : inWords(photo.error().message).c_str());
        double least = 0;
        double most = 0;
        cv::minMaxLoc(photo->pixels.reshape(1), &least, &most);
        QCOMPARE(least, most); // no mix
        QCOMPARE(int(most), 200);
        QCOMPARE(photo->sourceSha256, sha256OfFile(path).value());
    }

    void failsIfItGoesOn()
    {
        const fs::path path = at("photo.bmp");
        writeBytes(path, picture("bmp", 60));
        int changes = 0;
        const Progress progress([&](double fraction, const Message&) {
            if (fraction >= 0.2 && changes < 1000)
                overwrite(path, picture("bmp", 60 + ++changes % 100));
        });
        const Result<Photo> photo = readPhoto(path, progress);
        QVERIFY(!photo);
        QCOMPARE(photo.error().code, ErrorCode::Unreadable);
        QVERIFY2(inWords(photo.error().message).find("photo.bmp") != std::string::npos &&
                     inWords(photo.error().message).find("changed") != std::string::npos,
                 inWords(photo.error().message).c_str());
    }

    // A copy on its way is cut short at first.
    void waitsForACopyToEnd()
    {
        const fs::path path = at("photo.png");
        const Bytes whole = pngBytes(testPicture({width, height}, CV_8UC1));
        writeBytes(path, Bytes(whole.begin(), whole.begin() + std::ptrdiff_t(whole.size() / 2)));
        bool copied = false;
        const Progress progress([&](double, const Message&) {
            if (!std::exchange(copied, true))
                overwrite(path, whole);
        });
        const Result<Photo> photo = readPhoto(path, progress);
        QVERIFY(copied);
        QVERIFY2(photo.has_value(), photo ? "" : inWords(photo.error().message).c_str());
        QCOMPARE(photo->sourceSha256, sha256OfFile(path).value());
    }

    void aDamagedFileIsDamaged()
    {
        const Bytes whole = picture("bmp", 60);
        writeBytes(at("photo.bmp"), Bytes(whole.begin(), whole.end() - 100000));
        QCOMPARE(readPhoto(at("photo.bmp")).error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestChangingSource)
#include "test_changing_source.moc"
