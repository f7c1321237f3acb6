#pragma once

#include <QObject>

namespace autochrome::inline queue {
struct RunSummary;
} // namespace autochrome::inline queue

namespace autochrome {

class BatchService;
class DesktopNotifier;
class JobTableModel;

/// Tells of the queue to those who do not look at its list: the desktop how far it is and that it
/// has ended, the window what went wrong.
class QueueNews : public QObject
{
    Q_OBJECT

public:
    QueueNews(const BatchService* service, const JobTableModel* model, DesktopNotifier* desktop,
              QObject* parent = nullptr);

Q_SIGNALS:
    void problem(const QString& sentence, const QString& detail);

private:
    void showProgress();
    void tellEnd(const RunSummary& summary);

    const BatchService* service_;
    const JobTableModel* model_;
    DesktopNotifier* desktop_;
};

} // namespace autochrome
