#pragma once

#include <QObject>

namespace autochrome {

class Actions;
class PhotoSession;
class PhotoView;

/// How the photo is looked at: how "before" and "after" are compared, and how large.
class ViewActions : public QObject
{
    Q_OBJECT

public:
    ViewActions(Actions& actions, const PhotoSession* session, PhotoView* view, QObject* parent);

    /// As it was when the window was closed.
    void restore();
    void remember() const;
    /// Whether keys alone do something, as Actions has it.
    void setSingleKeys(bool on);
    /// After another photo is shown, or none.
    void refresh();

private:
    void connectCompareModes();

    Actions& actions_;
    const PhotoSession* session_;
    PhotoView* view_;
};

} // namespace autochrome
