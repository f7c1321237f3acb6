#include "core/photo/metadata/provenance.h"

#include "core/base/path_text.h"
#include "core/base/utf8.h"
#include "core/photo/metadata/caption_merge.h"
#include "core/photo/metadata/iptc_texts.h"
#include "core/photo/metadata/label_text.h"
#include "core/photo/metadata/metadata_encoder.h"
#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/resolution.h"
#include "core/photo/metadata/xmp_structures.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

namespace autochrome::inline photo {
namespace {

constexpr const char* software = "Autochrome " AUTOCHROME_VERSION;
constexpr const char* history = "Xmp.xmpMM.History";
constexpr const char* sourceHash = "source-sha256"; // among the history's parameters
constexpr const char* sourcePage = "source-page";   // likewise
constexpr const char* filledShareName = "filled";   // likewise
constexpr const char* leftName = "left";            // likewise
constexpr const char* processName = "process";      // likewise, of a result without a model
constexpr const char* restoredProcess = "restored"; // its value
constexpr const char* filledShareField = "Xmp.autochrome.FilledShare";

// IPTC's terms. A trained model has added to a photo:
constexpr const char* addedToByModel =
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";
// An algorithm has corrected it ("minor augmentation or correction by algorithm"), and nothing that
// was trained, or made by hand, is in it. The terms of human edits say that a person did it all,
// and those of capture and creation that nothing was changed, or everything made.
constexpr const char* correctedByAlgorithm =
    "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced";

/// 32 hexadecimal digits in the grouping of a UUID.
std::string grouped(const std::string& hex)
{
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
           hex.substr(16, 4) + "-" + hex.substr(20, 12);
}

/// A random UUID (RFC 4122, version 4).
std::string newUuid()
{
    std::random_device random;
    std::string hex;
    for (int i = 0; i < 4; ++i) {
        char part[9];
        std::snprintf(part, sizeof(part), "%08x", random());
        hex += part;
    }
    hex[12] = '4';
    hex[16] = "89ab"[random() % 4];
    return grouped(hex);
}

struct Moment
{
    std::string exif;   ///< "2024:05:31 12:00:00"
    std::string offset; ///< "+02:00"
    std::string iso;    ///< "2024-05-31T12:00:00+02:00"
};

Moment now()
{
    const std::time_t seconds = std::time(nullptr);
    std::tm local = {};
    ::localtime_r(&seconds, &local);
    char exif[32];
    char day[32];
    char zone[8];
    std::strftime(exif, sizeof(exif), "%Y:%m:%d %H:%M:%S", &local);
    std::strftime(day, sizeof(day), "%Y-%m-%dT%H:%M:%S", &local);
    std::strftime(zone, sizeof(zone), "%z", &local);
    const std::string offset = std::string(zone, 3) + ":" + std::string(zone + 3);
    return {exif, offset, day + offset};
}

/// History's parameters are one line, "size=512; strength=1".
std::string escaped(const std::string& value)
{
    std::string out;
    for (const char c : value) {
        if (c == '%' || c == ';' || c == '=' || static_cast<unsigned char>(c) < 32) {
            char code[4];
            std::snprintf(code, sizeof(code), "%%%02X", static_cast<unsigned char>(c));
            out += code;
        } else {
            out += c;
        }
    }
    return out;
}

std::string unescaped(const std::string& value)
{
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        unsigned code = 0;
        if (value[i] == '%' && i + 2 < value.size() &&
            std::sscanf(value.c_str() + i + 1, "%2x", &code) == 1) {
            out += char(code);
            i += 2;
        } else {
            out += value[i];
        }
    }
    return out;
}

std::string parametersOf(const Provenance& provenance, const Photo& source)
{
    std::string line = provenance.modelName.empty()
                           ? std::string(processName) + "=" + restoredProcess
                           : "model=" + escaped(provenance.modelName) +
                                 "; sha256=" + escaped(provenance.modelSha256);
    for (const auto& [name, value] : provenance.parameters)
        line += "; " + escaped(name) + "=" + escaped(value);
    if (!source.sourceSha256.empty())
        line += std::string("; ").append(sourceHash).append("=") + source.sourceSha256;
    if (source.source.page > 0)
        line +=
            std::string("; ").append(sourcePage).append("=") + std::to_string(source.source.page);
    return line;
}

void labelExif(Exiv2::ExifData& exif, const std::string& label, const Moment& moment, cv::Size size,
               bool srgb)
{
    dropStructure(exif);
    exif["Exif.Image.Software"] = std::string(software);
    exif["Exif.Image.ProcessingSoftware"] = std::string(software);
    const auto described = exif.findKey(Exiv2::ExifKey("Exif.Image.ImageDescription"));
    exif["Exif.Image.ImageDescription"] = labelled(
        described == exif.end() ? std::string() : utf8OfUnknown(described->toString()), label);
    exif["Exif.Image.Orientation"] = std::uint16_t(1);
    exif["Exif.Image.DateTime"] = moment.exif;
    exif["Exif.Photo.OffsetTime"] = moment.offset;
    const auto subSeconds = exif.findKey(Exiv2::ExifKey("Exif.Photo.SubSecTime"));
    if (subSeconds != exif.end())
        exif.erase(subSeconds);
    if (exif.findKey(Exiv2::ExifKey("Exif.Photo.ExifVersion")) == exif.end()) {
        const auto version = Exiv2::Value::create(Exiv2::undefined);
        version->read("48 50 51 50"); // "0232"
        exif.add(Exiv2::ExifKey("Exif.Photo.ExifVersion"), version.get());
    }
    exif["Exif.Photo.PixelXDimension"] = std::uint32_t(size.width);
    exif["Exif.Photo.PixelYDimension"] = std::uint32_t(size.height);
    exif["Exif.Photo.ColorSpace"] = std::uint16_t(srgb ? 1 : 65535);
    const auto index = exif.findKey(Exiv2::ExifKey("Exif.Iop.InteroperabilityIndex"));
    if (srgb && index != exif.end())
        index->setValue("R98");
}

std::string sourceName(const PhotoId& source)
{
    std::string name = portableName(source.path);
    return source.page == 0 ? name : name + ", page " + std::to_string(source.page);
}

/// IPTC tells it too, where there is IPTC and room in it.
void labelIptc(Exiv2::IptcData& iptc, const std::string& label)
{
    constexpr std::size_t most = 2000; // IIM 4.2, 2:120
    constexpr const char* caption = "Iptc.Application2.Caption";
    if (iptc.empty())
        return;
    const std::vector<std::string> before = textsOf(iptc, caption);
    const std::string text = labelled(before.empty() ? std::string() : before.front(), label);
    if (text.size() > most)
        return;
    setTexts(iptc, caption, {text});
    makeUtf8(iptc); // the source's name may be anything
}

void dropXmpStructure(Exiv2::XmpData& xmp)
{
    for (const char* key : {"Xmp.tiff.ImageWidth",
                            "Xmp.tiff.ImageLength",
                            "Xmp.tiff.BitsPerSample",
                            "Xmp.tiff.Compression",
                            "Xmp.tiff.PhotometricInterpretation",
                            "Xmp.tiff.SamplesPerPixel",
                            "Xmp.tiff.PlanarConfiguration",
                            "Xmp.tiff.YCbCrSubSampling",
                            "Xmp.tiff.YCbCrPositioning",
                            "Xmp.tiff.TransferFunction",
                            "Xmp.tiff.WhitePoint",
                            "Xmp.tiff.PrimaryChromaticities",
                            "Xmp.tiff.Orientation",
                            "Xmp.tiff.XResolution",
                            "Xmp.tiff.YResolution",
                            "Xmp.tiff.ResolutionUnit",
                            "Xmp.exif.PixelXDimension",
                            "Xmp.exif.PixelYDimension",
                            "Xmp.exif.ColorSpace",
                            "Xmp.photoshop.ColorMode",
                            "Xmp.photoshop.ICCProfile",
                            "Xmp.xmp.Thumbnails",
                            "Xmp.dc.format",
                            "Xmp.tiff.NativeDigest",
                            "Xmp.exif.NativeDigest"})
        eraseXmp(xmp, key);
}

void describe(Exiv2::XmpData& xmp, const std::string& label)
{
    const Exiv2::XmpKey key("Xmp.dc.description");
    Exiv2::LangAltValue text;
    const auto before = xmp.findKey(key);
    if (before != xmp.end()) {
        if (const auto* languages = dynamic_cast<const Exiv2::LangAltValue*>(&before->value()))
            text = *languages;
        else
            text.value_["x-default"] = before->toString();
        xmp.erase(before);
    }
    if (text.value_.find("x-default") == text.value_.end() && !text.value_.empty())
        text.value_["x-default"] = text.value_.begin()->second;
    std::string& standard = text.value_["x-default"];
    standard = labelled(standard, label);
    xmp.add(key, &text);
}

void labelXmp(Exiv2::XmpData& xmp, const std::string& label, const Moment& moment,
              const Photo& source, const Provenance& provenance)
{
    const auto text = [&xmp](const char* key) {
        const auto field = xmp.findKey(Exiv2::XmpKey(key));
        return field == xmp.end() ? std::string() : field->toString();
    };
    dropXmpStructure(xmp);
    describe(xmp, label);
    // What a model once had a part in stays so.
    const std::string sourceType = text("Xmp.iptcExt.DigitalSourceType");
    if (!provenance.modelName.empty())
        xmp["Xmp.iptcExt.DigitalSourceType"] = std::string(addedToByModel);
    else if (sourceType.find("rainedAlgorithmicMedia") == std::string::npos)
        xmp["Xmp.iptcExt.DigitalSourceType"] = std::string(correctedByAlgorithm);
    eraseXmp(xmp, filledShareField); // the source's is of the source
    if (const auto share = provenance.parameters.find(filledShareName);
        share != provenance.parameters.end())
        xmp[filledShareField] = share->second;
    xmp["Xmp.xmp.ModifyDate"] = moment.iso;
    xmp["Xmp.xmp.MetadataDate"] = moment.iso;

    // XMP part 2, 3.2: a new document, derived from the source and of the same origin. A source
    // without ids of its own gets ones from its content, the same every time.
    const std::string fromContent =
        source.sourceSha256.size() >= 32 ? grouped(source.sourceSha256) : newUuid();
    std::string sourceDocument = text("Xmp.xmpMM.DocumentID");
    std::string sourceInstance = text("Xmp.xmpMM.InstanceID");
    std::string original = text("Xmp.xmpMM.OriginalDocumentID");
    if (sourceDocument.empty())
        sourceDocument = "xmp.did:" + fromContent;
    if (sourceInstance.empty())
        sourceInstance = "xmp.iid:" + fromContent;
    if (original.empty())
        original = sourceDocument;
    const std::string instance = "xmp.iid:" + newUuid();
    xmp["Xmp.xmpMM.DocumentID"] = "xmp.did:" + newUuid();
    xmp["Xmp.xmpMM.InstanceID"] = instance;
    xmp["Xmp.xmpMM.OriginalDocumentID"] = original;
    setStructure(xmp, "Xmp.xmpMM.DerivedFrom",
                 {{"stRef:documentID", sourceDocument},
                  {"stRef:instanceID", sourceInstance},
                  {"stRef:originalDocumentID", original},
                  {"stRef:filePath", portableName(source.source.path)}});
    appendStructure(xmp, history,
                    {{"stEvt:action", "edited"},
                     {"stEvt:instanceID", instance},
                     {"stEvt:when", moment.iso},
                     {"stEvt:softwareAgent", software},
                     {"stEvt:changed", "/"},
                     {"stEvt:parameters", parametersOf(provenance, source)}});
}

} // namespace

