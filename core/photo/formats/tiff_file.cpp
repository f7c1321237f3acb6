#include "core/photo/formats/tiff_file.h"

#include "core/photo/memory_room.h"

#include <cstdarg>
#include <cstdio>
#include <cstring>

namespace autochrome::inline photo {
namespace {

tmsize_t readBytes(thandle_t handle, void* to, tmsize_t count)
{
    auto* file = static_cast<TiffFile*>(handle);
    const std::size_t got = file->bytes().read(file->position, to, std::size_t(count));
    file->position += got;
    return tmsize_t(got);
}

tmsize_t writeNothing(thandle_t, void*, tmsize_t)
{
    return -1;
}

toff_t seek(thandle_t handle, toff_t offset, int whence)
{
    auto* file = static_cast<TiffFile*>(handle);
    switch (whence) {
    case SEEK_CUR:
        file->position += offset;
        break;
    case SEEK_END:
        file->position = file->bytes().size() + offset;
        break;
    default:
        file->position = offset;
    }
    return file->position;
}

int close(thandle_t)
{
    return 0;
}
toff_t size(thandle_t handle)
{
    return static_cast<TiffFile*>(handle)->bytes().size();
}

std::string formatted(const char* format, va_list arguments)
{
    char line[512];
    std::vsnprintf(line, sizeof(line), format, arguments);
    return line;
}

} // namespace

int TiffFile::onError(TIFF*, void* self, const char*, const char* format, va_list arguments)
{
    auto* file = static_cast<TiffFile*>(self);
    if (file->message_.empty())
        file->message_ = formatted(format, arguments);
    return 1;
}

int TiffFile::onWarning(TIFF*, void* self, const char*, const char* format, va_list)
{
    if (std::strstr(format, "Premature EO") || std::strstr(format, "premature EO"))
        static_cast<TiffFile*>(self)->truncated_ = true;
    return 1;
}

TiffFile::TiffFile(ReadContext& context) : context_(context)
{
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(
        TIFFOpenOptionsAlloc(), TIFFOpenOptionsFree);
    if (!options)
        throw std::bad_alloc();
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), onError, this);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), onWarning, this);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), tmsize_t(mostUnpacked()));
    tiff_.reset(TIFFClientOpenExt(context.name.c_str(), "rmO", this, readBytes, writeNothing, seek,
                                  close, size, nullptr, nullptr, options.get()));
    if (!tiff_) {
        if (message_.find("ead") != std::string::npos) // "Can not read TIFF directory"
            context.failTruncated(message_);
        context.failCorrupt(message_);
    }
}

std::uint64_t TiffFile::mostUnpacked() const
{
    // One strip may be the whole picture, and the best packers shrink about a thousandfold.
    return std::min<std::uint64_t>(availableMemory(), context_.bytes.size() * 2048 + (64u << 20));
}

void TiffFile::readPart(std::uint32_t index, std::span<std::uint8_t> to) const
{
    const auto size = tmsize_t(to.size());
    const tmsize_t got = TIFFIsTiled(get()) ? TIFFReadEncodedTile(get(), index, to.data(), size)
                                            : TIFFReadEncodedStrip(get(), index, to.data(), size);
    if (got != size || truncated())
        failDecoding();
}

int TiffFile::value(std::uint32_t tag) const
{
    std::uint16_t found = 0;
    return TIFFGetFieldDefaulted(get(), tag, &found) ? found : 0;
}

void TiffFile::failDecoding() const
{
    // libtiff says so in many words; whether the file is long enough tells it plainly.
    const std::uint64_t end = context_.bytes.size();
    const std::uint32_t parts =
        TIFFIsTiled(get()) ? TIFFNumberOfTiles(get()) : TIFFNumberOfStrips(get());
    for (std::uint32_t i = 0; i < parts; ++i) {
        const std::uint64_t offset = TIFFGetStrileOffset(get(), i);
        const std::uint64_t length = TIFFGetStrileByteCount(get(), i);
        if (offset > end || length > end - offset)
            context_.failTruncated(message_);
    }
    context_.failCorrupt(message_);
}

} // namespace autochrome::inline photo
