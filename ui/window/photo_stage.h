#pragma once

#include <QWidget>

class QStackedWidget;

namespace autochrome {

class EmptyState;
class MessageStrip;
class PhotoView;
class ProgressStrip;

/// The part of the window that belongs to the photo: the view (or the empty state), progress laid
/// over it, messages above it.
class PhotoStage : public QWidget
{
    Q_OBJECT

public:
    explicit PhotoStage(QWidget* parent = nullptr);

    void setEmpty(bool empty);

    PhotoView* view() const { return view_; }
    EmptyState* emptyState() const { return empty_; }
    MessageStrip* messages() const { return messages_; }
    ProgressStrip* progress() const { return progress_; }

private:
    MessageStrip* messages_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    PhotoView* view_;
    ProgressStrip* progress_;
};

} // namespace autochrome
