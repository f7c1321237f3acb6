#include "ui/training/run/run_page.h"

#include "core/learn/run/run_folder.h"
#include "ui/tools/fold_section.h"
#include "ui/training/curves/loss_chart.h"
#include "ui/training/run/awake_box.h"
#include "ui/training/run/run_control.h"
#include "ui/training/run/run_figures.h"
#include "ui/training/run/run_notice.h"
#include "ui/training/run/run_watcher.h"
#include "ui/training/run/run_words.h"
#include "ui/training/run/sample_viewer.h"
#include "ui/training/run/sleep_inhibitor.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/focus_keeper.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

namespace autochrome {
namespace {

constexpr int barSteps = 1000;
constexpr int twoColumnsFrom = 760; // pixels of width

} // namespace

RunPage::RunPage(QWidget* parent) : RunPage(new SleepInhibitor, parent) {}

RunPage::RunPage(SleepInhibitor* inhibitor, QWidget* parent)
    : QWidget(parent),
      watcher_(new RunWatcher(this)),
      control_(new RunControl(watcher_)),
      name_(new BreakingLabel),
      phase_(new BreakingLabel),
      bar_(new QProgressBar),
      timeLeft_(new BreakingLabel),
      pause_(new QPushButton(themedIcon("pause"), tr("&Pause"))),
      goOn_(new QPushButton(themedIcon("start"), tr("&Go on"))),
      keep_(new QPushButton(themedIcon("done"), tr("&Stop and keep"))),
      notice_(new RunNotice),
      awake_(new AwakeBox(inhibitor)),
      body_(new QWidget),
      columns_(new QBoxLayout(QBoxLayout::TopToBottom, body_)),
      figures_(new RunFigures),
      chart_(new LossChart),
      samples_(new SampleViewer)
{
    build();
    connectParts();
    refresh();
}

void RunPage::build()
{
    QFont bold = name_->font();
    bold.setBold(true);
    name_->setFont(bold);
    phase_->setAccessibleDescription(tr("State of the training"));
    phase_->setFocusPolicy(Qt::StrongFocus);
    timeLeft_->setForegroundRole(QPalette::PlaceholderText);
    bar_->setRange(0, barSteps);
    bar_->setTextVisible(false);
    bar_->setMaximumHeight(6);
    bar_->setAccessibleName(tr("Progress of the training"));
    pause_->setToolTip(tr("Stop at a checkpoint; the training can go on from there at any time."));
    goOn_->setToolTip(tr("Continue from the last checkpoint."));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(pause_);
    buttons->addWidget(goOn_);
    buttons->addWidget(keep_);
    buttons->addStretch();

    auto* figures = new FoldSection(QStringLiteral("training/figures"), tr("Figures"), figures_);
    auto* curves = new FoldSection(QStringLiteral("training/curves"), tr("Curves"), chart_);
    auto* pictures = new FoldSection(QStringLiteral("training/samples"), tr("Photos"), samples_);
    chart_->setMinimumHeight(380);
    auto* left = new QVBoxLayout;
    left->addWidget(figures);
    left->addWidget(pictures);
    left->addStretch();
    auto* right = new QVBoxLayout;
    right->addWidget(curves);
    right->addStretch();
    columns_->setContentsMargins(0, 0, 0, 0);
    columns_->setSpacing(12);
    columns_->addLayout(left);
    columns_->addLayout(right);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 8, 6, 8);
    layout->setSpacing(8);
    layout->addWidget(name_);
    layout->addWidget(phase_);
    layout->addWidget(bar_);
    layout->addWidget(timeLeft_);
    layout->addLayout(buttons);
    layout->addWidget(notice_);
    layout->addWidget(awake_);
    layout->addWidget(body_);
    layout->addStretch();
}

void RunPage::connectParts()
{
    connect(watcher_, &RunWatcher::rowsAppended, this,
            [this](const std::vector<LossRow>& rows) { onRows(rows, false); });
    connect(watcher_, &RunWatcher::rowsReset, this,
            [this](const std::vector<LossRow>& rows) { onRows(rows, true); });
    connect(watcher_, &RunWatcher::samplesChanged, this,
            [this] { samples_->setSamples(watcher_->samples()); });
    connect(watcher_, &RunWatcher::stateChanged, this, &RunPage::refresh);
    connect(control_, &RunControl::changed, this, &RunPage::refresh);
    connect(control_, &RunControl::problem, this, &RunPage::problem);
    connect(control_, &RunControl::ended, this, [this] { Q_EMIT ended(folder()); });
    connect(pause_, &QPushButton::clicked, control_, &RunControl::pause);
    connect(goOn_, &QPushButton::clicked, control_, &RunControl::goOn);
    connect(keep_, &QPushButton::clicked, control_, &RunControl::stopAndKeep);
    connect(notice_, &RunNotice::smallerBatchWanted, this, &RunPage::smallerBatchWanted);
    connect(notice_, &RunNotice::lowerRatesWanted, control_, &RunControl::goOnWithLowerRates);
}

