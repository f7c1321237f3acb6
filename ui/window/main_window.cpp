#include "ui/window/main_window.h"

#include "ui/document/colorizer_service.h"
#include "ui/document/export_job.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/photo_state.h"
#include "ui/document/recipe_keeper.h"
#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/queue/job_table_model.h"
#include "ui/settings/recent_files.h"
#include "ui/settings/sample_photo.h"
#include "ui/settings/settings.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/slider_row.h"
#include "ui/viewer/photo_view.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/row_text.h"
#include "ui/widgets/tool_bar_keys.h"
#include "ui/widgets/wheel_filter.h"
#include "ui/window/action_finder.h"
#include "ui/window/empty_state.h"
#include "ui/window/export_dialog.h"
#include "ui/window/film_strip.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_menu.h"
#include "ui/window/photo_stage.h"
#include "ui/window/quit_guard.h"
#include "ui/window/recipe_actions.h"
#include "ui/window/recipe_notices.h"
#include "ui/window/status_line.h"
#include "ui/window/training_dock.h"
#include "ui/window/zoom_button.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

namespace autochrome {

namespace {

const char* modeId(CompareMode mode)
{
    switch (mode) {
    case CompareMode::SideBySide:
        return "side-by-side";
    case CompareMode::Flip:
        return "flip";
    case CompareMode::Split:
        break;
    }
    return "split";
}

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      service_(new ColorizerService(&pool_, this)),
      session_(new PhotoSession(service_, &pool_, this)),
      keeper_(new RecipeKeeper(session_, this)),
      recent_(new RecentFiles(this)),
      actions_(new Actions(this)),
      stage_(new PhotoStage),
      panel_(new AdjustPanel),
      filmStrip_(new FilmStrip(session_)),
      statusLine_(new StatusLine),
      batchService_(new BatchService(session_->originals(), this)),
      batchPanel_(new BatchPanel(batchService_)),
      splitter_(new QSplitter(Qt::Horizontal)),
      rows_(new QSplitter(Qt::Vertical)),
      recipeActions_(new RecipeActions(*actions_, session_, filmStrip_, keeper_, this)),
      recentMenu_(new QMenu(tr("Open &recent"), this)),
      finder_(new ActionFinder(actions_->all(), this)),
      quitGuard_(new QuitGuard(this, [this] { return unfinishedWork(); })),
      training_(new TrainingDock(this, (*actions_)[Command::Training]))
{
    installWheelFilter();
    // One thread colours, one reads or saves; more would only compete for the same cores.
    pool_.setMaxThreadCount(2);
    setWindowTitle(QStringLiteral("Autochrome"));
    setAcceptDrops(true);
    actions_->fillMenuBar(menuBar(), recentMenu_, recipeActions_->presetMenu());
    addActions(actions_->all()); // shortcuts work without the menu bar too, in full screen
    buildToolBar();
    buildLayout();
    connectActions();
    connectCompareModes();
    connectSession();
    new RecipeNotices(keeper_, stage_->messages(), this);
    connectPanel();
    connectBatch();
    connectTraining();
    connectQuitting();
    restoreLayout();
    updateRecentMenu();
    showDocument();
    setSingleKeys(settingValue(setting::singleKeys));
    qApp->installEventFilter(this);
    service_->open(settingValue(setting::model), settingValue(setting::device));
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    // A dock tells that it is hidden when the window that is asked then is half gone.
    delete training_;
    // An undo stack tells of its end, when the session that is asked then is half gone.
    for (PhotoDocument* document : session_->documents()) {
        document->disconnect(this);
        document->undoStack()->disconnect(this);
    }
    // The queue tells of its end when the actions that follow it are gone.
    batchService_->disconnect(this);
    batchPanel_->disconnect(this);
    batchPanel_->model()->disconnect(this);
    delete keeper_; // which saves what was changed last
    // Work notices at its next border that nobody wants it; what it holds lives until then.
    delete session_;
    qDeleteAll(findChildren<ExportJob*>());
    pool_.clear();
    pool_.waitForDone();
}

ExportDialog* MainWindow::exportDialog() const
{
    return exportDialogs_.value(session_->shown());
}

void MainWindow::buildToolBar()
{
    toolBar_ = addToolBar(tr("Tool bar"));
    toolBar_->setObjectName(QStringLiteral("toolBar"));
    toolBar_->setMovable(false);
    toolBar_->setContextMenuPolicy(Qt::PreventContextMenu);
    toolBar_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toolBar_->setIconSize(QSize(20, 20));
    auto add = [this](std::initializer_list<Command> commands) {
        for (Command command : commands)
            toolBar_->addAction((*actions_)[command]);
    };
    add({Command::Open, Command::Export});
    toolBar_->addSeparator();
    add({Command::Split, Command::SideBySide, Command::Flip});
    toolBar_->addSeparator();
    add({Command::RotateLeft, Command::RotateRight});
    toolBar_->addSeparator();
    add({Command::Fit, Command::OneToOne});
    zoom_ = new ZoomButton(stage_->view(), *actions_);
    toolBar_->addWidget(zoom_);
    toolBar_->addSeparator();
    add({Command::Batch});
    letKeysReach(toolBar_);
}

void MainWindow::buildLayout()
{
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(stage_);
    splitter_->addWidget(panel_);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 0);
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    rows_->addWidget(splitter_);
    rows_->addWidget(batchPanel_);
    rows_->setStretchFactor(0, 1);
    rows_->setStretchFactor(1, 0);
    rows_->setChildrenCollapsible(false);
    layout->addWidget(rows_, 1);
    layout->addWidget(filmStrip_);
    layout->addWidget(statusLine_);
    setCentralWidget(centre);
    const bool hasSample = !samplePhoto().isEmpty();
    stage_->emptyState()->setSampleAvailable(hasSample);
    (*actions_)[Command::OpenSample]->setEnabled(hasSample);
}

void MainWindow::restoreLayout()
{
    if (!restoreGeometry(settingValue(setting::geometry)))
        resize(fontMetrics().averageCharWidth() * 165, fontMetrics().height() * 46);
    splitter_->restoreState(settingValue(setting::splitter));
    rows_->restoreState(settingValue(setting::batchSplitter));
    rows_->setChildrenCollapsible(false);
    showBatchPanel(settingValue(setting::batchVisible));
    splitter_->setChildrenCollapsible(false);
    (*actions_)[Command::Panel]->setChecked(settingValue(setting::panelVisible));
    const QString mode = settingValue(setting::compareMode);
    for (CompareMode known : {CompareMode::Split, CompareMode::SideBySide, CompareMode::Flip}) {
        if (mode == QLatin1String(modeId(known)))
            stage_->view()->setMode(known);
    }
}

void MainWindow::rememberLayout()
{
    if (isFullScreen())
        setFullScreen(false);
    setSetting(setting::geometry, saveGeometry());
    setSetting(setting::splitter, splitter_->saveState());
    if (batchPanel_->isVisible() && rows_->indexOf(batchPanel_) >= 0)
        setSetting(setting::batchSplitter, rows_->saveState());
    setSetting(setting::trainingVisible, (*actions_)[Command::Training]->isChecked());
    setSetting(setting::batchVisible, (*actions_)[Command::Batch]->isChecked());
    setSetting(setting::panelVisible, (*actions_)[Command::Panel]->isChecked());
    setSetting(setting::compareMode, QString::fromLatin1(modeId(stage_->view()->mode())));
}

void MainWindow::connectSession()
{
    connect(session_, &PhotoSession::added, this, &MainWindow::follow);
    connect(session_, &PhotoSession::removed, this, [this](PhotoDocument* document) {
        delete exportDialogs_.take(document).data();
        toldNotices_.remove(document);
        stage_->messages()->withdrawPhoto(document->path());
        document->disconnect(this);
        updateActions();
    });
    addPhotoMenu(stage_->view(), *actions_);
    addStripMenu(filmStrip_, session_);
    connect(session_, &PhotoSession::shownChanged, this, &MainWindow::showDocument);
    connect(session_, &PhotoSession::wantedChanged, this, &MainWindow::showWork);
    connect(session_, &PhotoSession::lookingChanged, this, &MainWindow::showWork);
    connect(session_, &PhotoSession::opened, this, &MainWindow::onOpened);
    connect(session_, &PhotoSession::openFailed, this, &MainWindow::showOpenError);
    connect(service_, &ColorizerService::changed, this, &MainWindow::showModelState);
    connect(recent_, &RecentFiles::changed, this, &MainWindow::updateRecentMenu);
    connect(recentMenu_, &QMenu::aboutToShow, this, &MainWindow::updateRecentMenu);
}

void MainWindow::connectPanel()
{
    panel_->useResetAction((*actions_)[Command::Reset]);
    connect(panel_->colour(), &ColourSection::edited, this,
            [this](const QString& key, const ParameterValue& value, int gesture) {
                const RecipeParameter& parameter = recipeParameter(key.toStdString());
                editRecipe([&](Recipe& recipe) { parameter.set(recipe, value); }, gesture);
            });
}

void MainWindow::setFullScreen(bool on)
{
    if (on == isFullScreen())
        return;
    if (on) {
        wasMaximized_ = isMaximized();
        showFullScreen();
    } else if (wasMaximized_) {
        showMaximized();
    } else {
        showNormal();
    }
    menuBar()->setVisible(!on);
    toolBar_->setVisible(!on);
    statusLine_->setVisible(!on);
    panel_->setVisible(!on && session_->shown() && (*actions_)[Command::Panel]->isChecked());
    filmStrip_->setVisible(!on && filmStrip_->count() > 1);
    placeBatchPanel();
    training_->setFullScreen(on);
    (*actions_)[Command::FullScreen]->setChecked(on);
}

void MainWindow::setSingleKeys(bool on)
{
    actions_->setSingleKeys(on);
    stage_->view()->setSingleKeys(on);
}

void MainWindow::setShowingBefore(bool before)
{
    stage_->view()->setShowingBefore(before);
    (*actions_)[Command::ShowBefore]->setChecked(before);
}

void MainWindow::updateActions()
{
    const PhotoDocument* document = session_->shown();
    const bool read = document != nullptr;
    const bool several = session_->documents().size() > 1;
    auto enable = [this](bool on, std::initializer_list<Command> commands) {
        for (Command command : commands)
            (*actions_)[command]->setEnabled(on);
    };
    actions_->setUsable(Command::Export, whyNotExported(document));
    enable(read, {Command::ShowInFolder, Command::ClosePhoto, Command::Split, Command::SideBySide,
                  Command::Flip, Command::ShowBefore, Command::Fit, Command::OneToOne,
                  Command::ZoomIn, Command::ZoomOut, Command::Stronger, Command::Weaker,
                  Command::KeepTint, Command::RotateLeft, Command::RotateRight,
                  Command::FlipHorizontally, Command::FlipVertically, Command::Panel});
    enable(read && service_->colorizer() && !document->work(), {Command::Colourise});
    enable(read && document->recipe() != Recipe(), {Command::Reset});
    enable(several, {Command::NextPhoto, Command::PreviousPhoto});
    enable(!recent_->paths().isEmpty(), {Command::ClearRecent});
    enable(read && document->recipe().finish.strength < 2, {Command::Stronger});
    enable(read && document->recipe().finish.strength > 0, {Command::Weaker});
    recipeActions_->refresh();
    (*actions_)[Command::KeepTint]->setChecked(read && document->recipe().finish.tint ==
                                                           TintHandling::Keep);

    QUndoStack* undo = read ? session_->shown()->undoStack() : nullptr;
    QAction* undoAction = (*actions_)[Command::Undo];
    QAction* redoAction = (*actions_)[Command::Redo];
    undoAction->setEnabled(undo && undo->canUndo());
    redoAction->setEnabled(undo && undo->canRedo());
    undoAction->setText(undoAction->isEnabled() ? tr("&Undo: %1").arg(undo->undoText())
                                                : tr("&Undo"));
    redoAction->setText(redoAction->isEnabled() ? tr("&Redo: %1").arg(undo->redoText())
                                                : tr("&Redo"));
}

void MainWindow::updateZoom()
{
    zoom_->refresh(session_->shown() != nullptr);
}

void MainWindow::updateRecentMenu()
{
    recentMenu_->clear();
    for (const QString& path : recent_->paths()) {
        const QFileInfo file(path);
        const QString name = shortenedName(file.fileName()).replace(u'&', QStringLiteral("&&"));
        QAction* action =
            recentMenu_->addAction(themedIcon("recent"), name, [this, path] { openFiles({path}); });
        action->setToolTip(path);
        if (!file.exists()) {
            action->setEnabled(false);
            action->setText(tr("%1 (no longer there)").arg(name));
        }
    }
    recentMenu_->setToolTipsVisible(true);
    if (!recent_->paths().isEmpty())
        recentMenu_->addSeparator();
    recentMenu_->addAction((*actions_)[Command::ClearRecent]);
    (*actions_)[Command::ClearRecent]->setEnabled(!recent_->paths().isEmpty());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!quitGuard_->mayClose()) {
        event->ignore();
        return;
    }
    rememberLayout();
    if (const QStringList lost = keeper_->finish(); !lost.isEmpty())
        setSetting(setting::losses, settingValue(setting::losses) + lost);
    for (PhotoDocument* document : session_->documents())
        document->cancel();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    stage_->emptyState()->setDropHighlighted(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event)
{
    stage_->emptyState()->setDropHighlighted(false);
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    stage_->emptyState()->setDropHighlighted(false);
    const QStringList paths = droppedFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    openFiles(paths);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isFullScreen())
        setFullScreen(false);
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    // A key that goes up in another window is never seen here.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        keeper_->lookForOthers();
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() &&
        stage_->view()->isShowingBefore())
        setShowingBefore(false);
}

bool MainWindow::eventFilter(QObject* object, QEvent* event)
{
    // "Before" lasts as long as the key is held, which a shortcut cannot know.
    const auto type = event->type();
    if (type == QEvent::ShortcutOverride || type == QEvent::KeyPress ||
        type == QEvent::KeyRelease) {
        auto* key = static_cast<QKeyEvent*>(event);
        const QWidget* widget = qobject_cast<QWidget*>(object);
        const bool here = widget && widget->window() == this && session_->shown();
        const bool typing = widget && widget->testAttribute(Qt::WA_InputMethodEnabled);
        if (here && !typing && key->key() == Qt::Key_Backslash && actions_->hasSingleKeys()) {
            if (type == QEvent::ShortcutOverride)
                event->accept(); // so that it arrives as a key
            else if (!key->isAutoRepeat())
                setShowingBefore(type == QEvent::KeyPress);
            return true;
        }
    }
    return QMainWindow::eventFilter(object, event);
}

} // namespace autochrome
