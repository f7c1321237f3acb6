#include "core/learn/survey/survey.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/colour/colour_bins.h"
#include "core/learn/data/photo_sampler.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace autochrome::inline learn {
namespace {

PhotoUse useOf(PhotoVerdict verdict)
{
    switch (verdict) {
    case PhotoVerdict::Good:
        return PhotoUse::Usable;
    case PhotoVerdict::Corrupt:
        return PhotoUse::Corrupt;
    case PhotoVerdict::Grey:
        return PhotoUse::Grey;
    case PhotoVerdict::Toned:
        return PhotoUse::Toned;
    case PhotoVerdict::Small:
        return PhotoUse::Small;
    }
    return PhotoUse::Corrupt;
}

/// 64 bits are enough to tell millions of files apart: one chance in ten million of an error.
std::uint64_t contentHash(const std::vector<std::uint8_t>& bytes)
{
    constexpr int digits = 16;
    Sha256 digest;
    digest.add(bytes.data(), bytes.size());
    return std::stoull(digest.hex().substr(0, digits), nullptr, 16);
}

/// Goes over the photos of a survey on several threads.
class Surveyor
{
public:
    Surveyor(Survey& survey, const Progress& progress) : survey_(survey), progress_(progress)
    {
        survey_.photos.resize(std::size_t(survey_.index.count()));
        survey_.colours.assign(std::size_t(ColourBins::srgb().count()), 0.0);
    }

    void run(int threads)
    {
        std::vector<std::thread> helpers;
        for (int i = 1; i < threads; ++i)
            helpers.emplace_back([this] { work(); });
        work();
        for (std::thread& helper : helpers)
            helper.join();
    }

private:
    void work()
    {
        std::vector<double> colours(survey_.colours.size(), 0.0);
        const std::int64_t count = survey_.index.count();
        for (std::int64_t i = next_++; i < count && !progress_.isCancelled(); i = next_++) {
            SurveyedPhoto& photo = survey_.photos[std::size_t(i)];
            try {
                look(i, photo, colours);
            } catch (const std::exception&) {
                photo.use = PhotoUse::Corrupt; // one bad file never stops the others
            }
            tell(++done_, count);
        }
        const std::lock_guard lock(mutex_);
        for (std::size_t bin = 0; bin < colours.size(); ++bin)
            survey_.colours[bin] += colours[bin];
    }

    void look(std::int64_t number, SurveyedPhoto& photo, std::vector<double>& colours)
    {
        const auto bytes = survey_.index.read(number);
        if (!bytes)
            return;
        photo.content = contentHash(*bytes);
        const cv::Mat bgr = decodeTrainingPhoto(*bytes, trainingDecodeSide);
        photo.use = useOf(judgeTrainingPhoto(bgr));
        if (bgr.empty())
            return;
        const cv::Size full = jpegSize(*bytes); // it may have been decoded smaller
        photo.width = std::uint32_t(full.empty() ? bgr.cols : full.width);
        photo.height = std::uint32_t(full.empty() ? bgr.rows : full.height);
        photo.look = lookOf(bgr);
        if (photo.use == PhotoUse::Usable && isNew(photo.content))
            countColours(bgr, ColourBins::srgb(), colours);
    }

    /// Whether no file with this content came before: the colours of copies count once.
    bool isNew(std::uint64_t content)
    {
        const std::lock_guard lock(mutex_);
        return seen_.insert(content).second;
    }

    void tell(std::int64_t done, std::int64_t count) const
    {
        const std::int64_t step = std::max<std::int64_t>(1, count / 500);
        if (done % step == 0 || done == count)
            progress_.report(double(done) / double(count),
                             counted("Looked at %1 of %n photo|Looked at %1 of %n photos",
                                     std::int64_t(count), {std::to_string(done)}));
    }

