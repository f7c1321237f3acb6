#include "ui/training/data/machine_choices.h"

#include <QtGlobal>

namespace autochrome {
namespace {

template <class Where>
Parameter<MachineChoices> row(Where where, ParameterFacts facts)
{
    return parameter<MachineChoices>(where, std::move(facts));
}

// As texts of core's tables, where markedText() is not looked for.
std::vector<Parameter<MachineChoices>> madeTable()
{
    return {
        row([](auto& v) -> auto& { return v.device; },
            {.key = "device",
             .choices = {{.name = "auto", .title = QT_TRANSLATE_NOOP("core", "Automatic")}},
             .row = {.title = QT_TRANSLATE_NOOP("core", "Runs on"),
                     .tip =
                         QT_TRANSLATE_NOOP("core", "The processor or graphics card that trains.")},
             .option = {.names = "--device"}}),
        row([](auto& v) -> auto& { return v.threads; },
            {.key = "threads",
             .range = {.most = 1024},
             .row = {.title = QT_TRANSLATE_NOOP("core", "Threads"),
                     .tip = QT_TRANSLATE_NOOP(
                         "core", "How many of the processor's cores the network uses."),
                     .zero = QT_TRANSLATE_NOOP("core", "all cores")},
             .option = {.names = "--threads"}}),
        row([](auto& v) -> auto& { return v.workers; },
            {.key = "workers",
             .range = {.most = 1024},
             .row = {.title = QT_TRANSLATE_NOOP("core", "Threads for photos"),
                     .tip =
                         QT_TRANSLATE_NOOP("core", "How many photos are opened at the same time."),
                     .zero = QT_TRANSLATE_NOOP("core", "all cores")},
             .option = {.names = "--workers"}}),
        row([](auto& v) -> auto& { return v.checkpointMinutes; },
            {.key = "checkpointMinutes",
             .range = {.least = 0.5, .most = 1440},
             .row = {.title = QT_TRANSLATE_NOOP("core", "Checkpoint every"),
                     .tip = QT_TRANSLATE_NOOP(
                         "core", "A sudden end loses at most what came after the last checkpoint."),
                     .step = 1,
                     .unit = QT_TRANSLATE_NOOP("core", "%1 min")},
             .option = {.names = "--checkpoint-minutes"}}),
        row([](auto& v) -> auto& { return v.validationMinutes; },
            {.key = "validationMinutes",
             .range = {.least = 0.05, .most = 10000},
             .row = {.title = QT_TRANSLATE_NOOP("core", "Minutes between"),
                     .tip =
                         QT_TRANSLATE_NOOP("core", "How many minutes lie between two validations."),
                     .step = 1},
             .option = {.names = "--validate-minutes"}}),
    };
}

} // namespace

const std::vector<Parameter<MachineChoices>>& machineParameters()
{
    static const std::vector<Parameter<MachineChoices>> table = madeTable();
    return table;
}

} // namespace autochrome
