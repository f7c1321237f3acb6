#include "tests/ui/window/keyboard_focus.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QSet>
#include <QWidget>
#include <QtTest>
#include <functional>

namespace autochrome {

namespace {

constexpr int mostStops = 400;
constexpr int mostLinks = 30;       // in one text
constexpr int plainDifference = 40; // of 255, in one channel: seen at a glance
constexpr int around = 3;           // pixels that a mark may lie outside
constexpr int settling = 1000;      // milliseconds

QString placeOf(const QWidget* widget)
{
    QStringList names;
    for (; widget; widget = widget->parentWidget()) {
        if (widget->metaObject() != &QWidget::staticMetaObject)
            names.prepend(QString::fromLatin1(widget->metaObject()->className())
                              .remove(QStringLiteral("autochrome::")));
        if (widget->isWindow())
            break;
    }
    return names.join(QStringLiteral(" > "));
}

QString nameOf(const QWidget* widget)
{
    QAccessibleInterface* face =
        QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    return QStringLiteral("“%1” (%2)").arg(face->text(QAccessible::Name), placeOf(widget));
}

bool isStop(const QWidget* widget, const QWidget* window)
{
    return widget->window() == window && widget->isVisible() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->size().isEmpty() &&
           !widget->focusProxy();
}

QSet<QWidget*> stopsOf(QWidget* window)
{
    QSet<QWidget*> stops;
    for (QWidget* widget : window->findChildren<QWidget*>())
        if (isStop(widget, window))
            stops << widget;
    return stops;
}

bool activate(QWidget* window)
{
    if (window->windowType() == Qt::Popup) // takes the keys without being active
        return true;
    window->activateWindow();
    return QTest::qWaitFor([&] { return QApplication::activeWindow() == window; });
}

/// The stops in the order of the Tab key, each once.
/// @param visit  what is done at each
QVector<QWidget*> tabbed(QWidget* window, QStringList* faults,
                         const std::function<void(QWidget*)>& visit)
{
    QVector<QWidget*> order;
    QSet<QWidget*> reached;
    int stays = 0; // a text goes from link to link
    for (int i = 0; i < mostStops; ++i) {
        QWidget* before = QApplication::focusWidget();
        QTest::keyClick(before ? before : window, Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (!now || now->window() != window) {
            *faults << QStringLiteral("Tab leaves the window at ") +
                           (before ? nameOf(before) : QStringLiteral("its beginning"));
            return order;
        }
        if (now == before && stopsOf(window).size() > 1) {
            if (++stays > mostLinks) {
                *faults << QStringLiteral("Tab does not leave ") + nameOf(now);
                return order;
            }
            continue;
        }
        stays = 0;
        if (reached.contains(now))
            return order;
        reached << now;
        order << now;
        visit(now);
    }
    *faults << QStringLiteral("Tab does not come round");
    return order;
}

/// What is seen of a widget, in its window.
QRect seenRect(const QWidget* widget, const QWidget* window)
{
    QRect seen = widget->rect();
    for (; widget != window; widget = widget->parentWidget())
        seen = seen.translated(widget->pos()) & widget->parentWidget()->rect();
    return seen;
}

int differentPixels(const QImage& one, const QImage& other)
{
    int count = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            const int most = std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                       std::abs(qBlue(a) - qBlue(b))});
            count += most >= plainDifference;
        }
    }
    return count;
}

} // namespace

QStringList faultsOfTabRing(QWidget* window)
{
    QStringList faults;
    if (!activate(window))
        return {QStringLiteral("the window does not become active")};
    const QVector<QWidget*> order = tabbed(window, &faults, [](QWidget*) {});
    for (QWidget* stop : stopsOf(window))
        if (!order.contains(stop))
            faults << QStringLiteral("Tab never reaches ") + nameOf(stop);
    return faults;
}

QStringList faultsOfFocusMark(QWidget* window)
{
    QStringList faults;
    if (!activate(window))
        return {QStringLiteral("the window does not become active")};
    QStringList ignored; // they are the ring's
    tabbed(window, &ignored, [&](QWidget* stop) {
        QCoreApplication::processEvents();
        // Panels that are filled meanwhile are laid out in several rounds.
        const bool isSeen =
            QTest::qWaitFor([&] { return !seenRect(stop, window).isEmpty(); }, settling);
        const QRect seen = seenRect(stop, window);
        if (!isSeen) {
            faults << QStringLiteral("out of sight with the focus: ") + nameOf(stop);
            return;
        }
        const QRect part = seen.adjusted(-around, -around, around, around) & window->rect();
        const QImage with = window->grab(part).toImage();
        stop->clearFocus();
        QCoreApplication::processEvents();
        const QImage without = window->grab(part).toImage();
        stop->setFocus(Qt::TabFocusReason);
        // A caret is no mark: at least a line along the half of what is seen.
        const int wanted = (seen.width() + seen.height()) / 2;
        if (const int found = differentPixels(with, without); found < wanted)
            faults << QStringLiteral("no mark of the focus (%1 of %2 pixels) on ")
                              .arg(found)
                              .arg(wanted) +
                          nameOf(stop);
    });
    return faults;
}

} // namespace autochrome
