#include "ui/training/data/data_page.h"

#include "ui/settings/settings.h"
#include "ui/tools/fold_section.h"
#include "ui/training/data/left_out_list.h"
#include "ui/training/data/left_out_model.h"
#include "ui/training/data/photo_splitter.h"
#include "ui/training/data/source_list.h"
#include "ui/training/data/split_chooser.h"
#include "ui/training/data/survey_summary.h"
#include "ui/training/data/survey_words.h"
#include "ui/training/data/training_draft.h"
#include "ui/training/figures/colour_figures.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>

namespace autochrome {

namespace {
constexpr int barSteps = 1000;
} // namespace

DataPage::DataPage(TrainingDraft* draft, QWidget* parent)
    : QWidget(parent),
      draft_(draft),
      surveyor_(new PhotoSurveyor(this)),
      splitter_(new PhotoSplitter(this)),
      kind_(new QComboBox),
      hint_(new QLabel),
      sources_(new SourceList),
      look_(new QPushButton(tr("&Look through"))),
      running_(new QWidget),
      bar_(new QProgressBar),
      activity_(new QLabel),
      cancel_(new QPushButton(tr("Cancel"))),
      noteRow_(new QWidget),
      noteIcon_(new IconLabel),
      note_(new BreakingLabel),
      results_(new QWidget),
      summary_(new SurveySummary),
      leftOut_(new LeftOutList),
      split_(new SplitChooser),
      figures_(new ColourFigures)
{
    setAcceptDrops(true);
    build();
    kind_->setCurrentIndex(std::max(0, kind_->findData(settingValue(setting::trainingData))));
    sources_->setSources(settingValue(setting::trainingSources));
    connectParts();
    showKind();
    showState();
}

DataPage::~DataPage() = default;

void DataPage::build()
{
    kind_->addItem(tr("My archive"), data_kind::archive);
    kind_->addItem(tr("A folder of photos"), data_kind::folder);
    kind_->addItem(tr("Places365 as published"), data_kind::published);
    kind_->setAccessibleName(tr("Kind of photos"));
    hint_->setWordWrap(true);
    look_->setToolTip(tr("Opens every photo once and finds those that can be learned from"));
    bar_->setTextVisible(false);
    bar_->setFixedHeight(6);
    bar_->setAccessibleName(tr("Progress of looking through the photos"));
    activity_->setTextFormat(Qt::PlainText);
    activity_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // never too wide

    auto* form = new Form;
    form->setHorizontalSpacing(12);
    form->addRow(tr("Learn fro&m"), kind_);

    auto* runningRow = new QGridLayout(running_);
    runningRow->setContentsMargins(0, 0, 0, 0);
    runningRow->setHorizontalSpacing(12);
    runningRow->setVerticalSpacing(4);
    runningRow->addWidget(activity_, 0, 0);
    runningRow->addWidget(bar_, 1, 0);
    runningRow->addWidget(cancel_, 0, 1, 2, 1);
    runningRow->setColumnStretch(0, 1);
    auto* noteLayout = new QHBoxLayout(noteRow_);
    noteLayout->setContentsMargins(0, 0, 0, 0);
    noteLayout->setSpacing(8);
    noteLayout->addWidget(noteIcon_, 0, Qt::AlignTop);
    noteLayout->addWidget(note_, 1);

    leftOutSection_ = new FoldSection(QStringLiteral("leftOut"), tr("Left out"), leftOut_);
    const std::vector<FoldSection*> sections = {
        new FoldSection(QStringLiteral("found"), tr("What was found"), summary_), leftOutSection_,
        new FoldSection(QStringLiteral("split"), tr("Training and validation"), split_),
        new FoldSection(QStringLiteral("colours"), tr("Colours of these photos"), figures_)};
    auto* resultsLayout = new QVBoxLayout(results_);
    resultsLayout->setContentsMargins(0, 0, 0, 0);
    resultsLayout->setSpacing(10);
    const QStringList folded = settingValue(setting::trainingFolded);
    for (FoldSection* section : sections) {
        section->setFolded(folded.contains(section->id()));
        resultsLayout->addWidget(section);
        connect(section, &FoldSection::foldedChanged, this, [sections] {
            QStringList ids;
            for (const FoldSection* one : sections)
                if (one->isFolded())
                    ids << one->id();
            setSetting(setting::trainingFolded, ids);
        });
    }

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(hint_);
    layout->addWidget(sources_);
    layout->addWidget(look_, 0, Qt::AlignLeft);
    layout->addWidget(running_);
    layout->addWidget(noteRow_);
    layout->addWidget(results_);
    layout->addStretch(1);
}

void DataPage::connectParts()
{
    connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        onSourcesChanged();
    });
    connect(sources_, &SourceList::changed, this, &DataPage::onSourcesChanged);
    connect(sources_, &SourceList::refused, this,
            [this](const QString& sentence) { Q_EMIT problem(sentence, {}); });
    connect(look_, &QPushButton::clicked, this, &DataPage::lookThrough);
    connect(cancel_, &QPushButton::clicked, this, &DataPage::cancel);
    connect(surveyor_, &PhotoSurveyor::progressed, this, &DataPage::showProgress);
    connect(surveyor_, &PhotoSurveyor::finished, this, &DataPage::onFound);
    connect(surveyor_, &PhotoSurveyor::failed, this, &DataPage::onFailed);
    connect(split_, &SplitChooser::changed, this, [this] {
        if (found_.survey && found_.survey->usable() > 0)
            splitter_->split(found_, split_->settings());
    });
    connect(splitter_, &PhotoSplitter::finished, this, &DataPage::onSplit);
    connect(splitter_, &PhotoSplitter::failed, this, [this](const Error& error) {
        split_->showSentence(words(error.message));
        data_.reset();
        Q_EMIT dataChanged();
    });
    const auto showLambda = [this] { figures_->setLambda(draft_->settings().lambda); };
    connect(figures_, &ColourFigures::lambdaChanged, draft_, &TrainingDraft::setLambda);
    connect(draft_, &TrainingDraft::changed, this, showLambda);
    showLambda();
    connect(figures_, &ColourFigures::figureSaved, this, &DataPage::figureSaved);
    connect(figures_, &ColourFigures::figureFailed, this,
            [this](const QString& sentence) { Q_EMIT problem(sentence, {}); });
}

