// The results' checksums, as BagIt (RFC 8493) and as sha256sum have them.

#include "core/base/path_text.h"
#include "core/base/utf8.h"
#include "core/queue/report/batch_report.h"

#include <algorithm>

namespace autochrome::inline queue {
namespace {

namespace fs = std::filesystem;

std::string encoded(const std::string& path)
{
    std::string line;
    for (const char c : path) {
        if (c == '%')
            line += "%25";
        else if (c == '\n')
            line += "%0A";
        else if (c == '\r')
            line += "%0D";
        else
            line += c;
    }
    return line;
}

/// A result's place below the folder; empty if it is elsewhere.
fs::path placeBelow(const fs::path& folder, const fs::path& result)
{
    std::error_code ignored;
    const fs::path relative =
        result.lexically_relative(fs::absolute(folder, ignored).lexically_normal());
    return relative.empty() || *relative.begin() == ".." ? fs::path() : relative;
}

/// Its name in the bag: a manifest names nothing outside of it, and what it holds is below data/.
std::string nameInBag(const fs::path& result)
{
    const std::string& path = result.native();
    return "data" +
           (isUtf8(path) ? path : fileAddress(result).substr(std::string("file://").size()));
}

template <class Take>
void forEachResult(const BatchReport& report, Take take)
{
    for (const Job& job : report.jobs)
        if (job.state == JobState::Done)
            take(job.outcome);
}

} // namespace

bool isBag(const BatchReport& report, const fs::path& folder)
{
    bool elsewhere = false;
    forEachResult(report, [&](const PhotoOutcome& outcome) {
        elsewhere = elsewhere || placeBelow(folder, outcome.result).empty();
    });
    return elsewhere;
}

std::string bagManifest(const BatchReport& report, const fs::path& folder)
{
    const bool bag = isBag(report, folder);
    std::string manifest;
    forEachResult(report, [&](const PhotoOutcome& outcome) {
        manifest +=
            outcome.resultSha256 + "  " +
            encoded(bag ? nameInBag(outcome.result) : placeBelow(folder, outcome.result).native()) +
            '\n';
    });
    return manifest;
}

std::string bagFetch(const BatchReport& report)
{
    std::string lines;
    forEachResult(report, [&](const PhotoOutcome& outcome) {
        std::error_code unknown;
        const auto size = fs::file_size(outcome.result, unknown);
        lines += fileAddress(outcome.result) + ' ' + (unknown ? "-" : std::to_string(size)) + ' ' +
                 encoded(nameInBag(outcome.result)) + '\n';
    });
    return lines;
}

std::string bagDeclaration()
{
    return "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
}

std::string sha256Sums(const BatchReport& report)
{
    std::string lines;
    forEachResult(report, [&](const PhotoOutcome& outcome) {
        std::string name;
        for (const char c : outcome.result.native()) {
            if (c == '\\')
                name += "\\\\";
            else if (c == '\n')
                name += "\\n";
            else if (c == '\r')
                name += "\\r";
            else
                name += c;
        }
        // A backslash before the line says that there are some in the name.
        const bool escaped = name.size() != outcome.result.native().size();
        lines += (escaped ? "\\" : "") + outcome.resultSha256 + "  " + name + '\n';
    });
    return lines;
}

} // namespace autochrome::inline queue
