#include "core/base/text.h"
#include "core/photo/formats/format_names.h"
#include "core/photo/formats/recognition.h"
#include "core/photo/photo_writer.h"
#include "picture_files.h"

#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;
namespace fs = std::filesystem;

/// The table of the formats, and what is drawn from it.
class TestPhotoFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsWhole()
    {
        QSet<QString> words;
        for (const PhotoFormat& format : photoFormats) {
            QVERIFY2(format.reader && !format.magic.front().bytes.empty(), format.name);
            QVERIFY2(format.depth == 8 || format.depth == 16, format.name);
            QVERIFY2(factsOf(format.result).writer && factsOf(format.result).lossless, format.name);
            for (const std::string_view type : format.mimeTypes)
                QVERIFY2(type.starts_with("image/"), format.name);
            // No extension is that of two formats.
            for (const std::string_view extension : format.extensions) {
                const std::string name(extension);
                QVERIFY2(!words.contains(QString::fromStdString(name)), name.c_str());
                words << QString::fromStdString(name);
                QCOMPARE(formatOfName(name), format.format);
                QCOMPARE(formatOfExtension("a/b." + name), format.format);
                QVERIFY(isPhotoName(QString::fromStdString("x." + name).toUpper().toStdString()));
            }
            QCOMPARE(formatOfName(format.word), format.format);
        }
        for (const char* none : {"x", ".png", "png", "x.txt", "x.pngx", "x.png/y"})
            QVERIFY2(!isPhotoName(none), none);
    }

    void listsNames()
    {
        QStringList read, written, lossy;
        for (const PhotoFormat& format : photoFormats) {
            read << format.name;
            if (format.writer)
                written << format.name;
            if (format.writer && !format.lossless)
                lossy << format.name;
        }
        QCOMPARE(QString::fromStdString(namesOf(Formats::Read)), read.join(", "));
        QCOMPARE(QString::fromStdString(namesOf(Formats::Written)), written.join(", "));
        QCOMPARE(QString::fromStdString(namesOf(Formats::Lossy)), lossy.join(", "));
        QCOMPARE(lossy, (QStringList{"JPEG", "WebP"}));
    }

    // What cannot be written is said, and nothing else is written in its place.
    void writesNoOtherFormat()
    {
        QTemporaryDir folder;
        for (const PhotoFormat& format : photoFormats) {
            const fs::path target = fs::path(folder.path().toStdString()) /
                                    ("result." + std::string(format.extensions.front()));
            MatRowSource rows(testPicture({20, 10}, CV_8UC3));
            WriteOptions options;
            options.format = format.format;
            const auto written = writePhoto(rows, {}, target, options, {});
            if (format.writer) {
                QVERIFY2(written, format.name);
                const Bytes bytes = readBytes(target);
                MemorySource source(bytes);
                QCOMPARE(recognise(source).format, &format);
                continue;
            }
            QVERIFY2(!written, format.name);
            const QString sentence = QString::fromStdString(inWords(written.error().message));
            QVERIFY2(sentence.contains(format.name) && sentence.contains("not written"),
                     qPrintable(sentence));
            QVERIFY(!fs::exists(target));
        }
        QCOMPARE(namesIn(folder.path().toStdString()).size(),
                 std::size_t(std::ranges::count_if(photoFormats, [](const PhotoFormat& format) {
                     return format.writer != nullptr;
                 })));
    }
};

QTEST_GUILESS_MAIN(TestPhotoFormats)
#include "test_photo_formats.moc"
