#pragma once

#include <QWidget>

class QPushButton;

namespace autochrome {

/// What the window shows while no photo is open: one place to drop, one sentence, two buttons.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setSampleAvailable(bool available);
    void setDropHighlighted(bool highlighted); ///< while photos hover over the window

    QPushButton* openButton() const { return open_; }
    QPushButton* sampleButton() const { return sample_; }

Q_SIGNALS:
    void openRequested();
    void sampleRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* target_;
    QPushButton* open_;
    QPushButton* sample_;
    bool highlighted_ = false;
};

} // namespace autochrome
