#include "core/base/markup.h"
#include "core/base/path_text.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/colour/lab.h"
#include "core/photo/photo_reader.h"
#include "core/photo/picture_data.h"
#include "core/photo/profile/colour_space.h"
#include "core/queue/report/batch_report.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline queue {
namespace {

constexpr int pictureSide = 160;

// A photo in small, sRGB; empty if it cannot be read any more.
cv::Mat smallPicture(const PhotoId& photo)
{
    auto read = readPhoto(photo);
    if (!read)
        return {};
    const Photo upright = uprighted(std::move(*read));
    const double scale =
        std::min(1.0, double(pictureSide) / std::max(upright.pixels.cols, upright.pixels.rows));
    const cv::Size size(std::max(1, int(upright.pixels.cols * scale)),
                        std::max(1, int(upright.pixels.rows * scale)));
    cv::Mat small, linear, srgb;
    cv::resize(upright.pixels, small, size, 0, 0, cv::INTER_AREA);
    ColourSpace::of(upright).toLinearSrgb(small, linear);
    srgb.create(size, CV_8UC3);
    std::transform(linear.begin<cv::Vec3f>(), linear.end<cv::Vec3f>(), srgb.begin<cv::Vec3b>(),
                   [](const cv::Vec3f& pixel) {
                       cv::Vec3b encoded;
                       for (int c = 0; c < 3; ++c)
                           encoded[c] = cv::saturate_cast<std::uint8_t>(
                               255 * linearToSrgb(std::clamp(pixel[c], 0.0f, 1.0f)));
                       return encoded;
                   });
    return srgb;
}

std::string markup(const Message& message)
{
    return escapedMarkup(inWords(message));
}

std::string picture(const PhotoId& photo, const Message& what)
{
    const cv::Mat small = smallPicture(photo);
    if (small.empty())
        return {};
    return "<img alt=\"" + markup(what) + "\" src=\"" + pictureData(small) + "\">";
}

Message stateText(JobState state)
{
    switch (state) {
    case JobState::Waiting:
        return text("Waiting");
    case JobState::Running:
        return text("Running");
    case JobState::Paused:
        return text("Paused");
    case JobState::Done:
        return text("Done");
    case JobState::Failed:
        return text("Failed");
    case JobState::Skipped:
        return text("Skipped");
    case JobState::Cancelled:
        return text("Cancelled");
    }
    return {};
}

std::string secondsText(double seconds)
{
    char number[32];
    std::snprintf(number, sizeof(number), "%.1f s", seconds);
    return seconds > 0 ? number : "";
}

// "L* within 0.21"; the rest of what was measured is in the CSV.
std::string lightnessText(const PhotoOutcome& outcome)
{
    if (!outcome.lightness)
        return {};
    char number[32];
    std::snprintf(number, sizeof(number), "%.3f", outcome.lightness->greatest);
    return markup(text("L* kept within %1", {number}));
}

std::string repairText(const RepairFigures& repair)
{
    char percent[32];
    std::snprintf(percent, sizeof(percent), "%.4f", 100 * repair.share);
    return repair.share > 0 ? "<br>" + markup(text("%1 % of the pixels filled in", {percent})) : "";
}

std::string row(const Job& job, bool pictured)
{
    const PhotoOutcome& outcome = job.outcome;
    std::string cells = "<td>";
    if (pictured && job.state == JobState::Done)
        cells += picture(job.source, text("Before")) + picture(outcome.result, text("After"));
    cells += "</td><td>" + escapedMarkup(portablePath(job.source.path));
    if (!outcome.result.empty())
        cells += "<br>&rarr; " + escapedMarkup(portablePath(outcome.result));
    if (outcome.error)
        cells += "<br><b>" + markup(outcome.error->message) + "</b>";
    if (!outcome.reason.isEmpty())
        cells += "<br>" + markup(outcome.reason);
    for (const Message& warning : outcome.warnings)
        cells += "<br><i>" + markup(warning) + "</i>";
    if (!outcome.sourceSha256.empty())
        cells += "<br><code>" + outcome.sourceSha256 + "</code>";
    if (!outcome.resultSha256.empty())
        cells += "<br><code>" + outcome.resultSha256 + "</code>";
    cells += "</td><td>" + markup(stateText(job.state)) + "</td><td>" +
             secondsText(outcome.seconds.total()) + "</td><td>" + lightnessText(outcome) +
             repairText(outcome.repair) + "</td>";
    return "<tr>" + cells + "</tr>\n";
}

std::string table(const std::vector<const Job*>& jobs, int pictures, const Progress& progress)
{
    const std::size_t between =
        pictures > 0 ? std::max<std::size_t>(1, (jobs.size() + std::size_t(pictures) - 1) /
                                                    std::size_t(pictures))
                     : jobs.size() + 1;
    std::string rows = "<table>\n";
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        progress.checkpoint();
        progress.report(double(i) / double(jobs.size()), text("Writing the report"));
        rows += row(*jobs[i], pictures > 0 && i % between == 0);
    }
    return rows + "</table>\n";
}

} // namespace

std::string reportHtml(const BatchReport& report, int pictures, const Progress& progress)
{
    const Batch& batch = report.batch;
    std::vector<const Job*> failed, others;
    double seconds = 0;
    for (const Job& job : report.jobs) {
        (job.state == JobState::Failed ? failed : others).push_back(&job);
        seconds += job.outcome.seconds.total();
    }
    std::string html =
        "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>" + escapedMarkup(batch.name) +
        "</title>\n<style>\n"
        "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:1100px;padding:0 1em;color:#222;"
        "background:#f4f4f4}\ntable{border-collapse:collapse;width:100%}\n"
        "td{padding:.4em .7em;border-bottom:1px solid #ccc;vertical-align:top;"
        "overflow-wrap:anywhere}\nimg{margin-right:4px}\ncode{font-size:11px;color:#666}\n"
        "</style></head><body>\n<h1>" +
        escapedMarkup(batch.name) + "</h1>\n<p>";
    bool first = true;
    for (const JobState state : allJobStates) {
        const std::int64_t count = report.count(state);
        if (count == 0)
            continue;
        html += (first ? "" : ", ") + markup(stateText(state)) + ": " + std::to_string(count);
        first = false;
    }
    html += "<br>" + markup(text("Time of all stages: %1", {secondsText(seconds)})) + "<br>" +
            markup(text("Colours are simulated by AI. Autochrome %1.", {AUTOCHROME_VERSION})) +
            "</p>\n";
    const bool addressed = std::ranges::any_of(report.jobs, [](const Job& job) {
        return !isUtf8(job.source.path.native()) || !isUtf8(job.outcome.result.native());
    });
    if (addressed)
        html += "<p>" +
                markup(text("A path that is not valid UTF-8 is given as a file: address, in which "
                            "each invalid byte is written as %XX.")) +
                "</p>\n";
    if (!failed.empty())
        html += "<h2>" + markup(text("Failed")) + "</h2>\n" + table(failed, 0, progress);
    html += "<h2>" + markup(text("Photos")) + "</h2>\n" + table(others, pictures, progress);
    return html + "</body></html>\n";
}

} // namespace autochrome::inline queue
