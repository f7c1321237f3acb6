#include "ui/training/setup/set_up_page.h"

#include "core/edit/colour/colorizer.h"
#include "core/learn/loop/settings_check.h"
#include "core/models/encoder_store.h"
#include "core/models/model_library.h"
#include "core/network/colour_model.h"
#include "ui/training/setup/estimate_view.h"
#include "ui/training/setup/model_name.h"
#include "ui/training/setup/order_form.h"
#include "ui/training/setup/problem_line.h"
#include "ui/training/setup/set_up_checker.h"
#include "ui/training/setup/set_up_memory.h"
#include "ui/training/setup/set_up_remedy.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"
#include "ui/training/setup/training_measure.h"
#include "ui/widgets/background.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {
namespace {

constexpr int widest = 640; // pixels; longer lines are hard to follow

struct Surroundings
{
    std::vector<ModelEntry> models;
    std::vector<EncoderEntry> encoders;
    std::vector<ComputeDevice> devices;
};

QFrame* line()
{
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

SetUpPage::SetUpPage(TrainingDraft* draft, QWidget* parent)
    : QWidget(parent),
      order_(new OrderForm(draft)),
      estimate_(new EstimateView),
      startButton_(new QPushButton(tr("&Start the training"))),
      obstacle_(new BreakingLabel),
      memory_(new SetUpMemory(order_, this)),
      checker_(new SetUpChecker([this] { return question(); }, &pool_, this)),
      measure_(new TrainingMeasure(this))
{
    pool_.setMaxThreadCount(1);
    build();
    connectParts();
    lookAround();
    onChange();
}

SetUpPage::~SetUpPage()
{
    memory_->finish();
}

void SetUpPage::build()
{
    startButton_->setAutoDefault(false);
    auto* content = new QWidget;
    content->setMaximumWidth(widest);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(order_);
    layout->addWidget(line());
    layout->addWidget(estimate_);
    layout->addWidget(line());
    layout->addWidget(startButton_, 0, Qt::AlignLeft);
    layout->addWidget(obstacle_);
    layout->addStretch();
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(content, 1);
    outer->addStretch(0);
    setAccessibleName(tr("Set-up of the training"));
}

void SetUpPage::connectParts()
{
    connect(order_, &OrderForm::changed, this, &SetUpPage::onChange);
    connect(order_, &OrderForm::modelNameChanged, this, [this] {
        checker_->forgetProblems(); // of the former name
        recheck();
        Q_EMIT modelNameChanged(modelName());
    });
    connect(checker_, &SetUpChecker::checked, this, &SetUpPage::showCheck);
    connect(estimate_, &EstimateView::measureWanted, this, &SetUpPage::measure);
    connect(estimate_, &EstimateView::cancelWanted, this, &SetUpPage::stopMeasuring);
    connect(estimate_, &EstimateView::remedyWanted, this, &SetUpPage::apply);
    connect(measure_, &TrainingMeasure::measured, this, [this](const TrainingEstimate& estimate) {
        estimate_->setMeasuring(false);
        measured_ = estimate;
        recheck();
    });
    connect(measure_, &TrainingMeasure::failed, this, [this](const Error& error) {
        estimate_->setMeasuring(false);
        Q_EMIT problem(words(error.message), QString::fromStdString(error.detail));
    });
    connect(startButton_, &QPushButton::clicked, this, &SetUpPage::start);
}

QString SetUpPage::modelName() const
{
    return order_->modelName();
}

void SetUpPage::setModelName(const QString& name)
{
    order_->setModelName(name);
}

SettingsForm* SetUpPage::form() const
{
    return order_->values();
}

StartChoice* SetUpPage::startChoice() const
{
    return order_->start();
}

TrainingOrder SetUpPage::order() const
{
    return order_->order();
}

std::vector<std::string> SetUpPage::arguments(const TrainingLists& lists,
                                              const std::filesystem::path& folder) const
{
    return order().arguments(lists, folder, TrainingOrder::settingsFile(folder));
}

Result<void> SetUpPage::writeOrder(const std::filesystem::path& folder) const
{
    return order().writeSettings(TrainingOrder::settingsFile(folder));
}

void SetUpPage::setLists(const TrainingLists& lists)
{
    lists_ = lists;
    onChange();
}

void SetUpPage::setFolder(const std::filesystem::path& folder)
{
    folder_ = folder;
    recheck();
}

void SetUpPage::setStartModel(const QString& model)
{
    startChoice()->setKind(StartChoice::Kind::Model);
    startChoice()->setModel(model);
    onChange();
}

void SetUpPage::offerSmallerBatch(int photos)
{
    offeredBatch_ = std::max(1, photos);
    recheck();
}

void SetUpPage::refreshModels()
{
    lookAround();
}

/// Models, encoders and devices; asking for a graphics card takes a while.
void SetUpPage::lookAround()
{
    runInBackground(
        &pool_, this,
        [] {
            return Surroundings{availableModels(), availableEncoders(), computeDevices()};
        },
        [this](const Surroundings& found) {
            QList<QPair<QString, QString>> models;
            modelNames_.clear();
            for (const ModelEntry& entry : found.models) {
                models.append({QString::fromStdString(entry.name), nameOfPath(entry.path)});
                modelNames_ << models.back().first;
            }
            QList<QPair<QString, QString>> devices;
            for (const ComputeDevice& device : found.devices)
                devices.append(
                    {QString::fromStdString(device.name), QString::fromStdString(device.id)});
            QStringList encoders;
            for (const EncoderEntry& entry : found.encoders)
                encoders << nameOfPath(entry.path);
            const std::filesystem::path before = startChoice()->encoder();
            startChoice()->setModels(models);
            startChoice()->setEncoders(encoders);
            form()->setDevices(devices);
            if (startChoice()->encoder() == before)
                recheck();
            else
                onChange();
        });
}

/// What is shown of before holds no more.
void SetUpPage::onChange()
{
    measured_.reset();
    if (measure_->isRunning())
        stopMeasuring();
    recheck();
    memory_->rememberSoon();
    Q_EMIT settingsChanged();
}

void SetUpPage::recheck()
{
    checker_->recheck();
    showObstacle();
}

SetUpQuestion SetUpPage::question() const
{
    SetUpQuestion question;
    question.order = order();
    question.photos = lists_.train.empty() ? 0 : lists_.photos;
    question.validationPhotos = lists_.validation.empty() ? 0 : lists_.validationPhotos;
    question.folder = folder_;
    question.takenNames = modelNames_;
    question.measured = measured_;
    return question;
}

void SetUpPage::showCheck()
{
    SetUpCheck shown = checker_->check();
    if (offeredBatch_ > 0 && order().settings.batchSize > offeredBatch_)
        shown.problems.insert(shown.problems.begin(),
                              {.sentence = tr("The last training ran out of memory."),
                               .blocks = false,
                               .remedy = SetUpProblem::Remedy::SmallerBatch,
                               .number = offeredBatch_});
    estimate_->setCheck(shown);
    showObstacle();
}

QString SetUpPage::obstacle() const
{
    if (QString problem = modelNameProblem(modelName()); !problem.isEmpty())
        return problem;
    if (lists_.train.empty() || lists_.photos <= 0)
        return tr("Choose photos to learn from first.");
    if (QString problem = order_->whyNoStart(); !problem.isEmpty())
        return problem;
    for (const SetUpProblem& problem : checker_->check().problems)
        if (problem.blocks)
            return problem.sentence;
    return {};
}

void SetUpPage::showObstacle()
{
    const QString reason = obstacle();
    obstacle_->setText(reason);
    const auto& lines = estimate_->problemLines();
    const bool isSaidAbove = std::ranges::any_of(
        lines, [&](const ProblemLine* line) { return line->problem().sentence == reason; });
    obstacle_->setVisible(!reason.isEmpty() && !isSaidAbove);
    startButton_->setEnabled(reason.isEmpty() && checker_->isUpToDate());
    startButton_->setAccessibleDescription(reason);
    estimate_->setMeasurable(!lists_.train.empty() && checkSettings(order().settings).has_value());
}

void SetUpPage::measure()
{
    form()->commit();
    estimate_->setMeasuring(true);
    measure_->start(order(), lists_, folder_);
}

void SetUpPage::stopMeasuring()
{
    measure_->cancel();
    estimate_->setMeasuring(false);
}

void SetUpPage::apply(const SetUpProblem& problem)
{
    if (problem.remedy == SetUpProblem::Remedy::SmallerBatch)
        offeredBatch_ = 0;
    applyRemedy(problem, order_);
}

void SetUpPage::start()
{
    form()->commit(); // a key that starts leaves the field that is being typed in where it is
    if (!obstacle().isEmpty())
        return;
    memory_->remember();
    Q_EMIT startRequested();
}

void SetUpPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    recheck(); // disk and memory are not what they were
}

} // namespace autochrome
