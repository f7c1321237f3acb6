#include "core/prints/automatic_frame.h"

#include "core/base/text.h"
#include "core/prints/levelling.h"
#include "core/prints/print_finder.h"

#include <cmath>

namespace autochrome::inline prints {
namespace {

constexpr double leastTurn = 0.05; // degrees that nobody sees, and that are not worth a resampling

Message tooFewLines(const std::string& name)
{
    return text("“%1” shows too few straight lines to be straightened by them; it is not turned.",
                {name});
}

// By how many degrees a photo is to be turned clockwise.
std::optional<double> askewBy(const cv::Mat& pixels)
{
    const std::vector<FoundPrint> prints = findPrints(pixels);
    if (prints.size() == 1)
        return -prints.front().frame.degrees();
    if (const auto level = levelOf(pixels))
        return level->degrees;
    return std::nullopt;
}

// What lies in a frame turned clockwise about its middle; the frame itself if it does not fit then.
Frame turned(const Frame& frame, double degrees, cv::Size photo)
{
    const cv::Size size = frame.size();
    const cv::Point2d corner = frame.centre() - cv::Point2d(size.width, size.height) / 2.0;
    const Frame askew = Frame::ofRectangle({corner, cv::Size2d(size)}, frame.degrees() - degrees);
    return askew.isValidFor(photo) ? askew : frame;
}

} // namespace

AutomaticFrame frameOfPrint(const std::string& name, const cv::Mat& pixels)
{
    const std::vector<FoundPrint> prints = findPrints(pixels);
    if (prints.empty())
        return {{},
                text("No print's edge is seen for certain on “%1”; it is not cropped.", {name})};
    if (prints.size() > 1)
        return {{},
                text("Several prints are seen on “%1”; it is not cropped to one of them.", {name})};
    return {prints.front().frame, {}};
}

AutomaticFrame levelFrame(const std::string& name, const cv::Mat& pixels)
{
    const std::optional<double> degrees = askewBy(pixels);
    if (!degrees)
        return {{}, tooFewLines(name)};
    if (std::abs(*degrees) < leastTurn)
        return {};
    return {Frame::straightening(pixels.size(), *degrees), {}};
}

Result<AutomaticFrame> orderedFrame(const FrameOrder& order, const std::string& name,
                                    const cv::Mat& pixels)
{
    if (order.toPrint) {
        AutomaticFrame found = frameOfPrint(name, pixels);
        if (found.frame && order.straighten)
            found.frame = turned(*found.frame, *order.straighten, pixels.size());
        if (found.frame || !order.deskew)
            return found;
        AutomaticFrame level = levelFrame(name, pixels);
        if (level.notice.isEmpty())
            level.notice = found.notice;
        return level;
    }
    FrameOrder exact = order;
    AutomaticFrame result;
    if (order.deskew) {
        if (!order.crop)
            return levelFrame(name, pixels);
        exact.straighten = askewBy(pixels);
        if (!exact.straighten)
            result.notice = tooFewLines(name);
    }
    auto frame = exact.frameOf(name, pixels.size());
    if (!frame)
        return tl::make_unexpected(std::move(frame.error()));
    result.frame = *frame;
    return result;
}

} // namespace autochrome::inline prints
