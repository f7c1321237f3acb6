#include "ui/window/recipe_notices.h"

#include "core/edit/recipe_order.h"
#include "ui/document/photo_document.h"
#include "ui/document/recipe_keeper.h"
#include "ui/widgets/words.h"
#include "ui/window/message_strip.h"

#include <QPointer>

namespace autochrome {

namespace {

/// Gives a photo settings from somewhere else, undoably.
std::function<void()> taking(PhotoDocument* document, const Recipe& recipe, const QString& name)
{
    return [document = QPointer(document), recipe, name] {
        if (!document)
            return;
        Recipe taken = recipe;
        // That of another photo need not lie within this one.
        if (document->photo())
            dropStrayFrame(taken, {}, document->photo()->pixels.size());
        document->edit(taken, -1, name);
    };
}

QString topicOf(const QString& photo)
{
    return photo + QLatin1String("#settings");
}

QString failureTopicOf(const QString& photo)
{
    return topicOf(photo) + QLatin1String("-lost");
}

} // namespace

RecipeNotices::RecipeNotices(RecipeKeeper* keeper, MessageStrip* messages, QObject* parent)
    : QObject(parent)
{
    connect(keeper, &RecipeKeeper::told, this,
            [messages](const QString& photo, const QString& sentence, const QString& detail) {
                messages->post({.kind = Notice::Kind::Info,
                                .sentence = sentence,
                                .detail = detail,
                                .topic = topicOf(photo),
                                .photo = photo});
            });
    connect(keeper, &RecipeKeeper::othersFound, this,
            [messages](PhotoDocument* document, const KeptRecipe& kept) {
                messages->post({.kind = Notice::Kind::Info,
                                .sentence = words(kept.sentence),
                                .detail = QString::fromStdString(kept.detail),
                                .actionText = tr("Use them"),
                                .action = taking(document, kept.recipe, tr("kept settings")),
                                .topic = topicOf(document->path()),
                                .photo = document->path()});
            });
    connect(keeper, &RecipeKeeper::changedElsewhere, this,
            [messages](PhotoDocument* document, const KeptRecipe& kept) {
                const Recipe recipe = kept.isUsable() ? kept.recipe : Recipe();
                messages->post(
                    {.kind = Notice::Kind::Info,
                     .sentence = tr("The settings of “%1” were changed in another window. The next "
                                    "change made here overrides them.")
                                     .arg(document->name()),
                     .detail = QString::fromStdString(kept.file.string()),
                     .actionText = tr("Adopt them"),
                     .action = taking(document, recipe, tr("settings of another window")),
                     .topic = topicOf(document->path()),
                     .photo = document->path()});
            });
    connect(keeper, &RecipeKeeper::failed, this,
            [keeper, messages](const QString& photo, const Error& error) {
                messages->post({.kind = Notice::Kind::Warning,
                                .sentence = words(error.message),
                                .detail = QString::fromStdString(error.detail),
                                .actionText = tr("Try again"),
                                .action = [keeper] { keeper->saveNow(); },
                                .topic = failureTopicOf(photo),
                                .photo = photo});
            });
    connect(keeper, &RecipeKeeper::kept, this,
            [messages](const QString& photo) { messages->withdraw(failureTopicOf(photo)); });
}

} // namespace autochrome
