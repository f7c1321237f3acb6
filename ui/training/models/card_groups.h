#pragma once

#include "ui/tools/metadata_table.h"
#include "ui/training/models/library_contents.h"

#include <QCoreApplication>

namespace autochrome {

/// The card of a model in words: its file, what it learnt from, how good it is, what it was made of
/// and with which settings.
class CardGroups
{
    Q_DECLARE_TR_FUNCTIONS(autochrome::CardGroups)

public:
    /// @param library  where the names of its parents are looked up
    static std::vector<MetadataTable::Group> of(const LibraryItem& item,
                                                const LibraryContents& library);

private:
    using Rows = std::vector<std::pair<QString, QString>>;

    static Rows file(const LibraryItem& item);
    static Rows photos(const LibraryItem& item);
    static Rows licences(const LibraryItem& item);
    static Rows figures(const LibraryItem& item);
    static Rows parents(const LibraryItem& item, const LibraryContents& library);
    static Rows settings(const LibraryItem& item);
    static Rows notes(const LibraryItem& item);
    static QString settingName(const std::string& key);
};

} // namespace autochrome
