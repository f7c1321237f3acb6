#pragma once

#include "core/base/progress.h"
#include "core/photo/formats/byte_source.h"
#include "core/photo/formats/read_failure.h"
#include "core/photo/photo.h"

#include <optional>
#include <string>

namespace autochrome::inline photo {

/// Where a format's reader puts the pixels it decodes.
class PixelTarget
{
public:
    virtual ~PixelTarget() = default;

    /// Called once, before any rows.
    virtual void create(cv::Size size, int type) = 0;

    /// Continuous room for rows [first, first + count), to be filled and then reported as done().
    /// Rows may come in any order, each once.
    virtual cv::Mat rows(int first, int count) = 0;
    virtual void done(int first, int count) = 0;

    /// Bytes of memory that a picture takes in here if its rows are asked for so many at a time.
    virtual std::uint64_t room(cv::Size size, int type, int rowsAtOnce) const
    {
        (void)rowsAtOnce;
        return std::uint64_t(size.width) * std::uint64_t(size.height) *
               std::uint64_t(CV_ELEM_SIZE(type));
    }

    /// False if only the file's soundness matters, so that a lossy format may decode cheaply (all
    /// of its data, but not all of its pixels) and skip rows() and done().
    virtual bool wantsPixels() const = 0;
};

/// The whole picture in memory.
class WholePicture : public PixelTarget
{
public:
    void create(cv::Size size, int type) override { pixels.create(size, type); }
    cv::Mat rows(int first, int count) override { return pixels.rowRange(first, first + count); }
    void done(int, int) override {}
    bool wantsPixels() const override { return true; }

    cv::Mat pixels;
};

/// What every reader needs: the bytes, the name for its sentences, and where it may report to.
struct ReadContext
{
    ByteSource& bytes;
    std::string name;
    const Progress& progress;
    std::vector<Message>& warnings;
    int page = 0; ///< see PhotoId

    [[noreturn]] void failTruncated(std::string detail = {}) const;
    [[noreturn]] void failCorrupt(std::string detail = {}) const;
    [[noreturn]] void failNoPage() const;
    [[noreturn]] void failUnsupported(Message message, std::string detail = {}) const;

    /// Fails with TooLarge unless a picture of this size fits into the memory that this machine has
    /// free now: what the target keeps of it, of whose rows `rowsAtOnce` will be asked for at a
    /// time, and `workBytes` beside it.
    void requireRoom(const PixelTarget& target, std::uint64_t width, std::uint64_t height, int type,
                     int rowsAtOnce, std::uint64_t workBytes = 0) const;

    /// Reports rows done and stops if asked to.
    void reportRows(int done, int all) const;
};

/// How one file format is read. read() fills target, photo.icc and photo.resolution (TIFF also
/// orientation). Both throw ReadFailure and Cancelled.
struct FormatReader
{
    PhotoHeader (*readHeader)(ReadContext& context);
    void (*read)(ReadContext& context, PixelTarget& target, Photo& photo);
    /// Where the magic of the table is too short to be sure: of the first bytes (zero-padded).
    bool (*confirms)(std::span<const std::uint8_t> head) = nullptr;
    bool readsOrientation = false; ///< read() does; of the others the metadata tell it
};

/// readPhoto() for bytes that are already open; pixels go to `target` and not into the photo.
/// Throws ReadFailure and Cancelled.
Photo decodePhoto(ByteSource& bytes, const std::string& name, PixelTarget& target,
                  const Progress& progress, int page = 0);

/// Its two halves: the pixels with what describes them (profile, resolution), and everything beside
/// them (metadata, the file's SHA-256).
Photo decodePixels(ByteSource& bytes, const std::string& name, PixelTarget& target,
                   const Progress& progress);
Photo decodeFacts(ByteSource& bytes, const std::string& name, const Progress& progress);

} // namespace autochrome::inline photo
