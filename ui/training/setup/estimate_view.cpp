#include "ui/training/setup/estimate_view.h"

#include "ui/training/setup/problem_line.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

namespace autochrome {
namespace {

QString inBytes(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

QString inCount(std::int64_t count)
{
    return QLocale().toString(qlonglong(count));
}

} // namespace

QString roughDuration(double seconds)
{
    if (seconds < 90)
        return EstimateView::tr("%1 s").arg(std::max(1, int(std::lround(seconds))));
    const auto minutes = qint64(std::llround(seconds / 60));
    if (minutes < 100)
        return EstimateView::tr("%1 min").arg(minutes);
    if (minutes < qint64(48) * 60)
        return EstimateView::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    const auto hours = qint64(std::llround(seconds / 3600));
    return EstimateView::tr("%n day(s) %1 h", nullptr, int(hours / 24)).arg(hours % 24);
}

EstimateView::EstimateView(QWidget* parent)
    : QWidget(parent),
      note_(new QLabel),
      measure_(new QPushButton),
      bar_(new QProgressBar),
      problems_(new QVBoxLayout)
{
    auto* title = new QLabel(tr("What it takes"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);
    measure_->setAutoDefault(false);
    bar_->setRange(0, 0);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Measuring"));
    bar_->hide();

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const std::array<QString, FigureCount> names{
        tr("Time"),       tr("Steps"), tr("Validations"),  tr("Memory"),
        tr("GPU memory"), tr("Disk"),  tr("Largest batch")};
    for (int i = 0; i < FigureCount; ++i) {
        names_[std::size_t(i)] = new QLabel(names[std::size_t(i)]);
        values_[std::size_t(i)] = new QLabel;
        values_[std::size_t(i)]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        values_[std::size_t(i)]->setWordWrap(true);
        names_[std::size_t(i)]->setBuddy(values_[std::size_t(i)]);
        grid->addWidget(names_[std::size_t(i)], i, 0, Qt::AlignTop);
        grid->addWidget(values_[std::size_t(i)], i, 1);
    }
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(measure_);
    problems_->setSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(bar_);
    layout->addLayout(grid);
    layout->addWidget(note_);
    layout->addLayout(problems_);
    connect(measure_, &QPushButton::clicked, this, [this] {
        if (isMeasuring_)
            Q_EMIT cancelWanted();
        else
            Q_EMIT measureWanted();
    });
    setMeasuring(false);
    setCheck({});
}

void EstimateView::setFigure(Figure figure, const QString& text)
{
    names_[figure]->setVisible(!text.isEmpty());
    values_[figure]->setVisible(!text.isEmpty());
    values_[figure]->setText(text);
}

void EstimateView::setCheck(const SetUpCheck& check)
{
    setProblems(check.problems);
    if (!check.estimate) {
        for (int i = 0; i < FigureCount; ++i)
            setFigure(Figure(i), {});
        note_->setText(tr("This is estimated once there are photos to learn from."));
        return;
    }
    const TrainingEstimate& e = *check.estimate;
    setFigure(Time, tr("about %1").arg(roughDuration(e.seconds)));
    setFigure(Steps,
              tr("%1 of %2 s").arg(inCount(e.steps), QLocale().toString(e.secondsPerStep, 'g', 2)));
    setFigure(Validations, e.validations > 0 ? inCount(e.validations) : tr("none"));
    setFigure(Memory, tr("about %1").arg(inBytes(e.memory)));
    setFigure(GpuMemory, e.gpuMemory > 0 ? tr("about %1").arg(inBytes(e.gpuMemory)) : QString());
    setFigure(Disk, tr("about %1").arg(inBytes(e.disk)));
    setFigure(Batch, e.largestBatch > 0
                         ? tr("%1, with the memory that is free now").arg(inCount(e.largestBatch))
                         : tr("the memory that is free now does not hold even one photo"));
    note_->setText(
        e.isMeasured
            ? tr("Measured on this machine with these settings.")
            : tr("Estimated from a table; measuring takes a few seconds and is more accurate."));
}

void EstimateView::setProblems(const std::vector<SetUpProblem>& problems)
{
    for (ProblemLine* line : lines_)
        line->deleteLater();
    lines_.clear();
    for (const SetUpProblem& problem : problems) {
        auto* line = new ProblemLine(problem);
        lines_.push_back(line);
        problems_->addWidget(line);
        connect(line, &ProblemLine::remedyWanted, this, &EstimateView::remedyWanted);
    }
}

void EstimateView::setMeasuring(bool measuring)
{
    isMeasuring_ = measuring;
    bar_->setVisible(measuring);
    measure_->setText(measuring ? tr("Cancel") : tr("&Measure"));
    measure_->setToolTip(
        measuring
            ? tr("Stop measuring.")
            : tr("Runs a few steps to see how long they take here and how much memory they need."));
    measure_->setEnabled(measuring || isMeasurable_);
}

void EstimateView::setMeasurable(bool measurable)
{
    isMeasurable_ = measurable;
    measure_->setEnabled(isMeasuring_ || measurable);
}

QString EstimateView::text() const
{
    QStringList lines;
    for (std::size_t i = 0; i < FigureCount; ++i)
        if (!values_[i]->text().isEmpty())
            lines << names_[i]->text() + QStringLiteral(": ") + values_[i]->text();
    return lines.join(u'\n');
}

} // namespace autochrome
