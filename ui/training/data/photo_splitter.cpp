#include "ui/training/data/photo_splitter.h"

#include "core/learn/survey/published_split.h"
#include "ui/widgets/background.h"

#include <new>

namespace autochrome {

PhotoSplitter::PhotoSplitter(QObject* parent) : QObject(parent)
{
    pool_.setMaxThreadCount(1);
}

PhotoSplitter::~PhotoSplitter()
{
    giveUp();
    pool_.clear();
}

void PhotoSplitter::split(const SurveyedData& photos, const SplitSettings& settings)
{
    if (running_)
        running_->cancel();
    next_ = Wish{photos, settings, {}};
    startNext();
}

void PhotoSplitter::giveUp()
{
    if (running_)
        running_->cancel();
    next_.reset();
}

void PhotoSplitter::startNext()
{
    if (busy_ || !next_)
        return;
    const Wish wish = *std::exchange(next_, std::nullopt);
    running_ = wish.progress;
    busy_ = true;
    runInBackground(
        &pool_, this,
        [wish]() -> Result<TrainSplit> {
            try {
                return wish.photos.validation
                           ? splitPublished(*wish.photos.survey, *wish.photos.validation,
                                            wish.progress)
                           : splitPhotos(*wish.photos.survey, wish.settings);
            } catch (const std::bad_alloc& error) {
                return failure(ErrorCode::OutOfMemory,
                               tr("There is not enough memory for so many photos.").toStdString(),
                               error.what());
            }
        },
        [this, progress = wish.progress](const Result<TrainSplit>& split) {
            busy_ = false;
            running_.reset();
            if (progress.isCancelled()) {
                startNext();
                return;
            }
            if (split)
                Q_EMIT finished(*split);
            else
                Q_EMIT failed(split.error());
            startNext();
        });
}

} // namespace autochrome
