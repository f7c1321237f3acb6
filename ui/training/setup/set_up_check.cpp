#include "ui/training/setup/set_up_check.h"

#include "core/learn/loop/settings_check.h"
#include "core/learn/run/run_folder.h"
#include "core/network/model_file.h"
#include "ui/training/setup/model_name.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace autochrome {
namespace {

using Remedy = SetUpProblem::Remedy;
namespace fs = std::filesystem;

/// Its context for translations.
struct SetUpCheckTexts
{
    Q_DECLARE_TR_FUNCTIONS(autochrome::SetUpCheck)
};

QString fileName(const fs::path& file)
{
    return QString::fromStdString(file.filename().string());
}

/// A model and a network that do not go together would end the training at its first step.
void checkStart(const TrainingOrder& order, std::vector<SetUpProblem>& problems)
{
    std::error_code error;
    if (!order.start.empty()) {
        const auto card = readModelCard(order.start);
        if (!card)
            problems.push_back({.sentence = words(card.error().message)});
        else if (card->architecture != order.settings.architecture)
            problems.push_back({.sentence = SetUpCheckTexts::tr("The model “%1” is another kind of "
                                                                "network than the one set here.")
                                                .arg(QString::fromStdString(card->name)),
                                .remedy = Remedy::ModelsNetwork,
                                .word = QString::fromStdString(card->architecture)});
    } else if (!order.encoder.empty()) {
        if (!fs::is_regular_file(order.encoder, error))
            problems.push_back({.sentence = SetUpCheckTexts::tr("The file “%1” is not there.")
                                                .arg(fileName(order.encoder))});
        else if (order.settings.architecture.find("efficientnet_b0") == std::string::npos)
            problems.push_back(
                {.sentence = SetUpCheckTexts::tr("A pretrained encoder fits the EfficientNet-B0 "
                                                 "network only."),
                 .remedy = Remedy::ModelsNetwork,
                 .word = QStringLiteral("autochrome-efficientnet_b0-unet")});
    }
}

/// A training that was kept is not written over. One that runs is told of by checkTraining().
void checkName(const SetUpQuestion& question, std::vector<SetUpProblem>& problems)
{
    const QString name = QString::fromStdString(question.order.name);
    std::error_code error;
    const bool isKept = !question.folder.empty() && !isTraining(question.folder) &&
                        fs::exists(RunFolder(question.folder).checkpoint(), error);
    const bool isModel = question.takenNames.contains(name);
    if (!isKept && !isModel)
        return;
    problems.push_back(
        {.sentence =
             isKept ? SetUpCheckTexts::tr("There is a training called “%1” already; give "
                                          "this one another name, or resume that one.")
                          .arg(name)
                    : SetUpCheckTexts::tr("The library has a model called “%1” already.").arg(name),
         .blocks = isKept,
         .remedy = Remedy::OtherName,
         .word = freeModelName(name, question.takenNames, question.folder.parent_path())});
}

int largestCrop(const TrainingSettings& settings)
{
    return settings.lateFrom < 1 ? std::max(settings.cropSize, settings.lateCropSize)
                                 : settings.cropSize;
}

/// What helps against an error of checkTraining().
/// @param tellsOfPhotos  whether it is that there are fewer photos than a batch has
SetUpProblem withRemedy(const Error& error, const SetUpQuestion& question,
                        const TrainingEstimate& estimate, bool tellsOfPhotos)
{
    SetUpProblem problem{.sentence = words(error.message)};
    if (error.code == ErrorCode::OutOfMemory) {
        // It is a guess, and other programs may end.
        problem.blocks = false;
        const int half = largestCrop(question.order.settings) / 64 * 32;
        if (estimate.largestBatch > 0) {
            problem.remedy = Remedy::SmallerBatch;
            problem.number = estimate.largestBatch;
        } else if (half >= 32) {
            problem.remedy = Remedy::SmallerCrops;
            problem.number = half;
        }
    } else if (error.code == ErrorCode::Usage && tellsOfPhotos) {
        problem.remedy = Remedy::SmallerBatch;
        problem.number = int(question.photos);
    } else if (error.code == ErrorCode::Usage) {
        problem.remedy = Remedy::LastModel;
    }
    return problem;
}

} // namespace

TrainingIdea ideaOf(const SetUpQuestion& question)
{
    return {.settings = question.order.settings,
            .photos = question.photos,
            .validationPhotos = question.validationPhotos,
            .device = question.order.machine.device,
            .threads = question.order.machine.threads,
            .validationMinutes = question.order.machine.validationMinutes};
}

SetUpCheck checkSetUp(const SetUpQuestion& question)
{
    SetUpCheck check;
    if (const auto good = checkSettings(question.order.settings); !good) {
        check.problems.push_back({.sentence = words(good.error().message)});
        return check;
    }
    if (question.photos == 0)
        check.problems.push_back(
            {.sentence = SetUpCheckTexts::tr("Choose photos to learn from first.")});
    const TrainingIdea idea = ideaOf(question);
    const auto reckoned =
        question.measured ? Result<TrainingEstimate>(*question.measured) : estimateTraining(idea);
    if (!reckoned) {
        check.problems.push_back({.sentence = words(reckoned.error().message)});
        return check;
    }
    check.estimate = *reckoned;
    TrainingEstimate elsewhere = *reckoned; // not in this process: it has none of that memory
    elsewhere.isMeasured = false;
    const TrainingSettings& s = idea.settings;
    // The first complaint of its kind; the second is that nothing tells the best model.
    bool tellsOfPhotos =
        idea.photos < (s.lateFrom < 1 ? std::max(s.batchSize, s.lateBatchSize) : s.batchSize);
    for (const Error& error : checkTraining(idea, elsewhere, question.folder)) {
        if (error.code == ErrorCode::NotFound && question.photos == 0)
            continue; // said above
        check.problems.push_back(withRemedy(error, question, *reckoned, tellsOfPhotos));
        if (error.code == ErrorCode::Usage)
            tellsOfPhotos = false;
    }
    checkStart(question.order, check.problems);
    checkName(question, check.problems);
    return check;
}

} // namespace autochrome
