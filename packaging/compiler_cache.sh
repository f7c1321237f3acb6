# shellcheck shell=bash
# To be sourced, with the project's folder as working directory: sets `launcher` to the option of
# CMake that puts ccache before the compiler, or to nothing where ccache is not installed.
launcher=()
if command -v ccache >/dev/null; then
    # shellcheck disable=SC2034 # for whoever sources this
    launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    # What is compiled in one folder serves another, where paths are not part of it.
    export CCACHE_BASEDIR=$PWD
    # Precompiled headers need the two sloppinesses.
    export CCACHE_SLOPPINESS=pch_defines,time_macros
    # What a source includes is learned from compiling it: what is not in the cache is read once.
    export CCACHE_DEPEND=1
    # Precompiled headers have up to 700 MB: each is read once, not once for every source.
    export CCACHE_INODECACHE=1
fi
