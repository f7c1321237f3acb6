#pragma once

#include "core/queue/job.h"

#include <QFrame>
#include <QList>
#include <QSet>
#include <functional>
#include <vector>

class QComboBox;
class QToolBar;
class QLabel;
class QLineEdit;
class QProgressBar;
class QStackedLayout;
class QTableView;

namespace autochrome::inline queue {
class Journal;
struct RunSummary;
} // namespace autochrome::inline queue

namespace autochrome {

class BatchService;
class DesktopNotifier;
class JobFollower;
class JobTableModel;

/// The queue in the window: which batch, a search, the photos with their state, and how far the
/// whole is. Photos and folders that are dropped on it are added.
class BatchPanel : public QFrame
{
    Q_OBJECT

public:
    explicit BatchPanel(BatchService* service, QWidget* parent = nullptr);

    /// Buttons above the table, and what its rows offer in their menu.
    void useActions(const QList<QAction*>& buttons, const QList<QAction*>& ofRows);

    QSize sizeHint() const override;

    BatchService* service() const { return service_; }
    JobTableModel* model() const { return model_; }
    QTableView* table() const { return table_; }
    QComboBox* batches() const { return batches_; }
    QComboBox* states() const { return states_; }
    QLineEdit* search() const { return search_; }
    QLabel* totals() const { return totals_; }
    QLabel* empty() const { return empty_; } ///< in place of photos: why there are none
    JobFollower* follower() const { return follower_; }

    std::vector<JobId> selection() const;  ///< in the order of the list
    bool hasSelection() const;             ///< quickly, however many there are
    QSet<JobState> selectedStates() const; ///< likewise
    void select(const std::vector<JobId>& jobs);
    BatchId currentBatch() const; ///< the one that is listed, or of the first selected; 0: none
    bool hasEndedBatch() const;   ///< clearEnded() has something to clear

    // What is done to the selected photos.
    void pauseSelected();
    void resumeSelected();
    void cancelSelected();
    void retrySelected();
    enum class Move { First, Up, Down, Last };
    void moveSelected(Move where);
    /// Puts the photos before or after one of their batch.
    void moveBeside(const std::vector<JobId>& jobs, JobId neighbour, bool after);
    /// The photos of the current batch are worked on before those of all others.
    void preferBatch();
    // And to the batch that is listed, or to all.
    void retryFailed();
    void clearEnded();
    /// Writes the report of the current batch and says where.
    void writeReport(const QString& folder);
    bool isWritingReport() const { return reports_ > 0; }

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
    void build();
    void connectService();
    void addRowActions();
    void openRow(const QModelIndex& index);
    void refilter();
    void showEmpty();
    void showBatches();
    void showTotals();
    void
    changeSelected(std::function<Result<std::int64_t>(Journal&, const std::vector<JobId>&)> what);
    void onFinished(const RunSummary& summary);

    BatchService* service_;
    DesktopNotifier* desktop_;
    JobTableModel* model_;
    QComboBox* batches_;
    QComboBox* states_;
    QLineEdit* search_;
    QTableView* table_;
    JobFollower* follower_;
    QStackedLayout* pages_ = nullptr; ///< the table, or why it is empty
    QLabel* empty_;
    QProgressBar* bar_;
    QLabel* totals_;
    QToolBar* buttons_;
    int reports_ = 0; ///< that are being written
};

} // namespace autochrome
