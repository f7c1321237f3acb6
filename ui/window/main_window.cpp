#include "ui/window/main_window.h"

#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/recipe_keeper.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/repair/repair_section.h"
#include "ui/settings/settings.h"
#include "ui/tools/adjust_panel.h"
#include "ui/viewer/photo_view.h"
#include "ui/widgets/wheel_filter.h"
#include "ui/window/before_key.h"
#include "ui/window/crop_actions.h"
#include "ui/window/edit_actions.h"
#include "ui/window/film_strip.h"
#include "ui/window/main_tool_bar.h"
#include "ui/window/photo_exports.h"
#include "ui/window/photo_menu.h"
#include "ui/window/photo_notices.h"
#include "ui/window/photo_opener.h"
#include "ui/window/photo_stage.h"
#include "ui/window/program_actions.h"
#include "ui/window/quit_guard.h"
#include "ui/window/recipe_actions.h"
#include "ui/window/recipe_notices.h"
#include "ui/window/repair_actions.h"
#include "ui/window/shown_photo.h"
#include "ui/window/shown_work.h"
#include "ui/window/status_line.h"
#include "ui/window/training_dock.h"
#include "ui/window/training_notices.h"
#include "ui/window/view_actions.h"
#include "ui/window/window_closing.h"
#include "ui/window/window_layout.h"
#include "ui/window/window_queue.h"

#include <QCloseEvent>
#include <QMenuBar>

