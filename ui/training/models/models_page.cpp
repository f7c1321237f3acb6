#include "ui/training/models/models_page.h"

#include "ui/training/models/folder_rows.h"
#include "ui/training/models/library_delegate.h"
#include "ui/widgets/background.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QDialog>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <algorithm>

namespace autochrome {

namespace {

// Device-independent pixels.
constexpr int wideEnough = 720; // for list and details side by side
constexpr int gap = 8;          // on both sides of the handle between them

} // namespace

ModelsPage::ModelsPage(QWidget* parent)
    : QWidget(parent),
      import_(new QPushButton(tr("&Import…"))),
      rollBack_(new QPushButton(tr("&Roll back"))),
      working_(new QLabel(tr("One moment…"))),
      empty_(new QLabel(tr("There is no model here: drop a model file, or choose “Import…”."))),
      list_(new QListWidget),
      orphans_(new FolderRows),
      details_(new ModelDetails),
      splitter_(new QSplitter(Qt::Vertical))
{
    pool_.setMaxThreadCount(1);
    setAcceptDrops(true);
    build();
    connect(import_, &QPushButton::clicked, this, &ModelsPage::askForImport);
    connect(rollBack_, &QPushButton::clicked, this, &ModelsPage::rollBack);
    connect(list_, &QListWidget::currentRowChanged, this, &ModelsPage::showCurrent);
    connect(details_, &ModelDetails::asked, this, &ModelsPage::perform);
    connect(details_, &ModelDetails::folderRemoved, this, &ModelsPage::removeFolder);
    connect(orphans_, &FolderRows::removed, this, &ModelsPage::removeFolder);
    setBusy(0);
}

ModelsPage::~ModelsPage() = default;

void ModelsPage::build()
{
    import_->setToolTip(tr("Add model files or encoders to the library."));
    rollBack_->setToolTip(tr("Go back to the previous default model."));
    working_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setWordWrap(true);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->hide();
    list_->setItemDelegate(new LibraryDelegate(list_));
    list_->setAccessibleName(tr("Models and encoders"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setMinimumSize(fontMetrics().averageCharWidth() * 24, fontMetrics().lineSpacing() * 7);
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int action = 0; action < ModelDetails::actionCount; ++action)
        list_->addAction(details_->action(ModelDetails::Action(action)));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(import_);
    buttons->addWidget(rollBack_);
    buttons->addSpacing(6);
    buttons->addWidget(working_);
    buttons->addStretch();
    auto* left = new QWidget;
    auto* leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(8);
    leftLayout->addWidget(list_, 1);
    leftLayout->addWidget(empty_, 1);
    leftLayout->addWidget(orphans_);
    splitter_->addWidget(left);
    splitter_->addWidget(details_);
    splitter_->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(buttons);
    layout->addWidget(splitter_, 1);
}

const LibraryItem* ModelsPage::current() const
{
    const int row = list_->currentRow();
    return row >= 0 && row < int(contents_.items.size()) ? &contents_.items[std::size_t(row)]
                                                         : nullptr;
}

bool ModelsPage::choose(const QString& name)
{
    for (std::size_t row = 0; row < contents_.items.size(); ++row) {
        if (contents_.items[row].name == name) {
            list_->setCurrentRow(int(row));
            return true;
        }
    }
    return false;
}

QDialog* ModelsPage::question() const
{
    return question_;
}

void ModelsPage::refresh()
{
    const int request = ++request_;
    runInBackground(
        &pool_, this, [] { return readLibrary(); },
        [this, request](LibraryContents contents) {
            if (request == request_)
                take(std::move(contents));
        });
}

void ModelsPage::take(LibraryContents contents)
{
    if (wanted_.isEmpty() && current())
        wanted_ = current()->sha256;
    const QString before = current() ? current()->sha256 : QString();
    QWidget* const window = this->window();
    const QPointer<QWidget> focused = window->focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused);
    {
        const QSignalBlocker quiet(list_);
        list_->clear(); // its rows point into the contents of before
        contents_ = std::move(contents);
        int row = 0;
        for (std::size_t i = 0; i < contents_.items.size(); ++i) {
            const LibraryItem& item = contents_.items[i];
            auto* entry = new QListWidgetItem(item.name, list_);
            entry->setData(LibraryDelegate::itemRole,
                           QVariant::fromValue(static_cast<const void*>(&item)));
            entry->setData(Qt::AccessibleTextRole, LibraryDelegate::spoken(item));
            entry->setToolTip(LibraryDelegate::spoken(item));
            if (item.sha256 == wanted_)
                row = int(i);
        }
        list_->setCurrentRow(contents_.items.empty() ? -1 : row);
    }
    wanted_.clear();
    list_->setVisible(!contents_.items.empty());
    empty_->setVisible(contents_.items.empty());
    std::vector<FolderRows::Row> orphans;
    for (const CollectionModel& collection : contents_.orphans)
        orphans.push_back(
            {collection.folder, words(goneModelWarning(collection)), QStringLiteral("warning")});
    orphans_->setRows(orphans);
    // What was found about a file holds until another one is chosen.
    const auto verdict = details_->verdict();
    const QString reason = details_->verdictText()->text();
    showCurrent();
    if (current() && current()->sha256 == before)
        details_->setVerdict(verdict, reason);
    setBusy(0);
    // A button that can no longer be pressed must not let the focus fall just anywhere.
    if (hadFocus && (!focused || !focused->isEnabled() || !focused->isVisibleTo(this)))
        list_->setFocus();
    Q_EMIT refreshed();
}

void ModelsPage::showCurrent()
{
    details_->showItem(current(), contents_);
}

void ModelsPage::setBusy(int change)
{
    // Buttons stay as they are, so that the focus does too: work mostly takes a blink, and who
    // presses meanwhile is not heard.
    busy_ += change;
    working_->setVisible(busy_ > 0);
    rollBack_->setEnabled(contents_.canRollBack);
}

void ModelsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

void ModelsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto orientation = width() >= wideEnough ? Qt::Horizontal : Qt::Vertical;
    if (placed_ && splitter_->orientation() == orientation)
        return;
    placed_ = true;
    splitter_->setOrientation(orientation);
    const bool isWide = orientation == Qt::Horizontal;
    splitter_->setSizes(isWide ? QList{2, 3} : QList{1, 3}); // shares, not pixels
    details_->setContentsMargins(isWide ? gap : 0, isWide ? 0 : gap, 0, 0);
    splitter_->widget(0)->setContentsMargins(0, 0, isWide ? gap : 0, isWide ? 0 : gap);
}

void ModelsPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (!isBusy() && !droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ModelsPage::dropEvent(QDropEvent* event)
{
    const QStringList files = droppedFiles(event->mimeData());
    if (files.isEmpty() || isBusy())
        return;
    event->acceptProposedAction();
    importFiles(files);
}

} // namespace autochrome