Metadata resultMetadata(const Photo& source, const Provenance& provenance, cv::Size resultSize,
                        bool srgb)
{
    Metadata result = source.metadata;
    setResolution(result, source.resolution); // which may have been turned with the pixels
    const Exiv2Session session;
    // Archives read this, whatever the language of the program: it stays English.
    const char* const done = !provenance.modelName.empty() ? "Colourised by AI; colours simulated"
                             : provenance.filledShare() > 0
                                 ? "Restored digitally; damage filled in from the photo itself"
                                 : "Restored digitally";
    const std::string label = std::string(done) + "; source: " + sourceName(source.source);
    const Moment moment = now();
    mergeCaptions(result.data());
    labelExif(result.data().exif, label, moment, resultSize, srgb);
    labelIptc(result.data().iptc, label);
    labelXmp(result.data().xmp, label, moment, source, provenance);
    return result;
}

std::string Provenance::madeFrom() const
{
    const auto hash = parameters.find(sourceHash);
    const auto page = parameters.find(sourcePage);
    return hash == parameters.end()
               ? std::string()
               : fingerprint(hash->second,
                             page == parameters.end() ? 0 : std::atoi(page->second.c_str()));
}

void Provenance::tell(double filledShare, std::int64_t left)
{
    char digits[32];
    std::snprintf(digits, sizeof(digits), "%.6f", filledShare);
    parameters[filledShareName] = digits;
    if (left > 0)
        parameters[leftName] = std::to_string(left);
}

