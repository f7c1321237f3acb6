#pragma once

#include "ui/document/work.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace autochrome {

/// The slim bar over the photo that says what is being done and offers to cancel it. What is done
/// in a blink does not show.
class ProgressStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    /// Follows a piece of work; nothing: hides.
    void setWork(const std::optional<Work>& work);
    const std::optional<Work>& work() const { return work_; }
    void setTop(int top); ///< of the parent, which something else lies on too

    QPushButton* cancelButton() const { return cancel_; }

Q_SIGNALS:
    void cancelRequested();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void place();

    std::optional<Work> work_;
    int top_ = 0;
    QTimer timer_;
    QElapsedTimer sinceStart_;
    QLabel* activity_;
    QProgressBar* bar_;
    QPushButton* cancel_;
};

} // namespace autochrome