void RunPage::setFolder(const QString& folder)
{
    const QString whole = folder.isEmpty() ? folder : QDir::cleanPath(QDir(folder).absolutePath());
    const RunFolder files(pathNamed(whole));
    samples_->setFolder(whole.isEmpty() ? whole : nameOfPath(files.samples()));
    watcher_->setFolder(whole);
}

QString RunPage::folder() const
{
    return watcher_->folder();
}

void RunPage::start(const std::vector<std::string>& arguments, const QString& folder)
{
    setFolder(folder);
    control_->start(arguments);
}

bool RunPage::isRunning() const
{
    return control_->isActive();
}

const RunState& RunPage::state() const
{
    return watcher_->state();
}

void RunPage::onRows(const std::vector<LossRow>& rows, bool isReset)
{
    if (isReset) {
        chart_->setRows(rows);
        gains_.clear();
    } else {
        for (const LossRow& row : rows)
            chart_->append(row);
    }
    bool isNew = isReset;
    for (const LossRow& row : rows)
        if (row.validation) {
            gains_[row.step] = row.validation->abGain;
            isNew = true;
        }
    if (isNew)
        samples_->setGains(gains_);
}

QString RunPage::stageText() const
{
    switch (control_->wish()) {
    case RunControl::Wish::Start:
        return tr("Starting…");
    case RunControl::Wish::Pause:
        return tr("Pausing… it stops at a checkpoint.");
    case RunControl::Wish::Keep:
        return tr("Stopping… the model is kept as it is then.");
    case RunControl::Wish::None:
        break;
    }
    return RunWords::phase(watcher_->state());
}

void RunPage::showButtons()
{
    const RunState& state = watcher_->state();
    const bool begun = state.presence == RunState::Presence::Begun;
    const bool starts = control_->wish() == RunControl::Wish::Start;
    const bool runs = begun && state.isRunning() && !starts;
    const bool isDone = begun && state.status.phase == TrainingPhase::Done && !starts;
    // Whoever presses "Pause" twice does not mean "Stop and keep", which is next.
    const FocusKeeper keeper({pause_, goOn_, keep_}, phase_);
    pause_->setVisible(runs);
    pause_->setEnabled(control_->wish() == RunControl::Wish::None);
    goOn_->setVisible(begun && !runs && !isDone);
    goOn_->setEnabled(!starts);
    keep_->setVisible(begun);
    keep_->setEnabled(!starts &&
                      (runs ? control_->wish() != RunControl::Wish::Keep : state.hasModel));
    keep_->setText(isDone ? tr("&Compare with the old model")
                   : runs ? tr("&Stop and keep")
                          : tr("&Keep as it is"));
    if (isDone)
        keep_->setToolTip(tr("See what the new model does better, or worse."));
    else if (runs)
        keep_->setToolTip(tr("End the training; the model as it is then is kept."));
    else if (!state.hasModel)
        keep_->setToolTip(tr("There is no model yet: it is written when the training is paused "
                             "or ends."));
    else if (state.status.phase == TrainingPhase::Stopped)
        keep_->setToolTip(tr("End here and take the model as it is."));
    else // it had no time to write it
        keep_->setToolTip(tr("End here and take the model of the last validation."));
}

void RunPage::refresh()
{
    const RunState& state = watcher_->state();
    const bool known =
        state.presence == RunState::Presence::Begun || state.presence == RunState::Presence::Gone;
    name_->setText(QString::fromStdString(state.status.name));
    name_->setVisible(known && !state.status.name.empty());
    phase_->setText(stageText());
    const bool starts = control_->wish() == RunControl::Wish::Start;
    bar_->setVisible(known || starts);
    // Busy while nobody can tell how far it is.
    const bool isBusy =
        starts || (state.isRunning() && state.status.phase == TrainingPhase::Preparing &&
                   state.status.activity.isEmpty());
    const double done = state.status.phase == TrainingPhase::Preparing ? state.status.activityDone
                                                                       : state.status.fraction;
    bar_->setRange(0, isBusy ? 0 : barSteps);
    bar_->setValue(int(std::clamp(done, 0.0, 1.0) * barSteps));
    QString time = starts ? QString() : RunWords::timeLeft(state, QDateTime::currentDateTime());
    if (state.isRunning() && !state.status.note.isEmpty())
        time += (time.isEmpty() ? QString() : QStringLiteral("\n")) + words(state.status.note);
    timeLeft_->setText(time);
    timeLeft_->setVisible(!time.isEmpty());
    showButtons();
    notice_->setState(starts ? RunState() : state);
    const bool runs = isRunning();
    awake_->setVisible(runs);
    awake_->setRunning(runs);
    body_->setVisible(known);
    figures_->setState(state,
                       gains_.isEmpty() ? std::nullopt : std::optional<double>(gains_.last()));
    if (runs != wasRunning_) {
        wasRunning_ = runs;
        Q_EMIT runningChanged(runs);
    }
}

void RunPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= twoColumnsFrom;
    columns_->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (int half = 0; half < columns_->count(); ++half)
        columns_->setStretch(half, isWide ? 1 : 0);
}

} // namespace autochrome
