// Saves pictures of the figures on a data set's colours and of a training's curves, light and dark:
// figure_pictures FOLDER [MODEL|HISTOGRAM.json] [LOSSES.csv]. The histogram is a JSON array of
// counts over the colour bins. QT_SCALE_FACTOR sets the scale.

#include "core/base/text.h"
#include "core/network/model_file.h"
#include "ui/training/curves/loss_chart.h"
#include "ui/training/curves/loss_file.h"
#include "ui/training/figures/colour_figures.h"
#include "ui/training/figures/figure_view.h"
#include "ui/widgets/quiet_style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QtTest>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numbers>

using namespace autochrome;

namespace {

QDir target;

void save(QWidget& widget, const QString& name)
{
    QTest::qWait(100);
    const QString path =
        target.filePath(QStringLiteral("%1@%2.png").arg(name).arg(widget.devicePixelRatioF()));
    if (!widget.grab().save(path))
        qFatal("cannot write %s", qPrintable(path));
    std::printf("%s\n", qPrintable(path));
}

// Photos that do not exist: much grey, warm colours more than cold ones, half of the bins empty.
std::vector<double> inventedHistogram()
{
    std::vector<double> counts;
    for (const auto& [a, b] : ColourBins::srgb().centres)
        counts.push_back(std::floor(2e5 * std::exp(-std::hypot(a - 4, b - 8) / 7)));
    return counts;
}

void fill(ColourFigures& figures, const QString& path)
{
    if (path.endsWith(".json")) {
        std::ifstream file(path.toStdString());
        figures.setHistogram(nlohmann::json::parse(file).get<std::vector<double>>());
    } else if (!path.isEmpty()) {
        const Result<ModelCard> card = readModelCard(path.toStdString());
        if (!card)
            qFatal("%s", inWords(card.error().message).c_str());
        figures.setPrior(card->prior);
    } else {
        figures.setHistogram(inventedHistogram());
    }
}

// A run that does not exist.
std::vector<LossRow> inventedRun(int steps)
{
    std::vector<LossRow> rows;
    for (int step = 1; step <= steps; ++step) {
        const double done = double(step) / steps;
        LossRow row{.step = step, .samples = 32LL * step, .seconds = 1.8 * step};
        const double wobble = std::sin(step * 12.9898) * std::cos(step * 78.233);
        row.crossEntropy = 2.4 + 1.6 * std::exp(-6 * done) + 0.5 * wobble;
        row.regression = 0.012 + 0.02 * std::exp(-4 * done) + 0.006 * wobble;
        row.loss = row.crossEntropy + 10 * row.regression;
        row.rate = 1.5e-4 * (1 + std::cos(std::numbers::pi * done)) + 1e-5;
        if (step % (steps / 12) == 0)
            row.validation = {.photos = 580, .abGain = 2 - 1.9 * std::exp(-3 * done)};
        rows.push_back(row);
    }
    return rows;
}

void saveFigures(const QString& colours, const QString& theme)
{
    ColourFigures figures;
    figures.resize(1080, figures.heightForWidth(1080));
    figures.show();
    save(figures, "figures-empty-" + theme);
    fill(figures, colours);
    save(figures, "figures-" + theme);
    figures.setLambda(0);
    save(*figures.view(FigureKind::Weights), "weights-0-" + theme);
    figures.setLambda(0.5);
    figures.view(FigureKind::Weights)->setFocus();
    QTest::keyClick(figures.view(FigureKind::Weights), Qt::Key_Up);
    QTest::keyClick(figures.view(FigureKind::Weights), Qt::Key_Up);
    save(*figures.view(FigureKind::Weights), "weights-0.5-" + theme);
    for (int width : {620, 300}) {
        figures.resize(width, figures.heightForWidth(width));
        save(figures, QStringLiteral("figures-%1-%2").arg(width).arg(theme));
    }
    for (FigureKind kind : {FigureKind::Gamut, FigureKind::Prior, FigureKind::Weights}) {
        for (const char* ending : {"png", "svg"}) {
            const QString path =
                target.filePath(QStringLiteral("saved-%1.%2").arg(int(kind)).arg(ending));
            if (const Result<void> done = figures.view(kind)->exportFigure(path); !done)
                qFatal("%s", inWords(done.error().message).c_str());
        }
    }
}

void saveCurves(const QString& losses, const QString& theme)
{
    LossChart chart;
    chart.resize(900, 520);
    chart.show();
    save(chart, "curves-empty-" + theme);
    if (!losses.isEmpty()) {
        Result<std::vector<LossRow>> rows = readLosses(losses);
        if (!rows)
            qFatal("%s", inWords(rows.error().message).c_str());
        chart.setRows(std::move(*rows));
    } else {
        chart.setRows(inventedRun(4000));
    }
    save(chart, "curves-" + theme);
    chart.setRows(inventedRun(100000));
    save(chart, "curves-100000-" + theme);
    chart.setRows(inventedRun(12));
    chart.resize(420, 340);
    save(chart, "curves-12-" + theme);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2)
        qFatal("usage: figure_pictures FOLDER [MODEL|HISTOGRAM.json] [LOSSES.csv]");
    QDir().mkpath(arguments[1]);
    target = QDir(arguments[1]);
    installStyle();
    for (Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        saveFigures(arguments.value(2), themeId(theme));
        saveCurves(arguments.value(3), themeId(theme));
    }
    return 0;
}
