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

options=("$@")
if command -v ccache >/dev/null; then
    options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
cd "$root"
cmake --preset release "${options[@]}" >&2
cmake --build build/release --parallel "$jobs" >&2
