#include "ui/training/panel/training_chooser.h"

#include "core/base/text.h"
#include "core/learn/run/run_folder.h"
#include "ui/widgets/background.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/row_text.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>
#include <chrono>

namespace autochrome {

namespace {

using namespace std::chrono_literals;

constexpr auto pauseBetweenLooks = 3s;

Result<void> deleteTraining(const QString& folder)
{
    const std::filesystem::path path = pathNamed(folder);
    if (path.parent_path() != trainingRoot() || isTraining(path))
        return tl::make_unexpected(runsAlready(path));
    std::error_code error;
    std::filesystem::remove_all(path, error);
    if (error)
        return failure(ErrorCode::WriteFailed, text("“%1” could not be deleted.", {path.native()}),
                       error.message());
    return {};
}

} // namespace

TrainingChooser::TrainingChooser(QWidget* parent)
    : QWidget(parent), list_(new QComboBox), delete_(new QToolButton)
{
    pool_.setMaxThreadCount(1);
    build();
    connect(list_, &QComboBox::activated, this,
            [this](int row) { Q_EMIT chosen(list_->itemData(row).toString()); });
    connect(delete_, &QToolButton::clicked, this, &TrainingChooser::askToDelete);
    connect(&timer_, &QTimer::timeout, this, [this] {
        if (isVisible())
            lookAgain();
    });
    timer_.start(pauseBetweenLooks);
    lookAgain();
}

TrainingChooser::~TrainingChooser()
{
    pool_.clear();
    pool_.waitForDone();
}

void TrainingChooser::build()
{
    auto* label = new QLabel(tr("&Training:"));
    label->setBuddy(list_);
    list_->setObjectName(QStringLiteral("trainings"));
    list_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list_->setMinimumContentsLength(12);
    list_->addItem(tr("A new one"), QString());
    delete_->setObjectName(QStringLiteral("deleteTraining"));
    delete_->setIcon(themedIcon("clear"));
    delete_->setText(tr("Delete this training…"));
    delete_->setToolTip(tr("Delete this training's folder; models in the library stay"));
    delete_->setAccessibleName(delete_->text());
    delete_->setAutoRaise(true);
    delete_->setEnabled(false);
    auto* layout = new QHBoxLayout(this);
    layout->setSpacing(8);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->addWidget(label);
    layout->addWidget(list_, 1);
    layout->addWidget(delete_);
}

void TrainingChooser::setShown(const QString& folder, bool isRunning)
{
    shown_ = folder;
    isRunning_ = isRunning;
    showTrainings();
}

void TrainingChooser::lookAgain()
{
    runInBackground(
        &pool_, this, [] { return knownTrainings(trainingRoot()); },
        [this](std::vector<KnownTraining> trainings) { take(std::move(trainings)); });
}

void TrainingChooser::take(std::vector<KnownTraining> trainings)
{
    trainings_ = std::move(trainings);
    showTrainings();
    if (isReady_)
        return;
    isReady_ = true;
    // What runs is what whoever opens the panel wants to see.
    const auto running = std::ranges::find_if(trainings_, &KnownTraining::isRunning);
    if (running != trainings_.end())
        Q_EMIT chosen(running->folder);
}

void TrainingChooser::showTrainings()
{
    QList<std::pair<QString, QString>> rows{{list_->itemText(0), QString()}};
    for (const KnownTraining& training : trainings_)
        rows.emplace_back(tr("%1 (%2)").arg(training.name, phaseText(training.phase)),
                          training.folder);
    const auto isShown = [this](const auto& row) { return row.second == shown_; };
    if (std::ranges::none_of(rows, isShown))
        rows.emplace_back(QDir(shown_).dirName(), shown_);
    QList<std::pair<QString, QString>> before;
    for (int row = 0; row < list_->count(); ++row)
        before.emplace_back(list_->itemText(row), list_->itemData(row).toString());
    // Left alone while it says the same: it may be open.
    if (rows != before) {
        while (list_->count() > 1)
            list_->removeItem(1);
        for (const auto& [text, folder] : rows.sliced(1))
            list_->addItem(text, folder);
    }
    list_->setCurrentIndex(std::max(0, list_->findData(shown_)));
    delete_->setEnabled(!shown_.isEmpty() && !isRunning_);
}

QString TrainingChooser::phaseText(TrainingPhase phase) const
{
    switch (phase) {
    case TrainingPhase::Stopped:
        return tr("paused");
    case TrainingPhase::Done:
        return tr("done");
    case TrainingPhase::Failed:
        return tr("failed");
    case TrainingPhase::Interrupted:
        return tr("interrupted");
    case TrainingPhase::Preparing:
    case TrainingPhase::Training:
    case TrainingPhase::Validating:
        break;
    }
    return tr("running");
}

void TrainingChooser::askToDelete()
{
    if (shown_.isEmpty() || isRunning_)
        return;
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete a training"),
                                tr("Delete the training in “%1”?").arg(shortenedName(shown_)),
                                QMessageBox::NoButton, this);
    connect(box, &QMessageBox::finished, box, &QObject::deleteLater);
    box->setInformativeText(tr("Its checkpoint, curves, pictures and comparison are deleted. A "
                               "model that is in the library stays there."));
    const QPushButton* remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep it"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this,
            [this, folder = shown_, remove](const QAbstractButton* button) {
                if (button == remove)
                    this->remove(folder);
            });
    box->open();
}

void TrainingChooser::remove(const QString& folder)
{
    Q_EMIT deleting(folder);
    runInBackground(
        &pool_, this, [folder] { return deleteTraining(folder); },
        [this](const Result<void>& removed) {
            if (!removed)
                Q_EMIT problem(words(removed.error().message),
                               QString::fromStdString(removed.error().detail));
            lookAgain();
        });
}

} // namespace autochrome
