#include "tests/ui/window/monkey/monkey.h"

#include "tests/ui/window/monkey/stall_watch.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/queue/queue_dialog.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDialog>
#include <QDropEvent>
#include <QFileDialog>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QUrl>
#include <QWheelEvent>
#include <QWindow>

// As Qt Test sends them: into the queue of the window system.
Q_GUI_EXPORT void qt_handleMouseEvent(QWindow* window, const QPointF& local, const QPointF& global,
                                      Qt::MouseButtons state, Qt::MouseButton button,
                                      QEvent::Type type, Qt::KeyboardModifiers modifiers,
                                      int timestamp);
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow* window, QEvent::Type type, int key,
                                    Qt::KeyboardModifiers modifiers, const QString& text,
                                    bool repeated, ushort count);

namespace autochrome {

namespace {

constexpr int longestPause = 25; // ms between two actions

const Qt::Key plainKeys[] = {
    Qt::Key_Tab,  Qt::Key_Backtab, Qt::Key_Return,      Qt::Key_Escape,      Qt::Key_Space,
    Qt::Key_Left, Qt::Key_Right,   Qt::Key_Up,          Qt::Key_Down,        Qt::Key_Home,
    Qt::Key_End,  Qt::Key_PageUp,  Qt::Key_PageDown,    Qt::Key_Delete,      Qt::Key_Backspace,
    Qt::Key_F1,   Qt::Key_F5,      Qt::Key_F6,          Qt::Key_F9,          Qt::Key_F10,
    Qt::Key_F11,  Qt::Key_Plus,    Qt::Key_Minus,       Qt::Key_BracketLeft, Qt::Key_Backslash,
    Qt::Key_1,    Qt::Key_0,       Qt::Key_BracketRight};

int timestamp()
{
    static int time = 1000;
    return time += 7;
}

/// Somebody who types paths, or goes to other folders, may well write anywhere, and has asked for
/// it: paths stay as they are, and a dialog that has left the sandbox goes.
/// @returns whether one went: its loop has to end before anything else is done, as with a person
bool keepInside(const QString& sandbox)
{
    bool closed = false;
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (!window->isVisible())
            continue;
        auto* dialog = qobject_cast<QFileDialog*>(window);
        if (dialog && !(dialog->directory().absolutePath() + u'/').startsWith(sandbox + u'/'))
            dialog->reject();
        closed = closed || (dialog && !dialog->isVisible());
        for (QLineEdit* line : window->findChildren<QLineEdit*>())
            if (dialog || line->text().contains(u'/'))
                line->setReadOnly(true);
    }
    return closed;
}

} // namespace

Monkey::Monkey(unsigned seed, const WindowFixture& fixture, const QStringList& photos,
               StallWatch* watch)
    : random_(seed), fixture_(fixture), photos_(photos), watch_(watch)
{
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Monkey::act);
    qApp->installEventFilter(this);
}

Monkey::~Monkey() = default;

void Monkey::openWindow()
{
    ++windows_;
    note(QStringLiteral("open a window"), nullptr);
    window_ = std::make_unique<MainWindow>();
    window_->resize(900 + number(600), 600 + number(400));
    window_->show();
    window_->openFiles(photos_);
    if (number(2) == 0)
        window_->showTraining();
    window_->addToQueue({fixture_.folder() + QStringLiteral("/photos")});
    // The program's start and its end, when nobody sees the window, are no stalls of it.
    watch_->restart();
}

void Monkey::start()
{
    openWindow();
    timer_.start(0);
}

void Monkey::stop()
{
    timer_.stop();
    timer_.disconnect(this);
    note(QStringLiteral("end"), nullptr);
    // Each may have a loop of its own, which ends with it, and another one below.
    connect(&timer_, &QTimer::timeout, this, [this] {
        QWidget* front = QApplication::activePopupWidget();
        if (!front)
            front = QApplication::activeModalWidget();
        if (!front) {
            QCoreApplication::exit(); // not quit(), which asks windows that have work to do
            return;
        }
        timer_.start(20);
        front->close();
    });
    timer_.start(0);
}

