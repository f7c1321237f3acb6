#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace autochrome {

/// What the window shows while no photo is open: one place to drop, one sentence, two buttons.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    void setSampleAvailable(bool available);
    void setDropHighlighted(bool highlighted); ///< while photos hover over the window

    QSize minimumSizeHint() const override;

    QPushButton* openButton() const { return open_; }
    QPushButton* sampleButton() const { return sample_; }

Q_SIGNALS:
    void openRequested();
    void sampleRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int heightWanted(bool roomy) const;

    QWidget* target_;
    QVBoxLayout* inside_;
    QWidget* icon_;
    QLabel* sentence_;
    QPushButton* open_;
    QPushButton* sample_;
    bool highlighted_ = false;
};

} // namespace autochrome
