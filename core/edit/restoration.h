#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/recipe.h"
#include "core/photo/photo.h"
#include "core/photo/photo_writer.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline edit {

/// Seconds that one stage took, and whether its result came from the cache.
struct StageTime
{
    std::string stage; ///< "geometry", "tone", "colour" (the network), "vividness", "recombine"
    double seconds = 0;
    bool cached = false;
};

/// One photo as a recipe makes it: immutable, thread-safe, ready to be looked at region by region
/// or written strip by strip.
class Rendering
{
public:
    cv::Size size() const;      ///< upright pixels
    const Photo& photo() const; ///< upright
    const ChromaMap& chroma() const;
    const Recombiner& recombiner() const;
    const std::vector<StageTime>& times() const;

    /// Greatest |L*(result) - L*(source)| over a regular sample of the pixels, in the depth of the
    /// source: of what is looked at. What a written file has is in WrittenPhoto.
    double luminanceError() const;

    /// The file that it was written to last, and what was measured there; nothing before.
    std::optional<WrittenPhoto> lastWritten() const;

    /// Rows of the result at full size, for writePhoto(); 8 bit on demand.
    std::unique_ptr<RowSource> rows(int bitDepth) const;

private:
    friend class Restoration;
    friend Result<WrittenPhoto> exportRendering(const Rendering&, const Recipe&,
                                                const std::filesystem::path&, const WriteOptions&,
                                                const Progress&);
    struct Data;
    std::shared_ptr<const Data> data_;
};

/// One photo on its way through the stages geometry -> tone -> colour -> vividness -> recombine.
/// Keeps what each stage made under a key of what it was made from, so that a slider never reruns
/// the network.
class Restoration
{
public:
    explicit Restoration(Photo photo);
    ~Restoration();

    /// The photo, turned upright, uncoloured: what "before" shows.
    std::shared_ptr<const Photo> photo() const;

    /// Runs the stages whose inputs changed. May be called from any thread; one call at a time.
    /// Errors: those of Colorizer::predict(), OutOfMemory, Cancelled.
    Result<Rendering> render(const Recipe& recipe, Colorizer& colorizer,
                             const Progress& progress = Progress());

    /// Memory that is kept so that vividness changes without the network. Never more than some
    /// 100 MB: what a large network said is asked for again.
    std::size_t keptBytes() const { return keptBytes_; }

private:
    void forgetTooMuch();

    struct Cache;
    std::shared_ptr<const Photo> photo_;
    double turningSeconds_ = 0;
    std::optional<Error> turningError_; // what render() answers if there was no room to turn it
    std::mutex mutex_;
    std::atomic<std::size_t> keptBytes_ = 0;
    std::unique_ptr<Cache> cache_;
};

/// Writes a rendering as a labelled result (metadata, ICC, history). 8-bit formats get 8-bit rows.
Result<WrittenPhoto> exportRendering(const Rendering& rendering, const Recipe& recipe,
                                     const std::filesystem::path& target,
                                     const WriteOptions& options,
                                     const Progress& progress = Progress());

/// The metadata that exportRendering() would write, to be shown before saving.
Metadata exportMetadata(const Rendering& rendering, const Recipe& recipe);

} // namespace autochrome::inline edit
