#pragma once

#include <QMap>
#include <QPoint>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <memory>
#include <random>

class QWidget;
class QWindow;

namespace autochrome {

class MainWindow;
class StallWatch;
class WindowFixture;

/// Clicks, drags, turns the wheel, hits keys and drops files on the real window, at random, as fast
/// as it follows. Events go in where the desktop's do, so that open dialogs and menus get them.
/// Files to choose are asked for by Qt's own dialogs, which are kept within the sandbox.
class Monkey : public QObject
{
public:
    Monkey(unsigned seed, const WindowFixture& fixture, const QStringList& photos,
           StallWatch* watch);
    ~Monkey() override;

    void start();
    /// Does nothing more, closes what is open in front of the window, and ends the event loop.
    void stop();
    /// Takes the window away; when the event loop has ended, for a dialog may live in it.
    void closeWindow();

    long actions() const { return actions_; }
    int windows() const { return windows_; } ///< main windows opened, one after the other
    /// How often each kind of dialog was seen.
    QStringList dialogsSeen() const;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void openWindow();
    void act();
    QWidget* target();
    QWidget* partOf(QWidget* window);
    QPoint placeIn(QWidget* widget);
    void click(QWidget* widget);
    void drag(QWidget* widget);
    void wheel(QWidget* widget);
    void key(QWidget* window);
    void trigger();
    void drop();
    void mouse(QWidget* window, QPoint at, int type, Qt::MouseButton button,
               Qt::MouseButtons state);
    void note(const QString& what, const QWidget* widget);
    int number(int below) { return int(random_() % unsigned(below)); }

    std::mt19937 random_;
    const WindowFixture& fixture_;
    QStringList photos_;
    StallWatch* watch_;
    std::unique_ptr<MainWindow> window_;
    QTimer timer_;
    QMap<QString, int> dialogs_;
    long actions_ = 0;
    int windows_ = 0;
};

} // namespace autochrome
