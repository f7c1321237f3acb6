#include "ui/window/main_window.h"

#include "ui/document/colorizer_service.h"
#include "ui/document/export_job.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/photo_state.h"
#include "ui/queue/batch_service.h"
#include "ui/settings/places.h"
#include "ui/settings/preferences_dialog.h"
#include "ui/settings/recent_files.h"
#include "ui/settings/sample_photo.h"
#include "ui/settings/settings.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/slider_row.h"
#include "ui/viewer/photo_view.h"
#include "ui/widgets/file_manager.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/photo_filter.h"
#include "ui/widgets/words.h"
#include "ui/window/about_dialog.h"
#include "ui/window/action_finder.h"
#include "ui/window/empty_state.h"
#include "ui/window/export_dialog.h"
#include "ui/window/film_strip.h"
#include "ui/window/help_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_menu.h"
#include "ui/window/photo_stage.h"
#include "ui/window/progress_strip.h"
#include "ui/window/shortcut_sheet.h"
#include "ui/window/status_line.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <utility>

namespace autochrome {

namespace {

const QString modelTopic = QStringLiteral("model");
const QString exportTopic = QStringLiteral("export:");
const QString resultTopic = QStringLiteral("#result");
constexpr double strengthStep = 0.1;

QString sentenceOf(const Error& error)
{
    return words(error.message);
}

QString detailOf(const Error& error)
{
    return QString::fromStdString(error.detail);
}

} // namespace

void MainWindow::connectActions()
{
    auto on = [this](Command command, auto what) {
        connect((*actions_)[command], &QAction::triggered, this, what);
    };
    PhotoView* view = stage_->view();
    on(Command::Open, [this] { openWithDialog(); });
    on(Command::OpenSample, [this] { openSample(); });
    on(Command::Export, [this] { showExportDialog(); });
    on(Command::ShowInFolder, [this] { showInFolder(session_->shown()->path()); });
    on(Command::ClosePhoto, [this] { session_->close(session_->shown()); });
    on(Command::ClearRecent, [this] { recent_->clear(); });
    on(Command::Quit, [this] { close(); });
    on(Command::Undo, [this] { session_->shown()->undoStack()->undo(); });
    on(Command::Redo, [this] { session_->shown()->undoStack()->redo(); });
    on(Command::Preferences, [this] { showPreferences(); });
    on(Command::Colourise, [this] { session_->shown()->colour(); });
    on(Command::Cancel, [this] { Q_EMIT stage_->progress()->cancelRequested(); });
    auto changeStrength = [this](double by) {
        editRecipe([by](Recipe& recipe) {
            recipe.finish.strength = std::clamp(recipe.finish.strength + by, 0.0, 2.0);
        });
    };
    on(Command::Stronger, [changeStrength] { changeStrength(strengthStep); });
    on(Command::Weaker, [changeStrength] { changeStrength(-strengthStep); });
    on(Command::KeepTint, [this](bool keep) {
        editRecipe([keep](Recipe& recipe) {
            recipe.finish.tint = keep ? TintHandling::Keep : TintHandling::Drop;
        });
    });
    const std::tuple<Command, QString, GeometrySettings (*)(const GeometrySettings&)> turns[] = {
        {Command::RotateLeft, tr("rotate left"), [](const auto& now) { return now.rotatedBy(-1); }},
        {Command::RotateRight, tr("rotate right"),
         [](const auto& now) { return now.rotatedBy(1); }},
        {Command::FlipHorizontally, tr("flip horizontally"),
         [](const auto& now) { return now.flippedHorizontally(); }},
        {Command::FlipVertically, tr("flip vertically"),
         [](const auto& now) { return now.flippedVertically(); }}};
    for (const auto& [command, name, turned] : turns)
        on(command, [this, name = name, turned = turned] {
            editRecipe(

                [turned](Recipe& recipe) { recipe.geometry = turned(recipe.geometry); }, -1, name);
        });
    on(Command::Reset,
       [this] { editRecipe([](Recipe& recipe) { recipe = Recipe(); }, -1, tr("reset")); });
    on(Command::ShowBefore, [this](bool before) { setShowingBefore(before); });
    on(Command::Fit, [view] { view->zoomToFit(); });
    on(Command::OneToOne, [view] { view->zoomTo(1); });
    on(Command::ZoomIn, [view] { view->zoomIn(); });
    on(Command::ZoomOut, [view] { view->zoomOut(); });
    on(Command::NextPhoto, [this] { session_->selectNext(1); });
    on(Command::PreviousPhoto, [this] { session_->selectNext(-1); });
    connect((*actions_)[Command::Panel], &QAction::toggled, this,
            [this](bool on) { panel_->setVisible(on && session_->shown() && !isFullScreen()); });
    on(Command::FullScreen, [this](bool full) { setFullScreen(full); });
    on(Command::Find, [this] { finder_->open(); });
    on(Command::Help, [this] { showHelp(); });
    on(Command::Shortcuts, [this] { (new ShortcutSheet(menuBar(), this))->show(); });
    on(Command::About, [this] { (new AboutDialog(service_->colorizer(), this))->open(); });

    connect(stage_->emptyState(), &EmptyState::openRequested, this, &MainWindow::openWithDialog);
    connect(stage_->emptyState(), &EmptyState::sampleRequested, this, &MainWindow::openSample);
    connect(stage_->progress(), &ProgressStrip::cancelRequested, this, [this] {
        if (std::optional<Work> work = stage_->progress()->work()) {
            if (PhotoDocument* document = session_->wanted(); document && document->work() == work)
                document->cancel();
            else
                work->cancel();
        }
    });
}

void MainWindow::connectCompareModes()
{
    PhotoView* view = stage_->view();
    const std::pair<Command, CompareMode> modes[] = {{Command::Split, CompareMode::Split},
                                                     {Command::SideBySide, CompareMode::SideBySide},
                                                     {Command::Flip, CompareMode::Flip}};
    for (const auto& [command, mode] : modes) {
        QAction* action = (*actions_)[command];
        connect(action, &QAction::triggered, this, [view, mode = mode] { view->setMode(mode); });
        connect(view, &PhotoView::modeChanged, action, [action, mode = mode](CompareMode now) {
            if (now == mode)
                action->setChecked(true);
        });
    }
    connect(view, &PhotoView::zoomChanged, this, &MainWindow::updateZoom);
}

void MainWindow::follow(PhotoDocument* document)
{
    auto whenShown = [this, document](auto what) {
        return [this, document, what] {
            if (document == session_->shown())
                what();
        };
    };
    connect(document, &PhotoDocument::renderingChanged, this,
            whenShown([this] { showRendering(); }));
    connect(document, &PhotoDocument::beforeChanged, this,
            [this, document](const GeometryMap& last) {
                if (document == session_->shown())
                    stage_->view()->replacePhoto(document->before(), [&](QPointF place) {
                        const cv::Point2d now = document->map().toPrepared(
                            last.toSource(cv::Point2d(place.x(), place.y())));
                        return QPointF(now.x, now.y);
                    });
            });
    connect(document, &PhotoDocument::luminanceMeasured, this,
            whenShown([this, document] { statusLine_->showFacts(*service_, document); }));
    connect(document, &PhotoDocument::recipeChanged, this, whenShown([this, document] {
                panel_->colour()->setRecipe(document->recipe());
                updateActions();
            }));
    connect(document->undoStack(), &QUndoStack::indexChanged, this,
            whenShown([this] { updateActions(); }));
    connect(document, &PhotoDocument::photoChanged, this, [this, document] {
        if (!document->isRead())
            return;
        recent_->add(document->path());
        for (const Message& warning : document->photo()->warnings)
            stage_->messages()->post({.kind = Notice::Kind::Warning,
                                      .sentence = words(warning),
                                      .topic = document->path(),
                                      .photo = document->path()});
    });
    connect(document, &PhotoDocument::workChanged, this, [this] {
        showWork();
        updateActions();
        statusLine_->showFacts(*service_, session_->shown());
    });
    connect(document, &PhotoDocument::colourFailed, this,
            [this, document](const Error& error) { showColourError(document, error); });
    connect(document, &PhotoDocument::resultFailed, this, [this, document](const Error& error) {
        if (error.code != ErrorCode::Cancelled)
            stage_->messages()->post({.kind = Notice::Kind::Warning,
                                      .sentence = sentenceOf(error),
                                      .detail = detailOf(error),
                                      .topic = document->path() + resultTopic,
                                      .photo = document->path()});
    });
    if (session_->documents().size() == 2) // there is another one to go to now
        updateActions();
}

void MainWindow::showDocument()
{
    PhotoDocument* document = session_->shown();
    stage_->setEmpty(!document);
    placeBatchPanel();
    stage_->messages()->setPhoto(document ? document->path() : QString());
    stage_->view()->setPhoto(document ? document->before() : nullptr);
    panel_->setVisible(document && !isFullScreen() && (*actions_)[Command::Panel]->isChecked());
    panel_->setPhoto(document ? document->photo() : nullptr,
                     document ? document->profileName() : QString());
    panel_->colour()->setRecipe(document ? document->recipe() : Recipe());
    setWindowTitle(document ? QStringLiteral("%1 – Autochrome").arg(document->name())
                            : QStringLiteral("Autochrome"));
    setWindowFilePath(document ? document->path() : QString());
    // Whoever goes through the strip by keys goes on there.
    if (document && !filmStrip_->hasFocus())
        stage_->view()->setFocus();
    showRendering();
    updateZoom();
}

void MainWindow::showRendering()
{
    const PhotoDocument* document = session_->shown();
    if (document && document->result()) {
        stage_->view()->setResult(document->result());
        stage_->messages()->withdraw(document->path() + resultTopic);
    } else {
        stage_->view()->setRendering(document ? document->rendering() : std::nullopt);
    }
    statusLine_->showFacts(*service_, document);
    if (document && document->rendering()) {
        stage_->messages()->withdraw(document->path() + QLatin1String("#colour"));
        tellNotices(document);
    }
    updateActions();
}

/// Once: a slider in motion must not bring back what was read and put away.
void MainWindow::tellNotices(const PhotoDocument* document)
{
    QStringList notices;
    for (const Message& notice : document->notices())
        notices << words(notice);
    if (std::exchange(toldNotices_[document], notices) == notices)
        return;
    const QString topic = document->path() + QLatin1String("#notice");
    if (notices.isEmpty())
        stage_->messages()->withdraw(topic);
    else
        stage_->messages()->post({.kind = Notice::Kind::Warning,
                                  .sentence = notices.join(u' '),
                                  .topic = topic,
                                  .photo = document->path()});
}

void MainWindow::showWork()
{
    std::optional<Work> work;
    if (const PhotoDocument* document = session_->wanted())
        work = document->work();
    for (const QPointer<ExportJob>& job : exports_) {
        if (!work && job)
            work = job->work();
    }
    if (!work)
        work = session_->looking();
    stage_->progress()->setWork(work);
    (*actions_)[Command::Cancel]->setEnabled(work.has_value());
}

void MainWindow::openFiles(const QStringList& paths)
{
    for (const QString& path : paths)
        stage_->messages()->withdraw(QFileInfo(path).absoluteFilePath());
    session_->open(paths);
}

void MainWindow::onOpened(const QStringList& ordered, int found, bool hadFolder)
{
    if (found > 0 && hadFolder)
        offerQueue(ordered);
    else if (found == 0 && ordered.size() == 1)
        stage_->messages()->post({.kind = Notice::Kind::Info,
                                  .sentence = tr("There are no photos in the folder “%1”.")
                                                  .arg(QFileInfo(ordered.front()).fileName()),
                                  .topic = QFileInfo(ordered.front()).absoluteFilePath()});
}

void MainWindow::openWithDialog()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Open photos"), folderOrPictures(settingValue(setting::openFolder)),
        photoFilter());
    if (paths.isEmpty())
        return;
    setSetting(setting::openFolder, QFileInfo(paths.front()).absolutePath());
    openFiles(paths);
}

