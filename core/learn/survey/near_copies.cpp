#include "core/learn/survey/near_copies.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <opencv2/imgproc.hpp>
#include <tuple>
#include <unordered_map>

namespace autochrome::inline learn {
namespace {

constexpr int hashBits = 64;
constexpr double tonesPerDeviation = 32;
// Of two thumbnails with a standard deviation of 1 that correlate by r, the mean squared difference
// is 2 (1 - r): for r = 0.99.
constexpr double furthestTones = 2 * 0.01 * tonesPerDeviation * tonesPerDeviation;

/// Sets that are joined; each is known by its least element.
class DisjointSets
{
public:
    explicit DisjointSets(std::size_t count) : parents_(count)
    {
        std::iota(parents_.begin(), parents_.end(), std::int64_t(0));
    }

    std::int64_t find(std::int64_t element)
    {
        while (parent(element) != element)
            element = parent(element) = parent(parent(element)); // halves the way for the next
        return element;
    }

    void join(std::int64_t a, std::int64_t b)
    {
        const auto [least, other] = std::minmax({find(a), find(b)});
        parent(other) = least;
    }

private:
    std::int64_t& parent(std::int64_t element) { return parents_[std::size_t(element)]; }

    std::vector<std::int64_t> parents_;
};

/// A hash and whose it is, side by side: what the many comparisons read lies together.
struct Candidate
{
    std::uint64_t hash = 0;
    std::int64_t number = 0;
};

/// The bits [first, last) of a hash.
std::uint64_t bitsOf(std::uint64_t hash, int first, int last)
{
    const std::uint64_t mask =
        last - first == hashBits ? ~std::uint64_t(0) : (std::uint64_t(1) << (last - first)) - 1;
    return hash >> first & mask;
}

/// Of the bands that a hash is cut into, the one with this number.
std::uint64_t band(std::uint64_t hash, int number, int bands)
{
    return bitsOf(hash, hashBits * number / bands, hashBits * (number + 1) / bands);
}

} // namespace

PhotoLook lookOf(const cv::Mat& bgr)
{
    PhotoLook look;
    cv::Mat small, grey;
    cv::resize(bgr, small, {9, 8}, 0, 0, cv::INTER_AREA);
    cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x)
            look.hash = look.hash << 1 | std::uint64_t(int(grey.at<uchar>(y, x + 1)) >
                                                       int(grey.at<uchar>(y, x)) + 1);

    cv::resize(bgr, small, {PhotoLook::side, PhotoLook::side}, 0, 0, cv::INTER_AREA);
    cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    cv::Scalar mean, deviation;
    cv::meanStdDev(grey, mean, deviation);
    const double scale = tonesPerDeviation / std::max(1.0, deviation[0]);
    cv::Mat tones(grey.size(), CV_8S, look.tones.data());
    grey.convertTo(tones, CV_8S, scale, -mean[0] * scale);
    return look;
}

bool areNearCopies(const PhotoLook& a, const PhotoLook& b, int bits)
{
    if (std::popcount(a.hash ^ b.hash) > bits)
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < a.tones.size(); ++i) {
        const int difference = int(a.tones[i]) - int(b.tones[i]);
        sum += difference * difference;
    }
    return sum <= furthestTones * double(a.tones.size());
}

std::vector<std::int64_t> groupNearCopies(std::span<const PhotoLook> looks, int bits,
                                          const Progress& progress)
{
    const auto lookAt = [&](std::int64_t i) -> const PhotoLook& { return looks[std::size_t(i)]; };
    DisjointSets groups(looks.size());
    std::vector<std::int64_t> order(looks.size());
    std::iota(order.begin(), order.end(), std::int64_t(0));
    std::sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) {
        return std::tie(lookAt(a).hash, lookAt(a).tones, a) <
               std::tie(lookAt(b).hash, lookAt(b).tones, b);
    });
    // Equal looks are joined here and compared no more: a thousand copies would make a million
    // pairs.
    std::vector<Candidate> different;
    for (const std::int64_t i : order) {
        if (!different.empty() && lookAt(different.back().number) == lookAt(i))
            groups.join(different.back().number, i);
        else
            different.push_back({lookAt(i).hash, i});
    }
    const int bands = bits + 1;
    for (int number = 0; number < bands; ++number) {
        const auto key = [&](const Candidate& one) { return band(one.hash, number, bands); };
        std::sort(different.begin(), different.end(),
                  [&](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
        for (auto from = different.begin(); from != different.end() && !progress.isCancelled();) {
            const auto to = std::find_if(from, different.end(), [&, same = key(*from)](auto& one) {
                return key(one) != same;
            });
            for (auto a = from; a != to && !progress.isCancelled(); ++a)
                for (auto b = a + 1; b != to; ++b)
                    if (std::popcount(a->hash ^ b->hash) <= bits &&
                        areNearCopies(lookAt(a->number), lookAt(b->number), bits))
                        groups.join(a->number, b->number);
            from = to;
        }
    }
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = groups.find(std::int64_t(i));
    return order;
}

std::vector<bool> haveNearCopies(std::span<const PhotoLook> looks,
                                 std::span<const PhotoLook> others, int bits,
                                 const Progress& progress)
{
    std::vector<bool> found(looks.size(), false);
    const int bands = bits + 1;
    for (int number = 0; number < bands; ++number) {
        std::unordered_map<std::uint64_t, std::vector<const PhotoLook*>> sharing;
        for (const PhotoLook& other : others)
            sharing[band(other.hash, number, bands)].push_back(&other);
        for (std::size_t i = 0; i < looks.size() && !progress.isCancelled(); ++i) {
            if (found[i])
                continue;
            const auto same = sharing.find(band(looks[i].hash, number, bands));
            found[i] = same != sharing.end() &&
                       std::any_of(same->second.begin(), same->second.end(), [&](auto* other) {
                           return areNearCopies(looks[i], *other, bits);
                       });
        }
    }
    return found;
}

} // namespace autochrome::inline learn
