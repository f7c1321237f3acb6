#include "ui/training/setup/setting_group.h"

#include "core/learn/loop/training_parameters.h"
#include "ui/training/data/machine_choices.h"

#include <QtGlobal>
#include <initializer_list>
#include <string_view>

namespace autochrome {
namespace {

ParameterFacts lengthFacts()
{
    return {.key = lengthKey,
            .kind = ParameterKind::Text,
            .choices = {{.name = "epochs", .title = QT_TRANSLATE_NOOP("core", "Epochs")},
                        {.name = "minutes", .title = QT_TRANSLATE_NOOP("core", "Minutes")},
                        {.name = "steps", .title = QT_TRANSLATE_NOOP("core", "Steps")}},
            .row = {.title = QT_TRANSLATE_NOOP("core", "Measured in"),
                    .tip = QT_TRANSLATE_NOOP("core", "What decides when the training is over.")}};
}

ParameterFacts factsOf(std::string_view key)
{
    if (key == lengthKey)
        return lengthFacts();
    if (const auto* machine = findParameter(machineParameters(), key))
        return *machine;
    ParameterFacts facts = *findParameter(trainingParameters(), key);
    // The one that is shown is the one that counts: of 0 there would be no training.
    if (key == "epochs" || key == "minutes")
        facts.range.least = 0.01;
    else if (key == "steps")
        facts.range.least = 1;
    return facts;
}

SettingGroup group(const char* id, const char* title, std::initializer_list<const char*> keys)
{
    SettingGroup group{id, title, {}};
    for (const char* key : keys)
        group.rows.push_back(factsOf(key));
    return group;
}

} // namespace

std::vector<SettingGroup> settingGroups()
{
    return {
        group("length", QT_TRANSLATE_NOOP("core", "Length"),
              {lengthKey, "epochs", "minutes", "steps"}),
        group("photos", QT_TRANSLATE_NOOP("core", "Photos"),
              {"batchSize", "cropSize", "accumulation", "lateFrom", "lateBatchSize", "lateCropSize",
               "agedShare", "priorPhotos"}),
        group("loss", QT_TRANSLATE_NOOP("core", "Loss and network"),
              {"lambda", "crossEntropyWeight", "regressionWeight", "photoWeight", "vividness",
               "architecture"}),
        group("optimiser", QT_TRANSLATE_NOOP("core", "Optimiser"),
              {"encoderRate", "decoderRate", "frozenUntil", "fixedStatistics", "startShare",
               "warmupSteps", "finalRate", "weightDecay", "stochasticDepth", "gradientClip",
               "emaDecay", "bf16", "seed"}),
        group("validation", QT_TRANSLATE_NOOP("core", "Validation"),
              {"validationPhotos", "validationShortSide", "validationEpochs", "validationMinutes",
               "keepBest", "patience"}),
        group("machine", QT_TRANSLATE_NOOP("core", "Machine"),
              {"device", "threads", "workers", "checkpointMinutes"}),
    };
}

} // namespace autochrome
