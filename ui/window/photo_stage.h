#pragma once

#include <QWidget>

class QStackedWidget;

namespace autochrome {

class EmptyState;
class MessageStrip;
class PhotoView;
class ProgressStrip;

/// The part of the window that belongs to the photo: the view (or the empty state), progress laid
/// over it, messages too.
class PhotoStage : public QWidget
{
    Q_OBJECT

public:
    explicit PhotoStage(QWidget* parent = nullptr);

    void setEmpty(bool empty);
    /// Shows something else in place of the empty state, over all of it; null: no longer. What was
    /// shown has no parent then.
    void setFiller(QWidget* filler);

    PhotoView* view() const { return view_; }
    EmptyState* emptyState() const { return empty_; }
    MessageStrip* messages() const { return messages_; }
    ProgressStrip* progress() const { return progress_; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void showPage();
    void placeMessages();

    MessageStrip* messages_;
    QStackedWidget* stack_;
    QWidget* filler_ = nullptr;
    bool isEmpty_ = true;
    EmptyState* empty_;
    PhotoView* view_;
    ProgressStrip* progress_;
};

} // namespace autochrome