namespace autochrome {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      service_(new ColorizerService(&pool_, this)),
      session_(new PhotoSession(service_, &pool_, this)),
      keeper_(new RecipeKeeper(session_, this)),
      actions_(new Actions(this)),
      stage_(new PhotoStage),
      panel_(new AdjustPanel),
      filmStrip_(new FilmStrip(session_)),
      statusLine_(new StatusLine),
      batchService_(new BatchService(session_->originals(), this)),
      batchPanel_(new BatchPanel(batchService_)),
      recipeActions_(new RecipeActions(*actions_, session_, filmStrip_, keeper_, this)),
      opener_(new PhotoOpener(*actions_, session_, stage_, this)),
      programActions_(new ProgramActions(*actions_, service_, this)),
      training_(new TrainingDock(this, (*actions_)[Command::Training])),
      toolBar_(new MainToolBar(*actions_, session_, stage_->view(), this)),
      layout_(new WindowLayout(this, *actions_, session_,
                               {toolBar_, stage_, panel_, batchPanel_, filmStrip_, statusLine_})),
      editActions_(new EditActions(*actions_, session_, service_, panel_, this)),
      viewActions_(new ViewActions(*actions_, session_, stage_->view(), this)),
      beforeKey_(new BeforeKey(*actions_, session_, stage_->view(), this)),
      shownPhoto_(
          new ShownPhoto(session_, service_, {stage_, panel_, filmStrip_, statusLine_, this})),
      cropActions_(new CropActions(*actions_, session_, {stage_->view(), panel_, shownPhoto_},
                                   &pool_, this)),
      repairActions_(new RepairActions(
          *actions_, session_, {stage_->view(), panel_, stage_->messages(), batchService_, this},
          &pool_)),
      photoNotices_(new PhotoNotices(session_, service_, stage_->messages(), this)),
      exports_(
          new PhotoExports(*actions_, session_, batchService_, stage_->messages(), &pool_, this)),
      shownWork_(new ShownWork(*actions_, session_, exports_, stage_->progress(), this)),
      queue_(new WindowQueue(*actions_, {batchService_, batchPanel_, layout_->queuePlace(),
                                         session_, keeper_, stage_->messages(), this})),
      closing_(new WindowClosing({exports_, batchService_, batchPanel_, training_},
                                 stage_->messages(), this))
{
    installWheelFilter();
    // One thread colours, one reads or saves; more would only compete for the same cores.
    pool_.setMaxThreadCount(2);
    setWindowTitle(QStringLiteral("Autochrome"));
    actions_->fillMenuBar(menuBar(), opener_->recentMenu(), recipeActions_->presetMenu());
    addActions(actions_->all()); // shortcuts work without the menu bar too, in full screen
    addToolBar(toolBar_);
    addPhotoMenu(stage_->view(), *actions_);
    addStripMenu(filmStrip_, session_);
    new RecipeNotices(keeper_, stage_->messages(), this);
    connectPhotos();
    connectProgram();
    restore();
    showPhoto();
    service_->open(settingValue(setting::model), settingValue(setting::device));
}

MainWindow::~MainWindow()
{
    // A dock tells that it is hidden when the window that is asked then is half gone.
    delete training_;
    // Photos and the queue tell of their end, when what they are shown with is half gone.
    delete queue_;
    delete shownWork_;
    delete exports_;
    delete photoNotices_;
    delete repairActions_;
    delete cropActions_;
    delete shownPhoto_;
    delete beforeKey_;
    delete opener_;
    delete keeper_; // which saves what was changed last
    // Work notices at its next border that nobody wants it; what it holds lives until then.
    delete session_;
    pool_.clear();
    pool_.waitForDone();
}

void MainWindow::connectPhotos()
{
    connect(session_, &PhotoSession::added, this, [this] {
        if (session_->documents().size() == 2) // there is another one to go to now
            refreshActions();
    });
    connect(session_, &PhotoSession::removed, this, &MainWindow::refreshActions);
    connect(session_, &PhotoSession::openFailed, this, &MainWindow::refreshActions);
    connect(session_, &PhotoSession::shownChanged, this, &MainWindow::showPhoto);
    connect(shownPhoto_, &ShownPhoto::changed, this, &MainWindow::refreshActions);
    connect(cropActions_, &CropActions::starting, repairActions_, &RepairActions::leave);
    connect(repairActions_, &RepairActions::starting, cropActions_, &CropActions::leave);
    connect(repairActions_->section(), &RepairSection::edited, editActions_,
            &EditActions::changeParameter);
    // The line at the bottom says what the file has of the lightness.
    connect(exports_, &PhotoExports::saved, shownPhoto_, &ShownPhoto::showFacts);
    connect(opener_, &PhotoOpener::folderOpened, queue_, &WindowQueue::offer);
    connect(queue_, &WindowQueue::openWanted, opener_, &PhotoOpener::open);
}

void MainWindow::connectProgram()
{
    connect(service_, &ColorizerService::changed, this, &MainWindow::showModelState);
    connect(programActions_, &ProgramActions::computeChanged, this, [this] {
        service_->open(settingValue(setting::model), settingValue(setting::device));
        showModelState();
    });
    connect(training_, &TrainingDock::collectionsChanged, service_, &ColorizerService::reconsider);
    // Whoever chooses a model here means it, whatever the preferences named before.
    connect(training_, &TrainingDock::defaultModelChanged, this, [this] {
        setSetting(setting::model, QString());
        service_->open(QString(), settingValue(setting::device));
    });
    connect(programActions_, &ProgramActions::singleKeysChanged, viewActions_,
            &ViewActions::setSingleKeys);
    connect(layout_, &WindowLayout::fullScreenChanged, training_, &TrainingDock::setFullScreen);
    // What fails is to be seen before the window closes.
    auto* training = new TrainingNotices(training_, stage_->messages(), this);
    connect(training, &TrainingNotices::failed, closing_, &WindowClosing::showFailure);
    connect(exports_, &PhotoExports::failed, closing_, &WindowClosing::showFailure);
    connect(queue_, &WindowQueue::failed, closing_, &WindowClosing::showFailure);
}

void MainWindow::restore()
{
    training_->restore();
    layout_->restore();
    queue_->show(settingValue(setting::batchVisible));
    viewActions_->restore();
}

QuitGuard* MainWindow::quitGuard() const
{
    return closing_->guard();
}

ExportDialog* MainWindow::exportDialog() const
{
    return exports_->dialog();
}

void MainWindow::openFiles(const QStringList& paths)
{
    opener_->open(paths);
}

void MainWindow::addToQueue(const QStringList& paths)
{
    queue_->add(paths);
}

void MainWindow::showTraining()
{
    training_->show();
}

void MainWindow::endSession()
{
    closing_->endSession();
}

void MainWindow::showPhoto()
{
    layout_->refresh();
    shownPhoto_->show();
    toolBar_->refresh();
}

void MainWindow::showModelState()
{
    photoNotices_->showModel();
    shownPhoto_->showFacts();
    refreshActions();
}

void MainWindow::refreshActions()
{
    exports_->refresh();
    opener_->refresh();
    viewActions_->refresh();
    editActions_->refresh();
    cropActions_->refresh();
    repairActions_->refresh();
    recipeActions_->refresh();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!quitGuard()->mayClose()) {
        event->ignore();
        return;
    }
    layout_->remember();
    viewActions_->remember();
    WindowClosing::keepLosses(keeper_->finish());
    for (PhotoDocument* document : session_->documents())
        document->cancel();
    QMainWindow::closeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isFullScreen())
        layout_->setFullScreen(false);
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        keeper_->lookForOthers();
}

} // namespace autochrome
