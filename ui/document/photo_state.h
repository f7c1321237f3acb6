#pragma once

#include <QString>

namespace autochrome {

class PhotoDocument;

/// What is to be said about an open photo in one glance.
enum class PhotoState {
    Waiting,  ///< not coloured yet
    Working,  ///< being read or coloured
    Coloured, ///< with the recipe that every photo begins with
    Edited,   ///< with a recipe of its own, which is in no file yet
    Exported, ///< what is seen is in a file
    Failed    ///< cannot be read or coloured
};

PhotoState stateOf(const PhotoDocument& document);

/// In words, for tooltips and screen readers; of a failure its own sentence.
QString stateText(const PhotoDocument& document);

/// Why what is shown cannot be saved as a new file; empty: it can. Only what the settings say now
/// can, or a file would tell of settings that its pixels were not made with.
/// @param document  null: no photo is shown
QString whyNotExported(const PhotoDocument* document);

/// Name of the icon that stands for a state; null where nothing needs to be said.
const char* stateIcon(PhotoState state);

} // namespace autochrome
