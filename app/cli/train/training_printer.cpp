#include "app/cli/train/training_printer.h"

#include <string>

namespace autochrome::cli {
namespace {

std::string clockText(double seconds)
{
    const auto whole = long(seconds);
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60,
                  whole % 60);
    return buffer;
}

} // namespace

void TrainingPrinter::news(const TrainingNews& news)
{
    if (!speaks_)
        return;
    using namespace std::chrono;
    const auto now = steady_clock::now();
    const auto pause = isTerminal_ ? milliseconds(500) : milliseconds(20000);
    if (news.learningRate > 0 && (now - last_ >= pause || news.step == 1)) {
        last_ = now;
        char total[24] = "";
        if (news.totalSteps > 0)
            std::snprintf(total, sizeof total, "/%lld", static_cast<long long>(news.totalSteps));
        char photos[24] = "";
        if (news.photoError > 0)
            std::snprintf(photos, sizeof photos, "  photos %.4f", news.photoError);
        std::printf("%sstep %lld%s  %5.1f %%  %.1f img/s  left %s  loss %.4f  ce %.4f  ab %.5f%s  "
                    "grad %.2f  rate %.2e  crop %d  waited %.1f %%%s",
                    isTerminal_ ? "\r" : "", static_cast<long long>(news.step), total,
                    100 * news.fraction, news.imagesPerSecond, clockText(news.secondsLeft).c_str(),
                    news.loss, news.crossEntropy, news.regression, photos, news.gradientNorm,
                    news.learningRate, news.cropSize, 100 * news.waitShare,
                    isTerminal_ ? "\033[K" : "\n");
    }
    if (news.validation) {
        const ColourMetrics& m = *news.validation;
        line("validation at step %lld, %s: %lld photos  ab-PSNR %.2f dB (%+.2f over grey)  PSNR "
             "%.2f dB (grey %.2f)  CIEDE2000 %.2f (%.2f of grey's)  colourfulness %.1f (%.2f of "
             "the truth's)  confident %.0f %%",
             static_cast<long long>(news.step), clockText(news.secondsSpent).c_str(),
             static_cast<long long>(m.photos), m.abPsnr, m.abGain, m.psnr, m.greyPsnr, m.ciede2000,
             m.ciedeRatio, m.colourfulness, m.colourfulnessRatio, 100 * m.confidentShare);
    }
    if (news.savedCheckpoint && !isTerminal_)
        line("checkpoint at step %lld", static_cast<long long>(news.step));
    std::fflush(stdout);
}

} // namespace autochrome::cli
