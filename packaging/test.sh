#!/usr/bin/env bash
# From a fresh clone to a tested build: installs what is missing with apt, builds, runs every test.
#
# packaging/test.sh [CMAKE-OPTION...]     e.g. -DAUTOCHROME_WERROR=ON
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/packaging/build.sh" -DAUTOCHROME_TESTS=ON "$@"
# shellcheck source=packaging/blas.sh
source "$root/packaging/blas.sh"
prefer_openblas

cd "$root"
# Most tests wait as much as they work. More at a time than that would share the memory for training.
jobs=$(nproc)
ctest --preset release --no-tests=error --parallel "$((jobs < 4 ? jobs : 4))"
