#include "app/cli/colorize_job.h"

#include "core/base/text.h"

namespace autochrome::cli {

namespace fs = std::filesystem;

namespace {

bool isSameFile(const fs::path& a, const fs::path& b)
{
    std::error_code error;
    return fs::equivalent(a, b, error) && !error;
}

} // namespace

ColorizeJob::ColorizeJob(ColorizeSettings settings, OutputPlan plan,
                         std::shared_ptr<Colorizers> colorizers, const std::vector<PhotoInput>& all)
    : settings_(std::move(settings)),
      plan_(std::move(plan)),
      colorizers_(std::move(colorizers)),
      before_(numberedCopy)
{
    for (const PhotoInput& input : all)
        if (!input.error)
            sources_.add(input.path,
                         input.fromFolder ? Originals::Kind::Found : Originals::Kind::Named);
}

std::vector<PhotoOutcome> ColorizeJob::run(const PhotoInput& input, const Progress& progress)
{
    PhotoWork work(input.path, input.path.native());
    std::vector<PhotoWork> parts;
    work.guarded(progress, [&] {
        if (input.error)
            return work.fail(*input.error);
        if (!read(work, input, progress.part(0, 0.2)))
            return false;
        if (settings_.splits)
            parts = work.split();
        return !parts.empty() || make(work, input, 0, progress.part(0.2, 1));
    });
    std::vector<PhotoOutcome> outcomes;
    if (parts.empty())
        outcomes.push_back(std::move(work.outcome()));
    const auto count = double(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Progress part =
            progress.part(0.2 + 0.8 * double(i) / count, 0.2 + 0.8 * double(i + 1) / count);
        parts[i].guarded(part, [&] { return make(parts[i], input, int(i) + 1, part); });
        outcomes.push_back(std::move(parts[i].outcome()));
    }
    return outcomes;
}

WriteOptions ColorizeJob::writeOptions(const Target& target, const PhotoOutcome& outcome) const
{
    WriteOptions options;
    options.format = target.format;
    options.quality = settings_.quality;
    options.keepTime = settings_.keepTimes;
    options.isOriginal = [this](const fs::path& path, const std::string& madeFrom) {
        return sources_.protects(path, madeFrom);
    };
    // Two photos of one name must not overwrite each other's results, whatever was asked.
    const bool keepsAll = settings_.overwrite != Overwrite::Replace || target.taken ||
                          written_.contains(target.path) ||
                          sources_.protects(target.path, outcome.madeFrom());
    options.overwrite = keepsAll ? Overwrite::Rename : Overwrite::Replace;
    return options;
}

bool ColorizeJob::colourise(PhotoWork& work, const PhotoInput& input, const Progress& progress)
{
    auto chosen = colorizers_->forPhoto(input.path, settings_.model);
    if (!chosen)
        return work.fail(chosen.error());
    if (!told_.insert(inWords(chosen->notice)).second)
        chosen->notice = {};
    return work.colour(*chosen, progress);
}

bool ColorizeJob::read(PhotoWork& work, const PhotoInput& input, const Progress& progress)
{
    work.follow(settings_.recipe.recipe); // told of photos that cannot be read
    // A folder that is worked on twice holds the first run's results too.
    return work.read(progress) &&
           work.judge({.ownResults = input.fromFolder,
                       .restored = input.fromFolder && settings_.restores}) &&
           work.follow(settings_.recipe);
}

bool ColorizeJob::make(PhotoWork& work, const PhotoInput& input, int print,
                       const Progress& progress)
{
    PhotoOutcome& outcome = work.outcome();
    const Target target = plan_.targetOf(input.path, outcome.sourceFormat, print);
    // Known before the work is done; the writer looks again when it writes.
    if (isSameFile(target.path, input.path))
        return work.fail(
            {ErrorCode::SameAsSource,
             text("“%1” is the source itself and is not overwritten; choose another name "
                  "or folder for the result.",
                  {target.path.native()}),
             {}});
    const auto isOfThisRun = [this](const fs::path& path) { return written_.contains(path); };
    if (settings_.overwrite == Overwrite::Skip)
        if (const auto before = before_.find(target.path, outcome.madeFrom(), isOfThisRun))
            return work.skipFound(*before);

    const Progress making = progress.part(0, 0.5);
    if (!(settings_.restores ? work.restore(making) : colourise(work, input, making)))
        return false;

    if (!settings_.maskFolder.empty())
        work.keepMask(settings_.maskFolder, OutputPlan::numberOf(print));
    const auto written =
        work.write(target.path, writeOptions(target, outcome), progress.part(0.5, 1));
    if (!written)
        return work.fail(written.error());
    written_.add(outcome.result);
    if (settings_.overwrite == Overwrite::Replace &&
        sources_.protects(target.path, outcome.madeFrom()))
        outcome.warnings.push_back(
            text("“%1” is itself a photo of this run and is not overwritten; the result is “%2”.",
                 {target.path.native(), outcome.result.native()}));
    return true;
}

} // namespace autochrome::cli
