#pragma once

#include "ui/document/export_job.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QVector>
#include <optional>

class QThreadPool;
class QWidget;

namespace autochrome {

class Actions;
class BatchService;
class ExportDialog;
class MessageStrip;
class PhotoDocument;
class PhotoSession;

/// Saves results of the window as new files: a dialog for each photo, the work, and what came of
/// it.
class PhotoExports : public QObject
{
    Q_OBJECT

public:
    /// @param queue   whose photos are never written to
    /// @param window  parent of the dialogs
    PhotoExports(Actions& actions, PhotoSession* session, const BatchService* queue,
                 MessageStrip* messages, QThreadPool* pool, QWidget* window);
    ~PhotoExports() override; ///< nobody wants what is being saved any more

    ExportDialog* dialog() const;     ///< of the photo that is shown; null while none is open
    std::optional<Work> work() const; ///< of the first that is being saved
    QStringList unfinished() const;   ///< names of the files that are being saved

    /// After the photo that is shown, or its settings, changed.
    void refresh();

Q_SIGNALS:
    void workChanged();
    void saved(); ///< a photo, which knows that now
    void failed(const QString& sentence);

private:
    void showDialog();
    void start(const ExportRequest& order);
    void tellSuccess(const ExportRequest& request, const WrittenPhoto& written);
    void tellFailure(const ExportRequest& request, const Error& error);

    Actions& actions_;
    PhotoSession* session_;
    const BatchService* queue_;
    MessageStrip* messages_;
    QThreadPool* pool_;
    QWidget* window_;
    QHash<PhotoDocument*, QPointer<ExportDialog>> dialogs_;
    QVector<QPointer<ExportJob>> jobs_;
};

} // namespace autochrome
