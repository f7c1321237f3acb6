#pragma once

#include "ui/training/figures/colour_statistics.h"
#include "ui/training/figures/figure_painter.h"

#include <QWidget>
#include <array>

namespace autochrome {

class FigureView;
class SliderRow;

/// The three figures on a data set's colours side by side, wrapped where it is narrow: the colours
/// at L* = 50 with the bins, the colour prior, and the weight of each colour at the lambda of the
/// slider below it. Best inside a QScrollArea: its height follows from its width.
class ColourFigures : public QWidget
{
    Q_OBJECT

public:
    explicit ColourFigures(QWidget* parent = nullptr);

    /// Counts over ColourBins::srgb(); of another size, or without any count, it clears the
    /// figures.
    void setHistogram(const std::vector<double>& histogram);

    /// A smoothed prior over ColourBins::srgb(), such as a model's; of another size it clears.
    void setPrior(std::vector<float> prior);

    double lambda() const { return statistics_.lambda(); }
    void setLambda(double lambda); ///< 0 to 1; without lambdaChanged()

    const ColourStatistics& statistics() const { return statistics_; }
    FigureView* view(FigureKind kind) const { return views_[std::size_t(kind)]; }
    SliderRow* lambdaRow() const { return lambdaRow_; }

Q_SIGNALS:
    void lambdaChanged(double lambda); ///< by the person
    void figureSaved(const QString& path);
    void figureFailed(const QString& sentence); ///< a figure could not be saved

private:
    void take(ColourStatistics statistics);

    ColourStatistics statistics_;
    std::array<FigureView*, 3> views_{};
    SliderRow* lambdaRow_;
};

} // namespace autochrome
