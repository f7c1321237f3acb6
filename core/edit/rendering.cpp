#include "core/edit/rendering_impl.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <future>
#include <thread>
#include <utility>

namespace autochrome::inline edit {
namespace {

constexpr int sampledRows = 48;

// At most this many rows in one go: Recombiner then stays on the calling thread.
constexpr int piece = 64;
constexpr unsigned mostAhead = 8;

// Rows of the result, made on demand, and some strips ahead: while an encoder, which has one
// thread, works on a strip, the other cores colour the next ones, a strip each. `read` asks for
// equal strips from the top in practice; any other order works, without the head start.
class RenderedRows : public RowSource
{
public:
    RenderedRows(std::shared_ptr<const Photo> photo, Recombiner recombiner, int depth)
        : photo_(std::move(photo)), recombiner_(std::move(recombiner)), depth_(depth)
    {
    }

    cv::Size size() const override { return photo_->pixels.size(); }

    int type() const override
    {
        return CV_MAKETYPE(depth_, photo_->pixels.channels() == 4 ? 4 : 3);
    }

    void read(int firstRow, cv::Mat& strip) override
    {
        const cv::Range rows(firstRow, firstRow + strip.rows);
        if (!ahead_.empty() && ahead_.front().rows == rows) {
            cv::Mat made = ahead_.front().made.get();
            ahead_.pop_front();
            cv::swap(made, strip);
            spare_ = made;
        } else {
            ahead_.clear(); // waits for them
            colour(rows, strip);
        }
        int next = ahead_.empty() ? rows.end : ahead_.back().rows.end;
        for (; ahead_.size() < stripsAhead() && next < photo_->pixels.rows; next += rows.size()) {
            const cv::Range coming(next, std::min(next + rows.size(), photo_->pixels.rows));
            cv::Mat memory = std::exchange(spare_, {});
            ahead_.push_back({coming, std::async(std::launch::async, [=, this]() mutable {
                                  memory.create(coming.size(), photo_->pixels.cols, type());
                                  colour(coming, memory);
                                  return memory;
                              })});
        }
    }

private:
    struct Strip
    {
        cv::Range rows;
        std::future<cv::Mat> made; // its destructor waits
    };

    static std::size_t stripsAhead()
    {
        return std::clamp(std::thread::hardware_concurrency(), 2u, mostAhead + 1) - 1;
    }

    void colour(cv::Range rows, cv::Mat& strip) const
    {
        const double whole = photo_->pixels.rows;
        const bool direct = photo_->pixels.depth() == depth_;
        cv::Mat deep;
        for (int y = rows.start; y < rows.end; y += piece) {
            const cv::Range some(y, std::min(y + piece, rows.end));
            const cv::Mat source = photo_->pixels.rowRange(some);
            const cv::Rect2d where(0, some.start / whole, 1, some.size() / whole);
            cv::Mat result = strip.rowRange(some - rows.start);
            recombiner_.colourise(source, where, direct ? result : deep);
            if (!direct)
                deep.convertTo(result, depth_, depth_ == CV_8U ? 1 / 257.0 : 257.0);
        }
    }

    std::shared_ptr<const Photo> photo_;
    Recombiner recombiner_;
    int depth_;
    cv::Mat spare_;
    std::deque<Strip> ahead_;
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
    return before()->pixels.size();
}

std::shared_ptr<const Photo> Rendering::before() const
{
    return impl_->finished->coloured->prepared->photo;
}

const GeometryMap& Rendering::map() const
{
    return impl_->finished->coloured->prepared->map;
}

const std::vector<Message>& Rendering::notices() const
{
    return impl_->finished->coloured->prepared->notices;
}

const Repair& Rendering::repair() const
{
    return impl_->finished->coloured->prepared->repair;
}

const FoundTones& Rendering::tones() const
{
    return impl_->finished->coloured->prepared->tones;
}

const Recombiner& Rendering::recombiner() const
{
    return impl_->finished->recombiner;
}

const ChromaMap& Rendering::chroma() const
{
    return impl_->finished->coloured->chroma;
}

const Recipe& Rendering::recipe() const
{
    return impl_->recipe;
}

UsedModel Rendering::model() const
{
    return {chroma().modelName, chroma().modelSha256};
}

const std::filesystem::path& Rendering::source() const
{
    return impl_->finished->coloured->prepared->photo->source.path;
}

const std::vector<StageTime>& Rendering::times() const
{
    return impl_->times;
}

bool Rendering::networkRan() const
{
    return impl_->networkRan;
}

Rendering Rendering::over(std::shared_ptr<const Prepared> prepared) const
{
    CV_Assert(prepared->photo->pixels.size() == size());
    const ColouredPhoto& last = *impl_->finished->coloured;
    auto coloured = std::make_shared<const ColouredPhoto>(
        ColouredPhoto{std::move(prepared), last.chroma, last.field});
    auto impl = std::make_shared<Impl>();
    impl->finished =
        std::make_shared<const FinishedPhoto>(FinishedPhoto{std::move(coloured), recombiner()});
    impl->recipe = impl_->recipe;
    impl->times = impl_->times;
    Rendering rendering;
    rendering.impl_ = std::move(impl);
    return rendering;
}

double Rendering::luminanceError() const
{
    std::call_once(impl_->measured,
                   [this] { impl_->luminanceError = measuredError(*before(), recombiner()); });
    return impl_->luminanceError;
}

std::optional<WrittenPhoto> Rendering::lastWritten() const
{
    const std::lock_guard lock(impl_->savedMutex);
    return impl_->saved;
}

std::unique_ptr<RowSource> Rendering::rows(int bitDepth) const
{
    return std::make_unique<RenderedRows>(before(), recombiner(), bitDepth == 16 ? CV_16U : CV_8U);
}

} // namespace autochrome::inline edit
