#include "ui/training/models/library_contents.h"
#include "ui/widgets/words.h"

#include "core/models/default_model.h"
#include "core/models/encoder_store.h"
#include "core/models/model_library.h"
#include "core/network/model_file.h"
#include "ui/widgets/path_names.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace autochrome {

namespace {

void readFile(LibraryItem& item)
{
    const QFileInfo file(shownPath(item.path));
    item.modified = file.lastModified();
    item.bytes = file.size();
}

LibraryItem itemOf(const ModelEntry& model)
{
    LibraryItem item{.path = model.path,
                     .name = QString::fromStdString(model.name),
                     .sha256 = QString::fromStdString(model.sha256),
                     .summary = words(model.summary)};
    item.isOwn = model.path.parent_path() == personsModelFolder();
    readFile(item);
    if (const auto card = readModelCard(model.path)) {
        item.architecture = QString::fromStdString(card->architecture);
        item.details = card->details;
    }
    return item;
}

LibraryItem itemOf(const EncoderEntry& encoder)
{
    LibraryItem item{.isEncoder = true,
                     .isOwn = true,
                     .path = encoder.path,
                     .name = QString::fromStdString(encoder.name),
                     .sha256 = QString::fromStdString(encoder.sha256)};
    readFile(item);
    return item;
}

} // namespace

QString LibraryItem::software() const
{
    const auto found = details.find("software");
    return found == details.end() ? QString() : QString::fromStdString(found->second);
}

LibraryContents readLibrary()
{
    LibraryContents contents;
    for (const ModelEntry& model : availableModels())
        contents.items.push_back(itemOf(model));
    if (!contents.items.empty())
        contents.items.front().isDefault = true;
    for (const CollectionModel& collection : collectionModels()) {
        const auto model = std::find_if(contents.items.begin(), contents.items.end(),
                                        [&](const LibraryItem& item) {
                                            return item.sha256.toStdString() == collection.sha256;
                                        });
        if (model == contents.items.end())
            contents.orphans.push_back(collection);
        else
            model->folders.push_back(collection.folder);
    }
    for (const EncoderEntry& encoder : availableEncoders())
        contents.items.push_back(itemOf(encoder));
    contents.canRollBack = canRollBackDefaultModel();
    return contents;
}

QString shownPath(const std::filesystem::path& path)
{
    return shownName(QDir::toNativeSeparators(nameOfPath(path)));
}

} // namespace autochrome
