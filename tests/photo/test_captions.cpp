// Caption, keywords, creator, rights and date in whatever place of a source
// stand in every place of its result, in every format, and the label behind
// them.
#include "core/base/text.h"
#include "core/photo/metadata/caption_merge.h"
#include "core/photo/metadata/label_text.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/photo/photo_writer.h"
#include "picture_files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <exiv2/exiv2.hpp>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

const QString label = "Colourised by AI; colours simulated; source: scan.jpg";

QString of(const Metadata& metadata, const char* key)
{
    return QString::fromStdString(metadata.value(key));
}

/// All values of a field that may be repeated, or of an XMP array.
QStringList allOf(const Metadata& metadata, const std::string& key)
{
    const Exiv2Session session;
    QStringList values;
    for (const auto& field : metadata.data().iptc)
        if (field.key() == key)
            values << QString::fromStdString(field.toString());
    for (const auto& field : metadata.data().xmp)
        for (long i = 0; field.key() == key && i < long(field.count()); ++i)
            values << QString::fromStdString(field.toString(i));
    return values;
}

} // namespace

class TestCaptions : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    Photo source(const QStringList& exif, const QStringList& iptc, const QStringList& xmp)
    {
        Photo photo;
        photo.pixels = testPicture({40, 30}, CV_8UC3);
        photo.source = "scan.jpg";
        photo.sourceSha256 = std::string(64, 'a');
        const Exiv2Session session;
        Metadata::Data& data = photo.metadata.data();
        for (qsizetype i = 0; i + 1 < exif.size(); i += 2)
            data.exif[exif[i].toStdString()] = exif[i + 1].toStdString();
        for (qsizetype i = 0; i + 1 < iptc.size(); i += 2) {
            const auto value = Exiv2::Value::create(iptc[i].contains("Date")   ? Exiv2::date
                                                    : iptc[i].contains("Time") ? Exiv2::time
                                                                               : Exiv2::string);
            value->read(iptc[i + 1].toStdString());
            data.iptc.add(Exiv2::IptcKey(iptc[i].toStdString()), value.get());
        }
        for (qsizetype i = 0; i + 1 < xmp.size(); i += 2)
            data.xmp[xmp[i].toStdString()] = xmp[i + 1].toStdString();
        return photo;
    }

    static Metadata labelledOf(const Photo& photo)
    {
        return resultMetadata(photo, {"House", "0123", {}}, photo.pixels.size(), true);
    }

