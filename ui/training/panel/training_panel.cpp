#include "ui/training/panel/training_panel.h"

#include "core/base/text.h"
#include "core/learn/run/run_folder.h"
#include "core/models/encoder_store.h"
#include "ui/training/compare/compare_page.h"
#include "ui/training/data/data_page.h"
#include "ui/training/data/training_draft.h"
#include "ui/training/data/training_lists.h"
#include "ui/training/models/models_page.h"
#include "ui/training/run/run_page.h"
#include "ui/training/setup/set_up_page.h"
#include "ui/widgets/background.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/row_text.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <chrono>

namespace autochrome {

namespace {

using namespace std::chrono_literals;

constexpr auto lookAround = 3s;

/// Scrolls downwards only, so that it is never narrower than its page, whatever that shows now.
class PageArea : public QScrollArea
{
public:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (object == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(object, event);
    }
    QSize minimumSizeHint() const override
    {
        const int bar = verticalScrollBar()->sizeHint().width();
        return {widget()->minimumSizeHint().width() + bar, fontMetrics().height() * 4};
    }
};

QWidget* scrolled(QWidget* page, const QString& name)
{
    auto* area = new PageArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    area->setAccessibleName(name);
    return area;
}

QString nameOf(const std::filesystem::path& path)
{
    return QFile::decodeName(path.c_str());
}

} // namespace

TrainingPanel::TrainingPanel(QWidget* parent)
    : QWidget(parent),
      chooser_(new QComboBox),
      delete_(new QToolButton),
      tabs_(new QTabWidget),
      draft_(new TrainingDraft),
      data_(new DataPage(draft_)),
      setUp_(new SetUpPage(draft_)),
      run_(new RunPage),
      compare_(new ComparePage),
      models_(new ModelsPage)
{
    pool_.setMaxThreadCount(1);
    lookAgain_.setInterval(lookAround);
    connect(&lookAgain_, &QTimer::timeout, this, [this] {
        if (isVisible())
            readTrainings();
    });
    lookAgain_.start();
    build();
    draft_->setParent(this); // only now: goes after the pages, which keep it at their end
    connectPages();
    setUp_->setFolder(freeRunFolder(trainingRoot(), setUp_->modelName()));
    readTrainings();
}

TrainingPanel::~TrainingPanel()
{
    pool_.clear();
    pool_.waitForDone();
}

void TrainingPanel::build()
{
    auto* label = new QLabel(tr("&Training:"));
    label->setBuddy(chooser_);
    chooser_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser_->setMinimumContentsLength(12);
    chooser_->addItem(tr("A new one"), QString());
    delete_->setIcon(themedIcon("clear"));
    delete_->setText(tr("Delete this training…"));
    delete_->setToolTip(tr("Delete this training's folder; models in the library stay"));
    delete_->setAccessibleName(delete_->text());
    delete_->setAutoRaise(true);
    delete_->setEnabled(false);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(label);
    top->addWidget(chooser_, 1);
    top->addWidget(delete_);
    top->setContentsMargins(8, 8, 8, 4);

    // In the order of Page.
    const auto addPage = [this](QWidget* page, const QString& title) {
        tabs_->addTab(scrolled(page, QString(title).remove(u'&')), title);
    };
    addPage(data_, tr("&Photos"));
    addPage(setUp_, tr("&Set-up"));
    addPage(run_, tr("&Run"));
    addPage(compare_, tr("&Comparison"));
    addPage(models_, tr("&Models"));
    tabs_->setDocumentMode(true);
    tabs_->setUsesScrollButtons(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(tabs_, 1);
}

void TrainingPanel::connectPages()
{
    connect(chooser_, &QComboBox::activated, this,
            [this](int row) { openTraining(chooser_->itemData(row).toString()); });
    connect(delete_, &QToolButton::clicked, this, &TrainingPanel::askToDelete);

    connect(data_, &DataPage::dataChanged, this, &TrainingPanel::writeLists);
    connect(data_, &DataPage::figureSaved, this, [this](const QString& path) {
        Q_EMIT done(tr("The figure is saved as “%1”.").arg(path));
    });
    connect(setUp_, &SetUpPage::modelNameChanged, this, [this](const QString& name) {
        setUp_->setFolder(freeRunFolder(trainingRoot(), name));
    });
    connect(setUp_, &SetUpPage::startRequested, this, &TrainingPanel::start);

    connect(run_, &RunPage::runningChanged, this, [this](bool running) {
        readTrainings();
        Q_EMIT runningChanged(running);
    });
    connect(run_, &RunPage::ended, this, [this](const QString& folder) {
        compare_->setRun(folder);
        showPage(Page::Compare);
        readTrainings();
    });
    connect(run_, &RunPage::smallerBatchWanted, this, [this](int batch) {
        setUp_->offerSmallerBatch(batch);
        showPage(Page::SetUp);
    });

    connect(compare_, &ComparePage::added, models_, &ModelsPage::refresh);
    connect(compare_, &ComparePage::adopted, this, [this](const QString& name) {
        models_->refresh();
        setUp_->refreshModels();
        Q_EMIT defaultModelChanged();
        Q_EMIT done(tr("“%1” is the model in use now.").arg(name));
    });
    connect(compare_, &ComparePage::rolledBack, this, [this](const QString& name) {
        models_->refresh();
        Q_EMIT defaultModelChanged();
        Q_EMIT done(tr("“%1” is the model in use again.").arg(name));
    });

    connect(models_, &ModelsPage::defaultChanged, this, &TrainingPanel::defaultModelChanged);
    connect(models_, &ModelsPage::collectionsChanged, this, &TrainingPanel::collectionsChanged);
    connect(models_, &ModelsPage::done, this, &TrainingPanel::done);
    connect(models_, &ModelsPage::refreshed, this, [this] {
        setUp_->refreshModels();
        runInBackground(
            &pool_, this, [] { return availableEncoders(); },
            [this](const std::vector<EncoderEntry>& encoders) {
                QStringList files;
                for (const EncoderEntry& encoder : encoders)
                    files << nameOf(encoder.path);
                setUp_->setEncoders(files);
            });
    });
    connect(models_, &ModelsPage::trainFrom, this, [this](const QString& model) {
        openTraining({});
        setUp_->setStartModel(model);
        showPage(data_->data() ? Page::SetUp : Page::Photos);
    });

    connect(data_, &DataPage::problem, this, &TrainingPanel::problem);
    connect(setUp_, &SetUpPage::problem, this, &TrainingPanel::problem);
    connect(run_, &RunPage::problem, this, &TrainingPanel::problem);
    connect(compare_, &ComparePage::problem, this, &TrainingPanel::problem);
    connect(models_, &ModelsPage::problem, this, &TrainingPanel::problem);
    models_->refresh();
}

void TrainingPanel::showPage(Page page)
{
    tabs_->setCurrentIndex(int(page));
}

TrainingPanel::Page TrainingPanel::page() const
{
    return Page(tabs_->currentIndex());
}

QString TrainingPanel::stageText(const KnownTraining& training) const
{
    switch (training.phase) {
    case TrainingPhase::Stopped:
        return tr("paused");
    case TrainingPhase::Done:
        return tr("done");
    case TrainingPhase::Failed:
        return tr("failed");
    case TrainingPhase::Interrupted:
        return tr("interrupted");
    case TrainingPhase::Preparing:
    case TrainingPhase::Training:
    case TrainingPhase::Validating:
        break;
    }
    return tr("running");
}

void TrainingPanel::readTrainings()
{
    runInBackground(
        &pool_, this, [] { return knownTrainings(trainingRoot()); },
        [this](std::vector<KnownTraining> trainings) { take(std::move(trainings)); });
}

void TrainingPanel::take(std::vector<KnownTraining> trainings)
{
    trainings_ = std::move(trainings);
    showTrainings();
    if (isReady_)
        return;
    isReady_ = true;
    // What runs is what whoever opens the panel wants to see.
    for (const KnownTraining& training : trainings_) {
        if (training.isRunning()) {
            openTraining(training.folder);
            return;
        }
    }
}

// In the chooser; one that lies elsewhere (it was begun on the command line) while it is shown.
void TrainingPanel::showTrainings()
{
    const QString shown = run_->folder();
    QList<std::pair<QString, QString>> rows{{chooser_->itemText(0), QString()}};
    bool isKnown = shown.isEmpty();
    for (const KnownTraining& training : trainings_) {
        rows.emplace_back(tr("%1 (%2)").arg(training.name, stageText(training)), training.folder);
        isKnown = isKnown || training.folder == shown;
    }
    if (!isKnown)
        rows.emplace_back(QDir(shown).dirName(), shown);
    QList<std::pair<QString, QString>> before;
    for (int row = 0; row < chooser_->count(); ++row)
        before.emplace_back(chooser_->itemText(row), chooser_->itemData(row).toString());
    // Left alone while it says the same: it may be open.
    if (rows != before) {
        while (chooser_->count() > 1)
            chooser_->removeItem(1);
        for (const auto& [text, folder] : rows.sliced(1))
            chooser_->addItem(text, folder);
    }
    chooser_->setCurrentIndex(std::max(0, chooser_->findData(shown)));
    delete_->setEnabled(!shown.isEmpty() && !run_->isRunning());
}

void TrainingPanel::openTraining(const QString& folder)
{
    run_->setFolder(folder);
    compare_->setRun(folder);
    showTrainings();
    showPage(folder.isEmpty() ? Page::Photos : Page::Run);
}

void TrainingPanel::writeLists()
{
    const int number = ++listsNumber_;
    if (!data_->data()) {
        setUp_->setLists({});
        return;
    }
    const auto draft = [this](int which) -> std::filesystem::path {
        return QFile::encodeName(lists_.filePath(QString::number(which))).toStdString();
    };
    const std::filesystem::path folder = draft(number);
    const std::filesystem::path old = draft(number - 2); // the one before may be being measured
    runInBackground(
        &pool_, this,
        [data = *data_->data(), folder, old] {
            std::error_code error;
            std::filesystem::remove_all(old, error);
            return writeTrainingLists(data, folder);
        },
        [this, number](const Result<TrainingLists>& lists) {
            if (number != listsNumber_)
                return;
            setUp_->setLists(lists ? *lists : TrainingLists{});
            if (!lists)
                report(lists.error());
        });
}

void TrainingPanel::start()
{
    if (isStarting_ || !data_->data())
        return;
    isStarting_ = true;
    const std::filesystem::path folder = freeRunFolder(trainingRoot(), setUp_->modelName());
    // The lists lie with the training, which may go on when what was chosen here is another.
    runInBackground(
        &pool_, this,
        [data = *data_->data(), folder]() -> Result<TrainingLists> {
            for (const KnownTraining& other : knownTrainings(folder.parent_path())) {
                if (other.isRunning())
                    return failure(ErrorCode::TargetExists,
                                   text("“%1” is being trained already; two at once would only "
                                        "take turns. Pause it first.",
                                        {other.name.toStdString()}));
            }
            return writeTrainingLists(data, folder);
        },
        [this, folder](const Result<TrainingLists>& lists) {
            isStarting_ = false;
            const Result<void> written =
                lists ? setUp_->writeOrder(folder) : tl::make_unexpected(lists.error());
            if (!written) {
                report(written.error());
                return;
            }
            compare_->setRun({});
            run_->start(setUp_->arguments(*lists, folder), nameOf(folder));
            showPage(Page::Run);
            setUp_->setFolder(freeRunFolder(trainingRoot(), setUp_->modelName()));
        });
}

void TrainingPanel::askToDelete()
{
    const QString folder = run_->folder();
    if (folder.isEmpty() || run_->isRunning())
        return;
    auto* box = new QMessageBox(QMessageBox::Question, tr("Delete a training"),
                                tr("Delete the training in “%1”?").arg(shortenedName(folder)),
                                QMessageBox::NoButton, this);
    connect(box, &QMessageBox::finished, box, &QObject::deleteLater);
    box->setInformativeText(tr("Its checkpoint, curves, pictures and comparison are deleted. A "
                               "model that is in the library stays there."));
    const QPushButton* remove = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep it"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this,
            [this, folder, remove](const QAbstractButton* button) {
                if (button == remove)
                    this->remove(folder);
            });
    box->open();
}

void TrainingPanel::remove(const QString& folder)
{
    if (compare_->comparedFolder() == folder)
        compare_->cancel();
    openTraining({});
    runInBackground(
        &pool_, this,
        [folder]() -> Result<void> {
            const std::filesystem::path path = QFile::encodeName(folder).toStdString();
            if (path.parent_path() != trainingRoot() || isTraining(path))
                return tl::make_unexpected(runsAlready(path));
            std::error_code error;
            std::filesystem::remove_all(path, error);
            if (error)
                return failure(ErrorCode::WriteFailed,
                               text("“%1” could not be deleted.", {path.native()}),
                               error.message());
            return {};
        },
        [this](const Result<void>& removed) {
            if (!removed)
                report(removed.error());
            readTrainings();
        });
}

void TrainingPanel::report(const Error& error)
{
    Q_EMIT problem(words(error.message), QString::fromStdString(error.detail));
}

} // namespace autochrome
