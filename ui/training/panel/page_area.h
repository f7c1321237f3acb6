#pragma once

#include <QScrollArea>

namespace autochrome {

/// A page that scrolls downwards only: it is never narrower than what it shows now.
class PageArea : public QScrollArea
{
public:
    PageArea(QWidget* page, const QString& name);

    bool eventFilter(QObject* object, QEvent* event) override;
    QSize minimumSizeHint() const override;
};

} // namespace autochrome