void MainWindow::openSample()
{
    if (const QString sample = samplePhoto(); !sample.isEmpty())
        openFiles({sample});
}

void MainWindow::editRecipe(const std::function<void(Recipe&)>& change, int gesture,
                            const QString& name)
{
    PhotoDocument* document = session_->shown();
    if (!document)
        return;
    Recipe recipe = document->recipe();
    change(recipe);
    document->edit(recipe, gesture, name);
}

void MainWindow::showExportDialog()
{
    PhotoDocument* document = session_->shown();
    if (!whyNotExported(document).isEmpty())
        return;
    QPointer<ExportDialog>& dialog = exportDialogs_[document];
    if (dialog)
        delete dialog.data(); // made anew, with the colours of now
    dialog = new ExportDialog(
        *document->rendering(),
        [this](const QString& path) {
            return session_->isOpenSource(path) || batchService_->isOriginal(pathNamed(path));
        },
        this);
    connect(dialog, &ExportDialog::exportRequested, this, &MainWindow::startExport);
    // The photo may be edited while it is open: what is saved is what is seen then.
    const auto follow = [document, dialog = dialog.data()] {
        if (!document->isRead() && dialog->rendering().recipe() == document->recipe())
            return; // its memory was needed; what the dialog holds is as it was
        if (document->isUpToDate())
            dialog->setRendering(*document->rendering());
        dialog->setWhyNot(whyNotExported(document));
    };
    for (const auto signal : {&PhotoDocument::renderingChanged, &PhotoDocument::recipeChanged,
                              &PhotoDocument::workChanged})
        connect(document, signal, dialog.data(), follow);
    dialog->show();
}

