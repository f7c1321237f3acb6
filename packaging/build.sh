#!/usr/bin/env bash
# Installs what is missing and builds build/release: the part that run.sh and test.sh share.
#
# packaging/build.sh [CMAKE-OPTION...]     e.g. -DAUTOCHROME_WERROR=ON
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/packaging/setup.sh" build run

# A file that includes LibTorch takes up to 1.5 GB to compile: fewer at a time on small machines.
memory_kb=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo)
jobs=$((memory_kb / 1500000))
cores=$(nproc)
if ((jobs > cores)); then
    jobs=$cores
fi
if ((jobs < 1)); then
    jobs=1
fi

cd "$root"
# shellcheck source=packaging/compiler_cache.sh
source packaging/compiler_cache.sh
cmake --preset release "${launcher[@]}" "$@" >&2
cmake --build build/release --parallel "$jobs" >&2
