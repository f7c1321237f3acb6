#include "source_photos.h"

#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/metadata/xmp_structures.h"
#include "core/photo/photo_writer.h"
#include "picture_files.h"

namespace autochrome {

void addTestMetadata(const std::filesystem::path& path, bool stale)
{
    const Bytes thumbnail = jpegBytes(testPicture({160, 120}, CV_8UC1));
    const Exiv2Session session;
    const auto image = Exiv2::ImageFactory::open(path.string());
    image->readMetadata();
    Exiv2::ExifData& exif = image->exifData();
    exif["Exif.Image.Make"] = "Ernemann";
    exif["Exif.Image.Artist"] = "A. Photographer";
    exif["Exif.Image.Copyright"] = "Museum of Light";
    exif["Exif.Image.ImageDescription"] = "Market square, 1911";
    exif["Exif.Image.Software"] = "Scanner 3000";
    exif["Exif.Image.DateTime"] = "1999:01:01 10:00:00";
    exif["Exif.Photo.DateTimeOriginal"] = "1911:06:01 12:00:00";
    exif["Exif.Photo.DateTimeDigitized"] = "1999:01:01 09:00:00";
    exif["Exif.Photo.UserComment"] = "charset=Ascii glass plate";
    const auto makerNote = Exiv2::Value::create(Exiv2::undefined);
    makerNote->read("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16");
    exif.add(Exiv2::ExifKey("Exif.Photo.MakerNote"), makerNote.get());
    exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
    exif["Exif.GPSInfo.GPSLatitude"] = "51/1 2/1 3000/100";
    exif["Exif.GPSInfo.GPSLongitudeRef"] = "E";
    exif["Exif.GPSInfo.GPSLongitude"] = "13/1 44/1 1000/100";
    image->iptcData()["Iptc.Application2.Caption"] = "Market square";
    image->iptcData()["Iptc.Application2.Keywords"] = "square";
    image->iptcData()["Iptc.Application2.City"] = "Dresden";
    Exiv2::XmpData& xmp = image->xmpData();
    Exiv2::LangAltValue description;
    description.value_["x-default"] = "Market square, 1911";
    description.value_["de-DE"] = "Marktplatz, 1911";
    xmp.add(Exiv2::XmpKey("Xmp.dc.description"), &description);
    xmp["Xmp.dc.rights"] = "Museum of Light";
    xmp["Xmp.photoshop.Credit"] = "Museum";
    if (stale) {
        Exiv2::ExifThumb thumb(exif);
        if (image->mimeType() == "image/jpeg")
            thumb.setJpegThumbnail(thumbnail.data(), long(thumbnail.size()));
        exif["Exif.Photo.PixelXDimension"] = std::uint32_t(7);
        exif["Exif.Photo.PixelYDimension"] = std::uint32_t(9);
        exif["Exif.Photo.ColorSpace"] = std::uint16_t(1);
        exif["Exif.Photo.SubSecTime"] = "55";
        xmp["Xmp.xmpMM.DocumentID"] = "xmp.did:source";
        xmp["Xmp.xmpMM.InstanceID"] = "xmp.iid:source";
        xmp["Xmp.xmpMM.OriginalDocumentID"] = "xmp.did:first";
        xmp["Xmp.tiff.Orientation"] = "6";
        xmp["Xmp.photoshop.ColorMode"] = "1";
        appendStructure(xmp, "Xmp.xmpMM.History",
                        {{"stEvt:action", "created"}, {"stEvt:softwareAgent", "Scanner 3000"}});
    }
    image->writeMetadata();
}

std::filesystem::path writeTestResult(const std::filesystem::path& path,
                                      const std::string& sourceSha256, FileFormat format)
{
    Photo photo;
    photo.source = "scan.png";
    photo.sourceSha256 = sourceSha256;
    const cv::Mat pixels = testPicture({10, 10}, CV_8UC3);
    const Metadata metadata = resultMetadata(photo, {"model", "weights", {}}, pixels.size(), true);
    MatRowSource rows(pixels);
    return writePhoto(rows, {{}, metadata, {}}, path, {.format = format}, {}).value().path;
}

} // namespace autochrome
