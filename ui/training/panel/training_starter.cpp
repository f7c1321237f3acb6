#include "ui/training/panel/training_starter.h"

#include "core/base/text.h"
#include "ui/training/data/data_page.h"
#include "ui/training/data/training_lists.h"
#include "ui/training/panel/known_trainings.h"
#include "ui/training/run/run_page.h"
#include "ui/training/setup/set_up_page.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

namespace autochrome {

namespace {

Result<void> checkNoneRuns()
{
    for (const KnownTraining& other : knownTrainings(trainingRoot()))
        if (other.isRunning())
            return failure(ErrorCode::TargetExists,
                           text("“%1” is being trained already; two at once would only take turns. "
                                "Pause it first.",
                                {other.name.toStdString()}));
    return {};
}

} // namespace

TrainingStarter::TrainingStarter(DataPage* data, SetUpPage* setUp, RunPage* run, QObject* parent)
    : QObject(parent), data_(data), setUp_(setUp), run_(run)
{
    pool_.setMaxThreadCount(1);
    connect(data_, &DataPage::dataChanged, this, &TrainingStarter::writeLists);
    connect(setUp_, &SetUpPage::modelNameChanged, this, &TrainingStarter::chooseFolder);
    connect(setUp_, &SetUpPage::startRequested, this, &TrainingStarter::start);
    chooseFolder();
}

TrainingStarter::~TrainingStarter()
{
    pool_.clear();
    pool_.waitForDone();
}

void TrainingStarter::chooseFolder()
{
    setUp_->setFolder(freeRunFolder(trainingRoot(), setUp_->modelName()));
}

void TrainingStarter::writeLists()
{
    const int number = ++listsNumber_;
    if (!data_->data()) {
        setUp_->setLists({});
        return;
    }
    const auto listsOf = [this](int which) {
        return pathNamed(lists_.filePath(QString::number(which)));
    };
    runInBackground(
        &pool_, this,
        // The lists before the last ones go; the last ones may be being measured.
        [data = *data_->data(), folder = listsOf(number), old = listsOf(number - 2)] {
            std::error_code error;
            std::filesystem::remove_all(old, error);
            return writeTrainingLists(data, folder);
        },
        [this, number](const Result<TrainingLists>& lists) {
            if (number != listsNumber_)
                return;
            setUp_->setLists(lists ? *lists : TrainingLists{});
            if (!lists)
                report(lists.error());
        });
}

void TrainingStarter::start()
{
    if (isStarting_ || !data_->data())
        return;
    isStarting_ = true;
    const std::filesystem::path folder = freeRunFolder(trainingRoot(), setUp_->modelName());
    // The lists lie with the training, which may go on when what was chosen here is another.
    runInBackground(
        &pool_, this,
        [data = *data_->data(), folder] {
            return checkNoneRuns().and_then([&] { return writeTrainingLists(data, folder); });
        },
        [this, folder](const Result<TrainingLists>& lists) {
            isStarting_ = false;
            const Result<void> written =
                lists ? setUp_->writeOrder(folder) : tl::make_unexpected(lists.error());
            if (!written) {
                report(written.error());
                return;
            }
            run_->start(setUp_->arguments(*lists, folder), nameOfPath(folder));
            chooseFolder();
            Q_EMIT started();
        });
}

void TrainingStarter::report(const Error& error)
{
    Q_EMIT problem(words(error.message), QString::fromStdString(error.detail));
}

} // namespace autochrome
