#include "ui/window/photo_menu.h"

#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/viewer/photo_view.h"
#include "ui/widgets/file_manager.h"
#include "ui/widgets/icon_theme.h"
#include "ui/window/actions.h"
#include "ui/window/film_strip.h"

#include <QMenu>
#include <QPointer>

namespace autochrome {

void addPhotoMenu(PhotoView* view, const Actions& actions)
{
    auto* menu = new QMenu(view);
    const std::initializer_list<Command> groups[] = {
        {Command::Split, Command::SideBySide, Command::Alternate},
        {Command::Fit, Command::OneToOne, Command::ZoomIn, Command::ZoomOut},
        {Command::RotateLeft, Command::RotateRight, Command::Crop, Command::Repair},
        {Command::Colourise, Command::Reset},
        {Command::Export, Command::ShowInFolder},
        {Command::ClosePhoto}};
    for (const auto& group : groups) {
        if (!menu->isEmpty())
            menu->addSeparator();
        for (const Command command : group)
            menu->addAction(actions[command]);
    }
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(view, &QWidget::customContextMenuRequested, menu,
                     [view, menu](QPoint where) { menu->popup(view->mapToGlobal(where)); });
}

void addStripMenu(FilmStrip* strip, PhotoSession* session)
{
    QObject::connect(
        strip, &FilmStrip::menuRequested, session,
        [strip, session](PhotoDocument* document, QPoint where) {
            auto* menu = new QMenu(strip);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            const QPointer<PhotoDocument> target(document);
            menu->addAction(themedIcon("open"), FilmStrip::tr("Show in folder"), session, [target] {
                if (target)
                    showInFolder(target->path());
            });
            QAction* close = menu->addAction(themedIcon("close"),
                                             FilmStrip::tr("Close “%1”").arg(document->name()),
                                             session, [session, target] {
                                                 if (target)
                                                     session->close(target);
                                             });
            close->setShortcut(Qt::Key_Delete); // of the strip, which sees the key itself
            close->setShortcutContext(Qt::WidgetShortcut);
            menu->popup(where);
        });
}

} // namespace autochrome
