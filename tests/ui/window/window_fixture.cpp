#include "tests/ui/window/window_fixture.h"

#include "tests/support/make_model.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/window/main_window.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace autochrome {

namespace {

/// Made once for all tests of a program; it takes a while.
QString sharedModel()
{
    static const QTemporaryDir folder;
    static const QString path =
        QString::fromStdString(makeTestModel(folder.path().toStdString()).string());
    return path;
}

} // namespace

WindowFixture::WindowFixture(Models models)
{
    if (!folder_.isValid())
        throw std::runtime_error("no temporary folder");
    const QDir home(folder_.path());
    for (const char* name : {"config", "data", "models", "photos"})
        home.mkpath(QLatin1String(name));
    qputenv("HOME", QFile::encodeName(folder_.path()));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath("config")));
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath("data")));
    qputenv("XDG_DATA_DIRS", QFile::encodeName(home.filePath("data")));
    qputenv("AUTOCHROME_QUEUE", QFile::encodeName(home.filePath("queue.sqlite")));
    qputenv("AUTOCHROME_MODELS", QFile::encodeName(home.filePath("models")));
    QCoreApplication::setOrganizationName("autochrome");
    QCoreApplication::setApplicationName("autochrome");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.filePath("config"));
    QSettings().clear();
    if (models == Models::RandomOne)
        QFile::link(sharedModel(), home.filePath("models/test-model.safetensors"));
}

WindowFixture::~WindowFixture() = default;

QString WindowFixture::makePhoto(const QString& name, int width, int height, int type) const
{
    cv::Mat picture(height, width, CV_8UC1);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            picture.at<uchar>(y, x) = uchar(40 + 120 * y / height + 60 * x / width);
    }
    cv::circle(picture, {width / 2, height / 2}, std::max(1, height / 4), cv::Scalar(220), -1);
    if (CV_MAT_DEPTH(type) == CV_16U)
        picture.convertTo(picture, CV_16U, 257);
    if (CV_MAT_CN(type) == 3)
        cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
    const QString path = QDir(folder_.path()).filePath("photos/" + name);
    if (!cv::imwrite(path.toStdString(), picture))
        throw std::runtime_error("cannot write " + path.toStdString());
    return path;
}

QString WindowFixture::makeResult(const QString& name, int width, int height) const
{
    const QColor colour = resultColour();
    const cv::Mat picture(height, width, CV_8UC3,
                          cv::Scalar(colour.blue(), colour.green(), colour.red()));
    const QString path = QDir(folder_.path()).filePath("photos/" + name);
    if (!cv::imwrite(path.toStdString(), picture))
        throw std::runtime_error("cannot write " + path.toStdString());
    return path;
}

QString WindowFixture::makeBrokenPhoto(const QString& name) const
{
    const QString path = QDir(folder_.path()).filePath("photos/" + name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error("cannot write " + path.toStdString());
    file.write("This is a letter, not a photo.\n");
    return path;
}

QByteArray WindowFixture::contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int openPhotos(PhotoSession& session, const QStringList& paths)
{
    QSignalSpy opened(&session, &PhotoSession::opened);
    session.open(paths);
    if (!QTest::qWaitFor([&] { return !opened.isEmpty(); }, 30000))
        throw std::runtime_error("the photos were not opened");
    return opened.front()[1].toInt();
}

bool isColoured(const MainWindow& window)
{
    const PhotoDocument* document = window.session()->shown();
    return document && document == window.session()->wanted() && document->rendering() &&
           !document->work();
}

std::unique_ptr<MainWindow> openWindow(const QStringList& paths, QSize size)
{
    auto window = std::make_unique<MainWindow>();
    window->resize(size);
    window->show();
    window->openFiles(paths);
    if (!QTest::qWaitFor([&] { return isColoured(*window); }, 60000))
        throw std::runtime_error("the photo was not coloured");
    return window;
}

} // namespace autochrome
