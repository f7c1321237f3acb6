#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QStringList>

class QMenu;
class QWidget;

namespace autochrome {

class Actions;
class EmptyState;
class MessageStrip;
class PhotoDocument;
class PhotoSession;
class PhotoStage;
class RecentFiles;
class RecentMenu;

/// Opens photos by every way that there is (dialog, menu of the recent ones, sample, dropped
/// files), says what could not be opened, and goes from one open photo to another.
class PhotoOpener : public QObject
{
    Q_OBJECT

public:
    /// @param window  parent of the dialog, where photos can be dropped
    PhotoOpener(const Actions& actions, PhotoSession* session, const PhotoStage* stage,
                QWidget* window);

    /// Opens photos and folders of photos.
    void open(const QStringList& paths);
    QMenu* recentMenu() const;

    /// After the photo that is shown, or the number of open ones, changed.
    void refresh();

    /// Watches what is dropped onto the window.
    bool eventFilter(QObject* object, QEvent* event) override;

Q_SIGNALS:
    /// All photos are open of what was ordered, with a folder among it.
    void folderOpened(const QStringList& ordered);

private:
    void connectActions();
    void follow(PhotoDocument* document);
    void openWithDialog();
    void openSample();
    void onOpened(const QStringList& ordered, int found, bool hadFolder);
    void onFailed(const QString& path, const Error& error);

    const Actions& actions_;
    PhotoSession* session_;
    EmptyState* empty_;
    MessageStrip* messages_;
    QWidget* window_;
    RecentFiles* recent_;
    RecentMenu* recentMenu_;
};

} // namespace autochrome
