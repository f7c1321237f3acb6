#include "core/base/text.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "picture_files.h"
#include "source_photos.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

const Provenance house{"House Model v1",
                       "0123abcd",
                       {{"size", "512"}, {"strength", "1.25"}, {"hints", "a=b; 50 % ünïcode"}}};

QString of(const Metadata& metadata, const char* key)
{
    return QString::fromStdString(metadata.value(key));
}

} // namespace

class TestProvenance : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder_;
    Photo photo(const char* name, bool metadata, bool stale = false)
    {
        const fs::path path = fs::path(folder_.path().toStdString()) / name;
        const cv::Mat grey = testPicture({60, 40}, CV_16UC1);
        if (path.extension() == ".tif")
            writeTiffFile(path, grey, {.minIsWhite = true, .orientation = 6, .dpi = 600});
        else
            writeBytes(path, jpegBytes(testPicture({60, 40}, CV_8UC1)));
        if (metadata)
            addTestMetadata(path, stale);
        Result<Photo> read = readPhoto(path);
        if (!read)
            qFatal("%s", inWords(read.error().message).c_str());
        return std::move(*read);
    }

private Q_SLOTS:
    void labels_data();
    void labels();
    void keepsTheSource();
    void dropsStructure();
    void dropsStaleThumbnail();
    void givesIdentity();
    void identityOfSourceWithoutIds();
    void saysColourSpace_data();
    void saysColourSpace();
    void comesBack();
    void secondRunAddsToTheFirst();
    void nothingFromStrangers();
    void aNameThatIsNoUtf8();
    void aPageOfAFile();
};

// It stands so that the file can be found by it.
void TestProvenance::aNameThatIsNoUtf8()
{
    Photo source = photo("bare.jpg", false);
    source.source = "/scans/caf\xe9.jpg";
    const Metadata result = resultMetadata(source, house, {60, 40}, true);
    QVERIFY(of(result, "Xmp.dc.description").endsWith("source: caf%E9.jpg"));
    QVERIFY(of(result, "Exif.Image.ImageDescription").endsWith("source: caf%E9.jpg"));
    QCOMPARE(of(result, "Xmp.xmpMM.DerivedFrom/stRef:filePath"), "caf%E9.jpg");
}

void TestProvenance::aPageOfAFile()
{
    Photo source = photo("bare.jpg", false);
    const Metadata whole = resultMetadata(source, house, {60, 40}, true);
    source.source.page = 2;
    const Metadata page = resultMetadata(source, house, {60, 40}, true);
    QVERIFY(of(page, "Xmp.dc.description").endsWith("source: bare.jpg, page 2"));
    QCOMPARE(of(page, "Xmp.xmpMM.DerivedFrom/stRef:filePath"), "bare.jpg");
    QCOMPARE(provenanceOf(page).madeFrom(), source.fingerprint());
    QCOMPARE(provenanceOf(whole).madeFrom(), source.sourceSha256);
    QVERIFY(provenanceOf(page).madeFrom() != provenanceOf(whole).madeFrom());
}

void TestProvenance::labels_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("metadata");
    QTest::newRow("bare jpeg") << "a.jpg" << false;
    QTest::newRow("bare tiff") << "a.tif" << false;
    QTest::newRow("jpeg") << "b.jpg" << true;
    QTest::newRow("tiff") << "b.tif" << true;
}

