#include "app/cli/output_plan.h"

#include "core/base/text.h"

namespace autochrome::cli {

namespace fs = std::filesystem;

Result<OutputPlan> OutputPlan::make(const std::string& output, const std::string& format,
                                    bool several, std::string suffix)
{
    OutputPlan plan;
    plan.suffix_ = std::move(suffix);
    if (!format.empty()) {
        plan.format_ = formatOfName(format);
        if (!plan.format_)
            return failure(ErrorCode::Usage,
                           text("“%1” is not a format that can be written; these are: %2.",
                                {format, wordsOf(Formats::Written)}));
        if (!factsOf(*plan.format_).writer)
            return failure(ErrorCode::Usage, onlyRead(*plan.format_));
    }
    if (output.empty())
        return plan;

    std::error_code error;
    if (fs::is_directory(output, error)) {
        plan.folder_ = output;
        return plan;
    }
    const std::optional<FileFormat> named = formatOfExtension(output);
    // Several results want a folder; "all.png" is rather meant as one file.
    if (output.ends_with('/') || (several && !named && !fs::exists(output, error))) {
        fs::create_directories(output, error);
        if (error)
            return failure(ErrorCode::WriteFailed,
                           text("The folder “%1” cannot be made: %2.", {output, error.message()}));
        plan.folder_ = output;
        return plan;
    }
    if (several)
        return failure(ErrorCode::Usage,
                       fs::exists(output, error)
                           ? text("Several photos need a folder as their output, and “%1” is a "
                                  "file.",
                                  {output})
                           : text("Several photos need a folder as their output, and “%1” is the "
                                  "name of one photo; end it with “/” to have a folder made.",
                                  {output}));
    if (!plan.format_ && !named)
        return failure(ErrorCode::Usage, text("The name “%1” does not say which format; add an "
                                              "extension such as .jpg or use --format.",
                                              {output}));
    if (plan.format_ && named && *plan.format_ != *named)
        return failure(ErrorCode::Usage,
                       text("The name “%1” says %2, but --format says %3.",
                            {output, formatName(*named), formatName(*plan.format_)}));
    if (named && !factsOf(*named).writer)
        return failure(ErrorCode::Usage, onlyRead(*named));
    plan.file_ = output;
    if (!plan.format_)
        plan.format_ = named;
    return plan;
}

std::string OutputPlan::numberOf(int print)
{
    return print > 0 ? "-" + std::to_string(print) : std::string();
}

Target OutputPlan::targetOf(const PhotoId& source, FileFormat sourceFormat, int print)
{
    Target target;
    target.format = format_.value_or(losslessFormatFor(sourceFormat));
    const std::string number = numberOf(print);
    target.path = file_;
    if (!file_.empty() && print > 0)
        target.path.replace_filename(file_.stem().native() + number + file_.extension().native());
    if (file_.empty()) {
        // "scan.TIFF" keeps its own spelling where that is true of the result.
        fs::path extension = source.path.extension();
        if (formatOfExtension(source.path) != target.format)
            extension = std::string(".") + formatExtension(target.format);
        target.path = folder_ / source.stem();
        target.path += number;
        target.path += suffix_;
        target.path += extension;
    }
    target.taken = !given_.insert(target.path.lexically_normal()).second;
    return target;
}

} // namespace autochrome::cli
