#pragma once

#include "core/base/error.h"
#include "ui/document/recipe_command.h"
#include "ui/window/actions.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QStringList>
#include <QThreadPool>
#include <functional>

class QSplitter;

namespace autochrome {

class ActionFinder;
class AdjustPanel;
class BatchPanel;
class BatchService;
class ColorizerService;
class ExportDialog;
class ExportJob;
class FilmStrip;
class PhotoDocument;
class PhotoSession;
class PhotoStage;
class QuitGuard;
class RecentFiles;
class RecipeActions;
class RecipeKeeper;
class StatusLine;
class TrainingDock;
class ZoomButton;
struct ExportRequest;
struct UnfinishedWork;

/// The window: the photo in the middle, everything else around it. Puts the parts together; what
/// they do is in the parts.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens photos and folders of photos.
    void openFiles(const QStringList& paths);
    /// Shows the queue and asks how photos and folders are to be worked on.
    void addToQueue(const QStringList& paths);
    /// Shows the training panel without its warning.
    void showTraining();
    /// The program is told to end, and nobody can be asked: finishes what was ordered, then closes.
    /// Called again: closes at once.
    void endSession();

    const Actions& actions() const { return *actions_; }
    PhotoSession* session() const { return session_; }
    PhotoStage* stage() const { return stage_; }
    AdjustPanel* panel() const { return panel_; }
    BatchPanel* batchPanel() const { return batchPanel_; }
    FilmStrip* filmStrip() const { return filmStrip_; }
    StatusLine* statusLine() const { return statusLine_; }
    RecentFiles* recentFiles() const { return recent_; }
    ColorizerService* colorizerService() const { return service_; }
    RecipeKeeper* recipeKeeper() const { return keeper_; }
    RecipeActions* recipeActions() const { return recipeActions_; }
    ActionFinder* finder() const { return finder_; }
    QuitGuard* quitGuard() const { return quitGuard_; }
    TrainingDock* training() const { return training_; }
    ExportDialog* exportDialog() const; ///< null while none is open

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    // main_window.cpp
    void buildLayout();
    void buildToolBar();
    void restoreLayout();
    void rememberLayout();
    void connectSession();
    void connectPanel();
    void setFullScreen(bool on);
    void setSingleKeys(bool on);
    void setShowingBefore(bool before);
    void updateActions();
    void updateZoom();
    void updateRecentMenu();

    // main_window_documents.cpp
    void connectActions();
    void connectCompareModes();
    void follow(PhotoDocument* document);
    void showDocument();
    void showRendering();
    void tellNotices(const PhotoDocument* document);
    void showWork();
    void openWithDialog();
    void onOpened(const QStringList& ordered, int found, bool hadFolder);
    void openSample();
    void editRecipe(const std::function<void(Recipe&)>& change, int gesture = -1,
                    const QString& name = {});
    void showExportDialog();
    void startExport(const ExportRequest& request);
    void showPreferences();
    void showHelp();
    void showOpenError(const QString& path, const Error& error);
    void showColourError(PhotoDocument* document, const Error& error);
    void showModelState();

    // main_window_batch.cpp
    void connectBatch();
    void showBatchPanel(bool on);
    void placeBatchPanel();
    void startQueue();
    void chooseReport();
    void openFromQueue(const QString& source, const QString& result);
    void updateBatchActions();
    void offerQueue(const QStringList& paths);

    // main_window_quit.cpp
    void connectQuitting();
    UnfinishedWork unfinishedWork() const;
    /// A failure keeps a window that is about to close; one that nobody can read now is told when
    /// the program is started the next time.
    void showFailureBeforeQuitting(const QString& sentence);
    void tellOfLosses();

    // main_window_training.cpp
    void connectTraining();

    QThreadPool pool_;
    ColorizerService* service_;
    PhotoSession* session_;
    RecipeKeeper* keeper_;
    RecentFiles* recent_;
    Actions* actions_;
    PhotoStage* stage_;
    AdjustPanel* panel_;
    FilmStrip* filmStrip_;
    StatusLine* statusLine_;
    BatchService* batchService_;
    BatchPanel* batchPanel_;
    QSplitter* splitter_;
    QSplitter* rows_; ///< the photo with its panel above, the queue below
    RecipeActions* recipeActions_;
    QMenu* recentMenu_;
    QToolBar* toolBar_ = nullptr;
    ZoomButton* zoom_ = nullptr;
    ActionFinder* finder_;
    QuitGuard* quitGuard_;
    QHash<PhotoDocument*, QPointer<ExportDialog>> exportDialogs_;
    QVector<QPointer<ExportJob>> exports_;
    QHash<const PhotoDocument*, QStringList> toldNotices_; ///< of how they came to their colours
    TrainingDock* training_;
    bool wasMaximized_ = false;
};

} // namespace autochrome
