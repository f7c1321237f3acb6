#include "ui/window/training_dock.h"

#include "ui/settings/settings.h"
#include "ui/training/compare/compare_page.h"
#include "ui/training/panel/known_trainings.h"
#include "ui/training/panel/training_panel.h"
#include "ui/training/run/run_page.h"
#include "ui/widgets/background.h"
#include "ui/window/unfinished_work.h"

#include <QAction>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>

namespace autochrome {

TrainingDock::TrainingDock(QMainWindow* window, QAction* action)
    : QObject(window), window_(window), action_(action)
{
    connect(action_, &QAction::toggled, this, [this](bool on) {
        if (!on)
            hide();
        else if (settingValue(setting::trainingAccepted))
            show();
        else
            ask();
    });
}

TrainingDock::~TrainingDock()
{
    pool_.waitForDone();
}

void TrainingDock::restore()
{
    if (settingValue(setting::trainingVisible) && settingValue(setting::trainingAccepted))
        show();
    else
        lookForRunning();
}

QMessageBox* TrainingDock::warning() const
{
    return warning_ && warning_->isVisible() ? warning_.data() : nullptr;
}

void TrainingDock::ask()
{
    if (warning())
        return;
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Training"),
                                tr("Training teaches a model the colours of photos that you have."),
                                QMessageBox::NoButton, window_);
    box->setInformativeText(
        tr("It takes from a quarter of an hour to several days, every core of this computer or its "
           "GPU, gigabytes of memory, hundreds of megabytes of disk space, and at least several "
           "hundred colour photos. The model in use stays as it is until you choose another one."));
    const QPushButton* show = box->addButton(tr("Show training"), QMessageBox::AcceptRole);
    QPushButton* leave = box->addButton(tr("Not now"), QMessageBox::RejectRole);
    box->setDefaultButton(leave);
    box->setEscapeButton(leave);
    connect(box, &QMessageBox::buttonClicked, this, [this, show](const QAbstractButton* button) {
        if (button == show)
            this->show();
    });
    connect(box, &QMessageBox::finished, this, [this, box] {
        box->deleteLater();
        if (!dock_ || dock_->isHidden())
            action_->setChecked(false);
    });
    warning_ = box;
    box->open();
}

void TrainingDock::show()
{
    setSetting(setting::trainingAccepted, true);
    Q_EMIT shown();
    make();
    dock_->setVisible(!window_->isFullScreen());
    const QSignalBlocker quiet(action_);
    action_->setChecked(true);
}

void TrainingDock::hide()
{
    if (dock_)
        dock_->hide();
}

void TrainingDock::setFullScreen(bool on)
{
    if (dock_)
        dock_->setVisible(!on && action_->isChecked());
}

// Only when it is asked for: most people never train, and the pages cost time to build.
void TrainingDock::make()
{
    if (dock_)
        return;
    panel_ = new TrainingPanel;
    dock_ = new QDockWidget(tr("Training"), window_);
    dock_->setObjectName(QStringLiteral("trainingDock"));
    dock_->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    dock_->setWidget(panel_);
    window_->addDockWidget(Qt::RightDockWidgetArea, dock_);
    window_->resizeDocks({dock_}, {window_->fontMetrics().averageCharWidth() * 80}, Qt::Horizontal);
    // Its own close button, not a full screen, which hides it too.
    connect(dock_, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (!visible && dock_->isHidden() && !window_->isFullScreen() && window_->isVisible())
            action_->setChecked(false);
    });
    connect(panel_, &TrainingPanel::problem, this, &TrainingDock::problem);
    connect(panel_, &TrainingPanel::done, this, &TrainingDock::done);
    connect(panel_, &TrainingPanel::collectionsChanged, this, &TrainingDock::collectionsChanged);
    connect(panel_, &TrainingPanel::defaultModelChanged, this, &TrainingDock::defaultModelChanged);
}

// A training outlives the window: it is said that there is one.
void TrainingDock::lookForRunning()
{
    runInBackground(
        &pool_, this, [] { return knownTrainings(trainingRoot()); },
        [this](const std::vector<KnownTraining>& trainings) {
            for (const KnownTraining& training : trainings) {
                if (!training.isRunning() || panel_)
                    continue;
                Q_EMIT trainingRuns(training.name);
                return;
            }
        });
}

void TrainingDock::addUnfinished(UnfinishedWork& work) const
{
    if (!panel_)
        return;
    work.comparison = isComparing();
    work.trainingStarts = panel_->isStarting();
    if (const RunState& training = panel_->run()->state(); training.isRunning())
        work.runningTraining = training.status.name.empty()
                                   ? QFileInfo(panel_->run()->folder()).fileName()
                                   : QString::fromStdString(training.status.name);
}

bool TrainingDock::isComparing() const
{
    return panel_ && panel_->compare()->isComparing();
}

void TrainingDock::cancelComparison()
{
    if (panel_)
        panel_->compare()->cancel();
}

} // namespace autochrome