void Monkey::closeWindow()
{
    qApp->removeEventFilter(this);
    window_.reset();
}

QStringList Monkey::dialogsSeen() const
{
    QStringList seen;
    for (auto dialog = dialogs_.begin(); dialog != dialogs_.end(); ++dialog)
        seen << QStringLiteral("%1 %2").arg(dialog.key()).arg(dialog.value());
    return seen;
}

bool Monkey::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        if (qobject_cast<QDialog*>(object) || qobject_cast<QMenu*>(object))
            ++dialogs_[QString::fromLatin1(object->metaObject()->className())];
        if (auto* dialog = qobject_cast<QFileDialog*>(object)) {
            dialog->setOption(QFileDialog::ReadOnly); // it could delete photos itself
            const QString home = fixture_.folder();
            if (!dialog->directory().absolutePath().startsWith(home))
                dialog->setDirectory(home);
            connect(dialog, &QFileDialog::directoryEntered, dialog,
                    [dialog, home](const QString& f) {
                        if (!f.startsWith(home))
                            dialog->setDirectory(home);
                    });
        }
    }
    return false;
}

void Monkey::note(const QString& what, const QWidget* widget)
{
    QString text = what;
    for (; widget; widget = widget->parentWidget()) {
        if (widget->metaObject() != &QWidget::staticMetaObject)
            text += QStringLiteral(" < ") + QLatin1String(widget->metaObject()->className());
        if (widget->isWindow())
            break;
    }
    watch_->note(text.toStdString());
}

/// Where events go now: a menu, a dialog, or the window.
QWidget* Monkey::target()
{
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget* modal = QApplication::activeModalWidget())
        return modal;
    QVector<QWidget*> shown;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget->isVisible() && widget->windowHandle() && widget->windowType() != Qt::ToolTip)
            shown << widget;
    return shown.isEmpty() ? nullptr : shown[number(int(shown.size()))];
}

/// One of its widgets, so that small ones get as many clicks as large ones.
QWidget* Monkey::partOf(QWidget* window)
{
    QVector<QWidget*> parts;
    for (QWidget* widget : window->findChildren<QWidget*>())
        if (widget->isVisible() && widget->window() == window && !widget->visibleRegion().isEmpty())
            parts << widget;
    return parts.isEmpty() ? window : parts[number(int(parts.size()))];
}

/// A place in it that is seen, in its window.
QPoint Monkey::placeIn(QWidget* widget)
{
    const QRect seen = widget->visibleRegion().boundingRect();
    const QPoint place(seen.left() + number(std::max(1, seen.width())),
                       seen.top() + number(std::max(1, seen.height())));
    return widget->mapTo(widget->window(), place);
}

void Monkey::mouse(QWidget* window, QPoint at, int type, Qt::MouseButton button,
                   Qt::MouseButtons state)
{
    if (window->windowHandle())
        qt_handleMouseEvent(window->windowHandle(), at, window->mapToGlobal(at), state, button,
                            QEvent::Type(type), Qt::NoModifier, timestamp());
}

void Monkey::click(QWidget* widget)
{
    const bool right = number(12) == 0;
    const auto button = right ? Qt::RightButton : Qt::LeftButton;
    note(right ? QStringLiteral("right click") : QStringLiteral("click"), widget);
    QWidget* window = widget->window();
    const QPoint at = placeIn(widget);
    mouse(window, at, QEvent::MouseMove, Qt::NoButton, Qt::NoButton);
    for (int i = number(8) == 0 ? 2 : 1; i > 0; --i) {
        mouse(window, at, QEvent::MouseButtonPress, button, button);
        mouse(window, at, QEvent::MouseButtonRelease, button, Qt::NoButton);
    }
}

