#pragma once

#include <QObject>

class QWidget;

namespace autochrome {

class Actions;
class PhotoSession;
class PhotoView;

/// Shows the photo as it was before for as long as a key is held down, which a shortcut cannot
/// know; and for as long as its action is checked.
class BeforeKey : public QObject
{
    Q_OBJECT

public:
    /// @param window  where the key is heard
    BeforeKey(const Actions& actions, const PhotoSession* session, PhotoView* view,
              QWidget* window);

    /// Watches the application.
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void setShowing(bool before);

    const Actions& actions_;
    const PhotoSession* session_;
    PhotoView* view_;
    QWidget* window_;
};

} // namespace autochrome