double Provenance::filledShare() const
{
    const auto share = parameters.find(filledShareName);
    return share == parameters.end() ? 0 : std::atof(share->second.c_str());
}

std::int64_t Provenance::damageLeft() const
{
    const auto left = parameters.find(leftName);
    return left == parameters.end() ? 0 : std::atoll(left->second.c_str());
}

Provenance provenanceOf(const Metadata& metadata)
{
    const Exiv2Session session;
    Provenance found;
    const Metadata::Data& data = metadata.data();
    for (int i = arraySize(data.xmp, history); i > 0; --i) {
        const std::string element = std::string(history) + "[" + std::to_string(i) + "]/stEvt:";
        if (!fieldText(data, element + "softwareAgent").starts_with("Autochrome"))
            continue;
        const std::string line = fieldText(data, element + "parameters");
        for (std::size_t begin = 0; begin < line.size();) {
            const std::size_t end = std::min(line.find("; ", begin), line.size());
            const std::string pair = line.substr(begin, end - begin);
            const std::size_t equals = pair.find('=');
            begin = end + 2;
            if (equals == std::string::npos)
                continue;
            const std::string name = unescaped(pair.substr(0, equals));
            const std::string value = unescaped(pair.substr(equals + 1));
            if (name == "model")
                found.modelName = value;
            else if (name == "sha256")
                found.modelSha256 = value;
            else if (name == processName && value == restoredProcess)
                found.isRestored = true;
            else
                found.parameters[name] = value;
        }
        break;
    }
    return found;
}

} // namespace autochrome::inline photo
