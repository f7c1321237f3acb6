#include "ui/training/data/left_out_list.h"

#include "ui/training/data/left_out_delegate.h"
#include "ui/training/data/left_out_model.h"
#include "ui/training/data/survey_words.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

namespace autochrome {

namespace {
constexpr int mostRowsShown = 5;
constexpr int anyReason = -1;
} // namespace

LeftOutList::LeftOutList(QWidget* parent)
    : QWidget(parent),
      model_(new LeftOutModel(this)),
      reason_(new QComboBox),
      list_(new QListView),
      more_(new QLabel)
{
    reason_->setAccessibleName(tr("Reason"));
    reason_->setAccessibleDescription(reason_->accessibleName()); // its name is what is chosen
    reason_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    list_->setModel(model_);
    list_->setItemDelegate(new LeftOutDelegate(list_));
    list_->setAccessibleName(tr("Photos that are left out"));
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    more_->setWordWrap(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(reason_, 0, Qt::AlignLeft);
    layout->addWidget(list_);
    layout->addWidget(more_);
    connect(reason_, &QComboBox::activated, this, &LeftOutList::choose);
}

void LeftOutList::setFound(const SurveyedData& found)
{
    model_->setFound(found);
    reason_->clear();
    const QLocale locale;
    const auto add = [&](const QString& name, std::int64_t count, int why) {
        reason_->addItem(QStringLiteral("%1 (%2)").arg(name, locale.toString(qlonglong(count))),
                         why);
    };
    add(tr("All reasons"), model_->count(), anyReason);
    for (int use = 1; use < photoUses; ++use)
        if (const std::int64_t count = model_->count(PhotoUse(use)); count > 0)
            add(useText(PhotoUse(use)), count, use);
    choose();
    list_->scrollToTop();
}

void LeftOutList::choose()
{
    const int why = reason_->currentData().toInt();
    const auto chosen = why == anyReason ? std::nullopt : std::optional(PhotoUse(why));
    model_->setReason(chosen);
    const std::int64_t unnamed = model_->count(chosen) - model_->rowCount();
    more_->setText(tr("%1 more are not shown.").arg(QLocale().toString(qlonglong(unnamed))));
    more_->setVisible(unnamed > 0);
    const int rows = std::clamp(model_->rowCount(), 1, mostRowsShown);
    list_->setFixedHeight(rows * LeftOutDelegate::rowHeight(fontMetrics()) +
                          2 * list_->frameWidth());
}

} // namespace autochrome
