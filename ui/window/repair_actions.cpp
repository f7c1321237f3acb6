#include "ui/window/repair_actions.h"

#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/queue/batch_service.h"
#include "ui/repair/repair_section.h"
#include "ui/repair/repair_tool.h"
#include "ui/tools/adjust_panel.h"
#include "ui/viewer/photo_view.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"
#include "ui/window/actions.h"
#include "ui/window/message_strip.h"

#include <QFileDialog>
#include <QFileInfo>

namespace autochrome {

namespace {

const QString maskTopic = QStringLiteral("mask");

} // namespace

RepairActions::RepairActions(const Actions& actions, const PhotoSession* session,
                             const Places& places, QThreadPool* pool)
    : QObject(places.window),
      actions_(actions),
      session_(session),
      places_(places),
      tool_(new RepairTool(places.view, pool, this))
{
    places.panel->addTool(section(), tr("Repair damage"));
    section()->useShowAction(actions[Command::ShowFilled]);
    connect(tool_, &RepairTool::activeChanged, this, &RepairActions::onActive);
    connect(session, &PhotoSession::shownChanged, tool_, &RepairTool::end);
    connect(actions[Command::Repair], &QAction::triggered, this, [this](bool on) {
        if (on) {
            Q_EMIT starting();
            tool_->start(session_->shown());
        } else {
            tool_->end();
        }
        refresh();
    });
    connect(actions[Command::ShowFilled], &QAction::toggled, tool_, &RepairTool::setShowsFilled);
    connect(section(), &RepairSection::loadWanted, this, &RepairActions::askForMask);
    connect(section(), &RepairSection::saveWanted, this, &RepairActions::askForTarget);
    connect(tool_, &RepairTool::saved, this, [this](const WrittenPhoto& written) {
        const QString name = QFileInfo(nameOfPath(written.path)).fileName();
        places_.messages->post({.kind = Notice::Kind::Done,
                                .sentence = tr("The mask was saved as “%1”.").arg(shownName(name)),
                                .topic = maskTopic});
    });
    connect(tool_, &RepairTool::failed, this, [this](const Error& error) {
        places_.messages->post({.kind = Notice::Kind::Error,
                                .sentence = words(error.message),
                                .detail = QString::fromStdString(error.detail),
                                .topic = maskTopic});
    });
}

RepairSection* RepairActions::section() const
{
    return tool_->section();
}

void RepairActions::leave()
{
    tool_->end();
}

void RepairActions::onActive(bool active)
{
    places_.panel->showTool(active ? section() : nullptr);
    if (active && !actions_[Command::Panel]->isChecked())
        actions_[Command::Panel]->trigger();
    if (!active)
        places_.messages->withdraw(maskTopic);
    refresh();
}

void RepairActions::refresh()
{
    const PhotoDocument* document = session_->shown();
    section()->setRecipe(document ? document->recipe() : Recipe());
    QAction* action = actions_[Command::Repair];
    action->setEnabled(document && document->isRead());
    action->setChecked(tool_->isActive());
    actions_[Command::ShowFilled]->setEnabled(tool_->isActive());
    if (tool_->isActive()) // the brush is on one picture
        actions_[Command::SideBySide]->setEnabled(false);
}

void RepairActions::askForMask()
{
    auto* dialog = new QFileDialog(places_.window, tr("Load a mask"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Masks (*.png *.tif *.tiff)"), tr("All files (*)")});
    dialog->setDirectory(QFileInfo(session_->shown()->path()).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, tool_, &RepairTool::loadMask);
    dialog->open();
}

void RepairActions::askForTarget()
{
    const QFileInfo photo(session_->shown()->path());
    auto* dialog = new QFileDialog(places_.window, tr("Save what is filled in"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PNG files (*.png)"));
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->setDirectory(photo.absolutePath());
    dialog->selectFile(photo.completeBaseName() + QLatin1String("_mask.png"));
    connect(dialog, &QFileDialog::fileSelected, tool_, [this](const QString& file) {
        WriteOptions options;
        options.overwrite = Overwrite::Replace; // the dialog has asked
        options.isOriginal = places_.queue->originals();
        tool_->saveMask(file, options);
    });
    dialog->open();
}

} // namespace autochrome
