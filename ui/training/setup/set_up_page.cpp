#include "ui/training/setup/set_up_page.h"

#include "core/edit/colour/colorizer.h"
#include "core/learn/loop/settings_check.h"
#include "core/models/model_library.h"
#include "core/network/color_model.h"
#include "ui/training/setup/estimate_view.h"
#include "ui/training/setup/model_name.h"
#include "ui/training/setup/problem_line.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"
#include "ui/training/setup/training_measure.h"
#include "ui/widgets/background.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/words.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFile>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cmath>

namespace autochrome {
namespace {

constexpr int checkPauseMs = 150; // after the last change
constexpr int rememberPauseMs = 1000;

struct Surroundings
{
    std::vector<ModelEntry> models;
    std::vector<ComputeDevice> devices;
};

QString fromPath(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

std::filesystem::path toPath(const QString& file)
{
    return QFile::encodeName(file).toStdString();
}

} // namespace

SetUpPage::SetUpPage(TrainingDraft* draft, QWidget* parent)
    : QWidget(parent),
      draft_(draft),
      name_(new QLineEdit),
      nameProblem_(new BreakingLabel),
      start_(new StartChoice),
      preset_(new QComboBox),
      presetHelp_(new BreakingLabel),
      back_(new QPushButton(tr("&Back to the preset"))),
      form_(new SettingsForm(draft)),
      licence_(new QLineEdit),
      remark_(new QLineEdit),
      estimate_(new EstimateView),
      startButton_(new QPushButton(tr("&Start the training"))),
      obstacle_(new BreakingLabel),
      measure_(new TrainingMeasure(this)),
      checkTimer_(new QTimer(this)),
      rememberTimer_(new QTimer(this))
{
    pool_.setMaxThreadCount(1);
    checkTimer_->setSingleShot(true);
    checkTimer_->setInterval(checkPauseMs);
    rememberTimer_->setSingleShot(true);
    rememberTimer_->setInterval(rememberPauseMs);
    build();
    restore();
    connectParts();
    showName();
    lookAround();
    onChange();
}

SetUpPage::~SetUpPage()
{
    if (rememberTimer_->isActive())
        remember();
}

QString SetUpPage::modelName() const
{
    return name_->text().trimmed();
}

void SetUpPage::setModelName(const QString& name)
{
    name_->setText(name);
}

TrainingOrder SetUpPage::order() const
{
    TrainingOrder order;
    order.settings = draft_->settings();
    order.machine = draft_->machine();
    order.name = modelName().toStdString();
    order.start = start_->model();
    order.encoder = start_->encoder();
    if (const QString licence = licence_->text().trimmed(); !licence.isEmpty())
        order.notes["licence"] = licence.toStdString();
    if (const QString remark = remark_->text().trimmed(); !remark.isEmpty())
        order.notes["remark"] = remark.toStdString();
    return order;
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

void SetUpPage::setEncoders(const QStringList& files)
{
    start_->setEncoders(files);
    onChange();
}

void SetUpPage::setStartModel(const QString& model)
{
    start_->setKind(StartChoice::Kind::Model);
    start_->setModel(model);
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

/// Models and devices; asking for a graphics card takes a while.
void SetUpPage::lookAround()
{
    runInBackground(
        &pool_, this,
        [] {
            return Surroundings{availableModels(), computeDevices()};
        },
        [this](const Surroundings& found) {
            QList<QPair<QString, QString>> models;
            modelNames_.clear();
            for (const ModelEntry& entry : found.models) {
                models.append({QString::fromStdString(entry.name), fromPath(entry.path)});
                modelNames_ << models.back().first;
            }
            QList<QPair<QString, QString>> devices;
            for (const ComputeDevice& device : found.devices)
                devices.append(
                    {QString::fromStdString(device.name), QString::fromStdString(device.id)});
            start_->setModels(models);
            form_->setDevices(devices);
            recheck();
        });
}

void SetUpPage::choosePreset(const QString& preset)
{
    if (const auto settings = TrainingSettings::ofPreset(preset.toStdString()))
        draft_->setSettings(*settings);
    // To tune finely what knows nothing yet makes no sense.
    if (preset == "fine-tune" && start_->kind() != StartChoice::Kind::Model)
        start_->setKind(StartChoice::Kind::Model);
    onChange();
}

void SetUpPage::showPreset()
{
    const QString preset = QString::fromStdString(draft_->settings().preset);
    preset_->setCurrentIndex(std::max(0, preset_->findData(preset)));
    presetHelp_->setText(preset_->currentData(Qt::ToolTipRole).toString());
    back_->setEnabled(form_->differsFromPreset());
}

void SetUpPage::showName()
{
    const QString problem = modelNameProblem(modelName());
    nameProblem_->setText(problem);
    nameProblem_->setVisible(!problem.isEmpty());
}

/// What is shown of before holds no more.
void SetUpPage::onChange()
{
    measured_.reset();
    if (measure_->isRunning()) {
        measure_->cancel();
        estimate_->setMeasuring(false);
    }
    showPreset();
    recheck();
    if (!isRestoring_)
        rememberTimer_->start();
    Q_EMIT settingsChanged();
}

void SetUpPage::recheck()
{
    isChecked_ = false;
    showObstacle();
    checkTimer_->start();
}

void SetUpPage::check()
{
    SetUpQuestion question;
    question.order = order();
    question.photos = lists_.train.empty() ? 0 : lists_.photos;
    question.validationPhotos = lists_.validation.empty() ? 0 : lists_.validationPhotos;
    question.folder = folder_;
    question.takenNames = modelNames_;
    question.measured = measured_;
    runInBackground(
        &pool_, this, [question] { return checkSetUp(question); },
        [this, number = ++checks_](SetUpCheck check) {
            if (number == checks_ && !checkTimer_->isActive())
                showCheck(std::move(check));
        });
}

void SetUpPage::showCheck(SetUpCheck check)
{
    check_ = std::move(check);
    isChecked_ = true;
    SetUpCheck shown = check_;
    if (offeredBatch_ > 0 && draft_->settings().batchSize > offeredBatch_)
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
    if (const QString problem = modelNameProblem(modelName()); !problem.isEmpty())
        return problem;
    if (lists_.train.empty() || lists_.photos <= 0)
        return tr("Choose photos to learn from first.");
    if (start_->kind() == StartChoice::Kind::Model && start_->model().empty())
        return tr("Choose a model to start from.");
    if (start_->kind() == StartChoice::Kind::Encoder && start_->encoder().empty())
        return tr("Choose an encoder to start from.");
    for (const SetUpProblem& problem : check_.problems)
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
    startButton_->setEnabled(reason.isEmpty() && isChecked_);
    startButton_->setAccessibleDescription(reason);
    estimate_->setMeasurable(!lists_.train.empty() &&
                             checkSettings(draft_->settings()).has_value());
}

void SetUpPage::measure()
{
    form_->commit();
    measureFolder_ = std::make_unique<QTemporaryDir>();
    const std::filesystem::path file = toPath(measureFolder_->filePath("settings.json"));
    const TrainingOrder asked = order();
    if (const auto written = asked.writeSettings(file); !written) {
        Q_EMIT problem(words(written.error().message),
                       QString::fromStdString(written.error().detail));
        return;
    }
    estimate_->setMeasuring(true);
    const std::filesystem::path folder =
        folder_.empty() ? toPath(measureFolder_->filePath("run")) : folder_;
    measure_->start(asked.arguments(lists_, folder, file));
}

void SetUpPage::apply(const SetUpProblem& remedy)
{
    using Remedy = SetUpProblem::Remedy;
    switch (remedy.remedy) {
    case Remedy::SmallerBatch:
        useBatch(remedy.number);
        break;
    case Remedy::SmallerCrops: {
        const TrainingSettings now = draft_->settings();
        form_->change({{"cropSize", std::min(now.cropSize, remedy.number)},
                       {"lateCropSize", std::min(now.lateCropSize, remedy.number)}});
        break;
    }
    case Remedy::LastModel:
        form_->change({{"keepBest", false}, {"patience", 0}});
        break;
    case Remedy::ModelsNetwork:
        form_->change({{"architecture", remedy.word}});
        break;
    case Remedy::OtherName:
        setModelName(remedy.word);
        break;
    case Remedy::None:
        break;
    }
}

void SetUpPage::useBatch(int photos)
{
    const TrainingSettings now = draft_->settings();
    QJsonObject values{{"batchSize", std::min(now.batchSize, photos)}};
    if (now.lateFrom < 1 || now.lateBatchSize == now.batchSize)
        values["lateBatchSize"] = std::min(now.lateBatchSize, photos);
    offeredBatch_ = 0;
    form_->change(values);
}

void SetUpPage::start()
{
    form_->commit(); // a key that starts leaves the field that is being typed in where it is
    if (!obstacle().isEmpty())
        return;
    remember();
    Q_EMIT startRequested();
}

void SetUpPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    recheck(); // disk and memory are not what they were
}

} // namespace autochrome
