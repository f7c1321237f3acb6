#pragma once

#include "ui/training/data/photo_surveyor.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace autochrome {

/// How the photos are parted into those to learn from and those to check with, and what that gives.
class SplitChooser : public QWidget
{
    Q_OBJECT

public:
    static constexpr int leastShare = 5; ///< percent of the usable photos, for checking
    static constexpr int mostShare = 30;

    explicit SplitChooser(QWidget* parent = nullptr); ///< as it was last time

    SplitSettings settings() const;

    /// Whether there is anything to choose: not with photos that were published in two parts.
    void setChoosable(bool choosable);

    void showSplit(const TrainSplit& split);
    void showSentence(const QString& sentence); ///< in the place of the counts

    QComboBox* wayBox() const { return way_; }
    QSpinBox* shareField() const { return share_; }
    QSlider* shareSlider() const { return slider_; }
    QLabel* resultLabel() const { return result_; }

Q_SIGNALS:
    void changed(); ///< by the person

private:
    void onChanged();

    QWidget* choices_;
    QComboBox* way_;
    QSpinBox* share_;
    QSlider* slider_;
    QLabel* result_;
};

} // namespace autochrome