void MainWindow::startExport(const ExportRequest& order)
{
    ExportRequest request = order;
    request.options.isOriginal = batchService_->originals();
    auto* job = new ExportJob(request, &pool_, this);
    exports_.removeAll(nullptr);
    exports_ << job;
    const QString topic = exportTopic + request.target;
    stage_->messages()->withdraw(topic);
    connect(job, &QObject::destroyed, this, &MainWindow::showWork, Qt::QueuedConnection);
    const QString source = nameOfPath(request.rendering.source());
    connect(job, &ExportJob::succeeded, this,
            [this, topic, source, request](const WrittenPhoto& written) {
                PhotoDocument* document = session_->find(source);
                if (document)
                    document->setExported(request.rendering);
                statusLine_->showFacts(*service_, session_->shown()); // what the file has of L*
                const QFileInfo file(nameOfPath(written.path));
                QString sentence = tr("Saved as “%1”.").arg(shownName(file.fileName()));
                for (const Message& warning : written.warnings)
                    sentence += QLatin1Char(' ') + words(warning);
                stage_->messages()->post(
                    {.kind = written.warnings.empty() ? Notice::Kind::Done : Notice::Kind::Warning,
                     .sentence = sentence,
                     .detail = file.absoluteFilePath(),
                     .actionText = tr("Show in folder"),
                     .action = [path = file.absoluteFilePath()] { showInFolder(path); },
                     .topic = topic,
                     .photo = document ? source : QString()}); // one that was closed is told of too
            });
    connect(job, &ExportJob::failed, this, [this, request, topic](const Error& error) {
        const bool cancelled = error.code == ErrorCode::Cancelled;
        const QString sentence = cancelled ? tr("Saving “%1” was stopped; there is no new file.")
                                                 .arg(QFileInfo(request.target).fileName())
                                           : sentenceOf(error);
        stage_->messages()->post({.kind = cancelled ? Notice::Kind::Info : Notice::Kind::Error,
                                  .sentence = sentence,
                                  .detail = detailOf(error),
                                  .actionText = cancelled ? tr("Save it") : tr("Try again"),
                                  .action = [this, request] { startExport(request); },
                                  .topic = topic});
        if (!cancelled)
            showFailureBeforeQuitting(sentence);
    });
    job->start();
    showWork();
}

