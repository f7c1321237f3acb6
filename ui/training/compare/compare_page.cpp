#include "ui/training/compare/compare_page.h"

#include "ui/settings/settings.h"
#include "ui/tools/fold_section.h"
#include "ui/training/compare/adoption_box.h"
#include "ui/training/compare/comparison_process.h"
#include "ui/training/compare/comparison_sheet.h"
#include "ui/training/compare/comparison_table.h"
#include "ui/training/compare/comparison_words.h"
#include "ui/training/compare/photo_places.h"
#include "ui/widgets/background.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/focus_keeper.h"
#include "ui/widgets/form.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace autochrome {

namespace {

constexpr int usualLimit = 300; // photos of each kind: a few minutes on a processor

QStringList textsOf(const std::vector<std::filesystem::path>& paths)
{
    QStringList texts;
    for (const auto& path : paths)
        texts << nameOfPath(path);
    return texts;
}

} // namespace

ComparePage::ComparePage(QWidget* parent)
    : QWidget(parent),
      process_(new ComparisonProcess(this)),
      state_(new BreakingLabel),
      content_(new QWidget),
      new_(new BreakingLabel),
      before_(new QComboBox),
      photos_(new PhotoPlaces(tr("Photos to compare on"))),
      note_(new BreakingLabel),
      others_(new PhotoPlaces(tr("Other photos"))),
      faces_(new QLineEdit(QStringLiteral("face"))),
      limit_(new QSpinBox),
      compare_(new QPushButton(tr("&Compare"))),
      cancel_(new QPushButton(tr("Stop"))),
      bar_(new QProgressBar),
      result_(new QWidget),
      verdict_(new BreakingLabel),
      stale_(new BreakingLabel),
      table_(new ComparisonTable),
      report_(new QPushButton(tr("Open the &report"))),
      adoption_(new AdoptionBox),
      sheet_(new ComparisonSheet)
{
    pool_.setMaxThreadCount(1);
    build();
    connectParts();
    setRun({});
}

ComparePage::~ComparePage() = default;

