// What the window has to do with training.

#include "ui/document/colorizer_service.h"
#include "ui/settings/settings.h"
#include "ui/training/panel/known_trainings.h"
#include "ui/training/panel/training_panel.h"
#include "ui/widgets/background.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"

#include <QDockWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>

namespace autochrome {

namespace {

const QString trainingTopic = QStringLiteral("training");

} // namespace

QMessageBox* MainWindow::trainingWarning() const
{
    return trainingWarning_ && trainingWarning_->isVisible() ? trainingWarning_.data() : nullptr;
}

void MainWindow::connectTraining()
{
    connect((*actions_)[Command::Training], &QAction::toggled, this, [this](bool on) {
        if (!on)
            hideTraining();
        else if (settingValue(setting::trainingAccepted))
            showTraining();
        else
            askForTraining();
    });
    if (settingValue(setting::trainingVisible) && settingValue(setting::trainingAccepted))
        showTraining();
    else
        tellOfTraining();
}

void MainWindow::askForTraining()
{
    if (trainingWarning())
        return;
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Training"),
                                tr("Training teaches a model the colours of photos that you have."),
                                QMessageBox::NoButton, this);
    box->setInformativeText(
        tr("It takes from a quarter of an hour to days, every core of this computer or its GPU, "
           "gigabytes of memory and hundreds of megabytes of disk, and some hundred colour photos "
           "at least. The model that you use stays as it is until you choose another one."));
    const QPushButton* show = box->addButton(tr("Show training"), QMessageBox::AcceptRole);
    QPushButton* leave = box->addButton(tr("Not now"), QMessageBox::RejectRole);
    box->setDefaultButton(leave);
    box->setEscapeButton(leave);
    connect(box, &QMessageBox::buttonClicked, this, [this, show](const QAbstractButton* button) {
        if (button == show)
            showTraining();
    });
    connect(box, &QMessageBox::finished, this, [this, box] {
        box->deleteLater();
        if (!trainingDock_ || trainingDock_->isHidden())
            (*actions_)[Command::Training]->setChecked(false);
    });
    trainingWarning_ = box;
    box->open();
}

void MainWindow::showTraining()
{
    setSetting(setting::trainingAccepted, true);
    stage_->messages()->withdraw(trainingTopic);
    makeTraining();
    trainingDock_->setVisible(!isFullScreen());
    const QSignalBlocker quiet((*actions_)[Command::Training]);
    (*actions_)[Command::Training]->setChecked(true);
}

void MainWindow::hideTraining()
{
    if (trainingDock_)
        trainingDock_->hide();
}

// Only when it is asked for: most people never train, and the pages cost time to build.
void MainWindow::makeTraining()
{
    if (trainingDock_)
        return;
    training_ = new TrainingPanel;
    trainingDock_ = new QDockWidget(tr("Training"), this);
    trainingDock_->setObjectName(QStringLiteral("trainingDock"));
    trainingDock_->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    trainingDock_->setWidget(training_);
    addDockWidget(Qt::RightDockWidgetArea, trainingDock_);
    resizeDocks({trainingDock_}, {fontMetrics().averageCharWidth() * 80}, Qt::Horizontal);
    // Its own close button, not a full screen, which hides it too.
    connect(trainingDock_, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (!visible && trainingDock_->isHidden() && !isFullScreen() && isVisible())
            (*actions_)[Command::Training]->setChecked(false);
    });
    connect(training_, &TrainingPanel::problem, this,
            [this](const QString& sentence, const QString& detail) {
                stage_->messages()->post({.kind = Notice::Kind::Error,
                                          .sentence = sentence,
                                          .detail = detail,
                                          .topic = trainingTopic});
                showFailureBeforeQuitting(sentence);
            });
    connect(training_, &TrainingPanel::done, this, [this](const QString& sentence) {
        stage_->messages()->post(
            {.kind = Notice::Kind::Done, .sentence = sentence, .topic = trainingTopic});
    });
    connect(training_, &TrainingPanel::collectionsChanged, service_, &ColorizerService::reconsider);
    // Whoever chooses a model here means it, whatever the preferences named before.
    connect(training_, &TrainingPanel::defaultModelChanged, this, [this] {
        setSetting(setting::model, QString());
        service_->open(QString(), settingValue(setting::device));
    });
}

// A training outlives the window: it is said that there is one.
void MainWindow::tellOfTraining()
{
    runInBackground(
        &pool_, this, [] { return knownTrainings(trainingRoot()); },
        [this](const std::vector<KnownTraining>& trainings) {
            for (const KnownTraining& training : trainings) {
                if (!training.isRunning() || training_)
                    continue;
                stage_->messages()->post(
                    {.kind = Notice::Kind::Info,
                     .sentence = tr("“%1” is being trained.").arg(training.name),
                     .actionText = tr("Show training"),
                     .action = [this] { showTraining(); },
                     .topic = trainingTopic});
                return;
            }
        });
}

} // namespace autochrome
