#pragma once

#include "core/photo/file_keys.h"
#include "ui/document/work.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <memory>
#include <optional>
#include <vector>

namespace autochrome {

/// Looks in the background for the photos that a person opens, one order after the other: files,
/// whatever they are called, and the photos of folders (not of their subfolders) by name. Disks may
/// be slow, and folders large.
class PhotoSearch : public QObject
{
    Q_OBJECT

public:
    struct Photo
    {
        QString path; ///< absolute
        FileKeys keys;
    };
    struct Found
    {
        int order = 0;             ///< its number, see look()
        QStringList ordered;       ///< what the person chose
        bool hasFolder = false;    ///< among that
        std::vector<Photo> photos; ///< in order
    };

    explicit PhotoSearch(QObject* parent = nullptr);
    ~PhotoSearch() override;

    void look(const QStringList& paths);
    int lastOrder() const { return orders_; } ///< the number of the latest; they go up
    const std::optional<Work>& work() const { return work_; } ///< what is looked for now

Q_SIGNALS:
    void workChanged();
    void found(const std::shared_ptr<const autochrome::PhotoSearch::Found>& found);

private:
    int orders_ = 0;
    int waiting_ = 0;
    std::optional<Work> work_; ///< one for all orders that wait
    QThreadPool pool_;
};

} // namespace autochrome
