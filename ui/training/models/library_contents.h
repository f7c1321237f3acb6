#pragma once

#include "core/models/collection_models.h"

#include <QDateTime>
#include <QString>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace autochrome {

/// One model or encoder, with all that the page tells of it.
struct LibraryItem
{
    bool isEncoder = false;
    bool isOwn = false;     ///< lies in the person's folder; else it came with the program
    bool isDefault = false; ///< what is taken if no model is named
    std::filesystem::path path = {};
    QString name = {};
    QString sha256 = {};     ///< of the weights; of the file for an encoder
    QString summary = {};    ///< a sentence; may be empty
    QDateTime modified = {}; ///< of the file
    qint64 bytes = 0;
    std::vector<std::filesystem::path> folders = {}; ///< collections that it was chosen for
    QString architecture = {};                       ///< of a model
    std::map<std::string, std::string> details = {}; ///< of its card, as the trainer wrote them

    /// What made it, e.g. "Autochrome 0.1.0"; empty if its card does not say.
    QString software() const;
};

/// The library at one moment.
struct LibraryContents
{
    std::vector<LibraryItem> items;       ///< models, the default first, then encoders
    std::vector<CollectionModel> orphans; ///< collections whose model is gone
    bool canRollBack = false;             ///< the default
};

/// Reads the library: models, encoders, their cards. Touches many files: not for the GUI thread.
LibraryContents readLibrary();

/// A path as people read it.
QString shownPath(const std::filesystem::path& path);

} // namespace autochrome
