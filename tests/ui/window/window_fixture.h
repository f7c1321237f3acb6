#pragma once

#include <QColor>
#include <QSize>
#include <QString>
#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace autochrome {

class MainWindow;
class PhotoSession;

/// A home of the test's own: settings, recent files and models go to a temporary folder, never to
/// the person's. Make one before anything of the window.
class WindowFixture
{
public:
    enum class Models { None, RandomOne };

    explicit WindowFixture(Models models = Models::RandomOne);
    ~WindowFixture();

    QString folder() const { return folder_.path(); }

    /// Writes a photo with soft shapes and returns its path. `name` decides on the format.
    /// @param type  CV_8UC1, CV_8UC3 or CV_16UC1
    QString makePhoto(const QString& name, int width = 96, int height = 64, int type = 0) const;

    /// Writes a photo of one strong colour, which no network makes, and returns its path.
    QString makeResult(const QString& name, int width = 96, int height = 64) const;
    static QColor resultColour() { return {200, 60, 20}; }

    /// A text file with the name of a photo.
    QString makeBrokenPhoto(const QString& name) const;

    static QByteArray contentOf(const QString& path);

private:
    QTemporaryDir folder_;
};

/// Lets a session open photos and folders, waits until they are, and says how many were found.
int openPhotos(PhotoSession& session, const QStringList& paths);

/// Whether the window shows a coloured photo and nothing is being done.
bool isColoured(const MainWindow& window);

/// Lets a window with this fixture open a photo and waits until it is coloured.
std::unique_ptr<MainWindow> openWindow(const QStringList& paths, QSize size = {1000, 700});

} // namespace autochrome
