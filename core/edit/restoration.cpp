#include "core/edit/restoration.h"

#include "core/base/text.h"
#include "core/edit/colour/caught.h"
#include "core/edit/rendering_data.h"
#include "core/edit/stage.h"
#include "core/photo/photo_reader.h"

#include <algorithm>
#include <chrono>

namespace autochrome::inline edit {
namespace {

// What the network says of one photo: 7 MB as it is shipped, 80 MB for the best effort at 512.
constexpr std::size_t mostKept = std::size_t(96) << 20;

class Clock
{
public:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

} // namespace

struct Restoration::Cache
{
    struct Entry
    {
        std::string key;
        StageState state;
    };
    std::vector<Entry> entries; // one for each stage that has run, in order
};

Restoration::Restoration(Photo photo) : cache_(std::make_unique<Cache>())
{
    const Clock clock;
    try {
        photo_ = std::make_shared<const Photo>(uprighted(photo));
    } catch (...) {
        turningError_ =
            caughtError(text("“%1” could not be turned upright.", {photo.source.name()}));
        photo_ = std::make_shared<const Photo>(std::move(photo));
    }
    turningSeconds_ = clock.seconds();
}

Restoration::~Restoration() = default;

std::shared_ptr<const Photo> Restoration::photo() const
{
    return photo_;
}

Result<Rendering> Restoration::render(const Recipe& recipe, Colorizer& colorizer,
                                      const Progress& progress)
try {
    const std::lock_guard lock(mutex_);
    if (turningError_)
        return tl::make_unexpected(*turningError_);
    const std::vector<Stage>& stages = restorationStages();
    double whole = 0;
    for (const Stage& stage : stages)
        whole += stage.weight;

    auto data = std::make_shared<Rendering::Data>();
    data->state.photo = photo_;
    std::string key;
    double done = 0;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const Stage& stage = stages[i];
        progress.checkpoint();
        const Progress part = progress.part(done / whole, (done + stage.weight) / whole);
        const StageContext context{recipe, colorizer, part};
        key += std::string("/") + stage.name + " " + stage.slice(context);
        StageTime time{stage.name, 0, true};
        if (i < cache_->entries.size() && cache_->entries[i].key == key) {
            data->state = cache_->entries[i].state;
        } else {
            cache_->entries.resize(i); // what follows was made of something else
            const Clock clock;
            Result<StageState> made = stage.run(data->state, context);
            if (!made)
                return tl::make_unexpected(made.error());
            data->state = std::move(*made);
            time.seconds = clock.seconds();
            time.cached = false;
            cache_->entries.push_back({key, data->state});
        }
        // The photo was turned when it came in.
        if (i == 0 && !time.cached)
            time.seconds += turningSeconds_;
        data->times.push_back(time);
        done += stage.weight;
    }
    forgetTooMuch();
    data->state.scene.reset(); // a rendering may live long and has its colours
    progress.report(1, {});
    Rendering rendering;
    rendering.data_ = std::move(data);
    return rendering;
} catch (...) {
    return tl::make_unexpected(
        caughtError(text("“%1” could not be colourised.", {photo_->source.name()})));
}

void Restoration::forgetTooMuch()
{
    std::size_t kept = 0;
    for (const Cache::Entry& entry : cache_->entries)
        kept = std::max(kept, entry.state.scene ? entry.state.scene->bytes() : 0);
    if (kept > mostKept) {
        for (Cache::Entry& entry : cache_->entries)
            entry.state.scene.reset();
        kept = 0;
    }
    keptBytes_ = kept;
}

} // namespace autochrome::inline edit
