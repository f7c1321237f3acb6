#pragma once

#include "ui/training/setup/set_up_check.h"

#include <QWidget>
#include <array>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace autochrome {

class ProblemLine;

/// What a training takes and what is in its way, with a button that measures it.
class EstimateView : public QWidget
{
    Q_OBJECT

public:
    explicit EstimateView(QWidget* parent = nullptr);

    void setCheck(const SetUpCheck& check);
    void setMeasuring(bool measuring);
    void setMeasurable(bool measurable); ///< whether there is anything to measure with

    QPushButton* measureButton() const { return measure_; }
    const std::vector<ProblemLine*>& problemLines() const { return lines_; }
    /// All figures as one text, for tests and for those who hear the window.
    QString text() const;

Q_SIGNALS:
    void measureWanted();
    void cancelWanted();
    void remedyWanted(const SetUpProblem& problem);

private:
    enum Figure { Time, Steps, Validations, Memory, GpuMemory, Disk, Batch, FigureCount };

    void setFigure(Figure figure, const QString& text);
    void setProblems(const std::vector<SetUpProblem>& problems);

    std::array<QLabel*, FigureCount> names_{};
    std::array<QLabel*, FigureCount> values_{};
    QLabel* note_;
    QPushButton* measure_;
    QProgressBar* bar_;
    QVBoxLayout* problems_;
    std::vector<ProblemLine*> lines_;
    bool isMeasuring_ = false;
    bool isMeasurable_ = false;
};

/// "40 s", "12 min", "3 h 20 min", "2 days 4 h".
QString roughDuration(double seconds);

} // namespace autochrome
