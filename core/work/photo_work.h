#pragma once

#include "core/base/progress.h"
#include "core/edit/colour/caught.h"
#include "core/edit/recipe_order.h"
#include "core/edit/restored.h"
#include "core/photo/photo_writer.h"
#include "core/work/coloured.h"
#include "core/work/photo_outcome.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace autochrome::inline work {

/// What is passed over, if it turns up.
struct Judging
{
    bool ownResults = false; ///< results of this program that have its colour, …
    bool restored = false;   ///< … and those without
    bool coloured = false;   ///< photos that have colours already, by measure
};

/// One photo on its way: read, judged, coloured or restored, written. The one way of command line,
/// queue and window: what is told of the photo is the same everywhere, and is in outcome().
///
/// Every step says whether the photo goes on; if not, the outcome says why. Steps may run on
/// different threads, one at a time. Where something may throw, guarded() keeps it from the caller.
class PhotoWork
{
public:
    /// @param called  what sentences call the photo; empty: its file's name
    explicit PhotoWork(PhotoId photo, std::string called = {});
    ~PhotoWork();
    PhotoWork(PhotoWork&&) noexcept;

    const PhotoId& source() const { return outcome_.source; }
    const PhotoOutcome& outcome() const { return outcome_; }
    PhotoOutcome& outcome() { return outcome_; } ///< for what only the caller knows

    /// Reads the photo.
    /// @param admit  called with what the header says before the pixels are decoded; may wait for
    ///               memory. Empty: the header is not looked at first.
    bool read(const Progress& progress, const std::function<void(const PhotoHeader&)>& admit = {});

    bool judge(const Judging& judging);

    /// The recipe that is to be followed; without a word, every photo's first.
    void follow(const Recipe& recipe);
    /// Likewise; the photo's own, if it is to go first: settings that are kept for it are read
    /// here, once the photo has been read. Ones that cannot be read are how it ends: none are made
    /// up.
    bool follow(const RecipeOrder& order);

    /// A photo of its own for each print that is seen on this one, which was read once, in the
    /// order in which they are read; each follows the recipe with its own frame. If none is seen
    /// for certain there are none, and the photo goes on as it is, with a word of that.
    std::vector<PhotoWork> split();

    /// Turns the photo upright, so that it can be coloured; colour() does it if need be.
    void prepare();

    bool colour(const ChosenColorizer& chosen, const Progress& progress);
    /// In place of colour(): all that comes before it, and no colour.
    bool restore(const Progress& progress);

    /// Has write() put a picture of what was filled in into a folder, "<stem><part>_mask.png", of
    /// the upright source's size: 255 where it was. If that cannot be written, no result is,
    /// either.
    /// @param part  tells the photos of one scan apart, as "-2"
    void keepMask(std::filesystem::path folder, std::string part)
    {
        maskFolder_ = std::move(folder);
        maskPart_ = std::move(part);
    }

    /// Writes the result. The outcome is Done then; a failure is not the photo's end: the caller
    /// may try another name, or fail().
    Result<void> write(const std::filesystem::path& target, const WriteOptions& options,
                       const Progress& progress);

    // How it ends otherwise. All of them return false and give the pixels back.
    bool fail(Error error);
    bool skip(Message reason);
    bool skipDone(const std::filesystem::path& result); ///< was done before
    /// A file is there that makes another result needless (see ResultFinder).
    bool skipFound(const std::filesystem::path& file);

    /// Runs part of the way: what it throws, and a stop before it, is how the photo ended.
    template <class Part>
    bool guarded(const Progress& progress, Part&& part)
    {
        try {
            progress.checkpoint();
            return part();
        } catch (...) {
            return failCaught();
        }
    }

    /// The photo, upright once it is prepared; it must have been read.
    const Photo& photo() const;
    /// The photo for whoever goes on with it, over and over: the window.
    std::unique_ptr<Restoration> takeRestoration();

private:
    void tell(const std::vector<StageTime>& times, const Repair& repair, const FoundTones& tones);
    Result<std::filesystem::path> writeMask(const WriteOptions& like);
    bool failCaught();
    void release();

    std::string called_;
    PhotoOutcome outcome_;
    std::unique_ptr<Photo> photo_;             ///< until it is prepared
    std::unique_ptr<Restoration> restoration_; ///< from then on
    std::optional<Rendering> rendering_;
    std::optional<Restored> restored_; ///< instead
    std::filesystem::path maskFolder_; ///< empty: no mask is kept
    std::string maskPart_;
    Recipe recipe_;
};

} // namespace autochrome::inline work
