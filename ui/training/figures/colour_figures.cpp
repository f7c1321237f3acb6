#include "ui/training/figures/colour_figures.h"

#include "ui/tools/slider_row.h"
#include "ui/training/figures/columns_layout.h"
#include "ui/training/figures/figure_view.h"

#include <QLocale>
#include <QVBoxLayout>

namespace autochrome {

ColourFigures::ColourFigures(QWidget* parent)
    : QWidget(parent),
      lambdaRow_(new SliderRow(
          tr("Lambda (λ)"),
          tr("1 counts every pixel alike; towards 0, rare colours count more and more. Double "
             "click: back to %1.")
              .arg(QLocale().toString(ColourStatistics::defaultLambda, 'f', 2)),
          {.minimum = 0, .maximum = 1, .step = 0.01, .reset = ColourStatistics::defaultLambda}))
{
    auto* layout = new ColumnsLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    for (FigureKind kind : {FigureKind::Gamut, FigureKind::Prior, FigureKind::Weights}) {
        auto* column = new QWidget;
        auto* inner = new QVBoxLayout(column);
        inner->setContentsMargins(0, 0, 0, 0);
        auto* view = new FigureView(kind);
        views_[std::size_t(kind)] = view;
        inner->addWidget(view);
        if (kind == FigureKind::Weights)
            inner->addWidget(lambdaRow_);
        inner->addStretch();
        layout->addWidget(column);
        connect(view, &FigureView::saved, this, &ColourFigures::figureSaved);
        connect(view, &FigureView::failed, this, &ColourFigures::figureFailed);
    }
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(lambdaRow_, &SliderRow::edited, this, [this](double lambda) {
        if (lambda == statistics_.lambda())
            return;
        setLambda(lambda);
        Q_EMIT lambdaChanged(lambda);
    });
    take({});
}

void ColourFigures::setHistogram(const std::vector<double>& histogram)
{
    take(ColourStatistics::fromHistogram(histogram));
}

void ColourFigures::setPrior(std::vector<float> prior)
{
    take(ColourStatistics::fromPrior(std::move(prior)));
}

void ColourFigures::setLambda(double lambda)
{
    statistics_.setLambda(lambda);
    lambdaRow_->setValue(statistics_.lambda());
    for (FigureView* view : views_)
        view->setStatistics(statistics_);
}

void ColourFigures::take(ColourStatistics statistics)
{
    const double lambda = statistics_.lambda();
    statistics_ = std::move(statistics);
    setLambda(lambda);
}

} // namespace autochrome
