// What files tell in places that Exiv2 passes over reaches the photo, and
// through it the result.
#include "core/base/text.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/metadata/xmp_repair.h"
#include "core/photo/photo_reader.h"
#include "core/photo/photo_writer.h"
#include "picture_files.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>
#include <exiv2/exiv2.hpp>
#include <zlib.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

QByteArray bigEndian(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = bytes - 1; i >= 0; --i)
        out += char(value >> (8 * i));
    return out;
}

QByteArray segment(int marker, const QByteArray& payload)
{
    return QByteArray("\xff") + char(marker) + bigEndian(quint32(payload.size()) + 2, 2) + payload;
}

/// A JPEG with these segments in front of its own.
Bytes jpegWith(const QByteArray& segments)
{
    Bytes jpeg = jpegBytes(testPicture({40, 30}, CV_8UC1));
    jpeg.insert(jpeg.begin() + 2, segments.begin(), segments.end());
    return jpeg;
}

QByteArray pngChunk(const QByteArray& type, const QByteArray& content)
{
    const QByteArray counted = type + content;
    const auto sum =
        crc32(0, reinterpret_cast<const Bytef*>(counted.constData()), uInt(counted.size()));
    return bigEndian(quint32(content.size()), 4) + counted + bigEndian(quint32(sum), 4);
}

/// A PNG with these chunks behind its header.
Bytes pngWith(const QByteArray& chunks)
{
    Bytes png = pngBytes(testPicture({40, 30}, CV_8UC1));
    png.insert(png.begin() + 8 + 25, chunks.begin(), chunks.end());
    return png;
}

/// A BigTIFF of one grey row, with a description, and a caption in IPTC of this TIFF type.
Bytes bigTiffWith(bool little, int iptcType)
{
    const auto number = [little](quint64 value, int bytes) {
        QByteArray out;
        for (int i = 0; i < bytes; ++i)
            out += char(value >> (8 * (little ? i : bytes - 1 - i)));
        return out;
    };
    const QByteArray iptc("\x1c\x02\x78\x00\x05"
                          "Boats\0\0",
                          12);
    const QByteArray text("Harbour, 1912\0", 14);
    const auto entry = [&](int tag, int type, quint64 count, quint64 value, int width) {
        return number(quint64(tag), 2) + number(quint64(type), 2) + number(count, 8) +
               (number(value, width) + QByteArray(8, '\0')).left(8);
    };
    QByteArray file = (little ? "II" : "MM") + number(43, 2) + number(8, 2) + number(0, 2);
    file += number(16 + 32 + 4, 8); // the directory, behind what it points to
    file += iptc + "    " + text + "  " + QByteArray(4, '\x7f');
    file += number(9, 8);
    file += entry(256, 3, 1, 4, 2);                                // width
    file += entry(257, 3, 1, 1, 2);                                // height
    file += entry(258, 3, 1, 8, 2);                                // bits
    file += entry(262, 3, 1, 1, 2);                                // black is zero
    file += entry(270, 2, 14, 32, 8);                              // description
    file += entry(273, 4, 1, 48, 4);                               // strip
    file += entry(277, 3, 1, 1, 2);                                // samples
    file += entry(279, 4, 1, 4, 4);                                // bytes of the strip
    file += entry(33723, iptcType, iptcType == 4 ? 3 : 12, 16, 8); // IPTC
    file += number(0, 8);
    return {file.begin(), file.end()};
}

QByteArray packet(const QByteArray& properties)
{
    return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/"
           "22-rdf-syntax-ns#\"><rdf:Description "
           "rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" "
           "xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\">" +
           properties + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}

QByteArray resource(int number, const QByteArray& content)
{
    QByteArray out = "8BIM" + bigEndian(quint32(number), 2) + QByteArray(2, '\0') +
                     bigEndian(quint32(content.size()), 4) + content;
    return content.size() % 2 ? out + '\0' : out;
}

const QByteArray xmpPrefix("http://ns.adobe.com/xap/1.0/\0", 29);
const QByteArray extensionPrefix("http://ns.adobe.com/xmp/extension/\0", 35);
const QByteArray exifPrefix("Exif\0\0", 6);
const QByteArray photoshopPrefix("Photoshop 3.0\0", 14);
const QByteArray guid(32, 'A');