void TestProvenance::labels()
{
    QFETCH(QString, name);
    QFETCH(bool, metadata);
    const Photo source = photo(name.toUtf8().constData(), metadata, metadata);
    const Metadata result = resultMetadata(source, house, {40, 60}, true);
    const QString software = QStringLiteral("Autochrome " AUTOCHROME_VERSION);
    const QString label = "Colourised by AI; colours simulated; source: " + name;
    const QString before = metadata ? "Market square, 1911. " : "";
    QCOMPARE(of(result, "Exif.Image.Software"), software);
    QCOMPARE(of(result, "Exif.Image.ProcessingSoftware"), software);
    QCOMPARE(of(result, "Exif.Image.ImageDescription"), before + label);
    QCOMPARE(of(result, "Xmp.dc.description"), before + label);
    QCOMPARE(of(result, "Exif.Image.Orientation"), QString("1"));
    QCOMPARE(of(result, "Exif.Photo.PixelXDimension"), QString("40"));
    QCOMPARE(of(result, "Exif.Photo.PixelYDimension"), QString("60"));
    QCOMPARE(of(result, "Xmp.iptcExt.DigitalSourceType"),
             QString("http://cv.iptc.org/newscodes/digitalsourcetype/"
                     "compositeWithTrainedAlgorithmicMedia"));
    const QDateTime now = QDateTime::currentDateTime();
    const QDateTime written =
        QDateTime::fromString(of(result, "Exif.Image.DateTime"), "yyyy:MM:dd HH:mm:ss");
    QVERIFY(written.isValid() && std::abs(written.secsTo(now)) < 60);
    const QDateTime modified = QDateTime::fromString(of(result, "Xmp.xmp.ModifyDate"), Qt::ISODate);
    QVERIFY(modified.isValid() && std::abs(modified.secsTo(now)) < 60);
    QVERIFY(of(result, "Exif.Photo.SubSecTime").isEmpty());

    const QString event = metadata ? "Xmp.xmpMM.History[2]/stEvt:" : "Xmp.xmpMM.History[1]/stEvt:";
    const auto history = [&](const char* field) {
        return QString::fromStdString(result.value((event + field).toStdString()));
    };
    QCOMPARE(history("action"), QString("edited"));
    QCOMPARE(history("softwareAgent"), software);
    QCOMPARE(history("when"), of(result, "Xmp.xmp.ModifyDate"));
    for (const QString& part :
         {QString("model=House Model v1"), QString("sha256=0123abcd"), QString("size=512"),
          QString("strength=1.25"), QString::fromStdString("source-sha256=" + source.sourceSha256)})
        QVERIFY2(history("parameters").contains(part), qPrintable(history("parameters")));
}

void TestProvenance::keepsTheSource()
{
    const Photo source = photo("kept.jpg", true);
    const Metadata result = resultMetadata(source, house, {60, 40}, true);
    for (const char* key :
         {"Exif.Image.Make", "Exif.Image.Artist", "Exif.Image.Copyright",
          "Exif.Photo.DateTimeOriginal", "Exif.Photo.DateTimeDigitized", "Exif.Photo.UserComment",
          "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", "Exif.GPSInfo.GPSLongitude",
          "Iptc.Application2.Keywords", "Iptc.Application2.City", "Xmp.dc.rights",
          "Xmp.photoshop.Credit"}) {
        QVERIFY2(!source.metadata.value(key).empty(), key);
        QVERIFY2(result.value(key) == source.metadata.value(key), key);
    }
    // The label stands behind each caption, also where they differ.
    QCOMPARE(of(source.metadata, "Iptc.Application2.Caption"), QString("Market square"));
    QVERIFY(of(result, "Iptc.Application2.Caption").startsWith("Market square. Colourised by AI"));
    // The other languages of the description stay as they were.
    const Exiv2Session session;
    const auto description =
        result.data().xmp.findKey(Exiv2::XmpKey("Xmp.dc.description"))->value().clone();
    const auto* languages = dynamic_cast<const Exiv2::LangAltValue*>(description.get());
    QVERIFY(languages);
    QCOMPARE(QString::fromStdString(languages->toString("de-DE")), QString("Marktplatz, 1911"));
}

void TestProvenance::dropsStructure()
{
    const Photo source = photo("grey.tif", true, true);
    QVERIFY(!source.metadata.value("Exif.Image.StripOffsets").empty());
    const Metadata result = resultMetadata(source, house, {60, 40}, true);
    for (const char* key :
         {"Exif.Image.ImageWidth", "Exif.Image.ImageLength", "Exif.Image.BitsPerSample",
          "Exif.Image.Compression", "Exif.Image.PhotometricInterpretation",
          "Exif.Image.StripOffsets", "Exif.Image.StripByteCounts", "Exif.Image.RowsPerStrip",
          "Exif.Image.SamplesPerPixel", "Exif.Image.PlanarConfiguration",
          "Exif.Image.InterColorProfile", "Exif.Image.XMLPacket", "Exif.Image.IPTCNAA",
          "Xmp.tiff.Orientation", "Xmp.photoshop.ColorMode"})
        QVERIFY2(result.value(key).empty(), key);
}

void TestProvenance::dropsStaleThumbnail()
{
    const Photo source = photo("thumb.jpg", true, true);
    QVERIFY(!source.metadata.value("Exif.Thumbnail.Compression").empty());
    const Metadata result = resultMetadata(source, house, {60, 40}, true);
    for (const auto& [key, text] : result.fields())
        QVERIFY2(!key.starts_with("Exif.Thumbnail."), key.c_str());
}

