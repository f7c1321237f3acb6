#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace autochrome {

class BatchService;
class JobTableModel;

/// How far the photos of the listed batch are: in words and as a bar.
class QueueTotals : public QWidget
{
    Q_OBJECT

public:
    QueueTotals(const BatchService* service, const JobTableModel* model);

private:
    QString inWords() const;
    void refresh();

    const BatchService* service_;
    const JobTableModel* model_;
    QLabel* words_;
    QProgressBar* bar_;
};

} // namespace autochrome
