#include "ui/training/run/run_notice.h"

#include "core/learn/loop/training_failure.h"
#include "ui/training/run/run_words.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace autochrome {

RunNotice::RunNotice(QWidget* parent)
    : QFrame(parent),
      sentence_(new BreakingLabel),
      remedy_(new BreakingLabel),
      detail_(new BreakingLabel),
      more_(new QToolButton),
      action_(new QPushButton)
{
    setFrameShape(QFrame::StyledPanel);
    QFont bold = sentence_->font();
    bold.setBold(true);
    sentence_->setFont(bold);
    sentence_->setAccessibleDescription(tr("Why the training ended"));
    remedy_->setAccessibleDescription(tr("What can be done"));
    detail_->setAccessibleDescription(tr("Details"));
    detail_->hide();
    more_->setText(tr("&Details"));
    more_->setCheckable(true);
    more_->setAutoRaise(true);
    more_->setFocusPolicy(Qt::StrongFocus);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(action_);
    buttons->addWidget(more_);
    buttons->addStretch();
    auto* layout = new QGridLayout(this);
    layout->setHorizontalSpacing(10);
    layout->addWidget(new IconLabel(themedIcon("warning"), 20), 0, 0, Qt::AlignTop);
    layout->addWidget(sentence_, 0, 1);
    layout->addWidget(remedy_, 1, 1);
    layout->addLayout(buttons, 2, 1);
    layout->addWidget(detail_, 3, 1);
    layout->setColumnStretch(1, 1);
    connect(more_, &QToolButton::toggled, detail_, &QWidget::setVisible);
    connect(action_, &QPushButton::clicked, this, &RunNotice::act);
    hide();
}

void RunNotice::setState(const RunState& state)
{
    const TrainingStatus& status = state.status;
    const bool ended =
        state.presence == RunState::Presence::Begun && status.error &&
        (status.phase == TrainingPhase::Failed || status.phase == TrainingPhase::Interrupted);
    setVisible(ended);
    if (!ended)
        return;
    sentence_->setText(words(status.error->message));
    remedy_->setText(RunWords::remedy(state));
    detail_->setText(QString::fromStdString(status.error->detail));
    more_->setVisible(!status.error->detail.empty());
    detail_->setVisible(more_->isVisibleTo(this) && more_->isChecked());
    const bool isMemory = status.error->code == ErrorCode::OutOfMemory;
    smallerBatch_ = isMemory ? status.batchSize / 2 : 0;
    if (smallerBatch_ > 0)
        action_->setText(tr("&Try batches of %1…").arg(smallerBatch_));
    else
        action_->setText(tr("Go on at &half the learning rate"));
    action_->setVisible(smallerBatch_ > 0 || (isNotFinite(*status.error) && state.run));
}

void RunNotice::act()
{
    if (smallerBatch_ > 0)
        Q_EMIT smallerBatchWanted(smallerBatch_);
    else
        Q_EMIT lowerRatesWanted();
}

} // namespace autochrome
