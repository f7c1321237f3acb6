#pragma once

#include "ui/window/actions.h"

#include <QMainWindow>
#include <QStringList>
#include <QThreadPool>

namespace autochrome {

class AdjustPanel;
class BatchPanel;
class BatchService;
class BeforeKey;
class ColorizerService;
class CropActions;
class EditActions;
class ExportDialog;
class FilmStrip;
class MainToolBar;
class PhotoExports;
class PhotoNotices;
class PhotoOpener;
class PhotoSession;
class PhotoStage;
class ProgramActions;
class QuitGuard;
class RecipeActions;
class RecipeKeeper;
class RepairActions;
class ShownPhoto;
class ShownWork;
class StatusLine;
class TrainingDock;
class ViewActions;
class WindowClosing;
class WindowLayout;
class WindowQueue;

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
    ColorizerService* colorizerService() const { return service_; }
    RecipeKeeper* recipeKeeper() const { return keeper_; }
    TrainingDock* training() const { return training_; }
    QuitGuard* quitGuard() const;
    ExportDialog* exportDialog() const; ///< null while none is open

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectPhotos();
    void connectProgram();
    void restore();
    void showPhoto();
    void showModelState();
    void refreshActions();

    QThreadPool pool_;
    ColorizerService* service_;
    PhotoSession* session_;
    RecipeKeeper* keeper_;
    Actions* actions_;
    PhotoStage* stage_;
    AdjustPanel* panel_;
    FilmStrip* filmStrip_;
    StatusLine* statusLine_;
    BatchService* batchService_;
    BatchPanel* batchPanel_;
    RecipeActions* recipeActions_;
    PhotoOpener* opener_;
    ProgramActions* programActions_;
    TrainingDock* training_;
    MainToolBar* toolBar_;
    WindowLayout* layout_;
    EditActions* editActions_;
    ViewActions* viewActions_;
    BeforeKey* beforeKey_;
    ShownPhoto* shownPhoto_;
    CropActions* cropActions_;
    RepairActions* repairActions_;
    PhotoNotices* photoNotices_;
    PhotoExports* exports_;
    ShownWork* shownWork_;
    WindowQueue* queue_;
    WindowClosing* closing_;
};

} // namespace autochrome
