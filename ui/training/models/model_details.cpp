#include "ui/training/models/model_details.h"

#include "ui/tools/metadata_table.h"
#include "ui/training/figures/columns_layout.h"
#include "ui/training/models/card_groups.h"
#include "ui/training/models/folder_rows.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace autochrome {

ModelDetails::ModelDetails(QWidget* parent)
    : QWidget(parent),
      name_(new BreakingLabel),
      summary_(new BreakingLabel),
      verdictLine_(new QWidget),
      verdictIcon_(new IconLabel),
      verdictText_(new BreakingLabel),
      folders_(new FolderRows),
      checksum_(new QLineEdit),
      copy_(new QToolButton),
      card_(new MetadataTable)
{
    build();
    connect(folders_, &FolderRows::removed, this, &ModelDetails::folderRemoved);
    connect(copy_, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(checksum_->text()); });
    showItem(nullptr, {});
}

void ModelDetails::build()
{
    QFont large = font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    name_->setFont(large);
    verdictText_->setAccessibleDescription(tr("Result of the check"));
    checksum_->setReadOnly(true);
    checksum_->setAccessibleName(tr("SHA-256"));
    copy_->setText(tr("&Copy"));
    copy_->setAccessibleName(tr("Copy the SHA-256"));
    copy_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    copy_->setFocusPolicy(Qt::StrongFocus);
    card_->setAccessibleName(tr("Card of the model"));
    card_->setHeaderHidden(true);
    card_->setMinimumHeight(fontMetrics().height() * 10);

    auto* verdict = new QHBoxLayout(verdictLine_);
    verdict->setContentsMargins(0, 0, 0, 0);
    verdict->setSpacing(8);
    verdict->addWidget(verdictIcon_, 0, Qt::AlignTop);
    verdict->addWidget(verdictText_, 1);
    auto* buttons = new QWidget;
    auto* columns = new ColumnsLayout(buttons);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(6);
    addActions();
    for (QPushButton* button : buttons_)
        columns->addWidget(button);
    auto* checksumLabel = new QLabel(tr("&SHA-256"));
    checksumLabel->setBuddy(checksum_);
    auto* checksum = new QHBoxLayout;
    checksum->setSpacing(8);
    checksum->addWidget(checksumLabel);
    checksum->addWidget(checksum_, 1);
    checksum->addWidget(copy_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(name_);
    layout->addWidget(summary_);
    layout->addWidget(buttons);
    layout->addWidget(verdictLine_);
    layout->addWidget(folders_);
    layout->addLayout(checksum);
    layout->addWidget(card_, 1);
}

// Its buttons take more rows in a narrow panel.
QSize ModelDetails::minimumSizeHint() const
{
    const QSize least = QWidget::minimumSizeHint();
    return {least.width(), std::max(least.height(), layout()->totalMinimumHeightForWidth(width()))};
}

void ModelDetails::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width())
        updateGeometry();
}

void ModelDetails::addActions()
{
    const auto add = [this](Action what, const QString& text, const QString& tip) {
        auto* action = new QAction(text, this);
        action->setToolTip(tip);
        auto* button = new QPushButton(text);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
        connect(action, &QAction::triggered, this, [this, what] { Q_EMIT asked(what); });
        actions_[int(what)] = action;
        buttons_[int(what)] = button;
    };
    add(Action::UseByDefault, tr("&Use by default"),
        tr("Colour photos with this model where no other is chosen."));
    add(Action::UseForFolder, tr("Use for a &folder…"),
        tr("Colour the photos in one folder, and below it, with this model."));
    add(Action::Teach, tr("&Teach this model…"),
        tr("Start a new training from this model; the model itself stays as it is."));
    add(Action::Verify, tr("&Verify"), tr("Read the whole file and compare its checksums."));
    add(Action::Export, tr("&Export…"), tr("Save a copy of the file."));
    add(Action::Delete, tr("&Delete…"),
        tr("Remove the file; what came with the program cannot be deleted."));
    actions_[int(Action::Delete)]->setShortcut(QKeySequence::Delete);
    actions_[int(Action::Delete)]->setShortcutContext(Qt::WidgetShortcut);
}

void ModelDetails::showItem(const LibraryItem* item, const LibraryContents& library)
{
    setVisible(item != nullptr);
    chosen_ = item != nullptr;
    setVerdict(Verdict::None);
    if (item) {
        isEncoder_ = item->isEncoder;
        isOwn_ = item->isOwn;
        isDefault_ = item->isDefault;
        name_->setText(item->name);
        summary_->setText(item->summary);
        summary_->setVisible(!item->summary.isEmpty());
        checksum_->setText(item->sha256);
        checksum_->setCursorPosition(0);
        std::vector<FolderRows::Row> rows;
        for (const auto& folder : item->folders)
            rows.push_back({folder, tr("For the photos in %1").arg(shownPath(folder)), {}});
        folders_->setRows(rows);
        card_->showGroups(CardGroups::of(*item, library));
    }
    enableActions();
}

void ModelDetails::enableActions()
{
    action(Action::UseByDefault)->setEnabled(chosen_ && !isEncoder_ && !isDefault_);
    action(Action::UseForFolder)->setEnabled(chosen_ && !isEncoder_);
    action(Action::Teach)->setEnabled(chosen_ && !isEncoder_);
    action(Action::Verify)->setEnabled(chosen_);
    action(Action::Export)->setEnabled(chosen_);
    action(Action::Delete)->setEnabled(chosen_ && isOwn_);
}

void ModelDetails::setVerdict(Verdict verdict, const QString& reason)
{
    verdict_ = verdict;
    verdictLine_->setVisible(verdict != Verdict::None);
    switch (verdict) {
    case Verdict::None:
        verdictText_->clear();
        break;
    case Verdict::Checking:
        verdictIcon_->setIcon(themedIcon("recent"));
        verdictText_->setText(tr("The file is being read…"));
        break;
    case Verdict::Whole:
        verdictIcon_->setIcon(themedIcon("done"));
        verdictText_->setText(tr("The file is intact: its checksums match."));
        break;
    case Verdict::Damaged:
        verdictIcon_->setIcon(themedIcon("error"));
        verdictText_->setText(reason);
        break;
    }
}

} // namespace autochrome