void MainWindow::showPreferences()
{
    auto* dialog = new PreferencesDialog(this);
    connect(dialog, &PreferencesDialog::computeChanged, this, [this] {
        service_->open(settingValue(setting::model), settingValue(setting::device));
        showModelState();
    });
    connect(dialog, &PreferencesDialog::singleKeysChanged, this, &MainWindow::setSingleKeys);
    dialog->open();
}

void MainWindow::showHelp()
{
    auto* help = findChild<HelpWindow*>();
    if (!help)
        help = new HelpWindow((*actions_)[Command::Shortcuts], this);
    help->show();
    help->raise();
    help->activateWindow();
}

void MainWindow::showOpenError(const QString& path, const Error& error)
{
    recent_->remove(path);
    stage_->messages()->post({.kind = Notice::Kind::Error,
                              .sentence = sentenceOf(error),
                              .detail = detailOf(error),
                              .actionText = tr("Try again"),
                              .action = [this, path] { openFiles({path}); },
                              .topic = path});
    updateActions();
}

void MainWindow::showColourError(PhotoDocument* document, const Error& error)
{
    const bool cancelled = error.code == ErrorCode::Cancelled;
    const QPointer<PhotoDocument> target(document);
    stage_->messages()->post(
        {.kind = cancelled ? Notice::Kind::Info : Notice::Kind::Error,
         .sentence = cancelled ? tr("Colouring “%1” was stopped.").arg(document->name())
                               : sentenceOf(error),
         .detail = detailOf(error),
         .actionText = cancelled ? tr("Colourise") : tr("Try again"),
         .action =
             [target] {
                 if (target)
                     target->colour();
             },
         .topic = document->path() + QLatin1String("#colour"),
         .photo = document->path()});
}

void MainWindow::showModelState()
{
    if (const auto& error = service_->error())
        stage_->messages()->post({.kind = Notice::Kind::Error,
                                  .sentence = sentenceOf(*error),
                                  .detail = detailOf(*error),
                                  .actionText = tr("Look again"),
                                  .action = [this] { service_->reopen(); },
                                  .topic = modelTopic});
    else
        stage_->messages()->withdraw(modelTopic);
    statusLine_->showFacts(*service_, session_->shown());
    updateActions();
}

} // namespace autochrome
