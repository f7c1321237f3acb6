#include "core/photo/formats/tiff_page.h"

#include "core/base/text.h"
#include "core/photo/formats/camera_raw.h"

#include <algorithm>
#include <array>

namespace autochrome::inline photo {
namespace {

/// Where a search ends: more pages than any scanner or camera nests or puts in front.
constexpr std::size_t mostSubPages = 32;
constexpr int mostPages = 256;
constexpr int mostNumbered = 65534; // libtiff counts no further

struct Page
{
    std::uint64_t offset = 0; ///< of its directory
    std::uint64_t pixels = 0;
    bool full = false; ///< neither a reduced copy nor a mask
};

/// The old tag SubfileType (255) of a directory, 0 without; libtiff passes it over.
unsigned oldKind(const TiffFile& file, std::uint64_t directory)
{
    const bool big = TIFFIsBigTIFF(file.get()) != 0;
    const auto number = [&](std::uint64_t at, std::size_t size) {
        std::array<std::uint8_t, 8> bytes = {};
        file.bytes().read(at, bytes.data(), size);
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value |= std::uint64_t(bytes[TIFFIsBigEndian(file.get()) ? size - 1 - i : i])
                     << (8 * i);
        return value;
    };
    constexpr std::uint64_t mostEntries = 256; // they are sorted, and this is one of the first
    const std::size_t countSize = big ? 8 : 2;
    const std::uint64_t count = std::min(number(directory, countSize), mostEntries);
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t entry = directory + countSize + i * (big ? 20 : 12);
        const std::uint64_t tag = number(entry, 2);
        if (tag > TIFFTAG_OSUBFILETYPE)
            break;
        if (tag == TIFFTAG_OSUBFILETYPE && number(entry + 2, 2) == TIFF_SHORT)
            return unsigned(number(entry + (big ? 12 : 8), 2));
    }
    return 0;
}

Page currentPage(const TiffFile& file)
{
    Page page;
    std::uint32_t kind = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    TIFFGetFieldDefaulted(file.get(), TIFFTAG_SUBFILETYPE, &kind);
    TIFFGetField(file.get(), TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(file.get(), TIFFTAG_IMAGELENGTH, &height);
    page.offset = TIFFCurrentDirOffset(file.get());
    page.pixels = std::uint64_t(width) * height;
    if (kind == 0 && oldKind(file, page.offset) == OFILETYPE_REDUCEDIMAGE)
        kind = FILETYPE_REDUCEDIMAGE;
    page.full = page.pixels > 0 && (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0;
    return page;
}

bool hasTag(const TiffFile& file, std::uint32_t tag)
{
    const int count = TIFFGetTagListCount(file.get());
    for (int i = 0; i < count; ++i) {
        if (TIFFGetTagListEntry(file.get(), i) == tag)
            return true;
    }
    return false;
}

/// What no picture for people has: a DNG's version, a sensor's colour filters, a camera maker's own
/// packing.
bool isRawPage(const TiffFile& file)
{
    constexpr std::array<int, 2> sensors = {32803, 34892}; // filter array, linear raw
    // Sony, Epson and Nikon, Samsung, Nikon, lossy DNG, Kodak, Pentax.
    constexpr std::array<int, 7> packings = {32767, 32769, 32770, 34713, 34892, 65000, 65535};
    std::uint16_t photometric = 0;
    TIFFGetField(file.get(), TIFFTAG_PHOTOMETRIC, &photometric);
    return hasTag(file, TIFFTAG_DNGVERSION) || std::ranges::count(sensors, photometric) > 0 ||
           std::ranges::count(packings, file.value(TIFFTAG_COMPRESSION)) > 0;
}

/// Collects the current page and those under it. The current page is another one afterwards.
void collect(ReadContext& context, const TiffFile& file, std::vector<Page>& pages)
{
    if (isRawPage(file))
        failCameraRaw(context);
    pages.push_back(currentPage(file));
    std::uint16_t count = 0;
    std::uint64_t* offsets = nullptr;
    if (!TIFFGetField(file.get(), TIFFTAG_SUBIFD, &count, &offsets))
        return;
    const std::vector<std::uint64_t> under(offsets,
                                           offsets + std::min<std::size_t>(count, mostSubPages));
    for (const std::uint64_t offset : under) {
        if (!TIFFSetSubDirectory(file.get(), offset))
            continue;
        if (isRawPage(file))
            failCameraRaw(context);
        pages.push_back(currentPage(file));
    }
}

/// Goes to the page of this number; one that is all there is may be a reduced copy.
void selectNumbered(ReadContext& context, TiffFile& file)
{
    TIFF* tiff = file.get();
    std::vector<Page> ignored;
    int full = 0;
    for (int number = 0; number < mostNumbered; ++number) {
        if (number > 0 && !TIFFSetDirectory(tiff, tdir_t(number)))
            break;
        const Page page = currentPage(file);
        const bool last = TIFFLastDirectory(tiff) != 0;
        full += page.full || (number == 0 && last) ? 1 : 0;
        if (full == context.page) {
            collect(context, file, ignored); // refuses camera raw
            if (!TIFFSetSubDirectory(tiff, page.offset))
                context.failCorrupt("directory");
            file.forgetMessages();
            return;
        }
        if (last)
            break;
    }
    context.failNoPage();
}

} // namespace

void selectTiffPage(ReadContext& context, TiffFile& file)
{
    if (context.page > 0)
        return selectNumbered(context, file);
    TIFF* tiff = file.get();
    std::vector<Page> pages;
    std::size_t fullInARow = 0; ///< of the pages that follow one another
    const Page first = currentPage(file);
    for (int number = 0; number < mostPages; ++number) {
        if (number > 0 && !TIFFSetDirectory(tiff, tdir_t(number)))
            break;
        const bool last = TIFFLastDirectory(tiff) != 0;
        fullInARow += currentPage(file).full ? 1 : 0;
        collect(context, file, pages);
        if (last || (first.full && fullInARow > 1))
            break;
    }
    Page chosen = first;
    for (const Page& page : pages) {
        if (!chosen.full && page.full)
            chosen = page;
        else if (!first.full && page.full && page.pixels > chosen.pixels)
            chosen = page;
    }
    if (TIFFCurrentDirOffset(tiff) != chosen.offset && !TIFFSetSubDirectory(tiff, chosen.offset))
        context.failCorrupt("directory");
    file.forgetMessages();
    if (!chosen.full)
        context.warnings.push_back(
            text("“%1” holds only a reduced copy of its picture.", {context.name}));
    else if (fullInARow > 1)
        context.warnings.push_back(
            first.full
                ? text("“%1” has several pages; only the first one is used.", {context.name})
                : text("“%1” has several pages; only the largest one is used.", {context.name}));
}

} // namespace autochrome::inline photo