void TestProvenance::givesIdentity()
{
    const Photo source = photo("ids.jpg", true, true);
    const Metadata first = resultMetadata(source, house, {60, 40}, true);
    const Metadata second = resultMetadata(source, house, {60, 40}, true);
    const QRegularExpression document(
        "^xmp\\.did:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    QVERIFY(document.match(of(first, "Xmp.xmpMM.DocumentID")).hasMatch());
    QVERIFY(of(first, "Xmp.xmpMM.InstanceID").startsWith("xmp.iid:"));
    QVERIFY(of(first, "Xmp.xmpMM.DocumentID") != of(second, "Xmp.xmpMM.DocumentID"));
    QCOMPARE(of(first, "Xmp.xmpMM.OriginalDocumentID"), QString("xmp.did:first"));
    QCOMPARE(of(first, "Xmp.xmpMM.DerivedFrom/stRef:documentID"), QString("xmp.did:source"));
    QCOMPARE(of(first, "Xmp.xmpMM.DerivedFrom/stRef:instanceID"), QString("xmp.iid:source"));
    QCOMPARE(of(first, "Xmp.xmpMM.DerivedFrom/stRef:filePath"), QString("ids.jpg"));
}

void TestProvenance::identityOfSourceWithoutIds()
{
    const Photo source = photo("noids.jpg", false);
    const Metadata first = resultMetadata(source, house, {60, 40}, true);
    const Metadata second = resultMetadata(source, house, {60, 40}, true);
    const QString original = of(first, "Xmp.xmpMM.OriginalDocumentID");
    QVERIFY(original.startsWith("xmp.did:"));
    QCOMPARE(of(second, "Xmp.xmpMM.OriginalDocumentID"), original);
    QCOMPARE(of(first, "Xmp.xmpMM.DerivedFrom/stRef:documentID"), original);
}

void TestProvenance::saysColourSpace_data()
{
    QTest::addColumn<bool>("srgb");
    QTest::addColumn<QString>("value");
    QTest::newRow("sRGB") << true << "1";
    QTest::newRow("by profile") << false << "65535";
}

void TestProvenance::saysColourSpace()
{
    QFETCH(bool, srgb);
    QFETCH(QString, value);
    const Metadata result = resultMetadata(photo("space.jpg", true), house, {60, 40}, srgb);
    QCOMPARE(of(result, "Exif.Photo.ColorSpace"), value);
}

void TestProvenance::comesBack()
{
    const Photo source = photo("back.jpg", true, true);
    const Provenance found = provenanceOf(resultMetadata(source, house, {60, 40}, true));
    QCOMPARE(found.modelName, house.modelName);
    QCOMPARE(found.modelSha256, house.modelSha256);
    auto expected = house.parameters;
    expected["source-sha256"] = source.sourceSha256;
    QVERIFY(found.parameters == expected);
}

void TestProvenance::secondRunAddsToTheFirst()
{
    Photo source = photo("twice.jpg", true);
    source.metadata = resultMetadata(source, house, {60, 40}, true);
    Provenance later = house;
    later.modelName = "Another";
    const Metadata result = resultMetadata(source, later, {60, 40}, true);
    QCOMPARE(QString::fromStdString(provenanceOf(result).modelName), QString("Another"));
    QCOMPARE(of(result, "Xmp.dc.description").count("Colourised by AI"), 2);
    QVERIFY(!of(result, "Xmp.xmpMM.History[1]/stEvt:parameters").isEmpty());
    QVERIFY(!of(result, "Xmp.xmpMM.History[2]/stEvt:parameters").isEmpty());
    QCOMPARE(of(result, "Xmp.xmpMM.DerivedFrom/stRef:documentID"),
             of(source.metadata, "Xmp.xmpMM.DocumentID"));
    QCOMPARE(of(result, "Xmp.xmpMM.OriginalDocumentID"),
             of(source.metadata, "Xmp.xmpMM.OriginalDocumentID"));
}

void TestProvenance::nothingFromStrangers()
{
    QVERIFY(provenanceOf(photo("stranger.jpg", true, true).metadata).modelName.empty());
    QVERIFY(provenanceOf(Metadata()).modelName.empty());
}

QTEST_GUILESS_MAIN(TestProvenance)
#include "test_provenance.moc"
