// What the values of a training are called, and what they do.
#include "ui/training/setup/settings_form.h"

namespace autochrome {

using Kind = SettingRow::Kind;

void SettingsForm::addLength()
{
    addSection("length", tr("Length"),
               {{.key = "length",
                 .name = tr("Measured in"),
                 .help = tr("What decides when the training is over."),
                 .kind = Kind::Choice,
                 .choices = {{tr("Epochs"), "epochs"},
                             {tr("Minutes"), "minutes"},
                             {tr("Steps"), "steps"}}},
                {.key = "epochs",
                 .name = tr("Epochs"),
                 .help = tr("How many times the training goes through all photos."),
                 .kind = Kind::Number,
                 .least = 0.01,
                 .most = 1e6},
                {.key = "minutes",
                 .name = tr("Minutes"),
                 .help = tr("How long the training runs, validations included."),
                 .kind = Kind::Number,
                 .step = 5,
                 .least = 0.01,
                 .most = 1e6},
                {.key = "steps",
                 .name = tr("Steps"),
                 .help = tr("How many times the weights are changed."),
                 .step = 100,
                 .least = 1,
                 .most = 1e9}});
}

void SettingsForm::addPhotos()
{
    addSection(
        "photos", tr("Photos"),
        {{.key = "batchSize",
          .name = tr("Photos per batch"),
          .help = tr("More photos per step make each step more reliable and need more memory.")},
         {.key = "cropSize",
          .name = tr("Crop"),
          .help = tr("Side of the squares that are cut out of the photos to learn from."),
          .suffix = tr(" px")},
         {.key = "accumulation",
          .name = tr("Batches per step"),
          .help = tr("Several batches count as one large batch, without needing its memory.")},
         {.key = "lateFrom",
          .name = tr("Late sizes from"),
          .help = tr("From this point of the training on, the late batch and crop apply; at 100 % "
                     "they never do."),
          .kind = Kind::Percent},
         {.key = "lateBatchSize",
          .name = tr("Late photos per batch"),
          .help = tr("Photos per batch towards the end.")},
         {.key = "lateCropSize",
          .name = tr("Late crop"),
          .help = tr("Larger crops towards the end let the model cope with whole scenes."),
          .suffix = tr(" px")},
         {.key = "agedShare",
          .name = tr("Aged photos"),
          .help = tr("Share of the photos that get the faults of old prints: grain, blur, fading, "
                     "scratches."),
          .kind = Kind::Percent,
          .zero = tr("none")},
         {.key = "priorPhotos",
          .name = tr("Photos for the prior"),
          .help = tr(
              "At most this many photos are looked through to count how often each colour occurs."),
          .step = 1000}});
}

void SettingsForm::addLoss()
{
    addSection(
        "loss", tr("Loss and network"),
        {{.key = "lambda",
          .name = tr("Lambda (λ)"),
          .help = tr("1 counts every pixel alike; towards 0, rare colours count more and "
                     "more."),
          .kind = Kind::Slider,
          .step = 0.01},
         {.key = "crossEntropyWeight",
          .name = tr("Cross-entropy weight"),
          .help = tr("How much predicting each colour's probability counts; off leaves out that "
                     "part of the network."),
          .kind = Kind::Number,
          .zero = tr("off")},
         {.key = "regressionWeight",
          .name = tr("Regression weight"),
          .help = tr("How much closeness to the true colour counts; off leaves out that part of "
                     "the network."),
          .kind = Kind::Number,
          .zero = tr("off")},
         {.key = "photoWeight",
          .name = tr("Weight of a photo's error"),
          .help = tr("How much the logarithm of each photo's error counts: with it, pale photos "
                     "matter as much as vivid ones."),
          .kind = Kind::Number,
          .zero = tr("off")},
         {.key = "vividness",
          .name = tr("Vividness"),
          .help = tr("How vivid the colours are that the photo error aims for: 1 gives the least "
                     "error but pale colours, more gives livelier ones."),
          .kind = Kind::Slider,
          .step = 0.01},
         {.key = "architecture",
          .name = tr("Network"),
          .help = tr("The network that the model is built on; a model that is trained further "
                     "keeps its own."),
          .kind = Kind::Choice,
          .choices = {{tr("EfficientNet-B0"), "autochrome-efficientnet_b0-unet"},
                      {tr("EfficientNet-B0 without skips"), "autochrome-efficientnet_b0-noskip"},
                      {tr("Plain network"), "autochrome-plain_cnn-unet"},
                      {tr("Plain network without skips"), "autochrome-plain_cnn-noskip"}}}});
}

void SettingsForm::addOptimiser()
{
    addSection(
        "optimiser", tr("Optimiser"),
        {{.key = "encoderRate",
          .name = tr("Encoder rate"),
          .help = tr("Learning rate of the part that recognises things; low rates forget less."),
          .kind = Kind::Rate},
         {.key = "decoderRate",
          .name = tr("Decoder rate"),
          .help = tr("Learning rate of the part that makes colours."),
          .kind = Kind::Rate},
         {.key = "frozenUntil",
          .name = tr("Encoder frozen for"),
          .help = tr("For this first part of the training, the encoder stays as it is."),
          .kind = Kind::Percent,
          .zero = tr("never")},
         {.key = "fixedStatistics",
          .name = tr("Keep its statistics"),
          .help = tr("The encoder keeps its batch-normalisation statistics; photos of one kind "
                     "would shift them and make everything else worse."),
          .kind = Kind::Switch},
         {.key = "startShare",
          .name = tr("Share of the old model"),
          .help = tr("How much of the model that the training starts from stays in the weights "
                     "that are kept. The result forgets less, and is often the better for it."),
          .kind = Kind::Percent,
          .zero = tr("none")},
         {.key = "warmupSteps",
          .name = tr("Warm-up steps"),
          .help = tr("Over this many steps the learning rate rises from zero."),
          .zero = tr("none"),
          .step = 10},
         {.key = "finalRate",
          .name = tr("Rate at the end"),
          .help = tr("Share of the learning rate that is left at the end."),
          .kind = Kind::Percent},
         {.key = "weightDecay",
          .name = tr("Weight decay"),
          .help = tr(
              "Pulls the weights towards zero, to keep the model from learning photos by heart."),
          .kind = Kind::Rate,
          .zero = tr("off")},
         {.key = "stochasticDepth",
          .name = tr("Stochastic depth"),
          .help = tr("How often a photo bypasses the encoder's last block, to keep the model from "
                     "learning photos by heart."),
          .kind = Kind::Percent,
          .zero = tr("off")},
         {.key = "gradientClip",
          .name = tr("Gradient limit"),
          .help =
              tr("Longer gradients are shortened to this length, so that no step is too large."),
          .kind = Kind::Rate,
          .zero = tr("off")},
         {.key = "emaDecay",
          .name = tr("Average (EMA)"),
          .help = tr("The model is a running average of the weights; the nearer to 1, the further "
                     "back it reaches."),
          .kind = Kind::Number,
          .zero = tr("off"),
          .step = 0.001},
         {.key = "bf16",
          .name = tr("Mixed precision"),
          .help = tr("Computes in bfloat16 where the device can: faster, and with less memory."),
          .kind = Kind::Switch},
         {.key = "seed",
          .name = tr("Seed"),
          .help = tr("Decides the order of the photos and all else that is left to chance."),
          .kind = Kind::Digits}});
}

void SettingsForm::addValidation()
{
    addSection(
        "validation", tr("Validation"),
        {{.key = "validationPhotos",
          .name = tr("Photos each time"),
          .help = tr(
              "How many photos, none of them learnt from, each validation measures the model on."),
          .zero = tr("all"),
          .step = 10},
         {.key = "validationShortSide",
          .name = tr("Short side"),
          .help = tr("Size at which the model sees these photos."),
          .suffix = tr(" px"),
          .step = 32},
         {.key = "validationEpochs",
          .name = tr("Epochs between"),
          .help = tr("How many epochs lie between two validations."),
          .kind = Kind::Number,
          .zero = tr("by the clock")},
         {.key = "validationMinutes",
          .name = tr("Minutes between"),
          .help = tr("How many minutes lie between two validations."),
          .kind = Kind::Number,
          .least = 0.05,
          .most = 10000},
         {.key = "keepBest",
          .name = tr("Keep the best"),
          .help = tr("Keeps the best model of all validations, the one at the start included; "
                     "otherwise the last one."),
          .kind = Kind::Switch},
         {.key = "patience",
          .name = tr("Patience"),
          .help = tr("After this many validations without a gain the training ends early."),
          .zero = tr("no early end")}});
}

void SettingsForm::addMachine()
{
    addSection("machine", tr("Machine"),
               {{.key = "device",
                 .name = tr("Runs on"),
                 .help = tr("The processor or graphics card that trains."),
                 .kind = Kind::Choice,
                 .choices = {{tr("Automatic"), "auto"}}},
                {.key = "threads",
                 .name = tr("Threads"),
                 .help = tr("How many of the processor's cores the network uses."),
                 .zero = tr("all cores"),
                 .most = 1024},
                {.key = "workers",
                 .name = tr("Threads for photos"),
                 .help = tr("How many photos are opened at the same time."),
                 .zero = tr("all cores"),
                 .most = 1024},
                {.key = "checkpointMinutes",
                 .name = tr("Checkpoint every"),
                 .help = tr("A sudden end loses at most what came after the last checkpoint."),
                 .kind = Kind::Number,
                 .suffix = tr(" min"),
                 .least = 0.5,
                 .most = 1440}});
}

} // namespace autochrome
