#include "ui/queue/photo_intake.h"

#include "core/base/progress.h"
#include "ui/widgets/background.h"

namespace autochrome {

// What one walk through the folders found.
struct PhotoIntake::Walk
{
    Progress progress;
    WalkFilter filter;
    std::vector<FoundPhoto> photos;
    std::vector<Error> problems;
};

PhotoIntake::PhotoIntake(QObject* parent) : QObject(parent)
{
    pool_.setMaxThreadCount(1);
}

PhotoIntake::~PhotoIntake()
{
    if (walk_)
        walk_->progress.cancel();
}

void PhotoIntake::look(const std::vector<std::filesystem::path>& inputs, const WalkFilter& filter)
{
    if (walk_)
        walk_->progress.cancel();
    finished_.reset();
    walk_ = std::make_shared<Walk>();
    walk_->filter = filter;
    Q_EMIT changed();
    runInBackground(
        &pool_, this,
        [walk = walk_, inputs] {
            const auto done = walkPhotos(
                inputs, walk->filter,
                [&](FoundPhoto photo) { walk->photos.push_back(std::move(photo)); },
                [&](const Error& problem) { walk->problems.push_back(problem); }, walk->progress);
            return done.has_value();
        },
        [this, walk = walk_](bool done) {
            if (done)
                onWalked(walk);
        });
}

void PhotoIntake::onWalked(const std::shared_ptr<Walk>& walk)
{
    if (walk != walk_)
        return;
    finished_ = walk;
    Q_EMIT changed();
}

bool PhotoIntake::hasFinished() const
{
    return finished_ != nullptr;
}

const std::vector<FoundPhoto>& PhotoIntake::photos() const
{
    static const std::vector<FoundPhoto> none;
    return finished_ ? finished_->photos : none;
}

const std::vector<Error>& PhotoIntake::problems() const
{
    static const std::vector<Error> none;
    return finished_ ? finished_->problems : none;
}

} // namespace autochrome
