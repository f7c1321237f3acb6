#pragma once

#include "ui/crop/frame_draft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace autochrome {

class SliderRow;

/// What the panel offers while a frame is drawn: ratio, angle, a line to level by, free corners,
/// and the end of it.
class CropSection : public QWidget
{
    Q_OBJECT

public:
    explicit CropSection(QWidget* parent = nullptr);

    void show(const FrameDraft& draft);
    void setDrawsLine(bool on);
    /// A sentence, as why no edge was found; empty: none.
    void tell(const QString& sentence);

Q_SIGNALS:
    void ratioWanted(double ratio); ///< width by height, 0: free
    void degreesWanted(double degrees);
    void lineWanted(bool on);
    void freeCornersWanted(bool on);
    void wholeWanted();
    void printWanted(); ///< the frame is to go to the print's edge
    void levelWanted(); ///< the photo is to be straightened by what is seen
    void accepted();
    void cancelled();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillRatios(double ofPhoto);

    QComboBox* ratio_;
    SliderRow* angle_;
    QPushButton* line_;
    QCheckBox* freeCorners_;
    QPushButton* whole_;
    QLabel* size_;
    QLabel* told_;
    double photoRatio_ = 0;
};

} // namespace autochrome
