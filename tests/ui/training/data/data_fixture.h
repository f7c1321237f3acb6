#pragma once

#include "tests/support/tar_writer.h"
#include "tests/support/varied_photos.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QSettings>
#include <QTemporaryDir>

namespace autochrome::testing {

/// Photos of all kinds in a folder of the test's own, and settings that are nobody's.
class DataFixture
{
public:
    DataFixture()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("autochrome-test"));
        QCoreApplication::setApplicationName(QStringLiteral("data"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, path("settings"));
    }

    QString path(const QString& name) const { return folder_.filePath(name); }

    /// A folder of photos that can be learned from, no two alike, in three folders inside it.
    QString makeGood(const QString& name, int count, int first = 0) const
    {
        for (int i = 0; i < count; ++i)
            writePicture(path(QStringLiteral("%1/year%2/photo%3.png").arg(name).arg(i % 3).arg(i)),
                         variedPhoto(first + i));
        return path(name);
    }

    void makeGrey(const QString& file, int number) const
    {
        cv::Mat grey;
        cv::cvtColor(variedPhoto(number), grey, cv::COLOR_BGR2GRAY);
        writePicture(path(file), grey);
    }

    void makeToned(const QString& file, int number) const
    {
        cv::Mat grey, bgr;
        cv::cvtColor(variedPhoto(number), grey, cv::COLOR_BGR2GRAY);
        cv::cvtColor(grey, bgr, cv::COLOR_GRAY2BGR);
        cv::multiply(bgr, cv::Scalar(0.6, 0.8, 1), bgr);
        writePicture(path(file), bgr);
    }

    /// 24 good photos, one of them twice and one of them smaller, and one of each bad kind.
    QString makeMixed(const QString& name) const
    {
        const QString folder = makeGood(name, 24);
        QFile::copy(folder + "/year0/photo0.png", folder + "/year1/the-same.png");
        cv::Mat half;
        cv::resize(variedPhoto(2), half, {}, 0.5, 0.5, cv::INTER_AREA);
        writePicture(folder + "/year1/smaller.jpg", half, 80);
        makeGrey(name + "/grey.png", 100);
        makeToned(name + "/sepia.png", 101);
        writePicture(folder + "/tiny.png", variedPhoto(102, 40, 30));
        writeBytes(folder + "/broken.jpg", "\xFF\xD8\xFF\xE0 no picture");
        return folder;
    }

    /// The files of a folder in a tar archive beside it.
    static QString archive(const QString& folder)
    {
        QByteArray content;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                content += tarMember(QDir(folder).relativeFilePath(file.fileName()).toStdString(),
                                     file.readAll());
        }
        writeBytes(folder + ".tar", content + tarEnd());
        return folder + ".tar";
    }

    static QStringList linesOf(const QString& list)
    {
        QFile file(list);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
    }

private:
    QTemporaryDir folder_;
};

} // namespace autochrome::testing
