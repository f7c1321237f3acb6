#pragma once

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace autochrome {

class JobTable;

/// The photos of the queue, or in their place why none is listed.
class JobList : public QWidget
{
    Q_OBJECT

public:
    explicit JobList(JobTable* table);

private:
    QString whyEmpty() const;
    void refresh();

    JobTable* table_;
    QLabel* empty_;
    QStackedLayout* pages_;
};

} // namespace autochrome
