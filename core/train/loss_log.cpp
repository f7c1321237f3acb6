#include "core/train/loss_log.h"

#include "core/base/text.h"

#include <cerrno>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace autochrome {
namespace {

constexpr const char* header =
    "step,samples,seconds,loss,cross_entropy,regression,gradient_norm,rate,crop,"
    "validation_photos,ab_gain,ciede2000_over_grey,colourfulness_ratio\n";

tl::unexpected<Error> notWritten(const std::filesystem::path& path)
{
    const int cause = errno;
    return failure(cause == ENOSPC || cause == EDQUOT ? ErrorCode::DiskFull
                                                      : ErrorCode::WriteFailed,
                   text("“%1” cannot be written.", {path.string()}), std::strerror(cause));
}

/// The header and the whole rows up to `step`.
std::string kept(const std::filesystem::path& path, std::int64_t step)
{
    std::string rows = header;
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    while (step > 0 && std::getline(file, line) && !file.eof()) // a torn row has no end
        if (std::strtoll(line.c_str(), nullptr, 10) <= step)
            rows += line + '\n';
    return rows;
}

} // namespace

Result<LossLog> LossLog::open(const std::filesystem::path& path, std::int64_t step)
{
    const std::string rows = kept(path, step);
    std::filesystem::path fresh = path;
    fresh += ".new";
    {
        std::ofstream file(fresh, std::ios::trunc);
        if (!(file << rows << std::flush))
            return notWritten(path);
    }
    std::error_code error;
    std::filesystem::rename(fresh, path, error);
    if (error)
        return notWritten(path);
    std::ofstream file(path, std::ios::app);
    if (!file)
        return notWritten(path);
    return LossLog(path, std::move(file));
}

Result<void> LossLog::add(const TrainingNews& news)
{
    char row[512];
    std::snprintf(row, sizeof row, "%" PRId64 ",%" PRId64 ",%.1f,%.7g,%.7g,%.7g,%.7g,%.4g,%d",
                  news.step, news.samples, news.secondsSpent, news.loss, news.crossEntropy,
                  news.regression, news.gradientNorm, news.learningRate, news.cropSize);
    file_ << row;
    if (news.validation) {
        const ColourMetrics& m = *news.validation;
        std::snprintf(row, sizeof row, ",%" PRId64 ",%.4f,%.4f,%.4f", std::int64_t(m.photos),
                      m.abGain, m.ciedeRatio, m.colourfulnessRatio);
        file_ << row << '\n';
    } else {
        file_ << ",,,,\n";
    }
    if (!file_.flush())
        return notWritten(path_);
    return {};
}

} // namespace autochrome
