#include "core/photo/formats/tiff_page.h"

#include "core/base/text.h"
#include "core/photo/formats/tiff_outline.h"

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

Page currentPage(const TiffFile& file)
{
    Page page;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    TIFFGetField(file.get(), TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(file.get(), TIFFTAG_IMAGELENGTH, &height);
    page.offset = TIFFCurrentDirOffset(file.get());
    page.pixels = std::uint64_t(width) * height;
    // libtiff passes over the old tag for a reduced copy.
    const auto outline = TiffOutline(file.bytes()).read(page.offset);
    page.full = page.pixels > 0 && outline && outline->full;
    return page;
}

/// Collects the current page and those under it. The current page is another one afterwards.
void collect(const TiffFile& file, std::vector<Page>& pages)
{
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
        pages.push_back(currentPage(file));
    }
}

/// Goes to the page of this number; one that is all there is may be a reduced copy.
void selectNumbered(ReadContext& context, TiffFile& file)
{
    TIFF* tiff = file.get();
    int full = 0;
    for (int number = 0; number < mostNumbered; ++number) {
        if (number > 0 && !TIFFSetDirectory(tiff, tdir_t(number)))
            break;
        const Page page = currentPage(file);
        const bool last = TIFFLastDirectory(tiff) != 0;
        full += page.full || (number == 0 && last) ? 1 : 0;
        if (full == context.page) {
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
        collect(file, pages);
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
