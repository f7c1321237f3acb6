#!/bin/sh
# Trains small networks for the same number of samples, each with one thing changed, and measures
# them on the same photos. What came of it stands in README.md beside this script.
#
# usage: study.sh CLI ENCODER VALIDATION OUT PHOTOS...
#   CLI         autochrome-cli
#   ENCODER     torchvision's EfficientNet-B0 as safetensors
#   VALIDATION  photos that are not trained on
#   OUT         folder for models, losses and reports; what is there already is not made again
#   PHOTOS      folders or tar archives
set -eu
cli=$1 encoder=$2 validation=$3 out=$4
shift 4
# STEPS of 32 crops of 96 pixels: an equal budget for all.
steps=${STEPS:-400}
photos=${VALIDATION_PHOTOS:-290}

train() { # NAME OPTIONS...
    name=$1
    shift
    [ -e "$out/$name/done" ] && return
    "$cli" train --data "$@" --val "$validation" --validation-photos 60 --validate-minutes 2 \
        --out "$out/$name" --name "$name" --steps "$steps" --crop 96 --late-from 1 --aged 0 \
        --seed 11
    touch "$out/$name/done"
}

measure() { # REPORT NAME OPTIONS...
    report=$out/reports/$1
    model=$out/$2/$2.safetensors
    shift 2
    [ -e "$report/evaluation.json" ] && return
    "$cli" evaluate "$validation" --limit "$photos" -m "$model" -o "$report" --effort fast "$@"
}

train plain "$@" --network plain_cnn-unet
train scratch "$@"
train pretrained "$@" --encoder "$encoder"
train noskip "$@" --encoder "$encoder" --network efficientnet_b0-noskip
train mse "$@" --encoder "$encoder" --cross-entropy 0 --lambda 1
train mse-rebalanced-0.9 "$@" --encoder "$encoder" --cross-entropy 0 --lambda 0.9
train mse-rebalanced-0.5 "$@" --encoder "$encoder" --cross-entropy 0 --lambda 0.5
train distribution-0.5 "$@" --encoder "$encoder" --lambda 0.5
train photo-error "$@" --encoder "$encoder" --photo-error 1
train photo-error-vivid "$@" --encoder "$encoder" --photo-error 1 --vividness 1.45

for name in plain scratch pretrained noskip mse mse-rebalanced-0.9 mse-rebalanced-0.5 \
    distribution-0.5 photo-error photo-error-vivid; do
    measure "$name" "$name"
done
for temperature in 0.2 0.38 1.0; do
    measure "temperature-$temperature" pretrained --temperature "$temperature"
done