void DataPage::setSources(const QString& kind, const QStringList& sources)
{
    {
        const QSignalBlocker quiet(kind_);
        kind_->setCurrentIndex(std::max(0, kind_->findData(kind)));
    }
    sources_->setSources(sources);
    showKind();
    onSourcesChanged();
}

QString DataPage::kind() const
{
    return kind_->currentData().toString();
}

QString DataPage::note() const
{
    return noteRow_->isHidden() ? QString() : note_->text();
}

void DataPage::lookThrough()
{
    const QStringList sources = sources_->sources();
    if (sources.isEmpty() || isLooking())
        return;
    forget();
    sources_->refresh();
    const bool hadFocus = look_->hasFocus();
    surveyor_->start(kind(), sources);
    showState();
    if (hadFocus)
        cancel_->setFocus();
}

void DataPage::cancel()
{
    surveyor_->cancel();
    cancel_->setEnabled(false);
}

// What was found elsewhere says nothing about these.
void DataPage::onSourcesChanged()
{
    setSetting(setting::trainingData, kind());
    setSetting(setting::trainingSources, sources_->sources());
    surveyor_->giveUp();
    forget();
    showState();
}

void DataPage::forget()
{
    splitter_->giveUp();
    found_ = {};
    summary_->clear();
    leftOut_->setFound({});
    figures_->setHistogram({});
    split_->showSentence({});
    showNote("info", {});
    if (data_) {
        data_.reset();
        Q_EMIT dataChanged();
    }
}

void DataPage::onFound(const SurveyedData& found)
{
    found_ = found;
    const Survey& survey = *found.survey;
    summary_->setFound(found);
    leftOut_->setFound(found);
    leftOutSection_->setVisible(leftOut_->model()->count() > 0);
    figures_->setHistogram(survey.colours);
    split_->setChoosable(!found.validation);

    QStringList sentences;
    if (survey.usable() == 0)
        sentences << (survey.count(PhotoUse::Grey) + survey.count(PhotoUse::Toned) ==
                              survey.index.count()
                          ? tr("There is no colour in any of these photos, so nothing can be "
                               "learned from them.")
                          : tr("None of these photos can be learned from; the list below says "
                               "why."));
    else if (survey.usable() < fewPhotos)
        sentences << tr("Only %1 of these photos can be learned from; a training needs several "
                        "hundred to be of use.")
                         .arg(survey.usable());
    if (kind() == data_kind::published && !found.validation)
        sentences << tr("These come without validation photos, so a share of them is set aside for "
                        "validation.");
    showNote("warning", sentences);
    if (survey.usable() > 0) {
        split_->showSentence(tr("Splitting the photos…"));
        splitter_->split(found_, split_->settings());
    }
    showState();
}

void DataPage::onFailed(const Error& error)
{
    const QString sentence = words(error.message);
    sources_->refresh();
    showState();
    if (error.code == ErrorCode::Cancelled) {
        showNote("info", {tr("Looking through the photos was stopped.")});
        return;
    }
    showNote("error", {sentence});
    Q_EMIT problem(sentence, QString::fromStdString(error.detail));
}

void DataPage::onSplit(const TrainSplit& split)
{
    split_->showSplit(split);
    data_ = TrainingData{.kind = kind(),
                         .sources = sources_->sources(),
                         .survey = found_.survey,
                         .split = split,
                         .validationSurvey = found_.validation};
    Q_EMIT dataChanged();
}

void DataPage::showKind()
{
    const QString chosen = kind();
    sources_->setFoldersOnly(chosen == data_kind::published);
    if (chosen == data_kind::archive)
        hint_->setText(tr("Colour photos of the same places and times as your black-and-white "
                          "ones: the model learns their colours."));
    else if (chosen == data_kind::folder)
        hint_->setText(tr("Any colour photos, including those in subfolders."));
    else
        hint_->setText(tr("The folder of Places365 as downloaded; its own validation photos are "
                          "used for validation."));
}

void DataPage::showState()
{
    const bool looking = isLooking();
    const bool hadFocus = cancel_->hasFocus();
    look_->setVisible(!looking);
    look_->setEnabled(!sources_->sources().isEmpty());
    running_->setVisible(looking);
    cancel_->setEnabled(looking);
    if (!looking && hadFocus)
        look_->setFocus();
    results_->setVisible(found_.survey != nullptr);
    if (sources_->sources().isEmpty())
        showNote("info", {tr("Add a folder, or drop one here.")});
}

void DataPage::showProgress(double fraction, const QString& activity)
{
    activity_->setText(activity);
    bar_->setRange(0, fraction < 0 ? 0 : barSteps); // without a number: it only moves
    bar_->setValue(int(fraction * barSteps));
}

void DataPage::showNote(const char* icon, const QStringList& sentences)
{
    noteIcon_->setIcon(themedIcon(icon));
    note_->setText(sentences.join(u' '));
    noteRow_->setVisible(!sentences.isEmpty());
}

void DataPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DataPage::dropEvent(QDropEvent* event)
{
    const QStringList paths = droppedFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    sources_->add(paths);
}

} // namespace autochrome
