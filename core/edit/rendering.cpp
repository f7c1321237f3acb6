#include "core/edit/rendering_data.h"

#include <algorithm>
#include <cmath>

namespace autochrome {
namespace {

constexpr int sampledRows = 48;

// Rows of the result, made on demand.
class RenderedRows : public RowSource
{
public:
    RenderedRows(const Photo& photo, const Recombiner& recombiner, int depth)
        : photo_(photo), recombiner_(recombiner), depth_(depth)
    {
    }

    cv::Size size() const override { return photo_.pixels.size(); }

    int type() const override { return CV_MAKETYPE(depth_, photo_.pixels.channels() == 4 ? 4 : 3); }

    void read(int firstRow, cv::Mat& strip) override
    {
        const double whole = photo_.pixels.rows;
        const cv::Mat source = photo_.pixels.rowRange(firstRow, firstRow + strip.rows);
        const cv::Rect2d where(0, firstRow / whole, 1, strip.rows / whole);
        if (photo_.pixels.depth() == depth_) {
            recombiner_.colourise(source, where, strip);
        } else {
            cv::Mat& deep = deep_;
            recombiner_.colourise(source, where, deep);
            deep.convertTo(strip, depth_, depth_ == CV_8U ? 1 / 257.0 : 257.0);
        }
    }

private:
    const Photo& photo_;
    const Recombiner& recombiner_;
    int depth_;
    cv::Mat deep_;
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
    return std::make_unique<RenderedRows>(photo(), recombiner(), bitDepth == 16 ? CV_16U : CV_8U);
}

} // namespace autochrome
