#include "core/queue/report/batch_report.h"

#include "core/base/text.h"
#include "core/photo/metadata/text_file.h"

#include <algorithm>
#include <ctime>

namespace autochrome::inline queue {
namespace {

namespace fs = std::filesystem;

constexpr int picturesOnThePage = 200;

} // namespace

std::int64_t BatchReport::count(JobState state) const
{
    return std::ranges::count(jobs, state, &Job::state);
}

Result<BatchReport> readBatchReport(Journal& journal, BatchId id)
{
    auto batch = journal.batch(id);
    if (!batch)
        return tl::make_unexpected(batch.error());
    auto jobs = journal.jobs({.batch = id});
    if (!jobs)
        return tl::make_unexpected(jobs.error());
    return BatchReport{std::move(*batch), std::move(*jobs)};
}

std::string isoTime(std::int64_t milliseconds)
{
    if (milliseconds == 0)
        return {};
    const std::time_t seconds = std::time_t(milliseconds / 1000);
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    char text[32];
    std::strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

Result<void> writeBatchReport(const BatchReport& report, const fs::path& folder,
                              const Progress& progress)
try {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(
            ErrorCode::WriteFailed,
            text("The folder “%1” cannot be made: %2.", {folder.native(), error.message()}),
            error.message());
    std::vector<std::pair<const char*, std::string>> files{
        {"report.csv", reportCsv(report)},
        {"premis.xml", premisXml(report)},
        {"manifest-sha256.txt", bagManifest(report, folder)},
        {"results.sha256", sha256Sums(report)},
        {"report.html", reportHtml(report, picturesOnThePage, progress)},
    };
    // What a bag once was may not stay beside a manifest that is none.
    fs::remove(folder / "bagit.txt", error);
    fs::remove(folder / "fetch.txt", error);
    if (isBag(report, folder)) {
        files.emplace_back("fetch.txt", bagFetch(report));
        files.emplace_back("bagit.txt", bagDeclaration());
    }
    for (const auto& [name, content] : files)
        if (auto written = writeTextFile(folder / name, content); !written)
            return written;
    return {};
} catch (const Cancelled&) {
    return failure(ErrorCode::Cancelled, text("Stopped."));
}

} // namespace autochrome::inline queue
