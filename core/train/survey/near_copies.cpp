#include "core/train/survey/near_copies.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <opencv2/imgproc.hpp>

namespace autochrome {
namespace {

constexpr int hashBits = 64;

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

/// The bits [first, last) of a hash.
std::uint64_t band(std::uint64_t hash, int first, int last)
{
    const std::uint64_t mask =
        last - first == hashBits ? ~std::uint64_t(0) : (std::uint64_t(1) << (last - first)) - 1;
    return hash >> first & mask;
}

} // namespace

std::uint64_t differenceHash(const cv::Mat& bgr)
{
    cv::Mat small, grey;
    cv::resize(bgr, small, {9, 8}, 0, 0, cv::INTER_AREA);
    cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
    std::uint64_t hash = 0;
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x)
            hash = hash << 1 |
                   std::uint64_t(int(grey.at<uchar>(y, x + 1)) > int(grey.at<uchar>(y, x)) + 1);
    return hash;
}

std::vector<std::int64_t> groupNearCopies(std::span<const std::uint64_t> hashes, int bits)
{
    const auto hashOf = [&](std::int64_t i) { return hashes[std::size_t(i)]; };
    DisjointSets groups(hashes.size());
    std::vector<std::int64_t> order(hashes.size());
    std::iota(order.begin(), order.end(), std::int64_t(0));
    std::sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) {
        return hashOf(a) != hashOf(b) ? hashOf(a) < hashOf(b) : a < b;
    });
    // Equal hashes are joined here and compared no more: a thousand copies would make a million
    // pairs.
    std::vector<std::int64_t> different;
    for (const std::int64_t i : order) {
        if (!different.empty() && hashOf(different.back()) == hashOf(i))
            groups.join(different.back(), i);
        else
            different.push_back(i);
    }
    const int bands = bits + 1;
    for (int number = 0; number < bands && bits > 0; ++number) {
        const int first = hashBits * number / bands;
        const int last = hashBits * (number + 1) / bands;
        const auto key = [&](std::int64_t i) { return band(hashOf(i), first, last); };
        std::sort(different.begin(), different.end(),
                  [&](std::int64_t a, std::int64_t b) { return key(a) < key(b); });
        for (auto from = different.begin(); from != different.end();) {
            const auto to = std::find_if(from, different.end(),
                                         [&, same = key(*from)](auto i) { return key(i) != same; });
            for (auto a = from; a != to; ++a)
                for (auto b = a + 1; b != to; ++b)
                    if (std::popcount(hashOf(*a) ^ hashOf(*b)) <= bits)
                        groups.join(*a, *b);
            from = to;
        }
    }
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = groups.find(std::int64_t(i));
    return order;
}

} // namespace autochrome
