#include "core/photo/metadata/framed_places.h"

#include "core/photo/metadata/metadata_exiv2.h"

#include <QtTest/QTest>

using namespace autochrome;

namespace {

const std::string list = "Xmp.mwg-rs.Regions/mwg-rs:RegionList";

// Three faces of a picture of 200 x 100, one of them as another program writes it too, and a
// subject.
Metadata placed()
{
    const auto face = [](const char* name, const char* x, const char* y) {
        return std::string("<rdf:li><rdf:Description mwg-rs:Name=\"") + name +
               "\" mwg-rs:Type=\"Face\"><mwg-rs:Area stArea:x=\"" + x + "\" stArea:y=\"" + y +
               "\" stArea:w=\"0.1\" stArea:h=\"0.2\" stArea:unit=\"normalized\"/>"
               "</rdf:Description></rdf:li>";
    };
    const std::string packet =
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
        "xmlns:mwg-rs=\"http://www.metadataworkinggroup.com/schemas/regions/\" "
        "xmlns:stDim=\"http://ns.adobe.com/xap/1.0/sType/Dimensions#\" "
        "xmlns:stArea=\"http://ns.adobe.com/xmp/sType/Area#\" "
        "xmlns:MP=\"http://ns.microsoft.com/photo/1.2/\" "
        "xmlns:MPRI=\"http://ns.microsoft.com/photo/1.2/t/RegionInfo#\" "
        "xmlns:MPReg=\"http://ns.microsoft.com/photo/1.2/t/Region#\">"
        "<mwg-rs:Regions rdf:parseType=\"Resource\"><mwg-rs:AppliedToDimensions stDim:w=\"200\" "
        "stDim:h=\"100\" stDim:unit=\"pixel\"/><mwg-rs:RegionList><rdf:Bag>" +
        face("Anna", "0.1", "0.2") + face("Berta", "0.5", "0.5") + face("Carla", "0.75", "0.5") +
        "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
        "<MP:RegionInfo rdf:parseType=\"Resource\"><MPRI:Regions><rdf:Bag>"
        "<rdf:li rdf:parseType=\"Resource\"><MPReg:Rectangle>0.45, 0.4, 0.1, 0.2"
        "</MPReg:Rectangle></rdf:li></rdf:Bag></MPRI:Regions></MP:RegionInfo>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>";
    const Exiv2Session session;
    Metadata metadata;
    Exiv2::XmpParser::decode(metadata.data().xmp, packet);
    Exiv2::UShortValue area;
    area.value_ = {100, 50, 20, 10};
    metadata.data().exif.add(Exiv2::ExifKey("Exif.Photo.SubjectArea"), &area);
    return metadata;
}

QString facesOf(const Metadata& metadata)
{
    QStringList faces;
    for (int i = 1; i < 5; ++i) {
        const std::string face = list + "[" + std::to_string(i) + "]/";
        const std::string name = metadata.value(face + "mwg-rs:Name");
        if (name.empty())
            break;
        QStringList area;
        for (const char* field : {"x", "y", "w", "h"})
            area << QString::fromStdString(metadata.value(face + "mwg-rs:Area/stArea:" + field));
        faces << QString::fromStdString(name) + " " + area.join(" ");
    }
    return faces.join(", ");
}

cv::Matx33d moved(double x, double y)
{
    return {1, 0, -x, 0, 1, -y, 0, 0, 1};
}

} // namespace

class TestFramedPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesCutsAndDrops()
    {
        Metadata metadata = placed();
        // The right part but for a margin: Anna is outside, Carla loses a half.
        framePlaces(metadata, moved(50, 0), {200, 100}, {100, 100});
        QCOMPARE(facesOf(metadata), "Berta 0.5 0.5 0.2 0.2, Carla 0.95 0.5 0.1 0.2");
        const std::string applied = "Xmp.mwg-rs.Regions/mwg-rs:AppliedToDimensions/stDim:";
        QCOMPARE(metadata.value(applied + "w"), std::string("100"));
        QCOMPARE(metadata.value("Xmp.MP.RegionInfo/MPRI:Regions[1]/MPReg:Rectangle"),
                 std::string("0.4, 0.4, 0.2, 0.2"));
        QCOMPARE(metadata.value("Exif.Photo.SubjectArea"), std::string("50 50 20 10"));
    }

    void dropsAllThatIsOutside()
    {
        Metadata metadata = placed();
        framePlaces(metadata, moved(0, 80), {200, 100}, {200, 20});
        QCOMPARE(facesOf(metadata), QString());
        QVERIFY(metadata.value("Xmp.MP.RegionInfo/MPRI:Regions[1]/MPReg:Rectangle").empty());
        QVERIFY(metadata.value("Exif.Photo.SubjectArea").empty());
    }
};

QTEST_GUILESS_MAIN(TestFramedPlaces)
#include "test_framed_places.moc"
