#pragma once

#include <QKeySequence>
#include <QObject>
#include <functional>

class QAction;

namespace autochrome {

class JobTable;
struct JobRow;

/// What the table of photos offers for the one that is looked at: in its menu, by keys that are its
/// own, and by a double click. It only makes sense with the table in hand.
class JobRowActions : public QObject
{
    Q_OBJECT

public:
    /// @param table  gets the actions; becomes the parent
    explicit JobRowActions(JobTable* table);

Q_SIGNALS:
    void opened(const QString& source, const QString& result); ///< result may be ""
    void folderWanted(const QString& file);                    ///< where it lies is to be shown

private:
    QAction* add(const char* icon, const QString& text, const QKeySequence& key,
                 const std::function<void()>& what);
    void open(const JobRow* row);
    void copyMessages() const;
    void refresh();

    JobTable* table_;
    QAction* showResult_ = nullptr;
    QAction* showPhoto_ = nullptr;
};

} // namespace autochrome
