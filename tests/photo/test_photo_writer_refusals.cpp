// What is not written, and leaves nothing behind.

#include "core/base/text.h"
#include "core/photo/formats/format_writer.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/photo/photo_writer.h"
#include "core/photo/profile/colour_space.h"
#include "picture_files.h"

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <set>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace autochrome;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(autochrome::FileFormat)

namespace {

/// Rows that end in trouble half-way.
class FailingRows : public RowSource
{
public:
    cv::Size size() const override { return {64, 600}; }
    int type() const override { return CV_8UC3; }
    void read(int firstRow, cv::Mat& strip) override
    {
        if (firstRow > 200)
            throw std::runtime_error("the stage before has failed");
        strip.setTo(7);
    }
};

/// Rows one cannot compress.
class NoiseRows : public RowSource
{
public:
    explicit NoiseRows(cv::Size size) : size_(size) {}
    cv::Size size() const override { return size_; }
    int type() const override { return CV_8UC3; }
    void read(int, cv::Mat& strip) override { cv::randu(strip, 0, 256); }

private:
    cv::Size size_;
};

} // namespace

class TestPhotoWriterRefusals : public QObject
{
    Q_OBJECT

private:
    fs::path own_;
    std::unique_ptr<QTemporaryDir> folder_;

    fs::path at(const std::string& name) const { return own_ / name; }
    static ResultInfo plainInfo() { return {srgbProfile(), {}, {}}; }

private Q_SLOTS:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        own_ = folder_->path().toStdString();
    }

    void refusesSource_data();
    void refusesSource();
    void otherOriginals();
    void keepsAnothersSidecar_data();
    void keepsAnothersSidecar();
    void replacesItsOwnSidecar();
    void refuses_data();
    void refuses();
    void leavesNothingWhenRowsFail();
    void leavesNothingWhenCancelled();
    void leavesNothingWhenTooLarge_data();
    void leavesNothingWhenTooLarge();
    void leavesNothingWhenDiskIsFull();
    void saysDiskFull();
};

void TestPhotoWriterRefusals::refusesSource_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("itself") << "photo.png";
    QTest::newRow("another spelling") << "./folder/.././photo.png";
    QTest::newRow("symbolic link") << "symbolic.png";
    QTest::newRow("hard link") << "hard.png";
    QTest::newRow("through a linked folder") << "linked/photo.png";
}

void TestPhotoWriterRefusals::refusesSource()
{
    QFETCH(QString, target);
    const fs::path source = at("photo.png");
    writeBytes(source, pngBytes(testPicture({10, 10}, CV_8UC3)));
    fs::create_directory(at("folder"));
    fs::create_symlink(source, at("symbolic.png"));
    fs::create_hard_link(source, at("hard.png"));
    fs::create_directory_symlink(own_, at("linked"));
    const Bytes before = readBytes(source);
    const auto names = namesIn(own_);
    for (const Overwrite overwrite : {Overwrite::Replace, Overwrite::Rename, Overwrite::Skip}) {
        MatRowSource rows(testPicture({10, 10}, CV_8UC3));
        const Result<WrittenPhoto> written =
            writePhoto(rows, plainInfo(), at(target.toStdString()),
                       {.format = FileFormat::Png, .overwrite = overwrite}, source);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::SameAsSource);
        QVERIFY(QString::fromStdString(inWords(written.error().message))
                    .contains(QString::fromStdString(fs::path(target.toStdString()).filename())));
    }
    QVERIFY(readBytes(source) == before);
    QVERIFY(namesIn(own_) == names);
}

// Of the same run, queue or window.
void TestPhotoWriterRefusals::otherOriginals()
{
    const fs::path other = at("other.png");
    writeBytes(other, pngBytes(testPicture({20, 20}, CV_8UC1)));
    const Bytes before = readBytes(other);
    WriteOptions options{.format = FileFormat::Png};
    options.isOriginal = [](const fs::path& path, const std::string&) {
        return path.filename() == "other.png" || path.filename() == "gone (2).png";
    };
    const auto write = [&](const std::string& name, Overwrite overwrite) {
        options.overwrite = overwrite;
        MatRowSource rows(testPicture({10, 10}, CV_8UC3));
        return writePhoto(rows, plainInfo(), at(name), options, {});
    };
    QCOMPARE(write("other.png", Overwrite::Replace).error().code, ErrorCode::SameAsSource);
    QCOMPARE(write("other.png", Overwrite::Rename)->path, at("other (2).png"));
    // Nor one whose file is not there just now.
    fs::remove(other);
    QCOMPARE(write("other.png", Overwrite::Replace).error().code, ErrorCode::SameAsSource);
    QCOMPARE(write("other.png", Overwrite::Skip).error().code, ErrorCode::SameAsSource);
    QVERIFY(!fs::exists(other));
    QCOMPARE(write("gone.png", Overwrite::Rename)->path, at("gone.png"));
    QCOMPARE(write("gone.png", Overwrite::Rename)->path, at("gone (3).png"));
}

