#pragma once

#include "core/photo/formats/format_reader.h"

#include <memory>
#include <string>
#include <tiffio.h>

namespace autochrome::inline photo {

/// libtiff over a ByteSource, read-only, with messages kept and not printed.
class TiffFile
{
public:
    /// Throws ReadFailure if it has no readable directory.
    explicit TiffFile(ReadContext& context);
    TiffFile(const TiffFile&) = delete;
    TiffFile& operator=(const TiffFile&) = delete;

    TIFF* get() const { return tiff_.get(); }

    /// A 16-bit tag, by libtiff's default if the file lacks it.
    int value(std::uint32_t tag) const;

    /// Decodes a strip or tile into exactly this room; throws ReadFailure if it does not fill it.
    void readPart(std::uint32_t index, std::span<std::uint8_t> to) const;

    /// More bytes than a strip or tile of this file can unpack to, or than this machine can hold.
    std::uint64_t mostUnpacked() const;

    /// Forgets what libtiff has said so far, of pages that are not read after all.
    void forgetMessages() { message_.clear(); }

    /// Turns libtiff's complaint about pixels into a failure.
    [[noreturn]] void failDecoding() const;

    /// Whether a codec has only warned that data ended early, as the fax codecs do.
    bool truncated() const { return truncated_; }

    /// For libtiff's callbacks.
    ByteSource& bytes() const { return context_.bytes; }
    std::uint64_t position = 0;

private:
    static int onError(TIFF*, void* self, const char* module, const char* format, va_list);
    static int onWarning(TIFF*, void* self, const char* module, const char* format, va_list);

    struct Closer
    {
        void operator()(TIFF* tiff) const { TIFFClose(tiff); }
    };
    ReadContext& context_;
    std::string message_;
    bool truncated_ = false;
    std::unique_ptr<TIFF, Closer> tiff_;
};

} // namespace autochrome::inline photo
