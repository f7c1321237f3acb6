#include "core/edit/restoration.h"

#include "core/base/text.h"
#include "core/edit/chain.h"
#include "core/edit/colour/caught.h"
#include "core/edit/finish/finish_stage.h"
#include "core/edit/rendering_impl.h"
#include "core/edit/restored.h"
#include "core/photo/photo_reader.h"

namespace autochrome::inline edit {
namespace {

// What the network says of one photo: 7 MB as it is shipped, 80 MB for the best effort at 512.
constexpr std::size_t mostKept = std::size_t(96) << 20;

// The way of a photo: a new stage is a new entry.
auto stagesInOrder()
{
    return Chain(
        Step(geometryStage, Rework::Before,
             [](const Order& o) { return o.recipe.geometry.normalised(); }),
        Step(detectionStage, Rework::Before,
             [](const Order& o) { return DetectionSettings::of(o.recipe.repair); }),
        Step(repairStage, Rework::Before, [](const Order& o) { return o.recipe.repair; }),
        Step(detailStage, Rework::Before, [](const Order& o) { return o.recipe.detail; }),
        Step(inspectionStage, Rework::Before,
             [](const Order& o) { return ToneQuestions::of(o.recipe.tone); }),
        Step(toneStage, Rework::Before, [](const Order& o) { return o.recipe.tone; }),
        Step(lightnessStage, Rework::Network,
             [](const Order& o) { return LightnessSettings::forNetwork(o.recipe.colour.size); }),
        Step(colourStage, Rework::Network,
             [](const Order& o) { return NetworkQuestion::to(o.colorizer, o.recipe.colour); }),
        Step(vividnessStage, Rework::Colours, [](const Order& o) { return o.recipe.vividness; }),
        Step(finishStage, Rework::Finish, [](const Order& o) { return o.recipe.finish; }));
}

std::size_t bytesOf(const cv::Mat& pixels)
{
    return pixels.total() * pixels.elemSize();
}

std::size_t bytesOf(const DamageFinding& finding)
{
    std::size_t bytes = 0;
    for (const cv::Mat& probability : finding.probability)
        bytes += bytesOf(probability);
    return bytes;
}

} // namespace

struct Restoration::Stages
{
    decltype(stagesInOrder()) chain = stagesInOrder();
};

Restoration::Restoration(Photo photo) : stages_(std::make_unique<Stages>())
{
    const auto start = std::chrono::steady_clock::now();
    try {
        upright_ = std::make_shared<const Photo>(uprighted(photo));
    } catch (...) {
        turningError_ =
            caughtError(text("“%1” could not be turned upright.", {photo.source.name()}));
        upright_ = std::make_shared<const Photo>(std::move(photo));
    }
    turningSeconds_ =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Restoration::~Restoration() = default;

Result<std::shared_ptr<const Prepared>>
Restoration::prepared(const Recipe& recipe, const Progress& progress, std::vector<StageTime>& times)
try {
    const std::lock_guard lock(mutex_);
    if (turningError_)
        return tl::make_unexpected(*turningError_);
    auto made = stages_->chain.make<Prepared>(upright_, Order{recipe}, progress, times);
    forgetTooMuch();
    return made;
} catch (...) {
    return tl::make_unexpected(
        caughtError(text("“%1” could not be prepared.", {upright_->source.name()})));
}

Result<std::shared_ptr<const Prepared>> Restoration::prepare(const Recipe& recipe,
                                                             const Progress& progress)
{
    std::vector<StageTime> times;
    return prepared(recipe, progress, times);
}

Result<Restored> Restoration::restore(const Recipe& recipe, const Progress& progress)
{
    std::vector<StageTime> times;
    auto made = prepared(recipe, progress, times);
    if (!made)
        return tl::make_unexpected(std::move(made.error()));
    tellTurning(times);
    return Restored(std::move(*made), recipe, std::move(times));
}

Result<Rendering> Restoration::render(const Recipe& recipe, Colorizer& colorizer,
                                      const Progress& progress)
try {
    const std::lock_guard lock(mutex_);
    if (turningError_)
        return tl::make_unexpected(*turningError_);
    {
        const std::lock_guard taking(inHandMutex_);
        inHand_ = recipe;
    }
    auto impl = std::make_shared<Rendering::Impl>();
    impl->recipe = recipe;
    auto finished = stages_->chain.make<FinishedPhoto>(upright_, Order{recipe, &colorizer},
                                                       progress, impl->times);
    if (!finished)
        return tl::make_unexpected(finished.error());
    impl->finished = std::move(*finished);
    tellTurning(impl->times);
    for (const StageTime& time : impl->times)
        if (time.stage == colourStage.name)
            impl->networkRan = !time.cached;
    forgetTooMuch();
    progress.report(1, {});
    Rendering rendering;
    rendering.impl_ = std::move(impl);
    return rendering;
} catch (...) {
    return tl::make_unexpected(
        caughtError(text("“%1” could not be colourised.", {upright_->source.name()})));
}

Rework Restoration::needs(const Recipe& recipe) const
{
    {
        const std::unique_lock lock(mutex_, std::try_to_lock);
        if (lock)
            return stages_->chain.rework(Order{recipe});
    }
    const std::lock_guard lock(inHandMutex_);
    return inHand_ ? stages_->chain.rework(Order{*inHand_}, Order{recipe}) : Rework::Before;
}

void Restoration::tellTurning(std::vector<StageTime>& times) const
{
    for (StageTime& time : times)
        if (time.stage == geometryStage.name && !time.cached)
            time.seconds += turningSeconds_; // when the photo came in
}

void Restoration::forgetTooMuch()
{
    auto& looked = stages_->chain.step<ColourScene>();
    if (looked.made() && looked.made()->colours.bytes() > mostKept)
        looked.forget();
    const auto& turned = stages_->chain.step<TurnedPhoto>().made();
    const auto& searched = stages_->chain.step<SearchedPhoto>().made();
    const auto& repaired = stages_->chain.step<RepairedPhoto>().made();
    const auto& detailed = stages_->chain.step<DetailedPhoto>().made();
    const auto& prepared = stages_->chain.step<Prepared>().made();
    const bool isTurned = turned && turned->photo != upright_;
    const bool isRepaired = repaired && turned && repaired->photo != turned->photo;
    const bool isDetailed = detailed && detailed->photo != detailed->repaired->photo;
    const bool isToned = prepared && prepared->photo != prepared->untoned;
    keptBytes_ =
        (looked.made() ? looked.made()->colours.bytes() : 0) +
        (isTurned ? bytesOf(turned->photo->pixels) : 0) +
        (searched && searched->finding ? bytesOf(*searched->finding) : 0) +
        (isRepaired ? bytesOf(repaired->photo->pixels) + bytesOf(repaired->repair.touched) : 0) +
        (isDetailed ? bytesOf(detailed->photo->pixels) : 0) +
        (isToned ? bytesOf(prepared->photo->pixels) : 0);
}

} // namespace autochrome::inline edit