void TestPhotoWriterRefusals::keepsAnothersSidecar_data()
{
    QTest::addColumn<int>("overwrite");
    QTest::addColumn<QByteArray>("sidecar");
    QTest::addColumn<QString>("name"); ///< that the result gets; empty: none
    const QByteArray own = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                           "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                           "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' "
                           "xmp:Rating='5'/></rdf:RDF></x:xmpmeta>";
    QTest::newRow("rename") << int(Overwrite::Rename) << own << "a (2).bmp";
    QTest::newRow("skip") << int(Overwrite::Skip) << own << "";
    QTest::newRow("replace") << int(Overwrite::Replace) << own << "";
    QTest::newRow("no XMP at all") << int(Overwrite::Replace) << QByteArray("notes") << "";
}

void TestPhotoWriterRefusals::keepsAnothersSidecar()
{
    QFETCH(int, overwrite);
    QFETCH(QByteArray, sidecar);
    QFETCH(QString, name);
    const Bytes theirs(sidecar.begin(), sidecar.end());
    writeBytes(at("a.bmp.xmp"), theirs);
    const ResultInfo info{{}, resultMetadata(Photo{}, {"model", "sha", {}}, {10, 10}, true), {}};
    MatRowSource rows(testPicture({10, 10}, CV_8UC3));
    const Result<WrittenPhoto> written =
        writePhoto(rows, info, at("a.bmp"),
                   {.format = FileFormat::Bmp, .overwrite = Overwrite(overwrite)}, {});
    QVERIFY(readBytes(at("a.bmp.xmp")) == theirs);
    QVERIFY(!fs::exists(at("a.bmp")));
    QCOMPARE(written.has_value(), !name.isEmpty());
    if (!written) {
        QCOMPARE(written.error().code, ErrorCode::TargetExists);
        QVERIFY(inWords(written.error().message).find("a.bmp.xmp") != std::string::npos);
        QCOMPARE(namesIn(own_).size(), std::size_t(1));
        return;
    }
    QCOMPARE(written->path, at(name.toStdString()));
    QVERIFY(fs::exists(at(name.toStdString() + ".xmp")));
    QCOMPARE(namesIn(own_).size(), std::size_t(3));
}

void TestPhotoWriterRefusals::replacesItsOwnSidecar()
{
    const auto write = [this](const char* model) {
        const ResultInfo info{{}, resultMetadata(Photo{}, {model, "sha", {}}, {10, 10}, true), {}};
        MatRowSource rows(testPicture({10, 10}, CV_8UC3));
        return writePhoto(rows, info, at("a.bmp"),
                          {.format = FileFormat::Bmp, .overwrite = Overwrite::Replace}, {});
    };
    QVERIFY(write("one"));
    QVERIFY(write("two"));
    QCOMPARE(provenanceOf(readPhotoMetadata(at("a.bmp"))).modelName, std::string("two"));
    QCOMPARE(namesIn(own_).size(), std::size_t(2));
}

void TestPhotoWriterRefusals::refuses_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<FileFormat>("format");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* tag, const char* target, FileFormat format, int type,
                        const char* says, int width = 16) {
        QTest::newRow(tag) << QString(target) << format << type << width << QString(says);
    };
    row("no such folder", "absent/a.png", FileFormat::Png, CV_8UC3, "no folder");
    row("a file as folder", "file/a.png", FileFormat::Png, CV_8UC3, "no folder");
    row("a folder of that name", "folder", FileFormat::Png, CV_8UC3, "folder of that name");
    row("not a place for files", "/proc/a.png", FileFormat::Png, CV_8UC3, "a.png");
    row("16 bit jpeg", "a.jpg", FileFormat::Jpeg, CV_16UC3, "16-bit");
    row("16 bit webp", "a.webp", FileFormat::WebP, CV_16UC3, "16-bit");
    row("16 bit bmp", "a.bmp", FileFormat::Bmp, CV_16UC1, "16-bit");
    row("webp too wide", "a.webp", FileFormat::WebP, CV_8UC3, "16383", 16384);
    row("jpeg too wide", "a.jpg", FileFormat::Jpeg, CV_8UC1, "65500", 65501);
}

