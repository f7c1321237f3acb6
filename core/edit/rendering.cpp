#include "core/edit/rendering_data.h"

#include <algorithm>
#include <cmath>
#include <future>

namespace autochrome {
namespace {

constexpr int sampledRows = 48;

// Rows of the result, made on demand, and one strip ahead: while an encoder, which has one thread,
// works on a strip, the next is coloured. `read` asks for equal strips from the top in practice;
// any other order works, without the head start.
class RenderedRows : public RowSource
{
public:
    RenderedRows(std::shared_ptr<const Photo> photo, std::shared_ptr<const Recombiner> recombiner,
                 int depth)
        : photo_(std::move(photo)), recombiner_(std::move(recombiner)), depth_(depth)
    {
    }

    ~RenderedRows() override
    {
        if (pending_.valid())
            pending_.wait();
    }

    cv::Size size() const override { return photo_->pixels.size(); }

    int type() const override
    {
        return CV_MAKETYPE(depth_, photo_->pixels.channels() == 4 ? 4 : 3);
    }

    void read(int firstRow, cv::Mat& strip) override
    {
        if (pending_.valid()) {
            pending_.get();
            if (ahead_.start == firstRow && ahead_.size() == strip.rows)
                next_.copyTo(strip);
            else
                colour({firstRow, firstRow + strip.rows}, strip);
        } else {
            colour({firstRow, firstRow + strip.rows}, strip);
        }
        const int end = firstRow + strip.rows;
        if (end >= photo_->pixels.rows)
            return;
        ahead_ = {end, std::min(end + strip.rows, photo_->pixels.rows)};
        pending_ = std::async(std::launch::async, [this] {
            next_.create(ahead_.size(), photo_->pixels.cols, type());
            colour(ahead_, next_);
        });
    }

private:
    void colour(cv::Range rows, cv::Mat& strip)
    {
        const double whole = photo_->pixels.rows;
        const cv::Mat source = photo_->pixels.rowRange(rows);
        const cv::Rect2d where(0, rows.start / whole, 1, rows.size() / whole);
        if (photo_->pixels.depth() == depth_) {
            recombiner_->colourise(source, where, strip);
        } else {
            recombiner_->colourise(source, where, deep_);
            deep_.convertTo(strip, depth_, depth_ == CV_8U ? 1 / 257.0 : 257.0);
        }
    }

    std::shared_ptr<const Photo> photo_;
    std::shared_ptr<const Recombiner> recombiner_;
    int depth_;
    cv::Mat deep_;
    cv::Range ahead_; // what `pending_` is making
    cv::Mat next_;
    std::future<void> pending_;
};

double measuredError(const Photo& photo, const Recombiner& recombiner)
{
    const cv::Mat& pixels = photo.pixels;
    const int rows = std::min(sampledRows, pixels.rows);
    double greatest = 0;
    cv::Mat coloured, before, after;
    for (int k = 0; k < rows; ++k) {
        const int y = int((k + 0.5) * pixels.rows / rows);
        const cv::Mat row = pixels.row(y);
        recombiner.colourise(row, {0, double(y) / pixels.rows, 1, 1.0 / pixels.rows}, coloured);
        recombiner.space().luminance(row, before);
        recombiner.resultSpace().luminance(coloured, after);
        greatest = std::max(greatest, cv::norm(before, after, cv::NORM_INF));
    }
    return greatest;
}

} // namespace

cv::Size Rendering::size() const
{
    return photo().pixels.size();
}

const Photo& Rendering::photo() const
{
    return *data_->state.photo;
}

const ChromaMap& Rendering::chroma() const
{
    return *data_->state.chroma;
}

const Recombiner& Rendering::recombiner() const
{
    return *data_->state.recombiner;
}

const std::vector<StageTime>& Rendering::times() const
{
    return data_->times;
}

double Rendering::luminanceError() const
{
    std::call_once(data_->measured,
                   [this] { data_->luminanceError = measuredError(photo(), recombiner()); });
    return data_->luminanceError;
}

std::unique_ptr<RowSource> Rendering::rows(int bitDepth) const
{
    return std::make_unique<RenderedRows>(data_->state.photo, data_->state.recombiner,
                                          bitDepth == 16 ? CV_16U : CV_8U);
}

} // namespace autochrome
