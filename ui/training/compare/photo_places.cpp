#include "ui/training/compare/photo_places.h"

#include "ui/widgets/dropped_files.h"

#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>

namespace autochrome {

namespace {

constexpr int linesShown = 3;

} // namespace

PhotoPlaces::PhotoPlaces(const QString& name, QWidget* parent)
    : QWidget(parent), list_(new QListWidget), remove_(new QPushButton(tr("Remove")))
{
    setAcceptDrops(true);
    list_->setAccessibleName(name);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFixedHeight(list_->fontMetrics().height() * linesShown * 3 / 2 +
                          2 * list_->frameWidth());
    auto* remove = new QAction(list_);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    list_->addAction(remove);
    auto* folder = new QPushButton(tr("Add folder…"));
    auto* archive = new QPushButton(tr("Add archive…"));
    for (QPushButton* button : {folder, archive, remove_}) {
        button->setAutoDefault(false);
        button->setAccessibleDescription(name);
    }

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton* button : {folder, archive, remove_})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(list_);
    layout->addLayout(buttons);
    setFocusProxy(list_);

    connect(folder, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getExistingDirectory(this, tr("Photos to compare on"));
        if (!path.isEmpty())
            add({path});
    });
    connect(archive, &QPushButton::clicked, this, [this] {
        add(QFileDialog::getOpenFileNames(this, tr("Photos to compare on"), {},
                                          tr("Archives and lists of photos (*.tar *.txt)")));
    });
    connect(remove_, &QPushButton::clicked, this, &PhotoPlaces::removeSelected);
    connect(remove, &QAction::triggered, this, &PhotoPlaces::removeSelected);
    connect(list_, &QListWidget::itemSelectionChanged, this, &PhotoPlaces::showState);
    showState();
}

void PhotoPlaces::setPaths(const QStringList& paths)
{
    list_->clear();
    add(paths);
}

QStringList PhotoPlaces::paths() const
{
    QStringList paths;
    for (int row = 0; row < list_->count(); ++row)
        paths << list_->item(row)->data(Qt::UserRole).toString();
    return paths;
}

void PhotoPlaces::add(const QStringList& paths)
{
    for (const QString& path : paths) {
        const QString clean = QDir::cleanPath(path);
        if (clean.isEmpty() || this->paths().contains(clean))
            continue;
        auto* item = new QListWidgetItem(QDir::toNativeSeparators(clean), list_);
        item->setData(Qt::UserRole, clean);
        item->setToolTip(clean);
    }
    showState();
    Q_EMIT changed();
}

void PhotoPlaces::removeSelected()
{
    qDeleteAll(list_->selectedItems());
    showState();
    Q_EMIT changed();
}

void PhotoPlaces::showState()
{
    remove_->setEnabled(!list_->selectedItems().isEmpty());
}

void PhotoPlaces::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PhotoPlaces::dropEvent(QDropEvent* event)
{
    add(droppedFiles(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace autochrome
