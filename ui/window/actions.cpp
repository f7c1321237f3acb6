#include "ui/window/actions.h"

#include "ui/widgets/icon_theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QEvent>
#include <QMenuBar>

namespace autochrome {

namespace {

/// A key that writes a character, without Ctrl or Alt.
bool isSingleKey(const QKeySequence& keys)
{
    const QKeyCombination first = keys[0];
    const bool alone =
        !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    return alone && first.key() > Qt::Key_Space && first.key() < Qt::Key_Escape;
}

} // namespace

Actions::Actions(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
    addFileActions();
    addEditActions();
    addPhotoActions();
    addViewActions();
    addBatchActions();
    addHelpActions();
}

QAction* Actions::add(Command command, const QString& text, const QList<QKeySequence>& shortcuts,
                      const char* icon, const QString& tip)
{
    auto* action = new QAction(themedIcon(icon), text, this);
    // Qt derives the name from the text without "…".
    keys_.insert(action, {shortcuts, tip.isEmpty() ? action->toolTip() : tip});
    showShortcuts(action);
    action->setStatusTip(tip);
    actions_.insert(command, action);
    ordered_ << action;
    return action;
}

void Actions::showShortcuts(QAction* action)
{
    const Keys& keys = keys_[action];
    QList<QKeySequence> shortcuts = keys.all;
    if (!singleKeys_)
        shortcuts.removeIf(isSingleKey);
    action->setShortcuts(shortcuts);
    // The tool bar shows "Export (Ctrl+E)".
    const QString first = action->shortcut().toString(QKeySequence::NativeText);
    QString tip = first.isEmpty() ? keys.tip : QStringLiteral("%1 (%2)").arg(keys.tip, first);
    if (!keys.whyNot.isEmpty())
        tip += u'\n' + keys.whyNot;
    action->setToolTip(tip);
}

void Actions::setSingleKeys(bool on)
{
    singleKeys_ = on;
    for (QAction* action : ordered_)
        showShortcuts(action);
}

bool Actions::eventFilter(QObject* object, QEvent* event)
{
    if (object == qApp && event->type() == QEvent::LanguageChange) {
        for (QAction* action : ordered_)
            showShortcuts(action);
    }
    return QObject::eventFilter(object, event);
}

void Actions::setUsable(Command command, const QString& whyNot)
{
    QAction* action = actions_.value(command);
    action->setEnabled(whyNot.isEmpty());
    if (keys_[action].whyNot == whyNot)
        return;
    keys_[action].whyNot = whyNot;
    showShortcuts(action);
}

void Actions::addFileActions()
{
    add(Command::Open, tr("&Open photos…"), {Qt::CTRL | Qt::Key_O}, "open")
        ->setIconText(tr("Open"));
    add(Command::OpenSample, tr("Try the &sample"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O}, "sample");
    add(Command::ClearRecent, tr("&Clear the list"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete},
        "reset", tr("Forget the recently opened photos"));
    add(Command::Export, tr("&Export…"),
        {Qt::CTRL | Qt::Key_E, Qt::CTRL | Qt::Key_S, Qt::CTRL | Qt::SHIFT | Qt::Key_S}, "export",
        tr("Save the coloured photo as a new file"))
        ->setIconText(tr("Export"));
    add(Command::ShowInFolder, tr("S&how in folder"), {Qt::CTRL | Qt::SHIFT | Qt::Key_F}, "open",
        tr("Open the folder that the photo is in"));
    add(Command::ClosePhoto, tr("&Close photo"), {Qt::CTRL | Qt::Key_W}, "close");
    add(Command::Quit, tr("&Quit"), {Qt::CTRL | Qt::Key_Q}, "quit")->setMenuRole(QAction::QuitRole);
}

void Actions::addEditActions()
{
    add(Command::Undo, tr("&Undo"), {Qt::CTRL | Qt::Key_Z}, "undo");
    add(Command::Redo, tr("&Redo"), {Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z},
        "redo");
    add(Command::CopySettings, tr("&Copy settings"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, "copy",
        tr("Keep the settings of this photo ready for others"));
    add(Command::PasteSettings, tr("Paste &settings"), {Qt::CTRL | Qt::SHIFT | Qt::Key_V}, "paste",
        tr("Give this photo, or all that are chosen in the film strip, the copied settings"));
    add(Command::ApplyToAll, tr("Apply to &all open photos"), {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
        "photo", tr("Give all open photos the settings of this one"));
    add(Command::Presets, tr("Prese&ts…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, "preset",
        tr("Settings under a name of their own: keep, apply, rename or delete them"));
    add(Command::Preferences, tr("&Preferences…"), {Qt::CTRL | Qt::Key_Comma}, "settings")
        ->setMenuRole(QAction::PreferencesRole);
}

void Actions::addPhotoActions()
{
    add(Command::Colourise, tr("&Colourise again"), {Qt::CTRL | Qt::Key_R, Qt::Key_F5},
        "colourise");
    add(Command::Cancel, tr("S&top"), {Qt::Key_Escape}, "cancel",
        tr("Stop what is being done to the photo"));
    add(Command::Stronger, tr("&Stronger colour"), {Qt::CTRL | Qt::Key_Up, Qt::Key_BracketRight},
        "colourise");
    add(Command::Weaker, tr("&Weaker colour"), {Qt::CTRL | Qt::Key_Down, Qt::Key_BracketLeft},
        "colourise");
    add(Command::KeepTint, tr("&Keep the scan's tint"), {Qt::Key_T, Qt::CTRL | Qt::Key_T}, "photo")
        ->setCheckable(true);
    add(Command::RotateLeft, tr("Rotate &left"), {Qt::CTRL | Qt::Key_Left, Qt::Key_L},
        "rotate_left", tr("Turn the photo by 90 degrees to the left"));
    add(Command::RotateRight, tr("Rotate ri&ght"), {Qt::CTRL | Qt::Key_Right, Qt::Key_R},
        "rotate_right", tr("Turn the photo by 90 degrees to the right"));
    add(Command::FlipHorizontally, tr("Flip &horizontally"), {Qt::CTRL | Qt::Key_H, Qt::Key_H},
        "flip_horizontally", tr("Exchange left and right"));
    add(Command::FlipVertically, tr("Flip &vertically"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_H, Qt::Key_V}, "flip_vertically",
        tr("Exchange top and bottom"));
    add(Command::Crop, tr("Cro&p and straighten"), {Qt::CTRL | Qt::SHIFT | Qt::Key_X, Qt::Key_C},
        "crop", tr("Draw a frame around what is to be kept, straight or aslant"))
        ->setCheckable(true);
    add(Command::Repair, tr("Repair &damage"), {Qt::CTRL | Qt::SHIFT | Qt::Key_D, Qt::Key_B},
        "repair", tr("Draw over scratches and spots, which are filled in from around them"))
        ->setCheckable(true);
    add(Command::Reset, tr("&Reset all adjustments"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R}, "reset")
        ->setIconText(tr("Reset"));
}

void Actions::addViewActions()
{
    auto* modes = new QActionGroup(this);
    auto addMode = [&](Command command, const QString& text, const QList<QKeySequence>& shortcuts,
                       const char* icon) {
        QAction* action = add(command, text, shortcuts, icon);
        action->setCheckable(true);
        modes->addAction(action);
    };
    addMode(Command::Split, tr("&Split"), {Qt::Key_S, Qt::CTRL | Qt::Key_2}, "split");
    addMode(Command::SideBySide, tr("Si&de by side"), {Qt::Key_D, Qt::CTRL | Qt::Key_3},
            "side_by_side");
    addMode(Command::Alternate, tr("Al&ternate"), {Qt::Key_P, Qt::CTRL | Qt::Key_4}, "flip");
    actions_[Command::Split]->setChecked(true);
    add(Command::ShowBefore, tr("Show &before"), {Qt::Key_Backslash, Qt::CTRL | Qt::Key_5},
        "before", tr("Show the photo without its new colours, as long as the key is held"))
        ->setCheckable(true);
    add(Command::ShowFilled, tr("Show what is &filled in"),
        {Qt::Key_O, Qt::CTRL | Qt::SHIFT | Qt::Key_I}, "filled",
        tr("Mark on the photo what the repair has filled in"))
        ->setCheckable(true);
    add(Command::Fit, tr("Fit to &window"), {Qt::Key_F, Qt::CTRL | Qt::Key_0}, "fit")
        ->setIconText(tr("Fit"));
    add(Command::OneToOne, tr("&Original size"), {Qt::Key_1, Qt::CTRL | Qt::Key_1}, "one_to_one",
        tr("One pixel of the photo on one pixel of the screen"))
        ->setIconText(tr("1:1"));
    add(Command::ZoomIn, tr("Zoom &in"),
        {Qt::Key_Plus, Qt::Key_Equal, Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
        "zoom_in");
    add(Command::ZoomOut, tr("Zoom o&ut"), {Qt::Key_Minus, Qt::CTRL | Qt::Key_Minus}, "zoom_out");
    add(Command::NextPhoto, tr("&Next photo"), {Qt::Key_PageDown, Qt::CTRL | Qt::Key_Tab}, "next");
    add(Command::PreviousPhoto, tr("&Previous photo"),
        {Qt::Key_PageUp, Qt::CTRL | Qt::SHIFT | Qt::Key_Tab}, "previous");
    QAction* panel = add(Command::Panel, tr("&Adjustments panel"), {Qt::Key_F9}, "panel");
    panel->setCheckable(true);
    panel->setChecked(true);
    add(Command::FullScreen, tr("Fu&ll screen"), {Qt::Key_F11}, "full_screen")->setCheckable(true);
}

void Actions::addBatchActions()
{
    QAction* batch = add(Command::Batch, tr("Show the &queue"), {Qt::CTRL | Qt::Key_B}, "batch",
                         tr("Colourise many photos, one after the other"));
    batch->setCheckable(true);
    batch->setIconText(tr("Queue"));
    add(Command::BatchAdd, tr("&Add photos to the queue…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_B},
        "add")
        ->setIconText(tr("Add"));
    add(Command::BatchStart, tr("&Start the queue"), {Qt::Key_F6}, "start")
        ->setIconText(tr("Start"));
    add(Command::BatchStop, tr("Stop after &these"), {Qt::SHIFT | Qt::Key_F6}, "pause",
        tr("Finish the photos in progress and start no others"))
        ->setIconText(tr("Pause"));
    add(Command::BatchStopNow, tr("Stop at &once"), {Qt::CTRL | Qt::Key_F6}, "cancel",
        tr("Photos in progress go back to waiting"));
    add(Command::BatchPause, tr("&Hold these photos back"), {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
        "pause");
    add(Command::BatchResume, tr("&Let these photos go on"), {Qt::CTRL | Qt::SHIFT | Qt::Key_U},
        "start");
    add(Command::BatchCancel, tr("&Cancel these photos"), {Qt::CTRL | Qt::Key_Delete}, "cancel");
    add(Command::BatchRetry, tr("Tr&y these photos again"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T},
        "retry");
    add(Command::BatchFirst, tr("Move to the &front"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Home},
        "first");
    add(Command::BatchUp, tr("Move &up"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Up}, "up");
    add(Command::BatchDown, tr("Move &down"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Down}, "down");
    add(Command::BatchLast, tr("Move to the &end"), {Qt::CTRL | Qt::SHIFT | Qt::Key_End}, "last");
    add(Command::BatchPrefer, tr("Do this grou&p first"), {Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp},
        "first", tr("Its photos are worked on before those of other groups"));
    add(Command::BatchRetryFailed, tr("Try all failed ones a&gain"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_F5}, "retry");
    add(Command::BatchReport, tr("&Report…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, "report",
        tr("Write what became of a group of photos into a folder: pages, tables, PREMIS, "
           "checksums"))
        ->setIconText(tr("Report"));
    add(Command::BatchClear, tr("Clear what has e&nded"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace}, "clear",
        tr("Forget groups whose photos have all ended; files stay"));
}

void Actions::fillBatchMenu(QMenu* menu)
{
    const std::initializer_list<Command> groups[] = {
        {Command::Batch, Command::BatchAdd},
        {Command::BatchStart, Command::BatchStop, Command::BatchStopNow},
        {Command::BatchPause, Command::BatchResume, Command::BatchCancel, Command::BatchRetry},
        {Command::BatchFirst, Command::BatchUp, Command::BatchDown, Command::BatchLast,
         Command::BatchPrefer},
        {Command::BatchRetryFailed, Command::BatchReport, Command::BatchClear}};
    for (const auto& group : groups) {
        if (!menu->isEmpty())
            menu->addSeparator();
        for (const Command command : group)
            menu->addAction(actions_.value(command));
    }
}

void Actions::addHelpActions()
{
    add(Command::Help, tr("&Help"), {Qt::Key_F1}, "help", tr("How to use Autochrome"));
    add(Command::Shortcuts, tr("All &keys"), {Qt::CTRL | Qt::Key_Question}, "keyboard",
        tr("The keys of every action, menu by menu"));
    add(Command::Find, tr("&Find an action…"), {Qt::CTRL | Qt::Key_K}, "search");
    QAction* training =
        add(Command::Training, tr("Show &training"), {Qt::CTRL | Qt::SHIFT | Qt::Key_M}, "training",
            tr("Teach a model the colours of your own photos"));
    training->setCheckable(true);
    add(Command::About, tr("&About Autochrome"), {Qt::CTRL | Qt::Key_F1}, "info")
        ->setMenuRole(QAction::AboutRole);
}

void Actions::fillMenuBar(QMenuBar* bar, QMenu* recent, QMenu* presets)
{
    auto fill = [this](QMenu* menu, std::initializer_list<Command> commands) {
        menu->setToolTipsVisible(true); // they say why an entry cannot be used
        for (Command command : commands)
            menu->addAction(actions_.value(command));
    };
    QMenu* file = bar->addMenu(tr("&File"));
    fill(file, {Command::Open});
    file->addMenu(recent);
    fill(file, {Command::OpenSample});
    file->addSeparator();
    fill(file, {Command::Export, Command::ShowInFolder, Command::ClosePhoto});
    file->addSeparator();
    fill(file, {Command::Quit});

    QMenu* edit = bar->addMenu(tr("&Edit"));
    fill(edit, {Command::Undo, Command::Redo});
    edit->addSeparator();
    fill(edit, {Command::CopySettings, Command::PasteSettings, Command::ApplyToAll});
    edit->addMenu(presets);
    fill(edit, {Command::Presets});
    edit->addSeparator();
    fill(edit, {Command::Preferences});

    QMenu* photo = bar->addMenu(tr("&Photo"));
    fill(photo, {Command::Colourise, Command::Cancel});
    photo->addSeparator();
    fill(photo, {Command::RotateLeft, Command::RotateRight, Command::FlipHorizontally,
                 Command::FlipVertically, Command::Crop, Command::Repair});
    photo->addSeparator();
    fill(photo, {Command::Stronger, Command::Weaker, Command::KeepTint, Command::Reset});

    QMenu* view = bar->addMenu(tr("&View"));
    fill(view, {Command::Split, Command::SideBySide, Command::Alternate, Command::ShowBefore,
                Command::ShowFilled});
    view->addSeparator();
    fill(view, {Command::Fit, Command::OneToOne, Command::ZoomIn, Command::ZoomOut});
    view->addSeparator();
    fill(view, {Command::NextPhoto, Command::PreviousPhoto});
    view->addSeparator();
    fill(view, {Command::Panel, Command::FullScreen});

    fillBatchMenu(bar->addMenu(tr("&Queue")));

    QMenu* help = bar->addMenu(tr("&Help"));
    fill(help, {Command::Help, Command::Shortcuts, Command::Find});
    help->addSeparator();
    fill(help, {Command::Training});
    help->addSeparator();
    fill(help, {Command::About});
}

} // namespace autochrome