QByteArray extension(const QByteArray& whole, qsizetype first, qsizetype count)
{
    return segment(0xE1, extensionPrefix + guid + bigEndian(quint32(whole.size()), 4) +
                             bigEndian(quint32(first), 4) + whole.mid(first, count));
}

} // namespace

class TestMetadataExtras : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    Photo read(const Bytes& bytes)
    {
        const fs::path path = fs::path(folder_.path().toStdString()) / "source";
        writeBytes(path, bytes);
        Result<Photo> photo = readPhoto(path);
        if (!photo)
            qFatal("%s", inWords(photo.error().message).c_str());
        return std::move(*photo);
    }

    static QString of(const Photo& photo, const char* key)
    {
        return QString::fromStdString(photo.metadata.value(key));
    }

private Q_SLOTS:
    void comments_data()
    {
        QTest::addColumn<QByteArray>("comment");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("At the harbour, 1912") << "At the harbour, 1912";
        QTest::newRow("zero behind") << QByteArray("At the harbour\0", 15) << "At the harbour";
        QTest::newRow("UTF-8") << QByteArray("K\xc3\xa4hne") << "Kähne";
        QTest::newRow("Latin-1") << QByteArray("K\xe4hne") << "Kähne";
        QTest::newRow("blank") << QByteArray("  ") << "";
    }

    void comments()
    {
        QFETCH(QByteArray, comment);
        QFETCH(QString, text);
        const Photo photo = read(jpegWith(segment(0xFE, comment)));
        QVERIFY(photo.warnings.empty());
        QString found = of(photo, "Exif.Photo.UserComment");
        found.remove("charset=Ascii ").remove("charset=Unicode ");
        QCOMPARE(found, text);
    }

    // Exif beyond 64 KB goes on in a second segment, over which Exiv2 gives up on
    // the whole file.
    void exifOfTwoSegments()
    {
        QByteArray exif;
        {
            const Exiv2Session session;
            Exiv2::ExifData data;
            data["Exif.Image.ImageDescription"] = "Market place";
            data["Exif.Photo.UserComment"] = "charset=Ascii " + std::string(70'000, 'x');
            Exiv2::MemIo io;
            const Exiv2::IptcData iptc;
            const Exiv2::XmpData xmp;
            Exiv2::TiffParser::encode(io, nullptr, 0, Exiv2::littleEndian, data, iptc, xmp);
            exif.resize(qsizetype(io.size()));
            io.seek(0, Exiv2::BasicIo::beg);
            QCOMPARE(qsizetype(io.read(reinterpret_cast<Exiv2::byte*>(exif.data()), exif.size())),
                     exif.size());
        }
        const Photo photo =
            read(jpegWith(segment(0xE1, exifPrefix + exif.left(65'000)) +
                          segment(0xE1, exifPrefix + exif.mid(65'000)) +
                          segment(0xE1, xmpPrefix + packet("<dc:source>Archive</dc:source>"))));
        QVERIFY(photo.warnings.empty());
        QCOMPARE(of(photo, "Exif.Image.ImageDescription"), QString("Market place"));
        QVERIFY(of(photo, "Exif.Photo.UserComment").size() >= 70'000);
        QCOMPARE(of(photo, "Xmp.dc.source"), QString("Archive"));

        // A JPEG's one segment cannot hold it: it goes beside the result, and
        // nothing is lost.
        MatRowSource rows(testPicture({40, 30}, CV_8UC3));
        const fs::path target = fs::path(folder_.path().toStdString()) / "result.jpg";
        const auto written =
            writePhoto(rows, {{}, resultMetadata(photo, {"House", "0123", {}}, {40, 30}, true), {}},
                       target, {.format = FileFormat::Jpeg, .overwrite = Overwrite::Replace}, {});
        QVERIFY2(written, written ? "" : inWords(written.error().message).c_str());
        QFile sidecar(QString::fromStdString(target.string() + ".xmp"));
        QVERIFY(sidecar.open(QIODevice::ReadOnly));
        QVERIFY(sidecar.readAll().contains(QByteArray(70'000, 'x')));
    }

    void extendedXmp_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("whole") << true;
        QTest::newRow("a part is missing") << false;
    }

    void extendedXmp()
    {
        QFETCH(bool, whole);
        const QByteArray second = packet("<dc:source>" + QByteArray(70'000, 'x') +
                                         "</dc:source><dc:format>f</dc:format>");
        const QByteArray first = packet("<xmpNote:HasExtendedXMP>" + guid +
                                        "</xmpNote:HasExtendedXMP><photoshop:City>Anytown"
                                        "</photoshop:City>");
        // Parts may come in any order.
        QByteArray segments = segment(0xE1, xmpPrefix + first) + extension(second, 60'000, 60'000);
        if (whole)
            segments += extension(second, 0, 60'000);
        const Photo photo = read(jpegWith(segments));
        QCOMPARE(photo.warnings.empty(), whole);
        QCOMPARE(of(photo, "Xmp.photoshop.City"), QString("Anytown"));
        QCOMPARE(of(photo, "Xmp.dc.source").size(), whole ? 70'000 : 0);
        QCOMPARE(of(photo, "Xmp.xmpNote.HasExtendedXMP"), QString());
    }

    void propertyTwice_data()
    {
        QTest::addColumn<QByteArray>("properties");
        const QByteArray city = "<photoshop:City>Anytown</photoshop:City>";
        const QByteArray subject =
            "<dc:subject><rdf:Bag><rdf:li>1905</rdf:li></rdf:Bag></dc:subject>";
        QTest::newRow("text") << city + city + subject;
        QTest::newRow("array") << subject + city + subject;
        QTest::newRow("in another description")
            << city + subject +
                   "</rdf:Description><rdf:Description rdf:about=\"\" "
                   "xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\">" +
                   city;
        QTest::newRow("empty") << city + "<photoshop:City/>" + subject;
    }

    void propertyTwice()
    {
        QFETCH(QByteArray, properties);
        const Photo photo = read(jpegWith(segment(0xE1, xmpPrefix + packet(properties))));
        QVERIFY(photo.warnings.empty());
        QCOMPARE(of(photo, "Xmp.photoshop.City"), QString("Anytown"));
        QCOMPARE(of(photo, "Xmp.dc.subject"), QString("1905"));
    }

    void leavesPacketsAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("sound") << packet("<dc:source>a</dc:source><dc:format>b</dc:format>");
        QTest::newRow("nested twice")
            << packet("<dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li>a</rdf:li></rdf:Bag>"
                      "</dc:subject>");
        QTest::newRow("comment") << packet("<!-- <dc:source> --><dc:source a='>'>a</dc:source>");
        QTest::newRow("cut") << packet("<dc:source>a</dc:source>").left(200);
        QTest::newRow("wrongly closed") << QByteArray("</a></b><c/>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("bracket") << QByteArray("<");
    }

    void leavesPacketsAlone()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(withoutRepeats(text.toStdString())), text);
    }

    void photoshop_data()
    {
        QTest::addColumn<bool>("marked");
        QTest::newRow("copyrighted") << true;
        QTest::newRow("not marked") << false;
    }

    void photoshop()
    {
        QFETCH(bool, marked);
        const Photo photo = read(
            jpegWith(segment(0xED, photoshopPrefix + resource(0x040A, QByteArray(1, char(marked))) +
                                       resource(0x040B, "https://archive.example.org/rights"))));
        QCOMPARE(of(photo, "Xmp.xmpRights.Marked"), marked ? QString("True") : QString());
        QCOMPARE(of(photo, "Xmp.xmpRights.WebStatement"),
                 QString("https://archive.example.org/rights"));
    }

    // Who changes IPTC and knows no XMP leaves the digest of what it was before.
    void newerIptc_data()
    {
        QTest::addColumn<QByteArray>("digestOf");
        QTest::addColumn<QString>("caption");
        QTest::newRow("of this") << QByteArray("\x1c\x02\x78\x00\x03new", 8) << "old";
        QTest::newRow("of another") << QByteArray("another") << "new";
        QTest::newRow("none") << QByteArray() << "old";
    }

    void newerIptc()
    {
        QFETCH(QByteArray, digestOf);
        QFETCH(QString, caption);
        const QByteArray iptc("\x1c\x02\x78\x00\x03new", 8);
        QByteArray resources = resource(0x0404, iptc);
        if (!digestOf.isEmpty())
            resources +=
                resource(0x0425, QCryptographicHash::hash(digestOf, QCryptographicHash::Md5));
        const Photo photo = read(jpegWith(
            segment(0xED, photoshopPrefix + resources) +
            segment(0xE1, xmpPrefix + packet("<dc:description><rdf:Alt><rdf:li "
                                             "xml:lang=\"x-default\">old</rdf:li></rdf:Alt>"
                                             "</dc:description>"))));
        const Metadata result = resultMetadata(photo, {"House", "0123", {}}, {40, 30}, true);
        const QString description = QString::fromStdString(result.value("Xmp.dc.description"));
        QVERIFY2(description.startsWith(caption + ". Colourised"), qPrintable(description));
    }

    void pngTexts()
    {
        QByteArray packed(200, '\0');
        uLongf size = uLongf(packed.size());
        compress(reinterpret_cast<Bytef*>(packed.data()), &size,
                 reinterpret_cast<const Bytef*>("Two boats"), 9);
        packed.truncate(qsizetype(size));
        const Photo photo = read(pngWith(
            pngChunk("tEXt", QByteArray("Title\0K\xe4hne", 11)) +
            pngChunk("iTXt", QByteArray("Author\0\0\0de\0Autor\0K\xc3\xa4the", 24)) +
            pngChunk("zTXt", QByteArray("Description\0\0", 13) + packed) +
            pngChunk("tEXt", QByteArray("Copyright\0City archive", 22)) +
            pngChunk("tEXt", QByteArray("Creation Time\0Thu, 04 Jul 1912 10:11:12 GMT", 43)) +
            pngChunk("tEXt", QByteArray("Shelf\0"
                                        "12 b",
                                        10)) +
            pngChunk("tEXt", QByteArray("date:create\0"
                                        "2020",
                                        16))));
        QVERIFY(photo.warnings.empty());
        QCOMPARE(of(photo, "Xmp.dc.title"), QString("Kähne"));
        QCOMPARE(of(photo, "Xmp.dc.creator"), QString("Käthe"));
        QCOMPARE(of(photo, "Xmp.dc.description"), QString("Two boats"));
        QCOMPARE(of(photo, "Xmp.dc.rights"), QString("City archive"));
        QCOMPARE(of(photo, "Xmp.photoshop.DateCreated"), QString("1912-07-04T10:11:12Z"));
        QVERIFY(of(photo, "Exif.Photo.UserComment").endsWith("Shelf: 12 b"));
        const Metadata result = resultMetadata(photo, {"House", "0123", {}}, {40, 30}, true);
        QVERIFY(result.value("Exif.Image.ImageDescription").starts_with("Two boats. Colourised"));
    }

    void bigTiff_data()
    {
        QTest::addColumn<bool>("little");
        QTest::addColumn<int>("type");
        QTest::newRow("bytes") << true << 7;
        QTest::newRow("words") << true << 4;
        QTest::newRow("big-endian") << false << 4;
    }

    void bigTiff()
    {
        QFETCH(bool, little);
        QFETCH(int, type);
        const Photo photo = read(bigTiffWith(little, type));
        QVERIFY(photo.warnings.empty());
        QCOMPARE(of(photo, "Exif.Image.ImageDescription"), QString("Harbour, 1912"));
        QCOMPARE(of(photo, "Iptc.Application2.Caption"), QString("Boats"));
    }

    void pngDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("date");
        QTest::newRow("year") << QByteArray("1912") << "1912";
        QTest::newRow("day") << QByteArray("1912-07-04") << "1912-07-04";
        QTest::newRow("ISO") << QByteArray("1912-07-04T10:11:12+01:00")
                             << "1912-07-04T10:11:12+01:00";
        QTest::newRow("words") << QByteArray("summer of 1912") << "";
    }

    void pngDates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, date);
        const Photo photo =
            read(pngWith(pngChunk("tEXt", QByteArray("Creation Time\0", 14) + text)));
        QCOMPARE(of(photo, "Xmp.photoshop.DateCreated"), date);
        // What is no date is not lost.
        QCOMPARE(of(photo, "Exif.Photo.UserComment").contains(text), date.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMetadataExtras)
#include "test_metadata_extras.moc"
