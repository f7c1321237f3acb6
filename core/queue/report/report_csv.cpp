#include "core/base/error_names.h"
#include "core/base/path_text.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/queue/report/batch_report.h"

#include <cstdio>

namespace autochrome::inline queue {
namespace {

// What a spreadsheet takes for the beginning of a formula, the wide characters too; and the mark by
// which it does not, so that it always means one thing.
bool isFormula(const std::string& field)
{
    for (const char* start : {"=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠"})
        if (field.starts_with(start))
            return true;
    return false;
}

std::string quoted(std::string field)
{
    if (isFormula(field))
        field = std::string("'").append(field);
    if (field.find_first_of(",\"\r\n") == std::string::npos)
        return validUtf8(field);
    std::string result = "\"";
    for (const char c : validUtf8(field)) {
        if (c == '"')
            result += '"';
        result += c;
    }
    return result += '"';
}

std::string seconds(double value)
{
    if (value <= 0)
        return {};
    char text[32];
    std::snprintf(text, sizeof(text), "%.3f", value);
    return text;
}

std::string number(std::int64_t value)
{
    return value == 0 ? std::string() : std::to_string(value);
}

std::string lightness(const PhotoOutcome& outcome, double LightnessError::*part)
{
    if (!outcome.lightness)
        return {};
    char text[32];
    std::snprintf(text, sizeof(text), "%.4f", (*outcome.lightness).*part);
    return text;
}

// As in the result's own history.
std::string share(double value)
{
    if (value <= 0)
        return {};
    char text[32];
    std::snprintf(text, sizeof(text), "%.6f", value);
    return text;
}

std::string joined(const std::vector<Message>& sentences)
{
    std::string all;
    for (const Message& sentence : sentences) {
        if (!all.empty())
            all += ' ';
        all += inWords(sentence);
    }
    return all;
}

} // namespace

std::string reportCsv(const BatchReport& report)
{
    std::string csv =
        "job,state,source,result,started,finished,attempts,seconds_read,"
        "seconds_colour,seconds_write,width,height,luminance_error,"
        "luminance_error_p99_9,luminance_error_mean,source_sha256,result_sha256,model,"
        "model_sha256,recipe,error_code,error,error_detail,reason,warnings,page,"
        "filled_share,damage_left\r\n";
    for (const Job& job : report.jobs) {
        const PhotoOutcome& outcome = job.outcome;
        const std::string fields[] = {
            std::to_string(job.id),
            jobStateName(job.state),
            portablePath(job.source.path),
            portablePath(outcome.result),
            isoTime(job.started),
            isoTime(job.finished),
            std::to_string(job.attempts),
            seconds(outcome.seconds.read),
            seconds(outcome.seconds.colour),
            seconds(outcome.seconds.write),
            number(outcome.width),
            number(outcome.height),
            lightness(outcome, &LightnessError::greatest),
            lightness(outcome, &LightnessError::most),
            lightness(outcome, &LightnessError::mean),
            outcome.sourceSha256,
            outcome.resultSha256,
            outcome.model,
            outcome.modelSha256,
            outcome.recipe,
            outcome.error ? errorCodeName(outcome.error->code) : "",
            outcome.error ? inWords(outcome.error->message) : std::string(),
            outcome.error ? outcome.error->detail : std::string(),
            inWords(outcome.reason),
            joined(outcome.warnings),
            number(job.source.page),
            share(outcome.repair.share),
            number(outcome.repair.left),
        };
        bool first = true;
        for (const std::string& field : fields) {
            if (!first)
                csv += ',';
            csv += quoted(field);
            first = false;
        }
        csv += "\r\n";
    }
    return csv;
}

} // namespace autochrome::inline queue
