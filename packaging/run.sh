#!/usr/bin/env bash
# From a fresh clone to a coloured photo:
#
# packaging/run.sh [PHOTO...]
#
# Installs what is missing with apt, builds, colourises the photos (the bundled sample if none is
# named) into the folder you stand in, prints each result's path, and opens the window where there
# is a display.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
photos=("$@")
if [[ ${#photos[@]} -eq 0 ]]; then
    photos=("$root/resources/sample/sample.jpg")
fi

"$root/packaging/build.sh" -DAUTOCHROME_TESTS=OFF
# shellcheck source=packaging/blas.sh
source "$root/packaging/blas.sh"
prefer_openblas

status=0
"$root/build/release/bin/autochrome-cli" colorize -o . -- "${photos[@]}" || status=$?
if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    "$root/build/release/bin/autochrome" -- "${photos[@]}" || status=$?
fi
exit "$status"
