#pragma once

#include "core/measure/comparison_file.h"

#include <QCache>
#include <QImage>
#include <QSet>
#include <QThreadPool>
#include <QWidget>
#include <filesystem>
#include <vector>

namespace autochrome {

/// Photos side by side, one below the other: grey, before, after, truth. As high as they are, for a
/// scrolling page; pictures are read in the background when they come into sight.
class ComparisonSheet : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonSheet(QWidget* parent = nullptr);
    ~ComparisonSheet() override;

    /// @param folder  that the photos' pictures are named from
    void setPhotos(const std::filesystem::path& folder, std::vector<ComparedPhoto> photos);

    int count() const { return int(photos_.size()); }
    int loaded() const { return int(pictures_.size()); } ///< pictures in memory
    QRect rowRect(int row) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    static constexpr int columns = 4;

    int cell(int width) const;
    int rowHeight(int width) const;
    int headHeight() const;
    void load(int row);
    QString caption(const ComparedPhoto& photo) const;

    QThreadPool pool_;
    std::filesystem::path folder_;
    std::vector<ComparedPhoto> photos_;
    QCache<int, QImage> pictures_;
    QSet<int> asked_; ///< being read, or not readable
    int generation_ = 0;
};

} // namespace autochrome