QWidget* ComparePage::makeChoices()
{
    before_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    before_->setMinimumContentsLength(12);
    limit_->setRange(0, 100000);
    limit_->setSingleStep(50);
    limit_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    limit_->setValue(usualLimit);
    limit_->setSpecialValueText(tr("all of them"));
    limit_->setToolTip(
        tr("At most this many of these photos, and as many of the others, evenly spread."));
    faces_->setToolTip(tr("In photos whose path contains this, the middle is taken to be skin."));
    faces_->setPlaceholderText(tr("no faces"));
    others_->setToolTip(
        tr("Photos of kinds that it was not trained on show what it has forgotten."));

    auto* choices = new QWidget;
    auto* form = new Form(choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    const auto addRow = [form](const QString& text, QWidget* field) {
        auto* label = new QLabel(text);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    addRow(tr("The &old model"), before_);
    addRow(tr("&Photos to compare on"), photos_);
    form->addRow(note_);
    addRow(tr("O&ther photos, to see what was forgotten"), others_);
    addRow(tr("Photos of each, at &most"), limit_);
    addRow(tr("&Faces are in photos whose path contains"), faces_);
    return choices;
}

void ComparePage::build()
{
    QFont bold = new_->font();
    bold.setBold(true);
    new_->setFont(bold);
    QFont large = verdict_->font();
    large.setPointSizeF(large.pointSizeF() * 1.1);
    verdict_->setFont(large);
    verdict_->setFocusPolicy(Qt::StrongFocus);
    bar_->setRange(0, 1000);
    bar_->setTextVisible(false);
    bar_->setMaximumHeight(6);
    bar_->setAccessibleName(tr("Progress of the comparison"));
    compare_->setIcon(themedIcon("side_by_side"));
    cancel_->setIcon(themedIcon("cancel"));
    report_->setIcon(themedIcon("report"));
    for (QPushButton* button : {compare_, cancel_, report_})
        button->setAutoDefault(false);

    auto* action = new QHBoxLayout;
    action->setSpacing(8);
    action->addWidget(compare_);
    action->addWidget(cancel_);
    action->addWidget(bar_, 1);
    action->addStretch();
    auto* reportRow = new QHBoxLayout;
    reportRow->addWidget(report_);
    reportRow->addStretch();
    auto* result = new QVBoxLayout(result_);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(10);
    result->addWidget(verdict_);
    result->addWidget(stale_);
    result->addWidget(table_);
    result->addLayout(reportRow);
    auto* content = new QVBoxLayout(content_);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(12);
    content->addWidget(new_);
    content->addWidget(
        new FoldSection(QStringLiteral("training-compare"), tr("What is compared"), makeChoices()));
    content->addLayout(action);
    content->addWidget(result_);
    content->addWidget(adoption_);
    content->addWidget(sheet_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(state_);
    layout->addWidget(content_);
    layout->addStretch();
}

void ComparePage::connectParts()
{
    connect(compare_, &QPushButton::clicked, this, &ComparePage::compare);
    connect(cancel_, &QPushButton::clicked, this, &ComparePage::cancel);
    connect(report_, &QPushButton::clicked, this, &ComparePage::openReport);
    connect(photos_, &PhotoPlaces::changed, this, &ComparePage::showState);
    connect(process_, &ComparisonProcess::progressed, this,
            [this](double fraction) { bar_->setValue(int(fraction * bar_->maximum())); });
    connect(process_, &ComparisonProcess::finished, this, &ComparePage::read);
    connect(process_, &ComparisonProcess::cancelled, this, &ComparePage::read);
    connect(process_, &ComparisonProcess::failed, this,
            [this](const QString& sentence, const QString& detail) {
                showState();
                Q_EMIT problem(sentence, detail);
            });
    connect(adoption_, &AdoptionBox::adopted, this, &ComparePage::adopted);
    connect(adoption_, &AdoptionBox::kept, this, &ComparePage::kept);
    connect(adoption_, &AdoptionBox::added, this, &ComparePage::added);
    connect(adoption_, &AdoptionBox::rolledBack, this, &ComparePage::rolledBack);
    connect(adoption_, &AdoptionBox::problem, this, &ComparePage::problem);
}

bool ComparePage::isComparing() const
{
    return process_->isRunning();
}

const Comparison* ComparePage::comparison() const
{
    return run_ && run_->comparison ? &run_->comparison->comparison : nullptr;
}

void ComparePage::setRun(const QString& folder)
{
    if (folder != folder_) { // a comparison that runs goes on: it was ordered
        run_.reset();
        folder_ = folder;
    }
    if (folder.isEmpty()) {
        ++generation_;
        showState();
        return;
    }
    read();
}

void ComparePage::read()
{
    showState();
    runInBackground(
        &pool_, this, [folder = pathNamed(folder_)] { return readComparedRun(folder); },
        [this, generation = ++generation_](Result<ComparedRun> run) {
            if (generation != generation_)
                return;
            if (run) {
                const bool isSameRun = run_.has_value();
                take(std::move(*run), isSameRun);
                return;
            }
            // A folder in which no training was begun yet is no mishap.
            run_.reset();
            showState();
            if (run.error().code != ErrorCode::NotFound)
                Q_EMIT problem(words(run.error().message),
                               QString::fromStdString(run.error().detail));
        });
}

void ComparePage::take(ComparedRun run, bool isSameRun)
{
    run_ = std::move(run);
    if (!isSameRun)
        photos_->setPaths(textsOf(run_->run.validation));
    fillModels();
    adoption_->setModel(run_->model, run_->modelName, run_->modelSha256);
    adoption_->setLibrary(run_->library);
    showComparison();
    showState();
}

void ComparePage::fillModels()
{
    const QString chosen = before_->currentData().toString();
    before_->clear();
    for (const ModelEntry& model : run_->others) {
        const QString name = QString::fromStdString(model.name);
        const bool isStart = run_->startedFromFirst && before_->count() == 0;
        before_->addItem(isStart ? tr("%1 (the training started from it)").arg(name) : name,
                         nameOfPath(model.path));
    }
    before_->setCurrentIndex(std::max(0, before_->findData(chosen)));
    if (before_->count() == 0)
        before_->setCurrentIndex(-1);
}

void ComparePage::compare()
{
    if (!run_ || isComparing())
        return;
    ComparisonOrder order;
    order.before = before_->currentData().toString();
    order.after = nameOfPath(run_->model);
    order.photos = photos_->paths();
    order.others = others_->paths();
    order.faces = faces_->text().trimmed();
    order.limit = limit_->value();
    order.device = settingValue(setting::device);
    bar_->setValue(0);
    compared_ = folder_;
    process_->start(order, nameOfPath(comparisonFolder(pathNamed(folder_))));
    showState();
}

void ComparePage::cancel()
{
    process_->cancel();
    showState();
}

void ComparePage::showComparison()
{
    if (!comparison()) {
        sheet_->setPhotos({}, {});
        return;
    }
    verdict_->setText(ComparisonWords::verdict(*comparison()));
    table_->setComparison(*comparison());
    sheet_->setPhotos(comparisonFolder(pathNamed(folder_)), run_->comparison->photos);
    QStringList stale;
    if (comparison()->afterSha256 != run_->modelSha256)
        stale << tr(
            "The training has gone on since then: this comparison is of the model as it was.");
    if (run_->comparison->skipped > 0)
        stale << tr("Photos that could not be used: %1; the report names them.")
                     .arg(QLocale().toString(run_->comparison->skipped));
    stale_->setText(stale.join(u' '));
    stale_->setVisible(!stale.isEmpty());
}

QString ComparePage::noteText() const
{
    if (!run_)
        return {};
    const QStringList validation = textsOf(run_->run.validation);
    if (validation.isEmpty())
        return tr(
            "This training had no validation photos; choose some that it did not learn from.");
    if (photos_->paths() != validation)
        return {};
    return run_->run.settings.keepBest
               ? tr("The training was validated on these photos and kept the state that did best "
                    "on them, so they flatter it a little; photos it has never seen are a fairer "
                    "test.")
               : tr("The training was validated on these photos but did not learn from them.");
}

void ComparePage::showState()
{
    const bool hasModel = run_ && !run_->modelName.empty();
    const bool comparing = isComparing();
    QString state;
    if (folder_.isEmpty() || !run_)
        state = tr("When a training has made a model, it can be compared with the old one here.");
    else if (!hasModel)
        state = tr("This training has not kept a model yet.");
    else if (comparing && compared_ != folder_)
        state = tr("The comparison in “%1” still runs; this model can be compared after it.")
                    .arg(QDir(compared_).dirName());
    state_->setText(state);
    state_->setVisible(!state.isEmpty());
    content_->setVisible(hasModel);
    if (!hasModel)
        return;
    const QString name = QString::fromStdString(run_->modelName);
    new_->setText(run_->isTraining
                      ? tr("New model: “%1”, as it is now; its training still runs").arg(name)
                      : tr("New model: “%1”").arg(name));
    const QString note = noteText();
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
    for (QWidget* choice : {static_cast<QWidget*>(before_), static_cast<QWidget*>(photos_),
                            static_cast<QWidget*>(others_), static_cast<QWidget*>(limit_),
                            static_cast<QWidget*>(faces_)})
        choice->setEnabled(!comparing);
    // Not on "Use this model", which is next: a key too many would adopt it.
    const FocusKeeper keeper({compare_, cancel_}, comparing ? cancel_ : compare_);
    compare_->setVisible(!comparing);
    compare_->setEnabled(before_->count() > 0 && !photos_->paths().isEmpty());
    compare_->setToolTip(before_->count() == 0 ? tr("There is no other model to compare it with.")
                                               : QString());
    cancel_->setVisible(comparing);
    bar_->setVisible(comparing);
    result_->setVisible(comparison() != nullptr);
    sheet_->setVisible(sheet_->count() > 0);
}

void ComparePage::openReport()
{
    const QString page = nameOfPath(comparisonFolder(pathNamed(folder_)) / "evaluation.html");
    if (!QFile::exists(page) || !QDesktopServices::openUrl(QUrl::fromLocalFile(page)))
        Q_EMIT problem(tr("The report cannot be opened: “%1”.").arg(page), {});
}

} // namespace autochrome