void Monkey::drag(QWidget* widget)
{
    note(QStringLiteral("drag"), widget);
    QWidget* window = widget->window();
    QPoint at = placeIn(widget);
    mouse(window, at, QEvent::MouseMove, Qt::NoButton, Qt::NoButton);
    mouse(window, at, QEvent::MouseButtonPress, Qt::LeftButton, Qt::LeftButton);
    for (int i = 2 + number(12); i > 0; --i) {
        at += QPoint(number(81) - 40, number(81) - 40);
        mouse(window, at, QEvent::MouseMove, Qt::NoButton, Qt::LeftButton);
    }
    mouse(window, at, QEvent::MouseButtonRelease, Qt::LeftButton, Qt::NoButton);
}

void Monkey::wheel(QWidget* widget)
{
    note(QStringLiteral("wheel"), widget);
    QWidget* window = widget->window();
    const QPoint at = placeIn(widget);
    const auto modifiers = number(6) == 0 ? Qt::ControlModifier : Qt::NoModifier;
    const int angle = (number(2) == 0 ? 120 : -120) * (1 + number(3));
    if (window->windowHandle())
        QCoreApplication::postEvent(window->windowHandle(),
                                    new QWheelEvent(at, window->mapToGlobal(QPointF(at)), {},
                                                    {0, angle}, Qt::NoButton, modifiers,
                                                    Qt::NoScrollPhase, false));
}

void Monkey::key(QWidget* window)
{
    if (!window->windowHandle())
        return;
    int code = plainKeys[number(int(std::size(plainKeys)))];
    QString text;
    Qt::KeyboardModifiers modifiers;
    const int kind = number(10);
    if (kind < 3) { // a letter
        code = Qt::Key_A + number(26);
        text = QChar(u'a' + (code - Qt::Key_A));
    } else if (kind < 6) {
        code = Qt::Key_A + number(26);
        modifiers = kind == 3   ? Qt::ControlModifier
                    : kind == 4 ? Qt::ControlModifier | Qt::ShiftModifier
                                : Qt::KeyboardModifiers(Qt::AltModifier);
    }
    note(QStringLiteral("key ") +
             QKeySequence(QKeyCombination(modifiers, Qt::Key(code))).toString(),
         QApplication::focusWidget());
    qt_handleKeyEvent(window->windowHandle(), QEvent::KeyPress, code, modifiers, text, false, 1);
    qt_handleKeyEvent(window->windowHandle(), QEvent::KeyRelease, code, modifiers, text, false, 1);
}

/// One of everything that can be done, as from the menu.
void Monkey::trigger()
{
    if (QApplication::activeModalWidget() || QApplication::activePopupWidget())
        return;
    const QVector<QAction*>& all = window_->actions().all();
    QAction* action = all[number(int(all.size()))];
    note(QStringLiteral("action ") + action->text(), nullptr);
    if (action->isEnabled())
        QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

void Monkey::drop()
{
    if (QApplication::activeModalWidget() || QApplication::activePopupWidget())
        return;
    note(QStringLiteral("drop"), nullptr);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(photos_[number(int(photos_.size()))])});
    const QPoint at(number(window_->width()), number(window_->height()));
    QWidget* child = window_->childAt(at);
    QWidget* onto = child && child->acceptDrops() ? child : window_.get();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &event);
}

void Monkey::act()
{
    timer_.start(number(longestPause));
    ++actions_;
    if (keepInside(fixture_.folder()))
        return;
    // Somebody quit it: once more, as with the next start.
    if (!window_->isVisible() && !QApplication::activeModalWidget() &&
        !QApplication::activePopupWidget()) {
        openWindow();
        return;
    }
    QWidget* window = target();
    if (!window)
        return;
    QWidget* part = number(4) == 0 ? window : partOf(window);
    const int kind = number(100);
    if (kind < 45)
        click(part);
    else if (kind < 57)
        drag(part);
    else if (kind < 67)
        wheel(part);
    else if (kind < 92)
        key(window);
    else if (kind < 98)
        trigger();
    else
        drop();
}

} // namespace autochrome
