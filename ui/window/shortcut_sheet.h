#pragma once

#include "ui/window/text_window.h"

#include <QVector>

class QMenu;
class QMenuBar;

namespace autochrome {

/// Every action of a menu bar that has keys, menu by menu, in two columns where there is room.
class ShortcutSheet : public TextWindow
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const QMenuBar* bar, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Group
    {
        QString html;
        int lines = 0;
        int names = 0; ///< width of the widest
        int keys = 0;
    };

    void addRows(const QMenu* menu, Group& group) const;
    void layOut(int columns);

    QVector<Group> groups_;
    int columns_ = 0;
    int widthOfTwo_ = 0; ///< that two columns take
};

} // namespace autochrome
