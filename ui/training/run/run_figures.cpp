#include "ui/training/run/run_figures.h"

#include "ui/training/run/run_words.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QStringList>
#include <algorithm>

namespace autochrome {
namespace {

constexpr int mostColumns = 3;
constexpr int charactersPerColumn = 40;

QString count(qint64 value)
{
    return QLocale().toString(value);
}

QString real(double value, char format, int digits)
{
    return QLocale().toString(value, format, digits);
}

/// How much of it there is to come, if that is known.
QString ofAll(const QString& now, const QString& all)
{
    return all.isEmpty() ? now : RunFigures::tr("%1 of %2").arg(now, all);
}

} // namespace

RunFigures::RunFigures(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSizeConstraint(QLayout::SetNoConstraint); // its columns follow the width
    grid_->setHorizontalSpacing(10);
    grid_->setVerticalSpacing(4);
    setAccessibleName(tr("Figures of the training"));
    const QStringList names{tr("Step"),
                            tr("Epoch"),
                            tr("Photos seen"),
                            tr("Photos per second"),
                            tr("Waiting for photos"),
                            tr("Loss"),
                            tr("Cross entropy"),
                            tr("Regression"),
                            tr("Photo error"),
                            tr("Gradient"),
                            tr("Last gain"),
                            tr("Learning rate"),
                            tr("Photos at a time"),
                            tr("Memory"),
                            tr("GPU memory"),
                            tr("Runs on"),
                            tr("Left out")};
    Q_ASSERT(names.size() == FigureCount);
    for (const QString& name : names) {
        Pair pair{new QLabel(name, this), new QLabel(this)};
        pair.value->setTextFormat(Qt::PlainText);
        pair.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        pair.name->setBuddy(pair.value); // read together by a screen reader
        pair.name->setForegroundRole(QPalette::PlaceholderText);
        pair.name->hide();
        pair.value->hide();
        pairs_.push_back(pair);
    }
    pairs_[PassedOver].value->setWordWrap(true); // may be four reasons
}

void RunFigures::set(Figure figure, const QString& text, const QString& help)
{
    const Pair& pair = pairs_[figure];
    pair.value->setText(text);
    for (QLabel* label : {pair.name, pair.value})
        label->setToolTip(help);
}

void RunFigures::setState(const RunState& state, std::optional<double> gain)
{
    const TrainingStatus& s = state.status;
    const bool began =
        state.presence == RunState::Presence::Begun || state.presence == RunState::Presence::Gone;
    const bool steps = began && s.step > 0;
    const bool measured = steps && s.batchSize > 0 && s.learningRate > 0;
    const bool runs = state.isRunning();
    const auto when = [](bool known, const QString& text) { return known ? text : QString(); };

    set(Step,
        when(steps, ofAll(count(s.step), s.totalSteps > 0 ? count(s.totalSteps) : QString())));
    const double epochs = state.run && s.totalMinutes <= 0 && state.run->settings.steps <= 0
                              ? state.run->settings.epochs
                              : 0;
    set(Epoch,
        when(steps && s.photos > 0, ofAll(real(RunWords::epoch(state), 'f', 1),
                                          epochs > 0 ? real(epochs, 'g', 4) : QString())),
        tr("Passes over all the photos."));
    set(Seen, when(steps, count(s.samples)),
        s.photos > 0 ? tr("Photos to learn from: %1.").arg(count(s.photos)) : QString());
    set(Speed, when(runs && s.imagesPerSecond > 0, real(s.imagesPerSecond, 'f', 1)));
    set(Waiting, when(runs && steps, tr("%1 % of the time").arg(int(100 * s.waitShare + 0.5))),
        tr("How long the network waits for photos to be read and scaled down."));
    set(Loss, when(measured, real(s.loss, 'g', 4)));
    set(CrossEntropy, when(measured && s.crossEntropy != 0, real(s.crossEntropy, 'g', 4)));
    set(Regression, when(measured && s.regression != 0, real(s.regression, 'g', 3)));
    set(PhotoError, when(measured && s.photoError != 0, real(s.photoError, 'g', 4)));
    set(Gradient, when(measured, real(s.gradientNorm, 'g', 3)));
    set(Gain, gain ? tr("%1 dB").arg(real(*gain, 'f', 2)) : QString(),
        tr("How much closer to the true colours than the grey photo it came in the last "
           "validation."));
    set(Rate, when(measured, real(s.learningRate, 'g', 3)));
    set(Batch, when(measured, tr("%1, %2 pixels wide").arg(s.batchSize).arg(s.cropSize)));
    set(Memory, when(runs && s.memory > 0, RunWords::bytes(s.memory)),
        tr("Peak so far: %1.").arg(RunWords::bytes(s.peakMemory)));
    set(GpuMemory,
        when(runs && s.gpuMemory.has_value(),
             ofAll(RunWords::bytes(s.gpuMemory.value_or(0)),
                   s.gpuMemorySize ? RunWords::bytes(*s.gpuMemorySize) : QString())),
        tr("In use by all programs."));
    const QString device = QString::fromStdString(s.device).toUpper();
    // A CPU has it or not, whatever was asked for.
    const bool isMixed = s.precision == "mixed" && !device.startsWith(QStringLiteral("CPU"));
    set(Device,
        when(began && !device.isEmpty(), isMixed ? tr("%1, mixed precision").arg(device) : device));
    QStringList reasons;
    const auto reason = [&](std::int64_t photos, const QString& text) {
        if (photos > 0)
            reasons << text;
    };
    reason(s.skipped.corrupt, tr("%1 damaged").arg(count(s.skipped.corrupt)));
    reason(s.skipped.grey, tr("%1 grey").arg(count(s.skipped.grey)));
    reason(s.skipped.toned, tr("%1 toned").arg(count(s.skipped.toned)));
    reason(s.skipped.small, tr("%1 too small").arg(count(s.skipped.small)));
    set(PassedOver,
        when(steps, reasons.isEmpty() ? tr("no photo") : reasons.join(QStringLiteral(", "))));
    place();
}

QString RunFigures::text(Figure figure) const
{
    return pairs_[figure].value->text();
}

int RunFigures::columnsFor(int width) const
{
    const int column = fontMetrics().averageCharWidth() * charactersPerColumn;
    return std::clamp(width / std::max(1, column), 1, mostColumns);
}

void RunFigures::place()
{
    std::vector<int> wanted;
    for (int figure = 0; figure < FigureCount; ++figure)
        if (!pairs_[std::size_t(figure)].value->text().isEmpty())
            wanted.push_back(figure);
    const int columns = columnsFor(width());
    const int rows = (int(wanted.size()) + columns - 1) / columns;
    wanted.push_back(columns);
    if (wanted == placed_)
        return;
    placed_ = wanted;
    wanted.pop_back();
    for (const Pair& pair : pairs_)
        for (QLabel* label : {pair.name, pair.value}) {
            grid_->removeWidget(label);
            label->setVisible(!pair.value->text().isEmpty());
        }
    // Down the columns, so that what belongs together stays together.
    for (int i = 0; i < int(wanted.size()); ++i) {
        const Pair& pair = pairs_[std::size_t(wanted[std::size_t(i)])];
        const int column = i / rows;
        grid_->addWidget(pair.name, i % rows, 2 * column);
        grid_->addWidget(pair.value, i % rows, 2 * column + 1);
    }
    for (int column = 0; column < mostColumns; ++column)
        grid_->setColumnStretch(2 * column + 1, column < columns ? 1 : 0);
}

QSize RunFigures::minimumSizeHint() const
{
    // Not that of the columns of now, which would never give way.
    return {fontMetrics().averageCharWidth() * charactersPerColumn, grid_->minimumSize().height()};
}

void RunFigures::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void RunFigures::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        place();
    QWidget::changeEvent(event);
}

} // namespace autochrome