void TestPhotoWriterRefusals::refuses()
{
    QFETCH(QString, target);
    QFETCH(FileFormat, format);
    QFETCH(int, type);
    QFETCH(int, width);
    QFETCH(QString, says);
    writeBytes(at("file"), {1});
    fs::create_directory(at("folder"));
    MatRowSource rows(cv::Mat::zeros(2, width, type));
    const Result<WrittenPhoto> written =
        writePhoto(rows, plainInfo(), own_ / target.toStdString(),
                   {.format = format, .overwrite = Overwrite::Replace}, {});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    const QString sentence = QString::fromStdString(inWords(written.error().message));
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY2(sentence.contains(target.section('/', -1)), qPrintable(sentence));
    QVERIFY(namesIn(own_) == (std::set<std::string>{"file", "folder"}));
    QVERIFY(namesIn(at("folder")).empty());
}

void TestPhotoWriterRefusals::leavesNothingWhenRowsFail()
{
    for (const FileFormat format :
         {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff, FileFormat::WebP, FileFormat::Bmp}) {
        FailingRows rows;
        const Result<WrittenPhoto> written =
            writePhoto(rows, plainInfo(), at("out"), {.format = format}, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::WriteFailed);
        QVERIFY(namesIn(own_).empty());
    }
}

void TestPhotoWriterRefusals::leavesNothingWhenCancelled()
{
    for (const FileFormat format :
         {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff, FileFormat::WebP, FileFormat::Bmp}) {
        MatRowSource rows(testPicture({32, 2000}, CV_8UC3));
        Progress progress([&progress](double fraction, const Message&) {
            if (fraction > 0.3)
                progress.cancel();
        });
        writeBytes(at("out"), {1, 2, 3});
        const Result<WrittenPhoto> written =
            writePhoto(rows, plainInfo(), at("out"),
                       {.format = format, .overwrite = Overwrite::Replace}, {}, progress);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(namesIn(own_) == std::set<std::string>{"out"});
        QCOMPARE(readBytes(at("out")), Bytes({1, 2, 3}));
    }
}

void TestPhotoWriterRefusals::leavesNothingWhenTooLarge_data()
{
    QTest::addColumn<FileFormat>("format");
    for (const FileFormat format :
         {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff, FileFormat::WebP, FileFormat::Bmp})
        QTest::newRow(formatName(format)) << format;
}

/// The system refuses to let the file grow: every format's own way of writing meets it.
void TestPhotoWriterRefusals::leavesNothingWhenTooLarge()
{
    QFETCH(FileFormat, format);
    rlimit before = {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = before;
    tight.rlim_cur = 20'000;
    ::setrlimit(RLIMIT_FSIZE, &tight);
    NoiseRows rows({300, 300});
    const Result<WrittenPhoto> written =
        writePhoto(rows, plainInfo(), at("out"), {.format = format}, {});
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    QVERIFY(QString::fromStdString(inWords(written.error().message)).contains("large"));
    QVERIFY(namesIn(own_).empty());
}

void TestPhotoWriterRefusals::leavesNothingWhenDiskIsFull()
{
    if (::mount("tmpfs", own_.c_str(), "tmpfs", 0, "size=64k") != 0)
        QSKIP("a small disk can only be mounted by root");
    const auto unmount = qScopeGuard([this] { ::umount2(own_.c_str(), MNT_DETACH); });
    for (const FileFormat format :
         {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff, FileFormat::WebP, FileFormat::Bmp}) {
        NoiseRows rows({400, 400});
        const Result<WrittenPhoto> written =
            writePhoto(rows, plainInfo(), at("out"), {.format = format, .quality = 100}, {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::DiskFull);
        QVERIFY(QString::fromStdString(inWords(written.error().message)).contains("out"));
        QVERIFY(namesIn(own_).empty());
    }
}

void TestPhotoWriterRefusals::saysDiskFull()
{
    for (const int code : {ENOSPC, EDQUOT}) {
        const Error error = WriteFailure::ofSystem(code, "/some/folder/photo.jpg").error();
        QCOMPARE(error.code, ErrorCode::DiskFull);
        QVERIFY(QString::fromStdString(inWords(error.message)).contains("photo.jpg"));
        QVERIFY(QString::fromStdString(inWords(error.message)).contains("/some/folder"));
    }
}

QTEST_GUILESS_MAIN(TestPhotoWriterRefusals)
#include "test_photo_writer_refusals.moc"
