#pragma once

#include "core/queue/job.h"
#include "ui/queue/queue_edits.h"

#include <QFrame>
#include <QList>
#include <vector>

class QToolBar;

namespace autochrome {

class BatchService;
class JobFollower;
class JobTable;
class JobTableModel;
class QueueFilterBar;
class QueueReports;
struct JobRow;

/// The queue in the window: which batch, a search, the photos with their state, and how far the
/// whole is. Photos and folders that are dropped on it are added.
class BatchPanel : public QFrame
{
    Q_OBJECT

public:
    explicit BatchPanel(BatchService* service, QWidget* parent = nullptr);

    /// Buttons above the table, and what its rows offer in their menu.
    void useActions(const QList<QAction*>& buttons, const QList<QAction*>& ofRows);

    BatchService* service() const { return service_; }
    JobTableModel* model() const { return model_; }
    JobTable* table() const { return table_; }
    QueueEdits& edits() { return edits_; }

    BatchId listedBatch() const;  ///< 0: photos of all are listed
    BatchId currentBatch() const; ///< the one that is listed, or of the first selected; 0: none
    /// Whether QueueEdits::clearEnded() has something to forget of what is listed.
    bool hasEndedBatch() const;

    /// Writes the report of the current batch; reported() or problem() says what came of it.
    void writeReport(const QString& folder);
    bool isWritingReport() const;

Q_SIGNALS:
    void opened(const QString& source, const QString& result); ///< double click; result may be ""
    void dropped(const QStringList& paths);
    void folderWanted(const QString& file); ///< where it lies is to be shown
    void stateChanged(); ///< what can be done has changed: selection, counts, activity
    void reported(const QString& folder);
    void problem(const QString& sentence, const QString& detail);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void layOut();
    void connectParts();
    void connectService();
    void setRows(const std::vector<JobRow>& rows);

    BatchService* service_;
    QueueEdits edits_;
    QueueReports* reports_;
    JobTableModel* model_;
    QueueFilterBar* filter_;
    QToolBar* buttons_;
    JobTable* table_;
    JobFollower* follower_;
};

} // namespace autochrome
