#!/usr/bin/env bash
# What takes too long for every change, and is run before an issue is closed or a version is made.
#
# packaging/check.sh [STEP...]     without one: all of them, in this order
#
#   tidy         clang-tidy over all sources, with the short list of .clang-tidy
#   odr          no name is defined in two ways in one program (packaging/odr_check.py)
#   no-training  build and tests with -DAUTOCHROME_TRAINING=OFF
#   no-window    build and tests with -DAUTOCHROME_UI=OFF
#   sanitizers   the whole test suite under AddressSanitizer and UndefinedBehaviorSanitizer
#   fuzz         every fuzzer for AUTOCHROME_FUZZ_SECONDS (60)
#   torch2       build and tests with the LibTorch that AUTOCHROME_TORCH names (e.g. an unpacked
#                libtorch 2.x); left out if it names none
#
# Each step has a build folder of its own below build/ and goes on from what is there. ccache, if it
# is installed, shares between them.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source=packaging/compiler_cache.sh
source packaging/compiler_cache.sh
# shellcheck source=packaging/blas.sh
source packaging/blas.sh
prefer_openblas

jobs=$(nproc)

# configure FOLDER OPTION...
configure() {
    local folder=$1
    shift
    cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release -DAUTOCHROME_WERROR=ON \
        -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=10 "${launcher[@]}" "$@"
}

# build_and_test FOLDER OPTION...
build_and_test() {
    configure "$@"
    cmake --build "$1" --parallel "$jobs"
    ctest --test-dir "$1" --output-on-failure --no-tests=error --parallel "$jobs"
}

step_tidy() {
    # It reads how each source is compiled, and nothing that the build makes: nothing is built.
    # Each source is looked at on its own: one that leans on what another includes is found here.
    configure build/check-tidy -DAUTOCHROME_TESTS=OFF -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
        -DCMAKE_UNITY_BUILD=OFF
    git ls-files 'app/*.cpp' 'core/*.cpp' 'ui/*.cpp' |
        xargs --max-args=4 --max-procs="$jobs" clang-tidy -p build/check-tidy --quiet \
            --extra-arg-before="-include$root/packaging/tidy/plain_vector.h"
}

step_odr() {
    configure build/check-odr -DAUTOCHROME_TESTS=ON
    cmake --build build/check-odr --parallel "$jobs"
    packaging/odr_check.py build/check-odr
}

step_no-training() {
    build_and_test build/check-no-training -DAUTOCHROME_TRAINING=OFF -DAUTOCHROME_TESTS=ON
}

step_no-window() {
    build_and_test build/check-no-window -DAUTOCHROME_UI=OFF -DAUTOCHROME_TESTS=ON
}

step_sanitizers() {
    cmake --preset asan "${launcher[@]}"
    cmake --build --preset asan --parallel "$jobs"
    # The libraries that are loaded keep some of what they allocate until the end. What oneDNN 2.6
    # compiles for a processor's matrix unit (AMX) looks one entry past a table of its own.
    ASAN_OPTIONS=detect_leaks=0 DNNL_MAX_CPU_ISA=AVX512_CORE_BF16 \
        ctest --preset asan --no-tests=error --parallel "$jobs"
}

step_fuzz() {
    cmake --preset fuzz "-DAUTOCHROME_FUZZ_SECONDS=${AUTOCHROME_FUZZ_SECONDS:-60}"
    cmake --build --preset fuzz --parallel "$jobs"
    ctest --preset fuzz --no-tests=error
}

step_torch2() {
    if [[ -z ${AUTOCHROME_TORCH:-} ]]; then
        echo "AUTOCHROME_TORCH names no LibTorch: left out." >&2
        return
    fi
    build_and_test build/check-torch2 "-DCMAKE_PREFIX_PATH=$AUTOCHROME_TORCH" \
        -DAUTOCHROME_TESTS=ON
}

all=(tidy odr no-training no-window sanitizers fuzz torch2)
steps=("$@")
if [[ ${#steps[@]} -eq 0 ]]; then
    steps=("${all[@]}")
fi
for step in "${steps[@]}"; do
    if [[ " ${all[*]} " != *" $step "* ]]; then
        echo "check.sh: no step is called $step; there are ${all[*]}" >&2
        exit 2
    fi
done

for step in "${steps[@]}"; do
    printf '\n=== %s (after %d s)\n' "$step" "$SECONDS"
    "step_$step"
done
printf '\n=== done (after %d s)\n' "$SECONDS"
