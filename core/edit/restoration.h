#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/colour/colorizer.h"
#include "core/edit/recipe.h"
#include "core/edit/rendering.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace autochrome::inline edit {

struct Prepared;
class Restored;

/// What an edit makes necessary: from nothing at all to everything.
enum class Rework {
    Nothing,
    Finish,  ///< lay the colour over the photo anew
    Colours, ///< choose others from what the network said
    Network, ///< let the network look again
    Before   ///< the photo itself changes before it gets colour
};

/// One photo on its way through the stages geometry -> detection -> repair -> detail -> inspection
/// -> tone -> lightness -> colour -> vividness -> finish. Keeps what each stage made with the
/// settings it was made with, so that a slider never reruns the network.
class Restoration
{
public:
    explicit Restoration(Photo photo);
    ~Restoration();

    /// The source, upright as its file says, otherwise as it came.
    std::shared_ptr<const Photo> upright() const { return upright_; }

    /// The stages before colour: what "before" shows, soon there and without a network. May be
    /// called from any thread; waits for what is being rendered.
    /// Errors: those of damagePicture() and DamageDetector, OutOfMemory, Cancelled.
    Result<std::shared_ptr<const Prepared>> prepare(const Recipe& recipe,
                                                    const Progress& progress = Progress());

    /// The photo restored, without colour: of the stages before it. From any thread. Errors: those
    /// of prepare().
    Result<Restored> restore(const Recipe& recipe, const Progress& progress = Progress());

    /// Runs the stages whose inputs changed. May be called from any thread; one call at a time.
    /// Errors: those of prepare() and Colorizer::look(), OutOfMemory, Cancelled.
    Result<Rendering> render(const Recipe& recipe, Colorizer& colorizer,
                             const Progress& progress = Progress());

    /// What render() would have to make again for this recipe with the same model: after what is
    /// there, or after what is being rendered at the moment. Never waits.
    Rework needs(const Recipe& recipe) const;

    /// Memory beside the upright photo that is kept so that the next edit is quick. Of what the
    /// network said never more than some 100 MB: what a large one said is asked for again.
    std::size_t keptBytes() const { return keptBytes_; }

private:
    struct Stages;

    Result<std::shared_ptr<const Prepared>> prepared(const Recipe& recipe, const Progress& progress,
                                                     std::vector<StageTime>& times);
    void tellTurning(std::vector<StageTime>& times) const;
    void forgetTooMuch();

    std::shared_ptr<const Photo> upright_;
    double turningSeconds_ = 0;
    std::optional<Error> turningError_; // what render() answers if there was no room to turn it
    mutable std::mutex mutex_;          // of what the stages made
    mutable std::mutex inHandMutex_;
    std::optional<Recipe> inHand_; // what is being rendered
    std::atomic<std::size_t> keptBytes_ = 0;
    std::unique_ptr<Stages> stages_;
};

} // namespace autochrome::inline edit
