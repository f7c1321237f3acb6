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
ctest --preset release --no-tests=error
