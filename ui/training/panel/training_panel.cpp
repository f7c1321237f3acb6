#include "ui/training/panel/training_panel.h"

#include "ui/training/compare/compare_page.h"
#include "ui/training/data/data_page.h"
#include "ui/training/data/training_draft.h"
#include "ui/training/models/models_page.h"
#include "ui/training/panel/page_area.h"
#include "ui/training/panel/training_chooser.h"
#include "ui/training/panel/training_starter.h"
#include "ui/training/run/run_page.h"
#include "ui/training/setup/set_up_page.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace autochrome {

TrainingPanel::TrainingPanel(QWidget* parent)
    : QWidget(parent),
      chooser_(new TrainingChooser),
      tabs_(new QTabWidget),
      draft_(new TrainingDraft),
      data_(new DataPage(draft_)),
      setUp_(new SetUpPage(draft_)),
      run_(new RunPage),
      compare_(new ComparePage),
      models_(new ModelsPage),
      starter_(new TrainingStarter(data_, setUp_, run_, this))
{
    build();
    draft_->setParent(this); // only now: goes after the pages, which keep it at their end
    connectPages();
    connectModels();
    models_->refresh();
}

void TrainingPanel::build()
{
    // In the order of Page.
    const auto addPage = [this](QWidget* page, const QString& title) {
        tabs_->addTab(new PageArea(page, QString(title).remove(u'&')), title);
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
    layout->addWidget(chooser_);
    layout->addWidget(tabs_, 1);
}

void TrainingPanel::connectPages()
{
    connect(chooser_, &TrainingChooser::chosen, this, &TrainingPanel::openTraining);
    connect(chooser_, &TrainingChooser::deleting, this, [this](const QString& folder) {
        if (compare_->comparedFolder() == folder)
            compare_->cancel();
        openTraining({});
    });
    connect(data_, &DataPage::figureSaved, this, [this](const QString& path) {
        Q_EMIT done(tr("The figure is saved as “%1”.").arg(path));
    });
    connect(starter_, &TrainingStarter::started, this, [this] {
        compare_->setRun({});
        chooser_->setShown(run_->folder(), run_->isRunning());
        showPage(Page::Run);
    });
    connect(run_, &RunPage::runningChanged, this, [this](bool running) {
        chooser_->setShown(run_->folder(), running);
        chooser_->lookAgain();
    });
    connect(run_, &RunPage::ended, this, [this](const QString& folder) {
        compare_->setRun(folder);
        showPage(Page::Compare);
        chooser_->lookAgain();
    });
    connect(run_, &RunPage::smallerBatchWanted, this, [this](int batch) {
        setUp_->offerSmallerBatch(batch);
        showPage(Page::SetUp);
    });

    connect(chooser_, &TrainingChooser::problem, this, &TrainingPanel::problem);
    connect(starter_, &TrainingStarter::problem, this, &TrainingPanel::problem);
    connect(data_, &DataPage::problem, this, &TrainingPanel::problem);
    connect(setUp_, &SetUpPage::problem, this, &TrainingPanel::problem);
    connect(run_, &RunPage::problem, this, &TrainingPanel::problem);
    connect(compare_, &ComparePage::problem, this, &TrainingPanel::problem);
    connect(models_, &ModelsPage::problem, this, &TrainingPanel::problem);
}

void TrainingPanel::connectModels()
{
    connect(compare_, &ComparePage::added, models_, &ModelsPage::refresh);
    connect(compare_, &ComparePage::adopted, this, [this](const QString& name) {
        onDefaultChanged(tr("“%1” is the model in use now.").arg(name));
    });
    connect(compare_, &ComparePage::rolledBack, this, [this](const QString& name) {
        onDefaultChanged(tr("“%1” is the model in use again.").arg(name));
    });
    connect(models_, &ModelsPage::refreshed, setUp_, &SetUpPage::refreshModels);
    connect(models_, &ModelsPage::defaultChanged, this, &TrainingPanel::defaultModelChanged);
    connect(models_, &ModelsPage::collectionsChanged, this, &TrainingPanel::collectionsChanged);
    connect(models_, &ModelsPage::done, this, &TrainingPanel::done);
    connect(models_, &ModelsPage::trainFrom, this, [this](const QString& model) {
        openTraining({});
        setUp_->setStartModel(model);
        showPage(data_->data() ? Page::SetUp : Page::Photos);
    });
}

void TrainingPanel::onDefaultChanged(const QString& sentence)
{
    models_->refresh(); // which the set-up follows
    Q_EMIT defaultModelChanged();
    Q_EMIT done(sentence);
}

void TrainingPanel::openTraining(const QString& folder)
{
    run_->setFolder(folder);
    compare_->setRun(folder);
    chooser_->setShown(run_->folder(), run_->isRunning());
    showPage(folder.isEmpty() ? Page::Photos : Page::Run);
}

void TrainingPanel::showPage(Page page)
{
    tabs_->setCurrentIndex(int(page));
}

TrainingPanel::Page TrainingPanel::page() const
{
    return Page(tabs_->currentIndex());
}

bool TrainingPanel::isStarting() const
{
    return starter_->isStarting();
}

} // namespace autochrome
