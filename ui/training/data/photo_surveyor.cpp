#include "ui/training/data/photo_surveyor.h"

#include "core/collection/places365.h"
#include "ui/training/data/data_paths.h"
#include "ui/training/data/training_data.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <thread>

namespace autochrome {

namespace {

constexpr int interval = 80; // ms between two looks at the worker

using Found = Result<SurveyedData>;

SurveySettings settingsFor(DataSplit part)
{
    SurveySettings settings;
    settings.split = part;
    settings.namedForEachReason = PhotoSurveyor::namedForEachReason;
    // One core stays for the window.
    settings.threads = std::max(1, int(std::thread::hardware_concurrency()) - 1);
    return settings;
}

Result<std::shared_ptr<const Survey>> look(const std::vector<std::filesystem::path>& paths,
                                           DataSplit part, const Progress& progress)
{
    auto survey = surveyPhotos(paths, settingsFor(part), progress);
    if (!survey)
        return tl::make_unexpected(survey.error());
    // Millions of names take a while to go, too: not on the window's thread.
    return std::shared_ptr<const Survey>(new Survey(std::move(*survey)), [](const Survey* old) {
        QThreadPool::globalInstance()->start([old] { delete old; });
    });
}

} // namespace

/// One look through a collection.
struct PhotoSurveyor::Task
{
    Task()
        : progress([this](double done, const Message& what) {
              const std::lock_guard lock(mutex);
              fraction = done;
              activity = what;
          })
    {
    }

    Found run() const
    {
        try {
            if (const QString gone = firstMissing(sources); !gone.isEmpty())
                return failure(ErrorCode::NotFound, goneSentence(gone).toStdString());
            Found found = kind == data_kind::published ? lookAtPublished() : lookAtPlain();
            // Photos of a folder that goes away meanwhile are no damaged photos.
            if (const QString gone = firstMissing(sources); found && !gone.isEmpty())
                return failure(ErrorCode::NotFound, goneSentence(gone).toStdString());
            return found;
        } catch (const std::bad_alloc& error) {
            return failure(
                ErrorCode::OutOfMemory,
                PhotoSurveyor::tr("There is not enough memory for so many photos.").toStdString(),
                error.what());
        } catch (const std::exception& error) {
            return failure(
                ErrorCode::Internal,
                PhotoSurveyor::tr("The photos could not be looked through.").toStdString(),
                error.what());
        }
    }

    Found lookAtPlain() const
    {
        auto survey = look(toPaths(sources), DataSplit::Everything, progress);
        if (!survey)
            return tl::make_unexpected(survey.error());
        return SurveyedData{.survey = *survey};
    }

    Found lookAtPublished() const
    {
        const auto paths = toPaths(sources);
        bool hasValidation = true;
        for (const auto& path : paths) {
            if (!places365Split(path, DataSplit::Train))
                return failure(
                    ErrorCode::NotFound,
                    PhotoSurveyor::tr("“%1” does not hold Places365 as it is published; choose “A "
                                      "folder of photos” to take all photos in it.")
                        .arg(nameOfPath(path))
                        .toStdString());
            hasValidation = hasValidation && places365Split(path, DataSplit::Validation);
        }
        // Some have the photos for training alone, which are many more.
        constexpr double ofTraining = 0.95;
        auto train =
            look(paths, DataSplit::Train, progress.part(0, hasValidation ? ofTraining : 1));
        if (!train)
            return tl::make_unexpected(train.error());
        if (!hasValidation)
            return SurveyedData{.survey = *train};
        auto validation = look(paths, DataSplit::Validation, progress.part(ofTraining, 1));
        if (!validation)
            return tl::make_unexpected(validation.error());
        return SurveyedData{.survey = *train, .validation = *validation};
    }

    QString kind;
    QStringList sources;
    std::mutex mutex;
    double fraction = -1;
    Message activity;
    Progress progress; ///< its listener is called on the worker's threads, while run() keeps this
};

PhotoSurveyor::PhotoSurveyor(QObject* parent) : QObject(parent)
{
    pool_.setMaxThreadCount(1);
    timer_.setInterval(interval);
    connect(&timer_, &QTimer::timeout, this, &PhotoSurveyor::tell);
}

PhotoSurveyor::~PhotoSurveyor()
{
    giveUp();
    pool_.clear();
}

void PhotoSurveyor::start(const QString& kind, const QStringList& sources)
{
    giveUp();
    task_ = std::make_shared<Task>();
    task_->kind = kind;
    task_->sources = sources;
    timer_.start();
    runInBackground(
        &pool_, this, [task = task_] { return task->run(); },
        [this, task = task_](const Found& found) {
            if (task != task_)
                return; // given up
            task_.reset();
            timer_.stop();
            // What is stopped in its last moment is stopped all the same.
            if (found && task->progress.isCancelled())
                Q_EMIT failed({ErrorCode::Cancelled, tr("Stopped.").toStdString(), {}});
            else if (found)
                Q_EMIT finished(*found);
            else
                Q_EMIT failed(found.error());
        });
    tell();
}

void PhotoSurveyor::cancel()
{
    if (task_)
        task_->progress.cancel();
}

void PhotoSurveyor::giveUp()
{
    cancel();
    task_.reset();
    timer_.stop();
}

bool PhotoSurveyor::isStopping() const
{
    return task_ && task_->progress.isCancelled();
}

void PhotoSurveyor::tell()
{
    double fraction = -1;
    QString activity;
    if (isStopping()) {
        activity = tr("Stopping…");
    } else {
        const std::lock_guard lock(task_->mutex);
        fraction = task_->fraction;
        activity = words(task_->activity);
    }
    if (activity.isEmpty())
        activity = tr("Searching for photos…");
    Q_EMIT progressed(fraction, activity);
}

} // namespace autochrome
