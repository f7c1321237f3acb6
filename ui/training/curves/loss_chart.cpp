#include "ui/training/curves/loss_chart.h"

#include "ui/training/curves/curve_chart.h"
#include "ui/training/curves/curve_legend.h"
#include "ui/training/curves/curve_points.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {

namespace {

constexpr int shortestPause = 200;      // ms between two drawings,
constexpr int pausePerDrawing = 10;     // and so many times as long as one takes
constexpr int rowsPerAverage = 60;      // the average spans this part of a run,
constexpr int narrowestAverage = 5;     // but not fewer
constexpr int widestAverage = 2001;     // or more steps
constexpr double samplesPerUnit = 1000; // of the x axis

int averageWidth(std::size_t rows)
{
    return std::clamp(int(rows / rowsPerAverage), narrowestAverage, widestAverage);
}

QList<QPointF> pointsOf(const std::vector<LossRow>& rows, double LossRow::*value)
{
    QList<QPointF> points;
    points.reserve(qsizetype(rows.size()));
    for (const LossRow& row : rows)
        points << QPointF(double(row.samples) / samplesPerUnit, row.*value);
    return points;
}

/// Of the steps that have one: a training that goes on may have been begun without.
QList<QPointF> photoErrors(const std::vector<LossRow>& rows)
{
    QList<QPointF> points = pointsOf(rows, &LossRow::photoError);
    points.removeIf([](QPointF point) { return point.y() == 0; });
    return points;
}

QList<QPointF> gains(const std::vector<LossRow>& rows)
{
    QList<QPointF> points;
    for (const LossRow& row : rows) {
        if (row.validation)
            points << QPointF(double(row.samples) / samplesPerUnit, row.validation->abGain);
    }
    return points;
}

CurveChart* newUpperChart()
{
    using Hue = CurveLook::Hue;
    return new CurveChart(
        {.x = LossChart::tr("Photos seen (thousands)"),
         .left = LossChart::tr("Loss"),
         .right = LossChart::tr("Gain (dB)"),
         .xShown = false},
        {{.name = LossChart::tr("Loss"), .hue = Hue::Blue, .dashes = {}},
         {.name = LossChart::tr("Cross entropy"), .hue = Hue::Orange, .dashes = {5, 2}},
         {.name = LossChart::tr("Gain (dB)"),
          .hue = Hue::Green,
          .dashes = {1, 2},
          .side = CurveLook::Side::Right,
          .marks = true},
         {.name = LossChart::tr("Photo error"), .hue = Hue::Purple, .dashes = {3, 1, 1, 1}}});
}

CurveChart* newLowerChart()
{
    using Hue = CurveLook::Hue;
    return new CurveChart({.x = LossChart::tr("Photos seen (thousands)"),
                           .left = LossChart::tr("Regression"),
                           .right = LossChart::tr("Rate")},
                          {{.name = LossChart::tr("Regression"), .hue = Hue::Blue, .dashes = {}},
                           {.name = LossChart::tr("Learning rate"),
                            .hue = Hue::Orange,
                            .dashes = {6, 2, 1, 2},
                            .side = CurveLook::Side::Right}});
}

} // namespace

LossChart::LossChart(QWidget* parent)
    : QWidget(parent),
      upper_(newUpperChart()),
      lower_(newLowerChart()),
      nothing_(new QLabel(tr("The curves appear with the first step.")))
{
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(upper_, 5);
    layout->addWidget(lower_, 4);
    layout->addWidget(nothing_, 1);
    upper_->setMinimumHeight(150);
    lower_->setMinimumHeight(140);
    setMinimumWidth(320);
    setAccessibleName(tr("Curves of the training"));
    pause_.setSingleShot(true);
    pause_.setInterval(shortestPause);
    connect(&pause_, &QTimer::timeout, this, &LossChart::draw);
    draw();
}

void LossChart::setRows(std::vector<LossRow> rows)
{
    rows_ = std::move(rows);
    pause_.stop();
    draw();
}

void LossChart::append(const LossRow& row)
{
    while (!rows_.empty() && rows_.back().step >= row.step)
        rows_.pop_back();
    rows_.push_back(row);
    if (!pause_.isActive())
        pause_.start();
}

void LossChart::draw()
{
    QElapsedTimer timer;
    timer.start();
    const bool any = !rows_.empty();
    upper_->setVisible(any);
    lower_->setVisible(any);
    nothing_->setVisible(!any);
    const double end = any ? double(rows_.back().samples) / samplesPerUnit : 1;
    upper_->setEnd(end);
    lower_->setEnd(end);
    const int width = averageWidth(rows_.size());
    const auto show = [&](CurveChart* chart, int curve, double LossRow::*value, bool withRaw) {
        const QList<QPointF> raw = pointsOf(rows_, value);
        chart->setCurve(curve, smoothed(raw, width), withRaw ? raw : QList<QPointF>());
    };
    show(upper_, Loss, &LossRow::loss, true);
    show(upper_, CrossEntropy, &LossRow::crossEntropy, false);
    upper_->setCurve(Gain, gains(rows_));
    const QList<QPointF> errors = photoErrors(rows_);
    upper_->legend()->box(PhotoError)->setVisible(!errors.isEmpty());
    upper_->setCurve(PhotoError, smoothed(errors, width));
    show(lower_, Regression, &LossRow::regression, true);
    lower_->setCurve(Rate, pointsOf(rows_, &LossRow::rate));
    describe();
    pause_.setInterval(std::max(shortestPause, pausePerDrawing * int(timer.elapsed())));
}

void LossChart::describe()
{
    if (rows_.empty()) {
        setAccessibleDescription(nothing_->text());
        return;
    }
    const QLocale locale;
    const LossRow& last = rows_.back();
    QString text =
        tr("After %Ln photo(s): loss %1, cross entropy %2, regression %3, learning rate %4.",
           nullptr, int(std::min<std::int64_t>(last.samples, std::numeric_limits<int>::max())))
            .arg(locale.toString(last.loss, 'g', 4), locale.toString(last.crossEntropy, 'g', 4),
                 locale.toString(last.regression, 'g', 3), locale.toString(last.rate, 'g', 3));
    if (last.photoError != 0)
        text += u' ' + tr("Photo error: %1.").arg(locale.toString(last.photoError, 'g', 4));
    const auto validated = std::find_if(rows_.rbegin(), rows_.rend(),
                                        [](const LossRow& row) { return bool(row.validation); });
    if (validated != rows_.rend())
        text += u' ' + tr("Gain in the last validation: %1 dB.")
                           .arg(locale.toString(validated->validation->abGain, 'f', 2));
    setAccessibleDescription(text);
}

} // namespace autochrome
