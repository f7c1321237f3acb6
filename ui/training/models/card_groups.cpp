#include "ui/training/models/card_groups.h"

#include <QLocale>
#include <QMap>
#include <nlohmann/json.hpp>

namespace autochrome {

namespace {

using OrderedJson = nlohmann::ordered_json;

QString detail(const LibraryItem& item, const char* key)
{
    const auto found = item.details.find(key);
    return found == item.details.end() ? QString() : QString::fromStdString(found->second);
}

/// Damaged or missing JSON is an empty value, whose reading finds nothing.
OrderedJson json(const LibraryItem& item, const char* key)
{
    return OrderedJson::parse(detail(item, key).toStdString(), nullptr, false);
}

QString number(const OrderedJson& value, int decimals)
{
    return QLocale().toString(value.get<double>(), 'f', decimals);
}

QString shown(const OrderedJson& value)
{
    const QLocale locale;
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    if (value.is_number_integer())
        return locale.toString(qint64(value.get<std::int64_t>()));
    if (value.is_number())
        return locale.toString(value.get<double>(), 'g', 6);
    return QString::fromStdString(value.dump());
}

bool isLicence(const std::string& key)
{
    return key.starts_with("licen");
}

/// What photos() and the others know; the rest was noted by a person.
bool isKnown(const std::string& key)
{
    static const char* const known[] = {"summary",
                                        "software",
                                        "recipe",
                                        "metrics",
                                        "encoder",
                                        "encoder_sha256",
                                        "parent_sha256",
                                        "training_data",
                                        "training_photos",
                                        "training_photos_skipped",
                                        "training_samples",
                                        "training_steps",
                                        "training_minutes",
                                        "validation_data",
                                        "head",
                                        "seed"};
    return isLicence(key) || std::any_of(std::begin(known), std::end(known),
                                         [&](const char* one) { return key == one; });
}

} // namespace

std::vector<MetadataTable::Group> CardGroups::of(const LibraryItem& item,
                                                 const LibraryContents& library)
{
    return {{tr("File"), file(item)},
            {tr("Licences"), licences(item)},
            {tr("Measured on photos that it had not seen"), figures(item)},
            {tr("Photos that it learnt from"), photos(item)},
            {tr("What it started from"), parents(item, library)},
            {tr("Settings of the training"), settings(item)},
            {tr("Notes"), notes(item)}};
}

CardGroups::Rows CardGroups::file(const LibraryItem& item)
{
    const QLocale locale;
    Rows rows{{tr("Location"), shownPath(item.path)},
              {tr("Size"), locale.formattedDataSize(item.bytes, 1, QLocale::DataSizeSIFormat)},
              {tr("Date"), locale.toString(item.modified, QLocale::ShortFormat)}};
    if (item.isEncoder)
        rows.emplace_back(tr("Kind"),
                          tr("Encoder EfficientNet-B0, which a training can start from"));
    if (!item.software().isEmpty())
        rows.emplace_back(tr("Made with"), item.software());
    if (!item.architecture.isEmpty())
        rows.emplace_back(tr("Network"), item.architecture);
    return rows;
}

CardGroups::Rows CardGroups::licences(const LibraryItem& item)
{
    Rows rows;
    for (const auto& [key, value] : item.details)
        if (isLicence(key))
            rows.emplace_back(tr("Licence"), QString::fromStdString(value));
    return rows;
}

CardGroups::Rows CardGroups::photos(const LibraryItem& item)
{
    const QLocale locale;
    Rows rows;
    if (const QString count = detail(item, "training_photos"); !count.isEmpty())
        rows.emplace_back(tr("Photos"), locale.toString(count.toLongLong()));
    const auto addOrigins = [&](const char* key, const QString& name) {
        const OrderedJson origins = json(item, key);
        if (!origins.is_array())
            return;
        for (const OrderedJson& origin : origins)
            if (origin.is_object() && origin.contains("name"))
                rows.emplace_back(name,
                                  origin.contains("photos")
                                      ? tr("%1: %2 photos", "name of a folder or an archive")
                                            .arg(shown(origin["name"]), shown(origin["photos"]))
                                      : shown(origin["name"]));
    };
    addOrigins("training_data", tr("Source"));
    addOrigins("validation_data", tr("Validated on"));
    const OrderedJson skipped = json(item, "training_photos_skipped");
    if (skipped.is_object()) {
        const std::pair<const char*, QString> kinds[] = {{"grey", tr("Left out: grey")},
                                                         {"toned", tr("Left out: toned")},
                                                         {"small", tr("Left out: too small")},
                                                         {"corrupt", tr("Left out: damaged")}};
        for (const auto& [key, name] : kinds)
            if (skipped.contains(key) && skipped[key].is_number() && skipped[key] != 0)
                rows.emplace_back(name, shown(skipped[key]));
    }
    const std::pair<const char*, QString> numbers[] = {{"training_samples", tr("Samples seen")},
                                                       {"training_steps", tr("Steps")},
                                                       {"training_minutes", tr("Minutes")}};
    for (const auto& [key, name] : numbers)
        if (const QString count = detail(item, key); !count.isEmpty())
            rows.emplace_back(name, locale.toString(count.toLongLong()));
    return rows;
}

CardGroups::Rows CardGroups::figures(const LibraryItem& item)
{
    const OrderedJson metrics = json(item, "metrics");
    if (!metrics.is_object())
        return {};
    Rows rows;
    const auto add = [&](const char* key, const QString& name, int decimals, double scale,
                         const QString& unit) {
        if (metrics.contains(key) && metrics[key].is_number())
            rows.emplace_back(
                name, unit.arg(number(OrderedJson(metrics[key].get<double>() * scale), decimals)));
    };
    const QString plain = QStringLiteral("%1");
    const QString decibels = tr("%1 dB");
    const QString percent = tr("%1 %");
    add("photos", tr("Photos measured"), 0, 1, plain);
    add("abPsnr", tr("PSNR of the colours"), 2, 1, decibels);
    add("abGain", tr("Gain over grey"), 2, 1, decibels);
    add("psnr", tr("PSNR of the picture"), 2, 1, decibels);
    add("ciede2000", tr("Colour difference (CIEDE2000)"), 2, 1, plain);
    add("ciede2000OverGrey", tr("Share of grey's difference"), 0, 100, percent);
    add("colourfulness", tr("Colourfulness"), 1, 1, plain);
    add("colourfulnessRatio", tr("Share of the true colourfulness"), 0, 100, percent);
    return rows;
}

CardGroups::Rows CardGroups::parents(const LibraryItem& item, const LibraryContents& library)
{
    const auto nameOf = [&](const QString& sha256) {
        for (const LibraryItem& other : library.items)
            if (other.sha256 == sha256)
                return other.name;
        return QString();
    };
    Rows rows;
    const auto add = [&](const QString& what, const QString& sha256, const QString& fallback) {
        if (sha256.isEmpty())
            return;
        const QString known = nameOf(sha256);
        const QString name = known.isEmpty() ? fallback : known;
        rows.emplace_back(what, name.isEmpty()
                                    ? tr("One that is not in this library, SHA-256 %1").arg(sha256)
                                    : name);
    };
    add(tr("Model"), detail(item, "parent_sha256"), {});
    add(tr("Encoder"), detail(item, "encoder_sha256"), detail(item, "encoder"));
    return rows;
}

CardGroups::Rows CardGroups::settings(const LibraryItem& item)
{
    const OrderedJson recipe = json(item, "recipe");
    if (!recipe.is_object())
        return {};
    Rows rows;
    for (const auto& [key, value] : recipe.items())
        rows.emplace_back(settingName(key), value.is_boolean()
                                                ? (value.get<bool>() ? tr("Yes") : tr("No"))
                                                : shown(value));
    return rows;
}

QString CardGroups::settingName(const std::string& key)
{
    static const QMap<QString, QString> names{
        {"preset", tr("Preset")},
        {"epochs", tr("Epochs")},
        {"minutes", tr("Minutes at most")},
        {"steps", tr("Steps at most")},
        {"batchSize", tr("Batch")},
        {"cropSize", tr("Crop")},
        {"lateBatchSize", tr("Late batch")},
        {"lateCropSize", tr("Late crop")},
        {"lateFrom", tr("Late sizes from")},
        {"accumulation", tr("Batches per step")},
        {"agedShare", tr("Share of aged samples")},
        {"priorPhotos", tr("Photos for the colour prior")},
        {"lambda", tr("Lambda")},
        {"crossEntropyWeight", tr("Weight of cross entropy")},
        {"regressionWeight", tr("Weight of regression")},
        {"photoWeight", tr("Weight of each photo's error")},
        {"vividness", tr("Vividness aimed for")},
        {"encoderRate", tr("Learning rate, encoder")},
        {"decoderRate", tr("Learning rate, decoder")},
        {"weightDecay", tr("Weight decay")},
        {"stochasticDepth", tr("Stochastic depth")},
        {"warmupSteps", tr("Warm-up steps")},
        {"finalRate", tr("Share of the rate at the end")},
        {"gradientClip", tr("Gradient clip")},
        {"emaDecay", tr("Decay of the weight average")},
        {"bf16", tr("Mixed precision")},
        {"frozenUntil", tr("Encoder frozen until")},
        {"fixedStatistics", tr("Statistics kept")},
        {"startShare", tr("Share of the old model")},
        {"validationShortSide", tr("Short side in validation")},
        {"validationPhotos", tr("Photos in validation")},
        {"validationEpochs", tr("Epochs between validations")},
        {"keepBest", tr("Keep the best")},
        {"patience", tr("Patience")},
        {"seed", tr("Seed")},
        {"architecture", tr("Network")}};
    const QString name = QString::fromStdString(key);
    return names.value(name, name);
}

CardGroups::Rows CardGroups::notes(const LibraryItem& item)
{
    Rows rows;
    for (const auto& [key, value] : item.details)
        if (!isKnown(key))
            rows.emplace_back(QString::fromStdString(key), QString::fromStdString(value));
    return rows;
}

} // namespace autochrome
