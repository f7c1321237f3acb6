#pragma once

#include "core/photo/formats/write_failure.h"
#include "core/photo/output_file.h"
#include "core/photo/photo_writer.h"

#include <functional>

namespace autochrome::inline photo {

/// A checksum of rows that may come in any order, to prove that a lossless file holds what was
/// written to it.
class RowDigest
{
public:
    void add(int firstRow, const cv::Mat& rows);
    bool operator==(const RowDigest&) const = default;

private:
    std::uint64_t sum_ = 0;
};

/// What every writer needs.
struct WriteJob
{
    OutputFile& file;
    RowSource& rows;
    const ResultInfo& info;
    const WriteOptions& options;
    std::string name; ///< of the target, for sentences
    const Progress& progress;
    std::vector<Message>& warnings;
    /// Whether reading back compares every pixel; else no checksum is taken.
    bool lossless = false;
    RowDigest digest = {};
    bool needsSidecar = false; ///< set by the writer if the file could not take all metadata

    [[noreturn]] void fail(Message message, std::string detail = {}) const;
    /// A failure that the library reports: of the disk if a write failed, else of the encoder.
    [[noreturn]] void failEncoding(const std::string& detail) const;

    /// Fetches strip after strip from `rows` and hands each to `take`; reports and may be
    /// cancelled.
    void forEachStrip(const std::function<void(int firstRow, const cv::Mat& strip)>& take);
};

/// How one file format is written. write() throws WriteFailure and Cancelled and leaves the
/// finished bytes in job.file.
struct FormatWriter
{
    int largestSide; ///< pixels
    void (*write)(WriteJob& job);
};

/// Classic TIFF up to this many bytes of pixels, BigTIFF above. The default leaves room for what
/// beside the pixels must fit into 4 GiB.
void writeTiff(WriteJob& job, std::uint64_t classicLimit);

} // namespace autochrome::inline photo
