#include "ui/training/data/survey_summary.h"

#include "ui/training/data/survey_words.h"
#include "ui/training/figures/columns_layout.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace autochrome {

namespace {

constexpr int furtherColumn = 4; // behind the last figure

QString number(double value, int decimals = 0)
{
    return QLocale().toString(value, 'f', decimals);
}

QStringList spreadTexts(const Spread& spread, int decimals = 0)
{
    return {number(spread.least, decimals), number(spread.median, decimals),
            number(spread.most, decimals)};
}

} // namespace

SurveySummary::SurveySummary(QWidget* parent) : QWidget(parent)
{
    auto* layout = new ColumnsLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SurveySummary::clear()
{
    // At once: a table that waits for its deletion would keep its place in the layout.
    delete std::exchange(counts_, nullptr);
    delete std::exchange(sizes_, nullptr);
    text_.clear();
}

void SurveySummary::setFound(const SurveyedData& found)
{
    clear();
    std::vector<const Survey*> parts{found.survey.get()};
    if (found.validation)
        parts.push_back(found.validation.get());
    const auto figures = [&](auto&& figure) {
        QStringList texts;
        for (const Survey* part : parts)
            texts << number(double(figure(*part)));
        return texts;
    };
    const auto newTable = [this](QWidget*& widget) {
        widget = new QWidget;
        auto* column = new QVBoxLayout(widget);
        column->setContentsMargins(0, 0, 0, 0);
        auto* table = new QGridLayout;
        table->setHorizontalSpacing(12);
        table->setVerticalSpacing(3);
        table->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 22);
        table->setColumnStretch(furtherColumn, 1); // figures stand near their names
        column->addLayout(table);
        column->addStretch();
        layout()->addWidget(widget);
        return table;
    };
    QGridLayout* counts = newTable(counts_);
    if (parts.size() > 1)
        addRow(counts, QString(), {tr("For training"), tr("For validation")});
    addRow(counts, tr("Photos found"), figures([](const Survey& s) { return s.index.count(); }));
    for (int i = 0; i < photoUses; ++i) {
        const auto use = PhotoUse(i);
        addRow(counts, useText(use), figures([&](const Survey& s) { return s.count(use); }),
               useMeaning(use));
        if (use == PhotoUse::Usable)
            addRow(counts, tr("Near-copies among them"),
                   figures([](const Survey& s) { return s.nearCopies; }),
                   tr("usable, but much like another one"));
    }
    QGridLayout* sizes = newTable(sizes_);
    addRow(sizes, QString(), {tr("Smallest"), tr("Median"), tr("Largest")});
    const Survey& survey = *found.survey;
    addRow(sizes, tr("Short side, pixels"), spreadTexts(survey.shortSide));
    addRow(sizes, tr("Long side, pixels"), spreadTexts(survey.longSide));
    addRow(sizes, tr("Megapixels"), spreadTexts(survey.megapixels, 2));
    counts_->show();
    sizes_->show();
    updateGeometry();
}

void SurveySummary::addRow(QGridLayout* table, const QString& name, const QStringList& figures,
                           const QString& help)
{
    const int row = table->rowCount();
    const bool isHead = name.isEmpty();
    auto* label = new QLabel(name);
    label->setToolTip(help);
    table->addWidget(label, row, 0);
    for (int column = 0; column < figures.size(); ++column) {
        auto* cell = new QLabel(figures[column]);
        cell->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        cell->setToolTip(help);
        if (!isHead) {
            cell->setAccessibleName(name + QStringLiteral(": ") + figures[column]);
            cell->setTextInteractionFlags(Qt::TextSelectableByMouse);
        }
        cell->setEnabled(!isHead);
        table->addWidget(cell, row, column + 1);
    }
    text_ += (isHead ? QString() : name + QStringLiteral(": ")) +
             figures.join(QStringLiteral(" ")) + u'\n';
}

} // namespace autochrome