private Q_SLOTS:
    void captions_data()
    {
        QTest::addColumn<QString>("exif");
        QTest::addColumn<QString>("iptc");
        QTest::addColumn<QString>("xmp");
        QTest::addColumn<bool>("iptcIsNewer");
        QTest::addColumn<QString>("exifNow");
        QTest::addColumn<QString>("iptcNow");
        QTest::addColumn<QString>("xmpNow");
        const QString all(1999, 'x');
        QTest::newRow("nothing") << ""
                                 << ""
                                 << "" << false << ""
                                 << "-"
                                 << "";
        QTest::newRow("Exif") << "Boats"
                              << ""
                              << "" << false << "Boats"
                              << "-"
                              << "Boats";
        QTest::newRow("IPTC") << ""
                              << "Boats"
                              << "" << false << "Boats"
                              << "Boats"
                              << "Boats";
        QTest::newRow("XMP") << ""
                             << ""
                             << "Boats" << false << "Boats"
                             << "-"
                             << "Boats";
        QTest::newRow("blank Exif") << "    "
                                    << "Boats"
                                    << "" << false << "Boats"
                                    << "Boats"
                                    << "Boats";
        QTest::newRow("Exif before XMP") << "E"
                                         << ""
                                         << "X" << false << "E"
                                         << "-"
                                         << "X";
        QTest::newRow("XMP before IPTC") << ""
                                         << "I"
                                         << "X" << false << "X"
                                         << "I"
                                         << "X";
        QTest::newRow("newer IPTC before XMP") << ""
                                               << "I"
                                               << "X" << true << "I"
                                               << "I"
                                               << "I";
        QTest::newRow("newer IPTC is only cut") << "" << all << all + "yyyyyyyyyy" << true
                                                << all + "yyyyyyyyyy" << all << all + "yyyyyyyyyy";
        QTest::newRow("all tell others") << "E"
                                         << "I"
                                         << "X" << false << "E"
                                         << "I"
                                         << "X";
        QTest::newRow("Umlaut") << ""
                                << "Kähne"
                                << "" << false << "Kähne"
                                << "Kähne"
                                << "Kähne";
    }

    void captions()
    {
        QFETCH(QString, exif);
        QFETCH(QString, iptc);
        QFETCH(QString, xmp);
        QFETCH(bool, iptcIsNewer);
        QFETCH(QString, exifNow);
        QFETCH(QString, iptcNow);
        QFETCH(QString, xmpNow);
        const auto given = [](const char* key, const QString& text) {
            return text.isEmpty() ? QStringList() : QStringList{key, text};
        };
        Photo photo =
            source(given("Exif.Image.ImageDescription", exif),
                   given("Iptc.Application2.Caption", iptc), given("Xmp.dc.description", xmp));
        photo.metadata.data().iptcIsNewer = iptcIsNewer;
        const Metadata result = labelledOf(photo);
        const auto meant = [](const QString& text) {
            return text.isEmpty() ? label : text + ". " + label;
        };
        QCOMPARE(of(result, "Exif.Image.ImageDescription"), meant(exifNow));
        QCOMPARE(of(result, "Xmp.dc.description"), meant(xmpNow));
        // "-": no IPTC is made where there was none; and none is cut.
        const QString caption = meant(iptcNow);
        QCOMPARE(of(result, "Iptc.Application2.Caption"), iptcNow == "-"          ? QString()
                                                          : caption.size() > 2000 ? iptcNow
                                                                                  : caption);
    }

    void inEveryFormat_data()
    {
        QTest::addColumn<FileFormat>("format");
        for (const FileFormat format : {FileFormat::Jpeg, FileFormat::Png, FileFormat::Tiff,
                                        FileFormat::WebP, FileFormat::Bmp})
            QTest::newRow(formatName(format)) << format;
    }

    // From file to file, out of IPTC alone but for one keyword.
    void inEveryFormat()
    {
        QFETCH(FileFormat, format);
        const Photo photo =
            source({},
                   {"Iptc.Application2.Caption", "Boats", //
                    "Iptc.Application2.Keywords", "one",  //
                    "Iptc.Application2.Keywords", "two",  //
                    "Iptc.Application2.Byline", "A B",    //
                    "Iptc.Application2.Byline", "C; D",   //
                    "Iptc.Application2.Copyright", "(c) me", "Iptc.Application2.DateCreated",
                    "1912-07-04", "Iptc.Application2.TimeCreated", "10:11:12+01:00"},
                   {"Xmp.dc.subject", "three"});
        MatRowSource rows(photo.pixels);
        const auto written =
            writePhoto(rows, {{}, labelledOf(photo), {}},
                       fs::path(folder_.path().toStdString()) / "result", {.format = format}, {});
        QVERIFY2(written, written ? "" : inWords(written.error().message).c_str());
        const auto result = readPhoto(written->path);
        QVERIFY(result);
        const Metadata& metadata = result->metadata;
        QCOMPARE(of(metadata, "Xmp.dc.description"), "Boats. " + label);
        QCOMPARE(of(metadata, "Exif.Image.ImageDescription"), "Boats. " + label);
        QCOMPARE(allOf(metadata, "Xmp.dc.subject"), (QStringList{"three", "one", "two"}));
        QCOMPARE(allOf(metadata, "Xmp.dc.creator"), (QStringList{"A B", "C; D"}));
        QCOMPARE(of(metadata, "Xmp.dc.rights"), QString("(c) me"));
        QCOMPARE(of(metadata, "Xmp.photoshop.DateCreated"), QString("1912-07-04T10:11:12+01:00"));
        if (format != FileFormat::WebP && format != FileFormat::Bmp) {
            QCOMPARE(of(metadata, "Exif.Image.Artist"), QString("A B; \"C; D\""));
            QCOMPARE(of(metadata, "Exif.Image.Copyright"), QString("(c) me"));
            QCOMPARE(of(metadata, "Iptc.Application2.Caption"), "Boats. " + label);
            QCOMPARE(allOf(metadata, "Iptc.Application2.Keywords"),
                     (QStringList{"one", "two", "three"}));
        }
    }

    void datesAndNamesOfExif()
    {
        const Photo photo = source({"Exif.Image.Artist", "A B; \"C; D\"", //
                                    "Exif.Photo.DateTimeOriginal", "1912:07:04 10:11:12",
                                    "Exif.Photo.DateTimeDigitized", "2020:01:02 03:04:05",
                                    "Exif.Photo.OffsetTimeDigitized", "+01:00"},
                                   {}, {});
        const Metadata result = labelledOf(photo);
        QCOMPARE(allOf(result, "Xmp.dc.creator"), (QStringList{"A B", "C; D"}));
        QCOMPARE(of(result, "Xmp.photoshop.DateCreated"), QString("1912-07-04T10:11:12"));
        QCOMPARE(of(result, "Xmp.xmp.CreateDate"), QString("2020-01-02T03:04:05+01:00"));
        QCOMPARE(of(result, "Exif.Photo.DateTimeOriginal"), QString("1912:07:04 10:11:12"));
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("caption");
        QTest::addColumn<QByteArray>("declared");
        QTest::newRow("Latin-1") << QByteArray("K\xe4hne") << QByteArray();
        QTest::newRow("UTF-8") << QByteArray("K\xc3\xa4hne") << QByteArray();
        QTest::newRow("UTF-8, declared") << QByteArray("K\xc3\xa4hne") << QByteArray("\x1b%G");
        QTest::newRow("declared, but Latin-1") << QByteArray("K\xe4hne") << QByteArray("\x1b%G");
    }

    void encodings()
    {
        QFETCH(QByteArray, caption);
        QFETCH(QByteArray, declared);
        Photo photo = source({}, {}, {});
        {
            const Exiv2Session session;
            Metadata::Data& data = photo.metadata.data();
            data.iptc["Iptc.Application2.Caption"] = caption.toStdString();
            data.iptc["Iptc.Application2.City"] = caption.toStdString();
            if (!declared.isEmpty())
                data.iptc["Iptc.Envelope.CharacterSet"] = declared.toStdString();
        }
        const Metadata result = labelledOf(photo);
        QCOMPARE(of(result, "Xmp.dc.description"), "Kähne. " + label);
        QCOMPARE(of(result, "Exif.Image.ImageDescription"), "Kähne. " + label);
        QCOMPARE(of(result, "Iptc.Application2.Caption"), "Kähne. " + label);
        QCOMPARE(of(result, "Iptc.Application2.City"), QString("Kähne"));
        QCOMPARE(of(result, "Iptc.Envelope.CharacterSet"), QString("\x1b%G"));
    }

    // Some programs keep JSON in the description: it stays JSON, with the label
    // in it.
    void json_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("object") << "{\"title\": \"Boats\", \"page\": 7}";
        QTest::newRow("spread") << "{\n  \"title\": \"Boats }\"\n}\n";
        QTest::newRow("empty") << "{}";
        QTest::newRow("labelled before") << "{\"autochrome\": \"before\"}";
        QTest::newRow("array") << "[\"Boats\", {\"page\": 7}]";
        QTest::newRow("empty array") << "[ ]";
    }

    void json()
    {
        QFETCH(QString, before);
        const Photo photo =
            source({"Exif.Image.ImageDescription", before}, {}, {"Xmp.dc.description", before});
        const Metadata result = labelledOf(photo);
        for (const char* key : {"Exif.Image.ImageDescription", "Xmp.dc.description"}) {
            const QString text = of(result, key);
            QJsonParseError error;
            const QJsonDocument now = QJsonDocument::fromJson(text.toUtf8(), &error);
            QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(text));
            const QJsonDocument old = QJsonDocument::fromJson(before.toUtf8());
            QVERIFY2(text.contains(label), qPrintable(text));
            for (const QString& name : old.object().keys())
                QCOMPARE(now.object()[name], old.object()[name]);
            QCOMPARE(now.object().size(), old.object().size() + (now.isObject() ? 1 : 0));
            QCOMPARE(now.array().size(), old.array().size() + (now.isArray() ? 1 : 0));
        }
    }

    void noJson_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("brackets") << "[Two boats]";
        QTest::newRow("number") << "1912";
        QTest::newRow("cut") << "{\"title\": \"Boats";
        QTest::newRow("quoted") << "\"Boats\"";
    }

    void noJson()
    {
        QFETCH(QString, before);
        QCOMPARE(QString::fromStdString(labelled(before.toStdString(), "L")), before + ". L");
    }
};

QTEST_GUILESS_MAIN(TestCaptions)
#include "test_captions.moc"
