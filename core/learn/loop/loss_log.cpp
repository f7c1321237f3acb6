#include "core/learn/loop/loss_log.h"

#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/learn/loop/loss_table.h"

#include <cerrno>
#include <cstring>
#include <string>

namespace autochrome::inline learn {
namespace {

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
    std::string rows = std::string(lossTableHeader) + '\n';
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    while (step > 0 && std::getline(file, line) && !file.eof()) // a torn row has no end
        if (const auto row = lossTableRow(line); row && row->step <= step)
            rows += lossTableLine(*row) + '\n'; // an earlier table's lack the last column
    return rows;
}

} // namespace

Result<LossLog> LossLog::open(const std::filesystem::path& path, std::int64_t step)
{
    if (!replaceSmallFile(path, kept(path, step)))
        return notWritten(path);
    std::ofstream file(path, std::ios::app);
    if (!file)
        return notWritten(path);
    return LossLog(path, std::move(file));
}

Result<void> LossLog::add(const TrainingNews& news)
{
    LossRow row{.step = news.step,
                .samples = news.samples,
                .seconds = news.secondsSpent,
                .loss = news.loss,
                .crossEntropy = news.crossEntropy,
                .regression = news.regression,
                .photoError = news.photoError,
                .gradientNorm = news.gradientNorm,
                .rate = news.learningRate,
                .crop = news.cropSize};
    if (const auto& m = news.validation)
        row.validation = {std::int64_t(m->photos), m->abGain, m->ciedeRatio, m->colourfulnessRatio};
    file_ << lossTableLine(row) << '\n';
    if (!file_.flush())
        return notWritten(path_);
    return {};
}

} // namespace autochrome::inline learn
