#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
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
    ShowInFolder,
    ClosePhoto,
    ClearRecent,
    Quit,
    Undo,
    Redo,
    CopySettings,
    PasteSettings,
    ApplyToAll,
    Presets,
    Preferences,
    Colourise,
    Cancel,
    Stronger,
    Weaker,
    KeepTint,
    RotateLeft,
    RotateRight,
    FlipHorizontally,
    FlipVertically,
    Crop,
    Repair,
    Reset,
    Split,
    SideBySide,
    Alternate,
    ShowBefore,
    ShowFilled,
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
    Help,
    Shortcuts,
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

    /// Whether keys alone ("S", "+") do something; else only those with Ctrl or Alt, and keys that
    /// write nothing (F5, Escape). They are in the way of speech input and of shaking hands.
    void setSingleKeys(bool on);
    bool hasSingleKeys() const { return singleKeys_; }
    /// Enables an action, or not, and then says why in its tool tip.
    /// @param whyNot  empty: it can be used
    void setUsable(Command command, const QString& whyNot);

    /// Fills the menu bar; the menus "Open recent" and "Apply preset" are the caller's to keep up
    /// to date.
    void fillMenuBar(QMenuBar* bar, QMenu* recent, QMenu* presets);

    /// Watches the application: the names of keys follow its language.
    bool eventFilter(QObject* object, QEvent* event) override;

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

    void showShortcuts(QAction* action);

    struct Keys
    {
        QList<QKeySequence> all; ///< single ones too
        QString tip;
        QString whyNot = {}; ///< it cannot be used
    };

    QHash<Command, QAction*> actions_;
    QHash<QAction*, Keys> keys_;
    bool singleKeys_ = true;
    QVector<QAction*> ordered_;
};

} // namespace autochrome
