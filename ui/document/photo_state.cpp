#include "ui/document/photo_state.h"

#include "ui/document/photo_document.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

namespace autochrome {

PhotoState stateOf(const PhotoDocument& document)
{
    if (document.work())
        return PhotoState::Working;
    if (document.problem())
        return PhotoState::Failed;
    if (document.isExported() || document.result())
        return PhotoState::Exported;
    if (document.recipe() != Recipe())
        return PhotoState::Edited;
    return document.rendering() ? PhotoState::Coloured : PhotoState::Waiting;
}

QString stateText(const PhotoDocument& document)
{
    auto text = [](const char* english) {
        return QCoreApplication::translate("autochrome::FilmStrip", english);
    };
    switch (stateOf(document)) {
    case PhotoState::Working:
        return text(QT_TRANSLATE_NOOP("autochrome::FilmStrip", "being worked on"));
    case PhotoState::Coloured:
        return text(QT_TRANSLATE_NOOP("autochrome::FilmStrip", "coloured"));
    case PhotoState::Edited:
        return text(QT_TRANSLATE_NOOP("autochrome::FilmStrip", "edited, not exported yet"));
    case PhotoState::Exported:
        return text(QT_TRANSLATE_NOOP("autochrome::FilmStrip", "exported"));
    case PhotoState::Failed:
        return words(document.problem()->message);
    case PhotoState::Waiting:
        break;
    }
    return text(QT_TRANSLATE_NOOP("autochrome::FilmStrip", "not coloured yet"));
}

QString whyNotExported(const PhotoDocument* document)
{
    auto text = [](const char* english) {
        return QCoreApplication::translate("autochrome::PhotoState", english);
    };
    if (!document)
        return text(QT_TRANSLATE_NOOP("autochrome::PhotoState", "Open a photo first."));
    if (document->result())
        return text(QT_TRANSLATE_NOOP("autochrome::PhotoState",
                                      "This is a saved result. To save another, colourise the "
                                      "photo again."));
    if (!document->rendering())
        return text(QT_TRANSLATE_NOOP("autochrome::PhotoState", "The photo has no colours yet."));
    if (document->isUpToDate())
        return {};
    return document->work()
               ? text(QT_TRANSLATE_NOOP("autochrome::PhotoState",
                                        "The colours for the new settings are not ready yet."))
               : text(QT_TRANSLATE_NOOP("autochrome::PhotoState",
                                        "These colours were made with other settings. Colourise "
                                        "the photo again first."));
}

const char* stateIcon(PhotoState state)
{
    switch (state) {
    case PhotoState::Working:
        return "recent";
    case PhotoState::Edited:
        return "settings";
    case PhotoState::Exported:
        return "done";
    case PhotoState::Failed:
        return "warning";
    case PhotoState::Waiting:
    case PhotoState::Coloured:
        break;
    }
    return nullptr;
}

} // namespace autochrome
