#include "core/photo/metadata/turned_places.h"

#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/photo_reader.h"

#include <QtTest/QTest>

using namespace autochrome;

namespace {

// Two regions of a picture of 200 x 100, as two programs write them, and a subject.
Metadata placed()
{
    const char* packet =
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
        "rdf:about=\"\"\n"
        " xmlns:mwg-rs=\"http://www.metadataworkinggroup.com/schemas/regions/\"\n"
        " xmlns:stDim=\"http://ns.adobe.com/xap/1.0/sType/Dimensions#\"\n"
        " xmlns:stArea=\"http://ns.adobe.com/xmp/sType/Area#\"\n"
        " xmlns:MP=\"http://ns.microsoft.com/photo/1.2/\"\n"
        " xmlns:MPRI=\"http://ns.microsoft.com/photo/1.2/t/RegionInfo#\"\n"
        " xmlns:MPReg=\"http://ns.microsoft.com/photo/1.2/t/Region#\">\n"
        "<mwg-rs:Regions rdf:parseType=\"Resource\">\n"
        "<mwg-rs:AppliedToDimensions stDim:w=\"200\" stDim:h=\"100\" stDim:unit=\"pixel\"/>\n"
        "<mwg-rs:RegionList><rdf:Bag>\n"
        "<rdf:li><rdf:Description mwg-rs:Name=\"Anna\" mwg-rs:Type=\"Face\"><mwg-rs:Area "
        "stArea:x=\"0.25\"\n"
        " stArea:y=\"0.3\" stArea:w=\"0.1\" stArea:h=\"0.2\" "
        "stArea:unit=\"normalized\"/></rdf:Description></rdf:li>\n"
        "<rdf:li><rdf:Description mwg-rs:Name=\"Odd\"><mwg-rs:Area "
        "stArea:x=\"left\"/></rdf:Description></rdf:li>\n"
        "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>\n"
        "<MP:RegionInfo rdf:parseType=\"Resource\"><MPRI:Regions><rdf:Bag><rdf:li "
        "rdf:parseType=\"Resource\">\n"
        "<MPReg:Rectangle>0.1, 0.2, 0.3, 0.4</MPReg:Rectangle></rdf:li></rdf:Bag></MPRI:Regions>\n"
        "</MP:RegionInfo>\n"
        "</rdf:Description></rdf:RDF></x:xmpmeta>";
    const Exiv2Session session;
    Metadata metadata;
    Exiv2::XmpParser::decode(metadata.data().xmp, packet);
    Exiv2::UShortValue area;
    area.value_ = {50, 30, 20, 10};
    metadata.data().exif.add(Exiv2::ExifKey("Exif.Photo.SubjectArea"), &area);
    return metadata;
}

QString all(const Metadata& metadata)
{
    const std::string area = "Xmp.mwg-rs.Regions/mwg-rs:RegionList[1]/mwg-rs:Area/stArea:";
    const std::string applied = "Xmp.mwg-rs.Regions/mwg-rs:AppliedToDimensions/stDim:";
    QStringList texts;
    for (const std::string& key :
         {area + "x", area + "y", area + "w", area + "h", applied + "w", applied + "h",
          std::string("Xmp.MP.RegionInfo/MPRI:Regions[1]/MPReg:Rectangle"),
          std::string("Exif.Photo.SubjectArea")})
        texts << QString::fromStdString(metadata.value(key));
    return texts.join(" | ");
}

} // namespace

class TestTurnedPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turn_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QString>("expected");
        const QString lying = "0.1 | 0.2 | 200 | 100 | ";
        const QString standing = "0.2 | 0.1 | 100 | 200 | ";
        QTest::newRow("as it is") << 1
                                  << "0.25 | 0.3 | " + lying + "0.1, 0.2, 0.3, 0.4 | 50 30 20 10";
        QTest::newRow("mirrored") << 2
                                  << "0.75 | 0.3 | " + lying + "0.6, 0.2, 0.3, 0.4 | 150 30 20 10";
        QTest::newRow("half a turn")
            << 3 << "0.75 | 0.7 | " + lying + "0.6, 0.4, 0.3, 0.4 | 150 70 20 10";
        QTest::newRow("upside down")
            << 4 << "0.25 | 0.7 | " + lying + "0.1, 0.4, 0.3, 0.4 | 50 70 20 10";
        QTest::newRow("transposed")
            << 5 << "0.3 | 0.25 | " + standing + "0.2, 0.1, 0.4, 0.3 | 30 50 10 20";
        QTest::newRow("to the right")
            << 6 << "0.7 | 0.25 | " + standing + "0.4, 0.1, 0.4, 0.3 | 70 50 10 20";
        QTest::newRow("transversed")
            << 7 << "0.7 | 0.75 | " + standing + "0.4, 0.6, 0.4, 0.3 | 70 150 10 20";
        QTest::newRow("to the left")
            << 8 << "0.3 | 0.75 | " + standing + "0.2, 0.6, 0.4, 0.3 | 30 150 10 20";
    }

    void turn()
    {
        QFETCH(int, orientation);
        QFETCH(QString, expected);
        Metadata metadata = placed();
        turnPlaces(metadata, orientation, {200, 100});
        QCOMPARE(all(metadata), expected);
    }

    // The middle of the face is the same pixel before and after.
    void goWithThePixels()
    {
        for (int orientation = 1; orientation <= 8; ++orientation) {
            Photo photo;
            photo.pixels = cv::Mat(100, 200, CV_8UC1, cv::Scalar(0));
            photo.pixels.at<std::uint8_t>(30, 50) = 255;
            photo.metadata = placed();
            photo.orientation = orientation;
            const Photo turned = uprighted(photo);
            const std::string area = "Xmp.mwg-rs.Regions/mwg-rs:RegionList[1]/mwg-rs:Area/stArea:";
            const double x = std::stod(turned.metadata.value(area + "x")) * turned.pixels.cols;
            const double y = std::stod(turned.metadata.value(area + "y")) * turned.pixels.rows;
            cv::Point white;
            cv::minMaxLoc(turned.pixels, nullptr, nullptr, nullptr, &white);
            QVERIFY(std::abs(x - white.x) <= 1 && std::abs(y - white.y) <= 1);
            QCOMPARE(all(photo.metadata), all(placed())); // another's is not touched
        }
    }
};

QTEST_GUILESS_MAIN(TestTurnedPlaces)
#include "test_turned_places.moc"