    Survey& survey_;
    const Progress& progress_;
    std::atomic<std::int64_t> next_ = 0;
    std::atomic<std::int64_t> done_ = 0;
    std::mutex mutex_;
    std::unordered_set<std::uint64_t> seen_;
};

/// Number of the photo that stays, for each content.
using Originals = std::unordered_map<std::uint64_t, std::int64_t>;

Originals markDuplicates(std::vector<SurveyedPhoto>& photos)
{
    Originals originals;
    for (std::size_t i = 0; i < photos.size(); ++i)
        if (photos[i].use == PhotoUse::Usable &&
            !originals.emplace(photos[i].content, std::int64_t(i)).second)
            photos[i].use = PhotoUse::Duplicate;
    return originals;
}

/// @returns how many usable photos look like one before them
std::int64_t markNearCopies(std::vector<SurveyedPhoto>& photos, const Originals& originals,
                            const Progress& progress)
{
    std::vector<std::int64_t> numbers;
    std::vector<PhotoLook> looks;
    for (std::size_t i = 0; i < photos.size(); ++i)
        if (photos[i].use == PhotoUse::Usable) {
            numbers.push_back(std::int64_t(i));
            looks.push_back(photos[i].look);
        }
    const std::vector<std::int64_t> groups = groupNearCopies(looks, nearCopyBits, progress);
    std::int64_t copies = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        photos[std::size_t(numbers[i])].firstAlike = numbers[std::size_t(groups[i])];
        copies += groups[i] != std::int64_t(i);
    }
    for (SurveyedPhoto& photo : photos)
        if (photo.use == PhotoUse::Duplicate)
            photo.firstAlike = photos[std::size_t(originals.at(photo.content))].firstAlike;
    return copies;
}

void nameLeftOut(Survey& survey, const Originals& originals, int atMost)
{
    std::array<std::vector<std::int64_t>, photoUses> numbers;
    for (std::size_t i = 0; i < survey.photos.size(); ++i) {
        auto& same = numbers[std::size_t(survey.photos[i].use)];
        if (survey.photos[i].use != PhotoUse::Usable && same.size() < std::size_t(atMost))
            same.push_back(std::int64_t(i));
    }
    for (const auto& same : numbers)
        for (const std::int64_t i : same) {
            const SurveyedPhoto& photo = survey.photos[std::size_t(i)];
            LeftOutPhoto left{survey.index.address(i), photo.use, {}, i};
            if (photo.use == PhotoUse::Duplicate)
                left.same = survey.index.address(originals.at(photo.content));
            survey.leftOut.push_back(std::move(left));
        }
}

void measureSizes(Survey& survey)
{
    const auto spread = [&](auto figure) {
        std::vector<double> values;
        for (const SurveyedPhoto& photo : survey.photos)
            if (photo.width > 0)
                values.push_back(figure(double(photo.width), double(photo.height)));
        return spreadOf(std::move(values));
    };
    survey.shortSide = spread([](double width, double height) { return std::min(width, height); });
    survey.longSide = spread([](double width, double height) { return std::max(width, height); });
    survey.megapixels = spread([](double width, double height) { return width * height / 1e6; });
}

} // namespace

Spread spreadOf(std::vector<double> values)
{
    if (values.empty())
        return {};
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    Spread spread{*least, 0, *most};
    const auto middle = values.begin() + std::ptrdiff_t((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    spread.median = *middle;
    return spread;
}

Result<Survey> surveyPhotos(const std::vector<std::filesystem::path>& paths,
                            const SurveySettings& settings, const Progress& progress)
{
    const auto start = std::chrono::steady_clock::now();
    auto index = PhotoIndex::build(paths, progress, settings.split);
    if (!index)
        return tl::make_unexpected(index.error());
    Survey survey;
    survey.index = std::move(*index);
    survey.sources = paths;
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    Surveyor(survey, progress).run(settings.threads > 0 ? settings.threads : cores);
    if (progress.isCancelled())
        return failure(ErrorCode::Cancelled, text("Stopped."));
    progress.report(1, text("Comparing the photos"));
    const Originals originals = markDuplicates(survey.photos);
    survey.nearCopies = markNearCopies(survey.photos, originals, progress);
    if (progress.isCancelled())
        return failure(ErrorCode::Cancelled, text("Stopped."));
    for (const SurveyedPhoto& photo : survey.photos)
        ++survey.counts[std::size_t(photo.use)];
    nameLeftOut(survey, originals, settings.namedForEachReason);
    measureSizes(survey);
    survey.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return survey;
}

} // namespace autochrome::inline learn
