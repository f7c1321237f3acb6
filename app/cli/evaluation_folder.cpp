#include "app/cli/evaluation_folder.h"

#include "core/base/text.h"
#include "core/measure/comparison_file.h"
#include "core/measure/evaluation_report.h"
#include "core/photo/metadata/text_file.h"
#include "core/photo/photo_writer.h"

#include <algorithm>

namespace autochrome::cli {

namespace fs = std::filesystem;

namespace {

// Pixels, both ways, of a picture that is looked at for itself.
constexpr int pictureCell = 256;

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made.", {folder.string()}), error.message());
    return {};
}

Result<void> writeJpeg(const fs::path& path, const cv::Mat& picture, const Originals& photos)
{
    MatRowSource rows(picture);
    WriteOptions how;
    how.format = FileFormat::Jpeg;
    how.quality = 90;
    how.overwrite = Overwrite::Replace;
    how.isOriginal = [&photos](const fs::path& target, const std::string&) {
        return photos.contains(target);
    };
    const auto written = writePhoto(rows, {}, path, how, {});
    return written ? Result<void>() : tl::make_unexpected(written.error());
}

const PhotoScore* scoreOf(const Evaluation& evaluation, const std::string& name)
{
    const auto found = std::find_if(evaluation.photos.begin(), evaluation.photos.end(),
                                    [&](const PhotoScore& photo) { return photo.name == name; });
    return found == evaluation.photos.end() ? nullptr : &*found;
}

// The last model against the first, and their pictures from what lost most to what gained most.
Result<void> writeComparison(const fs::path& folder, const EvaluationResult& result,
                             const Originals& photos)
{
    const Evaluation& before = result.evaluations.front();
    const Evaluation& after = result.evaluations.back();
    std::vector<std::pair<ComparedPhoto, const SheetRow*>> sheet;
    for (const SheetRow& row : result.rows.back()) {
        const PhotoScore* old = scoreOf(before, row.name);
        const PhotoScore* now = scoreOf(after, row.name);
        if (old && now)
            sheet.push_back(
                {{row.name, {}, now->isOther, old->metrics.abGain, now->metrics.abGain}, &row});
    }
    std::stable_sort(sheet.begin(), sheet.end(), [](const auto& a, const auto& b) {
        return a.first.gainAfter - a.first.gainBefore < b.first.gainAfter - b.first.gainBefore;
    });
    if (auto done = makeFolder(folder / "pictures"); !done)
        return done;
    ComparisonFile file{compareEvaluations(before, after), {}, int(result.skipped.size())};
    for (auto& [photo, row] : sheet) {
        photo.picture =
            std::string("pictures/").append(std::to_string(file.photos.size() + 1)).append(".jpg");
        // Without a gap: whoever shows it takes it apart.
        if (auto done =
                writeJpeg(folder / photo.picture, contactStrip(*row, pictureCell, 0), photos);
            !done)
            return done;
        file.photos.push_back(photo);
    }
    return writeTextFile(folder / ComparisonFile::fileName, comparisonFileJson(file));
}

} // namespace

Result<void> writeEvaluationFolder(const fs::path& folder, const EvaluationResult& result,
                                   const EvaluationPlan& plan, const Originals& photos)
{
    if (auto done = makeFolder(folder); !done)
        return done;
    if (auto done = writeTextFile(folder / "evaluation.json", evaluationJson(result, plan)); !done)
        return done;
    if (auto done = writeTextFile(folder / "evaluation.html", evaluationHtml(result, plan)); !done)
        return done;
    for (std::size_t i = 0; i < result.rows.size(); ++i) {
        const cv::Mat sheet = contactSheet(result.rows[i]);
        if (sheet.empty())
            continue;
        const std::string number =
            i == 0 ? std::string() : std::string("-").append(std::to_string(i + 1));
        if (auto done = writeJpeg(folder / ("contact-sheet" + number + ".jpg"), sheet, photos);
            !done)
            return done;
    }
    return result.evaluations.size() > 1 ? writeComparison(folder, result, photos) : Result<void>();
}

} // namespace autochrome::cli
