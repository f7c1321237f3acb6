#pragma once

#include <QAction>
#include <QHash>
#include <QObject>
#include <QVector>

class QMenu;
class QMenuBar;

namespace autochrome {

/// Everything that can be done in the window.
enum class Command {
    Open,
    OpenSample,
    Export,
    ClosePhoto,
    ClearRecent,
    Quit,
    Undo,
    Redo,
    Preferences,
    Colourise,
    Cancel,
    Stronger,
    Weaker,
    KeepTint,
    Reset,
    Split,
    SideBySide,
    Flip,
    ShowBefore,
    Fit,
    OneToOne,
    ZoomIn,
    ZoomOut,
    NextPhoto,
    PreviousPhoto,
    Panel,
    FullScreen,
    Batch,
    BatchAdd,
    BatchStart,
    BatchStop,
    BatchStopNow,
    BatchPause,
    BatchResume,
    BatchCancel,
    BatchRetry,
    BatchFirst,
    BatchUp,
    BatchDown,
    BatchLast,
    BatchPrefer,
    BatchRetryFailed,
    BatchReport,
    BatchClear,
    Find,
    Training,
    About
};

/// The table of actions: texts, shortcuts, icons, and the menus that hold every one of them.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject* parent = nullptr);

    QAction* operator[](Command command) const { return actions_.value(command); }
    /// In the order of the menus.
    const QVector<QAction*>& all() const { return ordered_; }

    /// Fills the menu bar; the menu "Open recent" is the caller's to keep up to date.
    void fillMenuBar(QMenuBar* bar, QMenu* recent);

private:
    QAction* add(Command command, const QString& text, const QList<QKeySequence>& shortcuts,
                 const char* icon, const QString& tip = {});
    void addFileActions();
    void addEditActions();
    void addPhotoActions();
    void addViewActions();
    void addBatchActions();
    void fillBatchMenu(QMenu* menu);
    void addHelpActions();

    QHash<Command, QAction*> actions_;
    QVector<QAction*> ordered_;
};

} // namespace autochrome
