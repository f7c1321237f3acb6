#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/photo/lightness_error.h"
#include "core/photo/photo.h"

#include <functional>
#include <optional>

namespace autochrome::inline photo {

/// Pixels that are made strip by strip while they are written, so that a large result never has to
/// exist whole.
class RowSource
{
public:
    virtual ~RowSource() = default;
    virtual cv::Size size() const = 0;
    virtual int type() const = 0; ///< CV_8UC1/3/4 or CV_16UC1/3/4, RGB(A) order

    /// Fills `strip` (allocated, type(), full width) with the rows from `firstRow` on; may put
    /// other memory of the same size and type into it.
    virtual void read(int firstRow, cv::Mat& strip) = 0;
};

/// Rows of a whole picture in memory.
class MatRowSource : public RowSource
{
public:
    explicit MatRowSource(cv::Mat pixels) : pixels_(std::move(pixels)) {}
    cv::Size size() const override { return pixels_.size(); }
    int type() const override { return pixels_.type(); }
    void read(int firstRow, cv::Mat& strip) override;

private:
    cv::Mat pixels_;
};

/// What to do when the result's file exists.
enum class Overwrite { Skip, Replace, Rename };

struct WriteOptions
{
    FileFormat format = FileFormat::Jpeg;
    int quality = 92; ///< JPEG and WebP, 1-100
    Overwrite overwrite = Overwrite::Rename;
    bool keepTime = false; ///< the result's file has the source's time of modification
    /// Asked for every name before it is taken, beside the photo's own: whether it is an original
    /// that a result of the photo with this fingerprint() may not replace (see Originals); empty:
    /// none is.
    std::function<bool(const std::filesystem::path& target, const std::string& madeFrom)>
        isOriginal = {};
};

/// What goes into the file beside its pixels.
struct ResultInfo
{
    std::vector<std::uint8_t> icc;
    Metadata metadata;     ///< already labelled (see provenance.h)
    Resolution resolution; ///< of the source
    /// What the pixels were made of, upright: L* of the finished file is measured against it, and
    /// the figure put into the history. Null: nothing is measured.
    const Photo* original = nullptr;
};

struct WrittenPhoto
{
    std::filesystem::path path; ///< the name it got (another than asked under Overwrite::Rename)
    std::string sha256;         ///< of the file's bytes, hex
    int bitDepth = 8;
    std::vector<Message> warnings; ///< one of them if `lightness` is beyond the promise
    /// Measured in the file as it lies there, after the reduction to its depth and its encoder.
    std::optional<LightnessError> lightness;
};

/// Writes a result: into a temporary file beside `target`, which is read back (pixels decode, same
/// size and depth, metadata and ICC present; L* measured), flushed and only then renamed. On any
/// error nothing is left behind and an existing file is untouched. A sidecar that this program did
/// not write is never replaced: its name counts as taken.
/// @param source  the photo's own file, which is never written to: a `target` that is the same file
///                (also through links or another spelling) is refused (SameAsSource). Other
///                originals are refused too, or under Overwrite::Rename passed over.
/// Errors: SameAsSource, TargetExists (Overwrite::Skip), WriteFailed, DiskFull, Cancelled.
Result<WrittenPhoto> writePhoto(RowSource& pixels, const ResultInfo& info,
                                const std::filesystem::path& target, const WriteOptions& options,
                                const std::filesystem::path& source,
                                const Progress& progress = Progress());

/// "photo.jpg" -> "photo (2).jpg": the names that Overwrite::Rename tries.
std::filesystem::path numberedCopy(const std::filesystem::path& target, int number);

} // namespace autochrome::inline photo
